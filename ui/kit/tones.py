"""Tones: the few meanings a colour can have on screen, and the pill that wears one."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a colour means; the theme says how it looks in light and dark."""

    BLUE = "blue"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    VIOLET = "violet"
    GREY = "grey"
    TEAL = "teal"


@dataclass(frozen=True)
class Pill:
    """A short word on a tinted round ground.

    `colour` (a hex colour that the person chose, as of a category) wins over the tone.
    """

    text: str
    tone: Tone = Tone.GREY
    colour: str = ""
