"""The finder: joins the search box, the palette, the file's search and the commands."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from summit_desk.domain.people_lists import Hit, HitKind
from summit_desk.support.i18n import N_, _
from ui.kit.desk import Desk
from ui.kit.search_field import SearchField
from ui.shell.commands import Command, matching
from ui.shell.palette import Offer, Palette

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services

MOST_HITS = 24
KINDS = {
    HitKind.ATTENDEE: (N_("attendee"), "attendees"),
    HitKind.SPEAKER: (N_("speaker"), "speakers"),
    HitKind.ORGANISATION: (N_("organisation"), "organisations"),
    HitKind.SESSION: (N_("agenda item"), "agenda"),
    HitKind.FORUM: (N_("forum"), "room"),
    HitKind.TRIP: (N_("trip"), "trips"),
    HitKind.FILTER: (N_("saved filter"), "filter"),
}


class Finder(QObject):
    """Answers while the person types; nothing typed offers the commands."""

    place_asked = Signal(object)

    def __init__(
        self,
        field: SearchField,
        services: "Services",
        desk: Desk,
        commands: Callable[[], Sequence[Command]],
    ) -> None:
        super().__init__(field)
        self._field, self._services, self._desk = field, services, desk
        self._commands = commands
        self._hits: Sequence[Hit] = ()
        self._before: QWidget | None = None  # what had the keyboard before
        self.palette = Palette(field.window())
        self.palette.taken.connect(self._leave)
        field.searched.connect(self._search)
        field.installEventFilter(self)

    def open(self) -> None:
        """Put the cursor into the search box and offer commands."""
        self._before = QApplication.focusWidget()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        if event.type() is QEvent.Type.FocusOut:
            self.palette.hide()
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._show()
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        deeds: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Down: lambda: self.palette.move_by(1),
            Qt.Key.Key_Up: lambda: self.palette.move_by(-1),
            Qt.Key.Key_Return: self.palette.take,
            Qt.Key.Key_Enter: self.palette.take,
            Qt.Key.Key_Escape: self._leave,
        }
        if key not in deeds:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.palette.isVisible():
            self._show()
        else:
            deeds[key]()
        return True

    def _search(self, text: str) -> None:
        if not self._field.hasFocus():
            return
        if not text.strip() or text.startswith(">"):
            self._hits = ()
            self._show()
            return
        event_id = self._desk.event_id
        self._desk.run(
            lambda: self._services.search.everything(event_id, text, MOST_HITS),
            then=lambda hits: self._found(text, hits),
        )

    def _found(self, text: str, hits: Sequence[Hit]) -> None:
        if text == self._field.text() and self._field.hasFocus():
            self._hits = hits
            self._show()

    def _show(self) -> None:
        text = self._field.text().lstrip(">").strip()
        commands = [self._command(one) for one in matching(self._commands(), text)]
        self.palette.show_offers([*map(self._hit, self._hits), *commands])
        self.palette.open_under(self._field)

    def _hit(self, hit: Hit) -> Offer:
        word, icon = KINDS[hit.kind]
        return Offer(hit.title, hit.note, _(word), icon, lambda: self.place_asked.emit(hit.place))

    def _command(self, command: Command) -> Offer:
        return Offer(command.words, command.group, command.keys, command.icon, command.run)

    def _leave(self) -> None:
        self._hits = ()
        self.palette.hide()
        self._field.clear()
        self._field.clearFocus()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
