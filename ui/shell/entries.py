"""What the shell knows of a screen before it is built."""

from collections.abc import Callable
from dataclasses import dataclass

from summit_desk.domain.places import ScreenName
from ui.kit.screen import Screen


@dataclass(frozen=True)
class ScreenEntry:
    """One item of the rail. `make` is called when the screen is first shown."""

    name: ScreenName
    title: Callable[[], str]
    icon: str
    make: Callable[[], Screen]
    also: tuple[ScreenName, ...] = ()  # other places that this screen shows
    low: bool = False  # at the bottom of the rail
