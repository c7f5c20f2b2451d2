"""The actions of the trips screen: the documents, and the menu of everything that can be added."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.records import Leg, LegKind, Trip
from summit_desk.domain.trip_words import LEG_KINDS
from summit_desk.support.i18n import N_, _
from ui.kit import icons
from ui.trips.tones import LEG_ICONS

LANGUAGES = {
    DocumentLanguage.CHINESE: N_("In Chinese…"),
    DocumentLanguage.ENGLISH: N_("In English…"),
    DocumentLanguage.BOTH: N_("In both languages…"),
}


class TripActions(QObject):
    """Book, calendar, and what can be added; says what was asked for."""

    add_asked = Signal(object, object)  # a record class, what is known already
    book_asked = Signal(object)  # a DocumentLanguage
    preview_asked = Signal()
    calendar_asked = Signal()
    import_asked = Signal(object)  # None: a file is to be chosen

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.book, self.calendar, self.add = (QAction(self) for _number in range(3))
        self.bring_in = QAction(self)
        self.first_leg, self.new_trip = QAction(self), QAction(self)
        self._there = False
        self.calendar.triggered.connect(self.calendar_asked)
        self.bring_in.triggered.connect(lambda: self.import_asked.emit(None))
        self.bring_in.setShortcut(QKeySequence("Ctrl+I"))
        self.bring_in.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        parent.addAction(self.bring_in)  # the header's buttons have no keys
        self.first_leg.triggered.connect(lambda: self.add_asked.emit(Leg, LegKind.FLIGHT))
        self.new_trip.triggered.connect(lambda: self.add_asked.emit(Trip, None))
        self.add.triggered.connect(self._add_usual)
        self._legs = {kind: self._leg(kind) for kind in LegKind}
        self._add_menu = QMenu(parent)
        self._add_menu.addActions(list(self._legs.values()))
        self._add_menu.addSeparator()
        self._add_menu.addAction(self.new_trip)
        self.add.setMenu(self._add_menu)
        self._books = {language: self._book(language) for language in LANGUAGES}
        self._preview = QAction(self)
        self._preview.triggered.connect(self.preview_asked)
        self._book_menu = QMenu(parent)
        self._book_menu.addActions([*self._books.values(), self._preview])
        self.book.setMenu(self._book_menu)
        self.book.triggered.connect(self.preview_asked)

    def enable(self, *, there: bool) -> None:
        """Allow what needs a trip, when there is one."""
        self._there = there
        for action in (self.book, self.calendar, *self._legs.values()):
            action.setEnabled(there)

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        for action, text, icon, colour in (
            (self.book, _("Trip book PDF"), "documents", ""),
            (self.calendar, _("Calendar .ics"), "calendar", ""),
            (self.bring_in, _("Import…"), "import", ""),
            (self.add, _("Add leg"), "plus", "accent_ink"),
            (self.first_leg, _("Add the first flight"), "flight", "accent_ink"),
            (self.new_trip, _("New trip…"), "trips", ""),
            (self._preview, _("Preview and print"), "eye", ""),
        ):
            action.setText(text)
            icons.wear(action, icon, colour)
        for kind, action in self._legs.items():
            action.setText(_("{kind}…").format(kind=_(LEG_KINDS[kind])))
            icons.wear(action, LEG_ICONS[kind])
        for language, action in self._books.items():
            action.setText(_(LANGUAGES[language]))

    def _leg(self, kind: LegKind) -> QAction:
        action = QAction(self)
        action.triggered.connect(lambda: self.add_asked.emit(Leg, kind))
        return action

    def _book(self, language: DocumentLanguage) -> QAction:
        action = QAction(self)
        action.triggered.connect(lambda: self.book_asked.emit(language))
        return action

    def _add_usual(self) -> None:
        """Add what is added most often: a flight, or the first trip (Ctrl+N)."""
        (self.first_leg if self._there else self.new_trip).trigger()
