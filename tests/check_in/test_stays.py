"""Minutes inside, first in and last out, told from passages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.check_in.outcome import Passage
from summit_desk.domain.check_in.stays import counted_until, stay_of
from summit_desk.domain.records import CheckPoint, Policy
from summit_desk.domain.verdicts import ENTRIES, PASSAGES, Verdict

MORNING = datetime(2024, 5, 22, 1, 0, tzinfo=UTC)
IN, OUT, AGAIN = Verdict.OK_IN, Verdict.OK_OUT, Verdict.OK_AGAIN


def after(seconds: float) -> datetime:
    return MORNING + timedelta(seconds=seconds)


def passages(*told: tuple[Verdict, float]) -> list[Passage]:
    return [
        Passage(UUID(int=at), verdict, after(seconds), "入口 1", "小陈", at)
        for at, (verdict, seconds) in enumerate(told, 1)
    ]


def test_in_out_in_out_adds_the_pairs_before_it_rounds():
    stay = stay_of(passages((IN, 0), (OUT, 90), (AGAIN, 600), (OUT, 690)), after(9_000))
    assert (stay.minutes, stay.entries, stay.inside) == (3, 2, False)
    assert (stay.first.at, stay.last_out, stay.until) == (MORNING, after(690), None)


def test_who_is_still_inside_counts_until_the_end_and_has_no_last_out():
    stay = stay_of(passages((IN, 0), (OUT, 600), (AGAIN, 1_200)), after(3_000))
    assert (stay.minutes, stay.last_out, stay.until) == (40, None, after(3_000))


def test_who_came_after_the_end_counts_no_minute():
    stay = stay_of(passages((IN, 600)), MORNING)
    assert (stay.minutes, stay.until) == (0, after(600))


def test_where_leaving_is_not_scanned_no_minute_is_made_up():
    stay = stay_of(passages((IN, 0), (AGAIN, 600)), None)
    assert (stay.minutes, stay.entries, stay.inside, stay.until) == (None, 2, True, None)


def test_a_pair_that_was_scanned_counts_even_where_leaving_is_not():
    stay = stay_of(passages((IN, 0), (OUT, 300), (AGAIN, 600)), None)
    assert (stay.minutes, stay.inside, stay.until) == (5, True, None)


def test_coming_twice_without_leaving_is_one_time_inside():
    assert stay_of(passages((IN, 0), (AGAIN, 300), (OUT, 600)), after(900)).minutes == 10


def test_leaving_without_having_come_tells_nothing():
    assert stay_of(passages((OUT, 0)), after(60)) is None
    stay = stay_of(passages((OUT, 0), (IN, 60), (OUT, 120)), after(600))
    assert (stay.first.at, stay.minutes) == (after(60), 1)


def test_a_clock_that_was_set_back_makes_no_time():
    assert stay_of(passages((IN, 600), (OUT, 0)), after(900)).minutes == 0


def test_counting_ends_now_or_when_the_point_closes_or_the_event():
    point = CheckPoint(event_id=UUID(int=1), name="入口", policy=Policy.REENTRY_AFTER_EXIT)
    closing = CheckPoint(
        event_id=UUID(int=1), name="入口", policy=Policy.REENTRY_AFTER_EXIT, closes_at=after(60)
    )
    assert counted_until(point, after(100), after(500)) == after(100)
    assert counted_until(point, after(900), after(500)) == after(500)
    assert counted_until(closing, after(100), after(500)) == after(60)
    assert counted_until(closing, after(30), after(500)) == after(30)
    once = CheckPoint(event_id=UUID(int=1), name="入口")
    assert counted_until(once, after(100), after(500)) is None


@given(
    st.lists(st.tuples(st.sampled_from(sorted(PASSAGES)), st.integers(0, 600)), max_size=12),
    st.integers(0, 20_000),
    st.booleans(),
)
def test_a_stay_agrees_with_counting_every_second(told, end, scans_exits):
    at, moved = 0, []
    for verdict, gap in told:
        at += gap
        moved.append((Verdict(verdict), at))
    stay = stay_of(passages(*moved), after(end) if scans_exits else None)

    entries = [at for verdict, at in moved if verdict in ENTRIES]
    if not entries:
        assert stay is None
        return
    inside, seconds, left, paired = False, 0, None, False
    clock = 0
    for verdict, at in moved:
        seconds += at - clock if inside else 0
        clock = at
        paired = paired or (inside and verdict is OUT)
        left = at if inside and verdict is OUT else left
        inside = verdict in ENTRIES
    assert (stay.first.at, stay.entries, stay.inside) == (after(entries[0]), len(entries), inside)
    assert stay.last_out == (None if inside or left is None else after(left))
    if scans_exits:
        counted = seconds + (max(0, end - _since(moved)) - (clock - _since(moved)) if inside else 0)
        assert stay.minutes == (counted // 60 if inside or paired else None)
    elif not inside:
        assert stay.minutes == (seconds // 60 if paired else None)


def _since(moved: list[tuple[Verdict, int]]) -> int:
    """Return when the time inside began that is not over yet."""
    began = None
    for verdict, at in moved:
        began = (at if began is None else began) if verdict in ENTRIES else None
    assert began is not None
    return began
