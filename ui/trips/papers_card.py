"""The passport, visas and insurance of one traveller."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from summit_desk.domain.geography import area_name
from summit_desk.domain.records import TravelDocument, TravelDocumentKind
from summit_desk.domain.trip_view import TravellerView
from summit_desk.domain.trip_words import PAPERS
from summit_desk.support.i18n import N_, _
from ui.kit.cards import Card, words
from ui.kit.pills import PillLabel
from ui.trips.columns import TravellerRow, person_line
from ui.trips.leg_words import shortened
from ui.trips.tones import masked, paper_pill

ADDED = {
    TravelDocumentKind.PASSPORT: N_("Passport"),
    TravelDocumentKind.VISA: N_("Visa"),
    TravelDocumentKind.INSURANCE: N_("Insurance"),
}


class PaperRow(QFrame):
    """One document: opened by click or Enter, taken away by Delete."""

    opened = Signal(object)  # the TravelDocument
    removal_asked = Signal(object)

    def __init__(self, paper: TravelDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = paper
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(10)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(words(_title(paper)))
        text.addWidget(words(_dates(paper), "muted"))
        row.addLayout(text, 1)
        pill = paper_pill(paper)
        row.addWidget(PillLabel(pill.text, pill.tone), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{_title(paper)} {_dates(paper)} {pill.text}")
        self.setToolTip(_("Enter or click to edit, Delete to remove"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit(self.paper)
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit(self.paper)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # so that the release comes here too

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.paper)


class PapersCard(Card):
    """The documents of the chosen traveller, with a button for each kind that can be added."""

    opened = Signal(object)  # a TravelDocument
    removal_asked = Signal(object)
    paper_asked = Signal(object, object)  # a TravellerView, a TravelDocumentKind

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(2)
        self._who: TravellerView | None = None
        self._rows: list[QWidget] = []
        self.hide()

    def rows(self) -> Sequence[PaperRow]:
        """Return the documents on screen."""
        return [row for row in self._rows if isinstance(row, PaperRow)]

    def show_traveller(self, who: TravellerView | None) -> None:
        """Show the documents of a traveller; nobody hides the card."""
        self._who = who
        for row in self._rows:
            self.body.removeWidget(row)
            row.deleteLater()
        self._rows = []
        self.setVisible(who is not None)
        if who is not None:
            self.show_heading(shortened(str(who.facts.spoken_name)))
            self._show(who)

    def _show(self, who: TravellerView) -> None:
        self._add(_told(person_line(TravellerRow(who))))
        order = list(TravelDocumentKind)
        papers = sorted(
            who.facts.documents, key=lambda paper: (order.index(paper.kind), paper.area)
        )
        if who.room_with:
            sentence = _("Shares a room with {name}").format(name=who.room_with)
            self._add(_told(sentence))
        for paper in papers:
            row = PaperRow(paper)
            row.opened.connect(self.opened)
            row.removal_asked.connect(self.removal_asked)
            self._add(row)
        if not papers:
            self._add(words(_("No documents yet."), "note"))
        self._add(self._buttons())

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self.body.addWidget(widget)

    def _buttons(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(4)
        row.addWidget(words(_("Add:"), "muted"))
        for kind, text in ADDED.items():
            button = QPushButton(_(text))
            button.setProperty("kit", "link")
            button.setAccessibleName(_("Add {document}").format(document=_(text)))
            button.clicked.connect(lambda _on=False, kind=kind: self._ask(kind))
            row.addWidget(button)
        row.addStretch(1)
        return bar

    def _ask(self, kind: TravelDocumentKind) -> None:
        if self._who is not None:
            self.paper_asked.emit(self._who, kind)


def _told(text: str) -> QWidget:
    """Return a line that wraps, and never widens the card however long a name is."""
    label = words(text, "muted", wrap=True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _title(paper: TravelDocument) -> str:
    """Return "Visa · Germany · …1234": a number is never shown whole in a list."""
    area = str(area_name(paper.area)) if paper.area else ""
    return " · ".join(filter(None, (_(PAPERS[paper.kind]), area, masked(paper.number))))


def _dates(paper: TravelDocument) -> str:
    if paper.issued_on is None and paper.expires_on is None:
        return _("no dates")
    first = paper.issued_on.isoformat() if paper.issued_on else "…"
    last = paper.expires_on.isoformat() if paper.expires_on else "…"
    return f"{first} – {last}"
