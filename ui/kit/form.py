"""The form of the house: a table of fields shown as a dialog, with problems at their fields."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.change import Change
from summit_desk.domain.errors import DeskError, Invalid, Problem
from summit_desk.domain.progress import Progress
from summit_desk.support.i18n import N_, _
from ui.kit.desk import Desk
from ui.kit.editors import (
    Check,
    Choice,
    Choices,
    Colour,
    Date,
    DateTime,
    Decimal,
    Editor,
    Image,
    Line,
    Lines,
    Lookup,
    Money,
    Number,
    SeatPlace,
    Tags,
    Time,
)
from ui.kit.form_guide import GUIDED_FROM, FormGuide
from ui.kit.form_page import Field, FormPage, Group, problem_label, say
from ui.kit.inputs import LineInput
from ui.kit.leaving import Leaving

__all__ = [
    "Check",
    "Choice",
    "Choices",
    "Colour",
    "Date",
    "DateTime",
    "Decimal",
    "Editor",
    "Field",
    "FormDialog",
    "Group",
    "Image",
    "Line",
    "Lines",
    "Lookup",
    "Money",
    "Number",
    "SeatPlace",
    "Tags",
    "Time",
]

Values = dict[str, object]
WIDER = 60  # pixels that a long form has besides its guide
SPARED = 80  # pixels of the screen for title bar and task bar
EMPTY = N_("Please fill this in.")


class FormDialog(QDialog):
    """Edits `values`. Emits `submitted(values)` and stays open until `accept()` is called."""

    submitted = Signal(dict)

    def __init__(
        self,
        title: str,
        fields: Sequence[Field | Group],
        values: Mapping[str, object],
        parent: QWidget | None = None,
        *,
        save: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._page = FormPage(fields)
        self.inputs, self._notes = self._page.inputs, self._page.notes
        self._values = dict(values)
        self._frame(save or _("Save"))
        for key, widget in self.inputs.items():
            if key in values:
                widget.show_value(values[key])
            widget.changed.connect(partial(self._on_changed, key))
        self._order_tabs()
        self._opened, self._touched = self.values(), set[str]()
        Leaving(self, self._is_changed)

    def values(self) -> Values:
        """Return what was given, with what the person entered."""
        return self._values | {key: widget.value() for key, widget in self.inputs.items()}

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark the fields that have problems and put the cursor into the first of them."""
        for key in self.inputs:
            self._page.clear_problem(key)
        strays = [str(problem) for problem in problems if problem.field not in self.inputs]
        say(self._stray, " ".join(strays))
        for problem in problems:
            if problem.field in self.inputs:
                self._page.show_problem(problem)
        marked = [one.field for one in problems if one.field in self.inputs]
        if marked:
            self.inputs[marked[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        self._save.setEnabled(True)

    def show_hints(self, doubts: Sequence[Problem]) -> None:
        """Say at their fields what looks odd, the first of each, in place of what was said."""
        said = {doubt.field: str(doubt) for doubt in reversed(doubts)}
        for key in self.inputs:
            self._page.show_hint(key, said.get(key, ""))

    def save_through(self, desk: Desk, work: Callable[[Values], Change]) -> None:
        """Save with `work(values)` on the desk's lane, publish the change and close.

        Problems are marked, another refusal is told; the form stays open with both.
        """
        self.submitted.connect(partial(self._save_with, desk, work))

    def save_long_through(
        self, desk: Desk, title: str, work: Callable[[Values, Progress], Change]
    ) -> None:
        """Save like `save_through` with `work(values, progress)`, which may take long.

        A window then says how far it is; giving up there leaves the form open and all as it was.
        """

        def save(values: Values) -> None:
            self._save.setEnabled(False)
            desk.run_long(
                title,
                lambda progress: work(values, progress),
                partial(self._saved, desk),
                self._refused,
                lambda: self._save.setEnabled(True),
            )

        self.submitted.connect(save)

    def submit(self) -> None:
        """Hand the values over, unless something is missing or can't be taken."""
        wrong = [(field, self._wrong(field)) for field in self._page.fields]
        problems = [Problem(field.key, sentence) for field, sentence in wrong if sentence]
        if problems:
            self.show_problems(problems)
        elif self._save.isEnabled():
            self.submitted.emit(self.values())

    def _wrong(self, field: Field) -> str:
        entered = self.inputs[field.key]
        is_missing = field.required and entered.value() in ("", None, ())
        return entered.trouble() or (EMPTY if is_missing else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # of a window that was minimised
            self._opened = self.values()  # with what the form's owner filled in meanwhile
            self._touched.clear()
        QTimer.singleShot(0, self, self._go_to_start)

    def _on_changed(self, key: str) -> None:
        self._page.clear_problem(key)
        self._touched.add(key)

    def _is_changed(self) -> bool:
        """Tell whether somebody entered what is not what stood there when the form opened."""
        now = self.values()
        return any(now[key] != self._opened[key] for key in self._touched)

    def _go_to_start(self) -> None:
        """Show the first line from its beginning and unmarked, so that no key replaces it."""
        first = next(iter(self.inputs.values()), None)
        if isinstance(first, LineInput):
            first.line.home(False)

    def _save_with(self, desk: Desk, work: Callable[[Values], Change], values: Values) -> None:
        self._save.setEnabled(False)  # a second click must not save twice
        desk.run(lambda: work(values), partial(self._saved, desk), self._refused)

    def _saved(self, desk: Desk, change: Change) -> None:
        self.accept()
        desk.publish(change)

    def _refused(self, problem: DeskError) -> None:
        if isinstance(problem, Invalid):
            self.show_problems(problem.problems)
            return
        self._save.setEnabled(True)
        say(self._stray, str(problem))

    def _frame(self, save: str) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        width = 600
        if len(self._page.headings) >= GUIDED_FROM:
            width += self._guide(outer, scroll)
        outer.addWidget(self._footer(save))
        room = self.screen().availableGeometry().height() - SPARED
        self.resize(width, min(self._page.sizeHint().height() + 84, 720, room))

    def _guide(self, outer: QVBoxLayout, scroll: QScrollArea) -> int:
        """Put the headings of a long form at its left; returns how much wider it gets."""
        guide = FormGuide(self._page.headings, scroll)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(guide)
        row.addWidget(scroll, 1)
        outer.addLayout(row, 1)
        return guide.width() + WIDER

    def _footer(self, save: str) -> QWidget:
        footer = QFrame()
        footer.setProperty("kit", "footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(24, 12, 24, 12)
        self._stray = problem_label()
        cancel, self._save = QPushButton(_("Cancel")), QPushButton(save)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._save.setProperty("kit", "primary")
        self._save.setDefault(True)
        self._save.setToolTip(_("Ctrl+Enter"))
        self._save.clicked.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.submit)
        row.addWidget(self._stray, 1)
        row.addStretch(0)
        row.addWidget(cancel)
        row.addWidget(self._save)
        self._buttons = (cancel, self._save)
        return footer

    def _order_tabs(self) -> None:
        stops = [*self.inputs.values(), *self._buttons]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)
        if self.inputs:
            next(iter(self.inputs.values())).setFocus(Qt.FocusReason.OtherFocusReason)
