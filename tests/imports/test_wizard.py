"""The wizard leads from a file to people in the list; Back never loses an answer."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget

from summit_desk.domain.imports.plan import Decision
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.records import Attendee, Event
from summit_desk.services.import_sources import FileSource
from ui.imports.presenter import ImportPresenter


@pytest.fixture
def wizard(qtbot, services, desk, event_id, lists):
    """Return an opener of the wizard on a list."""
    with services.store.view() as view:
        desk.show_event(view.get(Event, event_id))
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def start(name: str = "synthetic_报名汇总表_messy.xlsx", path=None):
        presenter = ImportPresenter(parent, services, desk, FileSource(path or lists / name))
        qtbot.waitUntil(lambda: presenter.wizard.isVisible() and desk.jobs.idle())
        return presenter.wizard

    return start


def go_on(qtbot, desk, shown, page: int) -> None:
    shown.next.click()
    qtbot.waitUntil(lambda: shown.page == page and desk.jobs.idle())


def planned(qtbot, desk, shown):
    """Go on to the third page, and return it."""
    go_on(qtbot, desk, shown, 1)
    go_on(qtbot, desk, shown, 2)
    return shown.plan_page


def test_a_list_goes_from_the_file_to_the_event(qtbot, store, desk, wizard) -> None:
    shown = wizard()
    go_on(qtbot, desk, shown, 1)
    go_on(qtbot, desk, shown, 2)
    assert shown.next.text() == "Import 13 people"

    with qtbot.waitSignal(desk.changed) as told:
        shown.next.click()

    assert told.args[0].details["created"] == "13"
    with store.view() as view:
        assert view.count(Attendee) == 13


def test_the_first_page_shows_what_was_found(wizard) -> None:
    page = wizard().file_page

    assert page.header.value() == 3
    assert page.summary.text().startswith("14 rows of people below the header.")


def test_back_keeps_what_was_chosen(qtbot, desk, wizard) -> None:
    shown = wizard()
    go_on(qtbot, desk, shown, 1)
    line = next(line for line in shown.columns_page.lines if line.use.title == "民族")
    line.box.setCurrentIndex(line.box.findData(Target.NOTES))
    go_on(qtbot, desk, shown, 2)
    shown.back.click()
    shown.back.click()
    go_on(qtbot, desk, shown, 1)

    assert line.answer().target is Target.NOTES


def test_another_header_row_is_read_again(qtbot, desk, wizard) -> None:
    shown = wizard("synthetic_腾讯会议参会成员.xlsx")

    shown.file_page.header.setValue(1)

    qtbot.waitUntil(lambda: "11 rows" in shown.file_page.summary.text() or desk.jobs.idle())
    assert shown.file_page.model.rowCount() == 12


def test_without_a_name_column_the_page_says_so(qtbot, desk, wizard) -> None:
    shown = wizard("synthetic_签到表.csv")
    go_on(qtbot, desk, shown, 1)
    line = next(line for line in shown.columns_page.lines if line.use.target is Target.NAME)
    line.box.setCurrentIndex(line.box.findData(Target.IGNORE))
    shown.next.click()

    qtbot.waitUntil(shown.columns_page.trouble.isVisible)
    assert shown.page == 1


def test_rows_can_be_decided_about(qtbot, store, desk, wizard) -> None:
    shown = wizard()
    page = planned(qtbot, desk, shown)
    page.table.select(16)
    page.decision.setCurrentIndex(page.decision.findData(Decision.SKIP))
    page.decision.activated.emit(page.decision.currentIndex())

    assert shown.next.text() == "Import 12 people"


def test_what_was_decided_about_stays_selected(qtbot, desk, wizard) -> None:
    shown = wizard()
    page = planned(qtbot, desk, shown)
    page.table.select(16)

    page.decision.setCurrentIndex(page.decision.findData(Decision.SKIP))
    page.decision.activated.emit(page.decision.currentIndex())

    assert [row.id for row in page.table.selected()] == [16]
    assert page.decision.currentData() == Decision.SKIP
    column = [one.title() for one in page.model.columns].index("Decision")
    assert page.table.currentIndex().siblingAtColumn(column).data() == "Leave out"


def test_the_chips_narrow_the_rows(qtbot, desk, wizard) -> None:
    shown = wizard()
    page = planned(qtbot, desk, shown)
    page.chips.choose("duplicate")
    page.chips.chosen.emit("duplicate")

    assert [line.id for line in page.model.rows()] == [8]


def test_the_models_pass_qts_own_tester(qtbot, desk, wizard, qtmodeltester) -> None:
    shown = wizard()
    go_on(qtbot, desk, shown, 1)
    go_on(qtbot, desk, shown, 2)

    qtmodeltester.check(shown.file_page.model)
    qtmodeltester.check(shown.plan_page.model)


def test_a_file_that_is_no_list_is_refused_with_a_sentence(
    qtbot, services, desk, event_id, tmp_path
) -> None:
    with services.store.view() as view:
        desk.show_event(view.get(Event, event_id))
    path = tmp_path / "photo.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    ImportPresenter(parent, services, desk, FileSource(path))

    def boxes():
        tops = QApplication.topLevelWidgets()
        return [one for one in tops if isinstance(one, QMessageBox) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(boxes()))
    assert boxes()[0].text().startswith("“photo.xlsx” is not a sheet that can be read.")
    boxes()[0].close()


def test_the_kind_of_a_new_field_is_said(qtbot, desk, wizard, sheet) -> None:
    path = sheet("姓名,鞋码,需翻译", "张伟,42,是", "李伟,38,否")
    page = planned(qtbot, desk, wizard(path=path))

    assert page.additions.text() == "New fields: 鞋码 (Number), 需翻译 (Yes or no)."


def test_ticked_forums_and_meals_stand_on_the_card(qtbot, desk, wizard, sheet) -> None:
    path = sheet("姓名,欢迎晚宴,5月22日午餐,5月22日晚餐", "张伟,√,√,×", "李伟,,√,")
    page = planned(qtbot, desk, wizard(path=path))

    told = [label.text() for label in page.card.findChildren(QLabel)]

    assert told[told.index("Forums") + 1] == "欢迎晚宴"
    assert told[told.index("Meals at the event") + 1] == "5月22日午餐"
