"""What looks odd in the form of an attendee is said at its field, and never blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from summit_desk.domain.numbers import BAD_CHECK, ODD_NUMBER, clean_document
from summit_desk.domain.records import AttendeeStatus, DocumentKind, Person
from summit_desk.domain.registration import FORUM_SEAT, Registration
from tests.attendees.making import DATA, register
from tests.attendees.showing import Shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from summit_desk.services.attendees import AttendeeService
    from summit_desk.services.bundle import Services
    from ui.kit.desk import Desk
    from ui.kit.form import FormDialog

PHONE = "This phone number has an unusual form; please check it."
EMAIL = "This does not look like an e-mail address; please check it."


@pytest.fixture
def shown(attendees: AttendeeService, services: Services, desk: Desk, qtbot: QtBot) -> Shown:
    register(attendees, "王磊", seat="主会场 3排12座")
    register(attendees, "李平", mobile="abc电话", email="不是邮箱", forums=(DATA.id,))
    return Shown(services, desk, qtbot)


@pytest.fixture
def form(shown: Shown) -> FormDialog:
    """The form of somebody whose numbers look odd."""
    shown.select("李平")
    shown.screen.batch.edit.trigger()
    return shown.opened()  # type: ignore[return-value]  # the only window here


def hint(form: FormDialog, key: str) -> str:
    """Return what stands at a field in amber."""
    column = form.inputs[key].parentWidget()
    labels = [one for one in column.findChildren(QLabel) if one.property("tone") == "amber"]
    return " ".join(one.text() for one in labels if one.isVisible())


def replaced(form: FormDialog, qtbot: QtBot, key: str, text: str) -> None:
    """Type over what stands in a line."""
    line = form.inputs[key].line  # type: ignore[attr-defined]  # only lines are typed into
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_a_stored_person_is_opened_with_hints(form, shown: Shown) -> None:
    shown.until(lambda: hint(form, "mobile"))

    assert (hint(form, "mobile"), hint(form, "email")) == (PHONE, EMAIL)


def test_hints_come_and_go_while_one_types(form, shown: Shown, qtbot: QtBot) -> None:
    shown.until(lambda: hint(form, "mobile"))
    replaced(form, qtbot, "mobile", "13812345678")
    replaced(form, qtbot, "document_number", "11010519491231002Y")
    replaced(form, qtbot, "tax_number", "91310000710935035X")

    shown.until(lambda: hint(form, "document_number") and not hint(form, "mobile"))

    assert hint(form, "document_number") == BAD_CHECK
    assert hint(form, "tax_number") == (
        "The tax number's check character is wrong; ask for it again."
    )


def test_hints_never_block(form, shown: Shown, qtbot: QtBot) -> None:
    replaced(form, qtbot, "mobile", "no number")
    form.submit()
    shown.until(lambda: not shown.screen.findChildren(type(form)))

    with shown.services.store.view() as view:
        assert view.find(Person, name="李平").mobile == "no number"


def test_a_new_attendee_is_looked_at_too(shown: Shown, qtbot: QtBot) -> None:
    shown.screen.adding_asked.emit()
    form: FormDialog = shown.opened()  # type: ignore[assignment]  # the only window here
    replaced(form, qtbot, "email", "nobody")

    shown.until(lambda: hint(form, "email"))

    assert hint(form, "email") == EMAIL


def test_a_seat_that_somebody_has_is_told(form, shown: Shown) -> None:
    seat = form.inputs["seat"]
    seat.show_value("主会场3排12号")
    seat.changed.emit()

    shown.until(lambda: hint(form, "seat"))

    assert hint(form, "seat") == "The seat 主会场, row 3, seat 12 is that of 0001 王磊, too."


def test_only_a_whole_seat_of_somebody_who_comes_is_taken(
    attendees: AttendeeService, services: Services
) -> None:
    register(attendees, "王磊", seat="主会场 3排")
    register(attendees, "张伟", seat="主会场 4排1座", status=AttendeeStatus.CANCELLED)
    detail = attendees.detail(register(attendees, "李平"))

    for seat in ("主会场 3排", "主会场 4排1座"):
        given = Registration(replace(detail.attendee, seat=seat), detail.person)
        assert services.attendees.doubts(given) == ()


def test_a_seat_in_a_forum_is_told_too(attendees: AttendeeService) -> None:
    first = attendees.detail(register(attendees, "王磊", forums=(DATA.id,)))
    seats = {DATA.id: "2排5座"}
    attendees.edit(Registration(first.attendee, first.person, forums=(DATA.id,), seats=seats))
    other = attendees.detail(register(attendees, "李平", forums=(DATA.id,)))

    (doubt,) = attendees.doubts(Registration(other.attendee, other.person, seats=seats))

    assert doubt.field == f"{FORUM_SEAT}{DATA.id}"
    assert str(doubt) == "The seat row 2, seat 5 is that of 0001 王磊, too."


@pytest.mark.parametrize(
    ("number", "warning"),
    [("11010519491231002Y", BAD_CHECK), ("1101051949123100", ODD_NUMBER)],
)
def test_an_id_number_with_a_slip_is_no_passport(number: str, warning: str) -> None:
    read = clean_document(number)

    assert (read.kind, read.warnings) == (DocumentKind.ID_CARD, (warning,))


def test_the_second_number_in_the_field_of_the_mobile_is_kept(attendees: AttendeeService) -> None:
    person = attendees.detail(
        register(attendees, "李平", mobile="13812345678 / 13912345678", phone="010-12345678")
    ).person

    assert (person.mobile, person.phone) == ("13812345678", "010-12345678; 13912345678")
