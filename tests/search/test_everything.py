"""The palette of Ctrl+K: people first, then organisations, sessions, forums and trips."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.change import Topic
from summit_desk.domain.people_lists import FoundAttendee, HitKind
from summit_desk.domain.places import ScreenName
from summit_desk.domain.records import Event, Forum, Organisation, Session, Speaker, Trip
from tests.attendees.making import EVENT, NOW, register

if TYPE_CHECKING:
    from db.store import Store
    from summit_desk.services.attendees import AttendeeService
    from summit_desk.services.search import SearchService

OTHER = Event(name="另一场", first_day=NOW.date(), last_day=NOW.date(), created_at=NOW)
UNIT = Organisation(full_name="王府井示例集团", aliases=("王府井",))
TALK = Session(event_id=EVENT.id, title="王牌产业的明天")
FORUM = Forum(event_id=EVENT.id, name="王者论坛")
TRIP = Trip(
    event_id=EVENT.id, name="王子港考察", starts_on=date(2024, 10, 20), ends_on=date(2024, 10, 29)
)
ELSEWHERE = Session(event_id=OTHER.id, title="王牌另一场")


@pytest.fixture
def filled(attendees: AttendeeService, store: Store) -> AttendeeService:
    register(attendees, "王磊", organisation="东土科技", title="工程师")
    with store.unit() as unit:
        unit.put_all((OTHER, UNIT, TALK, FORUM, TRIP, ELSEWHERE))
        unit.commit("set up", Topic.AGENDA)
    return attendees


def test_people_come_before_everything_else(filled, search: SearchService) -> None:
    hits = search.everything(EVENT.id, "王")

    assert [(hit.kind, hit.title) for hit in hits] == [
        (HitKind.ATTENDEE, "王磊"),
        (HitKind.ORGANISATION, "王府井示例集团"),
        (HitKind.SESSION, "王牌产业的明天"),
        (HitKind.FORUM, "王者论坛"),
        (HitKind.TRIP, "王子港考察"),
    ]
    assert [hit.place.screen for hit in hits] == [
        ScreenName.ATTENDEES,
        ScreenName.ORGANISATIONS,
        ScreenName.AGENDA,
        ScreenName.AGENDA,
        ScreenName.TRIPS,
    ]
    assert hits[0].note == "0001 · 东土科技 · 工程师"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("wfj", "王府井示例集团"),
        ("wpcy", "王牌产业的明天"),
        ("明天", "王牌产业的明天"),
        ("wangzhe", "王者论坛"),
        ("kaocha", "王子港考察"),
    ],
)
def test_titles_are_found_by_pinyin_and_by_any_part(
    filled, search: SearchService, text: str, title: str
) -> None:
    assert [hit.title for hit in search.everything(EVENT.id, text)] == [title]


def test_a_speaker_is_shown_among_the_speakers(
    filled: AttendeeService, search: SearchService, store: Store
) -> None:
    person = filled.detail(filled.found(EVENT.id).keys[0]).person
    speaker = Speaker(event_id=EVENT.id, person_id=person.id)
    with store.unit() as unit:
        unit.put(speaker)
        unit.commit("engage", Topic.SPEAKERS)

    hits = search.everything(EVENT.id, "wanglei")

    assert [(hit.kind, hit.place.subject) for hit in hits if hit.kind is HitKind.SPEAKER] == [
        (HitKind.SPEAKER, speaker.id)
    ]


def test_a_list_of_many_is_cut_but_every_kind_has_its_share(
    filled: AttendeeService, search: SearchService
) -> None:
    for at in range(30):
        register(filled, f"王{'一二三四五六七八九十'[at % 10]}{'甲乙丙'[at // 10]}")

    hits = search.everything(EVENT.id, "王", limit=10)

    assert len(hits) == 10
    assert {hit.kind for hit in hits} == {
        HitKind.ATTENDEE,
        HitKind.ORGANISATION,
        HitKind.SESSION,
        HitKind.FORUM,
        HitKind.TRIP,
    }


def test_the_command_line_tells_number_name_and_organisation(filled, search: SearchService) -> None:
    assert search.find(EVENT.id, "wl") == [FoundAttendee("0001", "王磊", "东土科技")]
