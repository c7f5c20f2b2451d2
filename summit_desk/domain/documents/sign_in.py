"""The sign-in sheet of a check-in point: who may come, with a code in every line."""

from collections.abc import Sequence
from dataclasses import dataclass

from summit_desk.domain.documents.words import Bilingual


@dataclass(frozen=True, slots=True)
class SignInLine:
    """One person; `code` is what the person's badge holds."""

    number: str
    name: str
    name_other: str
    organisation: Bilingual
    category: Bilingual
    code: str


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """The lines in the order in which they are looked up, and what stands above them."""

    event: Bilingual
    point: Bilingual
    dates: Bilingual
    lines: Sequence[SignInLine]
