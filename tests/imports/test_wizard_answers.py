"""Going back and forth in the wizard loses no answer."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from summit_desk.domain.imports.plan import Decision, RowVerdict
from summit_desk.domain.imports.targets import Target
from summit_desk.services.import_sources import PastedSource


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
    assert wizard.next.text() == "Import one person"


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

    assert wizard.next.text() == "Import one person"
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
