"""Reading that is given up as soon as something else is asked for."""

from collections.abc import Callable

from summit_desk.domain.progress import Cancelled


class Wish:
    """A `Progress` that nobody watches; its next step ends work that is not wanted any more."""

    def __init__(self, still_wanted: Callable[[], bool]) -> None:
        self._still_wanted = still_wanted

    def step(self, _done: int, _total: int) -> None:
        if not self._still_wanted():
            raise Cancelled
