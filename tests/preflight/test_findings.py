"""The preflight finds what is wrong, says it in words, and points to the place."""

from dataclasses import replace
from datetime import datetime, time
from uuid import uuid4

import pytest

from summit_desk.domain.agenda_snapshot import AgendaSnapshot
from summit_desk.domain.change import Topic
from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.preflight.attendee_checks import MOST_NAMED
from summit_desk.domain.preflight.checks import preflight
from summit_desk.domain.preflight.likeness import alike
from summit_desk.domain.preflight.snapshot import (
    Guest,
    Likeness,
    PreflightSnapshot,
    Registrations,
    Twins,
    Unprintable,
)
from summit_desk.domain.preflight.words import AREAS, KINDS, kind_word
from summit_desk.domain.progress import Cancelled
from summit_desk.domain.records import (
    Attendee,
    AttendeeStatus,
    CheckPoint,
    Event,
    Person,
    PointKind,
    Session,
    SessionPart,
    Speaker,
)
from summit_desk.domain.spoken import Both
from summit_desk.services.demo import DemoService
from summit_desk.services.preflight import PreflightService
from tests.impatience import Impatient

PLANTED = {
    "arrives_late",
    "connection_short",
    "declined",
    "insurance_none",
    "legs_overlap",
    "no_category",
    "no_material",
    "not_confirmed",
    "not_scheduled",
    "parallel_forums",
    "passport_ends_soon",
    "registered_twice",
    "same_room",
    "to_review",
    "too_small",
    "two_places",
    "unconfirmed",
    "unprintable",
    "visa_pending",
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    from db.store import Store

    path = tmp_path_factory.mktemp("whole") / "demo.summit"
    DemoService().build(path)
    store = Store.open(path)
    yield store
    store.close()


@pytest.fixture
def event(clock) -> Event:
    return Event(
        name="论坛",
        first_day=clock().date(),
        last_day=clock().date(),
        created_at=clock(),
    )


@pytest.fixture
def sound(event, clock) -> PreflightSnapshot:
    """A summit with which nothing is wrong."""
    session = Session(event_id=event.id, title="开幕式", room_id=uuid4())
    return PreflightSnapshot(
        agenda=AgendaSnapshot(event=event, sessions=[session], parts=()),
        points=(CheckPoint(event_id=event.id, name="入口", kind=PointKind.ENTRANCE),),
        registrations=Registrations(total=1),
    )


def guest(number: int, name: str = "张伟") -> Guest:
    return Guest(uuid4(), f"{number:04}", name, Both("示例云", "Example"), AttendeeStatus.CONFIRMED)


def kinds(snapshot: PreflightSnapshot) -> list[str]:
    return [finding.kind for finding in preflight(snapshot) if finding.kind != "not_scheduled"]


def event_id(store):
    with store.view() as view:
        return view.all(Event)[0].id


def test_every_planted_problem_is_found(whole, clock) -> None:
    findings = PreflightService(whole, clock).findings(event_id(whole))
    assert {finding.kind for finding in findings} == PLANTED


def test_the_gravest_come_first(whole, clock) -> None:
    found = [one.severity for one in PreflightService(whole, clock).findings(event_id(whole))]
    assert found == sorted(found, key=tuple(Severity).index)


def test_every_finding_can_be_told_and_mended(whole, clock) -> None:
    findings = PreflightService(whole, clock).findings(event_id(whole))
    told = [one.text() for one in findings if "{" not in one.text() and one.fix and one.place]
    assert len(told) == len(findings)


def test_every_kind_that_is_found_has_its_short_word(whole, clock) -> None:
    findings = PreflightService(whole, clock).findings(event_id(whole))
    assert [one.kind for one in findings if kind_word(one) in AREAS.values()] == []
    assert "" not in KINDS.values()


def test_nothing_is_wrong_with_a_sound_summit(sound) -> None:
    assert kinds(sound) == []


def test_an_empty_event_is_told_how_to_begin(sound) -> None:
    empty = replace(
        sound,
        agenda=replace(sound.agenda, sessions=()),
        points=(),
        registrations=Registrations(),
    )
    assert kinds(empty) == ["no_entrance", "no_sessions", "nobody_registered"]


def test_a_name_that_no_font_has_blocks(sound) -> None:
    place = Place(ScreenName.ATTENDEES, uuid4())
    text = Unprintable("李\U00030000", "李\U00030000", "\U00030000", place)
    finding = next(iter(preflight(replace(sound, unprintable=(text,)))))
    assert (finding.severity, finding.place, finding.text()) == (
        Severity.BLOCK,
        place,
        "“李\U00030000” can't be printed: no font has \U00030000 (U+30000).",
    )


def test_an_unprintable_name_that_is_still_reviewed_only_warns(sound) -> None:
    place = Place(ScreenName.ATTENDEES, uuid4())
    text = Unprintable("李", "李", "李", place, printed=False)
    assert [one.severity for one in preflight(replace(sound, unprintable=(text,)))][:1] == [
        Severity.WARN
    ]


def test_the_same_people_are_reported_once(sound) -> None:
    pair = guest(1), guest(2)
    twins = Twins(Likeness.PHONE, pair), Twins(Likeness.NAME_AND_UNIT, pair)
    snapshot = replace(sound, registrations=Registrations(total=2, twins=twins))
    found = [one.text() for one in preflight(snapshot) if one.kind == "registered_twice"]
    assert found == ["0001 张伟 and 0002 张伟 have the same mobile number."]


def test_hundreds_of_doubles_are_summed_up(sound) -> None:
    twins = tuple(Twins(Likeness.PHONE, (guest(at), guest(at + 1))) for at in range(0, 60, 2))
    snapshot = replace(sound, registrations=Registrations(total=60, twins=twins))
    found = [one.text() for one in preflight(snapshot) if one.kind == "registered_twice"]
    assert (len(found), found[-1]) == (
        MOST_NAMED + 1,
        "Registered twice, probably: 10 more.",
    )


def test_the_rest_without_category_is_counted(sound) -> None:
    some = tuple(guest(at) for at in range(2))
    lacking = Registrations(total=9, without_category=9, some_without_category=some)
    found = [one.text() for one in preflight(replace(sound, registrations=lacking))]
    assert found[-1] == "Without a category: 7 more attendees."


@pytest.mark.parametrize(
    ("arrival", "late"),
    [
        ("2024-05-19 14:00 虹桥", True),
        ("5月19日下午2点", True),
        ("2024-05-18 20:00", False),
        ("2024-05-19", False),  # a day without a time says too little
        ("to be seen", False),
        ("", False),
    ],
)
def test_a_speaker_who_lands_after_the_session_began_is_found(sound, event, arrival, late) -> None:
    speaker = Speaker(event_id=event.id, person_id=uuid4(), arrival=arrival)
    session = replace(
        sound.agenda.sessions[0], starts_at=datetime.combine(event.first_day, time(9, 30))
    )
    part = SessionPart(session_id=session.id, person_id=speaker.person_id)
    agenda = replace(
        sound.agenda, sessions=[session], parts=[part], people={speaker.person_id: "阮氏花"}
    )
    snapshot = replace(sound, agenda=agenda, speakers=(speaker,))
    assert ("arrives_late" in kinds(snapshot)) is late


def test_a_speaker_without_a_session_is_found(sound, event) -> None:
    speaker = Speaker(event_id=event.id, person_id=uuid4())
    agenda = replace(sound.agenda, people={speaker.person_id: "顾明远"})
    found = [one.text() for one in preflight(replace(sound, agenda=agenda, speakers=(speaker,)))]
    assert "顾明远 is invited as a speaker, but stands in no session." in found


def test_nobody_is_alike_by_what_they_lack() -> None:
    roll = [("a", "张伟", "", None), ("b", "张伟", "", None)]
    assert alike(roll) == []


def test_both_likenesses_are_found() -> None:
    roll = [("a", "张伟", "1", "u"), ("b", "李娜", "1", "u"), ("c", "张伟", "2", "u")]
    assert alike(roll) == [
        (Likeness.PHONE, ("a", "b")),
        (Likeness.NAME_AND_UNIT, ("a", "c")),
    ]


def test_a_check_that_was_given_up_leaves_nothing_half_found(demo, clock) -> None:
    whole = PreflightService(demo, clock).findings(event_id(demo))
    service, given_up = PreflightService(demo, clock), 0
    for last in range(200):
        try:
            found = service.findings(event_id(demo), Impatient(last))
        except Cancelled:
            given_up += 1
        else:
            break

    assert (given_up > 2, found) == (True, whole)


def test_what_was_found_is_kept_until_something_is_written(demo, clock) -> None:
    service = PreflightService(demo, clock)
    before = service.findings(event_id(demo))
    assert service.findings(event_id(demo)) is before
    with demo.unit() as unit:
        person = unit.get(Person, unit.all(Attendee)[-1].person_id)
        unit.put(replace(person, name="王\U00030001"))
        unit.commit("Edit attendee {name}", Topic.ATTENDEES, name="王")
    assert (service.findings(event_id(demo)) is before, service.blocks(event_id(demo))) == (
        False,
        True,
    )


def test_a_finding_speaks_both_languages(sound) -> None:
    from summit_desk.support.i18n import Language, speaking

    finding = Finding(Severity.HINT, "no_sessions", "", "The agenda is still empty.")
    with speaking(Language.CHINESE):
        assert finding.text() == "议程还是空的。"
