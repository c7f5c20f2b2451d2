"""The plan of importing a delegation's list: a verdict for every traveller."""

from collections.abc import Mapping
from dataclasses import dataclass

from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.list_people import Answer, Found, Who
from summit_desk.domain.list_plans import ListPlan, PlannedLine
from summit_desk.domain.records import TravelDocument, Traveller, Trip
from summit_desk.domain.remarks import Changed, Remark
from summit_desk.domain.traveller_lists.reading import TravellerDraft
from summit_desk.domain.traveller_lists.words import Fact

Answers = Mapping[int, Answer]  # by row


@dataclass(frozen=True)
class PlannedTraveller(PlannedLine):
    """A row of the list, whom it means, and what it changes."""

    draft: TravellerDraft
    found: Found
    verdict: RowVerdict
    seat: Traveller | None = None
    passport: TravelDocument | None = None  # the one on record for this trip
    changes: tuple[Changed, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def at(self) -> int:
        return self.draft.row


@dataclass(frozen=True)
class TravellerPlan(ListPlan):
    """What the import of a delegation's list would change in a trip."""

    trip: Trip
    is_new: bool  # the trip is made with it
    file: str
    stamp: int
    lines: tuple[PlannedTraveller, ...]
    columns: tuple[tuple[str, Fact], ...] = ()  # titles, and what is read from them
    sheet: str = ""
    sheets: tuple[str, ...] = ()  # all that the file has

    @property
    def unsure(self) -> tuple[PlannedTraveller, ...]:
        """Travellers of whom it can't be told whom they mean."""
        return tuple(line for line in self.lines if line.verdict is RowVerdict.CONFLICT)

    @property
    def new_people(self) -> tuple[str, ...]:
        """The names of those who are not on file yet."""
        new = [line for line in self.lines if line.found.who is Who.NEW and line.applies]
        return tuple(line.draft.named.name for line in new)

    def to_json(self) -> dict[str, object]:
        """Return the counts for programs."""
        return {
            "trip": self.trip.name,
            "trip_is_new": self.is_new,
            "rows": len(self.lines),
            **self.figures(),
            "remarks": self.told_remarks(),
        }
