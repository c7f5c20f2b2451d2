"""The form: values in and out, problems at their fields, one save at a time."""

import threading
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors import Invalid, Problem
from ui.kit.form import (
    Check,
    Choice,
    Choices,
    Colour,
    Date,
    DateTime,
    Decimal,
    Field,
    FormDialog,
    Group,
    Line,
    Lines,
    Lookup,
    Number,
    Tags,
    Time,
)

OPTIONS = ((1, "one"), (None, "—"), ("two", "TWO"))
FIELDS = (
    Group(
        lambda: "Plain",
        (
            Field("name", lambda: "Name", Line(), required=True),
            Field("notes", lambda: "Notes", Lines()),
            Field("seats", lambda: "Seats", Number(0, 99, "seats", optional=True)),
            Field("price", lambda: "Price", Decimal(optional=True)),
            Field("hotel", lambda: "Hotel", Check("wants a hotel")),
            Field("colour", lambda: "Colour", Colour()),
            Field("tags", lambda: "Tags", Tags()),
        ),
    ),
    Group(
        lambda: "Others",
        (
            Field("day", lambda: "Day", Date(optional=True)),
            Field("at", lambda: "At", DateTime()),
            Field("hour", lambda: "Hour", Time()),
            Field("one", lambda: "One", Choice(lambda: OPTIONS)),
            Field("free", lambda: "Free", Choice(lambda: OPTIONS, editable=True)),
            Field("many", lambda: "Many", Choices(lambda: OPTIONS)),
        ),
    ),
)
VALUES = {
    "name": "严华 <b>&",
    "notes": "line\nline",
    "seats": None,
    "price": 12.5,
    "hotel": True,
    "colour": "#123456",
    "tags": ("VIP", "媒体"),
    "day": None,
    "at": datetime(2024, 3, 31, 2, 30),  # skipped in Berlin
    "hour": time(9, 5),
    "one": "two",
    "free": "my own",
    "many": (1, "two"),
    "kept": "not shown, not lost",
}


@pytest.fixture
def form(qtbot):
    made = FormDialog("Guest", FIELDS, VALUES)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    return made


def test_values_come_back_as_they_were_given(form):
    assert form.values() == VALUES


def test_optional_values_can_be_set(form):
    form.inputs["seats"].show_value(12)
    form.inputs["day"].show_value(date(2024, 5, 22))

    assert (form.values()["seats"], form.values()["day"]) == (12, date(2024, 5, 22))


def test_ctrl_enter_hands_the_values_over(form, qtbot):
    with qtbot.waitSignal(form.submitted) as told:
        qtbot.keyClick(
            form.inputs["name"].control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )

    assert told.args == [VALUES]


def test_an_empty_required_field_is_marked_and_nothing_is_handed_over(form, qtbot):
    form.inputs["name"].show_value("  ")

    with qtbot.assertNotEmitted(form.submitted):
        form.submit()

    assert form.inputs["name"].control.property("wrong") is True


def test_editing_a_marked_field_takes_the_mark_away(form, qtbot):
    form.show_problems([Problem("name", "Too long by {count}.", {"count": 3})])
    qtbot.keyClicks(form.inputs["name"].control, "x")

    assert form.inputs["name"].control.property("wrong") is False


def test_saving_publishes_the_change_and_closes(form, desk, qtbot):
    change = Change("Saved", frozenset({Topic.PEOPLE}))
    form.save_through(desk, lambda _values: change)

    with qtbot.waitSignals([desk.changed, form.accepted]):
        form.submit()

    assert not form.isVisible()


def test_a_refused_save_marks_the_fields_and_stays_open(form, desk, qtbot):
    calls = []

    def refuse(values):
        calls.append(values)
        raise Invalid([Problem("seats", "There are not so many seats.")])

    form.save_through(desk, refuse)
    form.submit()
    form.submit()  # a second click while the first is under way
    qtbot.waitUntil(lambda: form.inputs["seats"].control.property("wrong") is True)

    assert form.isVisible()
    assert len(calls) == 1


def test_every_field_can_be_reached_by_its_label(form):
    buddies = {label.buddy() for label in form.findChildren(type(form._stray)) if label.buddy()}

    assert buddies == set(form.inputs.values())


def test_something_found_by_typing_is_the_value(qtbot):
    asked = []
    field = Field("who", lambda: "Who", Lookup(lambda text, then: asked.append((text, then))))
    form = FormDialog("x", [field], {"who": (7, "Ada")})
    qtbot.addWidget(form)
    lookup = form.inputs["who"]
    before = lookup.value()

    lookup.line.setCursorPosition(3)
    qtbot.keyClicks(lookup.line, "!")
    qtbot.waitUntil(lambda: bool(asked))
    asked[0][1]([(8, "Ada!")])
    lookup._choose("Ada!")

    assert (before, asked[0][0], lookup.value()) == (7, "Ada!", 8)


def test_an_answer_that_comes_after_the_form_has_closed_is_dropped(desk, qtbot):
    gate, asked = threading.Event(), []

    def find(text, then):
        asked.append(text)
        desk.run(lambda: gate.wait(5) and [(8, "Ada")], then)

    form = FormDialog("x", [Field("who", lambda: "Who", Lookup(find))], {})
    form.open()
    qtbot.keyClicks(form.inputs["who"].line, "Ada")
    qtbot.waitUntil(lambda: bool(asked))

    with qtbot.captureExceptions() as caught:
        with qtbot.waitSignal(form.destroyed):
            form.reject()
        gate.set()
        qtbot.waitUntil(desk.idle)

    assert caught == []


def question(form) -> QMessageBox | None:
    return next((box for box in form.findChildren(QMessageBox) if box.isVisible()), None)


def test_escape_closes_a_form_as_it_was_opened(form, qtbot):
    qtbot.keyClicks(form.inputs["name"].control, "x")
    qtbot.keyClick(form.inputs["name"].control, Qt.Key.Key_Backspace)
    form.inputs["name"].show_value(VALUES["name"])

    qtbot.keyClick(form.inputs["name"].control, Qt.Key.Key_Escape)

    assert (form.isVisible(), question(form)) == (False, None)


@pytest.mark.parametrize("leave", ["Esc", "close box"])
def test_leaving_a_form_that_was_changed_asks_first(form, qtbot, leave):
    qtbot.keyClicks(form.inputs["name"].control, "x")

    def go() -> QMessageBox:
        if leave == "Esc":
            qtbot.keyClick(form.inputs["name"].control, Qt.Key.Key_Escape)
        else:
            form.close()
        return question(form)

    asked = go()
    assert asked.text() == "Discard what you changed?"
    qtbot.keyClick(asked, Qt.Key.Key_Escape)  # as Keep editing
    assert (form.isVisible(), question(form)) == (True, None)

    _keep, discard = sorted(go().buttons(), key=lambda button: button.text() == "Discard")
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)

    assert form.isVisible() is False


def test_return_keeps_what_was_entered(form, qtbot):
    qtbot.keyClicks(form.inputs["name"].control, "x")
    qtbot.keyClick(form.inputs["name"].control, Qt.Key.Key_Escape)

    qtbot.keyClick(question(form), Qt.Key.Key_Return)

    assert (form.isVisible(), question(form)) == (True, None)


def test_cancel_does_what_it_says(form, qtbot):
    qtbot.keyClicks(form.inputs["name"].control, "x")

    qtbot.mouseClick(form._buttons[0], Qt.MouseButton.LeftButton)

    assert (form.isVisible(), question(form)) == (False, None)
