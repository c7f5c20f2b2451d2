"""Questions to the search index: who and what answers to a text, best first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session

from db.convert import table_of
from db.prepared import Prepared
from db.search import KINDS, owners, terms
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Attendee, Position
from summit_desk.domain.search_query import Clause, Query, Rank

Keys = sa.Select[Any]  # of one column of keys

_attendees, _positions = table_of(Attendee), table_of(Position)
_GATHERED = {"attendee": _attendees.c.id, "attendee_group": _attendees.c.group_id}
_PART = 500  # keys between two looks whether anybody still waits for them
_PAD = 4  # registration numbers are written "0018"


def matches(
    session: Session, query: Query, kinds: Sequence[str], limit: int
) -> list[tuple[str, UUID]]:
    """Return (kind, key) of what answers to `query`, exact before prefix before inside."""
    found: dict[UUID, str] = {}
    for rank in Rank:
        for kind in kinds:
            if len(found) < limit and query.clause(rank):
                select = _owners(kind, query.clause(rank)).add_columns(owners.c.kind).limit(limit)
                for key, table in session.connection().execute(select):
                    found.setdefault(key, table)
    return [(kind, key) for key, kind in found.items()][:limit]


def attendees_ranked(
    session: Session,
    event_id: UUID,
    query: Query,
    conditions: Sequence[sa.ColumnElement[bool]],
    limit: int | None,
    progress: Progress = SILENT,
) -> list[str]:
    """Return the keys (as hexadecimal text) of the attendees who answer to `query`, best first.

    Raises Cancelled between two parts of the keys when `progress` says so.
    """
    found: dict[str, None] = {}
    for tier in _tiers(event_id, query):
        for part in tier.parts(session.connection(), conditions, limit):
            progress.step(0, 1)
            found.update((row[0], None) for row in part)
        if limit is not None and len(found) >= limit:
            break
    return list(found)[:limit]


def answers_to(event_id: UUID, query: Query) -> sa.ColumnElement[bool]:
    """Return the condition that an attendee answers to `query`, in whatever rank."""
    return _attendees.c.id.in_(
        sa.union(*(tier.select().order_by(None) for tier in _tiers(event_id, query)))
    )


@dataclass(frozen=True)
class _Tier:
    """One way to answer. With `kind` it asks the index for `text`, by a statement kept ready."""

    event_id: UUID
    select: Callable[[], Keys]
    kind: str = ""
    text: str = ""

    def parts(
        self,
        connection: sa.Connection,
        conditions: Sequence[sa.ColumnElement[bool]],
        limit: int | None,
    ) -> Iterator[Sequence[Sequence[Any]]]:
        """Yield the rows of keys found, at most `limit`, some at a time."""
        if conditions or not self.kind:
            asked = connection.execute(self.select().where(*conditions).limit(limit))
            return asked.partitions(_PART)
        cursor: Any = connection.connection.cursor()
        kept = _kept(self.kind, connection.dialect)
        values = {
            "terms": self.text,
            "event": self.event_id,
            "most": -1 if limit is None else limit,
        }
        return kept.parts(cursor, _PART, **values)


@lru_cache(maxsize=8)
def _kept(kind: str, dialect: sa.Dialect) -> Prepared:
    """Return the statement compiled once: SQLAlchemy would need longer than the search."""
    terms_given = sa.bindparam("terms", type_=sa.String)
    event = sa.bindparam("event", type_=sa.Uuid)
    most = sa.bindparam("most", type_=sa.Integer)
    return Prepared(_found_by(kind, terms_given, event).limit(most), dialect)


def _tiers(event_id: UUID, query: Query) -> Iterator[_Tier]:
    """Yield the ways to find attendees: by number and name, by organisation, by tag and group."""
    if query.number:
        same = (_attendees.c.number.in_(_numbers(query.number)),)
        yield _Tier(event_id, partial(_numbered, event_id, same))
    yield _tier("person", event_id, query.clause(Rank.EXACT))
    if query.number:
        after = query.number + ":"  # the sign after 9
        begins = (_attendees.c.number >= query.number, _attendees.c.number < after)
        yield _Tier(event_id, partial(_numbered, event_id, begins))
    yield _tier("person", event_id, query.clause(Rank.PREFIX))
    if inside := query.clause(Rank.INSIDE):
        yield _tier("person", event_id, inside)
        for kind in ("organisation", *_GATHERED):
            for rank in Rank:
                yield _tier(kind, event_id, query.clause(rank))
    if len(query.parts) > 1:
        yield _Tier(event_id, partial(_mixed, event_id, query))


def _tier(kind: str, event_id: UUID, clause: Clause) -> _Tier:
    text = _match_text(kind, clause)
    select = partial(_found_by, kind, sa.literal(text, sa.String), sa.literal(event_id, sa.Uuid))
    return _Tier(event_id, select, kind, text)


def _numbers(number: str) -> Iterable[str]:
    plain = number.lstrip("0")
    return {number, plain.zfill(_PAD), plain or "0"}


def _numbered(event_id: UUID, conditions: Sequence[sa.ColumnElement[bool]]) -> Keys:
    return (
        sa.select(_hex(_attendees.c.id))
        .where(_attendees.c.event_id == event_id, *conditions)
        .order_by(sa.func.length(_attendees.c.number), _attendees.c.number)
    )


def _found_by(kind: str, text: sa.ColumnElement[str], event: sa.ColumnElement[UUID]) -> Keys:
    """Select attendees by their own terms, or by those of what they belong to."""
    found: sa.Join = terms.join(owners, owners.c.id == terms.c.rowid)
    if kind == "organisation":
        found = found.join(_positions, _positions.c.organisation_id == owners.c.owner)
        found = found.join(_attendees, _attendees.c.person_id == _positions.c.person_id)
    else:
        mine = _GATHERED.get(kind, _attendees.c.person_id)
        found = found.join(_attendees, mine == owners.c.owner)
    return sa.select(_hex(_attendees.c.id)).select_from(found).where(_here(event), _match(text))


def _mixed(event_id: UUID, query: Query) -> Keys:
    """Each word may be met by the person, an organisation, a tag or a group: "王 宝武"."""
    by_word = [_met(word) for word in query.split()]
    here = _here(sa.literal(event_id, sa.Uuid))
    return sa.select(_hex(_attendees.c.id)).where(here, *by_word)


def _met(word: Query) -> sa.ColumnElement[bool]:
    clause = word.clause(Rank.INSIDE) or word.clause(Rank.PREFIX)
    units = _owners("organisation", clause)
    members = sa.select(_positions.c.person_id).where(_positions.c.organisation_id.in_(units))
    people = sa.union_all(_owners("person", clause), members)
    ways = [_who(_attendees.c.person_id.in_(people))]
    ways += [_who(column.in_(_owners(kind, clause))) for kind, column in _GATHERED.items()]
    return _attendees.c.id.in_(sa.union_all(*ways))


def _who(condition: sa.ColumnElement[bool]) -> Keys:
    return sa.select(_attendees.c.id).where(condition)


def _owners(kind: str, clause: Clause) -> Keys:
    return (
        sa.select(owners.c.owner)
        .select_from(terms.join(owners, owners.c.id == terms.c.rowid))
        .where(_match(sa.literal(_match_text(kind, clause), sa.String)))
    )


def _here(event: sa.ColumnElement[UUID]) -> sa.ColumnElement[bool]:
    """Narrow to the event without its index: the unary plus keeps SQLite on the terms found."""
    return sa.literal_column("+attendee.event_id") == event


def _hex(column: sa.ColumnElement[Any]) -> sa.ColumnElement[str]:
    return sa.type_coerce(column, sa.String)


def _match(text: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    return sa.literal_column("search_terms").op("MATCH")(text)


def _match_text(kind: str, clause: Clause) -> str:
    """Write a clause for MATCH; terms hold letters and digits only, but quotes are cheap."""
    letter = KINDS[kind].letter
    return " AND ".join(
        "("
        + " OR ".join(f'"{letter}{term.text}"{"*" if term.prefix else ""}' for term in either)
        + ")"
        for either in clause
    )
