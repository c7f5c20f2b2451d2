"""The welcome page: start a summit, open one, go on with one, or look at the demo."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from summit_desk.support.i18n import N_, _
from ui.kit import icons
from ui.kit.cards import words
from ui.welcome.banner import Banner

WAYS = (
    ("new", "plus", N_("New summit"), N_("Name, dates, city: the rest can wait.")),
    ("open", "open", N_("Open a summit file"), N_("A .summit file from this computer or a stick.")),
    (
        "demo",
        "demo",
        N_("Look at the demo"),
        N_("A summit as it was reported; all other people and units are examples."),
    ),
)


class WayButton(QPushButton):
    """One way to start: icon, words, a sentence."""

    def __init__(self, icon: str, title: str, sentence: str) -> None:
        super().__init__()
        self._icon, self._texts = icon, (title, sentence)
        self.setProperty("kit", "way")
        self._picture, self._title = QLabel(), words("", "heading")
        self._sentence = words("", "note")
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, 18, 12)
        row.setSpacing(16)
        row.addWidget(self._picture)
        row.addLayout(column, 1)
        for label in (self._picture, self._title, self._sentence):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words in the current language, draw the icon in the current colours."""
        title, sentence = (_(text) for text in self._texts)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{title}. {sentence}")
        self._picture.setPixmap(icons.pixmap(self._icon, 26))


class WelcomePage(QWidget):
    """What stands there when no file is open."""

    creation_asked = Signal()
    opening_asked = Signal()
    demo_asked = Signal()
    recent_chosen = Signal(object)  # a Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent: Sequence[Path] = ()
        self._banner = Banner()
        self._ways = {name: WayButton(*texts) for name, *texts in WAYS}
        for name, told in (
            ("new", self.creation_asked),
            ("open", self.opening_asked),
            ("demo", self.demo_asked),
        ):
            self._ways[name].clicked.connect(told)
        self._recent_title = words("", "heading")
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.menu_button = QToolButton()
        icons.wear(self.menu_button, "menu")
        self.menu_button.setIconSize(QSize(18, 18))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()
        self.retranslate()

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Offer the files that were open lately, as far as they are still there."""
        self._recent = tuple(paths)
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for path in self._recent[:5]:
            self._list.addWidget(self._recent_button(path))
        self._recent_title.setVisible(bool(paths))

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        for way in self._ways.values():
            way.retranslate()
        self._recent_title.setText(_("Go on with"))
        self.menu_button.setAccessibleName(_("Menu"))
        self.menu_button.setToolTip(_("Menu (F10)"))
        self._banner.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = next(iter(self._ways.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 16, 16, 40)
        column.setSpacing(12)
        column.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(2)
        for way in self._ways.values():
            column.addWidget(way)
        column.addSpacing(18)
        column.addWidget(self._recent_title)
        column.addLayout(self._list)
        column.addStretch(3)
        side = QFrame()
        side.setLayout(column)
        side.setMaximumWidth(560)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._banner, 5)
        row.addStretch(1)
        row.addWidget(side, 6)
        row.addStretch(1)

    def _recent_button(self, path: Path) -> QPushButton:
        there = path.exists()
        when = (
            datetime.fromtimestamp(path.stat().st_mtime).astimezone().strftime("%Y-%m-%d %H:%M")
            if there
            else _("not there any more")
        )
        button = QPushButton(f"{path.stem}    {when}")
        button.setProperty("kit", "recent")
        button.setEnabled(there)
        button.setToolTip(str(path))
        icons.wear(button, "file")
        button.clicked.connect(lambda: self.recent_chosen.emit(path))
        return button
