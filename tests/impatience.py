"""Progress of somebody who gives up."""

from summit_desk.domain.progress import Cancelled


class Impatient:
    """Lets so many steps pass, and gives up at the next."""

    def __init__(self, steps: int = 0) -> None:
        self.left = steps

    def step(self, done: int, total: int) -> None:
        assert 0 <= done <= total
        if self.left == 0:
            raise Cancelled
        self.left -= 1
