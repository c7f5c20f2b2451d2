"""Station files: made for other laptops, and known again when they come back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from db.queries import stations as questions
from db.queries.check_in import who_set
from db.station_files import fill, station_file
from db.store import Store
from db.unit import View
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.check_in.stations import (
    HERE,
    MADE,
    StationMark,
    free_name,
    number_prefix,
    read_mark,
    set_by_setting,
    walk_in_number,
)
from summit_desk.domain.errors.stations import StationIsOpenFile
from summit_desk.domain.ids import new_id
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Attendee, AttendeeStatus, FeeStatus, Setting
from summit_desk.domain.registration import NOT_COMING
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_


class StationService:
    """Makes station files, and tells whether the open file is one."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def here(self, event_id: UUID) -> StationMark | None:
        """Return the mark of the open file; None when it is the secretariat's own."""
        with self._store.view() as view:
            return mark_here(view, event_id)

    def made(self, event_id: UUID) -> tuple[StationMark, ...]:
        """Return the station files that this summit knows, in the order of their making."""
        with self._store.view() as view:
            return tuple(marks_of(view, event_id))

    def make(
        self, event_id: UUID, name: str, path: Path, progress: Progress = SILENT
    ) -> tuple[StationMark, Change]:
        """Write a station file for another laptop; a name that is taken gets a number.

        It holds what the door needs and no private field. Raises FileExists, CannotWrite or
        StationIsOpenFile; nothing is written then.
        """
        with self._store.view() as view:
            mark = self._new_mark(view, event_id, name)
            with station_file(path) as part:
                set_by = set_by_setting(event_id, _refusers(view, event_id))
                fill(view, part, event_id, partial(_settings_of_copy, mark, set_by), progress)
                change = self._keep(mark)
        return mark, change

    def _new_mark(self, view: View, event_id: UUID, name: str) -> StationMark:
        refuse_station(view, event_id, self._store.path)
        known = marks_of(view, event_id)
        taken = {mark.name for mark in known} | questions.station_names(view.session, event_id)
        return StationMark(
            id=new_id(),
            event_id=event_id,
            name=free_name(name, taken),
            made_at=self._now(),
            number=max((mark.number for mark in known), default=0) + 1,
        )

    def _keep(self, mark: StationMark) -> Change:
        """Remember the file: its name and its numbers are never given again."""
        with self._store.unit() as unit:
            unit.log([mark.setting(MADE)])
            return unit.note(N_("Make the station file “{name}”"), Topic.CHECK_IN, name=mark.name)


def mark_here(view: View, event_id: UUID) -> StationMark | None:
    """Return the mark of a station file, None when the file is none."""
    setting = view.find(Setting, event_id=event_id, key=HERE)
    return None if setting is None else read_mark(setting)


def marks_of(view: View, event_id: UUID) -> list[StationMark]:
    """Return the station files that this summit knows, in the order of their making."""
    found = map(read_mark, view.all(Setting, event_id=event_id, key=MADE))
    return sorted(found, key=lambda mark: (mark.number, mark.id))


def signature(marks: Sequence[StationMark], here: StationMark | None, station: str) -> str:
    """Return what signs the scans of a station window, so that no two laptops sign alike."""
    if here is not None:
        return here.signature(station)
    if any(mark.signs(station) for mark in marks):
        return free_name(station, {station, *(mark.name for mark in marks)})
    return station


def next_walk_in_number(view: View, here: StationMark) -> str:
    """Return the number of a walk-in at a station file, which no other desk gives."""
    last = questions.last_number(view.session, here.event_id, number_prefix(here.number))
    return walk_in_number(here.number, last)


def refuse_station(view: View, event_id: UUID, path: Path) -> None:
    """Raise StationIsOpenFile when the open file is a station file."""
    if mark_here(view, event_id) is not None:
        raise StationIsOpenFile(path=path.name)


def _settings_of_copy(mark: StationMark, set_by: Setting, rows: int) -> list[Setting]:
    return [replace(mark, rows=rows).setting(HERE), set_by]


def _refusers(view: View, event_id: UUID) -> dict[UUID, tuple[str, datetime]]:
    """Return who gave somebody a state that refuses them at the door, and when."""
    unpaid = view.all(Attendee, event_id=event_id, fee_status=FeeStatus.UNPAID)
    refused = view.all(Attendee, event_id=event_id, status=NOT_COMING | {AttendeeStatus.PENDING})
    # a state comes before the fee, at the door and here
    return who_set(view.session, {one.id for one in unpaid}, "fee_status") | who_set(
        view.session, {one.id for one in refused}, "status"
    )
