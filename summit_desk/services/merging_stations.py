"""Merging: what station files bring is taken over, as a union of rows by their keys.

A union has no order: files may come in any order, twice, or half-way through the day. Whatever
two files could disagree about follows from the rows alone: the number of a walk-in from number
and key, the organisation of a walk-in from its name, conflicts and skew from all the scans.
One merge is one transaction and one step of the history. Taking it back removes the rows that
it added, as long as nothing hangs on them; the station files still hold them.
"""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from db.queries.stations import conflict_stamp
from db.store import Store
from db.unit import Unit
from summit_desk.domain.change import Topic
from summit_desk.domain.check_in.merging import Conflict, Merged, Share
from summit_desk.domain.check_in.skew import NO_SKEW, Skew
from summit_desk.domain.documents.words import Bilingual, DocumentLanguage
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Event
from summit_desk.services.answering import answer_conflicts_of
from summit_desk.services.conflicts import conflicts_of, skews_of
from summit_desk.services.station_rows import Brought, read_station, refuse_foreign
from summit_desk.services.stations import refuse_station
from summit_desk.services.taking_over import Taken, TakingOver
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_, _


class MergingService:
    """Takes station files over, and lists who was let in twice."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now
        self._known: dict[UUID, tuple[tuple[int, int], tuple[Conflict, ...]]] = {}

    def merge(self, paths: Sequence[Path], progress: Progress = SILENT) -> Merged:
        """Take over what these station files hold; all of them, or nothing.

        Raises StationIsOpenFile, StationOfOtherEvent, SameBadgeTwice or as `read_station`.
        """
        files = _each_once(paths)
        steps = len(files) * 2 + 1
        brought = []
        for done, path in enumerate(files):
            progress.step(done, steps)
            brought.append(read_station(path))
        with self._store.unit() as unit:
            taken = self._take_over(unit, brought, progress)
            progress.step(steps - 1, steps)
            events = list(dict.fromkeys(each.mark.event_id for each in brought))
            skews = {key: skew for event in events for key, skew in skews_of(unit, event).items()}
            conflicts = tuple(one for event in events for one in conflicts_of(unit, event, skews))
            answered = tuple(one for event in events for one in answer_conflicts_of(unit, event))
            change = unit.commit(
                N_("Take over {stations}: {scans} scans, {people} walk-ins"),
                *(Topic.CHECK_IN, Topic.ATTENDEES, Topic.PEOPLE, Topic.DOCUMENTS),
                stations=_(", ").join(each.mark.name for each in brought),
                scans=str(sum(one.scans for one in taken)),
                people=str(sum(one.walk_ins for one in taken)),
            )
        shares = tuple(_share(one, each, skews) for one, each in zip(taken, brought, strict=True))
        renumbered = tuple(pair for one in taken for pair in one.renumbered)
        return Merged(shares, conflicts, change, renumbered, answered)

    def write_report(self, merged: Merged, path: Path, language: DocumentLanguage) -> None:
        """Write what came of a merge, as .xlsx or .pdf told by the name; raises CantWriteFile."""
        from exports.merge_report import MergeReport, write_merge_pdf

        with self._store.view() as view:
            event = view.get(Event, merged.shares[0].mark.event_id)
        name = Bilingual(event.name, event.name_other)
        report = MergeReport(merged, name, ZoneInfo(event.zone), language)
        if path.suffix.lower() == ".pdf":
            from exports.fonts import fonts

            write_merge_pdf(report, path, fonts(), self._now())
            return
        from exports.merge_sheets import write_merge_sheets

        write_merge_sheets(report, path, self._now())

    def conflicts(self, event_id: UUID) -> tuple[Conflict, ...]:
        """Return the people whom two stations let in while those were apart."""
        with self._store.view() as view:
            stamp = conflict_stamp(view.session)
            known = self._known.get(event_id)
            if known is None or known[0] != stamp:
                known = stamp, tuple(conflicts_of(view, event_id))
                self._known[event_id] = known
        return known[1]

    def skews(self, event_id: UUID) -> dict[UUID, Skew]:
        """Return how far the clock of each station is off, by the key of its mark."""
        with self._store.view() as view:
            return skews_of(view, event_id)

    def _take_over(self, unit: Unit, brought: Sequence[Brought], progress: Progress) -> list[Taken]:
        taken = []
        for done, each in enumerate(brought):
            progress.step(len(brought) + done, len(brought) * 2 + 1)
            refuse_station(unit, each.mark.event_id, self._store.path)
            refuse_foreign(unit, each)
            taken.append(TakingOver(unit, each).all(self._now()))
        return taken


def _each_once(paths: Sequence[Path]) -> list[Path]:
    return list({path.resolve(): path for path in paths}.values())


def _share(taken: Taken, brought: Brought, skews: dict[UUID, Skew]) -> Share:
    times = [scan.at for scan in brought.scans]
    return Share(
        mark=brought.mark,
        scans=taken.scans,
        known=taken.known,
        walk_ins=taken.walk_ins,
        answers=taken.answers,
        missing=taken.missing,
        skew=skews.get(brought.mark.id, NO_SKEW),
        first=min(times, default=None),
        last=max(times, default=None),
        lost=taken.lost,
    )
