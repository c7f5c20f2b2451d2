"""The Speakers screen as a person uses it: filters, answers, ticks, the form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.records import MaterialKind, SpeakerStatus
from summit_desk.domain.speaker_view import SpeakerFilter
from summit_desk.support.i18n import Language, use_language
from tests.agenda.agendas import EVENT, LI, YAN
from tests.speakers.conftest import TALK
from ui.kit.chips import ChipButton
from ui.kit.form import FormDialog
from ui.kit.history import HistoryDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from db.store import Store
    from summit_desk.services.bundle import Services
    from ui.kit.desk import Desk
    from ui.speakers.screen import SpeakersScreen


@pytest.fixture
def settled(desk: Desk, qtbot: QtBot) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(desk.jobs.idle)


@pytest.fixture
def screen(planned: Store, services: Services, desk: Desk, qtbot: QtBot) -> SpeakersScreen:
    """The screen with 严华, who confirmed, and 李平, who is invited."""
    from ui.speakers.presenter import SpeakersPresenter
    from ui.speakers.screen import SpeakersScreen

    for person, status in ((YAN, SpeakerStatus.CONFIRMED), (LI, SpeakerStatus.INVITED)):
        draft = services.speakers.draft(EVENT.id, person.id)
        services.speakers.save(replace(draft, speaker=replace(draft.speaker, status=status)))
    desk.show_event(EVENT)
    shown = SpeakersScreen()
    qtbot.addWidget(shown)
    SpeakersPresenter(shown, services, desk)
    shown.resize(1200, 760)
    shown.show()
    qtbot.waitUntil(lambda: shown.current() is not None and desk.jobs.idle())
    return shown


def names(screen: SpeakersScreen) -> list[str]:
    return [row.card.person.name for row in screen.model.rows()]


def form_of(qtbot: QtBot) -> FormDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), FormDialog))
    return QApplication.activeModalWidget()


def test_speakers_are_listed_with_counts(screen: SpeakersScreen) -> None:
    assert names(screen) == ["严华", "李平"]
    chips = [button.text() for button in screen.filters.findChildren(ChipButton)]
    assert chips == [
        "All 2",
        "Not confirmed 1",
        "Material missing 2",
        "Without session 1",
        "Confirmed 1",
        "Declined 0",
    ]


def test_the_model_is_a_proper_one(screen: SpeakersScreen, qtmodeltester) -> None:
    qtmodeltester.check(screen.model)


def test_a_filter_leaves_what_it_says(screen: SpeakersScreen, qtbot: QtBot, settled) -> None:
    chip = screen.filters.findChildren(ChipButton)[1]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    settled()
    assert names(screen) == ["李平"]


def test_typing_pinyin_finds_a_speaker(screen: SpeakersScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.search, "liping")
    qtbot.waitUntil(lambda: names(screen) == ["李平"])


def test_the_pane_shows_the_selected_speaker(screen: SpeakersScreen, settled) -> None:
    assert screen.detail.name.text() == "Yan Hua"
    screen.table.selectRow(1)
    settled()
    assert screen.detail.name.text() == "Li Ping"


def test_a_tick_is_saved_at_once_and_can_be_undone(
    screen: SpeakersScreen, settled, services: Services, desk: Desk
) -> None:
    screen.detail.ticks[MaterialKind.SLIDES].click()
    settled()
    assert MaterialKind.SLIDES not in screen.current().missing
    desk.run(services.history.undo, desk.publish)
    settled()
    assert MaterialKind.SLIDES in screen.current().missing
    assert not screen.detail.ticks[MaterialKind.SLIDES].isChecked()


def test_an_answer_is_noted_with_a_click(screen: SpeakersScreen, qtbot: QtBot, settled) -> None:
    screen.table.select(screen.model.rows()[1].id)
    settled()
    confirm = screen.detail.status.findChildren(ChipButton)[2]
    qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    settled()
    assert screen.current().speaker.status is SpeakerStatus.CONFIRMED


def test_a_session_in_the_pane_leads_to_the_agenda(screen: SpeakersScreen, qtbot: QtBot) -> None:
    link = next(
        button
        for button in screen.detail.findChildren(QPushButton)
        if button.text().startswith("05-22 09:30")
    )
    with qtbot.waitSignal(screen.place_asked) as asked:
        link.click()
    assert asked.args == [Place(ScreenName.AGENDA, TALK.id)]


def test_somebody_new_is_added_in_two_steps(screen: SpeakersScreen, qtbot: QtBot, settled) -> None:
    screen.add.trigger()
    first = form_of(qtbot)
    first.inputs["who"].line.setText("单雪梅")
    first.submit()
    settled()
    form = form_of(qtbot)
    assert form.values()["name"] == "单雪梅"
    form.inputs["organisation"].line.setText("上海数据交易所")
    form.inputs["topic"].show_value("数据要素市场的快车道")
    form.inputs["portrait"].show_value(picture())
    form.submit()
    settled()
    row = next(row for row in screen.model.rows() if row.card.person.name == "单雪梅")
    assert (row.card.organisation_name, row.speaker.topic) == (
        "上海数据交易所",
        "数据要素市场的快车道",
    )
    assert MaterialKind.PORTRAIT not in row.missing


def test_editing_keeps_what_is_not_touched(screen: SpeakersScreen, qtbot: QtBot, settled) -> None:
    before = screen.current()
    screen.edit.trigger()
    settled()
    form = form_of(qtbot)
    form.submit()
    settled()
    after = screen.current()
    assert (after.speaker, after.materials) == (before.speaker, before.materials)


def test_reminders_are_copied_one_line_each(screen: SpeakersScreen, qtbot: QtBot, settled) -> None:
    screen.remind.trigger()
    settled()
    assert QApplication.clipboard().text().splitlines() == [
        "Yan Hua: Slides, Biography, Portrait, Consent to publish",
        ("Li Ping: confirmation (now: Invited), Slides, Biography, Portrait, Consent to publish"),
    ]
    QApplication.activeModalWidget().reject()


def test_a_deleted_speaker_comes_back_with_undo(
    screen: SpeakersScreen, settled, services: Services, desk: Desk
) -> None:
    screen.delete.trigger()
    settled()
    assert names(screen) == ["李平"]
    desk.run(services.history.undo, desk.publish)
    settled()
    assert names(screen) == ["严华", "李平"]


def test_a_place_opens_filters_that_hide_the_speaker(
    screen: SpeakersScreen, qtbot: QtBot, settled
) -> None:
    wanted = screen.model.rows()[1].id
    screen.filters.choose(SpeakerFilter.CONFIRMED)
    screen.wanted_changed.emit()
    settled()
    assert names(screen) == ["严华"]
    screen.show_place(Place(ScreenName.SPEAKERS, wanted))
    settled()
    assert screen.current().id == wanted


def test_without_speakers_the_screen_says_how_to_start(
    planned: Store, services: Services, desk: Desk, qtbot: QtBot, settled
) -> None:
    from ui.speakers.presenter import SpeakersPresenter
    from ui.speakers.screen import SpeakersScreen

    desk.show_event(EVENT)
    shown = SpeakersScreen()
    qtbot.addWidget(shown)
    SpeakersPresenter(shown, services, desk)
    shown.show()
    settled()
    said = [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]
    assert "No speakers yet" in said


def test_the_screen_speaks_the_other_language_at_once(screen: SpeakersScreen, settled) -> None:
    use_language(Language.CHINESE)
    QCoreApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    settled()
    assert screen.filters.findChildren(ChipButton)[0].text() == "全部 2"
    assert screen.detail.name.text() == "严华"


def picture() -> bytes:
    """Return a small PNG."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_the_history_of_a_speaker_knows_person_and_material(
    screen: SpeakersScreen, qtbot: QtBot, settled
) -> None:
    screen.detail.ticks[MaterialKind.SLIDES].click()
    settled()
    screen.history.trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), HistoryDialog))
    dialog = QApplication.activeModalWidget()
    assert [entry.text() for entry in dialog._entries.rows()][:2] == [
        "Receive from 严华: Slides",
        "Add speaker 严华",
    ]
    dialog.accept()
