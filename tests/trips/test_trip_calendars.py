"""A calendar file becomes the legs of a trip: zones kept, what is missing said."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from summit_desk.domain.change import Topic
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.errors.session_lists import CalendarTooBig, EmptyCalendar, NotACalendar
from summit_desk.domain.records import Event, Leg, LegKind, Setting, Trip
from summit_desk.domain.trip_timeline import length
from summit_desk.readers.calendars import read_calendar

CALENDAR = Path(__file__).parents[1] / "data" / "lists" / "synthetic_trip_two_timezones.ics"
EVENT = Event(
    name="峰会",
    first_day=date(2024, 10, 12),
    last_day=date(2024, 10, 13),
    created_at=datetime(2024, 1, 1, tzinfo=UTC),
)


@pytest.fixture
def calendars(store, services):
    with store.unit() as unit:
        unit.put(EVENT)
        unit.commit("set up", Topic.EVENT)
    return services.trip_calendars


@pytest.fixture
def calendar(tmp_path):
    def write(*events: str) -> Path:
        path = tmp_path / "trip.ics"
        told = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
        path.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\n{told}END:VCALENDAR\n", encoding="utf-8")
        return path

    return write


def legs(store) -> list[Leg]:
    with store.view() as view:
        return view.all(Leg, order=("starts_at", "id"))


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


def test_eight_events_have_their_true_durations(store, calendars) -> None:
    plan = calendars.plan(EVENT.id, "德美考察", CALENDAR)
    calendars.apply(plan)

    assert [(line.leg.kind, length(line.leg)) for line in plan.lines] == [
        (LegKind.FLIGHT, hours(11)),
        (LegKind.FREE, hours(3)),
        (LegKind.MEETING, hours(2.5)),
        (LegKind.FLIGHT, hours(9.75)),
        (LegKind.FREE, hours(4)),
        (LegKind.FLIGHT, hours(13.75)),
        (LegKind.FREE, timedelta(days=11)),
        (LegKind.MEAL, hours(1)),
    ]
    assert len(legs(store)) == 8


def test_a_flight_keeps_numbers_airports_and_zones(store, calendars) -> None:
    calendars.apply(calendars.plan(EVENT.id, "德美考察", CALENDAR))

    (flight,) = (leg for leg in legs(store) if leg.number == "LH733")
    assert (flight.from_code, flight.from_zone, flight.starts_at, flight.terminal_from) == (
        "PVG", "Asia/Shanghai", datetime(2024, 10, 26, 13, 35), "T2",
    )  # fmt: skip
    assert (flight.to_code, flight.to_zone, flight.ends_at) == (
        "FRA", "Europe/Berlin", datetime(2024, 10, 26, 18, 35),
    )  # fmt: skip


def test_lines_folded_inside_a_character_are_whole(calendars) -> None:
    calendar = read_calendar(CALENDAR)

    assert calendar.name == "赴德国、美国产业互联网主题商务考察（合成数据）"
    assert calendar.events[2].description == (
        "对方参加：CEO Hans Müller；我方：团长、副团长及全体团员; 着正装"
    )


def test_a_floating_time_is_that_of_home_and_flagged(calendars) -> None:
    plan = calendars.plan(EVENT.id, "德美考察", CALENDAR)

    flagged = {line.event.event.position: list(map(str, line.remarks)) for line in plan.lines}
    assert {position: said for position, said in flagged.items() if said} == {
        8: ["The file names no time zone; the time is taken as that of Asia/Shanghai."]
    }
    assert plan.lines[7].leg.from_zone == "Asia/Shanghai"


def test_a_trip_that_is_not_there_is_made_from_the_events(store, calendars) -> None:
    calendars.apply(calendars.plan(EVENT.id, "", CALENDAR))

    with store.view() as view:
        (trip,) = view.all(Trip)
    assert (trip.name, trip.starts_on, trip.ends_on) == (
        "赴德国、美国产业互联网主题商务考察（合成数据）",
        date(2024, 10, 26),
        date(2024, 11, 5),
    )


def test_a_calendar_once_more_changes_nothing_and_undo_leaves_nothing(
    store, services, calendars
) -> None:
    calendars.apply(calendars.plan(EVENT.id, "德美考察", CALENDAR))

    again = calendars.plan(EVENT.id, "德美考察", CALENDAR)

    assert {line.verdict.value for line in again.lines} == {"same"}
    services.history.undo()
    with store.view() as view:
        assert [view.count(kind) for kind in (Trip, Leg, Setting)] == [0, 0, 0]


def test_our_own_calendar_comes_back_as_the_same_legs(store, services, calendars, tmp_path) -> None:
    calendars.apply(calendars.plan(EVENT.id, "德美考察", CALENDAR))
    with store.view() as view:
        (trip,) = view.all(Trip)
    path = tmp_path / "own.ics"
    services.documents.trip_calendar(trip.id, path, language=DocumentLanguage.CHINESE)

    plan = calendars.plan(EVENT.id, trip.id, path)

    assert {line.verdict.value for line in plan.lines} <= {"same", "update"}
    assert sorted(line.leg.id for line in plan.lines) == sorted(leg.id for leg in legs(store))


def test_an_event_that_moved_is_an_update_of_its_leg(store, calendars, calendar) -> None:
    uid = "UID:a@example.org\nSUMMARY:拜访示例公司"
    zone = "TZID=Europe/Berlin"
    first = f"{uid}\nDTSTART;{zone}:20241028T093000\nDTEND;{zone}:20241028T120000"
    calendars.apply(calendars.plan(EVENT.id, "考察", calendar(first)))

    plan = calendars.plan(EVENT.id, "考察", calendar(first.replace("T0930", "T1030")))
    calendars.apply(plan)

    assert [str(change) for change in plan.lines[0].changes] == [
        "Begins: 2024-10-28 09:30 → 2024-10-28 10:30"
    ]
    assert [(leg.starts_at.hour, leg.sequence) for leg in legs(store)] == [(10, 1)]


def test_an_all_day_hotel_is_a_stay_until_its_last_day(calendars, calendar) -> None:
    path = calendar(
        "UID:1\nSUMMARY:Train 241 from Visp to Randa\nDTSTART;TZID=Europe/Zurich:20170910T140800\n"
        "DTEND;TZID=Europe/Zurich:20170910T145300",
        "UID:2\nSUMMARY:Hotel reservation: Haus\nDTSTART;VALUE=DATE:20170910\n"
        "DTEND;VALUE=DATE:20170916",
        "UID:3\nSUMMARY:Free day\nDTSTART;VALUE=DATE:20170911",
    )

    train, stay, free = (line.leg for line in calendars.plan(EVENT.id, "Randa", path).lines)

    assert (train.kind, train.from_place, train.to_place) == (LegKind.TRAIN, "Visp", "Randa")
    assert (stay.kind, stay.from_zone) == (LegKind.STAY, "Europe/Zurich")
    assert (stay.starts_at.date(), stay.ends_at.date()) == (date(2017, 9, 10), date(2017, 9, 15))
    assert (free.kind, length(free)) == (LegKind.FREE, timedelta(days=1))


def test_strange_zones_utc_and_open_ends_are_said(calendars, calendar) -> None:
    path = calendar(
        "UID:1\nSUMMARY:Talks\nDTSTART;TZID=Mars/Base:20241028T093000\n"
        "DTEND;TZID=Mars/Base:20241028T100000",
        "UID:2\nSUMMARY:Call\nDTSTART:20241028T010000Z\nDURATION:PT30M",
        "UID:3\nSUMMARY:Party\nDTSTART;TZID=Europe/Berlin:20241028T200000",
    )

    plan = calendars.plan(EVENT.id, "考察", path)

    assert [list(map(str, line.remarks)) for line in plan.lines] == [
        ["The time zone “Mars/Base” is unknown; the time is taken as that of Asia/Shanghai."],
        ["The file gives the time as UTC; it is shown as the time of Asia/Shanghai."],
        ["The file names no end."],
    ]
    assert [line.leg.starts_at.hour for line in plan.lines] == [9, 9, 20]


def test_one_uid_for_different_events_keeps_them_all(store, calendars, calendar) -> None:
    path = calendar(
        "UID:same\nSUMMARY:One\nDTSTART;TZID=Europe/Berlin:20241028T093000",
        "UID:same\nSUMMARY:Two\nDTSTART;TZID=Europe/Berlin:20241029T093000",
        "UID:same\nSUMMARY:Two\nDTSTART;TZID=Europe/Berlin:20241029T093000",
    )

    plan = calendars.plan(EVENT.id, "考察", path)
    calendars.apply(plan)

    assert [line.verdict.value for line in plan.lines] == ["new", "new", "duplicate"]
    again = calendars.plan(EVENT.id, "考察", path)
    assert [line.verdict.value for line in again.lines] == ["same", "same", "duplicate"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", NotACalendar),
        (b"\xff\xfe\x00\x01garbage", NotACalendar),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2024", NotACalendar),
        (b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", EmptyCalendar),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 2_001, CalendarTooBig),
        (b"BEGIN:VCALENDAR\n" + b"X" * 8_000_000, CalendarTooBig),
    ],
)
def test_a_broken_calendar_gets_a_sentence(tmp_path, content: bytes, error: type) -> None:
    path = tmp_path / "broken.ics"
    path.write_bytes(content)

    with pytest.raises(error, match="Nothing was imported"):
        read_calendar(path)
