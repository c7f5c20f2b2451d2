"""The grid under mouse and keyboard, joined to a real file."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from summit_desk.domain.records import Room
from tests.agenda.agendas import EVENT, HALL, SIDE
from tests.agenda.conftest import OPENING, REPORT, TALK, WAITING
from ui.agenda.drops import SESSION_MIME
from ui.agenda.geometry import ZOOMS
from ui.kit.form import FormDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from summit_desk.services.bundle import Services
    from ui.agenda.screen import AgendaScreen
    from ui.kit.desk import Desk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def settled(desk: Desk, qtbot: QtBot) -> Callable[[], None]:
    """Wait until nothing runs and everything is shown."""
    return lambda: qtbot.waitUntil(desk.jobs.idle)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(f"2024-05-22 {text}")


def at(screen: AgendaScreen, session_id: UUID, share: float = 0.5) -> QPoint:
    """Return a point of a card in the window: at its middle, or so far down."""
    box = screen.grid.box_of(session_id)
    point = QPointF(box.center().x(), box.top() + box.height() * share)
    return (point - QPointF(screen.grid._offset())).toPoint()


def drag(qtbot: QtBot, screen: AgendaScreen, start: QPoint, by: QPoint) -> None:
    port = screen.grid.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    qtbot.mouseMove(port, start + by / 2)
    qtbot.mouseMove(port, start + by)
    qtbot.mouseRelease(port, LEFT, pos=start + by)


def aside(screen: AgendaScreen) -> float:
    """Return how far the second room is from the first."""
    return screen.grid.grid.x(1) - screen.grid.grid.x(0)


def shown(screen: AgendaScreen, session_id: UUID) -> tuple[datetime, str, int]:
    item = screen.view.find(session_id)
    return item.starts_at, item.room.name, item.session.minutes


def test_cards_lie_where_their_times_and_rooms_are(screen: AgendaScreen) -> None:
    opening, report = screen.grid.box_of(OPENING.id), screen.grid.box_of(REPORT.id)
    talk = screen.grid.box_of(TALK.id)
    hour = 60 * screen.grid.grid.zoom
    assert report.top() - opening.top() == pytest.approx(hour)
    assert talk.top() - report.top() == pytest.approx(hour / 2)
    assert talk.left() - report.left() == pytest.approx(aside(screen))


def test_dragging_a_card_moves_it_in_steps_of_five_minutes(
    screen: AgendaScreen, qtbot: QtBot, settled, services: Services, desk: Desk
) -> None:
    down = round(32 * screen.grid.grid.zoom)
    drag(qtbot, screen, at(screen, OPENING.id), QPoint(0, down))
    settled()
    assert shown(screen, OPENING.id) == (wall("09:30"), "主会场", 30)
    desk.run(services.history.undo, desk.publish)
    settled()
    assert shown(screen, OPENING.id) == (wall("09:00"), "主会场", 30)


def test_dragging_to_the_side_changes_the_room(screen: AgendaScreen, qtbot: QtBot, settled) -> None:
    drag(qtbot, screen, at(screen, OPENING.id), QPoint(round(aside(screen)), 0))
    settled()
    assert shown(screen, OPENING.id) == (wall("09:00"), "浦江厅", 30)


def test_dragging_the_lower_edge_changes_the_length(
    screen: AgendaScreen, qtbot: QtBot, settled
) -> None:
    box = screen.grid.box_of(OPENING.id)
    edge = at(screen, OPENING.id, (box.height() - 2) / box.height())
    drag(qtbot, screen, edge, QPoint(0, round(15 * screen.grid.grid.zoom)))
    settled()
    assert shown(screen, OPENING.id) == (wall("09:00"), "主会场", 45)


def test_a_dragged_card_tells_who_would_be_in_the_way(
    screen: AgendaScreen, qtbot: QtBot, settled
) -> None:
    port, start = screen.grid.viewport(), at(screen, OPENING.id)
    down = QPoint(0, round(60 * screen.grid.grid.zoom))
    qtbot.mousePress(port, LEFT, pos=start)
    qtbot.mouseMove(port, start + down)
    assert screen.grid.in_the_way.id == REPORT.id
    qtbot.keyClick(screen.grid, Qt.Key.Key_Escape)
    qtbot.mouseRelease(port, LEFT, pos=start + down)
    settled()
    assert shown(screen, OPENING.id)[0] == wall("09:00")


def test_a_double_click_on_a_free_place_starts_a_session_there(
    screen: AgendaScreen, qtbot: QtBot, settled
) -> None:
    grid = screen.grid.grid
    screen.grid.verticalScrollBar().setValue(round(grid.y(13 * 60)))
    point = QPointF(grid.x(1) + 40, grid.y(14 * 60 + 20)) - QPointF(screen.grid._offset())
    qtbot.mouseDClick(screen.grid.viewport(), LEFT, pos=point.toPoint())
    form = QApplication.activeModalWidget()
    assert isinstance(form, FormDialog)
    values = form.values()
    assert (values["starts_at"], values["room_id"]) == (wall("14:15"), SIDE.id)
    form.inputs["title"].show_value("新环节")
    form.submit()
    settled()
    made = next(item for item in screen.view.sessions if item.session.title == "新环节")
    assert (made.starts_at, made.room) == (wall("14:15"), SIDE)


def test_arrows_walk_from_card_to_card_and_enter_opens(screen: AgendaScreen, qtbot: QtBot) -> None:
    grid = screen.grid
    walked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(grid, key)
        walked.append(grid.selection[0])
    assert walked == [OPENING.id, REPORT.id, TALK.id, REPORT.id]
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    form = QApplication.activeModalWidget()
    assert form.values()["title"] == "工作报告"
    form.reject()


def test_alt_and_arrows_move_a_card_by_the_keyboard(
    screen: AgendaScreen, qtbot: QtBot, settled
) -> None:
    alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    for key, modifiers in (
        (Qt.Key.Key_Down, alt),
        (Qt.Key.Key_Right, alt),
        (Qt.Key.Key_Down, alt | shift),
    ):
        screen.choose(OPENING.id)
        qtbot.keyClick(screen.grid, key, modifiers)
        settled()
    assert shown(screen, OPENING.id) == (wall("09:05"), "浦江厅", 35)


def test_delete_removes_what_is_selected_and_undo_brings_it_back(
    screen: AgendaScreen, qtbot: QtBot, settled, services: Services, desk: Desk
) -> None:
    screen.choose(OPENING.id)
    qtbot.keyClick(screen.grid, Qt.Key.Key_Delete)
    settled()
    assert screen.view.find(OPENING.id) is None
    desk.run(services.history.undo, desk.publish)
    settled()
    assert shown(screen, OPENING.id) == (wall("09:00"), "主会场", 30)


def test_two_selected_sessions_change_places(screen: AgendaScreen, qtbot: QtBot, settled) -> None:
    port = screen.grid.viewport()
    qtbot.mouseClick(port, LEFT, pos=at(screen, OPENING.id))
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(port, LEFT, control, at(screen, TALK.id))
    screen.actions_by_name["swap"].trigger()
    settled()
    assert shown(screen, OPENING.id) == (wall("10:30"), "浦江厅", 30)
    assert shown(screen, TALK.id) == (wall("09:00"), "主会场", 60)


def test_a_card_let_go_over_the_tray_waits_there(
    screen: AgendaScreen, qtbot: QtBot, settled
) -> None:
    start = at(screen, OPENING.id)
    middle = screen.tray.mapToGlobal(screen.tray.rect().center())
    drag(qtbot, screen, start, screen.grid.viewport().mapFromGlobal(middle) - start)
    settled()
    assert OPENING.id in {item.id for item in screen.view.unscheduled}


def test_a_card_let_go_outside_stays_where_it_was(
    screen: AgendaScreen, qtbot: QtBot, settled
) -> None:
    drag(qtbot, screen, at(screen, OPENING.id), QPoint(0, 4000))
    settled()
    assert shown(screen, OPENING.id) == (wall("09:00"), "主会场", 30)


def test_a_card_from_the_tray_lands_under_the_mouse(screen: AgendaScreen, settled) -> None:
    grid = screen.grid.grid
    carried = QMimeData()
    carried.setData(SESSION_MIME, str(WAITING.id).encode())
    point = QPointF(grid.x(1) + 30, grid.y(9 * 60 + 2)) - QPointF(screen.grid._offset())
    move = Qt.DropAction.MoveAction
    event = QDropEvent(point, move, carried, LEFT, Qt.KeyboardModifier.NoModifier)
    screen.grid.dropEvent(event)
    settled()
    assert shown(screen, WAITING.id) == (wall("09:00"), "浦江厅", 60)
    assert not screen.tray.isVisible()


def test_control_and_wheel_zoom_around_the_mouse(screen: AgendaScreen) -> None:
    grid = screen.grid
    before = grid.grid.minute(300 + grid.verticalScrollBar().value())
    event = QWheelEvent(
        QPointF(300, 300),
        QPointF(grid.viewport().mapToGlobal(QPoint(300, 300))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    grid.wheelEvent(event)
    assert grid.grid.zoom == ZOOMS[4]
    after = grid.grid.minute(300 + grid.verticalScrollBar().value())
    assert after == pytest.approx(before, abs=1)


def test_overlapping_cards_lie_side_by_side(
    screen: AgendaScreen, settled, services: Services, desk: Desk
) -> None:
    agenda = services.agenda
    place = {"starts_at": wall("10:15"), "room_id": HALL.id, "minutes": 30}
    desk.run(lambda: agenda.move(OPENING.id, **place), desk.publish)
    settled()
    one, other = screen.grid.box_of(REPORT.id), screen.grid.box_of(OPENING.id)
    assert one.right() <= other.left()
    assert one.width() < aside(screen) / 2


def test_where_space_is_short_unused_rooms_stay_slim_until_something_lands_there(
    screen: AgendaScreen, settled, services: Services, desk: Desk
) -> None:
    assert not any(map(screen.grid.grid.is_slim, range(2)))
    rooms = [Room(event_id=EVENT.id, name=f"厅{at}", position=at) for at in range(2, 9)]
    for room in rooms:
        desk.run(lambda room=room: services.events.save(room), desk.publish)
    settled()
    assert [at for at in range(9) if screen.grid.grid.is_slim(at)] == list(range(2, 9))
    place = {"starts_at": wall("15:00"), "room_id": rooms[0].id, "minutes": 30}
    desk.run(lambda: services.agenda.move(WAITING.id, **place), desk.publish)
    settled()
    assert not screen.grid.grid.is_slim(2)
