"""Sentences about a row of a list that is to be imported, said only when they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from summit_desk.support.i18n import _


@dataclass(frozen=True)
class Remark:
    """A sentence by its msgid, with what fills its blanks."""

    sentence: str
    details: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return _(self.sentence).format(**self.details)


@dataclass(frozen=True)
class Changed:
    """One field before and after, as a person reads it; `label` is a msgid."""

    label: str
    before: object  # said when it is shown: a text, or a word of the program
    after: object

    def __str__(self) -> str:
        label = _(self.label)
        if not str(self.before):
            return _("{label}: {after}").format(label=label, after=self.after)
        return _("{label}: {before} → {after}").format(
            label=label, before=self.before, after=self.after
        )
