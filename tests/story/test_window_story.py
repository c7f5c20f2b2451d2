"""A small summit through the real window: from the welcome page to paper, door and sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from summit_desk.domain.errors.check_in import NothingToTakeBack
from summit_desk.domain.errors.files import OpenElsewhere
from summit_desk.services.settings import SettingsService
from summit_desk.support.settings import Settings, Speech, Theme
from tests.db.test_journal import content
from tests.story.facts import CHINESE, ENGLISH
from tests.story.hands import CTRL, Hands
from tests.story.telling import Story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ui.shell.program import Program

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def speech() -> Speech:
    return Speech.ENGLISH


@pytest.fixture
def program(qapp, qtbot, speech) -> Iterator[Program]:
    from ui.shell.program import Program

    made = Program(qapp, SettingsService(None, Settings(speech, Theme.LIGHT)))
    made.start(None)
    qtbot.waitUntil(lambda: made.filing is not None)
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()


@pytest.fixture
def hands(qtbot, program) -> Hands:
    return Hands(qtbot, program)


@pytest.fixture
def story(hands, program, speech) -> Story:
    return Story(hands, program.window, ENGLISH if speech is Speech.ENGLISH else CHINESE)


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "small.summit"


@pytest.mark.parametrize("speech", [Speech.ENGLISH, Speech.CHINESE])
def test_from_the_welcome_page_to_paper_door_and_sheet(story, hands, path, tmp_path):
    facts = story.facts
    mine, theirs = facts.attendee["name"], facts.speaker["name"]

    story.whole(path)
    story.register_speaker()
    codes = story.save_badges(tmp_path / "badges.pdf")
    door = story.open_station()
    welcomes = [story.hold_badge(door, code) for code in codes]
    QTest.keyClick(door, Qt.Key.Key_F2)
    hands.wait(lambda: theirs in door.panel.notice)
    again = story.hold_badge(door, codes[0])
    lines = door.panel.look.lines
    QTest.keyClick(door, Qt.Key.Key_F2)
    hands.wait(lambda: door.panel.look.lines == (str(NothingToTakeBack()),))
    story.leave(door)
    first = story.scans_of(mine)[-1].scan.at.astimezone(SHANGHAI)
    story.take_back(mine)
    sheet = openpyxl.load_workbook(story.export(tmp_path / "list.xlsx")).active
    head, *rows = sheet.iter_rows(values_only=True)

    assert welcomes == [(facts.welcome, mine), (facts.welcome, theirs)]
    assert again == (facts.again, mine)
    assert lines == (facts.first_time.format(time=f"{first:%H:%M}"), facts.first_place)
    assert [row[:2] for row in rows] == [("0001", mine), ("0002", theirs)]
    registered_at = story.attendee().registered_at.astimezone(SHANGHAI)
    told = dict(zip(head, rows[0], strict=True))
    assert {title: told[title] for title in facts.row} == facts.row
    assert registered_at.replace(microsecond=0, tzinfo=None) in rows[0]


def test_what_was_taken_back_at_the_door_counts_no_longer(story, hands, path, tmp_path):
    story.whole(path)
    (code,) = story.save_badges(tmp_path / "badge.pdf")
    door = story.open_station()
    story.hold_badge(door, code)
    story.leave(door)

    story.take_back(story.facts.attendee["name"])
    hands.wait(lambda: story.screen.points.rows()[0].counts.arrived == 0)
    door = story.open_station()

    assert story.hold_badge(door, code)[0] == story.facts.welcome
    story.leave(door)


def test_everything_is_undone_to_the_start_and_done_again(story, hands, path, tmp_path):
    story.begin(path)
    start = content(hands.services.store)
    story.plan()
    story.save_badges(tmp_path / "badge.pdf")
    end = content(hands.services.store)

    steps = 0
    while content(hands.services.store) != start:
        hands.press(Qt.Key.Key_Z, CTRL)
        steps += 1
        assert steps < 20
    undone = story.undo_text()
    for _step in range(steps):
        hands.press(Qt.Key.Key_Y, CTRL)

    assert steps == 7  # room, forum, session, speaker, participant, attendee, badge
    assert undone == "Undo: Create event Harbour Summit"
    assert content(hands.services.store) == end


def test_a_closed_summit_is_the_same_when_it_is_opened_again(story, hands, program, path):
    story.whole(path)
    before = content(hands.services.store)
    label = story.undo_text()

    program.window.menus.actions["close"].trigger()
    hands.wait(program.window.welcome.isVisible)
    recent = program.window.welcome.findChildren(QPushButton)
    next(one for one in recent if one.toolTip() == str(path)).click()
    hands.settle()
    hands.wait(lambda: story.undo_text() == label)
    after = content(hands.services.store)
    hands.press(Qt.Key.Key_Z, CTRL)

    assert after == before
    assert label == "Undo: Register John O'Neill-Smith"
    assert story.attendee() is None


def test_a_second_desk_on_the_same_file_is_refused(story, hands, qapp, qtbot, path):
    from ui.shell.program import Program

    story.begin(path)
    other = Program(qapp, SettingsService(None, Settings(Speech.ENGLISH, Theme.LIGHT)))

    other.start(path)
    sentence = hands.message()

    assert sentence == str(OpenElsewhere(path=path))
    assert other.filing.opened() is None
    assert [event.name for event in hands.services.events.events()] == ["Harbour Summit"]
    other.close()
    other.window.close()
    other.window.deleteLater()
