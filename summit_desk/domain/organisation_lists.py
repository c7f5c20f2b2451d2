"""What the lists of organisations, bodies and members show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from summit_desk.domain.records import (
    Body,
    BodyKind,
    MemberLevel,
    Membership,
    Organisation,
    OrganisationKind,
)
from summit_desk.support.i18n import in_words


@dataclass(frozen=True)
class OrganisationRow:
    """One organisation with what hangs on it."""

    id: UUID
    full_name: str
    short_name: str
    name_other: str
    aliases: tuple[str, ...]
    kind: OrganisationKind
    parent: str
    people: int
    attendees: int  # of the event shown
    bodies: tuple[str, ...]

    @property
    def name(self) -> str:
        """The full name in the current language."""
        return in_words(self.full_name, self.name_other)


@dataclass(frozen=True)
class OrganisationDetail:
    """An organisation with its relatives, people and memberships."""

    organisation: Organisation
    parent: Organisation | None
    children: Sequence[Organisation]
    people: Sequence["Colleague"]
    memberships: Sequence["MemberRow"]


@dataclass(frozen=True)
class Colleague:
    """Somebody who works for an organisation."""

    id: UUID
    name: str
    other_name: str
    title: str


@dataclass(frozen=True)
class BodyRow:
    """One body in the tree; `depth` is how deep it lies under others."""

    id: UUID
    name: str
    name_other: str
    kind: BodyKind
    depth: int
    chair: str
    members: int
    founding: int
    founded_on: date | None

    @property
    def title(self) -> str:
        """The name in the current language."""
        return in_words(self.name, self.name_other)


@dataclass(frozen=True)
class MemberRow:
    """A member of a body: an organisation or a person."""

    id: UUID
    membership: Membership
    name: str
    name_other: str
    body: str
    level: MemberLevel
    title: str
    since: date | None
    founding: bool

    @property
    def shown_name(self) -> str:
        """The name in the current language."""
        return in_words(self.name, self.name_other)


@dataclass(frozen=True)
class BodyDetail:
    """A body with those it belongs to, its chair and its members in the order of their levels."""

    body: Body
    parent: Body | None
    organisation: Organisation | None
    chair: str
    members: Sequence[MemberRow]
