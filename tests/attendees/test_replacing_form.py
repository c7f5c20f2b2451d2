"""The form in which somebody else comes on a registration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.attendees.making import register
from tests.attendees.showing import Shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from summit_desk.services.attendees import AttendeeService
    from summit_desk.services.bundle import Services
    from ui.kit.desk import Desk
    from ui.kit.form import FormDialog

ASKED = ("unit", "title", "mobile")


@pytest.fixture
def shown(attendees: AttendeeService, services: Services, desk: Desk, qtbot: QtBot) -> Shown:
    register(attendees, "王磊", organisation="杭州智链平台", title="经理")
    on_file = register(
        attendees, "李平", organisation="宝武集团", title="院长", mobile="13812345678"
    )
    attendees.remove([on_file])  # the person stays
    return Shown(services, desk, qtbot)


@pytest.fixture
def form(shown: Shown) -> FormDialog:
    shown.select("王磊")
    shown.screen.batch.replacement_asked.emit()
    return shown.opened()  # type: ignore[return-value]  # the only window here


def choose(form: FormDialog, shown: Shown, text: str) -> None:
    """Type into the name and take the first who is offered."""
    name = form.inputs["name"]
    name.line.clear()  # type: ignore[attr-defined]  # it is typed into
    shown.qtbot.keyClicks(name.line, text)  # type: ignore[attr-defined]  # as above
    shown.until(lambda: name._names.rowCount() > 0)  # type: ignore[attr-defined]  # what it offers
    name._choose(name._names.stringList()[0])  # type: ignore[attr-defined]  # as a click does
    shown.until(form.inputs["mobile"].line.isReadOnly)


def said(form: FormDialog) -> list[str]:
    return [form.inputs[key].line.text() for key in ASKED]  # type: ignore[attr-defined]  # lines


def locked(form: FormDialog) -> list[bool]:
    return [form.inputs[key].line.isReadOnly() for key in ASKED]  # type: ignore[attr-defined]  # lines


def test_somebody_on_file_is_shown_as_on_file(form, shown: Shown) -> None:
    choose(form, shown, "liping")

    assert said(form) == ["宝武集团", "院长", "13812345678"]
    assert locked(form) == [True] * 3

    form.submit()
    shown.until(lambda: shown.screen.model.row(0).name == "李平")
    detail = shown.services.attendees.detail(shown.screen.model.row(0).id)
    assert (detail.work[0].position.title, detail.person.mobile) == ("院长", "13812345678")


def test_a_new_name_is_described_again(form, shown: Shown) -> None:
    form.inputs["title"].show_value("顾问")
    choose(form, shown, "liping")

    name = form.inputs["name"].line  # type: ignore[attr-defined]  # it is typed into
    name.end(False)
    shown.qtbot.keyClick(name, Qt.Key.Key_Backspace)

    assert said(form) == ["杭州智链平台", "顾问", ""]
    assert locked(form) == [False] * 3
