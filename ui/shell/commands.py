"""Commands: everything that can be done from the search box, found by its words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction

from ui.kit.icons import WORN

MOST = 8


@dataclass(frozen=True)
class Command:
    """Something to do: its words, what it belongs to, its keys and the deed."""

    words: str
    group: str
    icon: str
    keys: str
    run: Callable[[], object]


def from_action(action: QAction, group: str) -> Command:
    """Return an action as a command."""
    icon = str(action.property(WORN) or "command").split(":", maxsplit=1)[0]
    text = plain(action.text())
    return Command(text, group, icon, action.shortcut().toString(), action.trigger)


def plain(text: str) -> str:
    """Return the words of an action without the marks of its underlined letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def escaped(text: str) -> str:
    """Return words for an action in which an ampersand is an ampersand."""
    return text.replace("&", "&&")


def usable(actions: Iterable[QAction], group: str) -> Sequence[Command]:
    """Return the actions that can be used just now."""
    return [
        from_action(action, group)
        for action in actions
        if action.isEnabled() and action.isVisible() and action.text()
    ]


def matching(commands: Iterable[Command], text: str) -> Sequence[Command]:
    """Return the commands in which every word of `text` occurs, best first."""
    wanted = text.casefold().split()
    found = [one for one in commands if all(word in one.words.casefold() for word in wanted)]
    found.sort(key=lambda one: not one.words.casefold().startswith(text.casefold()))
    return found[:MOST]
