"""How long work reports its steps and learns that it was cancelled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

Thing = TypeVar("Thing")


class Cancelled(Exception):
    """The person gave up; nothing is kept."""


class Progress(Protocol):
    def step(self, done: int, total: int) -> None:
        """Report `done` of `total` steps; raise Cancelled if the person gave up."""


class Silent:
    """Progress that nobody watches."""

    def step(self, done: int, total: int) -> None:
        """Do nothing."""


SILENT = Silent()
PARTS = 1_000
STRETCH = 500  # things between two steps: about a millisecond


@dataclass(frozen=True)
class Stretch:
    """A part of longer work, from one share of it (of one) to another."""

    progress: Progress
    begin: float
    end: float

    def step(self, done: int, total: int) -> None:
        """Report how far the whole work is; raise Cancelled if the person gave up."""
        here = self.begin + (self.end - self.begin) * done / max(total, done, 1)
        self.progress.step(round(here * PARTS), PARTS)


def in_steps(things: Sequence[Thing], progress: Progress) -> Iterator[Thing]:
    """Yield the things, with a step before each stretch of them."""
    for start in range(0, len(things), STRETCH):
        progress.step(start, len(things))
        yield from things[start : start + STRETCH]
