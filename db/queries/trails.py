"""The passages of many people at a point, as the rules put them in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session

from db.convert import table_of
from db.journal import chunks
from db.queries.scan_log import standing
from summit_desk.domain.check_in.outcome import Passage
from summit_desk.domain.check_in.paper import is_from_paper
from summit_desk.domain.check_in.rules import in_order
from summit_desk.domain.check_in.stays import Trail
from summit_desk.domain.records import Scan
from summit_desk.domain.verdicts import PASSAGES, Verdict

_scan = table_of(Scan).c
_PASSAGE_WORDS = sorted(PASSAGES)
_SHOWN = (
    sa.type_coerce(_scan.attendee_id, sa.String),  # a key for each scan takes its time
    *(_scan.id, _scan.verdict, _scan.at, _scan.station, _scan.operator),
    *(_scan.sequence, _scan.reason, _scan.forced),
)


@dataclass
class _Growing:
    """A trail whose scans come in any order."""

    passages: list[Passage] = field(default_factory=list)
    reasons: dict[UUID, str] = field(default_factory=dict)
    forced: set[UUID] = field(default_factory=set)

    def trail(self) -> Trail:
        return Trail(in_order(self.passages), self.reasons, frozenset(self.forced))


def trails(session: Session, point_id: UUID, keys: Sequence[UUID]) -> dict[UUID, Trail]:
    """Return the standing passages of each of these people, oldest first."""
    found: dict[UUID, Trail] = {}
    for chunk in chunks(keys):
        growing = {key.hex: _Growing() for key in chunk}
        rows = sa.select(*_SHOWN).where(
            *standing(point_id), _scan.verdict.in_(_PASSAGE_WORDS), _scan.attendee_id.in_(chunk)
        )
        for key, scan, verdict, at, station, operator, sequence, reason, forced in session.execute(
            rows
        ).all():
            one = growing[key]
            word, on_paper = Verdict(verdict), is_from_paper(reason)
            one.passages.append(Passage(scan, word, at, station, operator, sequence, on_paper))
            if reason:
                one.reasons[scan] = reason
            if forced:
                one.forced.add(scan)
        found |= {key: growing[key.hex].trail() for key in chunk}
    return found
