"""The real program on a real display: what a scanner types is what the file says, once each."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.store import Store
from summit_desk.domain.badge_codes import sign
from summit_desk.domain.records import (
    Attendee,
    AttendeeCode,
    AttendeeForum,
    AttendeeStatus,
    CheckPoint,
    EventKey,
    FeeStatus,
    ForumPlace,
    PointKind,
    Policy,
    Scan,
)

if TYPE_CHECKING:
    from typing import Self
    from uuid import UUID

NEEDED = ("Xvfb", "xdotool", "xkbcomp")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
SCANS, SEED = 200, 5
KEYBOARDS = ("3", "5", "7")  # the display's own, xdotool's and Xvfb's
SPARE_KEYS = 240  # and the nine after it
OTHER = "kx7-abcd-9q"  # a code of another system
WIDE = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}
SIZE = 1440, 900
PACE_MS = 2  # between two keys of a wedge scanner
GUEST_SECONDS = 0.2
HELD_SECONDS = 2.2  # after which the same badge is a new scan
ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "summit_desk"]
SECOND_ROW = 400, 231  # of the check-in points, in the window of this size

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}"),
]


@dataclass(frozen=True)
class Typed:
    """What a scanner types, and the row it must leave; no verdict where it must leave none."""

    text: str
    verdict: str = ""
    caps: bool = False
    waits: bool = False  # until the badge before counts no longer as the same one

    @property
    def code(self) -> str:
        """What the file keeps of it, in half-width."""
        text = self.text.swapcase() if self.caps else self.text
        return unicodedata.normalize("NFKC", text)


def test_two_hundred_scans_of_a_real_scanner_are_in_the_file_once_each(tmp_path) -> None:
    path = tmp_path / "demo.summit"
    _run("demo", str(path), "--attendees", "60", "--seed", "1")
    point = _prepare(path)
    typed = _plan(path, point)
    with _Display() as display, _Desk(path, tmp_path, display) as desk:
        desk.open_station()
        for each in typed:
            desk.scan(each)
        time.sleep(1)
    rows = _rows(path, point.id)
    expected = [(each.code, each.verdict) for each in typed if each.verdict]
    found = [(unicodedata.normalize("NFKC", row.code), row.verdict) for row in rows]
    assert len(typed) == SCANS
    assert found == expected
    assert [row.sequence for row in rows] == list(range(1, len(rows) + 1))


def _prepare(path: Path) -> CheckPoint:
    """Open a forum's door at any time, once for each, and take over a code of another system."""
    with Store.open(path) as store, store.unit() as unit:
        point = sorted(unit.all(CheckPoint), key=lambda one: one.position)[1]
        assert point.kind is PointKind.FORUM
        point = replace(point, policy=Policy.ONCE, opens_at=None, closes_at=None, capacity=None)
        unit.put(point)
        guest = unit.all(Attendee, order=("number",))[0]
        given = {"event_id": guest.event_id, "attendee_id": guest.id, "own": False}
        unit.put(AttendeeCode(code=OTHER, **given))
        unit.commit("Test")
    return point


def _plan(path: Path, point: CheckPoint) -> list[Typed]:
    """Return what is typed: every badge first in a random dress, then again, strangers between."""
    dice = random.Random(SEED)
    codes = {row["number"]: row["code"] for row in json.loads(_run("codes", str(path), "--json"))}
    with Store.open(path, writing=False) as store, store.view() as view:
        guests = view.all(Attendee, order=("number",))
        key = view.all(EventKey)[0]
        here = {
            row.attendee_id
            for row in view.all(AttendeeForum, forum_id=point.forum_id)
            if row.place is ForumPlace.REGISTERED
        }
    verdicts = {one.number: _verdict(one, registered=one.id in here) for one in guests}
    seen: set[str] = set()
    plan: list[Typed] = []
    while len(plan) < SCANS:
        kind = dice.choice(("own", "own", "own", "own", "held", "other", "strange", "strange"))
        if kind == "held" and plan and plan[-1].verdict and plan[-1].text.isdecimal():
            plan.append(replace(plan[-1], verdict=""))
        elif kind == "strange":
            plan.append(_stranger(key, dice))
        elif kind in ("own", "other"):
            number = guests[0].number if kind == "other" else dice.choice(sorted(codes))
            code = OTHER if kind == "other" else codes[number]
            plan.append(_own(code, verdicts[number], dice, again=number in seen))
            seen.add(number)
    return [_apart(plan, place) for place in range(len(plan))]


def _stranger(key: EventKey, dice: random.Random) -> Typed:
    """Return a code that nobody's badge has."""
    token = f"{dice.randrange(10**10):010d}"
    forged = sign(key.tag, "00" * 32, token, 1)
    foreign = sign("9999", "00" * 32, token, 1)
    text = f"zqx-{token[:6]}-wk"
    caps = dice.random() < 0.5
    strange = ((forged, "FORGED"), (foreign, "OTHER_EVENT"), (text, "UNKNOWN"))
    return Typed(*dice.choice(strange), caps=caps)


def _own(code: str, verdict: str, dice: random.Random, *, again: bool) -> Typed:
    if again and verdict in ("OK_IN", "ATTENTION"):
        verdict = "DUPLICATE"
    dresses = ("plain", "plain", "caps", "wide") if code.isdecimal() else ("plain", "caps")
    dress = dice.choice(dresses)
    text = code.translate(WIDE) if dress == "wide" else code
    return Typed(text, verdict, caps=dress == "caps")


def _apart(plan: list[Typed], place: int) -> Typed:
    """Let time pass where a badge comes right after itself and shall count."""
    one, before = plan[place], plan[place - 1] if place else None
    twice = before is not None and before.code == one.code and bool(one.verdict)
    return replace(one, waits=twice)


def _verdict(guest: Attendee, *, registered: bool) -> str:
    refused = {
        AttendeeStatus.CANCELLED: "CANCELLED",
        AttendeeStatus.DECLINED: "CANCELLED",
        AttendeeStatus.EXCUSED: "CANCELLED",
        AttendeeStatus.DUPLICATE: "CANCELLED",
        AttendeeStatus.BLOCKED: "BLOCKED",
        AttendeeStatus.PENDING: "PENDING",
    }
    if guest.status in refused:
        return refused[guest.status]
    if guest.fee_status is FeeStatus.UNPAID:
        return "UNPAID"
    if not registered:
        return "NOT_ELIGIBLE_HERE"
    return "ATTENTION" if guest.door_note.lstrip().startswith(("!", "！")) else "OK_IN"


def _rows(path: Path, point_id: UUID) -> list[Scan]:
    with Store.open(path, writing=False) as store, store.view() as view:
        return view.all(Scan, point_id=point_id, order=("sequence",))


def _run(*arguments: str) -> str:
    done = subprocess.run([*PROGRAM, *arguments], check=True, capture_output=True, cwd=ROOT)
    return done.stdout.decode()


class _Display:
    """An X server of one's own; gives its name."""

    def __enter__(self) -> str:
        size = ("-screen", "0", "x".join(map(str, (*SIZE, 24))))
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", *size, "-nolisten", "tcp", "-noreset"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        name = f":{self._server.stdout.readline().strip()}"
        _give_wide_digits_keys(name)
        return name

    def __exit__(self, *_: object) -> None:
        self._server.stdout.close()
        self._server.terminate()
        self._server.wait(10)


def _give_wide_digits_keys(display: str) -> None:
    """Give the full-width digits keys of their own, on every keyboard of the display.

    Without them xdotool moves one spare key about, faster than a window can see.
    """
    shown = subprocess.run(["xkbcomp", display, "-"], check=True, capture_output=True, text=True)
    keys = [f"<I{SPARE_KEYS + digit}>" for digit in range(10)]
    lines = [
        line
        for line in shown.stdout.splitlines()
        if not any(line.strip().startswith(f"key {key}") for key in keys)
    ]
    begin = next(place for place, line in enumerate(lines) if line.startswith("xkb_symbols"))
    lines[begin + 1 : begin + 1] = [
        f"key {key} {{ [ U{wide:04X} ] }};" for key, wide in zip(keys, WIDE.values(), strict=True)
    ]
    for keyboard in KEYBOARDS:
        command = ["xkbcomp", "-w", "0", "-i", keyboard, "-", display]
        subprocess.run(command, input="\n".join(lines), text=True, check=False)


class _Desk:
    """The program, and hands that type."""

    def __init__(self, path: Path, home: Path, display: str) -> None:
        self._path = path
        folders = {name: str(home / name) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
        own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_STATE_HOME": str(home / "state")}
        self._environment = {**os.environ, **folders, **own}

    def __enter__(self) -> Self:
        command = [*PROGRAM, str(self._path)]
        self._program = subprocess.Popen(command, cwd=ROOT, env=self._environment)
        return self

    def __exit__(self, *_: object) -> None:
        self._program.terminate()
        self._program.wait(20)

    def open_station(self) -> None:
        """Go to the check-in screen, open the second point's station and let it fill the screen."""
        main = self._window("会务台|Summit Desk", 60)
        self._do("windowsize", "--sync", main, *map(str, SIZE))
        for _try in range(10):  # a busy machine takes its time to show the points
            self._do("windowfocus", "--sync", main, "key", "ctrl+6")
            time.sleep(1)
            place = map(str, SECOND_ROW)
            self._do("mousemove", *place, "click", "--repeat", "2", "--delay", "60", "1")
            station = self._window("^签到$|^Check-in$", 5)
            if station:
                break
        self._do("windowsize", "--sync", station, *map(str, SIZE))
        self._do("windowfocus", "--sync", station)
        time.sleep(1)

    def scan(self, typed: Typed) -> None:
        """Type a code and its terminator at a scanner's pace."""
        time.sleep(HELD_SECONDS if typed.waits else GUEST_SECONDS)
        caps = ("key", "Caps_Lock") if typed.caps else ()
        keys = ("type", "--delay", str(PACE_MS), "--", f"{typed.text}\n")
        if not typed.text.isascii():
            places = (str(SPARE_KEYS + int(digit)) for digit in typed.text)
            keys = ("key", "--delay", str(PACE_MS), *places, "Return")
        if caps:
            self._do(*caps)
        self._do(*keys)
        if caps:
            self._do(*caps)

    def _window(self, name: str, patience: float) -> str:
        """Return the window with this name; nothing when it is not shown in time."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            found = self._do("search", "--onlyvisible", "--name", name, check=False).split()
            if found:
                return found[-1]
            time.sleep(0.3)
        return ""

    def _do(self, *words: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            check=check,
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=60,
        )
        return done.stdout
