"""Brings agenda sheets in: the file, the preview, the import."""

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject

from summit_desk.domain.session_lists.plan import Answers, SessionPlan
from summit_desk.domain.session_lists.preview import session_preview
from summit_desk.services.bundle import Services
from summit_desk.support.i18n import _
from ui.agenda.screen import AgendaScreen
from ui.kit.desk import Desk
from ui.kit.dropped import SHEETS, ask_file
from ui.kit.list_dialog import ListDialog


class SessionListPresenter(QObject):
    """Answers the wish to import an agenda sheet."""

    def __init__(self, screen: AgendaScreen, services: Services, desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        screen.import_asked.connect(self._on_import_asked)

    def import_sheet(self, path: Path, sheet: str = "") -> None:
        """Read a sheet (the likeliest if none is named) and show what it would change."""
        lists, event_id = self._services.session_lists, self._desk.event_id
        self._desk.run_long(
            _("Reading {file}").format(file=path.name),
            lambda progress: lists.plan(event_id, path, sheet, progress),
            partial(self._show, path),
        )

    def _on_import_asked(self, path: Path | None) -> None:
        if not self._desk.has_event:
            return
        if path is None:
            ask_file(self._screen, _("Import an agenda"), SHEETS, self.import_sheet)
        else:
            self.import_sheet(path)

    def _show(self, path: Path, plan: SessionPlan) -> None:
        dialog = ListDialog(_("Import an agenda"), session_preview(plan), self._screen)

        def save(answers: object) -> None:
            dialog.accept()
            lists = self._services.session_lists
            self._desk.run_long(
                _("Importing {file}").format(file=plan.file),
                lambda progress: lists.apply(plan, cast("Answers", answers), progress),
                self._desk.publish,
            )

        def another(sheet: str) -> None:
            dialog.reject()
            self.import_sheet(path, sheet)

        dialog.agreed.connect(save)
        dialog.sheet_chosen.connect(another)
        dialog.open()
