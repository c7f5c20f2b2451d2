"""The overview counts right and shows it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.overview import Phase, chart_days, countdown
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.records import (
    Attendee,
    AttendeeStatus,
    CheckPoint,
    Event,
    PointKind,
    Scan,
)
from summit_desk.services.demo import DemoService
from summit_desk.services.overview import OverviewService
from ui.kit.finding_list import FindingRow
from ui.overview.presenter import OverviewPresenter
from ui.overview.screen import OverviewScreen

OPENS = datetime(2024, 5, 22, 9, 0)


@pytest.fixture
def event_id(demo):
    with demo.view() as view:
        return view.all(Event)[0].id


@pytest.fixture
def screen(qtbot) -> OverviewScreen:
    made = OverviewScreen()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def test_the_figures_are_those_of_the_file(demo, clock, event_id) -> None:
    overview = OverviewService(demo, clock).overview(event_id)
    with demo.view() as view:
        states = [attendee.status for attendee in view.all(Attendee)]
        entrance = view.find(CheckPoint, kind=PointKind.ENTRANCE)
        arrived = {scan.attendee_id for scan in view.all(Scan, point_id=entrance.id)}
    away = {AttendeeStatus.CANCELLED, AttendeeStatus.DECLINED, AttendeeStatus.BLOCKED}
    assert (overview.registered, overview.confirmed, overview.arrived) == (
        sum(state not in away for state in states),
        states.count(AttendeeStatus.CONFIRMED),
        len(arrived),
    )


def test_speakers_with_everything_are_counted(demo, clock, event_id) -> None:
    overview = OverviewService(demo, clock).overview(event_id)
    assert (overview.speakers_ready, overview.speakers) == (24, 29)


def test_the_line_rises_to_the_number_registered(demo, clock, event_id) -> None:
    overview = OverviewService(demo, clock).overview(event_id)
    figures = [figure.registered for figure in overview.progress]
    assert (figures, figures[-1]) == (sorted(figures), overview.registered)


def test_forums_are_told_in_order_with_their_seats(demo, clock, event_id) -> None:
    forums = OverviewService(demo, clock).overview(event_id).forums
    told = [(str(forum.name), forum.seats) for forum in forums]
    assert told[:3] == [
        ("Main Forum", 80),
        ("Data as a Factor of Production", 22),
        ("Bringing AI into Industry", 12),
    ]


def test_the_first_session_people_sit_down_for_opens_the_event(demo, clock, event_id) -> None:
    assert OverviewService(demo, clock).overview(event_id).countdown.opens_at == OPENS


def test_an_empty_event_has_an_overview(store, clock) -> None:
    event = Event(
        name="新", first_day=date(2024, 6, 1), last_day=date(2024, 6, 1), created_at=clock()
    )
    with store.unit() as unit:
        unit.put(event)
        unit.commit("Create event {name}", Topic.EVENT, name="新")
    overview = OverviewService(store, clock).overview(event.id)
    assert (overview.registered, overview.speakers, overview.progress, overview.forums) == (
        0,
        0,
        (),
        (),
    )


@pytest.mark.parametrize(
    ("today", "phase", "number"),
    [
        (date(2024, 5, 20), Phase.AHEAD, 2),
        (date(2024, 5, 22), Phase.UNDER_WAY, 1),
        (date(2024, 5, 23), Phase.UNDER_WAY, 2),
        (date(2024, 5, 24), Phase.OVER, 2),
    ],
)
def test_the_countdown_knows_before_during_and_after(today, phase, number) -> None:
    found = countdown(today, date(2024, 5, 22), date(2024, 5, 23), OPENS)
    assert (found.phase, found.number, found.days) == (phase, number, 2)


@pytest.mark.parametrize("last", [date(2024, 5, 1), date(2024, 5, 20), date(2024, 12, 31)])
def test_a_chart_has_few_days_and_ends_with_the_last(last) -> None:
    days = chart_days(date(2024, 5, 1), last, 30)
    assert (len(days) <= 30, days[-1], days == sorted(days)) == (True, last, True)


def test_the_screen_shows_the_demo(demo_services, demo_desk, screen, qtbot) -> None:
    OverviewPresenter(screen, demo_services, demo_desk)
    qtbot.waitUntil(lambda: len(screen.findChildren(FindingRow)) >= 5, timeout=10_000)
    assert screen.figures[4].accessibleName() == "Until it opens: 3 days. Wed 22 May 09:00"


def test_the_header_leads_to_the_preflight(screen, qtbot) -> None:
    with qtbot.waitSignal(screen.place_asked) as asked:
        screen.header_actions()[-1].trigger()
    assert asked.args == [Place(ScreenName.PREFLIGHT)]


def test_changes_are_counted_again_while_somebody_looks(
    demo_services, demo_desk, demo, screen, qtbot
) -> None:
    OverviewPresenter(screen, demo_services, demo_desk)
    qtbot.waitUntil(lambda: bool(screen.figures[1].accessibleName()))
    with demo.unit() as unit:
        attendee = unit.find(Attendee, status=AttendeeStatus.UNCONFIRMED)
        unit.put(replace(attendee, status=AttendeeStatus.CONFIRMED))
        change = unit.commit("Edit attendee {name}", Topic.ATTENDEES, name="x")
        confirmed = unit.count(Attendee, status=AttendeeStatus.CONFIRMED)
    demo_desk.publish(change)
    wanted = f"Confirmed: {confirmed}."
    qtbot.waitUntil(lambda: screen.figures[1].accessibleName().startswith(wanted))


def test_a_large_demo_is_counted_in_the_zone_of_the_event(tmp_path) -> None:
    """Who registers at one in the morning in Shanghai does so on that day, not the one before."""
    from db.store import Store

    DemoService().build(tmp_path / "demo.summit", attendees=40)
    with Store.open(tmp_path / "demo.summit") as store:
        with store.unit() as unit:
            event = unit.all(Event)[0]
            for attendee in unit.all(Attendee):
                late = datetime(2024, 5, 4, 17, 30, tzinfo=UTC)
                unit.put(replace(attendee, registered_at=late))
            unit.commit("Edit attendee {name}", Topic.ATTENDEES, name="x")
        days = OverviewService(store, lambda: late).overview(event.id).progress
    assert [figure.day for figure in days] == [date(2024, 5, 5)]


def test_scans_at_the_door_are_counted_at_leisure(demo_services, demo_desk, screen) -> None:
    presenter = OverviewPresenter(screen, demo_services, demo_desk)
    demo_desk.publish(Change("Scan", frozenset({Topic.CHECK_IN})))
    assert presenter._due.remainingTime() > 1_000


def test_nothing_is_counted_while_nobody_looks(demo_services, demo_desk, screen, qtbot) -> None:
    presenter = OverviewPresenter(screen, demo_services, demo_desk)
    screen.hide()
    demo_desk.publish(Change("Edit", frozenset({Topic.ATTENDEES})))
    assert (presenter._due.isActive(), presenter._stale) == (False, True)
    screen.show()
    assert presenter._stale is False
