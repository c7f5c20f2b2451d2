"""The forms of organisations, bodies and memberships, as tables of fields."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from summit_desk.domain.organisation_words import (
    BODY_KINDS,
    LEVELS,
    ORGANISATION_KINDS,
    body_kind_word,
    level_word,
    organisation_kind_word,
)
from summit_desk.domain.records import (
    Body,
    BodyKind,
    MemberLevel,
    Membership,
    Organisation,
    OrganisationKind,
)
from summit_desk.support.i18n import _
from ui.kit.form import Check, Choice, Date, Field, Group, Line, Lines, Lookup, Tags

Option = tuple[object, str]
Find = Callable[[str, Callable[[Sequence[Option]], object]], object]
Values = dict[str, object]


def organisation_fields(find: Find) -> Sequence[Field | Group]:
    """Return the form of an organisation; `find` offers others by name."""
    return (
        Field("full_name", lambda: _("Full name"), Line(longest=200), required=True),
        Field("short_name", lambda: _("Short name"), Line(longest=200)),
        Field("name_other", lambda: _("English name of the unit"), Line(longest=200)),
        Field(
            "aliases",
            lambda: _("Also known as"),
            Tags(),
            help=lambda: _("Other spellings: search and import find the organisation by each."),
        ),
        Field("kind", lambda: _("Kind"), Choice(_organisation_kinds), required=True),
        Field("parent_id", lambda: _("Belongs to"), Lookup(find, _("Type a name"))),
        Field("credit_code", lambda: _("Unified social credit code"), Line(longest=18)),
        Field("address", lambda: _("Address"), Line()),
        Field("website", lambda: _("Website"), Line()),
        Field("notes", lambda: _("Notes"), Lines()),
    )


def body_fields(
    bodies: Sequence[Option], find_person: Find, find_unit: Find
) -> Sequence[Field | Group]:
    """Return the form of a body; its chair is a person or an organisation."""
    return (
        Field("name", lambda: _("Name of the body"), Line(longest=200), required=True),
        Field("short_name", lambda: _("Short name"), Line(longest=200)),
        Field("name_other", lambda: _("English name of the unit"), Line(longest=200)),
        Field("kind", lambda: _("Kind"), Choice(_body_kinds), required=True),
        Field("parent_id", lambda: _("Part of"), Choice(lambda: ((None, "—"), *bodies))),
        Field(
            "organisation_id",
            lambda: _("Belongs to the association"),
            Lookup(find_unit, _("Type a name")),
        ),
        Group(
            lambda: _("Chair of the body"),
            (
                Field(
                    "chair_person_id", lambda: _("Person"), Lookup(find_person, _("Type a name"))
                ),
                Field(
                    "chair_organisation_id",
                    lambda: _("or organisation"),
                    Lookup(find_unit, _("Type a name")),
                ),
            ),
        ),
        Field("founded_on", lambda: _("Founded on"), Date(optional=True)),
        Field("notes", lambda: _("Notes"), Lines()),
    )


def membership_fields(find_person: Find, find_unit: Find) -> Sequence[Field | Group]:
    """Return the form of a membership; the member is an organisation or a person."""
    return (
        Field("organisation_id", lambda: _("Organisation"), Lookup(find_unit, _("Type a name"))),
        Field("person_id", lambda: _("or person"), Lookup(find_person, _("Type a name"))),
        Field("level", lambda: _("Level"), Choice(_levels), required=True),
        Field("title", lambda: _("Title in the body"), Line(_("e.g. secretary-general"))),
        Field("since", lambda: _("Member since"), Date(optional=True)),
        Field("founding", lambda: _("Founding member"), Check()),
    )


def organisation_values(one: Organisation | None, parent: Option | None) -> Values:
    """Return what the form of an organisation starts with."""
    if one is None:
        return {"kind": OrganisationKind.COMPANY}
    return {**vars(one), "parent_id": parent}


def read_organisation(one: Organisation | None, values: Values) -> Organisation:
    """Return the organisation that the form describes."""
    return Organisation(**_typed({**(vars(one) if one else {}), **values}))


def body_values(one: Body | None, names: dict[str, Option | None]) -> Values:
    """Return what the form of a body starts with; `names` are the options of its lookups."""
    if one is None:
        return {"kind": BodyKind.WORKING_GROUP}
    return {**vars(one), **names}


def read_body(one: Body | None, values: Values) -> Body:
    """Return the body that the form describes."""
    return Body(**_typed({**(vars(one) if one else {}), **values}))


def membership_values(one: Membership | None, name: str) -> Values:
    """Return what the form of a membership starts with."""
    if one is None:
        return {"level": MemberLevel.MEMBER}
    unit = (one.organisation_id, name) if one.organisation_id else None
    person = (one.person_id, name) if one.person_id else None
    return {**vars(one), "organisation_id": unit, "person_id": person}


def read_membership(one: Membership | None, body_id: UUID, values: Values) -> Membership:
    """Return the membership that the form describes."""
    held = vars(one) if one else {"body_id": body_id}
    return Membership(**_typed({**held, **values}))


def _organisation_kinds() -> Sequence[Option]:
    return [(kind, organisation_kind_word(kind)) for kind in ORGANISATION_KINDS]


def _body_kinds() -> Sequence[Option]:
    return [(kind, body_kind_word(kind)) for kind in BODY_KINDS]


def _levels() -> Sequence[Option]:
    return [(level, level_word(level)) for level in LEVELS]


def _typed(values: Values) -> dict[str, Any]:
    """Each editor gives the type of its field."""
    return values
