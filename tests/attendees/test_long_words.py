"""What is long in the pane of an attendee stays inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QScrollArea, QToolButton

from summit_desk.domain.change import Topic
from summit_desk.domain.records import Forum
from tests.attendees.making import EVENT, register
from tests.attendees.showing import Shown
from ui.kit.long_words import LongWords, with_breaks
from ui.kit.pills import PillLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from summit_desk.services.attendees import AttendeeService
    from summit_desk.services.bundle import Services
    from ui.kit.desk import Desk

TAG = "长三角一体化产业互联网与数字经济高质量发展重点邀请企业"
UNIT = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz GmbH"
EMAIL = "maximilian.mustermann-schmidt.vertretung@rindfleischetikettierung.example.com"


@pytest.fixture
def shown(attendees: AttendeeService, services: Services, desk: Desk, qtbot: QtBot, store) -> Shown:

    forum = Forum(event_id=EVENT.id, name=TAG * 2, position=9)
    with store.unit() as unit:
        unit.put(forum)
        unit.commit("forum", Topic.EVENT)
    register(
        attendees,
        "阿卜杜热合曼江·玉苏甫喀迪尔·阿不力克木·艾则孜",
        organisation=UNIT,
        email=EMAIL,
        tags=(TAG,),
        forums=(forum.id,),
    )
    shown = Shown(services, desk, qtbot)
    shown.until(lambda: shown.screen.detail.isVisible() and shown.screen.detail._detail)
    return shown


def test_nothing_of_the_pane_is_cut_off(shown: Shown) -> None:
    detail = shown.screen.detail
    area = detail.findChild(QScrollArea)
    detail._toggle("email")

    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    assert area.widget().width() == area.viewport().width()
    more = next(one for one in detail.findChildren(QToolButton) if one.isVisible())
    right = more.mapTo(detail, QPoint(more.width(), 0)).x()
    assert right <= detail.width()


def test_a_tag_that_is_cut_is_whole_in_its_tooltip(shown: Shown) -> None:
    tips = [one.toolTip() for one in shown.screen.detail.findChildren(PillLabel)]

    assert [tip for tip in tips if tip] == [TAG]


def test_only_a_word_that_is_too_long_is_broken(qapp) -> None:
    metrics = QFontMetrics(qapp.font())

    assert with_breaks("Duisburger Hafen 产业互联网", metrics, 200) == "Duisburger Hafen 产业互联网"
    assert with_breaks("a " + "x" * 50, metrics, 100) == "a " + "\u200b".join("x" * 50)


def test_what_is_copied_holds_no_places_to_break(qtbot) -> None:
    label = LongWords(100, selectable=True)
    qtbot.addWidget(label)
    label.say(EMAIL)
    label.show()
    label.setSelection(0, len(label.text()))

    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QApplication.clipboard().text() == EMAIL
