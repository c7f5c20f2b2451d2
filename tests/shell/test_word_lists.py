"""The event's lists of words and own fields in the settings, as a person uses them."""

import pytest
from PySide6.QtWidgets import QApplication

from summit_desk.domain.event_lists import WordList
from summit_desk.domain.places import ScreenName
from summit_desk.domain.records import FieldKind


@pytest.fixture
def screen(go):
    return go(ScreenName.SETTINGS)


@pytest.fixture
def page(screen, desk, qtbot):
    """The page of the lists, showing the kinds of room."""
    screen.words_page.kinds.choose(WordList.ROOM_TYPE)
    screen.words_page.kinds.chosen.emit(WordList.ROOM_TYPE)
    qtbot.waitUntil(lambda: bool(screen.words_page.model.rows()), timeout=20_000)
    return screen.words_page


def words(page) -> list[tuple[str, bool]]:
    return [(row.id, row.listed) for row in page.model.rows()]


def submit(desk, qtbot, **values) -> None:
    form = QApplication.activeModalWidget()
    for key, value in values.items():
        form.inputs[key].show_value(value)
    form.submit()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not form, timeout=20_000)
    qtbot.waitUntil(desk.idle, timeout=20_000)


def test_words_are_added_moved_and_taken_out(page, desk, qtbot, qtmodeltester):
    page.add.trigger()
    submit(desk, qtbot, words=("家庭房", "套房"))
    added = words(page)
    page.table.select("家庭房")
    page._up.trigger()
    qtbot.waitUntil(lambda: words(page)[-1][0] == "合住", timeout=20_000)
    page.table.select("合住")
    page._remove.trigger()
    qtbot.waitUntil(lambda: "合住" not in dict(words(page)), timeout=20_000)
    qtmodeltester.check(page.model)

    usual = [("标准间", True), ("大床房", True), ("套房", True)]
    assert added == [*usual, ("合住", True), ("家庭房", True)]
    assert words(page) == [*usual, ("家庭房", True)]


def test_a_word_in_use_is_renamed_in_the_registrations_too(page, services, desk, qtbot):
    before = next(row.count for row in page.model.rows() if row.id == "大床房")
    page.table.select("大床房")
    page._rename.trigger()
    submit(desk, qtbot, word="大床间")

    lists = services.event_lists.lists(desk.event_id)
    assert before > 0
    assert lists.count(WordList.ROOM_TYPE, "大床间") == before
    assert lists.words[WordList.ROOM_TYPE][1] == "大床间"


def test_a_word_taken_out_stays_offered_while_it_is_used_and_can_come_back(page, desk, qtbot):
    page.table.select("大床房")
    page._remove.trigger()
    qtbot.waitUntil(lambda: ("大床房", False) in words(page), timeout=20_000)
    page.table.select("大床房")
    page._list.trigger()
    qtbot.waitUntil(lambda: ("大床房", True) in words(page), timeout=20_000)

    assert words(page)[-1] == ("大床房", True)


@pytest.mark.parametrize("kind", list(FieldKind))
def test_every_kind_of_own_field_can_be_defined(screen, services, desk, qtbot, kind):
    screen.lists["fields"].add.trigger()
    submit(desk, qtbot, label="新字段", kind=kind, choices=("甲", "乙"), on_badge=True)

    made = services.events.fields(desk.event_id)[-1]
    assert (made.kind, made.choices, made.on_badge) == (kind, ("甲", "乙"), True)


def test_deleting_an_own_field_says_how_many_have_filled_it(screen, services, desk, qtbot):
    field = services.events.fields(desk.event_id)[1]
    count = services.event_lists.filled(field)
    screen.lists["fields"].removal_asked.emit(field)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=20_000)
    question = QApplication.activeModalWidget()
    said = question.informativeText()
    question.defaultButton().click()
    qtbot.waitUntil(
        lambda: field not in services.events.fields(desk.event_id) and desk.idle(), timeout=20_000
    )
    services.history.undo()

    assert said == (
        f"{count} registrations have something in this field. It stays with them and is shown "
        "again when the field comes back. Ctrl+Z takes this back."
    )
    assert services.events.fields(desk.event_id)[1] == field
    assert services.event_lists.filled(field) == count
