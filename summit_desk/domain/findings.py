"""What a preflight check has to say about one thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from summit_desk.domain.places import Place
from summit_desk.support.i18n import _


class Severity(StrEnum):
    BLOCK = "block"
    WARN = "warn"
    HINT = "hint"


@dataclass(frozen=True)
class Finding:
    """`kind` names the check, `subject` the thing; `sentence` is a msgid, `details` its blanks."""

    severity: Severity
    kind: str
    subject: str
    sentence: str
    details: Mapping[str, object] = field(default_factory=dict)
    place: Place | None = None
    fix: str = ""  # msgid of what to do

    def text(self) -> str:
        """Return the sentence in the current language."""
        return _(self.sentence).format(**self.details)
