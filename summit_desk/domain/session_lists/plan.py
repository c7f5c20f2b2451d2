"""The plan of importing an agenda sheet: a verdict for every session, and what would be added."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.list_people import Answer, Who
from summit_desk.domain.list_plans import ListPlan, PlannedLine
from summit_desk.domain.records import Session
from summit_desk.domain.remarks import Changed, Remark
from summit_desk.domain.session_lists.drafts import SessionDraft
from summit_desk.domain.session_lists.people import ListedPerson, PersonKey
from summit_desk.domain.session_lists.words import Part

Answers = Mapping[PersonKey, Answer]


@dataclass(frozen=True)
class PlannedSession(PlannedLine):
    """A session of the sheet, the one on the agenda that it means, and what differs."""

    draft: SessionDraft
    verdict: RowVerdict
    session: Session | None = None
    changes: tuple[Changed, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def at(self) -> int:
        return self.draft.row


@dataclass(frozen=True)
class SessionPlan(ListPlan):
    """What the import of an agenda sheet would change."""

    event_id: UUID
    file: str
    stamp: int
    rows: int
    lines: tuple[PlannedSession, ...]
    people: tuple[ListedPerson, ...] = ()
    keys: Mapping[PersonKey, PersonKey] = field(default_factory=dict)  # of namings, as listed
    rooms: tuple[str, ...] = ()  # new ones
    forums: tuple[str, ...] = ()  # new ones
    columns: tuple[tuple[str, Part], ...] = ()  # titles, and what is read from them
    left_out: tuple[str, ...] = ()  # titles of columns that are not imported
    sheet: str = ""
    sheets: tuple[str, ...] = ()  # all that the file has

    @property
    def unsure(self) -> tuple[ListedPerson, ...]:
        """Names of which it can't be told whom they mean."""
        return tuple(one for one in self.people if one.found.who is Who.UNSURE)

    def to_json(self) -> dict[str, object]:
        """Return the counts for programs."""
        who = Counter(one.found.who for one in self.people)
        return {
            "sheet": self.sheet,
            "rows": self.rows,
            "sessions": len(self.lines),
            **self.figures(),
            "people": {kind.value: who[kind] for kind in Who},
            "rooms": list(self.rooms),
            "forums": list(self.forums),
            "left_out": list(self.left_out),
            "remarks": self.told_remarks(),
        }
