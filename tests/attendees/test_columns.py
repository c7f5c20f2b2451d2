"""The columns of the list: chosen, ordered, widened, frozen, remembered and restored."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from summit_desk.domain.attendee_lists import AttendeeSort, Order
from summit_desk.domain.change import Topic
from summit_desk.domain.records import AttendeeGroup, CustomField, FeeStatus, FieldKind, Sex
from summit_desk.services.settings import SettingsService
from summit_desk.support import settings as stored
from summit_desk.support.i18n import Language, use_language
from tests.attendees.making import EVENT, register
from ui.attendees.column_keeper import LEAST_SHARE
from ui.attendees.layout import USUAL, Layout, read_layout
from ui.kit.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from summit_desk.services.attendees import AttendeeService
    from summit_desk.services.bundle import Services
    from ui.attendees.screen import AttendeesScreen
    from ui.kit.desk import Desk

SIZE = CustomField(event_id=EVENT.id, key="size", label="尺码", kind=FieldKind.CHOICE)
GROUP = AttendeeGroup(event_id=EVENT.id, name="上海代表团")
WIDTH = st.integers(1, 2000)
KEYS = st.lists(st.sampled_from([*USUAL, "sex", "own:尺 码", "own:a=b"]), unique=True)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def make(
    attendees: AttendeeService, services: Services, desk: Desk, qtbot: QtBot, qapp, kept: Path
) -> Callable[[], AttendeesScreen]:
    """Build the screen with one person of whom much is known, on this computer's settings."""
    from ui.attendees.presenter import AttendeesPresenter
    from ui.attendees.screen import AttendeesScreen

    with services.store.unit() as unit:
        unit.put_all((SIZE, GROUP))
        unit.commit("set up", Topic.EVENT)
    register(
        attendees,
        "王磊",
        sex=Sex.MALE,
        mobile="13812342046",
        tags=("VIP", "素食"),
        group_id=GROUP.id,
        fee_status=FeeStatus.PAID,
        fee=120_000,
        arrival_at=datetime(2024, 5, 21, 18, 5),
        arrival_by="MU5101",
        custom={"size": "XL"},
    )
    desk.show_event(EVENT)

    def build() -> AttendeesScreen:
        shown = AttendeesScreen()
        qtbot.addWidget(shown)
        AttendeesPresenter(shown, services, desk, Look(qapp, SettingsService(kept)))
        shown.resize(900, 600)
        shown.show()
        qtbot.waitUntil(lambda: shown.model.rowCount() == 1 and desk.idle())
        return shown

    return build


def keys(screen: AttendeesScreen) -> list[str]:
    return [column.key for column in screen.model.columns]


def cells(screen: AttendeesScreen) -> list[str]:
    model = screen.model
    return [str(model.index(0, at).data()) for at in range(model.columnCount())]


def tick(screen: AttendeesScreen, *wanted: str) -> None:
    screen.columns.button.columns_chosen.emit([*USUAL[2:], *wanted])


def test_chosen_columns_show_what_they_are_called(make, qtbot: QtBot) -> None:
    screen = make()
    assert keys(screen) == list(USUAL)

    tick(screen, "sex", "mobile", "tags", "group", "fee", "arrival", "own:size")

    expected = ["男", "138****2046", "VIP、素食", "上海代表团", "已缴费 1,200.00"]
    qtbot.waitUntil(lambda: cells(screen)[-2:] == ["05-21 18:05 MU5101", "XL"])
    assert cells(screen)[7:12] == expected


def test_the_list_with_other_columns_is_a_sound_model(make, qtmodeltester: ModelTester) -> None:
    screen = make()
    tick(screen, "sex", "own:size")

    qtmodeltester.check(screen.model)


def test_columns_are_remembered_for_the_event_and_restored(make, desk, kept: Path) -> None:
    first = make()
    tick(first, "rank")
    assert stored.load(kept).columns[str(EVENT.id)].endswith(" rank=0")

    again = make()
    assert keys(again) == [*USUAL, "rank"]
    again.columns.button.restoring_asked.emit()

    assert keys(again) == list(USUAL)
    assert stored.load(kept).columns == {}


def test_a_dragged_column_stands_where_it_was_dropped(make, qtbot: QtBot) -> None:
    screen = make()
    header = screen.table.horizontalHeader()

    header.moveSection(5, 2)

    moved = ["number", "name", "status", "organisation", "title", "category", "forums"]
    qtbot.waitUntil(lambda: keys(screen) == moved)
    header.moveSection(3, 0)  # number and name stay the first
    moved = ["number", "name", "organisation", "status", "title", "category", "forums"]
    qtbot.waitUntil(lambda: keys(screen) == moved)


def test_the_last_column_takes_what_is_left_but_stays_readable(make, qtbot: QtBot) -> None:
    screen = make()
    header = screen.table.horizontalHeader()
    screen.resize(1500, 600)
    qtbot.waitUntil(lambda: header.length() == screen.table.viewport().width())
    assert header.sectionSize(6) > LEAST_SHARE

    screen.resize(900, 600)

    qtbot.waitUntil(lambda: header.sectionSize(6) == LEAST_SHARE)
    screen.resize(1500, 600)
    qtbot.waitUntil(lambda: header.length() == screen.table.viewport().width())
    header.resizeSection(2, 700)
    assert header.sectionSize(6) == LEAST_SHARE


def test_only_the_column_that_was_pulled_keeps_its_width(
    make, kept: Path, qtbot: QtBot, monkeypatch
) -> None:
    screen = make()
    screen.resize(1500, 600)
    header = screen.table.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() == screen.table.viewport().width())
    monkeypatch.setattr(header, "underMouse", lambda: True)  # offscreen the mouse can't be moved

    header.resizeSection(2, 180)
    header.resizeSection(2, 700)

    (told,) = stored.load(kept).columns.values()
    assert read_layout(told).widths == (("organisation", 700),)


def test_number_and_name_stay_in_sight(make, qtbot: QtBot) -> None:
    screen = make()
    tick(screen, "sex", "mobile", "email", "tags", "group", "fee", "arrival", "notes")
    frozen, bar = screen.columns.frozen, screen.table.horizontalScrollBar()
    assert frozen.isVisible() is False

    bar.setValue(bar.maximum())

    assert frozen.isVisible() is True
    assert [frozen.isColumnHidden(at) for at in range(4)] == [False, False, True, True]
    assert frozen.columnViewportPosition(1) == screen.table.columnWidth(0)
    qtbot.mouseClick(
        frozen.viewport(),
        Qt.MouseButton.LeftButton,
        pos=frozen.visualRect(screen.model.index(0, 1)).center(),
    )
    assert [index.row() for index in screen.table.selectionModel().selectedRows()] == [0]


@pytest.mark.parametrize(
    "by", [AttendeeSort.STROKES_SURNAME, AttendeeSort.STROKES_NAME, AttendeeSort.RANK]
)
def test_the_menu_orders_by_what_no_column_shows(make, qtbot: QtBot, by: AttendeeSort) -> None:
    screen = make()

    with qtbot.waitSignal(screen.sort_changed) as told:
        screen.columns.button.order_chosen.emit(by)

    assert told.args == [Order(by)]
    assert screen.table.horizontalHeader().sortIndicatorSection() == -1


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(KEYS, st.fixed_dictionaries({"name": WIDTH, "sex": WIDTH, "own:a=b": WIDTH}))
def test_a_layout_comes_back_as_it_was(wanted: list[str], widths: dict[str, int]) -> None:
    layout = Layout().with_keys(wanted)
    for key, width in widths.items():
        if key in layout.keys:
            layout = layout.with_width(key, width)

    assert read_layout(layout.text()) == layout


def test_what_cannot_be_read_is_as_delivered() -> None:
    assert read_layout("") == Layout()
    assert read_layout("name=wide sex").keys == ("number", "name", "sex")


def test_the_order_by_number_is_called_as_the_number_is(make) -> None:
    use_language(Language.CHINESE)
    screen = make()
    menu = screen.columns.button.menu_now()

    assert menu.actions()[0].menu().actions()[0].text() == "报名编号"
