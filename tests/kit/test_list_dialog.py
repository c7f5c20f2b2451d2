"""The preview of a list shows what would happen and takes the answers along."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.list_people import Choice
from summit_desk.domain.list_preview import ListPreview, PreviewLine, Question
from summit_desk.domain.remarks import Changed, Remark
from ui.kit.list_dialog import FLAGGED, ListDialog

NEW = PreviewLine(2, RowVerdict.NEW, "开幕式", "05-22 09:00", "主会场", "张三")
UPDATE = PreviewLine(
    3, RowVerdict.UPDATE, "报告", changes=(Changed("Start", "09:00", "10:00"),),
    remarks=(Remark("The row has no title."),),
)  # fmt: skip
SAME = PreviewLine(4, RowVerdict.SAME, "茶歇")
HEADINGS = ("Session", "Time", "Room", "Speakers")
ASKED = Question(
    "li", "李强", (("x", "李强 · 甲公司"), (Choice.NAME_ONLY, "The name only")), Choice.NAME_ONLY
)


@pytest.fixture
def show(qtbot):
    def open_dialog(*lines: PreviewLine, **more: object) -> ListDialog:
        dialog = ListDialog("Import", ListPreview("list.csv", HEADINGS, lines, **more))
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_dialog


def test_every_row_is_shown_and_can_be_narrowed_to_a_verdict(show) -> None:
    dialog = show(NEW, UPDATE, SAME)
    QAbstractItemModelTester(dialog.model)
    assert (dialog.model.rowCount(), dialog.save.text()) == (3, "Import 2 rows")

    dialog.chips.chosen.emit(RowVerdict.SAME)
    assert [line.what for line in dialog.model.rows()] == ["茶歇"]

    dialog.chips.chosen.emit(FLAGGED)
    assert dialog.model.rowCount() == 1


def test_a_row_says_everything_about_itself(show) -> None:
    dialog = show(NEW, UPDATE)

    dialog.table.select(3)

    assert dialog.note.text() == "Start: 09:00 → 10:00\nThe row has no title."


def test_without_changes_there_is_nothing_to_import(show) -> None:
    dialog = show(SAME)

    assert (dialog.save.text(), dialog.save.isEnabled()) == ("Nothing to import", False)


def test_an_answer_is_told_and_is_enough_to_import(show, qtbot) -> None:
    dialog = show(SAME, questions=(ASKED,))
    assert not dialog.save.isEnabled()

    dialog.inputs["li"].show_value("x")
    with qtbot.waitSignal(dialog.agreed) as told:
        dialog.save.click()

    assert told.args == [{"li": "x"}]


def test_an_answer_that_was_not_changed_is_none(show) -> None:
    assert show(NEW, questions=(ASKED,)).answers() == {}


def test_another_sheet_of_the_file_can_be_asked_for(show, qtbot) -> None:
    dialog = show(NEW, sheet="22日", sheets=("22日", "23日"))

    with qtbot.waitSignal(dialog.sheet_chosen) as told:
        dialog.sheet.box.setCurrentIndex(1)

    assert told.args == ["23日"]
