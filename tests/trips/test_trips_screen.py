"""The Trips screen as a person uses it: real widgets over a real file."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.records import (
    TravelDocumentKind,
    Trip,
)
from summit_desk.support.i18n import Language, use_language
from tests.trips.making import EVENT, SEAT, TRIP, TRIP_ID, YAN, a_trip, passport, sentences
from ui.trips.columns import TRAVELLERS
from ui.trips.pages import CHECKS, CONTACTS, COSTS

PASSPORT_ID = UUID(int=77)


def test_a_file_without_trips_says_how_to_begin(screen, trips, settle):
    screen.desk.run(lambda: trips.remove(Trip, TRIP_ID), screen.desk.publish)
    settle()
    assert screen.title() == "Trips"
    assert screen._start.isVisible()
    assert [action.isEnabled() for action in screen.header_actions()] == [False, False, True, True]


def test_the_days_show_every_leg_in_order(full):
    assert sentences(full) == [
        "MU219 PVG 00:05 (UTC+8) → FRA 05:55 (UTC+2) Flight 11 h 50 min",
        "Stay Frankfurt Marriott · 14:00 4 nights",
        "Meeting Deutsche Börse · 15:30–17:00 1 h 30 min",
        "LH772 FRA 22:15 (UTC+2) → SGN 15:05 (UTC+7) Flight 11 h 50 min",
        "Stay Rex Hotel · 16:00 2 nights",
        "VN522 SGN 10:15 (UTC+7) → PVG 15:05 (UTC+8) Flight 3 h 50 min",
    ]


def test_a_click_opens_a_leg(full, qtbot, form):
    rows = list(full.pages.itinerary.rows())
    qtbot.mouseClick(rows[2], Qt.MouseButton.LeftButton)
    dialog = form()
    assert dialog.inputs["title"].value() == "Deutsche Börse"
    dialog.reject()


def test_the_papers_of_the_chosen_traveller(full, settle, fill):
    assert not full.side.papers.isVisible()
    full.side.select(SEAT.id)
    titles = [row.accessibleName() for row in full.side.papers.rows()]
    assert titles == [
        "Passport · …5678 2020-03-01 – 2030-02-28 Granted",
        "Visa · the Schengen area 2025-10-01 – 2025-11-30 Granted",
        "Visa · Vietnam 2025-10-01 – 2025-11-30 Granted",
        "Insurance 2025-10-13 – 2025-10-25 Granted",
    ]
    full.side.papers._ask(TravelDocumentKind.PASSPORT)
    fill(number="E22222222", expires_on=date(2026, 1, 5))
    assert len(full.side.papers.rows()) == 5


def test_passport_and_visa_pills(full):
    (row,) = full.side.travellers._model.rows()
    pills = [column.pill(row) for column in TRAVELLERS if column.pill]
    assert [(pill.text, pill.tone.value) for pill in pills] == [
        ("2030-02", "green"),
        ("Granted", "green"),
    ]


def test_what_blocks_the_trip_stands_above_it(full, trips, settle):
    assert not full.pages.banner.isVisible()
    trips.save(replace(passport(expires="2025-10-18"), traveller_id=SEAT.id, id=PASSPORT_ID))
    for paper in full.presenter.view().travellers[0].facts.documents:
        if paper.kind is TravelDocumentKind.PASSPORT:
            trips.remove(type(paper), paper.id)
    full.presenter.reload()
    settle()
    assert full.pages.banner.isVisible()
    assert full.pages.banner.text() == (
        "Yan Hua’s passport expires on 2025-10-18, before the return on 2025-10-21."
    )
    full.pages.banner.checks_asked.emit()
    assert full.pages.tabs.currentIndex() == CHECKS


def test_a_finding_leads_to_its_leg_or_traveller(full, planned, settle):
    wrong = planned.snapshot(TRIP_ID).legs[2]
    full.pages.show_tab(CHECKS)
    full.select(wrong.id)
    focused = [row.leg.leg.id for row in full.pages.itinerary.rows() if row.hasFocus()]
    assert full.pages.tabs.currentIndex() == 0
    assert focused in ([wrong.id], [])  # offscreen windows may not be active
    hint = next(one for one in full.presenter.view().findings if one.kind == "no_contact")
    full.pages.checks.list.place_asked.emit(hint.place)
    assert full.pages.tabs.currentIndex() == CONTACTS


def test_a_link_from_elsewhere_opens_the_trip_and_selects(full, trips, settle):
    other = trips.save(a_trip(id=YAN.id, event_id=EVENT.id, name="日本")).subject
    full.presenter.show_trip(other)
    settle()
    assert full.title() == "日本"
    full.show_place(Place(ScreenName.TRIPS, SEAT.id))
    settle()
    settle()
    assert full.title() == "Germany and Vietnam"
    assert full.side.travellers.current().facts.id == SEAT.id


@pytest.mark.parametrize("tab", [COSTS, CONTACTS])
def test_ledger_and_contacts_have_the_whole_width(full, settle, tab):
    full.pages.show_tab(tab)
    assert not full.side.isVisible()
    full.show_place(Place(ScreenName.TRIPS, SEAT.id))
    settle()
    assert full.side.isVisible()
    assert full.side.travellers.current().facts.id == SEAT.id


def test_chips_switch_between_trips(full, trips, settle):
    other = trips.save(a_trip(id=YAN.id, event_id=EVENT.id, name="日本")).subject
    full.presenter.reload()
    settle()
    full.bar.chosen.emit(other)
    settle()
    assert full.title() == "日本"
    assert full.bar._chips.chosen_key() == other


def test_figures_above_the_trip(full):
    told = [card.accessibleName() for card in full.figures.children() if card.isWidgetType()]
    assert told == [
        "Travellers: 1 person. all papers in order",
        "Duration: 8 days, 7 nights. 2 countries · 3 time zones",
        "Budget: CN¥ 486,200. Used: CN¥ 0 (0%)",
        "Connections: No conflicts. no change of planes",
    ]


def test_time_zone_strips(full):
    assert full.side.zones.accessibleName() == (
        "Time zones: Shanghai Beijing time; Frankfurt 6 h behind Beijing; "
        "Ho Chi Minh City 1 h behind Beijing"
    )


def test_the_history_of_a_leg_lists_its_changes(full, planned, settle):
    from ui.kit.history import HistoryDialog

    leg = planned.snapshot(TRIP_ID).legs[0]
    planned.save(replace(leg, notes="靠窗"))
    full.history_asked.emit(leg)
    settle()
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, HistoryDialog)]
    (dialog,) = [one for one in shown if one.isVisible()]
    assert [entry.text() for entry in dialog._entries.rows()] == [
        "Edit leg MU219 上海 → 法兰克福",
        "Add leg MU219 上海 → 法兰克福",
    ]
    dialog.accept()


@pytest.mark.parametrize("suffix", [".ics", ".pdf"])
def test_calendar_and_trip_book_are_written(full, settle, tmp_path, qtbot, suffix):
    from PySide6.QtWidgets import QMessageBox

    book, calendar, _import, _add = full.header_actions()
    action = calendar if suffix == ".ics" else book.menu().actions()[0]
    action.trigger()
    (dialog,) = full.findChildren(QFileDialog)
    target = tmp_path / f"trip{suffix}"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    settle()
    qtbot.waitUntil(lambda: bool(full.findChildren(QMessageBox)), timeout=20_000)
    full.findChildren(QMessageBox)[0].reject()
    start = target.read_bytes()[:15]
    assert start.startswith(b"BEGIN:VCALENDAR" if suffix == ".ics" else b"%PDF-")


def test_table_models_pass_the_model_tester(full, qtmodeltester):
    for model in (full.side.travellers._model, full.pages.costs._model, full.pages.contacts._model):
        qtmodeltester.check(model)


def test_every_text_follows_the_language(full):
    use_language(Language.CHINESE)
    full.retranslate()
    assert full.title() == TRIP.name
    assert full.pages.tabs.tabText(0) == "行程"
    assert sentences(full)[0] == "MU219 PVG 00:05 (UTC+8) → FRA 05:55 (UTC+2) 飞行 11 小时 50 分钟"


def test_nothing_went_wrong(full, told):
    assert told == []


def test_hostile_texts_neither_break_nor_widen_the_screen(full, trips, settle):
    wild = "长" * 3000 + "W" * 3000 + "🛫\N{RIGHT-TO-LEFT OVERRIDE}<b>{name}%s"
    leg = trips.snapshot(TRIP_ID).legs[2]
    trips.save(replace(leg, title=wild, from_place=wild, address=wild, notes=wild))
    trips.save(replace(TRIP, name=wild, name_other=wild, purpose=wild))
    trips.save(a_trip(id=YAN.id, event_id=EVENT.id, name=wild))
    trips.add_traveller(TRIP_ID, "W" * 90, replace(SEAT, id=YAN.id, diet=wild))
    full.presenter.reload()
    settle()
    full.side.select(YAN.id)
    settle()
    assert len(full.side.papers.rows()) == 0
    assert full.minimumSizeHint().width() < 1100
