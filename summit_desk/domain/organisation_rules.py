"""How organisations, bodies and memberships are cleaned, and when they are valid."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from summit_desk.domain.errors import Problem
from summit_desk.domain.numbers import clean_code
from summit_desk.domain.organisation_names import organisation_key
from summit_desk.domain.records import Body, Membership, Organisation
from summit_desk.domain.text_cleaning import clean_line, clean_text
from summit_desk.support.i18n import N_

LONGEST = 200

NO_NAME = N_("A name is needed.")
TOO_LONG = N_("A name can have at most {count} characters.")
ALIAS_TAKEN = N_("“{alias}” is a name of {name} already.")
KNOWN = N_("“{name}” is already in the file; add this spelling to its other names instead.")
OWN_PARENT = N_("It can't lie under itself or under something that lies under it.")
TWO_CHAIRS = N_("Either a person or an organisation has the chair, not both.")
NO_MEMBER = N_("Choose the organisation or the person who is the member.")
MEMBER_ALREADY = N_("It is already a member of this body.")


def clean_organisation(given: Organisation) -> Organisation:
    """Return the organisation with every text as it is stored; no alias twice."""
    names = {
        clean_line(given.full_name),
        clean_line(given.short_name),
        clean_line(given.name_other),
    }
    aliases = dict.fromkeys(clean_line(alias) for alias in given.aliases)
    return replace(
        given,
        full_name=clean_line(given.full_name),
        short_name=clean_line(given.short_name),
        name_other=clean_line(given.name_other),
        aliases=tuple(alias for alias in aliases if alias and alias not in names),
        credit_code=clean_code(given.credit_code),
        address=clean_line(given.address),
        website=clean_line(given.website),
        notes=clean_text(given.notes),
    )


def clean_body(given: Body) -> Body:
    """Return the body with every text as it is stored."""
    return replace(
        given,
        name=clean_line(given.name),
        short_name=clean_line(given.short_name),
        name_other=clean_line(given.name_other),
        notes=clean_text(given.notes),
    )


def organisation_problems(given: Organisation, others: Iterable[Organisation]) -> list[Problem]:
    """Return everything wrong with an organisation among the others of the file."""
    known = list(others)
    parents = {one.id: one.parent_id for one in known}
    problems = [*_name_problems("full_name", given.full_name)]
    if double := _spelled_alike(given, known):
        problems.append(Problem("full_name", KNOWN, {"name": double.full_name}))
    problems += _taken_aliases(given, known)
    if _is_circle(given.id, given.parent_id, parents):
        problems.append(Problem("parent_id", OWN_PARENT))
    return problems


def body_problems(given: Body, others: Iterable[Body]) -> list[Problem]:
    """Return everything wrong with a body among the others of the file."""
    parents = {one.id: one.parent_id for one in others}
    problems = [*_name_problems("name", given.name)]
    if given.chair_person_id and given.chair_organisation_id:
        problems.append(Problem("chair_organisation_id", TWO_CHAIRS))
    if _is_circle(given.id, given.parent_id, parents):
        problems.append(Problem("parent_id", OWN_PARENT))
    return problems


def membership_problems(given: Membership, others: Iterable[Membership]) -> list[Problem]:
    """Return everything wrong with a membership among the others of the body."""
    if bool(given.organisation_id) == bool(given.person_id):
        return [Problem("organisation_id", NO_MEMBER)]
    member = (given.organisation_id, given.person_id)
    if any((one.organisation_id, one.person_id) == member for one in others if one.id != given.id):
        field = "organisation_id" if given.organisation_id else "person_id"
        return [Problem(field, MEMBER_ALREADY)]
    return []


def _name_problems(field: str, name: str) -> list[Problem]:
    if not name:
        return [Problem(field, NO_NAME)]
    if len(name) > LONGEST:
        return [Problem(field, TOO_LONG, {"count": LONGEST})]
    return []


def _spelled_alike(given: Organisation, others: Sequence[Organisation]) -> Organisation | None:
    """Return another organisation of that name, unless the name is what it was."""
    key = organisation_key(given.full_name)
    if any(one.id == given.id and organisation_key(one.full_name) == key for one in others):
        return None
    for other in others:
        spellings = (other.full_name, *other.aliases)
        if other.id != given.id and key and key in map(organisation_key, spellings):
            return other
    return None


def _taken_aliases(given: Organisation, others: Iterable[Organisation]) -> Iterator[Problem]:
    """Find other names that would mean two organisations; those of before are left alone."""
    owners = {
        organisation_key(spelling): other
        for other in others
        if other.id != given.id
        for spelling in (other.full_name, *other.aliases)
    }
    before = {alias for other in others if other.id == given.id for alias in other.aliases}
    for alias in given.aliases:
        if alias not in before and (owner := owners.get(organisation_key(alias))):
            yield Problem("aliases", ALIAS_TAKEN, {"alias": alias, "name": owner.full_name})
            return


def _is_circle(key: UUID, parent: UUID | None, parents: Mapping[UUID, UUID | None]) -> bool:
    seen: set[UUID] = set()
    while parent is not None and parent not in seen:
        if parent == key:
            return True
        seen.add(parent)
        parent = parents.get(parent)
    return False
