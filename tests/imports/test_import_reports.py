"""After an import a report says what came of it; the reports of all imports are kept."""

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QWidget

from ui.imports.done_dialog import DoneDialog
from ui.imports.rejects import Rejects
from ui.imports.reports_dialog import ReportsDialog, show_reports


@pytest.fixture
def done(start, turn, qtbot, tmp_path):
    """Return the report after an import in which one row had no name."""
    path = tmp_path / "list.csv"
    path.write_text("姓名,手机\n张伟,13800000001\n,13800000002\n", encoding="utf-8")
    wizard = start(path).wizard
    for _page in range(3):
        turn(wizard.next)
    tops = QApplication.topLevelWidgets()
    shown = next(one for one in tops if isinstance(one, DoneDialog) and one.isVisible())
    yield shown
    shown.close()


def test_after_the_import_a_report_says_what_was_left_out(done) -> None:
    assert done.windowTitle() == "Imported list.csv"
    assert done.left_out.text() == "They can't be read as a person: 1"
    assert done.rejects.isVisible()


def test_rejected_rows_are_saved_from_the_report(done, desk, qtbot, tmp_path) -> None:
    saver = done.findChild(Rejects)
    done.rejects.click()
    dialog = next(one for one in done.findChildren(QWidget) if one.inherits("QFileDialog"))
    dialog.fileSelected.emit(str(tmp_path / "out.xlsx"))
    dialog.reject()
    qtbot.waitUntil(desk.jobs.idle)

    assert saver is not None
    rows = list(load_workbook(tmp_path / "out.xlsx").active.iter_rows(values_only=True))
    assert rows[1][1] == "13800000002"


def test_past_imports_are_listed(done, parent, services, desk, qtbot) -> None:
    show_reports(parent, services, desk)
    qtbot.waitUntil(desk.jobs.idle)
    tops = QApplication.topLevelWidgets()
    dialog = next(one for one in tops if isinstance(one, ReportsDialog) and one.isVisible())

    (report,) = dialog.model.rows()
    assert (report.file, report.created, report.skipped) == ("list.csv", 1, 1)
    assert [one.meaning for one in dialog.columns.rows()] == ["Name", "Mobile"]
    assert dialog.summary.text().startswith(
        "Sheet “list”, header in row 1; 2 rows: New 1, Error 1."
    )
    dialog.close()
