"""An attendance list as the sheets of a workbook."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime

from db.unit import View
from summit_desk.domain.attendance import columns as shown
from summit_desk.domain.attendance.figures import ForumFigures, PointFigures
from summit_desk.domain.attendance.notes import Notes, people_words
from summit_desk.domain.attendance.spec import ATTENDANCE_LIST, AttendanceSpec, Part
from summit_desk.domain.attendee_lists import EVERYBODY, AttendeeChoices
from summit_desk.domain.documents.choices import Chosen
from summit_desk.domain.documents.sheets import SheetSpec
from summit_desk.domain.filter_words import filter_words
from summit_desk.domain.findings import Finding
from summit_desk.domain.lists.columns import Listed
from summit_desk.domain.lists.spec import ListSpec
from summit_desk.domain.progress import Progress, Stretch
from summit_desk.domain.records import Attendee, AttendeeGroup, Category, Forum
from summit_desk.services.attendance_points import (
    chosen_doors,
    forum_figures,
    point_days,
    points_of_forums,
)
from summit_desk.services.attendance_reading import PointRead, Reader
from summit_desk.services.attendance_sheets import AttendanceSheets
from summit_desk.services.conflicts import conflicts_of
from summit_desk.services.doors import Doors
from summit_desk.services.list_books import Maker
from summit_desk.services.spool import Spool


@dataclass(frozen=True)
class AttendanceBook:
    """The sheets, and what they were made of; `exposed` are private columns written whole."""

    listed: ListSpec  # as the history names it
    sheets: Sequence[SheetSpec]
    points: Sequence[PointFigures]
    forums: Sequence[ForumFigures]
    findings: Sequence[Finding]
    absent: Sequence[Listed] = ()
    absentees: int = 0


@contextmanager
def attendance_book(
    view: View,
    doors: Doors,
    spec: AttendanceSpec,
    chosen: Chosen,
    now: datetime,
    progress: Progress,
) -> Iterator[AttendanceBook]:
    """Yield the book; its rows can be read as long as the block lasts.

    Raises NoSuchFilter, and Missing when the point was removed.
    """
    event_id = doors.event.id
    maker = Maker.of(view, event_id, _as_list(spec), chosen, with_key=False)
    everybody = view.count(Attendee, event_id=event_id)
    keys = maker.choice.keys
    only = None if len(keys) == everybody else frozenset(key.hex for key in keys)
    with ExitStack() as opened:
        made = _Making(view, doors, spec, maker, only, now)
        read = made.read(opened, progress)
        yield made.book(read, made.notes(chosen))


def _as_list(spec: AttendanceSpec) -> ListSpec:
    """Return what the list of the absent is as a list: its columns, and how far they show."""
    return ListSpec(
        name=ATTENDANCE_LIST,
        filter_name=spec.filter_name,
        columns=shown.ABSENTEE,
        private=spec.private,
    )


@dataclass(frozen=True)
class _Making:
    view: View
    doors: Doors
    spec: AttendanceSpec
    maker: Maker
    only: frozenset[str] | None
    now: datetime

    def read(self, opened: ExitStack, progress: Progress) -> list[PointRead]:
        """Read every point that is asked for, and every day of it."""
        doors = chosen_doors(self.doors, self.spec.point_id)
        places = [p for door in doors for p in point_days(self.view, self.doors, door, self.now)]
        reader = self._reader()
        found = []
        for at, place in enumerate(places):
            part = Stretch(progress, at / len(places), (at + 1) / len(places))
            found.append(reader.read(place, opened.enter_context(Spool()), part))
        return found

    def _reader(self) -> Reader:
        lost = {
            entry.scan: entry
            for conflict in conflicts_of(self.view, self.doors.event.id)
            for entry in conflict.later
        }
        return Reader(self.view, self.doors.zone, self.only, lost)

    def notes(self, chosen: Chosen) -> Notes:
        """Return what stands above every sheet."""
        selected = None if chosen.keys is None else len(chosen.keys)
        wanted = chosen.wanted
        asked = "" if wanted == EVERYBODY else filter_words(wanted, self._choices())
        people = people_words(self.spec.filter_name, selected, asked)
        return Notes(people, self.now, self.doors.zone, self.maker.choice.findings)

    def _choices(self) -> AttendeeChoices:
        view, event_id = self.view, self.doors.event.id
        return AttendeeChoices(
            categories=view.all(Category, event_id=event_id),
            forums=view.all(Forum, event_id=event_id),
            fields=self.maker.fields,
            groups=view.all(AttendeeGroup, event_id=event_id),
        )

    def book(self, read: Sequence[PointRead], notes: Notes) -> AttendanceBook:
        """Return the sheets of what was read."""
        figures = [one.figures for one in read]
        forums = self._forums() if Part.FORUMS in self.spec.parts else []
        sheets = AttendanceSheets(self.spec, self.maker, self.doors.zone, notes, read, forums)
        private = self.maker.private_findings() if Part.ABSENT in self.spec.parts else []
        return AttendanceBook(
            listed=self.maker.spec,
            sheets=sheets.all(),
            points=figures,
            forums=forums,
            findings=[*notes.left_out, *sheets.findings(), *private],
            absent=sheets.absent_columns() if Part.ABSENT in self.spec.parts else (),
            absentees=sum(len(one.absent) for one in sheets.detailed),
        )

    def _forums(self) -> list[ForumFigures]:
        """Return the forums; of a single point only the one that it belongs to."""
        every = [door.point for door in self.doors.doors]
        found = []
        for forum, points in points_of_forums(self.view, self.doors.event, every):
            own = self.spec.point_id
            if own is None or any(point.id == own for point in points):
                found.append(forum_figures(self.view, forum, points, self.only))
        return found
