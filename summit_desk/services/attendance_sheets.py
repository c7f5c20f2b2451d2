"""The sheets of an attendance list, in their order; rows are read while they are written."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from summit_desk.domain.attendance import columns as shown
from summit_desk.domain.attendance.figures import ForumFigures
from summit_desk.domain.attendance.notes import Notes
from summit_desk.domain.attendance.spec import PARTS, AttendanceSpec, Part
from summit_desk.domain.attendance.steps import steps_of
from summit_desk.domain.documents.sheets import Chart, Line, Page, SheetColumn, SheetSpec, Title
from summit_desk.domain.findings import Finding
from summit_desk.domain.lists.columns import Listed, listed_columns, sequence_column
from summit_desk.domain.lists.titles import title_lines
from summit_desk.services.attendance_reading import PointRead, arrivals_of
from summit_desk.services.list_books import Maker
from summit_desk.support.i18n import _, in_words

FACTS = 10.0  # size of what is noted below the heading


@dataclass(frozen=True)
class AttendanceSheets:
    """Makes the sheets of what was read."""

    spec: AttendanceSpec
    maker: Maker
    zone: ZoneInfo
    notes: Notes
    read: Sequence[PointRead]
    forums: Sequence[ForumFigures]

    @property
    def detailed(self) -> list[PointRead]:
        """Return the points with sheets of their own: of all, those where somebody came."""
        if self.spec.point_id is not None:
            return list(self.read)
        return [one for one in self.read if one.figures.arrived]

    def all(self) -> list[SheetSpec]:
        """Return the sheets that are asked for, in their order."""
        makers: Mapping[Part, Callable[[], list[SheetSpec]]] = {
            Part.SUMMARY: self._summary,
            Part.ATTENDANCE: lambda: [self._attendance(one) for one in self.detailed],
            Part.ABSENT: lambda: [self._absent(one) for one in self.detailed],
            Part.FORUMS: self._forums,
            Part.ARRIVALS: self._arrivals,
        }
        asked = [part for part in Part if part in self.spec.parts]
        return [sheet for part in asked for sheet in makers[part]()]

    def findings(self) -> list[Finding]:
        """Say which points and sheets are left out, and why."""
        figures = [one.figures for one in self.read] if self.spec.point_id is None else []
        silent = [one.place.words() for one in figures if not one.arrived]
        no_forum = Part.FORUMS in self.spec.parts and not self.forums
        return self.notes.of_sheets(silent, no_forum=no_forum)

    def absent_columns(self) -> list[Listed]:
        """Return the columns of the absent, private ones shown as far as was asked."""
        return listed_columns(self.maker.spec, self.maker.fields)

    def _summary(self) -> list[SheetSpec]:
        figures = [one.figures for one in self.read]
        rows = list(shown.summary_rows(figures, self.zone))
        columns = shown.summary_columns(figures)
        return [self._sheet(Part.SUMMARY, "", columns, rows, self.notes.of_summary(figures))]

    def _attendance(self, one: PointRead) -> SheetSpec:
        spec = replace(self.maker.spec, columns=shown.IDENTITY)
        identity = [column.sheet for column in listed_columns(spec, self.maker.fields)]
        columns = [
            sequence_column(),
            *identity,
            *shown.stay_columns(exits=one.exits, remarks=one.remarks),
        ]
        notes = self.notes.of_stays(one.figures)
        place = one.figures.place
        sheet = self._sheet(Part.ATTENDANCE, place.words(), columns, (), notes)
        return replace(sheet, rows=one.stays.rows(), count=one.stays.count)

    def _absent(self, one: PointRead) -> SheetSpec:
        columns = self.absent_columns()
        place = one.figures.place
        titles = [sequence_column(), *(column.sheet for column in columns)]
        notes = self.notes.of_absent(one.figures)
        sheet = self._sheet(Part.ABSENT, place.words(), titles, (), notes)
        return replace(sheet, rows=self._absentees(one, columns), count=len(one.absent))

    def _absentees(self, one: PointRead, columns: Sequence[Listed]) -> Iterator[Line]:
        values = [column.value for column in columns]
        for at, entry in enumerate(self.maker.entries(one.absent, columns), 1):
            yield [at, *(value(entry) for value in values)]

    def _forums(self) -> list[SheetSpec]:
        if not self.forums:
            return []
        rows = list(shown.forum_rows(self.forums))
        return [self._sheet(Part.FORUMS, "", shown.forum_columns(), rows, self.notes.of_forums())]

    def _arrivals(self) -> list[SheetSpec]:
        counts = arrivals_of([one.figures for one in self.read])
        points = {one.figures.place.point.id: one.figures.place.point for one in self.read}
        came = [points[key] for key, steps in counts.items() if steps]
        names = [in_words(point.name, point.name_other) for point in came]
        steps = list(steps_of([counts[point.id] for point in came], self.zone))
        columns = shown.step_columns(names)
        rows = list(shown.step_rows(steps))
        label = names[0] if len(names) == 1 else ""
        sheet = self._sheet(Part.ARRIVALS, label, columns, rows, self.notes.of_arrivals())
        chart: Chart | None = shown.step_chart(names) if rows else None
        return [replace(sheet, chart=chart)]

    def _sheet(
        self,
        part: Part,
        label: str,
        columns: Sequence[SheetColumn],
        rows: Sequence[Line],
        notes: Sequence[str],
    ) -> SheetSpec:
        maker = self.maker
        name = _(PARTS[part])
        is_one = part in {Part.ATTENDANCE, Part.ABSENT}  # the others need no point in their tab
        titled = _("{list} · {group}").format(list=name, group=label) if label else name
        titles = title_lines(maker.spec, maker.facts, 0, titled)
        return SheetSpec(
            title=_("{part} {point}").format(part=name, point=label) if is_one else name,
            heading=f"{maker.facts.name} {maker.spec.words}".strip(),
            columns=columns,
            rows=rows,
            count=len(rows),
            author=maker.facts.organiser,
            titles=[*titles, *(Title(note, FACTS) for note in notes if note)],
            page=Page(landscape=True),
        )
