"""Lists on the screen of documents: choosing, seeing, changing, keeping, sharing, writing."""

from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from summit_desk.domain.change import Topic
from summit_desk.domain.documents.sheets import Band, SheetPreview, Total
from summit_desk.domain.lists.spec import GroupBy, Grouping, ListColumn, Showing
from summit_desk.domain.records import Person
from summit_desk.support.i18n import Language, use_language
from tests.documents.showing import settle, show_documents
from tests.lists.making import fill_in
from ui.documents.items import ATTENDEE_LIST
from ui.documents.list_fields import values_of, with_values
from ui.documents.saving import GB18030
from ui.documents.told import ToldLines
from ui.kit.form import FormDialog

CHECKED = Qt.CheckState.Checked


@pytest.fixture
def screen(summit, demo_desk, qtbot):
    fill_in(summit.store)
    yield from show_documents(summit, demo_desk, qtbot, ATTENDEE_LIST)


def choose(screen, qtbot, desk, name: str):
    names = [preset.spec.name for preset in screen.presets.presets()]
    screen.presets.choose(names.index(name))
    settle(qtbot, desk)


def titles(screen) -> list[str]:
    model = screen.rows.table.model()
    return [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]


def test_the_lists_stand_at_the_left_and_the_first_is_shown(screen):
    assert [screen.presets.list.item(at).text() for at in range(3)] == [
        "List of participants", "Sign-in sheet", "List of guests",
    ]  # fmt: skip
    assert titles(screen)[:3] == ["#", "Name", "Sex"]
    QAbstractItemModelTester(
        screen.rows.table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )


def test_a_list_of_several_sheets_has_tabs_and_bands(screen, qtbot, demo_desk):
    choose(screen, qtbot, demo_desk, "Arrivals and departures")
    model = screen.rows.table.model()

    assert [screen.rows.sheets.tabText(at).split()[0] for at in range(2)] == [
        "Arrivals", "Departures",
    ]  # fmt: skip
    assert model.bands()[0] == 0
    assert "from" in model.index(0, 0).data()

    screen.rows.sheets.setCurrentIndex(1)
    assert titles(screen)[1] == "Departure: date and time"


def test_a_tick_adds_a_column_and_marks_the_list_as_changed(screen, qtbot, demo_desk):
    columns = screen.editor.columns.list
    row = next(at for at in range(columns.count()) if columns.item(at).text() == "Seat")
    columns.item(row).setCheckState(CHECKED)
    settle(qtbot, demo_desk)

    assert titles(screen)[-1] == "Seat"
    assert screen.presets.list.item(0).text() == "List of participants (changed)"


def test_a_column_can_be_dragged_and_have_a_title_of_its_own(screen, qtbot, demo_desk):
    columns = screen.editor.columns.list
    columns.model().moveRow(QModelIndex(), 2, QModelIndex(), 0)
    columns.item(0).setText("Company")
    settle(qtbot, demo_desk)

    assert titles(screen)[:3] == ["#", "Company", "Name"]
    assert screen.editor.spec().columns[0] == ListColumn("organisation", "Company")


def test_ticking_a_private_column_shows_it_in_part_first(screen, qtbot, demo_desk):
    choose(screen, qtbot, demo_desk, "Directory")
    columns = screen.editor.columns
    row = next(at for at in range(columns.list.count())
               if columns.list.item(at).text() == "Mobile")  # fmt: skip
    columns.list.setCurrentRow(row)

    assert columns.showing.currentText() == "Of those who agreed"
    columns.showing.setCurrentIndex(1)
    columns.showing.activated.emit(1)
    settle(qtbot, demo_desk)
    assert "Mobile (masked)" in titles(screen)
    assert screen.editor.spec().columns[4].showing is Showing.MASKED


def test_groups_can_be_chosen(screen, qtbot, demo_desk):
    screen.editor.order.inputs["grouping"].show_value(Grouping.BANDS)
    settle(qtbot, demo_desk)

    assert screen.rows.table.model().bands()


def test_a_changed_list_is_kept_under_a_name_and_can_be_undone(screen, qtbot, demo_desk, summit):
    screen.editor.order.inputs["totals"].show_value(False)
    screen.presets.save_as.trigger()
    dialog = screen.findChild(FormDialog)
    dialog.inputs["name"].show_value("Evening")
    dialog.submit()
    settle(qtbot, demo_desk)

    assert screen.presets.current().spec.name == "Evening"
    assert screen.presets.current().spec.totals is False

    summit.services.history.undo()
    assert [one for one in summit.services.lists.presets(summit.event.id) if not one.built_in] == []


def names(screen) -> list[str]:
    return [screen.presets.list.item(at).text() for at in range(screen.presets.list.count())]


def test_what_was_changed_is_still_there_after_another_list(screen, qtbot, demo_desk):
    screen.editor.page.inputs["due"].show_value(True)
    screen.presets.choose(1)
    settle(qtbot, demo_desk)
    assert screen.editor.spec() == screen.presets.current().spec

    screen.presets.choose(0)
    settle(qtbot, demo_desk)
    assert screen.editor.spec().titles.due
    assert names(screen)[:2] == ["List of participants (changed)", "Sign-in sheet"]

    screen.presets.reset.trigger()
    settle(qtbot, demo_desk)
    assert screen.editor.spec() == screen.presets.current().spec
    assert names(screen)[0] == "List of participants"
    assert not screen.presets.reset.isEnabled()


def test_what_became_a_list_of_its_own_is_no_change_of_the_first(screen, qtbot, demo_desk):
    screen.editor.page.inputs["due"].show_value(True)
    screen.presets.duplicate.trigger()
    settle(qtbot, demo_desk)

    assert screen.editor.spec().titles.due
    assert not [name for name in names(screen) if "(changed)" in name]
    screen.presets.choose(0)
    assert not screen.editor.spec().titles.due


def test_a_name_that_is_refused_drops_no_change(screen, qtbot, demo_desk, summit):
    screen.presets.duplicate.trigger()
    settle(qtbot, demo_desk)
    screen.presets.choose(0)
    screen.editor.page.inputs["due"].show_value(True)
    screen.presets.save_as.trigger()
    dialog = screen.findChild(FormDialog)
    dialog.inputs["name"].show_value("List of participants 2")
    dialog.submit()
    settle(qtbot, demo_desk)
    dialog.reject()
    demo_desk.publish(summit.services.events.save(summit.event))
    settle(qtbot, demo_desk)

    assert screen.presets.list.currentRow() == 0
    assert screen.editor.spec().titles.due
    assert names(screen)[0] == "List of participants (changed)"


def test_only_ones_own_lists_can_be_renamed_and_deleted(screen, qtbot, demo_desk, summit):
    assert not screen.presets.remove.isEnabled()
    screen.presets.duplicate.trigger()
    settle(qtbot, demo_desk)

    assert screen.presets.current().words == "List of participants 2"
    assert screen.presets.rename.isEnabled()
    screen.presets.remove.trigger()
    settle(qtbot, demo_desk)
    assert all(one.built_in for one in summit.services.lists.presets(summit.event.id))
    assert screen.presets.current().built_in


def test_changes_of_ones_own_list_are_saved_in_place(screen, qtbot, demo_desk, summit):
    screen.presets.duplicate.trigger()
    settle(qtbot, demo_desk)
    screen.editor.page.inputs["due"].show_value(True)
    assert screen.presets.save.isEnabled()
    screen.presets.save.trigger()
    settle(qtbot, demo_desk)

    kept = summit.services.lists.preset(summit.event.id, "List of participants 2")
    assert kept.spec.titles.due
    assert not screen.presets.save.isEnabled()


def test_a_list_goes_to_a_file_and_comes_back(screen, qtbot, demo_desk, tmp_path):
    path = tmp_path / "guests.summitlist.json"
    choose(screen, qtbot, demo_desk, "List of guests")
    screen.presenter.lists.share(screen.editor.spec(), path)
    settle(qtbot, demo_desk)
    screen.presenter.lists.take_in(path)
    settle(qtbot, demo_desk)

    assert screen.presets.current().words == "List of guests 2"


def test_saving_says_what_was_left_out(screen, qtbot, demo_desk, tmp_path):
    choose(screen, qtbot, demo_desk, "Directory")
    screen.presenter.save(tmp_path / "list.xlsx")
    settle(qtbot, demo_desk)

    assert openpyxl.load_workbook(tmp_path / "list.xlsx").sheetnames == ["Directory"]
    assert "Shown only of those who agreed" in screen._told.text()


def test_everybody_whom_old_programs_can_not_show_is_named_and_can_be_read(
    screen, qtbot, demo_desk, summit, tmp_path
):
    with summit.store.unit() as unit:
        unit.put_all([replace(one, name=f"{one.name}\U00032389") for one in unit.all(Person)])
        unit.commit("rename", Topic.PEOPLE)
    settle(qtbot, demo_desk)
    screen.presenter.save(tmp_path / "list.csv", GB18030)
    settle(qtbot, demo_desk)
    told = screen.findChild(ToldLines)
    saved, counted, *found = told.text().splitlines()
    rows = (tmp_path / "list.csv").read_text("gb18030").splitlines()[1:]

    assert saved == "Saved: list.csv"
    assert counted == f"{len(found)} remarks; scroll to read them all."
    assert sum("old programs" in line for line in found) == len(rows) > 40
    assert told.height() < 140
    bar = told.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert told.widget().height() - bar.value() == told.viewport().height()


def test_a_short_report_is_as_high_as_its_lines(screen, qtbot, demo_desk, tmp_path):
    screen.presenter.save(tmp_path / "list.xlsx")
    settle(qtbot, demo_desk)
    told = screen.findChild(ToldLines)

    assert told.text().splitlines()[0] == "Saved: list.xlsx"
    assert told.verticalScrollBar().maximum() == 0
    assert told.height() == told.widget().heightForWidth(told.viewport().width())


def test_the_selection_of_another_screen_narrows_the_list(screen, qtbot, demo_desk, summit):
    keys = summit.services.attendees.found(summit.event.id).keys[:3]
    screen.presenter.choose_list(list(keys))
    settle(qtbot, demo_desk)

    assert screen.rows.table.model().rowCount() == 4  # with the total


def test_another_language_renames_the_lists_and_keeps_the_changes(screen, qtbot, demo_desk):
    screen.editor.page.inputs["heading"].show_value("Evening")
    use_language(Language.CHINESE)
    screen.retranslate()

    assert screen.presets.list.item(1).text() == "签到表"
    assert screen.editor.spec().titles.heading == "Evening"


def test_the_fields_give_back_what_they_were_given(screen):
    for preset in screen.presets.presets():
        spec = preset.spec
        assert with_values(spec, values_of(spec)) == spec
        screen.editor.show_spec(spec)
        assert screen.editor.spec() == spec


def test_the_total_is_read_whole_and_a_short_list_is_not_called_cut(screen, qtbot, demo_desk):
    choose(screen, qtbot, demo_desk, "Rooming list")
    table, model = screen.rows.table, screen.rows.table.model()
    last = model.rowCount() - 1

    assert model.index(last, 0).data().startswith("Total: ")
    assert table.columnSpan(last, 0) > 1
    assert screen._note.text().startswith("Lines: ")


def test_more_sheets_than_are_shown_are_counted_with_all_their_lines(
    screen, qtbot, demo_desk, summit, tmp_path
):
    screen.editor.order.inputs["grouping"].show_value(Grouping.SHEETS)
    screen.editor.order.inputs["group_by"].show_value(GroupBy.ORGANISATION)
    settle(qtbot, demo_desk)
    spec = screen.editor.spec()
    written = summit.services.lists.write(summit.event.id, spec, tmp_path / "list.xlsx")
    sheets = len(openpyxl.load_workbook(written.path).sheetnames)

    assert screen.rows.sheets.count() == 20 < sheets
    assert screen._note.text() == (
        f"{sheets} sheets, {written.count} lines; the first 20 sheets are shown"
    )


def test_a_preview_is_cut_when_rows_are_missing_bands_and_totals_apart():
    rows = (Band("Hall A (1)"), ("Anna",), Total(("Total: 1",)))

    assert SheetPreview(columns=(), rows=rows, count=1).complete
    assert not SheetPreview(columns=(), rows=rows, count=2).complete
