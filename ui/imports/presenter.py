"""Joins the import wizard to the use cases: read, understand, plan, apply."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from summit_desk.domain.errors import DeskError
from summit_desk.domain.errors.imports import PlanMovedOn
from summit_desk.domain.imports.plan import ImportPlan, RowVerdict
from summit_desk.support.i18n import _
from ui.imports.file_page import FileAnswers
from ui.imports.wizard import ImportWizard
from ui.kit.confirm import tell
from ui.kit.desk import Desk

if TYPE_CHECKING:
    from summit_desk.domain.imports.tables import Book, Table
    from summit_desk.services.bundle import Services
    from summit_desk.services.import_application import ImportDone
    from summit_desk.services.imports import ImportOptions, SheetGuess

FILTER = "*.xlsx *.xlsm *.xls *.et *.ods *.csv *.tsv *.txt *.html *.htm *.xml *.vcf"


def ask_import(parent: QWidget, services: "Services", desk: Desk, path: Path | None = None) -> None:
    """Let the person choose a list (unless one was dropped) and open the wizard on it."""
    if path is not None:
        ImportPresenter(parent, services, desk, path)
        return
    dialog = QFileDialog(parent, _("Import attendees"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Lists ({kinds})").format(kinds=FILTER), _("All files (*)")])
    dialog.fileSelected.connect(lambda name: ImportPresenter(parent, services, desk, Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class ImportPresenter(QObject):
    """Leads through one import."""

    def __init__(self, parent: QWidget, services: "Services", desk: Desk, path: Path) -> None:
        super().__init__(parent)
        self._parent, self._imports, self._desk, self._path = parent, services.imports, desk, path
        self._event_id = desk.event_id
        self._answers = FileAnswers()
        self._guess: SheetGuess | None = None
        self._plan: ImportPlan | None = None
        self.wizard = ImportWizard(path.name, parent)
        self._connect()
        self._read()

    def _connect(self) -> None:
        wizard = self.wizard
        wizard.back_asked.connect(lambda: wizard.show_page(wizard.page - 1))
        wizard.next_asked.connect(self._go_on)
        wizard.rejects_asked.connect(self._ask_rejects)
        wizard.file_page.corrected.connect(self._correct)
        wizard.plan_page.decided.connect(self._say_import)
        wizard.finished.connect(self.deleteLater)

    def _correct(self, answers: FileAnswers) -> None:
        self._answers = answers
        self._read()

    def _read(self) -> None:
        self.wizard.say_next(_("Next"), enabled=False)
        self._desk.run_long(
            _("Reading {file}").format(file=self._path.name),
            lambda _progress: self._look(),
            self._show_read,
            self._refuse_file,
        )

    def _look(self) -> "tuple[Book, Table, SheetGuess]":
        options = self._options()
        book = self._imports.look(self._path, options)
        table = self._imports.sheet(book, self._path, options)
        return book, table, self._imports.understand(self._event_id, table, options.header_row)

    def _show_read(self, found: "tuple[Book, Table, SheetGuess]") -> None:
        book, table, self._guess = found
        self.wizard.file_page.show_book(book, table, self._guess.layout)
        self.wizard.say_next(_("Next"), enabled=bool(self._guess.layout.rows))
        if not self.wizard.isVisible():
            self.wizard.open()

    def _refuse_file(self, problem: DeskError) -> None:
        tell(self.wizard if self.wizard.isVisible() else self._parent, str(problem))
        if not self.wizard.isVisible():
            self.wizard.reject()
            self.deleteLater()

    def _go_on(self) -> None:
        if self.wizard.page == 0 and self._guess is not None:
            self.wizard.columns_page.show_columns(self._guess.columns)
            self.wizard.show_page(1)
        elif self.wizard.page == 1:
            self._make_plan()
        else:
            self._apply()

    def _make_plan(self) -> None:
        guess = self._guess
        if guess is None:
            return
        options = self._options(columns=True)
        self.wizard.say_next(_("Next"), enabled=False)
        self._desk.run_long(
            _("Comparing with the summit"),
            lambda progress: self._imports.plan_sheet(
                self._event_id, self._path, guess.table, options, progress
            ),
            self._show_plan,
            self._refuse_columns,
        )

    def _refuse_columns(self, problem: DeskError) -> None:
        self.wizard.columns_page.show_trouble(str(problem))
        self.wizard.say_next(_("Next"))

    def _show_plan(self, plan: ImportPlan) -> None:
        self._plan = plan
        self.wizard.plan_page.show_plan(plan)
        self.wizard.show_page(2)
        self.wizard.rejects.setVisible(bool(plan.rejects))
        self._say_import()

    def _say_import(self) -> None:
        """Say on the button how many people will be added or changed."""
        if self._plan is None:
            return
        decisions = self.wizard.plan_page.decisions()
        count = sum(
            decisions.of(row).value != "skip" and row.verdict is not RowVerdict.DUPLICATE
            for row in self._plan.rows
        )
        text = _("Import {count} people") if count else _("Nothing to import")
        self.wizard.say_next(text.format(count=count), enabled=count > 0)

    def _apply(self) -> None:
        plan, decisions = self._plan, self.wizard.plan_page.decisions()
        if plan is None:
            return
        self.wizard.next.setEnabled(False)
        self._desk.run_long(
            _("Importing {file}").format(file=self._path.name),
            lambda progress: self._imports.apply(plan, decisions, progress),
            self._finish,
            self._refuse_apply,
        )

    def _finish(self, done: "ImportDone") -> None:
        self.wizard.accept()
        self._desk.publish(done.change)

    def _refuse_apply(self, problem: DeskError) -> None:
        tell(self.wizard, str(problem))
        if isinstance(problem, PlanMovedOn):
            self._make_plan()
        self._say_import()

    def _ask_rejects(self) -> None:
        dialog = QFileDialog(self.wizard, _("Save rejected rows"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(_("{name} - rejected rows").format(name=self._path.stem) + ".xlsx")
        dialog.fileSelected.connect(self._save_rejects)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_rejects(self, name: str) -> None:
        plan = self._plan
        if plan is not None:
            decisions = self.wizard.plan_page.decisions()
            self._desk.run(lambda: self._imports.save_rejects(plan, Path(name), decisions))

    def _options(self, *, columns: bool = False) -> "ImportOptions":
        from summit_desk.services.imports import ImportOptions  # noqa: PLC0415 -- loads the tables

        answers = self._answers
        return ImportOptions(
            answers.sheet,
            answers.encoding,
            answers.delimiter,
            answers.header_row,
            self.wizard.columns_page.answers() if columns else (),
        )
