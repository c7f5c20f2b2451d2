"""The screen of badges and documents: which, for whom, the real pages, and the check."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from summit_desk.domain.documents.choices import BadgeCheck, Document, Written
from summit_desk.domain.documents.sheets import SheetPreview
from summit_desk.domain.places import Place
from summit_desk.support.i18n import _
from ui.documents.attendance_card import AttendanceCard
from ui.documents.check_card import CheckCard
from ui.documents.items import FIXED, SHEETS, Item
from ui.documents.list_editor import ListEditor
from ui.documents.list_preview import ListPreview
from ui.documents.people_card import PeopleCard
from ui.documents.presets_card import PresetsCard
from ui.documents.told import ToldLines
from ui.kit import icons
from ui.kit.cards import EmptyState, words
from ui.kit.chips import Chip, Chips
from ui.kit.pdf_page import PdfPages
from ui.kit.screen import Screen

if TYPE_CHECKING:
    from uuid import UUID

PAGES, ROWS, NOTHING = range(3)
MANY = 6  # lines about a file that are counted, because not all of them are in sight
SIDES = {Document.ATTENDEES: 1, Document.ATTENDANCE: 2}  # the card beside; 0: the check


class DocumentsScreen(Screen):
    """Shows documents; decides nothing."""

    item_chosen = Signal(object)  # an Item
    choice_changed = Signal()  # people, language or columns
    saving_asked = Signal()
    printing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[Item] = FIXED
        self._wanted: UUID | None = None  # a trip whose book was asked for before it was listed
        self._read = ""  # the document whose rows are shown
        self.documents = Chips()
        self.people, self.check = PeopleCard(), CheckCard()
        self.presets, self.editor = PresetsCard(), ListEditor()
        self.attendance = AttendanceCard()
        self.pages, self.rows = PdfPages(), ListPreview()
        self._empty = EmptyState("documents", "", "")
        self._centre, self._side = QStackedWidget(), QStackedWidget()
        self._note, self._told = words("", "muted"), ToldLines()
        self._told.hide()
        self.smaller, self.larger = QToolButton(), QToolButton()
        self.save_action, self.print_action = QAction(self), QAction(self)
        self._make_actions()
        self._lay_out()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        return _("Badges & documents")

    def header_actions(self) -> Sequence[QAction]:
        return (self.save_action, self.print_action)

    def item(self) -> Item:
        """Return the chosen document."""
        key = self.documents.chosen_key()
        return next((item for item in self._items if item.key == key), self._items[0])

    def choose(self, item: Item) -> None:
        """Choose a document, as a click on its chip does."""
        self.documents.choose(item.key)
        self.item_chosen.emit(item)

    def show_items(self, items: Sequence[Item]) -> None:
        """Offer these documents; the chosen one stays."""
        self._items = items
        self.documents.show_chips([Chip(item.key, item.title()) for item in items])
        self.show_item(self.item())
        self._choose_wanted()

    def show_place(self, place: Place) -> None:
        self._wanted = place.subject
        self._choose_wanted()

    def show_item(self, item: Item) -> None:
        """Show only the choices that this document has."""
        is_badge = item.document is Document.BADGES
        is_list = item.document in SHEETS
        self.people.show_people(shown=item.has_people, badges=is_badge)
        self.presets.setVisible(item.document is Document.ATTENDEES)
        self._side.setCurrentIndex(SIDES.get(item.document, 0))
        self.print_action.setEnabled(not is_list)
        for button in (self.smaller, self.larger):
            button.setVisible(not is_list)
        self.check.show_written(None)
        self.tell("")

    def show_pages(self, content: bytes) -> None:
        """Show the pages of a PDF."""
        self._show(PAGES)
        self.pages.show_pdf(content)

    def show_rows(self, previews: Sequence[SheetPreview]) -> None:
        """Show the first lines of the sheets of a list."""
        self._read = self.item().key
        self.rows.show_previews(previews)
        self._show(ROWS)

    def show_reading(self, text: str) -> None:
        """Say that the rows are being read; those of another document make room."""
        if self._centre.currentIndex() != ROWS or self._read != self.item().key:
            self.rows.show_previews(())
            self._show(ROWS)
        self._read = self.item().key
        self.show_note(text)

    def show_note(self, text: str) -> None:
        """Say how much of the document is shown."""
        self._note.setText(text)

    def tell(self, text: str) -> None:
        """Say what was done; it stays until something else is chosen."""
        self._told.show_text(text)
        self._told.setVisible(bool(text))

    def show_nothing(self, sentence: str) -> None:
        """Say why there is nothing to see."""
        self._empty.sentence.setText(sentence)
        self._note.setText("")
        self.pages.show_pdf(b"")
        self._show(NOTHING)

    def show_check(self, check: BadgeCheck | None) -> None:
        """Show what was found about the badges."""
        self.check.show_check(check)

    def show_written(self, written: Written) -> None:
        """Say that a file was written."""
        self.check.show_written(written)
        if self.item().document in SHEETS:  # something else stands where the check is
            self.tell("\n".join(_about(written)))

    def retranslate(self) -> None:
        """Say every text again."""
        self.save_action.setText(_("Save as…"))
        self.print_action.setText(_("Print…"))
        self.smaller.setToolTip(_("Smaller"))
        self.larger.setToolTip(_("Larger"))
        self._empty.title.setText(_("Nothing to show"))
        self.documents.setAccessibleName(_("Documents"))
        self.pages.setAccessibleName(_("Pages"))
        for part in (self.people, self.presets, self.editor, self.attendance, self.check):
            part.retranslate()
        self.show_items(self._items)
        self.header_changed.emit()

    def _choose_wanted(self) -> None:
        book = next((one for one in self._items if one.trip_id == self._wanted), None)
        if book is not None and self._wanted is not None:
            self._wanted = None
            self.choose(book)

    def _show(self, index: int) -> None:
        self._centre.setCurrentIndex(index)
        self.save_action.setEnabled(index != NOTHING)
        is_list = self.item().document in SHEETS
        self.print_action.setEnabled(index != NOTHING and not is_list)

    def _make_actions(self) -> None:
        icons.wear(self.save_action, "save")
        icons.wear(self.print_action, "print")
        self.save_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self.print_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        for action in (self.save_action, self.print_action):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        for button, text in ((self.smaller, "−"), (self.larger, "+")):
            button.setText(text)
            button.setAutoRaise(True)

    def _lay_out(self) -> None:
        for page in (self.pages, self.rows, self._empty):
            self._centre.addWidget(page)
        for card in (self.check, self.editor, self.attendance):
            self._side.addWidget(card)
        self._side.setFixedWidth(272)
        tools = QHBoxLayout()
        tools.addWidget(self._note, 1)
        tools.addWidget(self.smaller)
        tools.addWidget(self.larger)
        middle = QVBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self._centre, 1)
        middle.addWidget(self._told)
        middle.addLayout(tools)
        row = QHBoxLayout()
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.presets, 1)
        left.addWidget(self.people)
        row.addLayout(left)
        row.addLayout(middle, 1)
        row.addWidget(self._side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(14)
        whole.addWidget(self.documents)
        whole.addLayout(row, 1)

    def _connect(self) -> None:
        self.documents.chosen.connect(lambda _key: self.item_chosen.emit(self.item()))
        self.item_chosen.connect(self.show_item)
        self.choice_changed.connect(lambda: self.tell(""))
        self.people.changed.connect(self.choice_changed)
        self.editor.changed.connect(self.choice_changed)
        self.attendance.changed.connect(self.choice_changed)
        self.check.place_asked.connect(self.place_asked)
        self.save_action.triggered.connect(self.saving_asked)
        self.print_action.triggered.connect(self.printing_asked)
        self.smaller.clicked.connect(self.pages.zoom_out)
        self.larger.clicked.connect(self.pages.zoom_in)


def _about(written: Written) -> list[str]:
    """Return the lines about a file that was written; nothing that was found is left out."""
    found = [finding.text() for finding in written.findings]
    saved = [_("Saved: {file}").format(file=written.path.name)]
    if len(found) > MANY:
        saved.append(_("{count} remarks; scroll to read them all.").format(count=len(found)))
    return saved + found
