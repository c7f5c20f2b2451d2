"""The order of the verdict, as a pure function."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.check_in.doors import Door, may_enter
from summit_desk.domain.check_in.outcome import Guest, Passage
from summit_desk.domain.check_in.rules import Case, entries, in_order, is_inside, judge
from summit_desk.domain.records import AttendeeStatus, CheckPoint, Policy
from summit_desk.domain.verdicts import ENTRIES, FACES, PASSAGES, Verdict
from summit_desk.support.i18n import Language, use_language

NOW = datetime(2024, 5, 22, 1, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")
GUEST = Guest(uuid4(), "0001", "王磊")
POINT = CheckPoint(event_id=uuid4(), name="入口")


def passage(verdict: Verdict, at: datetime = NOW, sequence: int = 1, station: str = "A") -> Passage:
    return Passage(uuid4(), verdict, at, station, "O", sequence)


def case(**changes) -> Case:
    plain = Case(GUEST, POINT, (), 0, eligible=True, now=NOW, zone=ZONE, serial=1)
    return replace(plain, **changes)


WORST = Case(
    guest=replace(GUEST, status=AttendeeStatus.CANCELLED, valid_serial=2, paid=False, note="!"),
    point=replace(POINT, opens_at=NOW + timedelta(hours=1), capacity=0),
    passages=(),
    inside=0,
    eligible=False,
    now=NOW,
    zone=ZONE,
    serial=1,
)
CURES = (
    (Verdict.REVOKED_BADGE, lambda bad: replace(bad, serial=2)),
    (
        Verdict.CANCELLED,
        lambda bad: replace(bad, guest=replace(bad.guest, status=AttendeeStatus.BLOCKED)),
    ),
    (
        Verdict.BLOCKED,
        lambda bad: replace(bad, guest=replace(bad.guest, status=AttendeeStatus.PENDING)),
    ),
    (
        Verdict.PENDING,
        lambda bad: replace(bad, guest=replace(bad.guest, status=AttendeeStatus.CONFIRMED)),
    ),
    (Verdict.UNPAID, lambda bad: replace(bad, guest=replace(bad.guest, paid=True))),
    (Verdict.TOO_EARLY, lambda bad: replace(bad, now=NOW + timedelta(hours=2))),
    (Verdict.NOT_ELIGIBLE_HERE, lambda bad: replace(bad, eligible=True)),
    (Verdict.FULL, lambda bad: replace(bad, passages=(passage(Verdict.OK_IN),))),
    (Verdict.DUPLICATE, lambda bad: replace(bad, passages=(), inside=-1)),
    (Verdict.ATTENTION, lambda bad: replace(bad, guest=replace(bad.guest, note=""))),
    (Verdict.OK_IN, lambda bad: bad),
)


def test_verdicts_come_in_the_order_given():
    told, bad = [], WORST
    for _verdict, cure in CURES:
        told.append(judge(bad))
        bad = cure(bad)
    assert told == [verdict for verdict, _cure in CURES]


@pytest.mark.parametrize("minutes", [-1, 0, 1])
def test_window_ends_with_its_tolerance(minutes):
    point = replace(POINT, closes_at=NOW, tolerance_minutes=10)
    verdict = judge(case(point=point, now=NOW + timedelta(minutes=10 + minutes)))
    assert verdict is (Verdict.TOO_LATE if minutes > 0 else Verdict.OK_IN)


@dataclass
class Model:
    """What a point should know of one guest, told as simply as can be."""

    count: int = 0
    inside: bool = False

    def scan(self, policy: Policy) -> Verdict:
        if policy is Policy.ONCE and self.count:
            return Verdict.DUPLICATE
        if policy is Policy.REENTRY_AFTER_EXIT and self.inside:
            self.inside = False
            return Verdict.OK_OUT
        self.count, self.inside = self.count + 1, True
        return Verdict.OK_AGAIN if self.count > 1 else Verdict.OK_IN


@given(
    st.sampled_from([Policy.ONCE, Policy.REENTRY_AFTER_EXIT, Policy.UNLIMITED]),
    st.lists(st.integers(-3_000, 3_000), max_size=12),
)
def test_any_run_of_scans_agrees_with_the_model_whatever_the_clock_does(policy, steps):
    model, point, stored, at = Model(), replace(POINT, policy=policy), [], NOW
    for sequence, step in enumerate(steps):
        at += timedelta(minutes=step)
        verdict = judge(case(point=point, passages=in_order(stored), now=at))
        assert verdict is model.scan(policy)
        if verdict in PASSAGES:
            stored.append(passage(verdict, at, sequence))
    assert entries(in_order(stored)) == model.count
    assert is_inside(in_order(stored)) == model.inside


@given(st.permutations(range(6)))
def test_order_of_passages_does_not_depend_on_how_they_were_read(order):
    rows = [
        passage(Verdict.OK_IN, NOW + timedelta(minutes=at), sequence, station)
        for sequence, (station, at) in enumerate(
            [("A", 0), ("A", -60), ("A", 5), ("B", 1), ("B", 2), ("B", -90)]
        )
    ]
    assert in_order([rows[place] for place in order]) == in_order(rows)
    stations = {"A": [0, 1, 2], "B": [3, 4, 5]}
    for station, sequences in stations.items():
        kept = [row.sequence for row in in_order(rows) if row.station == station]
        assert kept == sequences


def test_any_one_criterion_opens_a_door():
    category, forum = uuid4(), uuid4()
    point = replace(POINT, category_ids=(category,), tags=("贵宾",))
    door = Door(point, forum, frozenset({GUEST.id}))
    closed = replace(door, named=frozenset())
    assert may_enter(Door(POINT), GUEST, ())
    assert may_enter(door, GUEST, ())
    assert may_enter(closed, replace(GUEST, category_id=category), ())
    assert may_enter(closed, replace(GUEST, tags=frozenset({"贵宾", "x"})), ())
    assert may_enter(closed, GUEST, {forum})
    assert not may_enter(closed, GUEST, {uuid4()})


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("verdict", list(Verdict))
def test_each_verdict_has_a_face_in_both_languages(verdict):
    face = FACES[verdict]
    english = face.spoken(), face.listed()
    use_language(Language.CHINESE)
    chinese = face.spoken(), face.listed()
    assert all(english)
    assert all(text.isascii() for text in english)
    assert not any(text.isascii() for text in chinese)
    assert 1.05 / (luminance(face.colour) + 0.05) >= 4.5


def test_there_are_nineteen_verdicts_and_no_two_look_alike():
    signs = {(face.symbol, face.word, face.colour) for face in FACES.values()}
    assert (len(Verdict), len(FACES), len(signs)) == (19, 19, 19)
    assert {Verdict.OK_IN, Verdict.OK_AGAIN, Verdict.ATTENTION} == ENTRIES
