"""The settings screen: everything of an event can be added, edited, arranged and deleted."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from summit_desk.domain.places import ScreenName
from summit_desk.domain.records import CheckPoint
from summit_desk.support.settings import Speech, Theme

ADDED = {
    "venues": {"name": "Grand Hotel", "address": "1 Bund"},
    "rooms": {"name": "Garden", "capacity": 12},
    "categories": {"name": "Choir", "colour": "#123456"},
    "points": {"name": "North gate"},
    "fields": {"label": "Shirt size", "choices": ("S", "M")},
}


@pytest.fixture
def screen(go):
    return go(ScreenName.SETTINGS)


def listed(services, desk, key: str):
    return getattr(services.events, key)(desk.event_id)


def submit(desk, qtbot, **values) -> None:
    form = QApplication.activeModalWidget()
    for key, value in values.items():
        form.inputs[key].show_value(value)
    form.submit()
    qtbot.waitUntil(desk.idle, timeout=20_000)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not form)
    qtbot.waitUntil(desk.idle, timeout=20_000)


@pytest.mark.parametrize("key", list(ADDED))
def test_something_new_is_added_at_the_end(screen, services, desk, qtbot, key):
    screen.lists[key].add.trigger()
    submit(desk, qtbot, **ADDED[key])

    added = listed(services, desk, key)[-1]

    assert {name: getattr(added, name) for name in ADDED[key]} == ADDED[key]
    assert screen.lists[key].model.rows()[-1] == added


@pytest.mark.parametrize("key", ["days", "rooms", "categories", "points"])
def test_editing_without_changes_leaves_everything_as_it_was(screen, services, desk, qtbot, key):
    before = listed(services, desk, key)

    screen.lists[key].editing_asked.emit(before[0])
    submit(desk, qtbot)

    assert listed(services, desk, key) == before


def test_times_of_a_point_are_times_of_the_event(screen, services, desk, qtbot):
    point = CheckPoint(
        event_id=desk.event_id, name="Late", opens_at=datetime(2024, 5, 22, 0, 0, tzinfo=UTC)
    )
    services.events.save(point)

    screen.lists["points"].editing_asked.emit(point)
    shown = QApplication.activeModalWidget().inputs["opens_at"].value()
    submit(desk, qtbot)

    assert shown == datetime(2024, 5, 22, 8, 0)
    assert point in listed(services, desk, "points")


@pytest.mark.parametrize(
    ("ticked", "kept"),
    [((), ("nothing",)), (("tags",), ("tags",)), (("photo", "seat", "notes"), ())],
)
def test_what_a_point_shows_is_ticked(screen, services, desk, qtbot, ticked, kept):
    point = CheckPoint(event_id=desk.event_id, name="Late")
    services.events.save(point)

    screen.lists["points"].editing_asked.emit(point)
    shown = QApplication.activeModalWidget().inputs["shows"].value()
    submit(desk, qtbot, shows=ticked)

    assert shown == ("photo", "seat", "notes")
    assert [one.shows for one in listed(services, desk, "points") if one.id == point.id] == [kept]


def test_rooms_are_arranged_by_moving_them(screen, services, desk, qtbot):
    page = screen.lists["rooms"]
    before = [room.id for room in page.model.rows()]

    page.table.selectRow(1)
    page._up.trigger()
    qtbot.waitUntil(lambda: [room.id for room in page.model.rows()] != before, timeout=20_000)

    assert [room.id for room in listed(services, desk, "rooms")] == [
        before[1],
        before[0],
        *before[2:],
    ]


def test_something_is_deleted_after_a_question(screen, services, desk, qtbot):
    point = CheckPoint(event_id=desk.event_id, name="Side door")
    desk.publish(services.events.save(point))
    qtbot.waitUntil(lambda: point in screen.lists["points"].model.rows(), timeout=20_000)

    screen.lists["points"].removal_asked.emit(point)
    question = QApplication.activeModalWidget()
    asked = question.text()
    question.defaultButton().click()
    qtbot.waitUntil(lambda: point not in listed(services, desk, "points"), timeout=20_000)

    assert asked == "Delete “Side door”?"


def test_a_wrong_value_is_marked_and_nothing_is_saved(screen, services, desk, qtbot):
    before = listed(services, desk, "rooms")
    screen.lists["rooms"].add.trigger()
    form = QApplication.activeModalWidget()
    form.inputs["name"].show_value("x" * 201)
    form.submit()
    qtbot.waitUntil(lambda: bool(form._notes["name"].text()), timeout=20_000)

    assert form._notes["name"].text() == "A name can have at most 200 characters."
    assert listed(services, desk, "rooms") == before
    form.reject()


def test_the_events_dates_bring_and_take_days(screen, services, desk, qtbot):
    screen.event_page.edit.trigger()
    submit(desk, qtbot, last_day=desk.event.first_day)

    assert [day.date for day in listed(services, desk, "days")] == [desk.event.first_day]
    assert len(screen.lists["days"].model.rows()) == 1


def test_language_and_theme_hold_at_once(screen, look, window):
    page = screen.program_page

    page.speech._buttons[0].click()
    page.theme._buttons[1].click()
    held = look.settings.speech, look.settings.theme, screen.title()
    look.speak(Speech.ENGLISH)
    look.wear(Theme.LIGHT)

    assert held == (Speech.CHINESE, Theme.DARK, "设置")


@pytest.mark.parametrize("key", ["days", "venues", "rooms", "categories", "points", "fields"])
def test_lists_pass_qts_model_tester(screen, qtmodeltester, key):
    qtmodeltester.check(screen.lists[key].model)


def test_no_sounds_means_a_silent_station(go, screen, look, services, desk, qtbot):
    check_in = go(ScreenName.CHECK_IN)
    presenter = next(one for one in check_in.children() if hasattr(one, "open_station"))

    screen.program_page.sounds.click()
    point = services.check_in.points(desk.event_id)[0]
    presenter.open_station(point, "Desk 1", "", full_screen=False)
    qtbot.waitUntil(lambda: presenter.station is not None, timeout=20_000)
    silent = presenter.station.sounds.muted
    presenter.window.close()

    assert silent is True
