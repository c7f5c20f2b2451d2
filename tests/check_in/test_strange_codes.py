"""Wrong, foreign and hostile codes: each gets its verdict, none gets in."""

from random import Random

import pytest

from summit_desk.domain.badge_codes import sign
from summit_desk.domain.records import (
    AttendeeCode,
    Event,
    EventKey,
    Scan,
)
from summit_desk.domain.verdicts import Verdict
from tests.check_in.conftest import OPENING


def stored(summit):
    with summit.store.view() as view:
        return view.all(Scan, order=("sequence",))


def test_foreign_forged_and_plain_texts_are_told_apart(summit, station):
    other = Event(
        name="去年峰会",
        first_day=summit.event.first_day,
        last_day=summit.event.last_day,
        created_at=OPENING,
    )
    summit.put(other, EventKey(event_id=other.id, tag="0999", key="77" * 32))
    token = summit.guests["王磊"].token
    outcomes = [
        station.scan(sign("0999", "77" * 32, token, 1)),
        station.scan(sign("0998", "88" * 32, token, 1)),
        station.scan(sign("0417", "99" * 32, token, 1)),
        station.scan(summit.code("王磊")[:-1] + "x"),
        station.scan(sign("0417", "5a" * 32, "9999999999", 1)),
    ]
    assert [each.verdict for each in outcomes] == [
        Verdict.OTHER_EVENT,
        Verdict.OTHER_EVENT,
        Verdict.FORGED,
        Verdict.UNKNOWN,
        Verdict.UNKNOWN,
    ]
    assert [each.other_event for each in outcomes[:2]] == [other, None]


def test_codes_of_all_attendees_scan(summit, station):
    rows = summit.service.codes(summit.event.id)
    assert (rows[0].number, rows[0].name) == ("0001", "欧阳明远")
    assert [station.scan(row.code).verdict for row in rows] == [
        Verdict.OK_IN,
        Verdict.OK_IN,
        Verdict.CANCELLED,
    ]


def test_no_changed_digit_is_ever_admitted(summit, station):
    code = summit.code("王磊")
    changed = [
        code[:place] + str((int(code[place]) + 1) % 10) + code[place + 1 :]
        for place in range(len(code))
    ]
    assert {station.scan(wrong).verdict for wrong in changed} == {Verdict.FORGED}
    assert station.counts().arrived == 0


def mangled(chance: Random, code: str, other: str) -> tuple[str, set[Verdict]]:
    """Return a code that must not get in, and the verdicts that are right for it."""
    unlisted = {Verdict.FORGED, Verdict.UNKNOWN, Verdict.OTHER_EVENT}
    at = chance.randrange(len(code))
    flipped = code[:at] + str((int(code[at]) + chance.randrange(1, 10)) % 10) + code[at + 1 :]
    kinds = (
        (flipped, {Verdict.FORGED, Verdict.UNKNOWN}),  # of another format, if it was the first
        (code[: chance.randrange(1, len(code))], {Verdict.UNKNOWN, Verdict.AMBIGUOUS}),
        (other, {Verdict.OTHER_EVENT}),
        ("1" + "".join(chance.choices("0123456789", k=26)), unlisted),
        ("".join(chance.choices("\x00\x1d abcXYZ{}://.王李", k=chance.randrange(1, 40))),
         {Verdict.UNKNOWN, Verdict.AMBIGUOUS}),
    )  # fmt: skip
    return chance.choice(kinds)


@pytest.mark.parametrize("many", [400, pytest.param(100_000, marks=pytest.mark.slow)])
def test_forged_foreign_truncated_and_flipped_codes_let_nobody_in(summit, station, many):
    chance, code = Random(4), summit.code("王磊")
    other = sign("9999", "77" * 32, "0123456789", 1)

    wrong = []
    for _each in range(many):
        text, right = mangled(chance, code, other)
        verdict = station.scan(text).verdict
        if verdict not in right:
            wrong.append((text, verdict))

    assert wrong == []
    assert station.counts().arrived == 0
    assert len(stored(summit)) == many


@pytest.mark.parametrize(
    "text", ["", "\0", "\ud800", "x" * 10_000, "=cmd|' /C calc'!A0", "😀", "' OR 1=1 --", "\u202e7"]
)
def test_hostile_texts_are_stored_and_let_nobody_in(summit, station, text):
    outcome = station.scan(text)
    assert outcome.verdict is Verdict.UNKNOWN
    assert len(stored(summit)[0].code) <= 4_000


def test_renaming_a_person_keeps_the_badge(summit, station):
    from dataclasses import replace

    from summit_desk.domain.records import Person

    code = summit.code("王磊")
    with summit.store.view() as view:
        person = view.get(Person, summit.guests["王磊"].person_id)
    summit.put(replace(person, name="王小磊"))
    outcome = station.scan(code)
    assert (outcome.verdict, outcome.guest.name) == (Verdict.OK_IN, "王小磊")


def test_a_file_that_cannot_take_the_scan_says_that_nothing_was_stored(summit, station):
    with summit.store.hot() as connection:
        connection.execute("PRAGMA query_only=ON")
    refused = station.scan(summit.code("王磊"))
    with summit.store.hot() as connection:
        connection.execute("PRAGMA query_only=OFF")
    assert (refused.verdict, refused.scan, refused.counts.arrived) == (Verdict.ERROR, None, 0)
    assert "the file may not be written" in refused.trouble
    assert station.scan(summit.code("王磊")).verdict is Verdict.OK_IN
    assert [scan.sequence for scan in stored(summit)] == [1]


@pytest.mark.parametrize("typed", ["kX7-abCD-9q", "Kx7-ABcd-9Q"])
def test_another_systems_code_is_found_with_caps_lock_on_or_off(summit, station, typed):
    guest = summit.guests["王磊"]
    summit.put(AttendeeCode(event_id=summit.event.id, attendee_id=guest.id, code="kX7-abCD-9q"))
    assert station.scan(typed).guest.name == "王磊"
