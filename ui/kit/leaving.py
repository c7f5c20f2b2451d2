"""Leaving a form by Esc or its close box: asks first where something was changed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog

from summit_desk.support.i18n import _
from ui.kit.confirm import ask_discard


class Leaving(QObject):
    """Watches a dialog; its Cancel button says what it does and is not asked about."""

    def __init__(self, dialog: QDialog, is_changed: Callable[[], bool]) -> None:
        super().__init__(dialog)
        self._dialog, self._is_changed = dialog, is_changed
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._dialog or not (_is_escape(event) or _is_close(event)):
            return super().eventFilter(watched, event)
        if not (self._dialog.isVisible() and self._is_changed()):
            return super().eventFilter(watched, event)
        event.ignore()
        ask_discard(self._dialog, _("Discard what you changed?"), self._dialog.reject)
        return True


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and (
        event.type() is QEvent.Type.KeyPress and event.matches(QKeySequence.StandardKey.Cancel)
    )


def _is_close(event: QEvent) -> bool:
    return event.type() is QEvent.Type.Close
