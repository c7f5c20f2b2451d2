"""The station as it is used: keys in, verdicts out."""

from __future__ import annotations

from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from summit_desk.domain.badge_codes import sign
from summit_desk.domain.check_in.outcome import Guest, Outcome
from summit_desk.domain.records import CheckPoint
from summit_desk.domain.verdicts import FACES, Verdict
from summit_desk.support.i18n import Language, use_language
from tests.check_in.conftest import OPENING
from tests.check_in.keys import target, told, type_code
from ui.check_in.looks import look_of, readable
from ui.check_in.painting import text_height
from ui.check_in.verdict_panel import FAINT
from ui.kit.tokens import contrast, mixed

ZONE = ZoneInfo("Asia/Shanghai")
POINT = CheckPoint(event_id=uuid4(), name="主会场入口")
CALM = (Verdict.OK_IN, Verdict.OK_OUT, Verdict.OK_AGAIN)

WIDE = {ord("0") + n: 0xFF10 + n for n in range(10)}


def test_scan_shows_name_and_word(qtbot, summit, door, window):
    type_code(window, summit.code("欧阳明远"))
    told(qtbot, door, Verdict.OK_IN)
    look = window.panel.look
    assert (look.word, look.title, look.colour) == (
        "Welcome",
        "欧阳明远",
        FACES[Verdict.OK_IN].colour,
    )
    assert [tag.text for tag in look.tags] == ["Delegate", "B 区 3 排 12 座", "请引导至贵宾室"]
    assert window.side.counts.arrived == 1
    assert [row.name for row in window.side.rows] == ["欧阳明远"]


def test_duplicate_shows_when_where_and_who(qtbot, summit, door, window, watch):
    summit.station("入口 1", "小陈").scan(summit.code("王磊"))
    watch.move(minutes=28)
    type_code(window, summit.code("王磊"))
    told(qtbot, door, Verdict.DUPLICATE)
    assert window.panel.look.lines == (
        "First check-in at 08:30, 28 minutes ago",
        "at station 入口 1, by 小陈",
    )


def test_undo_with_one_key(qtbot, summit, door, window):
    type_code(window, summit.code("王磊"))
    told(qtbot, door, Verdict.OK_IN)
    QTest.keyClick(window, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: window.panel.notice == "Taken back: 王磊")
    qtbot.waitUntil(lambda: window.side.counts.arrived == 0)
    type_code(window, summit.code("王磊"))
    told(qtbot, door, Verdict.OK_IN)


def test_undo_with_nothing_to_undo_says_so(qtbot, door, window):
    QTest.keyClick(window, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: "nothing to take back" in "".join(window.panel.look.lines))


def test_namesakes_are_picked_by_number(qtbot, summit, door, window):
    summit.add("王磊")
    door.scan("王磊")
    told(qtbot, door, Verdict.AMBIGUOUS)
    QTest.keyClick(window, "2")
    told(qtbot, door, Verdict.OK_IN)
    assert door.outcome.guest.number == "0004"


def test_walk_in_in_three_fields(qtbot, summit, door, window):
    QTest.keyClick(window, Qt.Key.Key_F4)
    window.walk_in.name.setText("李雷")
    QTest.keyClick(target(window), Qt.Key.Key_Return)
    window.walk_in.unit.setText("示例公司")
    QTest.keyClick(target(window), Qt.Key.Key_Return)
    QTest.keyClick(window.walk_in.category, Qt.Key.Key_Return)
    told(qtbot, door, Verdict.OK_IN)
    guest = door.outcome.guest
    assert (guest.name, guest.organisation, guest.category) == ("李雷", "示例公司", "代表")
    assert window.side.counts.expected == 3


def test_walk_in_without_a_name_says_what_is_missing(qtbot, door, window):
    QTest.keyClick(window, Qt.Key.Key_F4)
    window.walk_in.submit()
    qtbot.waitUntil(lambda: window.walk_in.problem.text() != "")
    assert window.walk_in.isVisible()


def test_force_asks_for_a_reason(qtbot, summit, door, window):
    type_code(window, summit.code("仇凯"))
    told(qtbot, door, Verdict.CANCELLED)
    QTest.keyClick(window, Qt.Key.Key_F6)
    QTest.keyClick(window.reason.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "without a reason" in window.reason.problem.text())
    window.reason.text.setText("会长同意")
    QTest.keyClick(window.reason.text, Qt.Key.Key_Return)
    told(qtbot, door, Verdict.OK_IN)
    assert (door.outcome.forced, door.outcome.reason) == (True, "会长同意")


def test_welcome_goes_away_and_a_refusal_stays(qtbot, summit, door, window):
    type_code(window, summit.code("王磊"))
    told(qtbot, door, Verdict.OK_IN)
    assert door._calm.isActive()
    type_code(window, summit.code("仇凯"))
    told(qtbot, door, Verdict.CANCELLED)
    assert not door._calm.isActive()


def test_attention_stays_until_a_key(qtbot, summit, door, window):
    summit.set_guest("王磊", door_note="！请通知会长")
    type_code(window, summit.code("王磊"))
    told(qtbot, door, Verdict.ATTENTION)
    assert window.panel.look.lines == ("请通知会长",)
    QTest.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: door.outcome is None)


def test_escape_clears_then_leaves(qtbot, summit, door, window):
    type_code(window, summit.code("王磊"))
    told(qtbot, door, Verdict.OK_IN)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_forged_code_is_shown(qtbot, summit, door, window):
    code = sign("0417", "99" * 32, "1234567890", 1)
    type_code(window, code)
    told(qtbot, door, Verdict.FORGED)
    assert window.panel.look.title == code


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (900, 560)])
def test_hostile_texts_are_painted(qtbot, summit, door, window, language, size):
    use_language(language)
    window.resize(*size)
    summit.add("龘" * 100, door_note="!" + "请注意 " * 200, seat="A" * 300)
    for text in (summit.code("龘" * 100), "\u202e" + "x" * 9_000, "<b>&amp;\n\n</b>", "😀" * 40):
        door.scan(text)
        qtbot.waitUntil(door.jobs.idle)
        assert not window.grab().isNull()


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_F4])
def test_candidates_make_room_for_a_sheet_and_come_back(qtbot, summit, door, window, key):
    summit.add("王磊")
    door.scan("王磊")
    told(qtbot, door, Verdict.AMBIGUOUS)
    QTest.keyClick(window, key)
    assert not window.candidates.isVisible()
    QTest.keyClick(target(window), Qt.Key.Key_Escape)
    assert window.candidates.isVisible()


def test_giving_up_a_search_does_not_welcome_again(qtbot, summit, door, window):
    type_code(window, summit.code("王磊"))
    told(qtbot, door, Verdict.OK_IN)
    QTest.keyClick(window, Qt.Key.Key_F3)
    QTest.keyClick(target(window), Qt.Key.Key_Escape)
    assert window.panel.look.word == "Ready"


def test_giving_up_a_reason_keeps_the_refusal(qtbot, summit, door, window):
    type_code(window, summit.code("仇凯"))
    told(qtbot, door, Verdict.CANCELLED)
    QTest.keyClick(window, Qt.Key.Key_F6)
    QTest.keyClick(target(window), Qt.Key.Key_Escape)
    assert door.outcome is not None
    assert window.panel.look.word == "Registration cancelled"


def test_mouse_chooses_a_candidate(qtbot, summit, door, window):
    summit.add("王磊")
    door.scan("王磊")
    told(qtbot, door, Verdict.AMBIGUOUS)
    QTest.mouseClick(window.candidates, Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    told(qtbot, door, Verdict.OK_IN)


@pytest.mark.parametrize("chosen", ["#ffff00", "#ffffff", "#1f5fbf", "", "nonsense"])
def test_category_is_readable_whatever_its_colour(qtbot, chosen):
    assert contrast(QColor(readable(chosen)), QColor("#ffffff")) >= 4.5


def test_forged_code_flashes_and_comes_to_rest(qtbot, summit, door, window):
    type_code(window, sign("0417", "99" * 32, "1234567890", 1))
    told(qtbot, door, Verdict.FORGED)
    assert window.panel._flash.isActive()
    qtbot.waitUntil(lambda: not window.panel._flash.isActive())


LONG_NOTE = "！" + "请立即联系会务组，嘉宾行动不便，需要轮椅并由东侧电梯进入。" * 12


@pytest.mark.parametrize("verdict", [each for each in Verdict if each not in CALM])
def test_the_word_of_a_verdict_that_holds_somebody_up_is_the_largest(qtbot, window, verdict):
    guest = Guest(uuid4(), "0001", "王磊", organisation="示例研究院")
    known = verdict not in (Verdict.FORGED, Verdict.UNKNOWN, Verdict.OTHER_EVENT)
    outcome = Outcome(verdict, "7" * 27, OPENING, POINT, guest=guest if known else None)
    window.show_look(look_of(outcome, ZONE))
    panel, room = window.panel, window.panel.inner().width()
    sizes = [font.pixelSize() for _text, font, _lines, _gap in panel._texts(room)]
    assert panel.word_font(room).pixelSize() > max(sizes)


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
def test_a_long_note_is_read_in_full_above_the_small_print(qtbot, window, size):
    window.resize(*size)
    guest = Guest(
        uuid4(), "0001", "欧阳明远", organisation="示例研究院" * 6, note=LONG_NOTE, seat="A"
    )
    outcome = Outcome(Verdict.ATTENTION, "7" * 27, OPENING, POINT, guest=guest)
    window.show_look(look_of(outcome, ZONE))
    panel = window.panel
    panel.grab()
    room = panel.inner()
    note, font, lines, _gap = panel._texts(room.width())[-1]
    assert text_height(font, room.width(), note, lines) == text_height(font, room.width(), note, 99)
    assert panel.block_bottom() <= room.bottom() - panel._px(80)


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
@pytest.mark.parametrize("repeats", [1, 2, 3, 5, 12])
def test_a_remark_lies_below_a_note_of_any_length(qtbot, window, size, repeats):
    window.resize(*size)
    note = "！" + "请联系会务组，嘉宾行动不便，需要轮椅并由东侧电梯进入。" * repeats
    guest = Guest(uuid4(), "0001", "王磊", organisation="示例研究院", note=note, seat="A")
    window.show_look(look_of(Outcome(Verdict.ATTENTION, "7", OPENING, POINT, guest=guest), ZONE))
    panel = window.panel
    panel.show_notice("Same badge")

    assert panel.block_box().bottom() <= panel.notice_box().top()
    assert panel.block_box().top() >= panel.inner().top()


def test_attention_stays_until_a_key_is_pressed(qtbot, summit, door, window):
    summit.set_guest("王磊", door_note="！请联系会务组")
    type_code(window, summit.code("王磊"))
    told(qtbot, door, Verdict.ATTENTION)
    assert not door._calm.isActive()
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert window.panel.look.word == "Ready"


def test_the_small_print_can_be_read_on_every_verdict():
    for face in FACES.values():
        ground = QColor(face.colour)
        assert contrast(mixed(ground, QColor("#ffffff"), FAINT), ground) >= 4.5
