"""Going back and forth in the wizard loses no answer; what is given up writes nothing."""

import threading

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtWidgets import QApplication, QWidget

from summit_desk.domain.imports.plan import Decision, RowVerdict
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.records import Attendee, Changeset, Event
from summit_desk.services.import_sources import FileSource, PastedSource
from ui.imports.done_dialog import DoneDialog
from ui.imports.presenter import ImportPresenter
from ui.imports.reports_dialog import ReportsDialog, show_reports
from ui.kit.progress import ProgressWindow


@pytest.fixture
def parent(qtbot, services, desk, event_id):
    with services.store.view() as view:
        desk.show_event(view.get(Event, event_id))
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def start(qtbot, parent, services, desk):
    """Return an opener of the wizard on a source or a file."""

    def open_on(source):
        source = source if isinstance(source, PastedSource) else FileSource(source)
        presenter = ImportPresenter(parent, services, desk, source)
        qtbot.waitUntil(lambda: presenter.wizard.isVisible() and desk.jobs.idle())
        return presenter

    return open_on


@pytest.fixture
def turn(qtbot, desk):
    """Return what presses a button and waits until the page is there."""

    def press(button) -> None:
        button.click()
        qtbot.waitUntil(desk.jobs.idle)

    return press


def choose(box, data) -> None:
    """Choose as a person does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


@pytest.fixture
def two_sheets(tmp_path):
    book = Workbook()
    book.active.title = "第一批"
    for row in (["名单"], ["姓名", "手机", "暗号"], ["张伟", "13800000001", "甲"]):
        book.active.append(row)
    second = book.create_sheet("第二批")
    for row in (["姓名", "单位"], ["李强", "示例院"], ["王芳", "示例院"]):
        second.append(row)
    book.save(tmp_path / "two.xlsx")
    return tmp_path / "two.xlsx"


def line_of(wizard, title: str):
    return next(line for line in wizard.columns_page.lines if line.use.title == title)


@pytest.fixture
def answered(start, turn, desk, qtbot, two_sheets):
    """Return the wizard with an answer on each page, back on the first."""
    wizard = start(two_sheets).wizard
    show_sheet(wizard, "第一批", desk, qtbot)
    wizard.file_page.header.setValue(2)
    qtbot.waitUntil(desk.jobs.idle)
    turn(wizard.next)
    line = line_of(wizard, "暗号")
    line.box.setCurrentIndex(line.box.findData(Target.CUSTOM.value))
    line.name.setText("接头暗号")
    wizard.columns_page.erase.setChecked(True)
    turn(wizard.next)
    choose(wizard.plan_page.verdicts.boxes[RowVerdict.NEW], Decision.SKIP.value)
    wizard.plan_page.table.select(3)
    choose(wizard.plan_page.decision, Decision.APPLY)
    turn(wizard.back)
    turn(wizard.back)
    return wizard


def show_sheet(wizard, name: str, desk, qtbot) -> None:
    choose(wizard.file_page.sheet, name)
    qtbot.waitUntil(desk.jobs.idle)


def check_answers(wizard, turn) -> None:
    assert wizard.file_page.header.value() == 2
    turn(wizard.next)
    answer = line_of(wizard, "暗号").answer()
    assert (answer.target, answer.name) == (Target.CUSTOM, "接头暗号")
    assert wizard.columns_page.erase.isChecked()
    turn(wizard.next)
    assert wizard.plan_page.decisions().verdicts[RowVerdict.NEW] is Decision.SKIP
    assert wizard.plan_page.decisions().rows == {3: Decision.APPLY}
    assert wizard.next.text() == "Import 1 people"


def test_every_answer_survives_going_back(answered, turn) -> None:
    check_answers(answered, turn)


def test_every_answer_survives_another_sheet(answered, turn, desk, qtbot) -> None:
    show_sheet(answered, "第二批", desk, qtbot)
    turn(answered.next)
    assert [one.use.title for one in answered.columns_page.lines] == ["姓名", "单位"]
    turn(answered.next)
    assert answered.plan_page.decisions().rows == {}  # they were about the other sheet
    turn(answered.back)
    turn(answered.back)
    show_sheet(answered, "第一批", desk, qtbot)

    check_answers(answered, turn)


def test_every_answer_survives_another_header_row(answered, turn, desk, qtbot) -> None:
    for row in (3, 2):
        answered.file_page.header.setValue(row)
        qtbot.waitUntil(desk.jobs.idle)
        turn(answered.next)
        turn(answered.back)

    check_answers(answered, turn)


def test_another_encoding_is_shown_at_once_and_can_be_taken_back(
    start, desk, qtbot, tmp_path
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("姓名,单位\n张伟,示例院\n".encode("gb18030"))
    page = start(path).wizard.file_page
    cells = page.model

    choose(page.encoding, "cp950")
    qtbot.waitUntil(desk.jobs.idle)
    wrong = cells.index(0, 0).data()
    choose(page.encoding, "gb18030")
    qtbot.waitUntil(desk.jobs.idle)

    assert wrong != "姓名"
    assert cells.index(0, 0).data() == "姓名"


def test_an_encoding_that_does_not_fit_is_refused_and_the_sample_stays(
    start, desk, qtbot, tmp_path
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("姓名,单位\n张伟,示例院\n".encode("gb18030"))
    wizard = start(path).wizard

    choose(wizard.file_page.encoding, "utf-8")
    qtbot.waitUntil(desk.jobs.idle)

    assert wizard.file_page.encoding.currentData() == "gb18030"
    assert wizard.file_page.model.index(1, 0).data() == "张伟"
    assert wizard.next.isEnabled()


def test_another_delimiter_is_shown_at_once(start, desk, qtbot) -> None:
    from pathlib import Path

    page = start(PastedSource(Path("x"), "姓名;手机\n张伟;1,2\n李强;3,4\n")).wizard.file_page
    assert page.model.columnCount() == 2

    choose(page.delimiter, "|")
    qtbot.waitUntil(desk.jobs.idle)

    assert page.model.columnCount() == 1


def test_hidden_columns_are_read_only_when_wanted(start, turn, desk, qtbot, lists) -> None:
    wizard = start(lists / "synthetic_报名汇总表_messy.xlsx").wizard
    box = wizard.file_page.hidden
    assert box.text() == "Read what is hidden on this sheet, too: columns D."

    box.setChecked(False)
    qtbot.waitUntil(desk.jobs.idle)
    turn(wizard.next)

    assert "民族" not in [
        line.use.title for line in wizard.columns_page.lines if line.use.target is not Target.IGNORE
    ]


def test_all_rows_of_a_kind_are_decided_at_once(start, turn, lists) -> None:
    wizard = start(lists / "synthetic_报名汇总表_messy.xlsx").wizard
    turn(wizard.next)
    turn(wizard.next)
    page = wizard.plan_page
    assert wizard.next.text() == "Import 13 people"

    choose(page.verdicts.boxes[RowVerdict.DUPLICATE], Decision.CREATE.value)
    assert wizard.next.text() == "Import 14 people"
    choose(page.verdicts.boxes[RowVerdict.NEW], Decision.SKIP.value)

    assert wizard.next.text() == "Import 1 people"
    assert page.verdicts.boxes[RowVerdict.CONFLICT].isVisible() is False


def test_a_kind_decided_later_wins_over_single_rows(start, turn, lists) -> None:
    wizard = start(lists / "synthetic_报名汇总表_messy.xlsx").wizard
    turn(wizard.next)
    turn(wizard.next)
    page = wizard.plan_page
    page.table.select(5)
    choose(page.decision, Decision.SKIP)
    assert wizard.next.text() == "Import 12 people"

    choose(page.verdicts.boxes[RowVerdict.NEW], Decision.APPLY.value)

    assert wizard.next.text() == "Import 13 people"


class Gate:
    """Keeps the lane busy until it is opened, so that what follows surely waits."""

    def __init__(self, desk) -> None:
        self._open = threading.Event()
        desk.run(self._open.wait)

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def messy(start, turn, lists):
    """Return an opener of the wizard on the messy list, at one of its pages."""

    def open_at(page: int):
        presenter = start(lists / "synthetic_报名汇总表_messy.xlsx")
        for _page in range(page):
            turn(presenter.wizard.next)
        return presenter

    return open_at


def give_up(presenter, desk, qtbot) -> None:
    gate = Gate(desk)
    presenter.wizard.next.click()
    presenter.job.cancel()
    gate.open()
    qtbot.waitUntil(desk.jobs.idle)


def test_a_comparison_that_is_given_up_can_be_made_again(messy, turn, desk, qtbot) -> None:
    presenter = messy(1)

    give_up(presenter, desk, qtbot)
    assert (presenter.wizard.page, presenter.wizard.next.isEnabled()) == (1, True)

    turn(presenter.wizard.next)
    assert presenter.wizard.page == 2


def test_an_import_that_is_given_up_writes_nothing(messy, turn, desk, store, qtbot) -> None:
    presenter = messy(2)
    with store.view() as view:
        before = view.count(Changeset)

    give_up(presenter, desk, qtbot)

    with store.view() as view:
        assert (view.count(Attendee), view.count(Changeset)) == (0, before)
    assert presenter.wizard.next.text() == "Import 13 people"
    turn(presenter.wizard.next)
    with store.view() as view:
        assert view.count(Attendee) == 13


def test_closing_the_wizard_gives_its_work_up(messy, desk, store, qtbot) -> None:
    wizard = messy(2).wizard
    gate = Gate(desk)
    wizard.next.click()

    wizard.reject()
    gate.open()
    qtbot.waitUntil(desk.jobs.idle)

    with store.view() as view:
        assert view.count(Attendee) == 0


def test_a_file_whose_reading_is_given_up_opens_no_wizard(
    parent, services, desk, qtbot, lists
) -> None:
    gate = Gate(desk)
    path = lists / "synthetic_签到表.csv"
    presenter = ImportPresenter(parent, services, desk, FileSource(path))
    presenter.job.cancel()
    gate.open()

    qtbot.waitUntil(desk.jobs.idle)

    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, ProgressWindow)
                and one.isVisible()]  # fmt: skip
    assert parent.findChildren(ImportPresenter) == [] or not presenter.wizard.isVisible()


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
    from ui.imports.rejects import Rejects

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
