"""Saved filters and the form of all conditions, as a person uses them on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QListView, QMessageBox

from summit_desk.domain.attendee_lists import (
    EVERYBODY,
    AttendeeChoices,
    AttendeeFilter,
    FieldCondition,
    Missing,
    Named,
)
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.records import (
    AttendeeGroup,
    AttendeeStatus,
    CustomField,
    FeeStatus,
    FieldKind,
)
from summit_desk.domain.saved_filters import narrowed_by
from summit_desk.support.i18n import Language, use_language
from tests.attendees.making import ABROAD, DATA, DELEGATE, EVENT, GUEST, register
from ui.attendees.filter_fields import filter_fields, filter_of, filter_values
from ui.attendees.manage_filters import ManageFilters
from ui.kit.form import FormDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from summit_desk.services.attendees import AttendeeService
    from summit_desk.services.bundle import Services
    from ui.attendees.screen import AttendeesScreen
    from ui.kit.desk import Desk

GUESTS = AttendeeFilter(categories=frozenset({GUEST.id}))
SIZE = CustomField(
    event_id=EVENT.id, key="size", label="尺码", kind=FieldKind.CHOICE, choices=("M", "XL")
)
BUS = CustomField(event_id=EVENT.id, key="bus", label="大巴", kind=FieldKind.YES_NO)
CAR = CustomField(event_id=EVENT.id, key="car", label="车牌", kind=FieldKind.TEXT)
GROUP = AttendeeGroup(event_id=EVENT.id, name="上海代表团")
CHOICES = AttendeeChoices(
    categories=(GUEST, DELEGATE),
    forums=(DATA, ABROAD),
    tags=("VIP",),
    fields=(SIZE, BUS, CAR),
    groups=(GROUP,),
)


@pytest.fixture(autouse=True)
def english():
    use_language(Language.ENGLISH)
    yield
    use_language(Language.CHINESE)


@pytest.fixture
def screen(
    attendees: AttendeeService, services: Services, desk: Desk, qtbot: QtBot
) -> AttendeesScreen:
    from ui.attendees.presenter import AttendeesPresenter
    from ui.attendees.screen import AttendeesScreen

    register(attendees, "王磊", category_id=GUEST.id, email="wang@example.org")
    register(attendees, "李平", category_id=DELEGATE.id, status=AttendeeStatus.UNCONFIRMED)
    services.filters.save(EVENT.id, "嘉宾", GUESTS)
    desk.show_event(EVENT)
    shown = AttendeesScreen()
    qtbot.addWidget(shown)
    AttendeesPresenter(shown, services, desk)
    shown.resize(1200, 800)
    shown.show()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 2 and desk.idle())
    return shown


@pytest.fixture
def waiting(screen: AttendeesScreen, desk: Desk, qtbot: QtBot) -> Callable[[int], None]:
    """Wait until so many rows are shown."""

    def wait(count: int) -> None:
        qtbot.waitUntil(lambda: screen.model.rowCount() == count and desk.idle())

    return wait


def offered(screen: AttendeesScreen) -> list[str]:
    return [action.text() for action in screen.saved.menu().actions() if action.text()]


def choose(screen: AttendeesScreen, words: str) -> None:
    next(one for one in screen.saved.menu().actions() if one.text() == words).trigger()


def nobody(_text: str, then: Callable[[list[object]], object]) -> None:
    then([])


def form(screen: AttendeesScreen) -> FormDialog:
    (dialog,) = screen.findChildren(FormDialog)
    return dialog


def test_a_saved_filter_is_shown_by_its_name(screen, waiting) -> None:
    assert offered(screen)[0] == "嘉宾  1"

    choose(screen, "嘉宾  1")
    waiting(1)

    assert screen.wanted() == GUESTS
    assert screen.saved.text() == "嘉宾 ▾"


def test_a_changed_filter_says_so_and_can_be_saved_over(
    screen, waiting, services: Services, qtbot: QtBot
) -> None:
    choose(screen, "嘉宾  1")
    waiting(1)
    screen.filters.status.chosen.emit(AttendeeStatus.UNCONFIRMED)
    waiting(0)
    assert screen.saved.text() == "嘉宾 (changed) ▾"

    choose(screen, "Save the changes in “嘉宾”")

    qtbot.waitUntil(lambda: screen.saved.text() == "嘉宾 ▾")
    assert services.filters.named(EVENT.id, "嘉宾") == AttendeeFilter(
        categories=frozenset({GUEST.id}), statuses=frozenset({AttendeeStatus.UNCONFIRMED})
    )


def test_asking_for_everybody_leaves_the_filter(screen, waiting) -> None:
    choose(screen, "嘉宾  1")
    waiting(1)

    screen.clear_filters()
    waiting(2)

    assert screen.saved.text() == "Filters ▾"


def test_a_filter_is_saved_under_a_name_that_is_free(
    screen, waiting, services: Services, qtbot: QtBot
) -> None:
    screen.filters.status.chosen.emit(AttendeeStatus.UNCONFIRMED)
    waiting(1)
    choose(screen, "Save this filter…")
    dialog = form(screen)
    dialog.inputs["name"].show_value("嘉宾")
    dialog.submit()
    qtbot.waitUntil(dialog._stray.isVisible)
    assert "already a saved filter called “嘉宾”" in dialog._stray.text()

    dialog.inputs["name"].show_value("待定")
    dialog.submit()

    qtbot.waitUntil(lambda: screen.saved.text() == "待定 ▾")
    assert [one.name for one in services.filters.all(EVENT.id)] == ["嘉宾", "待定"]


def test_filters_are_renamed_ordered_and_deleted(
    screen, services: Services, desk: Desk, qtbot: QtBot
) -> None:
    desk.publish(services.filters.save(EVENT.id, "待定", AttendeeFilter(text="待")))
    qtbot.waitUntil(lambda: "待定  0" in offered(screen))
    choose(screen, "Manage the saved filters…")
    manager = screen.findChild(ManageFilters)

    manager.list.setCurrentRow(1)
    manager.up.click()
    qtbot.waitUntil(lambda: offered(screen)[:2] == ["待定  0", "嘉宾  1"])
    manager.rename.click()
    dialog = manager.findChild(FormDialog)
    dialog.inputs["name"].show_value("未定")
    dialog.submit()
    qtbot.waitUntil(lambda: offered(screen)[:2] == ["未定  0", "嘉宾  1"])
    manager.remove.click()

    qtbot.waitUntil(lambda: offered(screen)[0] == "嘉宾  1")
    assert [one.name for one in services.filters.all(EVENT.id)] == ["嘉宾"]


def test_a_condition_is_taken_away_by_its_cross(screen, waiting) -> None:
    screen.filters.show_filter(AttendeeFilter(statuses=frozenset(AttendeeStatus), tag="VIP"))
    screen.filters.changed.emit()
    waiting(0)
    buttons = screen.filters.conditions._buttons
    assert [button.text() for button in buttons][1:] == ["Tag: VIP  ✕", "Drop all conditions  ✕"]

    buttons[1].click()
    waiting(2)

    assert screen.wanted() == AttendeeFilter(statuses=frozenset(AttendeeStatus))


def test_the_form_asks_for_what_no_menu_says(screen, waiting) -> None:
    screen.filters.more.chosen.emit("build")
    dialog = form(screen)
    dialog.inputs["categories"].show_value({GUEST.id, DELEGATE.id})
    dialog.inputs["missing"].show_value(Missing.EMAIL)
    dialog.submit()
    waiting(1)

    assert screen.wanted() == AttendeeFilter(
        categories=frozenset({GUEST.id, DELEGATE.id}), missing=Missing.EMAIL
    )
    assert screen.filters.more.choice() == "No e-mail address"


def test_the_form_finds_an_organisation_by_typing(
    screen, waiting, attendees: AttendeeService, desk: Desk, qtbot: QtBot
) -> None:
    register(attendees, "赵敏", organisation="宝武集团")
    desk.publish(Change("", frozenset({Topic.ATTENDEES})))
    waiting(3)
    screen.filters.more.chosen.emit("build")
    dialog = form(screen)
    dialog.resize(640, 700)
    unit = dialog.inputs["organisation"]
    unit.line.setFocus()
    qtbot.keyClicks(unit.line, "baowu")
    popup = unit.findChild(QCompleter).popup()
    qtbot.waitUntil(popup.isVisible)

    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    dialog.submit()
    waiting(1)

    said = screen.filters.conditions._buttons
    qtbot.waitUntil(lambda: [one.text() for one in said] == ["Organisation: 宝武集团  ✕"])


def test_an_organisation_that_was_not_chosen_is_not_forgotten(screen, qtbot: QtBot) -> None:
    screen.filters.more.chosen.emit("build")
    dialog = form(screen)
    qtbot.keyClicks(dialog.inputs["organisation"].line, "baowu")

    dialog.submit()

    notes = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "Please choose one of those that are offered while you type." in notes
    assert dialog.isVisible()
    dialog.inputs["organisation"].line.clear()
    dialog.submit()
    qtbot.waitUntil(lambda: not screen.findChildren(FormDialog))


def test_a_long_menu_is_narrowed_by_typing(screen, waiting, desk: Desk, qtbot: QtBot) -> None:
    chosen = UUID(int=19)
    units = [Named(UUID(int=at), f"单位{at:02}", at) for at in range(1, 25)]
    screen.show_choices(replace(CHOICES, organisations=units))
    screen.filters.unit.open()
    (rows,) = screen.filters.unit.findChildren(QListView)
    popup = rows.parentWidget()
    assert rows.model().rowCount() == 25

    popup.findChild(QLineEdit).insert("单位1")  # QTest types no Chinese
    assert rows.model().rowCount() == 10
    qtbot.keyClicks(popup.findChild(QLineEdit), "9")
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    waiting(0)

    assert screen.wanted() == AttendeeFilter(organisation=chosen)


@pytest.mark.parametrize(
    "wanted",
    [
        EVERYBODY,
        AttendeeFilter(text="王", categories=frozenset({GUEST.id, DELEGATE.id})),
        AttendeeFilter(statuses=frozenset(AttendeeStatus), fees=frozenset({FeeStatus.PAID})),
        AttendeeFilter(forum=DATA.id, waiting=True, group=GROUP.id, tag="VIP"),
        AttendeeFilter(checked_in=False, needs_hotel=True, missing=Missing.EMAIL),
        AttendeeFilter(organisation=UUID(int=7)),
        AttendeeFilter(own=(FieldCondition("bus", "yes"), FieldCondition("size", "XL"))),
        AttendeeFilter(own=(FieldCondition("car", "沪A12345"), FieldCondition("size"))),
        AttendeeFilter(
            own=(FieldCondition("bus", "yes", holds=False), FieldCondition("car", holds=False))
        ),
    ],
)
def test_the_form_gives_back_what_it_was_given(wanted: AttendeeFilter, qtbot: QtBot) -> None:
    dialog = FormDialog("", filter_fields(CHOICES, nobody), filter_values(wanted, CHOICES))
    qtbot.addWidget(dialog)

    assert filter_of(dialog.values(), wanted) == wanted


def test_the_palette_leads_to_a_filter(screen, waiting, services: Services) -> None:
    (hit,) = [one for one in services.search.everything(EVENT.id, "jb") if one.title == "嘉宾"]
    assert hit.place.screen is ScreenName.ATTENDEES

    screen.show_place(Place(hit.place.screen, hit.place.subject))
    waiting(1)

    assert screen.wanted() == GUESTS


def test_addresses_of_a_list_are_copied_and_the_history_says_so(
    screen, services: Services, qtbot: QtBot
) -> None:
    choose(screen, "Copy the e-mail addresses of this list")
    qtbot.waitUntil(lambda: screen.findChild(QMessageBox) is not None)

    box = screen.findChild(QMessageBox)
    assert box.text() == "1 e-mail addresses are on the clipboard. 1 of these people have none."
    assert QGuiApplication.clipboard().text() == "wang@example.org"
    assert services.history.all(1)[0].text() == "Copy 1 e-mail addresses"
    box.close()


def test_a_document_is_for_whom_a_saved_filter_and_the_card_ask_for(
    services: Services, attendees: AttendeeService, qtbot: QtBot
) -> None:
    from ui.documents.people_card import PeopleCard

    services.filters.save(EVENT.id, "嘉宾", GUESTS)
    card = PeopleCard()
    qtbot.addWidget(card)
    card.show_filters(services.filters.counted(EVENT.id))
    assert card.chosen().wanted == EVERYBODY

    with qtbot.waitSignal(card.changed):
        card.filter.setCurrentIndex(1)

    assert card.filter.currentText() == "嘉宾  0"
    assert card.chosen().wanted == GUESTS


def test_a_filter_and_a_screen_that_contradict_find_nobody(attendees: AttendeeService) -> None:
    register(attendees, "王磊", category_id=GUEST.id)

    def found(text: str, *categories: object) -> int:
        wanted = narrowed_by(GUESTS, text, frozenset(categories))
        return len(attendees.found(EVENT.id, wanted))

    assert [found(""), found("王", GUEST.id), found("李"), found("", DELEGATE.id)] == [1, 1, 0, 0]


def test_own_fields_are_conditions(attendees: AttendeeService, services: Services) -> None:
    with services.store.unit() as unit:
        unit.put_all((SIZE, BUS, CAR))
        unit.commit("set up", Topic.EVENT)
    register(attendees, "王磊", custom={"size": "XL", "bus": True, "car": "沪A12345"})
    register(attendees, "李平", custom={"size": "M"})

    def found(*own: FieldCondition) -> list[str]:
        keys = attendees.found(EVENT.id, AttendeeFilter(own=own)).keys
        return [row.name for row in attendees.rows(list(keys))]

    assert found(FieldCondition("size", "XL")) == ["王磊"]
    assert found(FieldCondition("bus", "yes", holds=False)) == ["李平"]
    assert found(FieldCondition("car", holds=False)) == ["李平"]
    assert found(FieldCondition("car"), FieldCondition("size", "M")) == []
