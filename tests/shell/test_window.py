"""The window: screens, search, undo, keys, languages and themes."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.records import Attendee, Room
from summit_desk.support.settings import Speech, Theme

CTRL = Qt.KeyboardModifier.ControlModifier


def counted(window) -> dict:
    return {name: item._count for name, item in window.joined.workspace.rail._items.items()}


@pytest.mark.parametrize("name", list(ScreenName))
def test_every_screen_can_be_shown_in_both_languages_and_themes(go, look, name):
    screen = go(name)

    look.speak(Speech.CHINESE)
    look.wear(Theme.DARK)
    chinese = screen.title()
    picture = screen.grab()
    look.speak(Speech.ENGLISH)
    look.wear(Theme.LIGHT)

    assert chinese
    assert screen.title() != chinese or name in {ScreenName.TRIPS, ScreenName.SPEAKERS}
    assert not picture.isNull()


@pytest.mark.parametrize("speech", [Speech.CHINESE, Speech.ENGLISH])
@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
def test_nothing_on_the_station_card_lies_over_anything_else(go, look, window, speech, size):
    look.speak(speech)
    window.resize(*size)
    card = go(ScreenName.CHECK_IN).station_card
    QApplication.processEvents()

    parts = (card.where, card.station, card.operator, card.locked, card.kiosk, card.preferences)
    boxes = [part.geometry() for part in parts]

    assert all(above.bottom() < below.top() for above, below in pairwise(boxes))
    assert boxes[-1].bottom() < card.height()
    assert not card.hint.isVisible() or card.hint.geometry().bottom() < card.height()


def test_digits_with_ctrl_go_to_the_screens(window, qtbot):
    shown = []
    window.joined.workspace.screen_shown.connect(shown.append)

    for digit in (Qt.Key.Key_9, Qt.Key.Key_1):
        qtbot.keyClick(window, digit, CTRL)

    assert shown == [ScreenName.SETTINGS, ScreenName.OVERVIEW]


def test_the_rail_tells_how_many_things_wait(window, services, desk, qtbot):
    qtbot.waitUntil(lambda: counted(window)[ScreenName.PREFLIGHT] is not None, timeout=20_000)

    counts = counted(window)

    assert counts[ScreenName.ATTENDEES] == 60
    assert counts[ScreenName.PREFLIGHT] == len(services.preflight.findings(desk.event_id))
    assert counts[ScreenName.AGENDA] is None


def test_undo_names_its_step_and_takes_it_back(window, services, desk, qtbot):
    before = services.events.rooms(desk.event_id)
    room = Room(event_id=desk.event_id, name="Garden", position=99)
    undo = window.joined.undo.undo

    desk.run(lambda: services.events.save(room), then=desk.publish)
    qtbot.waitUntil(lambda: undo.text() == "Undo: Save room Garden")
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: window.joined.undo.redo.text() == "Redo: Save room Garden")

    assert services.events.rooms(desk.event_id) == before
    assert window.joined.undo.toast.text() == "Undone: Save room Garden"


def test_redo_does_it_again(window, services, desk, qtbot):
    room = Room(event_id=desk.event_id, name="Garden", position=99)
    services.events.save(room)
    services.history.undo()

    window.joined.undo._redo()
    qtbot.waitUntil(desk.idle)

    assert services.events.rooms(desk.event_id)[-1] == room


def test_a_change_is_shown_with_a_way_back(window, services, desk, qtbot):
    change = services.events.save(Room(event_id=desk.event_id, name="Garden"))

    desk.publish(change)

    assert window.joined.undo.toast.text() == "Save room Garden"


def test_the_way_back_after_a_change_takes_back_that_change_only(window, services, desk, qtbot):
    event_id, toast = desk.event_id, window.joined.undo.toast
    before = services.events.rooms(event_id)
    desk.publish(services.events.save(Room(event_id=event_id, name="Garden", position=98)))
    later = Room(event_id=event_id, name="Terrace", position=99)
    services.events.save(later)

    qtbot.mouseClick(toast.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: toast.text() == "Undone: Save room Garden")

    assert services.events.rooms(event_id) == (*before, later)


def test_a_note_has_no_way_back(window, services, desk):
    services.events.save(Room(event_id=desk.event_id, name="Garden"))
    with services.store.unit() as unit:
        note = unit.note("Make the station file “{name}”", Topic.CHECK_IN, name="Hall")

    desk.publish(note)

    toast = window.joined.undo.toast
    assert toast.text() == "Make the station file “Hall”"
    assert toast.findChild(QPushButton).isVisible() is False


def test_an_export_is_told_by_its_screen_alone(window, services, desk):
    with services.store.unit() as unit:
        note = unit.note("Export", Topic.DOCUMENTS)

    desk.publish(note)

    assert window.joined.undo.toast.text() == ""


def test_search_finds_people_by_pinyin_and_opens_them(window, services, desk, qtbot):
    with services.store.view() as view:
        wanted = view.find(Attendee, event_id=desk.event_id, number="0001")
    field, palette = window.joined.workspace.header.search, window.joined.finder.palette
    shown = []
    window.joined.workspace.screen_shown.connect(shown.append)

    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(field, "yanhua")
    qtbot.waitUntil(lambda: any(one.note.startswith("0001") for one in palette.model.rows()))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(desk.idle, timeout=20_000)

    assert wanted is not None
    assert shown == [ScreenName.ATTENDEES]
    assert field.text() == ""
    assert not palette.isVisible()


def test_search_finds_commands(window, qtbot):
    field, palette = window.joined.workspace.header.search, window.joined.finder.palette

    window.joined.finder.open()
    qtbot.keyClicks(field, "> settings")
    qtbot.waitUntil(lambda: [one.title for one in palette.model.rows()] == ["Settings"])
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert window.joined.workspace.current().title() == "Settings"


def test_escape_leaves_the_search(window, qtbot):
    window.joined.finder.open()
    qtbot.keyClick(window.joined.workspace.header.search, Qt.Key.Key_Escape)

    assert not window.joined.finder.palette.isVisible()
    assert not window.joined.workspace.header.search.hasFocus()


def test_the_menus_speak_the_language_that_was_chosen(window, look):
    look.speak(Speech.CHINESE)
    chinese = window.menus.file.title(), window.menus.actions["full"].text(), window.windowTitle()
    look.speak(Speech.ENGLISH)

    assert chinese == ("文件", "全屏", "demo — 会务台")
    assert window.menus.file.title() == "File"


def test_a_known_trouble_is_told_in_a_message(window, desk, qtbot):
    desk.trouble.emit("The room is taken.")

    box = QApplication.activeModalWidget()
    assert box.text() == "The room is taken."
    box.close()


def test_every_button_with_only_an_icon_has_a_name(window, go):
    nameless: list[str] = []
    for name in ScreenName:
        go(name)
        nameless += [
            f"{name}: {type(button.parent()).__name__} {type(button).__name__} {button.toolTip()}"
            for button in window.findChildren(QAbstractButton)
            if button.isVisible() and not button.text() and not button.accessibleName()
        ]

    assert nameless == []


def test_the_status_bar_tells_the_file_and_the_last_backup(window, desk, qtbot):
    window.joined.back_up()
    qtbot.waitUntil(desk.idle)
    qtbot.waitUntil(desk.idle)

    told = [label.text() for label in window.joined.workspace.footer.findChildren(QLabel)]

    assert told[0] == "demo.summit · saved"
    assert told[1].startswith("Last backup ")


def test_another_event_can_be_made_and_chosen(window, services, desk, qtbot):
    joined = window.joined
    joined._ask_new_event()
    form = QApplication.activeModalWidget()
    form.inputs["name"].show_value("Spring meeting")
    form.submit()
    qtbot.waitUntil(lambda: desk.event.name == "Spring meeting", timeout=20_000)

    assert len(services.events.events()) == 2
    assert joined.workspace.rail.event_button.accessibleName() == "Event: Spring meeting"


def test_changes_without_a_changeset_are_not_offered_for_undo(window, desk):
    desk.publish(Change("Scan", frozenset()))

    assert window.joined.undo.toast.text() == ""


def test_a_place_of_another_screen_is_gone_to(window, go, qtbot):
    screen = go(ScreenName.OVERVIEW)

    screen.place_asked.emit(Place(ScreenName.ORGANISATIONS))

    assert window.joined.workspace.current().title() == "Organisations"


def test_the_agendas_print_button_shows_the_agenda_as_a_document(window, go, qtbot, desk):
    agenda = go(ScreenName.AGENDA)

    agenda.place_asked.emit(Place(ScreenName.DOCUMENTS))
    documents = window.joined.workspace.current()
    qtbot.waitUntil(lambda: documents.item().title() == "Agenda")
    qtbot.waitUntil(desk.idle, timeout=20_000)


def test_a_trips_book_is_shown_as_a_document(window, go, services, desk, qtbot):
    trip = services.trips.trips(desk.event_id)[0].trip

    documents = go(ScreenName.DOCUMENTS, trip.id)

    assert documents.item().trip_id == trip.id


def test_the_selected_attendees_badges_are_shown(window, go, services, desk, qtbot):
    attendees = go(ScreenName.ATTENDEES).current()
    with services.store.view() as view:
        keys = [one.id for one in view.all(Attendee, event_id=desk.event_id)[:3]]

    attendees.badges_asked.emit(keys)
    qtbot.waitUntil(desk.idle, timeout=20_000)

    assert window.joined.workspace.current().title() == "Badges & documents"


def test_exporting_attendees_shows_their_list(window, go, desk, qtbot):
    attendees = go(ScreenName.ATTENDEES).current()

    attendees.header_actions()[1].trigger()
    qtbot.waitUntil(desk.idle, timeout=20_000)

    documents = window.joined.workspace.current()
    assert documents.item().title() == "List of attendees"
    assert documents.people.chosen().keys is None


def test_exporting_several_selected_attendees_lists_only_them(window, go, desk, qtbot):
    attendees = go(ScreenName.ATTENDEES).current()
    qtbot.waitUntil(lambda: attendees.model.rowCount() > 1 and desk.idle(), timeout=20_000)
    attendees.table.selectAll()
    keys = list(attendees.selected_keys())

    attendees.header_actions()[1].trigger()
    qtbot.waitUntil(desk.idle, timeout=20_000)

    assert list(window.joined.workspace.current().people.chosen().keys) == keys


def test_tab_goes_through_the_header_from_left_to_right(window, go):
    go(ScreenName.ATTENDEES)
    header = window.joined.workspace.header
    stop, seen = header.search, []
    while stop is not header.menu_button and len(seen) < 20:
        stop = stop.nextInFocusChain()
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.isVisible():
            seen.append(stop.text() if isinstance(stop, QAbstractButton) else type(stop).__name__)

    assert seen == ["Import…", "Export Excel", "Add attendee", ""]


def test_the_keyboard_goes_back_to_where_it_was_after_a_search(window, go, qtbot):
    table = go(ScreenName.ATTENDEES).current().table
    table.setFocus()

    window.joined.finder.open()
    qtbot.keyClick(window.joined.workspace.header.search, Qt.Key.Key_Escape)

    assert table.hasFocus()


def test_attendees_are_shown_even_after_organisations(window, go):
    go(ScreenName.ORGANISATIONS)

    assert go(ScreenName.ATTENDEES).title() == "Attendees"


def test_a_language_switch_reaches_what_was_read_before(window, go, look, desk, qtbot):
    go(ScreenName.TRIPS)
    look.speak(Speech.CHINESE)
    qtbot.waitUntil(desk.idle, timeout=20_000)
    look.speak(Speech.ENGLISH)
    qtbot.waitUntil(desk.idle, timeout=20_000)

    chinese = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisible() and "月" in label.text()
    ]
    assert chinese == []
