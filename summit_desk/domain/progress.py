"""How long work reports its steps and learns that it was cancelled."""

from typing import Protocol


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
