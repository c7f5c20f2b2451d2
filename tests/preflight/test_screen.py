"""The screen of the preflight."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.places import Place, ScreenName
from ui.kit.finding_list import FindingRow
from ui.preflight.presenter import PreflightPresenter
from ui.preflight.screen import PreflightScreen

CLASH = Finding(
    Severity.BLOCK,
    "two_places",
    "仇凯",
    "{name} is twice here.",
    {"name": "仇凯"},
    Place(ScreenName.AGENDA, uuid4()),
)
PASSPORT = Finding(
    Severity.WARN,
    "passport_ends_soon",
    "单雪梅",
    "Too short.",
    place=Place(ScreenName.TRIPS, uuid4()),
)


@pytest.fixture
def screen(qtbot) -> PreflightScreen:
    made = PreflightScreen()
    qtbot.addWidget(made)
    made.show()
    return made


def rows(screen) -> list[str]:
    QApplication.processEvents()  # a layout shows new widgets in the next turn
    return [row.accessibleName() for row in screen.findChildren(FindingRow) if row.isVisible()]


def links(screen) -> list[QPushButton]:
    QApplication.processEvents()
    return [one for one in screen.findChildren(QPushButton) if one.isVisible()]


def test_findings_stand_under_their_severity(screen) -> None:
    screen.show_findings([CLASH, PASSPORT])
    assert rows(screen) == ["仇凯 is twice here.", "Too short."]


def test_the_link_leads_to_the_place(screen, qtbot) -> None:
    screen.show_findings([CLASH])
    with qtbot.waitSignal(screen.place_asked) as asked:
        qtbot.mouseClick(links(screen)[0], Qt.MouseButton.LeftButton)
    assert asked.args == [CLASH.place]


def test_chips_narrow_by_severity_and_place(screen) -> None:
    screen.show_findings([CLASH, PASSPORT])
    screen.areas.choose(ScreenName.TRIPS)
    screen.areas.chosen.emit(ScreenName.TRIPS)
    assert rows(screen) == ["Too short."]


def test_the_arrow_keys_go_from_link_to_link(screen, qtbot) -> None:
    second = Finding(Severity.BLOCK, "same_room", "", "Another.", place=CLASH.place)
    screen.show_findings([CLASH, second])
    screen.activateWindow()
    links(screen)[0].setFocus()
    qtbot.keyClick(links(screen)[0], Qt.Key.Key_Down)
    assert links(screen)[1].hasFocus()


def test_all_clear_says_so(screen) -> None:
    screen.show_findings([])
    assert screen._clear.isVisible()


def test_a_language_switch_says_everything_again(screen) -> None:
    from summit_desk.support.i18n import Language, use_language

    screen.show_findings([CLASH])
    use_language(Language.CHINESE)
    screen.retranslate()
    assert (screen.title(), links(screen)[0].text()) == ("体检", "处理")


def test_the_presenter_shows_the_demo(demo_services, demo_desk, screen, qtbot) -> None:
    PreflightPresenter(screen, demo_services, demo_desk)
    qtbot.waitUntil(lambda: len(rows(screen)) > 5, timeout=10_000)


def test_a_change_is_judged_when_somebody_looks_again(
    demo_services, demo_desk, screen, qtbot
) -> None:
    presenter = PreflightPresenter(screen, demo_services, demo_desk)
    screen.hide()
    demo_desk.publish(Change("Edit", frozenset({Topic.AGENDA})))
    assert presenter._stale is True
    screen.show()
    assert presenter._stale is False


def test_a_scan_changes_nothing_that_is_judged(demo_services, demo_desk, screen) -> None:
    presenter = PreflightPresenter(screen, demo_services, demo_desk)
    screen.hide()
    demo_desk.publish(Change("Scan", frozenset({Topic.CHECK_IN})))
    assert presenter._stale is False


def test_a_name_of_ten_thousand_characters_does_not_fill_the_screen(screen, qtbot) -> None:
    screen.show_findings([Finding(Severity.WARN, "x", "", "{name}", {"name": "长" * 10_000})])
    qtbot.waitUntil(lambda: screen.findChildren(FindingRow)[0].height() < 200)
