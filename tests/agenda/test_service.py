"""The use cases of the agenda on a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.change import Topic
from summit_desk.domain.errors import Invalid, Missing
from summit_desk.domain.errors.agenda import NoFreeSlot, NotScheduled
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    AttendeeStatus,
    Forum,
    PartRole,
    Person,
    Session,
    SessionPart,
)
from tests.agenda.agendas import DATA, EVENT, HALL, LI, MAIN, SIDE, YAN, part, session

if TYPE_CHECKING:
    from db.store import Store
    from summit_desk.services.agenda import AgendaService


def wall(text: str) -> datetime:
    return datetime.fromisoformat(f"2024-05-22 {text}")


def test_a_session_is_saved_with_its_people_in_protocol_order(agenda: AgendaService) -> None:
    opening = session("开幕式", "09:30")
    guest = SessionPart(session_id=opening.id, label="业内专家")
    agenda.save_session(opening, [part(opening, LI, role=PartRole.HOST), guest])
    item = agenda.agenda(EVENT.id).sessions[0]
    assert [(g.part.role, g.name, g.part.position) for g in item.guests] == [
        (PartRole.HOST, "Li Ping", 0),
        (PartRole.SPEAKER, "业内专家", 1),
    ]


def test_people_are_shown_with_their_first_position(agenda: AgendaService) -> None:
    talk = session("报告", "09:30")
    agenda.save_session(talk, [part(talk, YAN)])
    assert agenda.agenda(EVENT.id).sessions[0].guests[0].line == "Baowu 总经理"


def test_saving_again_replaces_the_people(agenda: AgendaService, planned: Store) -> None:
    talk = session("报告", "09:30")
    first, second = part(talk, YAN), part(talk, LI)
    agenda.save_session(talk, [first, second])
    agenda.save_session(talk, [second])
    with planned.view() as view:
        assert view.all(SessionPart) == [replace(second, position=0)]


def test_all_problems_of_a_form_are_told_at_once(agenda: AgendaService) -> None:
    with pytest.raises(Invalid) as refused:
        agenda.save_session(session(" ", "09:30", 0), [SessionPart(session_id=EVENT.id)])
    assert [problem.field for problem in refused.value.problems] == ["title", "minutes", "parts"]


def test_a_time_that_does_not_exist_is_refused(planned: Store, agenda: AgendaService) -> None:
    berlin = replace(EVENT, zone="Europe/Berlin")
    with planned.unit() as unit:
        unit.put(berlin)
        unit.commit("move", Topic.EVENT)
    with pytest.raises(Invalid) as refused:
        agenda.save_session(session("a", "2024-03-31 02:30"), [])
    assert [str(problem) for problem in refused.value.problems] == [
        "03-31 02:30 does not exist in Europe/Berlin: the clocks are put forward over it."
    ]


def test_what_was_pasted_is_cleaned(agenda: AgendaService) -> None:
    agenda.save_session(session("  开幕式\u200b\n", "09:30"), [])
    assert agenda.agenda(EVENT.id).sessions[0].session.title == "开幕式"


def test_days_rooms_and_what_is_outside_are_shown(agenda: AgendaService) -> None:
    agenda.save_session(session("a", "2024-05-25 09:00"), [])
    view = agenda.agenda(EVENT.id)
    assert [(day.date.day, day.inside) for day in view.days] == [
        (22, True),
        (23, True),
        (25, False),
    ]
    assert [room.name for room in view.rooms] == ["主会场", "浦江厅"]


def test_a_session_without_time_waits_in_the_tray(agenda: AgendaService) -> None:
    waiting = session("a")
    agenda.save_session(waiting, [])
    view = agenda.agenda(EVENT.id)
    assert [item.id for item in view.unscheduled] == [waiting.id]
    assert view.on(date(2024, 5, 22)) == ()


def test_a_move_changes_time_room_and_length(agenda: AgendaService) -> None:
    talk = session("a", "09:00")
    agenda.save_session(talk, [])
    change = agenda.move(talk.id, starts_at=wall("10:05"), room_id=SIDE.id, minutes=25)
    item = agenda.agenda(EVENT.id).sessions[0]
    assert (item.starts_at, item.room, item.ends_at) == (wall("10:05"), SIDE, wall("10:30"))
    assert change.topics == {Topic.AGENDA}


def test_swapping_changes_places_but_not_lengths(agenda: AgendaService) -> None:
    one, other = session("a", "09:00", 30), session("b", "11:00", 60, room_id=SIDE.id)
    agenda.save_session(one, [])
    agenda.save_session(other, [])
    agenda.swap(one.id, other.id)
    shown = {
        i.title: (i.starts_at, i.room, i.session.minutes) for i in agenda.agenda(EVENT.id).sessions
    }
    assert shown == {"a": (wall("11:00"), SIDE, 30), "b": (wall("09:00"), HALL, 60)}


def test_a_session_without_a_time_cant_be_swapped(agenda: AgendaService) -> None:
    one, other = session("a", "09:00"), session("b")
    agenda.save_session(one, [])
    agenda.save_session(other, [])
    with pytest.raises(NotScheduled):
        agenda.swap(one.id, other.id)


def test_a_duplicate_takes_the_next_free_slot_with_its_people(agenda: AgendaService) -> None:
    one, next_ = session("a", "09:00"), session("b", "10:00", 45)
    agenda.save_session(one, [part(one, YAN)])
    agenda.save_session(next_, [])
    change = agenda.duplicate(one.id)
    copy = agenda.agenda(EVENT.id).find(change.subject)
    assert (copy.starts_at, [guest.card.person for guest in copy.guests]) == (wall("10:45"), [YAN])


def test_a_clash_is_solved_by_the_next_free_slot(agenda: AgendaService) -> None:
    one, other = session("a", "09:00"), session("b", "09:30", 45)
    agenda.save_session(one, [])
    agenda.save_session(other, [])
    agenda.move_to_free(one.id)
    view = agenda.agenda(EVENT.id)
    assert (view.find(one.id).starts_at, view.conflicts) == (wall("10:15"), ())


def test_a_full_room_says_so(agenda: AgendaService) -> None:
    one = session("a", "09:00")
    agenda.save_session(one, [])
    agenda.save_session(session("b", "10:00", 17 * 60), [])
    with pytest.raises(NoFreeSlot):
        agenda.move_to_free(one.id)


def test_a_break_is_copied_to_other_rooms(agenda: AgendaService) -> None:
    tea = session("茶歇", "10:00", 15, forum_id=MAIN.id)
    agenda.save_session(tea, [])
    agenda.copy_to_rooms(tea.id, [SIDE.id])
    shown = [(item.room, item.starts_at) for item in agenda.agenda(EVENT.id).sessions]
    assert shown == [(HALL, wall("10:00")), (SIDE, wall("10:00"))]


def test_deleting_a_session_takes_its_parts_along(agenda: AgendaService, planned: Store) -> None:
    talk = session("a", "09:00")
    agenda.save_session(talk, [part(talk, YAN)])
    agenda.remove_sessions([talk.id])
    with planned.view() as view:
        assert (view.count(Session), view.count(SessionPart)) == (0, 0)
    with pytest.raises(Missing):
        agenda.remove_sessions([talk.id])


def test_a_deleted_forum_leaves_its_sessions(agenda: AgendaService) -> None:
    agenda.save_session(session("a", "09:00", forum_id=DATA.id, room_id=None), [])
    agenda.remove_forum(DATA.id)
    view = agenda.agenda(EVENT.id)
    assert ([forum.id for forum in view.forums], view.sessions[0].forum) == ([MAIN.id], None)


def test_forums_are_added_at_the_end_and_can_be_ordered(agenda: AgendaService) -> None:
    third = Forum(event_id=EVENT.id, name="产业出海")
    agenda.save_forum(third)
    assert [forum.name for forum in agenda.forums(EVENT.id)][-1] == "产业出海"
    agenda.order_forums([third.id, DATA.id, MAIN.id])
    assert [f.id for f in agenda.forums(EVENT.id)] == [third.id, DATA.id, MAIN.id]


def test_a_forum_needs_a_name_and_a_colour(agenda: AgendaService) -> None:
    with pytest.raises(Invalid) as refused:
        agenda.save_forum(Forum(event_id=EVENT.id, name="", colour="red", capacity=-1))
    assert [p.field for p in refused.value.problems] == ["name", "capacity", "colour"]


def test_registrations_are_counted_without_those_who_stay_away(
    agenda: AgendaService, planned: Store
) -> None:
    with planned.unit() as unit:
        for number, status in enumerate((AttendeeStatus.CONFIRMED, AttendeeStatus.CANCELLED)):
            person = Person(name=str(number))
            attendee = Attendee(
                event_id=EVENT.id, person_id=person.id, number=f"{number:04}", token=str(number),
                status=status, registered_at=datetime(2024, 4, 1, tzinfo=UTC),
            )  # fmt: skip
            unit.put_all((person, attendee))
            for forum in (MAIN, DATA):
                unit.put(AttendeeForum(attendee_id=attendee.id, forum_id=forum.id))
        unit.commit("register", Topic.ATTENDEES)
    held = agenda.snapshot(EVENT.id)
    assert held.registered == {MAIN.id: 1, DATA.id: 1}
    assert held.doubled == {(MAIN.id, DATA.id): 1}
