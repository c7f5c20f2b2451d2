"""What the checks find about passports, visas and insurance."""

from dataclasses import replace
from datetime import date

import pytest

from summit_desk.domain.findings import Severity
from summit_desk.domain.records import (
    TravelDocumentStatus,
    TripContact,
)
from summit_desk.domain.trip_checks import trip_findings
from summit_desk.domain.trip_snapshot import OtherTrip
from tests.trips.making import (
    TRIP_ID,
    a_snapshot,
    a_trip,
    complete_papers,
    flight,
    found,
    insurance,
    one,
    passport,
    round_trip,
    traveller,
    visa,
)

CONTACTS = tuple(
    TripContact(trip_id=TRIP_ID, country=country, label="使馆", phone="+49 30 275880")
    for country in ("DE", "VN")
)


def test_a_well_planned_trip_has_no_findings():
    planned = a_snapshot(*round_trip(), who=[traveller("严华", *complete_papers())])
    assert found(replace(planned, contacts=CONTACTS)) == []


@pytest.mark.parametrize(
    ("papers", "kind", "severity"),
    [
        ((), "passport_missing", Severity.BLOCK),
        ((passport(expires="2025-10-20"),), "passport_expires", Severity.BLOCK),
        ((passport(expires="2026-01-10"),), "passport_too_short_for_schengen", Severity.BLOCK),
        ((passport(expires="2026-04-20"),), "passport_ends_soon", Severity.WARN),
        ((passport(expires="2026-04-21"),), None, None),
        (
            (passport(issued="2015-10-13", expires="2030-10-12"),),
            "passport_too_old_for_schengen",
            Severity.BLOCK,
        ),
        ((passport(expires=""),), "passport_undated", Severity.WARN),
        (
            (passport(expires="", status=TravelDocumentStatus.PREPARING),),
            "passport_pending",
            Severity.WARN,
        ),
    ],
)
def test_passports(papers, kind, severity):
    snapshot = a_snapshot(*round_trip(), who=[traveller("严华", *papers)])
    states = [line for line in found(snapshot, "passport_") if line[0] != "passport_term"]
    assert states == ([(kind, severity)] if kind else [])


def test_the_delegation_list_of_the_sample_sheet():
    trip = a_trip("2024-10-20", "2024-10-29")
    legs = (
        flight("MU1", "PVG", "2024-10-20T10:00", "FRA", "2024-10-20T15:00"),
        flight("MU2", "FRA", "2024-10-28T20:00", "PVG", "2024-10-29T13:00"),
    )
    members = [
        traveller("张伟", passport("2019-03-01", "2029-02-28", number="E00000001")),
        traveller("吕略", passport("2015-04-10", "2025-04-09", number="EA0000002")),
        traveller("单雄", passport("2014-11-01", "2024-10-31", number="G00000004")),
        traveller("王芳", passport("2020-01-01", "2030-12-31", number="E0000006")),
    ]
    told = {
        (finding.subject, finding.kind)
        for finding in trip_findings(a_snapshot(*legs, who=members, trip=trip))
        if finding.kind.startswith("passport_")
    }
    assert told == {
        ("吕略", "passport_ends_soon"),
        ("单雄", "passport_too_short_for_schengen"),
        ("王芳", "passport_number"),
        ("王芳", "passport_term"),
    }


@pytest.mark.parametrize(
    ("visas", "kind", "severity"),
    [
        ([], "visa_none", Severity.WARN),
        ([visa("SCHENGEN", "2025-10-01", "2025-10-18")], None, None),
        ([visa("DE", "2025-10-01", "2025-10-18")], None, None),
        ([visa("SCHENGEN", "2025-10-01", "2025-10-17")], "visa_too_short", Severity.BLOCK),
        ([visa("SCHENGEN", "2025-10-15", "2025-12-01")], "visa_too_short", Severity.BLOCK),
        ([visa("SCHENGEN", "2025-10-01", "")], "visa_undated", Severity.WARN),
        (
            [visa("DE", "", "", status=TravelDocumentStatus.SUBMITTED)],
            "visa_pending",
            Severity.WARN,
        ),
        ([visa("DE", "", "", status=TravelDocumentStatus.REFUSED)], "visa_refused", Severity.BLOCK),
        ([visa("DE", "", "", status=TravelDocumentStatus.NOT_NEEDED)], None, None),
        (
            [
                visa("DE", "", "", status=TravelDocumentStatus.REFUSED),
                visa("SCHENGEN", "2025-10-01", "2025-11-30"),
            ],
            None,
            None,
        ),
    ],
)
def test_visas_must_cover_the_stay(visas, kind, severity):
    rest = (passport(), visa("VN", "2025-10-01", "2025-11-30"))
    snapshot = a_snapshot(*round_trip(), who=[traveller("严华", *rest, *visas)])
    assert found(snapshot, "visa_") == ([(kind, severity)] if kind else [])


def test_a_visa_that_the_list_says_is_not_needed_is_only_a_hint():
    legs = (
        flight("SQ831", "PVG", "2025-10-14T09:00", "SIN", "2025-10-14T14:30"),
        flight("SQ830", "SIN", "2025-10-20T09:00", "PVG", "2025-10-20T14:30"),
    )
    snapshot = a_snapshot(*legs, who=[traveller("严华", passport())])
    assert found(snapshot, "visa_") == [("visa_free", Severity.HINT)]


def test_changing_planes_needs_no_visa():
    legs = (
        flight("EK303", "PVG", "2025-10-14T00:05", "DXB", "2025-10-14T05:00"),
        flight("EK47", "DXB", "2025-10-14T08:20", "FRA", "2025-10-14T13:20"),
        flight("LH728", "FRA", "2025-10-20T18:00", "PVG", "2025-10-21T11:00"),
    )
    snapshot = a_snapshot(*legs, who=[traveller("严华", *complete_papers())])
    assert found(snapshot, "visa_") == []


def test_insurance_is_asked_for_the_schengen_area_only():
    without = (passport(), visa("SCHENGEN", "2025-10-01", "2025-11-30"))
    snapshot = a_snapshot(*round_trip(), who=[traveller("严华", *without)])
    assert found(snapshot, "insurance_") == [("insurance_none", Severity.WARN)]
    short = replace(
        snapshot, travellers=(traveller("严华", *without, insurance("2025-10-14", "2025-10-17")),)
    )
    assert found(short, "insurance_") == [("insurance_too_short", Severity.WARN)]


def test_ninety_days_in_the_schengen_area_count_other_trips():
    other = OtherTrip(a_trip("2025-07-01", "2025-09-30"), ((date(2025, 7, 1), date(2025, 9, 25)),))
    who = replace(traveller("严华", *complete_papers()), other_trips=(other,))
    finding = one(a_snapshot(*round_trip(), who=[who]), "schengen_90_180")
    assert (finding.severity, finding.details["day"]) == (Severity.BLOCK, date(2025, 10, 17))
