"""The Agenda screen as a person uses it: chips, strip, tray, forms, forums and rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMessageBox

from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.records import PartRole
from summit_desk.support.i18n import Language, use_language
from tests.agenda.agendas import DATA, EVENT, LI, MAIN, SIDE, YAN
from tests.agenda.conftest import OPENING, REPORT, TALK, WAITING
from ui.agenda.conflict_chips import CLUSTERS
from ui.agenda.forums import ForumsDialog
from ui.agenda.looks import tooltip
from ui.agenda.participants import Participant
from ui.kit.chips import ChipButton
from ui.kit.form import FormDialog
from ui.kit.history import HistoryDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from summit_desk.services.bundle import Services
    from ui.agenda.screen import AgendaScreen
    from ui.kit.desk import Desk


@pytest.fixture
def settled(desk: Desk, qtbot: QtBot) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(desk.jobs.idle)


def form_of(qtbot: QtBot) -> FormDialog:
    """Return the form that is open now."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), FormDialog))
    return QApplication.activeModalWidget()


def test_days_and_conflicts_stand_on_chips(screen: AgendaScreen) -> None:
    chips = [button.text() for button in screen.days.findChildren(ChipButton)]
    assert chips == ["Wed 22 May", "Thu 23 May"]
    counted = [button.text() for button in screen.conflicts.findChildren(ChipButton)]
    assert counted == ["Clashes 1", "No time or room 1"]


def test_a_conflict_chip_goes_to_the_session_and_says_what_is_wrong(
    screen: AgendaScreen, qtbot: QtBot
) -> None:
    screen.days.choose(EVENT.last_day)
    screen._on_day_chosen()
    chip = screen.conflicts.findChildren(ChipButton)[0]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert screen.grid.selection == (REPORT.id,)
    assert screen.current_day() == EVENT.first_day
    said = [label.text() for label in screen.strip.findChildren(QLabel)]
    assert (
        "Yan Hua is in “Report” (05-22 10:00) and in “Data talk” (05-22 10:30) at the same time."
        in said
    )


def test_every_kind_of_conflict_has_a_chip() -> None:
    from summit_desk.domain.conflicts import ConflictKind

    assert frozenset().union(*(cluster.kinds for cluster in CLUSTERS)) == set(ConflictKind)


def test_the_tooltip_of_a_clash_names_both_items(screen: AgendaScreen) -> None:
    shown = tooltip(screen.view.find(TALK.id))
    assert "“Report” (05-22 10:00)" in shown
    assert "“Data talk” (05-22 10:30)" in shown


def test_a_session_without_a_time_waits_in_the_tray(screen: AgendaScreen) -> None:
    assert screen.tray.isVisible()
    screen.show_place(Place(ScreenName.AGENDA, WAITING.id))
    assert screen.tray.list.current() == WAITING.id
    assert screen.current().id == WAITING.id


def test_a_place_selects_a_session_on_its_day(screen: AgendaScreen) -> None:
    screen.days.choose(EVENT.last_day)
    screen.show_place(Place(ScreenName.AGENDA, TALK.id))
    assert (screen.current_day(), screen.grid.selection) == (EVENT.first_day, (TALK.id,))


def test_the_form_keeps_title_time_forum_and_people(
    screen: AgendaScreen, qtbot: QtBot, settled
) -> None:
    screen.choose(REPORT.id)
    screen.actions_by_name["edit"].trigger()
    form = form_of(qtbot)
    people = form.inputs["parts"]
    people.add.show_value((LI.id, "李平"))
    people.add.changed.emit()
    people.add.line.setText("业内专家")
    qtbot.keyClick(people.add.line, Qt.Key.Key_Return)
    assert form.isVisible()
    role = people.findChildren(QComboBox)[-2]
    role.setCurrentIndex(list(PartRole).index(PartRole.HOST))
    role.activated.emit(role.currentIndex())
    people.shift(1, -1)
    form.inputs["forum_id"].show_value(MAIN.id)
    form.inputs["outline"].show_value("背景与意义\n宗旨与定位")
    form.submit()
    settled()
    item = screen.view.find(REPORT.id)
    assert [(guest.name, guest.part.role) for guest in item.guests] == [
        ("Li Ping", PartRole.HOST),
        ("Yan Hua", PartRole.SPEAKER),
        ("业内专家", PartRole.SPEAKER),
    ]
    assert (item.forum, item.session.outline) == (MAIN, ("背景与意义", "宗旨与定位"))


def test_somebody_is_found_by_typing_and_added(screen: AgendaScreen, qtbot: QtBot, settled) -> None:
    screen.actions_by_name["add"].trigger()
    people = form_of(qtbot).inputs["parts"]
    qtbot.keyClicks(people.add.line, "yanhua")
    qtbot.waitUntil(lambda: len(people.add._offered) > 0)
    people.add._choose(people.add._offered[0][1])
    assert [(one.person_id, one.name, one.note) for one in people.value()] == [
        (YAN.id, "严华", "Baowu · 总经理")
    ]
    form_of(qtbot).reject()


def test_people_of_a_session_are_sorted_by_rank(
    screen: AgendaScreen, qtbot: QtBot, settled
) -> None:
    screen.actions_by_name["add"].trigger()
    people = form_of(qtbot).inputs["parts"]
    people.show_value(
        (
            Participant(None, None, "业内专家"),
            Participant(None, LI.id, "李平"),
            Participant(None, YAN.id, "严华"),
        )
    )
    people.sort.click()
    settled()
    assert [one.name for one in people.value()] == ["严华", "李平", "业内专家"]
    form_of(qtbot).reject()


def test_a_form_with_problems_stays_open_and_marks_them(
    screen: AgendaScreen, qtbot: QtBot, settled
) -> None:
    screen.actions_by_name["add"].trigger()
    form = form_of(qtbot)
    form.inputs["title"].show_value("x" * 300)
    form.submit()
    settled()
    assert form.isVisible()
    assert form._notes["title"].text() == "A name can have at most 200 characters."
    form.reject()


def test_a_new_session_of_the_header_is_on_the_day_that_is_shown(
    screen: AgendaScreen, qtbot: QtBot
) -> None:
    screen.days.choose(EVENT.last_day)
    screen.actions_by_name["add"].trigger()
    form = form_of(qtbot)
    assert form.values()["starts_at"].date() == EVENT.last_day
    form.reject()


def test_giving_a_time_in_the_form_starts_at_the_event(screen: AgendaScreen, qtbot: QtBot) -> None:
    screen.choose(WAITING.id)
    screen.actions_by_name["edit"].trigger()
    form = form_of(qtbot)
    assert form.values()["starts_at"] is None
    form.inputs["starts_at"].tick.setChecked(True)
    assert form.values()["starts_at"].date() == EVENT.first_day
    form.reject()


def test_a_copy_takes_the_next_free_slot_and_is_selected(screen: AgendaScreen, settled) -> None:
    screen.choose(OPENING.id)
    screen.actions_by_name["duplicate"].trigger()
    settled()
    made = screen.current()
    assert (made.session.title, made.starts_at.strftime("%H:%M")) == ("开幕式", "09:30")


def test_a_session_goes_back_into_the_tray(screen: AgendaScreen, settled) -> None:
    screen.choose(OPENING.id)
    screen.actions_by_name["to_tray"].trigger()
    settled()
    assert OPENING.id in {item.id for item in screen.view.unscheduled}


def test_a_session_is_copied_to_other_rooms(screen: AgendaScreen, qtbot: QtBot, settled) -> None:
    screen.choose(OPENING.id)
    screen.actions_by_name["copy_to_rooms"].trigger()
    form_of(qtbot).submit()
    settled()
    rooms = [i.room for i in screen.view.sessions if i.session.title == "开幕式"]
    assert [room.name for room in rooms] == ["主会场", "浦江厅"]


def test_forums_are_added_ordered_and_deleted(screen: AgendaScreen, qtbot: QtBot, settled) -> None:
    screen.actions_by_name["forums"].trigger()
    dialog = screen.findChild(ForumsDialog)
    dialog.forums.add.trigger()
    form = form_of(qtbot)
    form.inputs["name"].show_value("产业出海")
    form.inputs["room_id"].show_value(SIDE.id)
    form.submit()
    settled()
    assert [forum.name for forum in screen.view.forums] == ["主论坛", "数据要素", "产业出海"]
    dialog.forums.table.select(DATA.id)
    dialog.forums.up.trigger()
    settled()
    assert [forum.name for forum in screen.view.forums] == ["数据要素", "主论坛", "产业出海"]
    dialog.forums.table.select(DATA.id)
    dialog.forums.delete.trigger()
    question = QApplication.activeModalWidget()
    assert isinstance(question, QMessageBox)
    question.buttons()[0].click()
    settled()
    assert [forum.name for forum in screen.view.forums] == ["主论坛", "产业出海"]


def test_a_room_becomes_a_column(screen: AgendaScreen, qtbot: QtBot, settled) -> None:
    screen.actions_by_name["forums"].trigger()
    dialog = screen.findChild(ForumsDialog)
    dialog.rooms.add.trigger()
    form = form_of(qtbot)
    form.inputs["name"].show_value("长宁厅")
    form.submit()
    settled()
    assert [room.name for room in screen.grid.grid.rooms] == ["主会场", "浦江厅", "长宁厅"]


def test_without_rooms_the_screen_says_how_to_start(
    services: Services, desk: Desk, qtbot: QtBot
) -> None:
    from ui.agenda.presenter import AgendaPresenter
    from ui.agenda.screen import AgendaScreen

    services.events.create(EVENT)
    desk.show_event(EVENT)
    screen = AgendaScreen()
    qtbot.addWidget(screen)
    AgendaPresenter(screen, services, desk)
    qtbot.waitUntil(lambda: screen.view is not None)
    screen.show()
    assert screen._no_rooms.title.isVisible()


def test_the_screen_speaks_the_other_language_at_once(screen: AgendaScreen) -> None:
    use_language(Language.CHINESE)
    QCoreApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    assert screen.days.findChildren(ChipButton)[0].text() == "5月22日 周三"
    assert screen.title() == "议程"


def test_printing_opens_the_documents(screen: AgendaScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.place_asked) as asked:
        screen.actions_by_name["print"].trigger()
    assert asked.args == [Place(ScreenName.DOCUMENTS)]


def test_the_history_of_a_session_opens_and_takes_a_change_back(
    screen: AgendaScreen, qtbot: QtBot, settled, services: Services, desk: Desk
) -> None:
    item = screen.view.find(OPENING.id)
    place = {"starts_at": item.starts_at.replace(hour=8), "room_id": item.room.id, "minutes": 30}
    desk.run(lambda: services.agenda.move(OPENING.id, **place), desk.publish)
    settled()
    screen.choose(OPENING.id)
    screen.actions_by_name["history"].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), HistoryDialog))
    dialog = QApplication.activeModalWidget()
    assert [entry.text() for entry in dialog._entries.rows()] == [
        "Move session 开幕式",
        "Add session 开幕式",
    ]
    dialog._undo.click()
    settled()
    assert screen.view.find(OPENING.id).starts_at == item.starts_at
