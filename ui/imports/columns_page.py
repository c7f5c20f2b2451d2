"""The second page: which column is what; guessed, shown with samples, correctable."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from summit_desk.domain.imports.columns import ColumnUse
from summit_desk.domain.imports.synonyms import LIKELY, SURE
from summit_desk.domain.imports.tables import column_letters
from summit_desk.domain.imports.targets import LABELS, Target
from summit_desk.support.i18n import _
from ui.kit.cards import words
from ui.kit.pills import PillLabel
from ui.kit.tones import Tone

NAMED = frozenset({Target.FORUM_OPTION, Target.CUSTOM, Target.CUSTOM_MOMENT})


class ColumnLine:
    """The widgets of one column."""

    def __init__(self, use: ColumnUse, choices: Sequence[tuple[Target, str]]) -> None:
        self.use = use
        self.letter = words(column_letters(use.column), "muted")
        self.title = words(use.title or _("(no title)"), wrap=True)
        self.sample = words(use.sample, "muted", wrap=True)
        self.box = QComboBox()
        self.box.setAccessibleName(_("Meaning of the column {title}").format(title=use.title))
        for target, text in choices:
            self.box.addItem(text, target)
        self.box.setCurrentIndex([target for target, _text in choices].index(use.target))
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setMaxVisibleItems(20)
        self.box.wheelEvent = _pass_on  # type: ignore[method-assign]  # -- scrolling must not choose
        self.name = QLineEdit(use.name)
        self.name.setAccessibleName(_("Name of the forum or field"))
        text, tone = _certainty(use)
        self.pill = PillLabel(text, tone)
        self.follow()

    def follow(self) -> None:
        """Ask for a name only where the meaning has one."""
        self.name.setVisible(self.box.currentData() in NAMED)

    def answer(self) -> ColumnUse:
        """Return what the column is taken for now."""
        target = Target(self.box.currentData())
        changed = target is not self.use.target
        name = self.name.text().strip() or self.use.name
        confidence = 1.0 if changed else self.use.confidence
        return replace(self.use, target=target, name=name, confidence=confidence)

    def widgets(self) -> tuple[QWidget, ...]:
        return self.letter, self.title, self.sample, self.box, self.name, self.pill


class ColumnsPage(QWidget):
    """Shows one line per column."""

    corrected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[ColumnLine] = []
        self._given: tuple[ColumnUse, ...] = ()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self.trouble = words("", "problem", wrap=True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words(_("Columns that mean nothing for the summit are left out."), "note"))
        column.addWidget(self._scroll, 1)
        column.addWidget(self.trouble)

    def show_columns(self, columns: tuple[ColumnUse, ...]) -> None:
        """Show the columns; the same ones again keep what was chosen."""
        if columns == self._given:
            return
        self._given = columns
        choices = [(target, _(label)) for target, label in LABELS.items()]
        self.lines = [ColumnLine(use, choices) for use in columns]
        page = QWidget()
        page.setProperty("kit", "page")
        grid = QGridLayout(page)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for at, title in enumerate(
            ("", _("Column"), _("Sample"), _("Is taken as"), _("Named"), _("Certainty"))
        ):
            grid.addWidget(words(title, "muted"), 0, at)
        for row, line in enumerate(self.lines, 1):
            for at, widget in enumerate(line.widgets()):
                grid.addWidget(widget, row, at)
            line.box.currentIndexChanged.connect(lambda _at, one=line: self._on_chosen(one))
        for at, stretch in enumerate((0, 3, 4, 3, 2, 0)):
            grid.setColumnStretch(at, stretch)
        grid.setRowStretch(len(self.lines) + 1, 1)
        self._scroll.setWidget(page)

    def show_trouble(self, sentence: str) -> None:
        """Say what is wrong with the choice; nothing for an empty sentence."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def answers(self) -> tuple[ColumnUse, ...]:
        """Return what each column is taken for now."""
        return tuple(line.answer() for line in self.lines)

    def _on_chosen(self, line: ColumnLine) -> None:
        line.follow()
        self.show_trouble("")
        self.corrected.emit()


def _certainty(use: ColumnUse) -> tuple[str, Tone]:
    if use.remembered:
        return _("as last time"), Tone.BLUE
    if use.target is Target.IGNORE:
        return _("left out"), Tone.GREY
    if use.confidence >= SURE:
        return _("sure"), Tone.GREEN
    return (_("likely"), Tone.AMBER) if use.confidence >= LIKELY else (_("please check"), Tone.RED)


def _pass_on(event: object) -> None:
    """Let the page scroll instead."""
    getattr(event, "ignore", lambda: None)()
