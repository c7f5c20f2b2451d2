"""The passages of many people at a point, as the rules put them in order."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
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
_SHOWN = (
    *(_scan.attendee_id, _scan.id, _scan.verdict, _scan.at, _scan.station, _scan.operator),
    *(_scan.sequence, _scan.reason, _scan.forced),
)


def trails(session: Session, point_id: UUID, keys: Sequence[UUID]) -> dict[UUID, Trail]:
    """Return the standing passages of each of these people, oldest first."""
    found: dict[UUID, list[Passage]] = {key: [] for key in keys}
    reasons: dict[UUID, dict[UUID, str]] = {}
    forced: dict[UUID, set[UUID]] = {}
    for chunk in chunks(keys):
        rows = select(*_SHOWN).where(
            *standing(point_id), _scan.verdict.in_(sorted(PASSAGES)), _scan.attendee_id.in_(chunk)
        )
        for (
            key,
            scan,
            verdict,
            at,
            station,
            operator,
            sequence,
            reason,
            insisted,
        ) in session.execute(rows):  # fmt: skip -- the columns in one line
            on_paper = is_from_paper(reason)
            word = Verdict(verdict)
            found[key].append(Passage(scan, word, at, station, operator, sequence, on_paper))
            if reason:
                reasons.setdefault(key, {})[scan] = reason
            if insisted:
                forced.setdefault(key, set()).add(scan)
    return {
        key: Trail(in_order(passages), reasons.get(key, {}), frozenset(forced.get(key, ())))
        for key, passages in found.items()
    }
