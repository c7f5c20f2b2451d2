"""Texts inside a sentence that choose their language only when the sentence is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from summit_desk.support.i18n import _, in_words


@dataclass(frozen=True)
class Both:
    """A stored text with its form in the other language."""

    chinese: str
    other: str = ""

    def __str__(self) -> str:
        return in_words(self.chinese, self.other)


@dataclass(frozen=True)
class Word:
    """A word of the program, by its msgid."""

    msgid: str

    def __str__(self) -> str:
        return _(self.msgid)


@dataclass(frozen=True)
class Words:
    """Several words of the program in a row."""

    msgids: Sequence[str]

    def __str__(self) -> str:
        return _(", ").join(_(msgid) for msgid in self.msgids)


@dataclass(frozen=True)
class When:
    """A time of the agenda, e.g. "22 May 09:30"."""

    wall: datetime

    def __str__(self) -> str:
        return self.wall.strftime("%m-%d %H:%M")
