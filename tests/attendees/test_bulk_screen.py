"""The windows of the Attendees screen for many people: a field, seats, groups, waiting lists."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from summit_desk.domain.attendee_lists import EVERYBODY
from summit_desk.domain.records import AttendeeGroup, CustomField, FeeStatus, FieldKind, ForumPlace
from summit_desk.domain.registration import Registration
from tests.attendees.making import ABROAD, DATA, EVENT, register
from ui.kit.chips import ChipButton

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from summit_desk.domain.records import Attendee
    from summit_desk.services.attendees import AttendeeService
    from summit_desk.services.bundle import Services
    from ui.attendees.screen import AttendeesScreen
    from ui.kit.desk import Desk
    from ui.kit.form import FormDialog

NAMES = ("王磊", "李平", "张伟", "刘芳")


@pytest.fixture
def keys(attendees: AttendeeService, services: Services) -> list[UUID]:
    """Four people for a forum with two seats; an own field."""
    field = CustomField(event_id=EVENT.id, key="size", label="尺码", kind=FieldKind.CHOICE)
    services.events.save(field)
    return [
        register(attendees, name, forums=(DATA.id,), fee_status=FeeStatus.UNPAID) for name in NAMES
    ]


@pytest.fixture
def screen(keys: list[UUID], services: Services, desk: Desk, qtbot: QtBot) -> AttendeesScreen:
    from ui.attendees.presenter import AttendeesPresenter
    from ui.attendees.screen import AttendeesScreen

    desk.show_event(EVENT)
    shown = AttendeesScreen()
    qtbot.addWidget(shown)
    shown.presenter = AttendeesPresenter(shown, services, desk)  # type: ignore[attr-defined]  # kept for the tests
    shown.resize(1200, 800)
    shown.show()
    qtbot.waitUntil(lambda: shown.model.rowCount() == len(keys) and desk.idle(), timeout=20_000)
    return shown


@dataclass
class At:
    """The screen with what a test does there."""

    screen: AttendeesScreen
    desk: Desk
    qtbot: QtBot
    services: Services
    keys: list[UUID]

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds and nothing runs any more."""
        self.qtbot.waitUntil(lambda: self.desk.idle() and bool(holds()), timeout=20_000)

    def opened(self) -> FormDialog:
        """Wait for the window that opens, and return it."""
        self.until(QApplication.activeModalWidget)
        return QApplication.activeModalWidget()

    def select(self, *rows: int) -> None:
        """Select these rows."""
        self.screen.table.clearSelection()
        chosen = self.screen.table.selectionModel()
        flags = chosen.SelectionFlag
        for row in rows:
            chosen.select(self.screen.model.index(row, 0), flags.Select | flags.Rows)
        self.until(lambda: True)

    def saved(self, form: FormDialog) -> None:
        """Save a form and wait until it is gone."""
        form.submit()
        self.until(lambda: QApplication.activeModalWidget() is not form)

    def attendee(self, at: int) -> Attendee:
        """Return one of the people."""
        return self.services.attendees.detail(self.keys[at]).attendee


@pytest.fixture
def at(
    screen: AttendeesScreen, desk: Desk, qtbot: QtBot, services: Services, keys: list[UUID]
) -> At:
    return At(screen, desk, qtbot, services, keys)


def note(form: FormDialog, key: str) -> str:
    """Return what the form says under a field."""
    return form._notes[key].text()


@pytest.mark.parametrize(
    ("key", "value"),
    [("fee_status", FeeStatus.PAID), ("room_type", "大床房"), ("meals", ("5月22日午餐", "夜宵"))],
)
def test_a_field_is_chosen_and_then_its_value(at: At, key, value) -> None:
    at.select(0, 2)
    at.screen.batch.field.trigger()
    form = at.opened()
    form.inputs["edit"].show_value((key, value))
    at.saved(form)

    values = [getattr(at.services.attendees.detail(one).attendee, key) for one in at.keys]
    assert [one == value for one in values] == [True, False, True, False]


def test_an_own_field_is_set_by_the_editor_of_its_kind(at: At) -> None:
    at.select(0, 1)
    at.screen.batch.field.trigger()
    form = at.opened()
    form.inputs["edit"].show_value(("custom:size", "XL"))
    at.saved(form)

    assert at.services.attendees.detail(at.keys[1]).attendee.custom == {"size": "XL"}


def test_a_group_is_chosen_in_the_same_window(at: At) -> None:
    group = AttendeeGroup(event_id=EVENT.id, name="北方代表团")
    at.services.groups.save(group)
    at.select(1, 3)
    at.screen.batch.field.trigger()
    form = at.opened()
    form.inputs["edit"].show_value(("group_id", group.id))
    at.saved(form)

    assert at.services.groups.members(group.id) == (at.keys[1], at.keys[3])


def test_seats_are_previewed_and_then_given(at: At) -> None:
    at.select(0, 1, 2)
    at.screen.batch.seats.trigger()
    form = at.opened()
    for key, value in {"hall": "主会场", "row": "B", "number": 9}.items():
        form.inputs[key].show_value(value)
    form.inputs["hall"].changed.emit()
    model = form.inputs["preview"].model
    wanted = ["主会场 B排9座", "主会场 B排10座", "主会场 C排1座"]
    at.until(lambda: [row.seat for row in model.rows()] == wanted)
    at.saved(form)

    assert [at.services.attendees.detail(key).attendee.seat for key in at.keys] == [*wanted, ""]


def test_a_row_that_is_none_is_refused_in_the_form(at: At) -> None:
    at.select(0)
    at.screen.batch.seats.trigger()
    form = at.opened()
    form.inputs["row"].show_value("三")
    form.submit()
    at.until(lambda: bool(note(form, "row")))

    assert note(form, "row") == "A row is a number or one letter."


def test_tags_are_taken_away(at: At) -> None:
    at.services.attendees.add_tags(at.keys, ("甲", "乙"))
    at.select(0)
    at.screen.batch.untag.trigger()
    form = at.opened()
    form.inputs["tags"].show_value(("甲",))
    at.saved(form)

    assert [at.services.attendees.detail(key).attendee.tags for key in at.keys[:2]] == [
        ("乙",),
        ("甲", "乙"),
    ]


def test_the_tags_of_the_selection_are_offered(at: At) -> None:
    at.services.attendees.add_tags(at.keys[:2], ("VIP",))
    at.services.attendees.add_tags(at.keys[1:], ("媒体",))
    at.select(0, 1)
    at.screen.batch.untag.trigger()

    shown = at.opened().inputs["tags"].list

    assert [shown.item(row).text() for row in range(shown.count())] == ["VIP · 2", "媒体 · 1"]


def test_who_has_no_tag_is_told_so(at: At) -> None:
    at.select(0)

    with at.qtbot.waitSignal(at.desk.trouble) as told:
        at.screen.batch.untag.trigger()

    assert told.args[0].startswith("Nobody of those selected has such a tag.")


def test_who_has_not_paid_is_marked_in_list_and_pane(at: At) -> None:
    from ui.attendees.columns import row_pill, status_tooltip
    from ui.kit.pills import PillLabel

    row = at.services.attendees.rows(at.keys)[0]
    at.select(0)
    at.until(lambda: bool(at.screen.detail.findChildren(PillLabel)))
    pills = [one.accessibleName() for one in at.screen.detail.findChildren(PillLabel)]

    assert (row_pill(row).text, status_tooltip(row)) == ("Unpaid", "Confirmed · Unpaid")
    assert pills == ["Confirmed", "Unpaid"]


def test_the_pane_says_why_somebody_waits_and_offers_a_seat(at: At) -> None:
    at.screen.table.select(at.keys[3])
    said = "数据要素"
    told = "Data: no seat was free, place 2 of 2"
    at.until(lambda: told in [one.text() for one in at.screen.detail.findChildren(QLabel)])
    (chip,) = [one for one in at.screen.detail.findChildren(ChipButton) if "waiting" in one.text()]
    chip.click()
    (menu,) = [one for one in chip.parent().parent().findChildren(QMenu) if one.isVisible()]
    (seat,) = [one for one in menu.actions() if one.text() == "Give a seat now"]
    menu.close()
    seat.trigger()
    question = at.opened()
    asked = question.text()
    question.defaultButton().click()
    at.until(lambda: at.services.attendees.detail(at.keys[3]).forums[0][1] is ForumPlace.REGISTERED)

    assert said == DATA.name
    assert asked == "Give 刘芳 a seat in Data although it is full?"


def test_the_waiting_list_is_shown_and_put_in_order(at: At, qtmodeltester: ModelTester) -> None:
    at.screen.tools.waiting.trigger()
    window = at.opened()
    at.until(lambda: bool(window.model.rows()))
    note = window.note.text()
    window.table.select(at.keys[3])
    window.up.trigger()
    at.until(lambda: [row.name for row in window.model.rows()] == ["刘芳", "张伟"])
    qtmodeltester.check(window.model)
    window.leave.trigger()
    at.until(lambda: [row.name for row in window.model.rows()] == ["张伟"])
    empty = window.forum.findText(ABROAD.name_other)
    window.forum.setCurrentIndex(empty)
    at.until(lambda: window.model.rowCount() == 0)

    assert note == "2 of 2 seats are taken. 2 wait."
    assert window.note.text() == "0 have a seat; there is no limit. Nobody waits."
    assert not window.seat.isEnabled()
    window.close()


def test_putting_people_on_the_waiting_list_gives_their_seats_away(at: At) -> None:
    at.select(0)
    at.screen.batch.waiting_chosen.emit(DATA.id)
    at.until(lambda: True)

    assert [one.name for one in at.services.waiting.line(DATA.id).waiters] == ["王磊", "刘芳"]


def test_groups_are_made_filled_and_emptied_in_their_window(
    at: At, qtmodeltester: ModelTester
) -> None:
    at.screen.tools.groups.trigger()
    window = at.opened()
    window.add.trigger()
    form = QApplication.activeModalWidget()
    form.inputs["name"].show_value("北方代表团")
    at.saved(form)
    at.until(lambda: window.groups_model.rowCount() == 1)
    window.join.trigger()
    form = QApplication.activeModalWidget()
    form.inputs["member0"].show_value((at.keys[1], "李平"))
    form.inputs["member1"].show_value((at.keys[2], "张伟"))
    at.saved(form)
    at.until(lambda: [row.name for row in window.members_model.rows()] == ["李平", "张伟"])
    window.members.selectRow(0)
    window.leave.trigger()
    at.until(lambda: [row.name for row in window.members_model.rows()] == ["张伟"])
    with at.qtbot.waitSignal(at.screen.badges_asked) as asked:
        window.badges.trigger()
    for model in (window.groups_model, window.members_model):
        qtmodeltester.check(model)

    (line,) = at.services.groups.groups(EVENT.id)
    assert (line.group.name, line.members) == ("北方代表团", 1)
    assert list(asked.args[0]) == [at.keys[2]]
    window.close()


def test_the_long_form_has_a_guide_that_leads_to_its_parts(at: At) -> None:
    from ui.kit.form_guide import FormGuide

    at.screen.table.select(at.keys[0])
    at.until(lambda: True)
    at.screen.presenter.forms.edit(at.keys[0])
    form = at.opened()
    (guide,) = form.findChildren(FormGuide)
    titles = [guide.item(row).text() for row in range(guide.count())]
    invoice = titles.index("Invoice")
    guide.setCurrentRow(invoice)
    guide.itemClicked.emit(guide.item(invoice))
    top = form.inputs["invoice_title"].mapTo(form, form.inputs["invoice_title"].rect().topLeft())

    assert titles == [
        "Person",
        "Registration",
        "Contact",
        "Fields of this event",
        "Group and seat",
        "Fee",
        "Hotel",
        "Meals at the event",
        "Arrival and departure",
        "Invoice",
        "Spelling of the name",
        "Notes",
    ]
    assert 0 < top.y() < form.height() - 80
    form.close()


def test_saving_the_form_untouched_changes_nothing(at: At) -> None:
    before = [at.services.attendees.detail(key) for key in at.keys]
    at.screen.presenter.forms.edit(at.keys[3])
    at.saved(at.opened())

    assert [at.services.attendees.detail(key) for key in at.keys] == before
    assert at.services.attendees.counts(EVENT.id, EVERYBODY).everybody == len(NAMES)


def test_what_looks_odd_is_said_under_its_field_and_does_not_block(at: At) -> None:
    held = at.services.attendees.detail(at.keys[0])
    odd = replace(held.attendee, invoice_title="甲公司")
    at.services.attendees.edit(Registration(odd, held.person, forums=(DATA.id,)))
    at.screen.presenter.forms.edit(at.keys[0])
    form = at.opened()
    said = [label.text() for label in form.findChildren(QLabel)]
    at.saved(form)

    assert said.count("The invoice has a title but no tax number.") == 1
    assert at.attendee(0).invoice_title == "甲公司"
