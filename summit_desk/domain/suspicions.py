"""What is compared of people who may be one, and what a suspicion says."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from uuid import UUID


class Reason(StrEnum):
    """Why two people may be one; the last ones only support the others."""

    DOCUMENT = "document"
    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"
    LIKE_NAME = "like_name"
    UNIT = "unit"
    TITLE = "title"
    PHONE_TAIL = "phone_tail"
    OTHER_DOCUMENT = "other_document"  # speaks against it
    OTHER_BIRTH = "other_birth"  # speaks against it


AGAINST = frozenset({Reason.OTHER_DOCUMENT, Reason.OTHER_BIRTH})


class Strength(IntEnum):
    """How likely it is; the higher the surer."""

    POSSIBLE = 1
    LIKELY = 2
    STRONG = 3


@dataclass(frozen=True, slots=True)
class Profile:
    """As much of a person as is compared."""

    id: UUID
    name: str
    family_name: str = ""
    other_name: str = ""
    reading: str = ""
    passport: tuple[str, str] = ("", "")
    phones: tuple[str, ...] = ()
    email: str = ""
    document_kind: str = ""
    document_number: str = ""
    birth_date: str = ""
    units: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suspicion:
    """Two people who may be one; the older record comes first."""

    one: UUID
    other: UUID
    reasons: tuple[Reason, ...]
    strength: Strength

    @property
    def pair(self) -> frozenset[UUID]:
        """Both keys, without an order."""
        return frozenset((self.one, self.other))
