"""Waiting lists: reasons, order, seats given by hand, and never a seat too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from db.store import Store
from summit_desk.domain.records import AttendeeForum, AttendeeStatus, ForumPlace, WaitingReason
from summit_desk.services.attendees import AttendeeService
from summit_desk.services.history import HistoryService
from summit_desk.services.waiting import WaitingService
from tests.attendees.making import ABROAD, DATA, NOW, register, set_up

if TYPE_CHECKING:
    from uuid import UUID

    from summit_desk.support.clock import Clock

NAMES = ("王磊", "李平", "张伟", "刘芳", "陈静")
FULL, NOT_COMING, BY_HAND = WaitingReason


@pytest.fixture
def waiting(attendees: AttendeeService, store: Store, clock: Clock) -> WaitingService:
    return WaitingService(store, clock)


@pytest.fixture
def keys(attendees: AttendeeService) -> list[UUID]:
    """Five people for a forum with two seats."""
    return [register(attendees, name, forums=(DATA.id,)) for name in NAMES]


def line(waiting: WaitingService) -> list[str]:
    return [one.name for one in waiting.line(DATA.id).waiters]


def reasons(waiting: WaitingService) -> dict[str, WaitingReason | None]:
    return {one.name: one.reason for one in waiting.line(DATA.id).waiters}


def test_the_line_says_who_waits_why_and_how_full_it_is(
    waiting: WaitingService, attendees: AttendeeService, keys: list[UUID]
) -> None:
    attendees.cancel([keys[4]])

    found = waiting.line(DATA.id)

    assert [(one.turn, one.name) for one in found.waiters] == [
        (1, "张伟"),
        (2, "刘芳"),
        (3, "陈静"),
    ]
    assert [one.reason for one in found.waiters] == [FULL, FULL, NOT_COMING]
    assert (found.seats, found.seated, found.is_full) == (2, 2, True)


def test_the_pane_says_the_turn(attendees: AttendeeService, keys: list[UUID]) -> None:
    (stay,) = attendees.detail(keys[3]).stays

    assert (stay.choice.reason, stay.turn, stay.waiting) == (FULL, 2, 3)


def test_somebody_moved_up_gets_the_next_seat(
    waiting: WaitingService, attendees: AttendeeService, keys: list[UUID]
) -> None:
    change = waiting.move(DATA.id, keys[4], -2)
    order = line(waiting)
    attendees.leave_forum([keys[0]], DATA.id)

    assert change.text() == "Move 陈静 on the waiting list of 数据要素 to place 1"
    assert order == ["陈静", "张伟", "刘芳"]
    assert [place for _forum, place in attendees.detail(keys[4]).forums] == [ForumPlace.REGISTERED]


@pytest.mark.parametrize(
    ("at", "by", "order"), [(2, -9, "张刘陈"), (2, 9, "刘陈张"), (4, 1, "张刘陈")]
)
def test_nobody_moves_beyond_the_ends(
    waiting: WaitingService, keys: list[UUID], at: int, by: int, order: str
) -> None:
    waiting.move(DATA.id, keys[at], by)

    assert "".join(name[0] for name in line(waiting)) == order


def test_an_order_is_undone_and_redone(
    waiting: WaitingService, keys: list[UUID], store: Store, clock: Clock
) -> None:
    history = HistoryService(store, clock)
    waiting.move(DATA.id, keys[4], -2)
    history.undo()
    before = line(waiting)
    history.redo()

    assert (before, line(waiting)) == (["张伟", "刘芳", "陈静"], ["陈静", "张伟", "刘芳"])


def test_a_seat_is_given_beyond_the_capacity(
    waiting: WaitingService, attendees: AttendeeService, keys: list[UUID]
) -> None:
    waiting.give_seats([keys[4]], DATA.id)
    over = waiting.line(DATA.id)
    attendees.leave_forum([keys[0]], DATA.id)  # one too many left: nobody moves up

    assert (over.seated, [one.name for one in over.waiters]) == (3, ["张伟", "刘芳"])
    assert line(waiting) == ["张伟", "刘芳"]


def test_who_was_put_there_by_hand_waits_until_somebody_gives_a_seat(
    waiting: WaitingService, attendees: AttendeeService, keys: list[UUID]
) -> None:
    waiting.put_waiting([keys[0]], DATA.id)
    after = reasons(waiting)
    attendees.leave_forum(keys[1:], DATA.id)

    assert after == {"王磊": BY_HAND, "刘芳": FULL, "陈静": FULL}
    assert reasons(waiting) == {"王磊": BY_HAND}


def test_adding_many_says_how_many_have_a_seat_and_how_many_wait(
    attendees: AttendeeService,
) -> None:
    keys = [register(attendees, name) for name in NAMES]

    change = attendees.add_forum(keys, DATA.id)

    assert change.text() == (
        "Add 5 attendees to 数据要素: 2 have a seat, 3 wait, the forum has 2 seats"
    )


def test_adding_one_to_a_full_forum_says_so(attendees: AttendeeService, keys: list[UUID]) -> None:
    change = attendees.add_forum([register(attendees, "赵敏")], DATA.id)

    assert change.text() == "Put 赵敏 on the waiting list of 数据要素: the forum has 2 seats"


def test_a_forum_without_a_limit_seats_everybody(attendees: AttendeeService) -> None:
    change = attendees.add_forum([register(attendees, name) for name in NAMES], ABROAD.id)

    assert change.text() == "Add 5 attendees to 产业出海"


class Door(RuleBasedStateMachine):
    """People come, leave, cancel and return in any order; the forum has two seats."""

    def __init__(self) -> None:
        super().__init__()
        from pathlib import Path
        from tempfile import TemporaryDirectory

        self.folder = TemporaryDirectory()
        self.store = Store.create(Path(self.folder.name) / "door.summit")
        set_up(self.store)
        self.attendees = AttendeeService(self.store, lambda: NOW)
        self.waiting = WaitingService(self.store, lambda: NOW)
        self.forced: set[UUID] = set()

    @initialize()
    def people(self) -> None:
        self.keys = [register(self.attendees, name) for name in NAMES]

    @rule(who=st.sets(st.integers(0, 4), min_size=1))
    def join(self, who: set[int]) -> None:
        self.attendees.add_forum([self.keys[at] for at in who], DATA.id)

    @rule(who=st.integers(0, 4))
    def leave(self, who: int) -> None:
        self.attendees.leave_forum([self.keys[who]], DATA.id)
        self.forced.discard(self.keys[who])

    @rule(who=st.integers(0, 4), status=st.sampled_from(AttendeeStatus))
    def change(self, who: int, status: AttendeeStatus) -> None:
        self.attendees.set_status([self.keys[who]], status)

    @rule(who=st.integers(0, 4))
    def wait(self, who: int) -> None:
        self.waiting.put_waiting([self.keys[who]], DATA.id)
        self.forced.discard(self.keys[who])

    @rule(who=st.integers(0, 4))
    def force(self, who: int) -> None:
        self.waiting.give_seats([self.keys[who]], DATA.id)
        self.forced.add(self.keys[who])

    @precondition(lambda self: self.waiting.line(DATA.id).waiters)
    @rule(by=st.integers(-2, 2), at=st.integers(0, 4))
    def move(self, by: int, at: int) -> None:
        before = [one.attendee_id for one in self.waiting.line(DATA.id).waiters]
        moved = before[at % len(before)]
        self.waiting.move(DATA.id, moved, by)
        after = [one.attendee_id for one in self.waiting.line(DATA.id).waiters]
        rest = [key for key in before if key != moved]
        assert [key for key in after if key != moved] == rest

    @invariant()
    def never_more_than_the_seats_and_those_forced(self) -> None:
        found = self.waiting.line(DATA.id)
        assert found.seated <= 2 + len(self.forced)

    @invariant()
    def nobody_who_could_sit_waits_while_a_seat_is_free(self) -> None:
        found = self.waiting.line(DATA.id)
        full = [one for one in found.waiters if one.reason is FULL]
        assert found.is_full or not full

    @invariant()
    def everybody_who_waits_has_a_reason(self) -> None:
        with self.store.view() as view:
            held = view.all(AttendeeForum, forum_id=DATA.id)
        assert all((one.place is ForumPlace.WAITING) == (one.reason is not None) for one in held)

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


Door.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
test_seats_and_waiting_list_hold_in_any_order_of_things = Door.TestCase
