"""Stations in the window: made, merged by button or by dropping, opened as a station only."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from db.store import Store
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.records import Scan
from summit_desk.services.bundle import Services
from tests.check_in.laptops import laptop
from ui.check_in.presenter import CheckInPresenter
from ui.check_in.screen import CheckInScreen
from ui.kit.desk import Desk


@pytest.fixture
def services(summit) -> Services:
    made = Services(summit.store, lambda: summit.watch().replace(hour=12))
    made.__dict__["check_in"] = summit.service
    return made


@pytest.fixture
def opened(qtbot, summit, services):
    """The check-in screen on the summit of the tests."""
    desk = Desk(services, summit.event)
    screen = CheckInScreen()
    qtbot.addWidget(screen)
    presenter = CheckInPresenter(screen, services, desk)
    screen.resize(1280, 720)
    screen.show()
    qtbot.waitUntil(lambda: screen.points.rowCount() == 1 and desk.idle())
    yield presenter
    desk.close()


def result_of(qtbot, presenter):
    qtbot.waitUntil(lambda: presenter.stations.result is not None)
    return presenter.stations.result


def test_a_station_file_is_made_from_the_dialog_and_listed(qtbot, summit, opened, tmp_path):
    opened.stations.open()
    dialog = opened.stations.dialog
    qtbot.waitUntil(lambda: dialog.name.text() == "Entrance 2")
    opened.stations.make(dialog.name.text(), tmp_path / "b.station")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert dialog.model.rows()[0].mark.name == "Entrance 2"
    with Store.open(tmp_path / "b.station", writing=False) as store:
        here = Services(store).stations.here(summit.event.id)
    assert here.name == "Entrance 2"
    qtbot.waitUntil(lambda: dialog.name.text() == "Entrance 3")


def test_dropped_stations_are_merged_and_the_conflicts_shown(qtbot, summit, opened):
    gates = [laptop(summit, name) for name in "AB"]
    gates[0].scans("王磊", "欧阳明远", minutes=5)
    gates[1].scans("王磊", minutes=9)
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(gate.path)) for gate in gates])
    screen = opened.parent()
    drop = QDropEvent(
        QPointF(40, 40),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    screen.dropEvent(drop)
    result = result_of(qtbot, opened)
    assert [(row.mark.name, row.scans) for row in result.shares.rows()] == [("A", 2), ("B", 1)]
    (row,) = result.conflicts.rows()
    assert (row.conflict.name, row.conflict.first.station, row.later.station) == ("王磊", "A", "B")
    qtbot.waitUntil(lambda: screen.log.rowCount() == 3)
    results = {(line.scan.station, line.scan.name): line.result for line in screen.log.rows()}
    assert results["B", "王磊"] == "Offline duplicate: 08:35 at A"
    assert results["A", "王磊"] == "Checked in"
    assert summit.station().counts().arrived == 2


def test_the_report_is_saved_from_the_result(qtbot, summit, opened, tmp_path):
    gate = laptop(summit, "A")
    gate.scans("王磊", minutes=5)
    opened.stations.merge([gate.path])
    result_of(qtbot, opened)
    opened.stations.write_report(tmp_path / "r.xlsx", DocumentLanguage.ENGLISH)
    qtbot.waitUntil((tmp_path / "r.xlsx").exists)
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    assert [sheet.title for sheet in book] == ["Stations", "Let in twice"]
    assert [cell.value for cell in book["Stations"][2]][:4] == ["A", 1, 0, 0]


def test_a_file_that_is_no_station_is_refused_with_its_sentence(qtbot, summit, opened, tmp_path):
    (tmp_path / "x.station").write_text("nothing of ours")
    with qtbot.waitSignal(opened._desk.trouble) as told:
        opened.stations.merge([tmp_path / "x.station"])
    assert told.args[0].startswith("x.station is not a station file")
    with summit.store.view() as view:
        assert view.count(Scan) == 0


def test_the_sign_in_sheet_is_written_for_the_chosen_point(qtbot, opened, tmp_path):
    row = opened.parent().current_point()
    opened.sign_in.write(row, tmp_path / "sheet.pdf", DocumentLanguage.CHINESE)
    qtbot.waitUntil((tmp_path / "sheet.pdf").exists)
    assert (tmp_path / "sheet.pdf").read_bytes()[:5] == b"%PDF-"


def test_a_station_file_shows_the_station_only(qtbot, summit):
    gate = laptop(summit, "入口 2")
    with Store.open(gate.path) as store:
        services = Services(store, summit.watch)
        desk = Desk(services, summit.event)
        screen = CheckInScreen()
        qtbot.addWidget(screen)
        presenter = CheckInPresenter(screen, services, desk)
        screen.show()
        qtbot.waitUntil(lambda: screen.banner.isVisible() and desk.idle())
        shown = [action.text() for action in screen.header_actions() if action.isVisible()]
        assert shown == ["Open station"]
        name = screen.station_card.station
        assert (name.text(), name.isReadOnly()) == ("入口 2", True)
        assert screen.banner.text.text().startswith(
            "This is the station “入口 2” of Example Summit"
        )
        qtbot.waitUntil(lambda: screen.current_point() is not None)
        presenter.open_station(screen.current_point(), "入口 2", "小李", full_screen=False)
        qtbot.waitUntil(lambda: presenter.station is not None)
        assert presenter.station._station.post.station == "入口 2"
        presenter.window.close()
        desk.close()


def test_paper_mode_begins_with_a_time_says_so_and_ends(qtbot, summit, door, window, watch):
    watch.move(hours=6)
    window.paper_asked.emit()
    assert window.paper.isVisible()
    window.paper.text.setText("soon")
    window.paper.text.returnPressed.emit()
    assert window.paper.problem.text().startswith("“soon” is not a time")
    window.paper.text.setText("9:30")
    window.paper.text.returnPressed.emit()
    assert window.panel.place.endswith("From the paper list, signed at 05-22 09:30")
    window.scanned.emit(summit.code("王磊"))
    qtbot.waitUntil(lambda: door.outcome is not None)
    assert window.panel.look.lines[-1] == "From the paper list, signed at 05-22 09:30"
    window.paper_asked.emit()
    window.paper_asked.emit()
    assert door._station.paper is None
    assert window.panel.place == "Main entrance · 入口 1"
