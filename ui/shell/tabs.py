"""A screen that holds others as tabs: attendees and organisations share one item of the rail."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from summit_desk.domain.places import Place, ScreenName
from ui.kit.screen import Screen


@dataclass(frozen=True)
class Tab:
    """One of the screens; it is made when it is first shown."""

    name: ScreenName
    title: Callable[[], str]
    make: Callable[[], Screen]


class TabbedScreen(Screen):
    """Shows one of its screens; what the window asks goes to that one."""

    def __init__(self, tabs: Sequence[Tab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = tuple(tabs)
        self._made: dict[ScreenName, Screen] = {}
        self._bar, self._stack = QTabBar(), QStackedWidget()
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        for tab in self._tabs:
            self._bar.addTab(tab.title())
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 8, 24, 0)
        bar.addWidget(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
        self._show_tab(0)
        self._bar.currentChanged.connect(self._show_tab)

    def current(self) -> Screen:
        """Return the screen of the chosen tab."""
        return self._made[self._tabs[self._bar.currentIndex()].name]

    def title(self) -> str:
        return self.current().title()

    def header_actions(self) -> Sequence[QAction]:
        return self.current().header_actions()

    def show_place(self, place: Place) -> None:
        names = [tab.name for tab in self._tabs]
        if place.screen in names:
            self._bar.setCurrentIndex(names.index(place.screen))
        self.current().show_place(place)

    def focus_search(self) -> None:
        self.current().focus_search()

    def retranslate(self) -> None:
        for at, tab in enumerate(self._tabs):
            self._bar.setTabText(at, tab.title())

    def _show_tab(self, at: int) -> None:
        tab = self._tabs[at]
        if tab.name not in self._made:
            screen = tab.make()
            screen.place_asked.connect(self.place_asked)
            screen.header_changed.connect(self.header_changed)
            self._stack.addWidget(screen)
            self._made[tab.name] = screen
        self._stack.setCurrentWidget(self._made[tab.name])
        self.header_changed.emit()
