"""An open file in the window: workspace, search, undo, backups and counts, joined."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from summit_desk.domain.change import Change
from summit_desk.domain.places import ScreenName
from summit_desk.domain.progress import Progress
from summit_desk.domain.records import Event
from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.desk import Desk
from ui.kit.event_form import ask_event
from ui.shell.commands import Command, usable
from ui.shell.entries import ScreenEntry
from ui.shell.finder import Finder
from ui.shell.keeper import Keeper
from ui.shell.undo import Undo
from ui.shell.workspace import Workspace

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services
    from ui.shell.menus import Menus

COUNT_AFTER_MS = 400
CHECK_AFTER_MS = 2500  # the checks read much; screens come first
CHECK_RESTS = 10  # times as long as the last check took, so that large files stay quick


class Joined(QObject):
    """Everything that lives as long as the file is open."""

    def __init__(
        self,
        window: QMainWindow,
        menus: "Menus",
        desk: Desk,
        services: "Services",
        entries: Sequence[ScreenEntry],
    ) -> None:
        super().__init__(window)
        self._window, self._menus = window, menus
        self._services, self._desk = services, desk
        self.workspace = Workspace(desk, entries, window)
        self.undo = Undo(window, services, desk)
        self.keeper = Keeper(services, desk, self)
        self.finder = Finder(self.workspace.header.search, services, desk, self.commands)
        self._shortcuts = self._make_shortcuts()
        self._shortcuts[0].setEnabled(len(entries) > 1)
        self._counts: dict[ScreenName, int] = {}
        self._pause = QTimer(self, singleShot=True, interval=COUNT_AFTER_MS)
        self._check_pause = QTimer(self, singleShot=True, interval=CHECK_AFTER_MS)
        self._connect()
        self._fill_menus()
        self.workspace.footer.show_file(self._path())
        self.keeper.tell()
        self._refresh()

    def file_name(self) -> str:
        """Return what the window's title says."""
        return self._path().stem

    def commands(self) -> Sequence[Command]:
        """Return everything that can be done just now."""
        menus = self._menus
        return [
            *self.workspace.commands(),
            *usable((self.undo.undo, self.undo.redo, self.undo.history), _("Edit")),
            *usable(menus.actions.values(), _("Menu")),
            *usable(menus.theme.actions(), _("Theme")),
            *usable(menus.language.actions(), _("Language")),
        ]

    def back_up(self) -> None:
        """Make a backup now, and say so."""
        self.keeper.back_up(lambda: self.undo.toast.say(_("A backup was made.")))

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self.workspace.retranslate()
        self._say_shortcuts()
        self.undo.refresh()
        self._desk.event_changed.emit()  # what was read in one language is read in the other

    def leave(self) -> None:
        """Take everything out of the window."""
        for action in (*self._shortcuts, self.undo.undo, self.undo.redo):
            self._window.removeAction(action)
        self._menus.edit.clear()
        self.undo.toast.deleteLater()
        self.finder.palette.deleteLater()
        self.undo.deleteLater()
        self.workspace.deleteLater()
        self.deleteLater()

    def _connect(self) -> None:
        desk, workspace = self._desk, self.workspace
        desk.changed.connect(self._on_changed)
        desk.event_changed.connect(self._refresh)
        desk.jobs.running.connect(workspace.footer.show_job)
        self.keeper.backed_up.connect(workspace.footer.show_backup)
        self.finder.place_asked.connect(workspace.go)
        self._pause.timeout.connect(self._refresh)
        self._check_pause.timeout.connect(self._check)
        switch = workspace.rail.event_button
        switch.event_chosen.connect(desk.show_event)
        switch.creation_asked.connect(self._ask_new_event)
        switch.editing_asked.connect(self._ask_event_edit)

    def _fill_menus(self) -> None:
        edit = self._menus.edit
        edit.addActions([self.undo.undo, self.undo.redo, self.undo.history])
        edit.addSeparator()
        edit.addActions(self._shortcuts)
        self._say_shortcuts()
        self._window.addActions([self.undo.undo, self.undo.redo])
        self.workspace.header.offer(self.undo.undo, self.undo.redo, self._menus.root)

    def _say_shortcuts(self) -> None:
        texts = (_("Search everything"), _("Add here"), _("Search on this screen"))
        for action, text in zip(self._shortcuts, texts, strict=True):
            action.setText(text)

    def _make_shortcuts(self) -> Sequence[QAction]:
        return (
            self._key("Ctrl+K", "search", self.finder.open),
            self._key("Ctrl+N", "plus", self.workspace.do_primary),
            self._key("Ctrl+F", "search", lambda: self.workspace.current().focus_search()),
        )

    def _key(self, keys: str, icon: str, call: Callable[[], object]) -> QAction:
        action = QAction(self)
        icons.wear(action, icon)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(call)
        self._window.addAction(action)
        return action

    def _path(self) -> Path:
        return self._services.workspace.path

    def _on_changed(self, _change: Change) -> None:
        self._pause.start()

    def _refresh(self) -> None:
        event_id, services = self._desk.event_id, self._services
        self._desk.run(services.events.events, self.workspace.rail.event_button.show_events)
        self._desk.run(lambda: services.counts.of(event_id), self._show_counts)
        self._check_pause.start()

    def _check(self) -> None:
        event_id, preflight = self._desk.event_id, self._services.preflight
        started = time.monotonic()

        def count(progress: Progress) -> int:
            return len(preflight.findings(event_id, progress))

        def counted(found: int) -> None:
            self._show_counts({ScreenName.PREFLIGHT: found})
            took_ms = round((time.monotonic() - started) * 1000)
            self._check_pause.setInterval(max(CHECK_AFTER_MS, took_ms * CHECK_RESTS))

        self._desk.read_beside(count, counted)

    def _show_counts(self, counts: Mapping[ScreenName, int]) -> None:
        self._counts |= counts
        self.workspace.show_counts(self._counts)

    def _ask_new_event(self) -> None:
        ask_event(self._window, self._desk, self._services.events.create, self._show_created)

    def _ask_event_edit(self) -> None:
        ask_event(
            self._window,
            self._desk,
            self._services.events.save,
            self._desk.show_event,
            self._desk.event,
        )

    def _show_created(self, event: Event) -> None:
        self._desk.show_event(event)
