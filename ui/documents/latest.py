"""Progress that gives up by itself."""

from collections.abc import Callable

from summit_desk.domain.progress import Cancelled


class Latest:
    """The progress of work that ends by itself when something else was chosen meanwhile."""

    def __init__(self, is_wanted: Callable[[], bool]) -> None:
        self._is_wanted = is_wanted

    def step(self, _done: int, _total: int) -> None:
        """Raise Cancelled when nobody waits for the answer any more."""
        if not self._is_wanted():
            raise Cancelled
