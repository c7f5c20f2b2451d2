"""What the list of people who are entered twice shows of each pair."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from summit_desk.domain.suspicions import Reason, Strength
from summit_desk.support.i18n import N_, _

REASONS = {
    Reason.DOCUMENT: N_("same document"),
    Reason.PHONE: N_("same phone"),
    Reason.EMAIL: N_("same e-mail"),
    Reason.NAME: N_("same name"),
    Reason.LIKE_NAME: N_("names sound or look alike"),
    Reason.UNIT: N_("same organisation"),
    Reason.TITLE: N_("same title"),
    Reason.PHONE_TAIL: N_("same last digits of the phone"),
    Reason.OTHER_DOCUMENT: N_("but different documents"),
    Reason.OTHER_BIRTH: N_("but different dates of birth"),
}
STRENGTHS = {
    Strength.STRONG: N_("almost certain"),
    Strength.LIKELY: N_("quite likely"),
    Strength.POSSIBLE: N_("possible"),
}


@dataclass(frozen=True)
class Side:
    """One of the two: enough to tell who it is."""

    id: UUID
    name: str
    note: str  # organisation and title
    numbers: tuple[str, ...] = ()  # of the registrations

    def __str__(self) -> str:
        return " · ".join(filter(None, (" ".join((*self.numbers, self.name)), self.note)))


@dataclass(frozen=True)
class Suspect:
    """Two records that are likely one; the first one is proposed to stay."""

    kept: Side
    other: Side
    reasons: tuple[str, ...]  # msgids
    strength: Strength
    codes: tuple[str, ...] = ()  # of the reasons, for programs

    @property
    def id(self) -> frozenset[UUID]:
        """Both keys."""
        return frozenset((self.kept.id, self.other.id))

    def why(self) -> str:
        """Return the reasons in the current language."""
        return _(", ").join(_(reason) for reason in self.reasons)


@dataclass(frozen=True)
class ComparedField:
    """One field of both sides; `key` is what a choice is called, empty where both are kept."""

    key: str
    label: str
    kept: str
    other: str
    united: bool = False  # both are kept, whatever is chosen
    proposed: bool = False  # the other side's value is proposed, until somebody chooses

    @property
    def differs(self) -> bool:
        """Tell whether the two say different things."""
        return self.kept != self.other

    @property
    def open(self) -> bool:
        """Tell whether somebody has to choose: both say something, and not the same."""
        return bool(self.kept and self.other) and self.differs and not self.united


@dataclass(frozen=True)
class ComparedPart:
    """Some fields under a heading."""

    title: str
    fields: Sequence[ComparedField]


@dataclass(frozen=True)
class Comparison:
    """Two records side by side."""

    kept: Side
    other: Side
    parts: Sequence[ComparedPart]
