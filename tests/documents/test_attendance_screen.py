"""The attendance list on the screen of documents, and the way there from the door."""

from uuid import uuid4

import openpyxl
import pytest
from PySide6.QtCore import Qt

from summit_desk.domain.attendance.spec import ALL_PARTS, Part
from summit_desk.domain.attendee_lists import AttendeeFilter
from summit_desk.domain.lists.spec import Showing
from summit_desk.domain.records import Category
from summit_desk.support.i18n import Language, use_language
from tests.documents.showing import SHOWN, settle, show_documents
from ui.check_in.presenter import CheckInPresenter
from ui.check_in.screen import CheckInScreen
from ui.documents.items import ATTENDANCE, ATTENDEE_LIST
from ui.documents.presenter import DocumentsPresenter
from ui.documents.screen import DocumentsScreen

BAGS = "Conference Bags"


@pytest.fixture
def screen(summit, demo_desk, qtbot):
    yield from show_documents(summit, demo_desk, qtbot, ATTENDANCE)


def tabs(screen) -> list[str]:
    sheets = screen.rows.sheets
    return [sheets.tabText(at).rsplit(" ", 1)[0] for at in range(sheets.count())]


def bags(summit):
    points = summit.services.attendance.points(summit.event.id)
    return next(one for one in points if one.name_other == BAGS)


def test_every_sheet_is_shown_and_nothing_can_be_printed(screen):
    assert tabs(screen) == [
        "Summary by point", f"Attended {BAGS}", f"Absent {BAGS}", "Attendance by forum",
        "Arrivals over time",
    ]  # fmt: skip
    assert not screen.print_action.isEnabled()
    assert screen.attendance.isVisible()
    assert not screen.presets.isVisible()


def test_point_sheets_and_phones_can_be_chosen(screen, qtbot, demo_desk, summit):
    card = screen.attendance
    card.point.setCurrentText(BAGS)
    for part in (Part.SUMMARY, Part.FORUMS, Part.ARRIVALS, Part.ATTENDANCE):
        card.parts[part].click()
    card.private.setCurrentText("Left out")
    settle(qtbot, demo_desk)

    model = screen.rows.table.model()
    assert screen.rows.sheets.count() == 1
    assert card.spec("").private is Showing.NONE
    assert card.spec("").point_id == bags(summit).id
    assert [
        model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())
    ] == ["#", "Registration number", "Name", "Organisation", "Job title", "Category"]


def test_a_choice_without_sheets_is_said(screen, qtbot, demo_desk):
    for box in screen.attendance.parts.values():
        box.click()
    settle(qtbot, demo_desk)

    assert not screen.save_action.isEnabled()
    assert screen._empty.sentence.text().startswith("No sheet is chosen")


def test_a_saved_filter_is_named_above_the_list_and_kept_in_the_file(
    screen, qtbot, demo_desk, summit, tmp_path
):
    with summit.store.view() as view:
        guest = next(one for one in view.all(Category) if one.name == "嘉宾")
    wanted = AttendeeFilter(categories=frozenset({guest.id}))
    demo_desk.run(
        lambda: summit.services.filters.save(summit.event.id, "Guests", wanted), demo_desk.publish
    )
    settle(qtbot, demo_desk)
    screen.people.filter.setCurrentIndex(1)
    settle(qtbot, demo_desk)
    screen.presenter.save(tmp_path / "list.xlsx")
    settle(qtbot, demo_desk)

    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").worksheets[0]
    assert "Filter: Guests." in sheet["A4"].value
    assert "Category" not in sheet["A4"].value  # it is what the filter says
    assert "Saved: list.xlsx" in screen._told.text()


def test_the_language_of_the_document_is_chosen_apart(screen, qtbot, demo_desk):
    screen.people.language.choose("zh")
    screen.people.changed.emit()
    settle(qtbot, demo_desk)

    assert tabs(screen)[0] == "签到点汇总"


def test_the_card_speaks_the_language_of_the_program(screen, qtbot, demo_desk):
    use_language(Language.CHINESE)
    screen.retranslate()
    settle(qtbot, demo_desk)

    assert screen.attendance.point.itemText(0) == "全部签到点"
    assert screen.attendance.parts[Part.ABSENT].text() == "未到名单"
    assert screen.attendance.spec("").parts == ALL_PARTS


def test_another_screen_can_ask_for_a_point_before_it_is_listed(summit, demo_desk, qtbot):
    shown = DocumentsScreen()
    qtbot.addWidget(shown)
    shown.presenter = DocumentsPresenter(shown, summit.services, demo_desk)
    shown.presenter.choose_attendance(bags(summit).id)
    SHOWN[:] = [shown]
    settle(qtbot, demo_desk)

    assert shown.attendance.point.currentText() == BAGS
    assert shown.item() is ATTENDANCE
    shown.attendance.choose_point(uuid4())  # is nowhere: the choice stays
    assert shown.attendance.point.currentText() == BAGS
    SHOWN.clear()


def test_the_door_asks_for_the_list_of_its_point(summit, demo_desk, qtbot):
    door = CheckInScreen()
    qtbot.addWidget(door)
    door.presenter = CheckInPresenter(door, summit.services, demo_desk)
    qtbot.waitUntil(lambda: door.points.rowCount() > 0 and demo_desk.idle())
    door.point_table.select(bags(summit).id)

    with qtbot.waitSignal(door.attendance_asked) as asked:
        door.attendance.trigger()

    assert asked.args == [bags(summit).id]
    door.show_station("入口 1", "05-22 08:00", "Summit")
    assert not door.attendance.isVisible()


def test_a_reading_that_nobody_waits_for_is_given_up(screen, qtbot, demo_desk):
    card = screen.attendance
    for _turn in range(3):  # every one starts another reading
        for name in (BAGS, "Main Entrance"):
            card.point.setCurrentText(name)
            screen.presenter.make_pages()
    settle(qtbot, demo_desk)

    assert "Attended Main Entrance" in tabs(screen)
    assert not screen._note.text().startswith("Reading")


def test_rows_of_another_document_make_room_while_scans_are_read(screen, qtbot, demo_desk):
    screen.choose(ATTENDEE_LIST)
    settle(qtbot, demo_desk)
    before = screen.rows.table.model().rowCount()
    screen.choose(ATTENDANCE)
    screen.presenter.make_pages()

    assert before > 0
    assert screen.rows.table is None
    assert screen._note.text() == "Reading the scans…"
    settle(qtbot, demo_desk)
    assert tabs(screen)[0] == "Summary by point"
