"""Questions to the search index: who and what answers to a text, best first."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session

from db.convert import table_of
from db.prepared import Gathered, Prepared
from db.search import KINDS, owners, terms
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Attendee, Position
from summit_desk.domain.search_query import Clause, Query, Rank

Keys = sa.Select[Any]  # of one column of keys

_attendees, _positions = table_of(Attendee), table_of(Position)
_GATHERED = {"attendee": _attendees.c.id, "attendee_group": _attendees.c.group_id}
_GATHERINGS = ("organisation", *_GATHERED)
_PART = 500  # keys between two looks whether anybody still waits for them
_ZEROS = 7  # a registration number may be written with up to so many before it: "0018", "000018"


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
    present: frozenset[str] | None = None
    for tier in _tiers(event_id, query):
        if tier.name in _GATHERINGS:
            if present is None:
                present = _present(session.connection(), query)
            if tier.name not in present:
                continue
        for part in tier.parts(session.connection(), conditions, limit):
            progress.step(0, 1)
            found.update(dict.fromkeys(part))
        if limit is not None and len(found) >= limit:
            break
    return list(found)[:limit]


def answers_to(event_id: UUID, query: Query) -> sa.ColumnElement[bool]:
    """Return the condition that an attendee answers to `query`, in whatever rank."""
    return _attendees.c.id.in_(
        sa.union(*(tier.select().order_by(None) for tier in _tiers(event_id, query)))
    )


_SAME, _BEGINS = "same number", "number begins"
_WAYS = tuple(f"with_{zeros}" for zeros in range(_ZEROS + 1))


class _Way(ABC):
    """One way to answer."""

    name: str  # what is looked at: the people, what they belong to, their number; "" is all

    @abstractmethod
    def select(self) -> Keys:
        """Return the statement with its values."""

    def parts(
        self,
        connection: sa.Connection,
        conditions: Sequence[sa.ColumnElement[bool]],
        limit: int | None,
    ) -> Iterator[list[str]]:
        """Yield the keys found, at most `limit`, some at a time."""
        asked = connection.execute(self.select().where(*conditions).limit(limit))
        return (list(part) for part in asked.scalars().partitions(_PART))


@dataclass(frozen=True)
class _Tier(_Way):
    """The name of a statement that is kept ready, and the values it asks for."""

    name: str
    values: Mapping[str, object]

    def select(self) -> Keys:
        return _statement(self.name, lambda key: sa.literal(self.values[key], _type_of(key)))

    def parts(
        self,
        connection: sa.Connection,
        conditions: Sequence[sa.ColumnElement[bool]],
        limit: int | None,
    ) -> Iterator[list[str]]:
        if conditions or limit is None:
            return super().parts(connection, conditions, limit)
        cursor: Any = connection.connection.cursor()
        rows = _kept(self.name, connection.dialect).rows(cursor, most=limit, **self.values)
        return iter([[row[0] for row in rows]])


@dataclass(frozen=True)
class _Mixed(_Way):
    """Several words, each of which may be met by something else."""

    event_id: UUID
    query: Query
    name = ""

    def select(self) -> Keys:
        return _mixed(self.event_id, self.query)


@lru_cache(maxsize=16)
def _kept(name: str, dialect: sa.Dialect) -> Gathered:
    """Return the statement compiled once: SQLAlchemy would need longer than the search."""
    found = _statement(name, lambda key: sa.bindparam(key, type_=_type_of(key)))
    return Gathered(found.limit(sa.bindparam("most", type_=sa.Integer)), dialect)


def _statement(name: str, ask: Callable[[str], sa.ColumnElement[Any]]) -> Keys:
    """Return the statement of a name; `ask(key)` stands for each of its values."""
    event, number = ask("event"), _attendees.c.number
    if name == _SAME:
        return _numbered(event, number.in_([ask(way) for way in _WAYS]))
    if name == _BEGINS:
        return _numbered(event, sa.and_(number >= ask("first"), number < ask("after")))
    return _found_by(name, ask("terms"), event)


def _type_of(key: str) -> sa.types.TypeEngine[Any]:
    return sa.Uuid() if key == "event" else sa.String()


def _tiers(event_id: UUID, query: Query) -> Iterator[_Way]:
    """Yield the ways to find attendees: by number and name, by organisation, by tag and group."""
    number, event = query.number, {"event": event_id}
    if number:
        yield _Tier(_SAME, {**event, **_same(number)})
    yield _tier("person", event_id, query.clause(Rank.EXACT))
    for begin in _beginnings(number):
        yield _Tier(_BEGINS, {**event, "first": begin, "after": begin + ":"})  # the sign after 9
    yield _tier("person", event_id, query.clause(Rank.PREFIX))
    if inside := query.clause(Rank.INSIDE):
        yield _tier("person", event_id, inside)
        for kind in _GATHERINGS:
            for rank in Rank:
                yield _tier(kind, event_id, query.clause(rank))
    if len(query.parts) > 1:
        yield _Mixed(event_id, query)


def _tier(kind: str, event_id: UUID, clause: Clause) -> _Tier:
    return _Tier(kind, {"event": event_id, "terms": _match_text(kind, clause)})


def _present(connection: sa.Connection, query: Query) -> frozenset[str]:
    """Return to which kinds of what people belong to the text answers at all, mostly none.

    In any rank: what is met exactly need not hold the text inside ("lüdi" is also read "lvdi").
    The terms tell by their first letter, so this costs less than one of the ways it spares.
    """
    clauses = [query.clause(rank) for rank in Rank]
    asked = {
        kind: " OR ".join(f"({_match_text(kind, clause)})" for clause in clauses)
        for kind in _GATHERINGS
    }
    cursor: Any = connection.connection.cursor()
    (answers,) = _kept_presence(connection.dialect).rows(cursor, **asked)
    return frozenset(kind for kind, is_there in zip(_GATHERINGS, answers, strict=True) if is_there)


@lru_cache(maxsize=2)
def _kept_presence(dialect: sa.Dialect) -> Prepared:
    texts = [sa.bindparam(kind, type_=sa.String) for kind in _GATHERINGS]
    asked: list[Any] = [sa.select(terms.c.rowid).where(_match(text)).exists() for text in texts]
    return Prepared(sa.select(*asked), dialect)


def _same(number: str) -> Mapping[str, str]:
    """Return the ways to write a registration number, whose zeros nobody types."""
    plain = number.lstrip("0") or "0"
    return {way: "0" * zeros + plain for zeros, way in enumerate(_WAYS)}


def _beginnings(number: str) -> Iterator[str]:
    """Yield how a number may begin that begins so, the smallest first."""
    zeros = 0 if number.startswith("0") else _ZEROS
    if number:
        yield from ("0" * count + number for count in range(zeros, -1, -1))


def _numbered(event: sa.ColumnElement[UUID], condition: sa.ColumnElement[bool]) -> Keys:
    return (
        sa.select(_hex(_attendees.c.id))
        .where(_attendees.c.event_id == event, condition)
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
