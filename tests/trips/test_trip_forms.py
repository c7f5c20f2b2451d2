"""The forms of the Trips screen: what is filled in, told, refused and saved."""

from datetime import date

from PySide6.QtCore import Qt

from summit_desk.domain.records import (
    Cost,
    CostCategory,
    Leg,
    LegKind,
    Traveller,
    Trip,
)
from summit_desk.domain.trip_words import ROLES
from tests.trips.making import TRIP_ID, YAN, sentences, wall
from ui.trips.leg_form import LegForm
from ui.trips.pages import CONTACTS, COSTS


def test_a_new_trip_is_made_and_shown(screen, fill):
    screen.header_actions()[-1].menu().actions()[-1].trigger()
    fill(name="日本考察", name_other="Japan")
    assert screen.title() == "Japan"
    assert screen.desk.event.id == screen.presenter.view().trip.event_id


def test_what_is_wrong_is_marked_in_the_form(screen, form, settle):
    screen.add_asked.emit(Trip, None)
    dialog = form()
    dialog.inputs["name"].show_value("日本")
    dialog.inputs["ends_on"].show_value(date(2025, 1, 1))
    dialog.inputs["budget"].show_value("lots")
    dialog.submit()
    settle()
    assert dialog.isVisible()
    assert dialog._notes["budget"].text() == "“lots” is not an amount; write it like 1280.50."
    dialog.inputs["budget"].show_value("486,200")
    dialog.submit()
    settle()
    assert dialog._notes["ends_on"].text() == "The trip ends before it begins."
    dialog.reject()


def test_an_airport_fills_in_place_zone_and_country(screen, form, fill, settle):
    screen.add_asked.emit(Leg, LegKind.FLIGHT)
    dialog = form()
    assert isinstance(dialog, LegForm)
    for end, code in (("from", "pvg"), ("to", "FRA")):
        line = dialog.inputs[f"{end}_code"]
        line.show_value(code)
        line.changed.emit()
    fill(number="MU219", starts_at=wall("2025-10-14T00:05"), ends_at=wall("2025-10-14T05:55"))
    (leg,) = screen.presenter.view().legs()
    assert (leg.leg.from_code, leg.leg.to_code, leg.leg.to_zone) == ("PVG", "FRA", "Europe/Berlin")
    assert (leg.leg.to_place, leg.leg.country) == ("法兰克福", "DE")
    assert sentences(screen) == ["MU219 PVG 00:05 (UTC+8) → FRA 05:55 (UTC+2) Flight 11 h 50 min"]


def test_the_form_of_a_leg_tells_the_true_length(screen, planned, form):
    screen.edit_asked.emit(planned.snapshot(TRIP_ID).legs[3])
    dialog = form()
    assert dialog.told() == (
        "Takes 11 h 50 min · arrives +1 by local dates · 1 h behind Beijing time"
    )
    dialog.inputs["from_zone"].show_value("Europe/London")
    assert dialog.told().startswith("Takes 10 h 50 min")
    dialog.inputs["ends_at"].show_value(wall("2025-10-18T15:05"))
    assert dialog.told().startswith("Ends before it begins")
    dialog.reject()


def test_a_time_that_comes_twice_is_told_in_the_form(screen, planned, form):
    screen.edit_asked.emit(planned.snapshot(TRIP_ID).legs[2])
    dialog = form()
    dialog.inputs["starts_at"].show_value(wall("2025-10-26T02:30"))
    dialog.inputs["ends_at"].show_value(wall("2025-10-26T04:00"))
    assert dialog.told() == (
        "Takes 2 h 30 min · 7 h behind Beijing time · 02:30 comes twice that night: "
        "the first is taken"
    )
    dialog.reject()


def test_enter_opens_a_leg_and_delete_removes_it(full, qtbot, form, settle, services):
    (row, *_rest) = full.pages.itinerary.rows()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    dialog = form()
    assert dialog.windowTitle() == "Edit leg"
    dialog.reject()
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    settle()
    assert len(sentences(full)) == 5
    full.desk.run(services.history.undo, full.desk.publish)
    settle()
    assert len(sentences(full)) == 6


def test_the_plus_of_a_day_adds_a_meeting_there(full, form, fill):
    full.pages.itinerary._cards[2].add_asked.emit(date(2025, 10, 16))
    fill(title="IHK Frankfurt")
    added = next(leg for leg in full.presenter.view().legs() if leg.leg.title == "IHK Frankfurt")
    assert (added.leg.starts_at, added.leg.country) == (wall("2025-10-16T09:00"), "DE")


def test_a_traveller_is_added_by_a_new_name(full, fill):
    full.add_asked.emit(Traveller, None)
    fill(person="吕略", diet="清真")
    names = [row.view.facts.passport_name for row in full.side.travellers._model.rows()]
    assert names == ["YAN HUA", "LYU LUE"]


def test_the_role_and_the_spelling_of_a_traveller_are_edited_in_one_form(full, fill, store):
    full.edit_asked.emit(full.presenter.view().travellers[0].facts.traveller)
    fill(passport_given="Huaa", role=next(reversed(ROLES)))
    from summit_desk.domain.records import Person

    with store.view() as view:
        person = view.get(Person, YAN.id)
    assert (person.passport_given, person.spelling_fixed) == ("HUAA", True)


def test_a_cost_is_entered_in_its_own_currency(full, fill):
    full.pages.show_tab(COSTS)
    full.add_asked.emit(Cost, None)
    fill(
        payee="Frankfurt Marriott",
        amount="1,280.50",
        currency="EUR",
        rate="7.8",
        category=CostCategory.LODGING,
    )
    assert full.pages.costs.summary.text() == (
        "Total CN¥ 9,987.90, CN¥ 476,212.10 left of the budget\nLodging CN¥ 9,988"
    )


def test_the_rate_last_used_for_a_currency_comes_back(full, trips, form, settle):
    spent = date(2025, 10, 14)
    trips.save(Cost(trip_id=TRIP_ID, spent_on=spent, currency="EUR", amount=1, rate="7.81"))
    full.presenter.reload()
    settle()
    full.add_asked.emit(Cost, None)
    dialog = form()
    rates = []
    for currency in ("EUR", "USD", "CNY"):
        dialog.inputs["currency"].show_value(currency)
        rates.append(dialog.inputs["rate"].value())
    assert rates == ["7.81", "", "1"]
    dialog.reject()


def test_a_contact_is_added(full, fill):
    full.pages.show_tab(CONTACTS)
    full.pages.contacts.add_asked.emit()
    fill(label="驻德使馆", phone="+49 30 275880", country="DE")
    (row,) = full.pages.contacts._model.rows()
    assert (row.label, row.country) == ("驻德使馆", "DE")


def test_a_whole_trip_moves(full, fill):
    full.shift_asked.emit()
    fill(days=7)
    assert full.presenter.view().trip.starts_on == date(2025, 10, 21)
    assert full.presenter.view().legs()[0].leg.starts_at == wall("2025-10-21T00:05")


def test_a_flight_is_entered_by_keyboard_alone(screen, qtbot, form, settle):
    screen.add_asked.emit(Leg, LegKind.FLIGHT)
    dialog = form()
    qtbot.keyClicks(dialog.inputs["number"].line, "MU219")
    qtbot.keyClicks(dialog.inputs["from_code"].line, "pvg")
    qtbot.keyClicks(dialog.inputs["to_code"].line, "frankf")
    qtbot.waitUntil(lambda: bool(dialog.inputs["to_code"]._offered))
    dialog.inputs["to_code"]._choose(dialog.inputs["to_code"]._offered[0][1])
    assert dialog.inputs["to_zone"].value() == "Europe/Berlin"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    (leg,) = screen.presenter.view().legs()
    assert (leg.leg.number, leg.leg.from_code, leg.leg.to_code) == ("MU219", "PVG", "FRA")


def test_a_place_that_is_no_airport_is_kept_as_a_place(screen, form, settle):
    screen.add_asked.emit(Leg, LegKind.FLIGHT)
    dialog = form()
    dialog.inputs["from_code"].show_value("临港直升机场")
    dialog.inputs["to_code"].show_value("QQQ")
    dialog.submit()
    settle()
    assert dialog.isVisible()
    assert dialog._notes["to_code"].text().startswith("No airport has the code “QQQ”")
    assert dialog.entered().from_place == "临港直升机场"
    dialog.reject()
