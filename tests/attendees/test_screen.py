"""The Attendees screen as a person uses it: search, filters, pane, form, several at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton

from summit_desk.domain.attendee_lists import AttendeeFilter, AttendeeSort, Order
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.records import AttendeeStatus, CustomField, FieldKind
from summit_desk.support.i18n import Language, use_language
from tests.attendees.making import ABROAD, DATA, DELEGATE, EVENT, GUEST, draft, register
from ui.kit.chips import ChipButton
from ui.kit.form import FormDialog
from ui.kit.paged import PAGE
from ui.kit.pills import PillLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from summit_desk.services.attendees import AttendeeService
    from summit_desk.services.bundle import Services
    from ui.attendees.screen import AttendeesScreen
    from ui.kit.desk import Desk

PEOPLE = (
    ("王磊", {"organisation": "杭州智链平台", "title": "高级产品经理", "mobile": "13812342046"}),
    ("欧阳明远", {"organisation": "江苏产业互联网研究院", "title": "副院长", "seat": "B 区 3 排"}),
    ("Müller, Jörg", {"organisation": "Duisburger Hafen AG", "title": "Head of Asia"}),
)


@pytest.fixture
def settled(desk: Desk, qtbot: QtBot, screen: AttendeesScreen) -> Callable[[], None]:
    """Wait until nothing runs and no pause is left."""

    def wait() -> None:
        def paused() -> bool:
            timers = screen.findChildren(QTimer)
            return any(timer.isActive() and timer.interval() < 1000 for timer in timers)

        qtbot.waitUntil(lambda: desk.idle() and not paused())

    return wait


@pytest.fixture
def screen(
    attendees: AttendeeService, services: Services, desk: Desk, qtbot: QtBot
) -> AttendeesScreen:
    """The screen with three people, the second of them a guest who goes to one forum."""
    from ui.attendees.presenter import AttendeesPresenter
    from ui.attendees.screen import AttendeesScreen

    for at, (name, facts) in enumerate(PEOPLE):
        category = GUEST if at == 1 else DELEGATE
        forums = (DATA.id,) if at == 1 else ()
        register(attendees, name, category_id=category.id, forums=forums, **facts)
    desk.show_event(EVENT)
    shown = AttendeesScreen()
    qtbot.addWidget(shown)
    AttendeesPresenter(shown, services, desk)
    shown.resize(1200, 800)
    shown.show()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 3 and desk.idle())
    return shown


def names(screen: AttendeesScreen) -> list[str]:
    rows = [screen.model.row(at) for at in range(screen.model.rowCount())]
    return [row.name for row in rows if row is not None]


def said(screen: AttendeesScreen) -> str:
    return " | ".join(
        label.text() for label in screen.detail.findChildren(QLabel) if label.isVisibleTo(screen)
    )


def chip(screen: AttendeesScreen, words: str) -> ChipButton:
    (found,) = (
        one
        for one in screen.findChildren(ChipButton)
        if one.text() == words and one.isVisibleTo(screen)
    )
    return found


def form(screen: AttendeesScreen) -> FormDialog:
    (dialog,) = screen.findChildren(FormDialog)
    return dialog


def test_everybody_is_listed_and_the_first_is_shown(screen, settled) -> None:
    settled()

    assert names(screen) == ["王磊", "欧阳明远", "Müller, Jörg"]
    assert "王磊" in said(screen)
    assert "杭州智链平台 · 高级产品经理" in said(screen)


def test_the_list_is_a_sound_model(screen, settled, qtmodeltester: ModelTester) -> None:
    settled()

    qtmodeltester.check(screen.model)


def test_typing_finds_and_says_how_fast(screen, settled, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.filters.search, "oymy")
    settled()

    assert names(screen) == ["欧阳明远"]
    note = screen._note.text()
    assert note.startswith("oymy → 欧阳明远 · 1 person · ")
    assert note.endswith(" ms")


def test_capital_letters_select_nobody_besides_the_first(
    screen, settled, attendees, desk, qtbot: QtBot
) -> None:
    for name in ("王一", "王二", "王三"):
        desk.publish(attendees.register(draft(name)))
    settled()
    table, shift = screen.table, Qt.KeyboardModifier.ShiftModifier
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Down, shift)
    before = len(screen.selected_keys())
    qtbot.keyClick(screen.filters.search, Qt.Key.Key_W, shift)
    settled()

    assert (before, names(screen)) == (2, ["王磊", "王一", "王二", "王三"])
    assert [row.name for row in table.selected()] == ["王磊"]
    qtbot.keyClick(table, Qt.Key.Key_Down, shift)
    assert len(screen.selected_keys()) == 2


def test_what_can_be_done_with_several_has_its_room_on_a_small_screen(screen, settled) -> None:
    settled()
    screen.resize(1000, 480)
    screen.table.selectAll()
    settled()
    shown = [*screen.selection.findChildren(QLabel), *screen.selection.findChildren(QPushButton)]
    cut = [
        part.text()
        for part in shown
        if part.height() < max(part.minimumSizeHint().height(), part.heightForWidth(part.width()))
    ]
    tops = sorted(part.mapTo(screen, QPoint(0, 0)).y() for part in shown)

    assert (len(shown) > 10, cut) == (True, [])
    assert min(below - above for above, below in pairwise(tops)) >= 20


def test_nobody_stands_in_the_pane_when_nobody_is_found(screen, settled, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.filters.search, "w")
    qtbot.keyClicks(screen.filters.search, "xqx")  # before the pane was filled
    settled()

    assert (names(screen), said(screen).count("王磊")) == ([], 0)


def test_who_is_seen_with_the_next_key_too_is_shown_as_they_are_now(
    screen, settled, qtbot: QtBot, services, desk
) -> None:
    qtbot.keyClicks(screen.filters.search, "wa")
    settled()
    before = screen.model.row(0)
    person = services.people.detail(before.person_id).person
    desk.publish(services.people.save(replace(person, name="王小磊")))
    qtbot.keyClicks(screen.filters.search, "n")
    settled()

    assert (before.name, names(screen)[0]) == ("王磊", "王小磊")


def test_escape_shows_everybody_again(screen, settled, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.filters.search, "oymy")
    settled()

    qtbot.keyClick(screen.filters.search, Qt.Key.Key_Escape)
    settled()

    assert len(names(screen)) == 3


def test_nobody_found_says_what_can_be_typed(screen, settled, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.filters.search, "qqq")
    settled()

    assert screen._no_hit.isVisibleTo(screen)
    screen._no_hit.findChild(QPushButton).click()
    settled()
    assert len(names(screen)) == 3
    assert screen.filters.search.text() == ""


def test_a_chip_counts_and_narrows(screen, settled) -> None:
    settled()

    chip(screen, "Guest 1").click()
    settled()

    assert names(screen) == ["欧阳明远"]
    assert chip(screen, "All 3").isChecked() is False


def test_filters_say_what_they_ask(screen, settled) -> None:
    settled()

    screen.filters.status.chosen.emit(AttendeeStatus.CONFIRMED)
    screen.filters.forum.chosen.emit(DATA.id)
    screen.filters.more.chosen.emit(False)

    assert screen.wanted() == AttendeeFilter(
        statuses=frozenset({AttendeeStatus.CONFIRMED}), forum=DATA.id, checked_in=False
    )
    assert screen.filters.forum.choice() == "Data  1"
    assert chip(screen, "Forum: Data  ✕").isChecked()


def test_a_phone_is_masked_until_it_is_asked_for(screen, settled, qtbot: QtBot) -> None:
    settled()
    assert "138****2046" in said(screen)
    assert "13812342046" not in said(screen)

    link = next(one for one in screen.detail.findChildren(QPushButton) if one.text() == "Show")
    link.click()

    qtbot.waitUntil(lambda: "13812342046" in said(screen))


def test_a_click_on_a_title_sorts_in_the_file(screen, settled, qtbot: QtBot) -> None:
    settled()

    with qtbot.waitSignal(screen.sort_changed) as told:
        screen.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    settled()

    assert told.args == [Order(AttendeeSort.NAME, descending=True)]
    assert names(screen) == ["王磊", "欧阳明远", "Müller, Jörg"]


def test_somebody_is_added_by_the_form(screen, settled, attendees) -> None:
    settled()
    screen.header_actions()[-1].trigger()
    settled()
    dialog = form(screen)
    for key, value in {
        "name": "单雪梅",
        "unit": "上海数据交易所",
        "title": "市场总监",
        "mobile": "138 0000 0001",
        "forums": (ABROAD.id,),
        "tags": ("VIP",),
    }.items():
        dialog.inputs[key].show_value(value)

    dialog.submit()
    settled()

    found = attendees.detail(attendees.found(EVENT.id).keys[3])
    assert (found.person.name, found.person.pinyin) == ("单雪梅", "shan xue mei")
    assert (found.attendee.number, found.attendee.tags) == ("0004", ("VIP",))
    assert [(work.unit, work.duty) for work in found.work] == [("上海数据交易所", "市场总监")]
    assert [one.name for one, _place in found.forums] == ["产业出海"]
    assert len(names(screen)) == 4


def test_who_was_found_far_down_stays_selected_when_the_search_is_cleared(
    screen, settled, attendees, desk, qtbot: QtBot
) -> None:
    for at in range(160):
        register(attendees, f"赵{chr(0x4E00 + at)}" if at != 120 else "褚遂良")
    desk.publish(Change("", frozenset({Topic.ATTENDEES})))
    qtbot.waitUntil(lambda: screen.model.rowCount() == 163)
    settled()
    qtbot.keyClicks(screen.filters.search, "csl")
    settled()
    assert names(screen) == ["褚遂良"]

    qtbot.keyClick(screen.filters.search, Qt.Key.Key_Escape)

    place = screen.table.currentIndex().row()
    assert (screen.model.rowCount(), screen.model.row(place).name) == (163, "褚遂良")
    assert screen.table.visualRect(screen.table.currentIndex()).intersects(
        screen.table.viewport().rect()
    )
    page = range(place // PAGE * PAGE, min(163, place // PAGE * PAGE + PAGE))
    settled()
    assert all(screen.model.row(at) is not None for at in page)


def test_the_pane_stays_while_the_rest_of_a_list_comes(screen, settled, attendees) -> None:
    settled()
    pane = screen.detail
    keys = list(screen.model.ids())
    assert pane.isVisible()

    screen.show_keys(keys)

    assert pane.isVisible()


def test_the_pane_shows_what_was_changed_elsewhere(screen, settled, attendees, desk) -> None:
    settled()
    key = screen.model.ids()[0]
    desk.publish(attendees.set_status([key], AttendeeStatus.CANCELLED))
    settled()

    assert "Cancelled" in {pill.accessibleName() for pill in screen.detail.findChildren(PillLabel)}


def test_a_form_without_a_name_stays_open(screen, settled, attendees) -> None:
    settled()
    screen.header_actions()[-1].trigger()
    settled()

    form(screen).submit()
    settled()

    assert form(screen).isVisible()
    assert len(attendees.found(EVENT.id)) == 3


def test_enter_edits_and_saving_shows_the_change(screen, settled, qtbot: QtBot) -> None:
    settled()
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    settled()

    form(screen).inputs["name"].show_value("王蕾")
    form(screen).submit()
    settled()

    assert names(screen)[0] == "王蕾"
    assert "王蕾" in said(screen)


def test_saving_an_untouched_form_changes_nothing(screen, settled, attendees, services) -> None:
    settled()
    keys = attendees.found(EVENT.id).keys
    before = [attendees.detail(key) for key in keys]
    for row in range(3):
        screen.table.selectRow(row)
        settled()
        screen.batch.edit.trigger()
        settled()
        form(screen).submit()
        settled()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert [attendees.detail(key) for key in keys] == before


def test_delete_removes_and_undo_brings_back(screen, settled, qtbot: QtBot, services, desk) -> None:
    settled()
    qtbot.keyClick(screen.table, Qt.Key.Key_Delete)
    settled()
    assert names(screen) == ["欧阳明远", "Müller, Jörg"]

    desk.publish(services.history.undo())
    settled()

    assert names(screen) == ["王磊", "欧阳明远", "Müller, Jörg"]


def test_several_are_changed_together(screen, settled, attendees) -> None:
    settled()
    screen.table.selectAll()
    settled()
    assert screen.selection.isVisibleTo(screen)
    assert "3 selected" in [one.text() for one in screen.selection.findChildren(QLabel)]

    screen.batch.category_chosen.emit(GUEST.id)
    settled()

    keys = attendees.found(EVENT.id).keys
    assert [attendees.detail(key).category for key in keys] == [GUEST, GUEST, GUEST]


def test_badges_are_asked_for_the_selected(screen, settled, qtbot: QtBot) -> None:
    settled()
    screen.table.selectRow(1)

    with qtbot.waitSignal(screen.badges_asked) as told:
        screen.batch.badges.trigger()

    assert list(told.args[0]) == [screen.model.ids()[1]]


def test_the_badge_is_shown_as_it_will_be_printed(screen, qtbot: QtBot, settled) -> None:
    settled()

    screen.table.setFocus()
    screen.table.selectRow(1)

    page = lambda: screen.detail._badge  # noqa: E731 -- asked again and again
    qtbot.waitUntil(lambda: page() is not None and not page().is_empty(), timeout=30_000)
    assert page().isVisibleTo(screen)


def test_a_forum_is_added_from_the_pane(screen, settled, attendees) -> None:
    settled()

    screen.detail.forum_added.emit(ABROAD.id)
    settled()

    (held,) = attendees.detail(screen.model.ids()[0]).forums
    assert held[0] == ABROAD
    assert chip(screen, "Going abroad").isChecked()


def test_a_place_selects_somebody_hidden_by_a_filter(screen, settled, qtbot: QtBot) -> None:
    settled()
    wanted = screen.model.ids()[2]
    qtbot.keyClicks(screen.filters.search, "oymy")
    settled()

    screen.show_place(Place(ScreenName.ATTENDEES, wanted))
    settled()

    assert screen.table.current().name == "Müller, Jörg"
    assert "Müller, Jörg" in said(screen)


def test_a_field_of_the_event_is_shown_and_kept(screen, settled, attendees, services, desk) -> None:
    field = CustomField(event_id=EVENT.id, key="since", label="入会", kind=FieldKind.DATE)
    settled()
    desk.publish(services.events.save(field))
    settled()
    screen.batch.edit.trigger()
    settled()
    form(screen).inputs["custom:since"].show_value(date(2021, 5, 1))
    form(screen).submit()
    settled()

    assert attendees.detail(screen.model.ids()[0]).attendee.custom == {"since": "2021-05-01"}
    assert "入会" in said(screen)


def test_an_empty_event_says_how_to_begin(attendees, services, desk, qtbot: QtBot) -> None:
    from ui.attendees.presenter import AttendeesPresenter
    from ui.attendees.screen import AttendeesScreen

    desk.show_event(EVENT)
    shown = AttendeesScreen()
    qtbot.addWidget(shown)
    AttendeesPresenter(shown, services, desk)
    shown.show()
    qtbot.waitUntil(desk.idle)

    assert shown._nobody.isVisibleTo(shown)


def test_every_word_follows_the_language(screen, settled) -> None:
    settled()

    use_language(Language.CHINESE)
    screen.retranslate()
    screen.model.retranslate()

    assert screen.title() == "参会人"
    heads = [screen.model.headerData(at, Qt.Orientation.Horizontal) for at in range(6)]
    assert heads == ["编号", "姓名", "单位", "职务", "类别", "状态"]
    assert chip(screen, "嘉宾 1").isChecked() is False
