"""How organisations and bodies are listed: found, counted, in the order of their tree."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from db.queries import organisations as asked
from db.unit import View
from summit_desk.domain.organisation_lists import (
    MemberRow,
    OrganisationRow,
)
from summit_desk.domain.organisation_words import LEVEL_ORDER
from summit_desk.domain.records import (
    Body,
    Organisation,
)
from summit_desk.domain.search_query import read_query
from summit_desk.domain.spelling import pinyin

MOST_FOUND = 5_000


def organisation_rows(
    view: View, event_id: UUID | None, found: Sequence[Organisation]
) -> Iterator[OrganisationRow]:
    people = asked.people_by_organisation(view)
    attendees = asked.attendees_by_organisation(view, event_id) if event_id else {}
    bodies = asked.body_names_by_organisation(view)
    names = {one.id: one.short_name or one.full_name for one in view.all(Organisation)}
    for one in found:
        yield OrganisationRow(
            one.id,
            one.full_name,
            one.short_name,
            one.name_other,
            one.aliases,
            one.kind,
            names.get(one.parent_id, "") if one.parent_id else "",
            people.get(one.id, 0),
            attendees.get(one.id, 0),
            tuple(bodies.get(one.id, ())),
        )


def answering(view: View, text: str) -> list[Organisation]:
    from db.queries.search import matches

    query = read_query(text)
    if not query:
        return sorted(view.all(Organisation), key=_by_sound)
    keys = [key for _kind, key in matches(view.session, query, ("organisation",), MOST_FOUND)]
    found = {one.id: one for one in view.all(Organisation, id=keys)}
    return [found[key] for key in keys if key in found]


def _by_sound(one: Organisation) -> tuple[str, str]:
    return pinyin(one.full_name) or one.full_name.casefold(), one.full_name


def as_tree(bodies: Sequence[Body]) -> Iterator[tuple[Body, int]]:
    known = {one.id for one in bodies}

    def under(parent: UUID | None, depth: int) -> Iterator[tuple[Body, int]]:
        for one in bodies:
            if (one.parent_id if one.parent_id in known else None) == parent:
                yield one, depth
                yield from under(one.id, depth + 1)

    return under(None, 0)


def by_level(row: MemberRow) -> tuple[int, bool, UUID]:
    return LEVEL_ORDER.index(row.level), not row.founding, row.id
