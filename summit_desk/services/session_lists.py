"""Bring agenda sheets into the event: look, plan, apply as one undoable step."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from db.store import Store
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.dates import DateContext
from summit_desk.domain.errors.imports import EmptySheet, PlanMovedOn
from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.session_lists.plan import Answers, SessionPlan
from summit_desk.domain.session_lists.planning import plan_sessions
from summit_desk.domain.session_lists.reading import read_sessions
from summit_desk.domain.session_lists.sheets import find_agenda, looks_like_agenda
from summit_desk.readers.books import read_book
from summit_desk.services.list_sheets import chosen_sheet
from summit_desk.services.session_snapshot import known_agenda, remember_keys
from summit_desk.services.session_writing import SessionWriter
from summit_desk.support.i18n import N_


class SessionLists:
    """Reads agenda sheets, shows what they would change, and changes it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(
        self, event_id: UUID, path: Path, sheet: str = "", progress: Progress = SILENT
    ) -> SessionPlan:
        """Return what a sheet would change; raises the errors of imports and NoTitleColumn."""
        table, sheets = chosen_sheet(read_book(path), path, sheet, looks_like_agenda)
        with self._store.view() as view:
            known = known_agenda(view, event_id)
        agenda = find_agenda(table)
        drafts = read_sessions(agenda, DateContext(known.event.first_day))
        if not drafts:
            raise EmptySheet(name=path.name)
        plan = plan_sessions(path.name, agenda, drafts, known, progress)
        return replace(plan, sheet=table.name, sheets=sheets)

    def apply(
        self, plan: SessionPlan, answers: Answers | None = None, progress: Progress = SILENT
    ) -> Change:
        """Carry out a plan; `answers` say whom the names mean that may mean several people.

        Raises PlanMovedOn when the file was changed since; a cancel writes nothing.
        """
        with self._store.unit() as unit:
            known = known_agenda(unit, plan.event_id)
            if known.stamp != plan.stamp:
                raise PlanMovedOn
            writer = SessionWriter(unit, plan, answers or {}, known)
            writer.carry_out(progress)
            remember_keys(unit, plan.event_id, writer.keys)
            return unit.commit(
                N_("Import agenda {file}: {created} new, {updated} updated"),
                Topic.AGENDA,
                Topic.SPEAKERS,
                Topic.PEOPLE,
                Topic.ATTENDEES,
                file=plan.file,
                created=str(writer.counts[RowVerdict.NEW]),
                updated=str(writer.counts[RowVerdict.UPDATE]),
            )
