"""Read the rows of an agenda sheet into sessions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from summit_desk.domain.dates import DateContext
from summit_desk.domain.imports.layout import ListRow
from summit_desk.domain.imports.synonyms import plain_header
from summit_desk.domain.imports.tables import CellValue, cell_text, filled
from summit_desk.domain.imports.yes_no import is_nothing, yes_or_no
from summit_desk.domain.records import PartRole, SessionKind
from summit_desk.domain.session_lists.drafts import (
    ENDS_FIRST,
    LOST,
    NO_NAME,
    NO_TIME,
    SessionDraft,
    titled,
)
from summit_desk.domain.session_lists.guests import Commas, Guest, guests_of
from summit_desk.domain.session_lists.joining import (
    has_row_per_speaker,
    put_together,
    without_weak_keys,
)
from summit_desk.domain.session_lists.sheets import AgendaSheet, Use
from summit_desk.domain.session_lists.times import DAY, Slot, day_of, minutes_of, slot_of
from summit_desk.domain.session_lists.words import Part, kind_of_title, kind_of_word
from summit_desk.domain.text_cleaning import clean_line, clean_text

_LONGEST_NIGHT = 12 * 60  # an end before the start is after midnight, not longer than this
_LOST = re.compile(r"\?")  # no name has a question mark
_LOST_TITLE = re.compile(r"[\u3400-\u9fff]\?[\u3400-\u9fff]")
_LISTS_OF_NAMES = frozenset({"speakernames"})  # as pretalx calls them
_WORKS = (Part.WORK, Part.ORGANISATION, Part.POSITION)


@dataclass(frozen=True)
class _Line:
    """A row with the way it is read."""

    sheet: AgendaSheet
    row: ListRow
    context: DateContext
    whole_names: bool

    def cell(self, part: Part) -> CellValue:
        """Return the first filled cell of a part."""
        cells = (self.at(column) for column in self.sheet.columns(part))
        return next((cell for cell in cells if filled(cell)), None)

    def at(self, column: int) -> CellValue:
        return self.row.cells[column] if column < len(self.row.cells) else None

    def text(self, part: Part) -> str:
        text = clean_line(cell_text(self.cell(part)))
        return "" if is_nothing(text) else text


def read_sessions(sheet: AgendaSheet, context: DateContext) -> list[SessionDraft]:
    """Return the sessions of a sheet; rows that tell of one session are put together."""
    drafts = list(_drafts(sheet, context, whole_names=False))
    if has_row_per_speaker(drafts):
        drafts = list(_drafts(sheet, context, whole_names=True))
    return [titled(draft) for draft in put_together(without_weak_keys(drafts))]


def _drafts(
    sheet: AgendaSheet, context: DateContext, *, whole_names: bool
) -> Iterator[SessionDraft]:
    day: date | None = None
    for row in sheet.rows:
        line = _Line(sheet, row, context, whole_names)
        slot = _slot(line)
        day = slot.day or _band(row, context) or day
        yield _draft(line, replace(slot, day=slot.day or _band(row, context) or day))


def _band(row: ListRow, context: DateContext) -> date | None:
    """Return the day that a band across the sheet names ("2021年10月16日（星期六）")."""
    return slot_of(row.group, context).day or day_of(row.group, context) if row.group else None


def _slot(line: _Line) -> Slot:
    day = day_of(line.cell(Part.DATE), line.context) if filled(line.cell(Part.DATE)) else None
    slots = [slot_of(line.cell(part), line.context) for part in (Part.START, Part.TIME, Part.DATE)]
    end = slot_of(line.cell(Part.END), line.context)
    start = next((slot.start for slot in slots if slot.start is not None), None)
    ended = end.start if end.start is not None else next((s.end for s in slots if s.end), None)
    named = next((slot.day for slot in slots if slot.day), None)
    return Slot(day or named, start, ended)


def _draft(line: _Line, slot: Slot) -> SessionDraft:
    title = line.text(Part.TITLE)
    said = _said_kind(line)
    draft = SessionDraft(
        row=line.row.position + 1,
        key=line.text(Part.KEY),
        title=title,
        title_other=line.text(Part.TITLE_OTHER),
        room=line.text(Part.ROOM),
        forum=line.text(Part.FORUM),
        kind=said or kind_of_title(title),
        kind_is_said=said is not None,
        abstract=_abstract(line),
        guests=_guests(line),
    )
    return _doubted(_placed(draft, slot, minutes_of(line.cell(Part.LENGTH))))


def _placed(draft: SessionDraft, slot: Slot, length: int | None) -> SessionDraft:
    if slot.day is None or slot.start is None:
        return draft.remarked(NO_TIME) if draft.title else replace(draft, minutes=length)
    start = datetime(slot.day.year, slot.day.month, slot.day.day) + timedelta(minutes=slot.start)
    minutes = length
    if slot.end is not None and slot.end != slot.start:
        minutes = (slot.end - slot.start) % DAY
        if slot.end < slot.start and minutes > _LONGEST_NIGHT:
            return replace(draft.remarked(ENDS_FIRST), starts_at=start, minutes=length)
    return replace(draft, starts_at=start, minutes=minutes)


def _doubted(draft: SessionDraft) -> SessionDraft:
    """Return the draft with what is odd about its texts; a broken name is never made a person."""
    guests = []
    for guest in draft.guests:
        broken = bool(_LOST.search(guest.text))
        if broken or guest.doubtful:
            draft = draft.remarked(LOST if broken else NO_NAME, text=guest.text)
        guests.append(Guest(None, guest.text, guest.role) if broken else guest)
    draft = replace(draft, guests=tuple(guests))
    return draft.remarked(LOST, text=draft.title) if _LOST_TITLE.search(draft.title) else draft


def _said_kind(line: _Line) -> SessionKind | None:
    for use in line.sheet.uses:
        if use.part is Part.KIND:
            text = clean_line(cell_text(line.at(use.column)))
            if use.ticked is None and (kind := kind_of_word(text)):
                return kind
            if use.ticked is not None and yes_or_no(text):
                return use.ticked
    notes = line.text(Part.NOTES)
    return kind_of_word(notes) if 0 < len(notes) <= len("主题演讲（暂定）") else None


def _abstract(line: _Line) -> str:
    notes = line.text(Part.NOTES)
    long = clean_text(cell_text(line.cell(Part.ABSTRACT)))
    kept = "" if notes and kind_of_word(notes) else notes
    return "\n".join(filter(None, (line.text(Part.SUBTITLE), long, kept)))


def _guests(line: _Line) -> tuple[Guest, ...]:
    hosts = [
        guest
        for column in line.sheet.columns(Part.HOST)
        for guest in guests_of(cell_text(line.at(column)), PartRole.HOST)
    ]
    return (*hosts, *(one for run in _runs(line.sheet.uses) for one in _speakers(line, run)))


def _runs(uses: Sequence[Use]) -> list[list[Use]]:
    """Return each column of speakers with the columns of their work that belong to it."""
    runs: list[list[Use]] = []
    early: list[Use] = []
    for use in uses:
        if use.part is Part.SPEAKER:
            runs.append([use, *early])
            early = []
        elif use.part in _WORKS:
            (runs[-1] if runs else early).append(use)
    return runs


def _speakers(line: _Line, run: Sequence[Use]) -> list[Guest]:
    guests = guests_of(cell_text(line.at(run[0].column)), commas=_commas(line, run[0]))
    return [_working(line, guest, run[1:], at, len(guests)) for at, guest in enumerate(guests)]


def _commas(line: _Line, use: Use) -> Commas:
    if line.whole_names:
        return Commas.NAME
    if plain_header(use.title).replace("_", "") in _LISTS_OF_NAMES:
        return Commas.PEOPLE
    return Commas.WORK if len(line.sheet.columns(Part.SPEAKER)) > 1 else Commas.EITHER


def _working(line: _Line, guest: Guest, uses: Sequence[Use], at: int, of: int) -> Guest:
    """Return a guest with the work that the columns beside tell, for one or for each of several."""
    if guest.named is None:
        return guest
    named = guest.named
    for use in uses:
        text = clean_text(cell_text(line.at(use.column)))
        pieces = [text] if of == 1 else [piece for piece in re.split(r"[、;；\n]", text) if piece]
        if is_nothing(text) or len(pieces) != of:
            continue
        said = clean_line(pieces[at])
        if use.part is Part.ORGANISATION:
            named = replace(named, organisation=said)
        elif use.part is Part.POSITION:
            named = replace(named, title=said)
        else:
            named = replace(named, work=said)
    return replace(guest, named=named)
