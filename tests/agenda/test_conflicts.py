"""Conflicts of an agenda: what is found, how grave it is and in which words."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.agenda_conflicts import agenda_conflicts, agenda_findings
from summit_desk.domain.agenda_snapshot import AgendaSnapshot, SpeakerState
from summit_desk.domain.conflicts import ConflictKind
from summit_desk.domain.findings import Severity
from summit_desk.domain.ids import new_id
from summit_desk.domain.overlaps import PARTNERS
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.records import (
    MaterialKind,
    PartRole,
    Person,
    Room,
    SessionKind,
    SessionStatus,
    SpeakerStatus,
)
from summit_desk.support.i18n import Language, speaking
from tests.agenda.agendas import DATA, EVENT, LI, MAIN, SIDE, YAN, part, session, snapshot


def sentences(held: AgendaSnapshot) -> list[str]:
    return [finding.text() for finding in agenda_findings(held)]


def kinds(held: AgendaSnapshot) -> list[ConflictKind]:
    return [conflict.kind for conflict in agenda_conflicts(held)]


def test_two_sessions_in_one_room_block_and_name_both() -> None:
    one, other = session("开幕式", "09:00"), session("工作报告", "09:59", title_other="Report")
    found = agenda_conflicts(snapshot([one, other]))
    assert [(c.severity, c.sessions) for c in found] == [(Severity.BLOCK, (one.id, other.id))]
    assert found[0].finding.text() == (
        "“开幕式” (05-22 09:00) and “Report” (05-22 09:59) are both in Main hall."
    )


def test_a_finding_is_said_in_the_language_in_which_it_is_shown() -> None:
    held = snapshot([session("报告", "09:00", title_other="Report"), session("茶歇", "09:30")])
    with speaking(Language.CHINESE):
        assert "报告" in sentences(held)[0]
    assert "“Report”" in sentences(held)[0]


def test_touching_sessions_are_no_conflict() -> None:
    assert sentences(snapshot([session("a", "09:00"), session("b", "10:00")])) == []


def test_a_cancelled_session_is_in_nobodys_way() -> None:
    gone = session("b", "09:00", status=SessionStatus.CANCELLED)
    assert sentences(snapshot([session("a", "09:00"), gone])) == []


def test_a_session_without_a_room_of_its_own_is_in_its_forums() -> None:
    here = session("a", "09:00", room_id=None, forum_id=DATA.id)
    assert kinds(snapshot([here, session("b", "09:30", room_id=SIDE.id)])) == ["same_room"]


def test_one_person_in_two_places_in_any_role() -> None:
    one, other = session("a", "09:00"), session("b", "09:30", room_id=SIDE.id)
    parts = [part(one, YAN, role=PartRole.HOST), part(other, YAN, role=PartRole.INTERPRETER)]
    assert sentences(snapshot([one, other], parts)) == [
        "严华 is in “a” (05-22 09:00) and in “b” (05-22 09:30) at the same time."
    ]


def test_two_roles_in_one_session_are_one_place() -> None:
    one = session("a", "09:00")
    parts = [part(one, YAN, role=PartRole.HOST), part(one, YAN, role=PartRole.SPEAKER)]
    assert sentences(snapshot([one], parts)) == []


def test_a_session_after_midnight_belongs_to_the_day_before() -> None:
    late, early = session("a", "2024-05-24 02:00", 30), session("b", "2024-05-22 02:00", 30)
    assert sentences(snapshot([late, early])) == [
        "“b” (05-22 02:00) is outside the days of 高峰论坛, 2024-05-22 to 2024-05-23."
    ]


def test_midnight_is_crossed_not_touched() -> None:
    until = session("a", "22:00", 120)
    assert sentences(snapshot([until])) == []
    assert sentences(snapshot([replace(until, minutes=121)])) == [
        "“a” goes over midnight: from 05-22 22:00 to 05-23 00:01."
    ]


def test_a_time_that_the_clocks_skip_is_an_error_not_a_guess() -> None:
    berlin = replace(
        EVENT, zone="Europe/Berlin", first_day=date(2024, 3, 30), last_day=date(2024, 3, 31)
    )
    skipped = session("a", "2024-03-31 02:30")
    assert kinds(snapshot([skipped, session("b", "2024-03-31 03:30")], event=berlin)) == [
        "no_such_time"
    ]


def test_overlap_is_judged_by_true_time_where_the_clocks_change() -> None:
    berlin = replace(EVENT, zone="Europe/Berlin", first_day=date(2024, 3, 30))
    before = session("a", "2024-03-31 01:30", 45)  # ends 03:15 by the new clocks
    assert "same_room" in kinds(snapshot([before, session("b", "2024-03-31 03:10")], event=berlin))


def test_more_registrations_than_seats_are_told_per_room() -> None:
    one = session("a", "09:00", room_id=None, forum_id=DATA.id)
    assert sentences(snapshot([one], registered={DATA.id: 81})) == [
        "Pujiang has 80 seats, but more are registered for Data: 81."
    ]
    assert sentences(snapshot([one], registered={DATA.id: 80})) == []


def test_people_registered_for_two_parallel_forums_are_counted() -> None:
    one = session("a", "09:00", forum_id=MAIN.id)
    other = session("b", "09:30", room_id=SIDE.id, forum_id=DATA.id)
    assert sentences(snapshot([one, other], doubled={(MAIN.id, DATA.id): 7})) == [
        (
            "Main forum and Data are held at the same time (“a”, 05-22 09:00, and “b”, "
            "05-22 09:30); people registered for both: 7."
        )
    ]


def test_forums_one_after_the_other_may_share_people() -> None:
    one = session("a", "09:00", forum_id=MAIN.id)
    other = session("b", "10:00", room_id=SIDE.id, forum_id=DATA.id)
    assert sentences(snapshot([one, other], doubled={(MAIN.id, DATA.id): 7})) == []


def test_a_title_that_is_there_twice_is_a_hint_but_breaks_may_repeat() -> None:
    talks = [session("AI 产业化", "09:00"), session("ＡＩ产业化", "11:00")]
    breaks = [session("茶歇", at, 15, kind=SessionKind.BREAK) for at in ("10:00", "10:30")]
    found = agenda_conflicts(snapshot(talks + breaks))
    assert [(c.kind, c.severity) for c in found] == [("same_title", Severity.HINT)]


def test_a_speaker_who_has_not_confirmed_is_told_once_where_to_mend_it() -> None:
    one, other = session("a", "09:00"), session("b", "11:00")
    state = SpeakerState(new_id(), SpeakerStatus.ACCEPTED)
    found = agenda_findings(
        snapshot([other, one], [part(other, YAN), part(one, YAN)], speakers={YAN.id: state})
    )
    assert [(f.subject, f.place) for f in found] == [("严华", Place(ScreenName.SPEAKERS, state.id))]
    assert found[0].text() == "严华 is in “a”, but has not confirmed (status: Accepted)."


def test_a_declined_speaker_on_the_agenda_blocks() -> None:
    one = session("a", "09:00")
    state = SpeakerState(new_id(), SpeakerStatus.DECLINED, (MaterialKind.SLIDES,))
    found = agenda_conflicts(snapshot([one], [part(one, LI)], speakers={LI.id: state}))
    assert [(c.kind, c.severity) for c in found] == [("declined", Severity.BLOCK)]


def test_missing_material_is_listed() -> None:
    one = session("a", "09:00")
    missing = (MaterialKind.SLIDES, MaterialKind.PORTRAIT)
    state = SpeakerState(new_id(), SpeakerStatus.CONFIRMED, missing)
    assert sentences(snapshot([one], [part(one, LI)], speakers={LI.id: state})) == [
        "李平 speaks in “a”, but this has not come: Slides, Portrait."
    ]


def test_what_has_no_time_or_no_room_is_told() -> None:
    assert kinds(snapshot([session("a"), session("b", "09:00", room_id=None)])) == [
        "not_scheduled",
        "no_room",
    ]


def test_a_kind_can_be_switched_off_or_made_graver() -> None:
    held = snapshot([session("a")], levels={ConflictKind.NOT_SCHEDULED: Severity.BLOCK})
    assert [finding.severity for finding in agenda_findings(held)] == [Severity.BLOCK]
    assert agenda_findings(replace(held, levels={ConflictKind.NOT_SCHEDULED: None})) == ()


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(1, 12), st.booleans()), max_size=PARTNERS + 1
    )
)
def test_rooms_agree_with_a_model_that_compares_everything(plan) -> None:
    made = [
        session(str(at), f"09:{start:02}", minutes, room_id=SIDE.id if side else HALL_ID)
        for at, (start, minutes, side) in enumerate(plan)
    ]
    found = {frozenset(c.sessions) for c in agenda_conflicts(snapshot(made))}
    span = {m.id: (p[0], p[0] + p[1], p[2]) for m, p in zip(made, plan, strict=True)}
    model = {
        frozenset((a, b))
        for a, (start, end, room) in span.items()
        for b, (from_, to, other) in span.items()
        if a != b and room == other and start < to and from_ < end
    }
    assert found == model


def test_five_thousand_sessions_take_well_under_a_second() -> None:
    many = [session(f"t{at}", f"{9 + at % 9:02}:{at % 60:02}", 1 + at % 50) for at in range(5000)]
    rooms = [Room(event_id=EVENT.id, name=str(at)) for at in range(400)]
    placed = [replace(one, room_id=rooms[at % 400].id) for at, one in enumerate(many)]
    parts = [part(one, Person(name="x")) for one in many]
    held = replace(snapshot(placed, parts), rooms=rooms)
    began = time.process_time()
    found = agenda_conflicts(held)
    assert time.process_time() - began < 1
    assert found


HALL_ID = snapshot([]).rooms[0].id
