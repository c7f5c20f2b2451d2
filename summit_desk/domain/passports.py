"""Passports: how long one must be valid, and what is odd about its number or dates."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from summit_desk.domain.geography import SCHENGEN
from summit_desk.domain.records.trips import (
    TravelDocument,
    TravelDocumentKind,
    TravelDocumentStatus,
)
from summit_desk.domain.trip_timeline import CountryStay

MONTHS_AFTER_RETURN = 6
SCHENGEN_MONTHS_AFTER = 3
LONGEST_YEARS = 10
_CHINESE_NUMBER = re.compile(r"[EGDSP][A-Z]?[0-9]{7,8}")
_CHINESE_LENGTH = 9


class PassportState(StrEnum):
    """What is worst about a passport for a trip."""

    GOOD = "good"
    ENDS_SOON = "ends_soon"  # valid at return, but not six months longer
    UNDATED = "undated"
    PENDING = "pending"
    TOO_OLD_FOR_SCHENGEN = "too_old_for_schengen"
    TOO_SHORT_FOR_SCHENGEN = "too_short_for_schengen"
    EXPIRES = "expires"  # before the return
    MISSING = "missing"


@dataclass(frozen=True)
class PassportVerdict:
    state: PassportState
    passport: TravelDocument | None = None
    needed_until: date | None = None


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def passport_of(papers: Sequence[TravelDocument]) -> TravelDocument | None:
    """Return the passport to travel on: of several the one that is valid longest."""
    found = [paper for paper in papers if paper.kind is TravelDocumentKind.PASSPORT]
    return max(found, key=lambda paper: paper.expires_on or date.min, default=None)


def judge(
    papers: Sequence[TravelDocument], returns_on: date, stays: Sequence[CountryStay]
) -> PassportVerdict:
    """Return what is worst about a traveller's passport."""
    passport = passport_of(papers)
    if passport is None:
        return PassportVerdict(PassportState.MISSING)
    if passport.status is TravelDocumentStatus.MISSING and not passport.number:
        return PassportVerdict(PassportState.MISSING, passport)
    if passport.expires_on is None:
        pending = passport.status in {
            TravelDocumentStatus.PREPARING,
            TravelDocumentStatus.SUBMITTED,
        }
        state = PassportState.PENDING if pending else PassportState.UNDATED
        return PassportVerdict(state, passport)
    return _dated(passport, passport.expires_on, returns_on, stays)


def _dated(
    passport: TravelDocument, expires: date, returns_on: date, stays: Sequence[CountryStay]
) -> PassportVerdict:
    if expires < returns_on:
        return PassportVerdict(PassportState.EXPIRES, passport, returns_on)
    inside = [stay for stay in stays if stay.area == SCHENGEN]
    if inside:
        until = months_after(inside[-1].leaves_on, SCHENGEN_MONTHS_AFTER)
        if expires < until:
            return PassportVerdict(PassportState.TOO_SHORT_FOR_SCHENGEN, passport, until)
        if _older_than_ten_years(passport, inside[0].enters_on):
            return PassportVerdict(PassportState.TOO_OLD_FOR_SCHENGEN, passport)
    until = months_after(returns_on, MONTHS_AFTER_RETURN)
    state = PassportState.ENDS_SOON if expires < until else PassportState.GOOD
    return PassportVerdict(state, passport, until)


def _older_than_ten_years(passport: TravelDocument, on: date) -> bool:
    issued = passport.issued_on
    return issued is not None and months_after(issued, 12 * LONGEST_YEARS) < on


def has_odd_number(passport: TravelDocument) -> bool:
    """Tell whether the number can't be that of a Chinese passport (a hint, never a rule)."""
    number = passport.number.strip().upper()
    if not number:
        return False
    return len(number) != _CHINESE_LENGTH or not _CHINESE_NUMBER.fullmatch(number)


def has_odd_term(passport: TravelDocument) -> bool:
    """Tell whether the passport is valid longer than passports are, or ends before it begins."""
    if passport.issued_on is None or passport.expires_on is None:
        return False
    if passport.expires_on <= passport.issued_on:
        return True
    return passport.expires_on > months_after(passport.issued_on, 12 * LONGEST_YEARS)
