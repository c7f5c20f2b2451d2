"""The menus: what can be done with files, the view and help; one table, one place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from summit_desk.support.i18n import N_, _
from summit_desk.support.settings import Settings, Speech, Theme
from ui.kit import icons


@dataclass(frozen=True)
class Item:
    """One line of a menu: its name in `Menus.actions`, words, keys and icon."""

    name: str
    words: str
    keys: str = ""
    icon: str = ""
    needs_file: bool = False


FILE: Sequence[Item | None] = (
    Item("new", N_("New summit…"), "Ctrl+Shift+N", "plus"),
    Item("open", N_("Open…"), "Ctrl+O", "open"),
    Item("demo", N_("Open the demo summit…"), "", "demo"),
    None,
    Item("back_up", N_("Back up now"), "", "backup", needs_file=True),
    Item("copy", N_("Save a copy…"), "Ctrl+Shift+S", "copy", needs_file=True),
    Item("restore", N_("Restore a backup…"), "", "history", needs_file=True),
    None,
    Item("close", N_("Close this summit"), "Ctrl+W", "close", needs_file=True),
    Item("quit", N_("Quit"), "Ctrl+Q"),
)
VIEW: Sequence[Item | None] = (Item("full", N_("Full screen"), "F11", "fullscreen"),)
HELP: Sequence[Item | None] = (
    Item("keys", N_("Keyboard shortcuts"), "F1", "help"),
    Item("about", N_("About Summit Desk"), "", "info"),
)
THEMES = ((Theme.LIGHT, N_("Light")), (Theme.DARK, N_("Dark")), (Theme.SYSTEM, N_("As the system")))
SPEECHES = ((Speech.CHINESE, "中文"), (Speech.ENGLISH, "English"), (Speech.SYSTEM, THEMES[2][1]))


class Menus(QObject):
    """Makes the actions and keeps their words in the current language."""

    recent_chosen = Signal(object)  # a Path
    theme_chosen = Signal(object)
    speech_chosen = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.actions: dict[str, QAction] = {}
        self._words: dict[str, str] = {}
        self._needing: list[QAction] = []
        self.root = QMenu(window)
        self.file, self.edit = QMenu(window), QMenu(window)
        self.view, self.help = QMenu(window), QMenu(window)
        self.recent, self.theme, self.language = QMenu(window), QMenu(window), QMenu(window)
        self._fill(self.file, FILE)
        self.file.insertMenu(self.actions["demo"], self.recent)
        self._themes = self._choices(self.theme, THEMES, self.theme_chosen.emit)
        self._speeches = self._choices(self.language, SPEECHES, self.speech_chosen.emit)
        self.view.addMenu(self.theme)
        self.view.addMenu(self.language)
        self._fill(self.view, VIEW)
        self._fill(self.help, HELP)
        for menu in (self.file, self.edit, self.view, self.help):
            self.root.addMenu(menu)
        self.retranslate()

    def show_file_open(self, *, is_open: bool) -> None:
        """Enable what needs an open file."""
        for action in self._needing:
            action.setEnabled(is_open)

    def show_settings(self, settings: Settings) -> None:
        """Tick the theme and language and list the recent files."""
        self._themes[settings.theme].setChecked(True)
        self._speeches[settings.speech].setChecked(True)
        self.recent.clear()
        self.recent.setEnabled(bool(settings.recent))
        for path in map(Path, settings.recent):
            action = self.recent.addAction(f"{path.stem}  —  {path.parent}")
            action.triggered.connect(lambda _on, chosen=path: self.recent_chosen.emit(chosen))

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        for name, words in self._words.items():
            self.actions[name].setText(_(words))
        for menu, words in (
            (self.file, _("File")),
            (self.edit, _("Edit")),
            (self.view, _("View")),
            (self.help, _("Help")),
            (self.recent, _("Open recent")),
            (self.theme, _("Theme")),
            (self.language, _("Language")),
        ):
            menu.setTitle(words)
        for theme, words in THEMES:
            self._themes[theme].setText(_(words))
        self._speeches[Speech.SYSTEM].setText(_(SPEECHES[2][1]))

    def _fill(self, menu: QMenu, items: Sequence[Item | None]) -> None:
        for item in items:
            if item is None:
                menu.addSeparator()
            else:
                menu.addAction(self._action(item))

    def _action(self, item: Item) -> QAction:
        action = QAction(self)
        if item.keys:
            action.setShortcut(QKeySequence(item.keys))
        if item.icon:
            icons.wear(action, item.icon)
        if item.needs_file:
            self._needing.append(action)
        self._window.addAction(action)
        self.actions[item.name], self._words[item.name] = action, item.words
        return action

    def _choices(
        self,
        menu: QMenu,
        choices: Sequence[tuple[object, str]],
        tell: Callable[[object], object],
    ) -> dict[object, QAction]:
        group, made = QActionGroup(menu), {}
        for value, words in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _on, chosen=value: tell(chosen))
            made[value] = action
        return made
