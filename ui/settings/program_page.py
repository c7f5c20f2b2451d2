"""The page of the settings about the program on this computer; every choice holds at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from summit_desk.support.i18n import _
from summit_desk.support.settings import (
    BACKUPS_KEPT,
    MINUTES_BETWEEN_BACKUPS,
    Settings,
    Speech,
    Theme,
)
from ui.kit.cards import Card, words

Choices = Sequence[tuple[object, Callable[[], str]]]
SPEECHES: Choices = (
    (Speech.CHINESE, lambda: "中文"),  # a language is called by its own name
    (Speech.ENGLISH, lambda: "English"),
    (Speech.SYSTEM, lambda: _("As the system")),
)
THEMES: Choices = (
    (Theme.LIGHT, lambda: _("Light")),
    (Theme.DARK, lambda: _("Dark")),
    (Theme.SYSTEM, lambda: _("As the system")),
)


class Radios(QWidget):
    """One of a few, side by side."""

    chosen = Signal(object)

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._words = [text for _value, text in choices]
        self._values = [value for value, _text in choices]
        self._buttons = [QRadioButton() for _value in choices]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(22)
        for at, button in enumerate(self._buttons):
            self._group.addButton(button, at)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(lambda at: self.chosen.emit(self._values[at]))
        self.setFocusProxy(self._buttons[0])
        self.retranslate()

    def show_value(self, value: object) -> None:
        """Mark the choice that holds."""
        self._buttons[self._values.index(value)].setChecked(True)

    def retranslate(self) -> None:
        """Say the choices in the current language."""
        for button, text in zip(self._buttons, self._words, strict=True):
            button.setText(text())


class ProgramPage(QWidget):
    """Language, theme, who works here, sounds and backups."""

    speech_chosen = Signal(object)
    theme_chosen = Signal(object)
    signed = Signal(str, str)  # who works here, what this station is called
    sound_switched = Signal(bool)
    backup_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._note = words("", "title"), words("", "note")
        self._labels = [words() for _row in range(6)]
        self._helps = [words("", "muted", wrap=True) for _row in range(6)]
        self.speech, self.theme = Radios(SPEECHES), Radios(THEMES)
        self.actor, self.station = QLineEdit(), QLineEdit()
        self.sounds, self.back_up = QCheckBox(), QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        """Show what holds."""
        self.speech.show_value(settings.speech)
        self.theme.show_value(settings.theme)
        if not self.actor.hasFocus():
            self.actor.setText(settings.actor)
        if not self.station.hasFocus():
            self.station.setText(settings.station)
        self.sounds.setChecked(settings.sounds)

    def show_backed_up(self) -> None:
        """Say that a backup was made just now."""
        self._helps[-1].setText(_("A backup was made just now."))

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self._title.setText(_("This program"))
        self._note.setText(_("For you on this computer, whichever summit is open."))
        self.sounds.setText(_("Sounds at the check-in station"))
        self.back_up.setText(_("Back up now"))
        for radios in (self.speech, self.theme):
            radios.retranslate()
        for label, note, (text, told) in zip(self._labels, self._helps, row_words(), strict=True):
            label.setText(text)
            note.setText(told)
            note.setVisible(bool(told))
        self.actor.setAccessibleName(_("Who works here"))
        self.station.setAccessibleName(_("This station"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(18)
        grid.setColumnMinimumWidth(0, 150)
        grid.setColumnStretch(1, 1)
        edits = (self.speech, self.theme, self.actor, self.station, self.sounds, self.back_up)
        for row, edit in enumerate(edits):
            self._add_row(grid, row, edit)
        card = Card()
        card.body.addLayout(grid)
        card.setMaximumWidth(760)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._title, self._note, card):
            column.addWidget(part)
        column.addStretch(1)

    def _add_row(self, grid: QGridLayout, row: int, edit: QWidget) -> None:
        label, cell = self._labels[row], QVBoxLayout()
        label.setBuddy(edit)
        label.setContentsMargins(0, 6 if isinstance(edit, QLineEdit) else 2, 0, 0)
        cell.setSpacing(4)
        if edit is self.back_up:
            cell.addWidget(edit, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            cell.addWidget(edit)
        cell.addWidget(self._helps[row])
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(cell, row, 1)

    def _connect(self) -> None:
        self.speech.chosen.connect(self.speech_chosen)
        self.theme.chosen.connect(self.theme_chosen)
        for line in (self.actor, self.station):
            line.editingFinished.connect(self._sign)
        self.sounds.clicked.connect(self.sound_switched)
        self.back_up.clicked.connect(self.backup_asked)

    def _sign(self) -> None:
        self.signed.emit(self.actor.text(), self.station.text())


def row_words() -> Sequence[tuple[str, str]]:
    """Return the name of each row, and the sentence below it."""
    backups = _(
        "A backup is made when a summit is opened and every {minutes} minutes while something "
        "changes; the last {count} are kept beside the file."
    ).format(minutes=MINUTES_BETWEEN_BACKUPS, count=BACKUPS_KEPT)
    return (
        (_("Language"), ""),
        (_("Theme"), ""),
        (_("Who works here"), _("Stands in the history beside every change.")),
        (_("This station"), _("What this computer is called at check-in, as in “Entrance 2”.")),
        (_("Sounds"), ""),
        (_("Backups"), backups),
    )
