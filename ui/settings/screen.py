"""The settings screen: the event and what belongs to it, and this program."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from summit_desk.domain.places import Place
from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.screen import Screen
from ui.settings.event_page import EventPage
from ui.settings.list_page import ListPage
from ui.settings.program_page import ProgramPage
from ui.settings.sections import SECTIONS
from ui.settings.things import Things
from ui.settings.words_page import WordsPage

LIST_WIDTH, ITEM_HEIGHT = 200, 36


class SettingsScreen(Screen):
    """A list of sections at the left, the chosen one at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.event_page, self.program_page = EventPage(), ProgramPage()
        self.lists = {section.key: ListPage(section) for section in SECTIONS}
        self.words_page = WordsPage()
        self._icons = ["calendar", *(section.icon for section in SECTIONS), "tag", "settings"]
        self._sections = QListWidget()
        self._sections.setFixedWidth(LIST_WIDTH)
        self._sections.setIconSize(QSize(18, 18))
        self._sections.setProperty("kit", "sections")
        self._pages = QStackedWidget()
        pages = (self.event_page, *self.lists.values(), self.words_page, self.program_page)
        for page in pages:
            self._pages.addWidget(page)
            QListWidgetItem(self._sections).setSizeHint(QSize(0, ITEM_HEIGHT))
        self._sections.currentRowChanged.connect(self._show_page)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(24)
        row.addWidget(self._sections)
        row.addWidget(self._pages, 1)
        self._sections.setCurrentRow(0)
        self.retranslate()

    def title(self) -> str:
        return _("Settings")

    def header_actions(self) -> Sequence[QAction]:
        page = self._pages.currentWidget()
        if isinstance(page, EventPage):
            return (page.edit,)
        if isinstance(page, WordsPage):
            return (page.add,)
        if isinstance(page, ListPage) and page.section.add is not None:
            return (page.add,)
        return ()

    def show_place(self, place: Place) -> None:
        for at, page in enumerate(self.lists.values(), start=1):
            if place.subject is not None and page.table.select(place.subject):
                self._sections.setCurrentRow(at)

    def show_things(self, things: Things) -> None:
        """Fill every list."""
        for page in self.lists.values():
            page.show_things(things)

    def show_section(self, key: str) -> None:
        """Show the list of that name."""
        self._sections.setCurrentRow(1 + list(self.lists).index(key))

    def retranslate(self) -> None:
        sections = (section.title() for section in SECTIONS)
        titles = [_("Event"), *sections, _("Lists of words"), _("This program")]
        self._sections.setAccessibleName(_("Sections"))
        for at, title in enumerate(titles):
            item = self._sections.item(at)
            item.setText(title)
            item.setIcon(icons.icon(self._icons[at]))

    def _show_page(self, at: int) -> None:
        self._pages.setCurrentIndex(at)
        self.header_changed.emit()
