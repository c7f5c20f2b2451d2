"""What the history calls a change to a trip or to a part of it."""

from dataclasses import dataclass

from summit_desk.domain.records import Cost, Leg, TravelDocument, Trip, TripContact
from summit_desk.domain.trip_timeline import leg_name
from summit_desk.support.i18n import N_

PartOfTrip = Trip | Leg | TravelDocument | Cost | TripContact


@dataclass(frozen=True)
class Labels:
    """Three msgids; their blank is {name}."""

    added: str
    changed: str
    removed: str


LABELS: dict[type[PartOfTrip], Labels] = {
    Trip: Labels(N_("Add trip {name}"), N_("Edit trip {name}"), N_("Delete trip {name}")),
    Leg: Labels(N_("Add leg {name}"), N_("Edit leg {name}"), N_("Delete leg {name}")),
    TravelDocument: Labels(
        N_("Add travel document of {name}"),
        N_("Edit travel document of {name}"),
        N_("Delete travel document of {name}"),
    ),
    Cost: Labels(N_("Add cost {name}"), N_("Edit cost {name}"), N_("Delete cost {name}")),
    TripContact: Labels(
        N_("Add contact {name}"), N_("Edit contact {name}"), N_("Delete contact {name}")
    ),
}


def own_name(part: PartOfTrip) -> str:
    """Return what a part is called by itself; a document is called by its traveller instead."""
    match part:
        case Trip():
            return part.name
        case Leg():
            return leg_name(part).chinese
        case TripContact():
            return part.label
        case Cost():
            return part.payee or part.spent_on.isoformat()
    return part.number
