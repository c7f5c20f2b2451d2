"""Joins the import wizard to the use cases: read, understand, plan, apply."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from summit_desk.domain.errors import DeskError
from summit_desk.domain.errors.imports import PlanMovedOn
from summit_desk.domain.imports.plan import Decisions, ImportPlan
from summit_desk.domain.progress import Cancelled, Progress
from summit_desk.support.i18n import _
from ui.imports.done_dialog import DoneDialog
from ui.imports.file_page import FileAnswers, Found
from ui.imports.rejects import Rejects
from ui.imports.wizard import ImportWizard
from ui.kit.confirm import tell
from ui.kit.desk import Desk

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services
    from summit_desk.services.import_application import ImportDone
    from summit_desk.services.import_sources import Source
    from summit_desk.services.imports import ImportOptions, SheetGuess
    from ui.kit.jobs import Job

Result = TypeVar("Result")
FILE, COLUMNS, PLAN = range(3)


class ImportPresenter(QObject):
    """Leads through one import."""

    def __init__(self, parent: QWidget, services: "Services", desk: Desk, source: "Source") -> None:
        super().__init__(parent)
        self._parent, self._source = parent, source
        self._imports, self._desk = services.imports, desk
        self._event_id = desk.event_id
        self._answers = self._followed = FileAnswers()  # the last that could be followed
        self._found: Found | None = None
        self._guess: SheetGuess | None = None
        self._plan: ImportPlan | None = None
        self.job: Job | None = None
        self.wizard = ImportWizard(source.path.name, parent)
        self._rejects = Rejects(self.wizard, services.imports, desk)
        self._connect()
        self._read()

    def _connect(self) -> None:
        wizard = self.wizard
        wizard.back_asked.connect(self._go_back)
        wizard.next_asked.connect(self._go_on)
        wizard.rejects_asked.connect(self._ask_rejects)
        wizard.file_page.corrected.connect(self._correct)
        wizard.plan_page.decided.connect(self._say_import)
        wizard.finished.connect(self._leave)

    def _long(
        self,
        title: str,
        work: Callable[[Progress], Result],
        then: Callable[[Result], object],
        refused: Callable[[DeskError], object],
    ) -> None:
        """Run something that takes a while and can be given up."""
        self.wizard.next.setEnabled(False)
        self.job = self._desk.run_long(
            title, partial(_unless_given_up, work), partial(self._answer, then), refused
        )

    def _answer(self, then: Callable[[Result], object], result: Result | None) -> None:
        if not (isValid(self) and isValid(self.wizard)):
            return
        if result is not None:
            then(result)
        elif self.wizard.isVisible():
            self._offer_next()
        else:
            self.wizard.reject()

    def _correct(self, answers: FileAnswers) -> None:
        self._answers = answers
        self._read()

    def _read(self) -> None:
        self._long(
            _("Reading {file}").format(file=self._source.path.name),
            self._look,
            self._show_read,
            self._refuse_file,
        )

    def _look(self, progress: Progress) -> "tuple[FileAnswers, Found, SheetGuess]":
        answers, options = self._answers, self._options()
        book = self._source.look(options)
        progress.step(1, 3)
        whole = self._imports.sheet(book, self._source.path, options)
        table = whole if answers.hidden else whole.without_hidden()
        progress.step(2, 3)
        guess = self._imports.understand(self._event_id, table, options.header_row)
        return answers, Found(book, whole, table, guess.layout), guess

    def _show_read(self, read: "tuple[FileAnswers, Found, SheetGuess]") -> None:
        self._followed, self._found, self._guess = read
        self.wizard.file_page.show_found(self._found)
        self._offer_next()
        if not self.wizard.isVisible():
            self.wizard.open()

    def _refuse_file(self, problem: DeskError) -> None:
        """Say what is wrong; the page goes back to what could be read."""
        if self._found is None:
            tell(self._parent, str(problem))
            self.wizard.reject()
            return
        tell(self.wizard, str(problem))
        self._answers = self._followed
        self.wizard.file_page.show_answers(self._followed)
        self.wizard.file_page.show_found(self._found)
        self._offer_next()

    def _go_back(self) -> None:
        self.wizard.show_page(self.wizard.page - 1)
        self._offer_next()

    def _go_on(self) -> None:
        if self.wizard.page == FILE and self._guess is not None:
            self.wizard.columns_page.show_columns(self._guess.columns)
            self.wizard.show_page(COLUMNS)
        elif self.wizard.page == COLUMNS:
            self._make_plan()
        else:
            self._apply()

    def _make_plan(self) -> None:
        guess, options = self._guess, self._options(columns=True)
        if guess is not None:
            self._long(
                _("Comparing with the summit"),
                lambda progress: self._imports.plan_sheet(
                    self._event_id, self._source.path, guess.table, options, progress
                ),
                self._show_plan,
                self._refuse_columns,
            )

    def _refuse_columns(self, problem: DeskError) -> None:
        self.wizard.columns_page.show_trouble(str(problem))
        self.wizard.show_page(COLUMNS)

    def _show_plan(self, plan: ImportPlan) -> None:
        self._plan = plan
        self.wizard.plan_page.show_plan(plan)
        self.wizard.show_page(PLAN)
        self.wizard.rejects.setVisible(bool(plan.rejects))
        self._say_import()

    def _offer_next(self) -> None:
        """Let the person go on from the page that is shown."""
        if self.wizard.page == PLAN:
            self._say_import()
        else:
            lines = self._guess is not None and bool(self._guess.layout.rows)
            self.wizard.say_next(_("Next"), enabled=lines)

    def _say_import(self) -> None:
        """Say on the button how many people will be added or changed."""
        if self._plan is None:
            return
        count = self.wizard.plan_page.decisions().written(self._plan)
        text = _("Import {count} people") if count > 1 else _("Import one person")
        if not count:
            text = _("Nothing to import")
        self.wizard.say_next(text.format(count=count), enabled=count > 0)

    def _apply(self) -> None:
        plan, decisions = self._plan, self.wizard.plan_page.decisions()
        if plan is not None:
            self._long(
                _("Importing {file}").format(file=self._source.path.name),
                lambda progress: self._imports.apply(plan, decisions, progress),
                partial(self._finish, plan, decisions),
                self._refuse_apply,
            )

    def _finish(self, plan: ImportPlan, decisions: Decisions, done: "ImportDone") -> None:
        counts = (done.created, done.updated, done.skipped)
        report = DoneDialog(plan, decisions, counts, self._parent)
        rejects = Rejects(report, self._imports, self._desk)
        report.rejects_asked.connect(partial(rejects.ask, plan, decisions))
        self.wizard.accept()
        self._desk.publish(done.change)
        report.open()

    def _refuse_apply(self, problem: DeskError) -> None:
        tell(self.wizard, str(problem))
        if isinstance(problem, PlanMovedOn):
            self._make_plan()
        else:
            self._say_import()

    def _ask_rejects(self) -> None:
        if self._plan is not None:
            self._rejects.ask(self._plan, self.wizard.plan_page.decisions())

    def _leave(self) -> None:
        if self.job is not None:
            self.job.cancel()
        self.deleteLater()

    def _options(self, *, columns: bool = False) -> "ImportOptions":
        from summit_desk.services.imports import ImportOptions  # noqa: PLC0415 -- loads the tables

        answers, page = self._answers, self.wizard.columns_page
        return ImportOptions(
            answers.sheet,
            answers.encoding,
            answers.delimiter,
            answers.header_row,
            page.answers() if columns else (),
            erase_empty=page.erase.isChecked(),
        )


def _unless_given_up(work: Callable[[Progress], Result], progress: Progress) -> Result | None:
    try:
        return work(progress)
    except Cancelled:
        return None
