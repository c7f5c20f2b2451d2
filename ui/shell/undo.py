"""Undo and redo: two actions that name their step, and the message after every change."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from summit_desk.domain.change import Change, Topic
from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.desk import Desk
from ui.kit.history import HistoryDialog
from ui.kit.toast import Toast

if TYPE_CHECKING:
    from uuid import UUID

    from summit_desk.services.bundle import Services
    from summit_desk.services.history import HistoryEntry


class Undo(QObject):
    """Joins the journal to the Edit menu."""

    def __init__(self, window: QWidget, services: "Services", desk: Desk) -> None:
        super().__init__(window)
        self._window, self._services, self._desk = window, services, desk
        self._labels: tuple[str | None, str | None] = (None, None)
        self.toast = Toast(window)
        self.undo, self.redo, self.history = QAction(self), QAction(self), QAction(self)
        self.undo.setShortcut(QKeySequence.StandardKey.Undo)
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        for action, icon in ((self.undo, "undo"), (self.redo, "redo"), (self.history, "history")):
            icons.wear(action, icon)
        self.undo.triggered.connect(self._undo)
        self.redo.triggered.connect(self._redo)
        self.history.triggered.connect(self._ask_history)
        desk.changed.connect(self._on_changed)
        self.retranslate()
        self._ask_labels()

    def retranslate(self) -> None:
        """Name the steps again in the current language."""
        undo, redo = self._labels
        self.undo.setText(_("Undo: {step}").format(step=undo) if undo else _("Undo"))
        self.redo.setText(_("Redo: {step}").format(step=redo) if redo else _("Redo"))
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)
        self.history.setText(_("History…"))

    def refresh(self) -> None:
        """Ask for the steps again (after a language switch)."""
        self._ask_labels()

    def _undo(self) -> None:
        self._desk.run_long(self.undo.text(), self._services.history.undo, self._undone)

    def _redo(self) -> None:
        self._desk.run_long(self.redo.text(), self._services.history.redo, self._redone)

    def _undone(self, change: Change | None) -> None:
        if change is not None:
            self._desk.publish(change)
            self.toast.say(_("Undone: {step}").format(step=spoken(change)), _("Redo"), self._redo)

    def _redone(self, change: Change | None) -> None:
        if change is not None:
            self._desk.publish(change)
            self.toast.say(_("Done again: {step}").format(step=spoken(change)))

    def _on_changed(self, change: Change) -> None:
        if change.note:
            self._tell_note(change)
        elif change.changeset is not None:  # scans keep their own log
            this = partial(self.take_back, change.changeset)  # never one that came before or after
            self.toast.say(spoken(change), _("Undo"), this)
            self._ask_labels()

    def _tell_note(self, change: Change) -> None:
        """Say what happened without a way back: it changed nothing that could be taken back."""
        if Topic.DOCUMENTS not in change.topics:  # documents say what was saved and left out
            self.toast.say(spoken(change))

    def _ask_labels(self) -> None:
        history = self._services.history
        self._desk.run(lambda: (history.undo_label(), history.redo_label()), then=self._show_labels)

    def _show_labels(self, labels: tuple[str | None, str | None]) -> None:
        self._labels = labels
        self.retranslate()

    def _ask_history(self) -> None:
        self._desk.run(self._services.history.all, then=self._show_history)

    def _show_history(self, entries: "tuple[HistoryEntry, ...]") -> None:
        dialog = HistoryDialog(_("History of this file"), entries, self._window)
        dialog.undo_asked.connect(self.take_back)
        dialog.open()

    def take_back(self, changeset: "UUID") -> None:
        """Undo one change of the history."""
        history = self._services.history
        self._desk.run_long(
            _("Undo"), lambda progress: history.undo_changeset(changeset, progress), self._undone
        )


def spoken(change: Change) -> str:
    """Return what a change did, in the current language."""
    return change.text()
