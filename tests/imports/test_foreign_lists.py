"""The lists of other registration systems are known by their headers."""

import csv

import pytest

from summit_desk.domain.imports.targets import Target
from summit_desk.domain.records import AttendeeStatus

POSITIONS = [
    *("Event slug", "Order code", "Position ID", "Status", "Email", "Phone number", "Order date"),
    *("Order time", "Product", "Variation", "Price", "Attendee name", "Attendee email", "Company"),
    *("Address", "ZIP code", "Voucher", "Pseudonymization ID", "Seat ID", "Seat name", "Seat zone"),
    *("Seat row", "Seat number", "Order comment", "Company", "Address", "VAT ID", "Sales channel"),
]
POSITION = [
    *("summit", "A7KQ2", "1", "paid", "office@example.com", "+8613800000001", "2024-04-01"),
    *("09:00:00", "嘉宾票", "", "1200.00", "王芳", "wf@example.com", "示例院"),
    *("示例路1号", "200000", "", "XK3F9", "s1", "3-12", "主会场", "3", "12", "靠过道"),
    *("示例云科技有限公司", "示例路2号", "91110000802100433B", "web"),
]
LISTS = {
    "pretix positions": (POSITIONS, POSITION),
    "pretix check-in list": (
        ["Order code", "Attendee name", "Product", "Price", "Checked in", "Paid", "Secret",
         "E-mail", "Company", "Order date", "Seat zone", "Seat row", "Seat number"],
        ["A7KQ2", "王芳", "嘉宾票", "1200.00", "2024-05-22 08:10", "Yes", "k7m2p9x3",
         "wf@example.com", "示例院", "2024-04-01", "主会场", "3", "12"],
    ),
    "Indico": (
        ["ID", "Name", "Email Address", "Affiliation", "Position", "Registration date",
         "Registration state", "Price", "Checked in", "Check-in date", "Tags"],
        ["17", "王芳", "wf@example.com", "示例院", "院长", "2024-04-01", "Completed", "EUR 50",
         "No", "", "vip; 讲者"],
    ),
    "pretalx speakers": (
        ["ID", "name", "biography", "email", "avatar", "submission_ids", "submission_titles"],
        ["QWERTZ", "王芳", "简介", "wf@example.com", "a.png", "AB12", "数据要素"],
    ),
    "alf.io": (
        ["ID", "Category", "Event", "Status", "OriginalPrice", "PaidPrice", "Discount", "VAT",
         "ReservationID", "Full Name", "First Name", "Last Name", "E-Mail", "Locked", "Language"],
        ["5f0c-uuid", "嘉宾", "summit", "ACQUIRED", "1200", "1200", "0", "0", "R1", "Ada Lovelace",
         "Ada", "Lovelace", "ada@example.com", "false", "en"],
    ),
    "Hi.Events": (
        ["ID", "First Name", "Last Name", "Email", "Status", "Is Checked In", "Checked In At",
         "Ticket ID", "Event ID", "Public ID", "Short ID", "Created Date", "Last Updated Date"],
        ["1", "Ada", "Lovelace", "ada@example.com", "CANCELLED", "false", "", "3", "9", "A-7HQ2",
         "a_x", "2024-04-01 09:00:00", "2024-04-02 09:00:00"],
    ),
}  # fmt: skip


@pytest.fixture
def planned(imports, event_id, tmp_path):
    def plan(name):
        path = tmp_path / "list.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(LISTS[name])
        return imports.plan(event_id, path)

    return plan


def said(plan) -> dict[str, object]:
    shown = {
        *(Target.NAME, Target.EMAIL, Target.ORGANISATION, Target.INVOICE_TITLE, Target.NUMBER),
        *(Target.INVOICE_ADDRESS, Target.SEAT, Target.FEE, Target.FEE_STATUS, Target.CATEGORY),
        *(Target.STATUS, Target.EXTERNAL_CODE, Target.TAGS, Target.TITLE, Target.MOBILE),
    }
    values = plan.rows[0].draft.values
    return {target.value: value for target, value in values.items() if target in shown}


def test_pretix_positions_tell_the_two_companies_apart(planned) -> None:
    assert said(planned("pretix positions")) == {
        "status": AttendeeStatus.CONFIRMED,
        "mobile": "13800000001",
        "category": "嘉宾票",
        "fee": 120_000,
        "name": "王芳",
        "email": "wf@example.com",
        "organisation": "示例院",
        "external_code": "XK3F9",
        "invoice_title": "示例云科技有限公司",
        "invoice_address": "示例路2号",
        "seat": "主会场 3排12座",
    }


def test_a_pretix_check_in_list_brings_the_secrets(planned) -> None:
    assert said(planned("pretix check-in list")) == {
        "name": "王芳",
        "category": "嘉宾票",
        "fee": 120_000,
        "fee_status": "paid",
        "external_code": "k7m2p9x3",
        "email": "wf@example.com",
        "organisation": "示例院",
        "seat": "主会场 3排12座",
    }


def test_indico_registrations_are_read(planned) -> None:
    assert said(planned("Indico")) == {
        "number": "17",
        "name": "王芳",
        "email": "wf@example.com",
        "organisation": "示例院",
        "title": "院长",
        "status": AttendeeStatus.CONFIRMED,
        "tags": ("vip", "讲者"),
    }


def test_pretalx_speakers_are_read(planned) -> None:
    assert said(planned("pretalx speakers")) == {
        "external_code": "QWERTZ",
        "name": "王芳",
        "email": "wf@example.com",
    }


def test_alf_io_tickets_are_read(planned) -> None:
    assert said(planned("alf.io")) == {
        "external_code": "5f0c-uuid",
        "category": "嘉宾",
        "status": AttendeeStatus.CONFIRMED,
        "fee": 120_000,
        "name": "Ada Lovelace",
        "email": "ada@example.com",
    }


def test_hi_events_names_are_joined(planned) -> None:
    assert said(planned("Hi.Events")) == {
        "email": "ada@example.com",
        "status": AttendeeStatus.CANCELLED,
        "external_code": "A-7HQ2",
        "name": "Ada Lovelace",
    }


@pytest.mark.parametrize("name", LISTS)
def test_a_foreign_list_says_nothing_new_the_second_time(name, imports, planned) -> None:
    imports.apply(planned(name))

    again = planned(name)

    assert [(row.verdict.value, row.differences) for row in again.rows] == [("same", ())]
    assert not [use for use in again.columns if use.target is Target.CUSTOM and "heck" in use.title]
