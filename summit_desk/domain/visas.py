"""Visas: which document covers a stay, and where ordinary Chinese passports need none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from summit_desk.domain.records.trips import (
    TravelDocument,
    TravelDocumentKind,
    TravelDocumentStatus,
)
from summit_desk.domain.trip_timeline import CountryStay

HOME_OF_THE_LIST = "CN"


class VisaState(StrEnum):
    """Where a traveller stands with the visa for one stay, best first."""

    NOT_NEEDED = "not_needed"
    GRANTED = "granted"
    FREE = "free"  # nothing noted, but the list below says that none is needed
    UNDATED = "undated"  # granted, but nobody wrote down until when
    PENDING = "pending"
    NONE = "none"
    TOO_SHORT = "too_short"  # granted, but not for the whole stay
    REFUSED = "refused"


@dataclass(frozen=True)
class VisaFree:
    """Ordinary passports may stay so many days, since a date."""

    since: date
    days: int


# General knowledge, to be confirmed before departure: the desk only ever says so as a hint.
VISA_FREE = {
    "AE": VisaFree(date(2018, 1, 16), 30),
    "KZ": VisaFree(date(2023, 11, 10), 30),
    "MY": VisaFree(date(2023, 12, 1), 30),
    "QA": VisaFree(date(2018, 12, 21), 30),
    "RS": VisaFree(date(2017, 1, 15), 30),
    "SG": VisaFree(date(2024, 2, 9), 30),
    "TH": VisaFree(date(2024, 3, 1), 30),
}
_OPEN = frozenset({TravelDocumentStatus.PREPARING, TravelDocumentStatus.SUBMITTED})
_ORDER = tuple(VisaState)


def visas_for(papers: Sequence[TravelDocument], stay: CountryStay) -> list[TravelDocument]:
    """Return the visas that were meant for this stay."""
    areas = {stay.area, *stay.countries}
    return [
        paper
        for paper in papers
        if paper.kind is TravelDocumentKind.VISA and paper.area.upper() in areas
    ]


def visa_state(papers: Sequence[TravelDocument], stay: CountryStay, home: str) -> VisaState:
    """Return the best that a traveller's visas say about a stay."""
    states = [_state(visa, stay) for visa in visas_for(papers, stay)]
    if not states:
        return VisaState.FREE if is_visa_free(stay, home) else VisaState.NONE
    return min(states, key=_ORDER.index)


def _state(visa: TravelDocument, stay: CountryStay) -> VisaState:
    if visa.status is TravelDocumentStatus.NOT_NEEDED:
        return VisaState.NOT_NEEDED
    if visa.status is TravelDocumentStatus.REFUSED:
        return VisaState.REFUSED
    if visa.status is TravelDocumentStatus.GRANTED:
        return _covers(visa, stay)
    return VisaState.PENDING if visa.status in _OPEN else VisaState.NONE


def _covers(paper: TravelDocument, stay: CountryStay) -> VisaState:
    if paper.issued_on and paper.issued_on > stay.enters_on:
        return VisaState.TOO_SHORT
    if paper.expires_on is None:
        return VisaState.UNDATED
    return VisaState.GRANTED if paper.expires_on >= stay.leaves_on else VisaState.TOO_SHORT


def is_visa_free(stay: CountryStay, home: str) -> bool:
    """Tell whether the list lets ordinary Chinese passports stay that long without a visa."""
    rule = VISA_FREE.get(stay.area)
    if home != HOME_OF_THE_LIST or rule is None:
        return False
    return stay.enters_on >= rule.since and stay.days <= rule.days


def is_insured(papers: Sequence[TravelDocument], stay: CountryStay) -> bool | None:
    """Tell whether an insurance covers the whole stay; None when none is noted."""
    areas = {"", stay.area, *stay.countries}
    found = [
        paper
        for paper in papers
        if paper.kind is TravelDocumentKind.INSURANCE
        and paper.area.upper() in areas
        and paper.status is TravelDocumentStatus.GRANTED
    ]
    if not found:
        return None
    return any(_covers(paper, stay) is not VisaState.TOO_SHORT for paper in found)
