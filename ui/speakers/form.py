"""The form of a speaker as a table of fields, and what its values mean."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast
from uuid import UUID

from summit_desk.domain.agenda_words import MATERIALS, SPEAKER_STATUSES
from summit_desk.domain.records import MaterialKind, SpeakerStatus
from summit_desk.domain.registration import Unit
from summit_desk.domain.speaker_view import SpeakerDraft
from summit_desk.support.i18n import _
from ui.kit.choice_inputs import Find, Option
from ui.kit.form import (
    Choice,
    Choices,
    Date,
    Field,
    Group,
    Image,
    Line,
    Lines,
    Lookup,
    Number,
    Values,
)

if TYPE_CHECKING:
    from typing import Any

PERSON = (
    "name",
    "other_name",
    "honorific",
    "mobile",
    "email",
    "biography",
    "biography_other",
    "rank",
)
SPEAKER = (
    "status",
    "topic",
    "topic_other",
    "invited_on",
    "answered_on",
    "arrival",
    "departure",
    "hotel",
    "contact",
    "notes",
)
UNIT = ("department", "title", "title_other")
LOWEST_RANK = 9999


def who_fields(find: Find) -> Sequence[Field]:
    """Return the one field that asks who will speak."""
    return (
        Field(
            "who",
            lambda: _("Name"),
            Lookup(find, free=True),
            required=True,
            help=lambda: _("Choose a known person, or type the name of somebody new."),
        ),
    )


def speaker_fields(find_organisation: Find) -> Sequence[Group]:
    """Return the fields of a speaker."""
    return (
        Group(lambda: _("Person"), _person_fields(find_organisation)),
        Group(lambda: _("Talk"), TALK),
        Group(lambda: _("About the person"), ABOUT),
        Group(lambda: _("Travel and contact"), TRAVEL),
    )


def speaker_values(draft: SpeakerDraft) -> Values:
    """Return what the form starts with."""
    values: Values = {name: getattr(draft.person, name) for name in PERSON}
    values |= {name: getattr(draft.speaker, name) for name in SPEAKER}
    values |= {name: getattr(draft.unit, name) for name in UNIT}
    values["organisation"] = (draft.unit.organisation_id, draft.unit.name)
    return values | {"portrait": draft.portrait, "asked": draft.asked}


def draft_of(values: Values, draft: SpeakerDraft) -> SpeakerDraft:
    """Return the draft with what was entered."""
    entered = cast("dict[str, Any]", values)
    return replace(
        draft,
        person=replace(draft.person, **{name: entered[name] for name in PERSON}),
        speaker=replace(draft.speaker, **{name: entered[name] for name in SPEAKER}),
        unit=replace(
            _organisation(values["organisation"]), **{name: entered[name] for name in UNIT}
        ),
        portrait=entered["portrait"],
        asked=entered["asked"],
    )


def _organisation(value: object) -> Unit:
    """Return the organisation that was chosen, or the name that was typed."""
    if isinstance(value, UUID):
        return Unit(organisation_id=value)
    return Unit(name=str(value or ""))


def _person_fields(find_organisation: Find) -> Sequence[Field]:
    return (
        Field("name", lambda: _("Name"), Line(), required=True),
        Field("other_name", lambda: _("Name in another language"), Line()),
        Field("honorific", lambda: _("Honorific"), Line()),
        Field("organisation", lambda: _("Organisation"), Lookup(find_organisation, free=True)),
        Field("department", lambda: _("Department"), Line()),
        Field("title", lambda: _("Position (Chinese)"), Line()),
        Field("title_other", lambda: _("Position (English)"), Line()),
        Field(
            "rank",
            lambda: _("Protocol rank"),
            Number(1, LOWEST_RANK),
            help=lambda: _("Smaller numbers are named first."),
        ),
    )


def _statuses() -> Sequence[Option]:
    return [(status, _(SPEAKER_STATUSES[status])) for status in SpeakerStatus]


def _materials() -> Sequence[Option]:
    return [(kind, _(MATERIALS[kind])) for kind in MaterialKind]


TALK = (
    Field("topic", lambda: _("Topic (Chinese)"), Line()),
    Field("topic_other", lambda: _("Topic (English)"), Line()),
    Field("status", lambda: _("Status"), Choice(_statuses)),
    Field("invited_on", lambda: _("Invited on"), Date(optional=True)),
    Field("answered_on", lambda: _("Answered on"), Date(optional=True)),
    Field("asked", lambda: _("Material asked for"), Choices(_materials, 118)),
)
ABOUT = (
    Field("portrait", lambda: _("Portrait"), Image()),
    Field("biography", lambda: _("Biography (Chinese)"), Lines()),
    Field("biography_other", lambda: _("Biography (English)"), Lines()),
)
TRAVEL = (
    Field("arrival", lambda: _("Arrival"), Line()),
    Field("departure", lambda: _("Departure"), Line()),
    Field("hotel", lambda: _("Hotel"), Line()),
    Field("mobile", lambda: _("Mobile"), Line()),
    Field("email", lambda: _("E-mail"), Line()),
    Field("contact", lambda: _("Contact person"), Line()),
    Field("notes", lambda: _("Notes"), Lines()),
)
