"""One station file taken over inside a unit of work: what is new is added, nothing is replaced."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID, uuid5

from db.queries import stations as questions
from db.unit import Unit
from summit_desk.domain.check_in.merging import settled_number
from summit_desk.domain.check_in.stations import MADE, read_mark
from summit_desk.domain.errors.stations import SameBadgeTwice
from summit_desk.domain.records import (
    Answer,
    Attendee,
    Badge,
    Category,
    CheckPoint,
    Forum,
    Leg,
    Organisation,
    Record,
    Scan,
    Session,
    Setting,
)
from summit_desk.services.answering import settle
from summit_desk.services.station_rows import Brought

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Taken:
    """What was new in one station file, and what was known before."""

    scans: int
    known: int
    walk_ins: int
    answers: int
    lost: int
    missing: int  # scans of its that are known here, of a file that went on elsewhere
    renumbered: tuple[tuple[str, str], ...]


class TakingOver:
    """Takes one file over. Rows that both sides have stay as they are here."""

    def __init__(self, unit: Unit, brought: Brought) -> None:
        self._unit, self._brought = unit, brought
        self._event_id = brought.mark.event_id
        self._renumbered: list[tuple[str, str]] = []
        self._lost = 0

    def all(self, now: datetime) -> Taken:
        """Add everything that is new; `now` is when the file was brought back."""
        here, merged = self._people_here()
        missing = self._missing()
        fresh = [one for one in self._brought.attendees if one.id not in here | merged.keys()]
        new = self._new(Scan, self._brought.scans)
        copied = bool(missing and new)
        self._remember(now, copied=copied)
        self._add_walk_ins(fresh)
        self._add_points()
        known = here | {one.id for one in fresh}
        self._unit.put_all([self._of_somebody(scan, known, merged) for scan in new])
        answers = self._answers(known, merged)
        if answers:
            settle(self._unit, answers, {one.id for one in fresh})
        return Taken(
            answers=len(answers),
            scans=len(new),
            known=len(self._brought.scans) - len(new),
            missing=missing if copied else 0,
            walk_ins=len(fresh),
            lost=self._lost,
            renumbered=tuple(self._renumbered),
        )

    def _answers(self, known: set[UUID], merged: dict[UUID, UUID]) -> list[Answer]:
        """Return the new answers, each about its person as this file knows one."""
        found = []
        for answer in self._new(Answer, self._brought.answers):
            person = merged.get(answer.attendee_id, answer.attendee_id)
            if person in known or person in merged.values():
                found.append(replace(answer, attendee_id=person))
        return found

    def _people_here(self) -> tuple[set[UUID], dict[UUID, UUID]]:
        """Return whom this file has, and into whom the others were merged here since."""
        tokens = dict(self._brought.others)
        tokens |= {one.id: one.token for one in self._brought.attendees}
        here = self._existing(Attendee, tokens)
        codes = questions.own_codes(self._unit.session, self._event_id)
        gone = tokens.keys() - here
        merged = {key: codes[tokens[key]] for key in gone if tokens[key] in codes}
        return here, merged

    def _missing(self) -> int:
        """Return how many scans that the station signed are known here, but not in its file.

        A file that only grew has all of them. One that lacks some and brings new ones as well was
        used in two places.
        """
        mark, session = self._brought.mark, self._unit.session
        known = questions.signed_by(session, self._event_id, mark)
        return len(known - {scan.id for scan in self._brought.scans})

    def _remember(self, now: datetime, *, copied: bool) -> None:
        """Keep the station's mark, how far its clock was ahead, and whether it was copied."""
        mark = self._brought.mark
        held = self._unit.find(Setting, id=mark.id)
        kept = read_mark(held) if held else replace(mark, rows=0)
        last = max((scan.at for scan in self._brought.scans), default=now)
        lead = max(kept.lead, (last - now).total_seconds())
        copied = copied or kept.copied
        self._unit.put(replace(kept, lead=lead, copied=copied).setting(MADE))

    def _add_walk_ins(self, fresh: list[Attendee]) -> None:
        """Add the people who were registered at the station, with what hangs on them."""
        keys = {one.id for one in fresh}
        people = {one.person_id for one in fresh}
        self._refuse_same_badge(fresh)
        numbered = self._numbered(fresh)
        categories = self._existing(Category, [one.category_id for one in fresh])
        units = self._organisations()
        forums = self._existing(Forum, {one.forum_id for one in self._brought.forums})
        put = self._unit.put_all
        put(one for one in self._brought.people if one.id in people)
        put(
            replace(one, category_id=one.category_id if one.category_id in categories else None)
            for one in numbered
        )
        put(
            replace(one, organisation_id=units.get(one.organisation_id or one.id))
            for one in self._brought.positions
            if one.person_id in people
        )
        put(
            one
            for one in self._brought.forums
            if one.attendee_id in keys and one.forum_id in forums
        )
        known = keys | self._existing(Attendee, {one.attendee_id for one in self._brought.badges})
        put(self._new(Badge, (one for one in self._brought.badges if one.attendee_id in known)))

    def _refuse_same_badge(self, fresh: list[Attendee]) -> None:
        tokens = {one.token: one for one in fresh}
        names = {one.id: one.name for one in self._brought.people}
        held = questions.attendees_by(self._unit.session, self._event_id, "token", tokens)
        for _key, _number, token, other in held:
            name = names.get(tokens[token].person_id, tokens[token].number)
            raise SameBadgeTwice(path=self._brought.path.name, name=name, other=other)

    def _numbered(self, fresh: list[Attendee]) -> list[Attendee]:
        """Give a number that several have to the oldest registration, whoever came first."""
        numbers = {one.number for one in fresh}
        held = questions.attendees_by(self._unit.session, self._event_id, "number", numbers)
        holder = {number: key for key, number, _token, _name in held}
        numbered = []
        for one in fresh:
            other = holder.get(one.number)
            if other is not None and other < one.id:
                settled = settled_number(one.number, one.id)
                self._renumbered.append((one.number, settled))
                numbered.append(replace(one, number=settled))
                continue
            if other is not None:
                self._renumber(other)
            numbered.append(one)
        return numbered

    def _renumber(self, attendee_id: UUID) -> None:
        held = self._unit.get(Attendee, attendee_id)
        settled = settled_number(held.number, held.id)
        self._renumbered.append((held.number, settled))
        self._unit.put(replace(held, number=settled))

    def _organisations(self) -> dict[UUID, UUID]:
        """Return which organisation here is meant by each of the station's.

        One that was entered at the station is told by its name, so that two stations that
        enter the same one mean the same one.
        """
        units = self._brought.organisations
        here = self._existing(Organisation, {one.id for one in units})
        meant = {}
        for one in units:
            meant[one.id] = one.id if one.id in here else self._organisation(one.full_name)
        return meant

    def _organisation(self, name: str) -> UUID:
        found = questions.organisation_named(self._unit.session, name)
        key = found or uuid5(self._event_id, name)
        if found is None and self._unit.find(Organisation, id=key) is None:
            self._unit.put(Organisation(id=key, full_name=name))
        return key

    def _add_points(self) -> None:
        """Bring back check-in points that were removed here while people came in there."""
        self._unit.put_all(map(self._loose, self._new(CheckPoint, self._brought.points)))

    def _loose(self, point: CheckPoint) -> CheckPoint:
        """Return the point without links to what was removed here."""
        forum = self._existing(Forum, [point.forum_id])
        session = self._existing(Session, [point.session_id])
        leg = self._existing(Leg, [point.leg_id])
        return replace(
            point,
            forum_id=point.forum_id if forum else None,
            session_id=point.session_id if session else None,
            leg_id=point.leg_id if leg else None,
        )

    def _of_somebody(self, scan: Scan, known: set[UUID], merged: dict[UUID, UUID]) -> Scan:
        """Return the scan with its person as this file knows one; it stays without one, too."""
        if scan.attendee_id is None or scan.attendee_id in known:
            return scan
        if scan.attendee_id not in merged:
            self._lost += 1
        return replace(scan, attendee_id=merged.get(scan.attendee_id))

    def _new(self, kind: type[R], records: Iterable[R]) -> list[R]:
        given = list(records)
        here = self._existing(kind, {record.id for record in given})
        return [record for record in given if record.id not in here]

    def _existing(self, kind: type[Record], keys: Iterable[UUID | None]) -> set[UUID]:
        return questions.existing(self._unit.session, kind, {key for key in keys if key})
