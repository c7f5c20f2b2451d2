"""How a check on a trip says what it found: severities, links and sentences in one shape."""

from uuid import UUID

from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.records.trips import Leg
from summit_desk.domain.trip_snapshot import TravellerFacts, TripSnapshot
from summit_desk.domain.trip_timeline import leg_name


def about_trip(
    trip: TripSnapshot, severity: Severity, kind: str, sentence: str, fix: str, /, **details: object
) -> Finding:
    """Return a finding that points at the whole trip."""
    return _finding(trip.trip.id, severity, kind, trip.trip.name, sentence, fix, details)


def about_leg(
    leg: Leg, severity: Severity, kind: str, sentence: str, fix: str, /, **details: object
) -> Finding:
    """Return a finding that points at a leg; its name fills the blank `leg`."""
    name = leg_name(leg)
    blanks = {"leg": name, **details}
    return _finding(leg.id, severity, kind, str(name), sentence, fix, blanks)


def about_traveller(
    who: TravellerFacts,
    severity: Severity,
    kind: str,
    sentence: str,
    fix: str,
    /,
    **details: object,
) -> Finding:
    """Return a finding that points at a traveller; the name fills the blank `name`."""
    blanks = {"name": who.spoken_name, **details}
    return _finding(who.id, severity, kind, who.name, sentence, fix, blanks)


def _finding(  # noqa: PLR0913, PLR0917 -- the fields of one record, in its order
    subject: UUID,
    severity: Severity,
    kind: str,
    name: str,
    sentence: str,
    fix: str,
    details: dict[str, object],
) -> Finding:
    place = Place(ScreenName.TRIPS, subject)
    return Finding(severity, kind, name, sentence, details, place, fix)
