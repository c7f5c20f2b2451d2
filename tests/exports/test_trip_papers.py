"""The trip book and the calendar: true local times, durations, numbers to call, no passports."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from exports.calendar import trip_calendar
from exports.fonts import fonts
from exports.trip_book import write_trip_book
from summit_desk.domain.documents.trip_book import TripBook
from summit_desk.domain.documents.words import Bilingual, DocumentLanguage
from summit_desk.domain.errors.documents import CharacterNotInAnyFont
from summit_desk.domain.records import TravelDocument, TravelDocumentKind, TripContact
from summit_desk.domain.trip_snapshot import TripSnapshot
from summit_desk.domain.trip_viewing import view_of
from tests.exports.making import MADE, text_of
from tests.trips.making import TRIP_ID, a_trip, flight, round_trip, traveller

TITLE = Bilingual("德国—越南考察团", "Germany–Vietnam Tour")
PASSPORT = "E12345678"


def book(*legs, name="严华") -> TripBook:
    who = traveller(name)
    paper = TravelDocument(
        traveller_id=who.id, kind=TravelDocumentKind.PASSPORT, number=PASSPORT,
        expires_on=date(2030, 1, 1),
    )  # fmt: skip
    contact = TripContact(trip_id=TRIP_ID, label="示例导游", phone="+49 69 000001")
    snapshot = TripSnapshot(
        trip=a_trip(),
        travellers=(replace(who, documents=(paper,)),),
        legs=legs or round_trip(),
        contacts=(contact,),
    )
    return TripBook(view=view_of(snapshot))


def written(tmp_path, trip: TripBook, language=DocumentLanguage.CHINESE):
    write_trip_book(trip, tmp_path / "trip.pdf", language, fonts(), MADE)
    return text_of(tmp_path / "trip.pdf")


def calendar(*legs) -> bytes:
    return trip_calendar(TITLE, book(*legs).view.legs(), DocumentLanguage.ENGLISH, MADE)


def events(content: bytes) -> list:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_the_book_shows_both_local_times_and_the_true_duration(tmp_path):
    text = written(tmp_path, book(), DocumentLanguage.ENGLISH)

    for shown in ("00:05 (UTC+8)", "05:55 (UTC+2)", "11 h 50 min", "15:05+1 (UTC+7)"):
        assert shown in text


@pytest.mark.parametrize("language", list(DocumentLanguage))
def test_the_book_names_who_to_call_and_hides_passports(tmp_path, language):
    text = written(tmp_path, book(), language)

    for shown in ("+86-10-12308", "+49 69 000001", "YAN HUA"):
        assert shown in text
    assert PASSPORT not in text


def test_a_character_that_no_font_has_stops_the_book_with_the_name(tmp_path):
    with pytest.raises(CharacterNotInAnyFont) as refused:
        written(tmp_path, book(name="李\U000a0001"))

    assert refused.value.details["name"] == "李\U000a0001"
    assert list(tmp_path.iterdir()) == []


def test_a_flight_leaves_in_one_zone_and_lands_in_another():
    first = events(calendar(round_trip()[0]))[0]

    assert first["DTSTART"].params["TZID"] == "Asia/Shanghai"
    assert first["DTEND"].params["TZID"] == "Europe/Berlin"
    assert first["DTSTART"].dt == datetime(2025, 10, 14, 0, 5, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert first["DTEND"].dt - first["DTSTART"].dt == timedelta(hours=11, minutes=50)


def test_lines_end_with_crlf_and_hold_at_most_75_octets():
    lines = calendar().split(b"\r\n")

    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")  # no character is cut in two


def test_identity_stays_and_sequence_rises_when_a_leg_changes():
    leg = flight("MU219", "PVG", "2025-10-14T00:05", "FRA", "2025-10-14T05:55")
    (before,) = events(calendar(leg))
    (after,) = events(calendar(replace(leg, number="MU221", sequence=1)))

    assert before["UID"] == after["UID"] == f"{leg.id}@summit-desk"
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)


def test_every_zone_that_is_named_is_defined_with_its_changes():
    text = calendar().decode()

    assert text.count("BEGIN:VTIMEZONE") == 3
    berlin = text[text.index("TZID:Europe/Berlin") :].split("END:VTIMEZONE")[0]
    assert "DTSTART:20250330T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200" in berlin
    assert "DTSTART:20251026T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100" in berlin


def test_the_description_tells_both_local_times_in_words():
    first = events(calendar(round_trip()[0]))[0]

    assert str(first["DESCRIPTION"]).split("\n")[:3] == [
        "Departure 2025-10-14 00:05 (UTC+8) Shanghai",
        "Arrival 2025-10-14 05:55 (UTC+2) Frankfurt",
        "Duration 11 h 50 min",
    ]


def test_the_same_trip_gives_the_same_bytes():
    legs = book().view.legs()
    twice = [trip_calendar(TITLE, legs, DocumentLanguage.BOTH, MADE) for _each in range(2)]

    assert twice[0] == twice[1]
