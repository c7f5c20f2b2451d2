"""Where the demo's chance comes from: one number in, always the same keys and choices out."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")

_VERSION_7 = 7 << 76
_VARIANT = 2 << 62


class Seed:
    """Chance that repeats itself. Keys are UUIDv7 whose clock starts at `began`, not now."""

    def __init__(self, number: int, began: datetime) -> None:
        self._number, self._began = number, began
        self.random = Random(f"summit desk demo {number}")  # noqa: S311 -- it has to repeat itself
        self._milliseconds = int(began.timestamp() * 1000)

    def beside(self, name: str) -> "Seed":
        """Return a stream of its own, so that what it decides changes nothing in this one."""
        other = Seed(self._number, self._began + timedelta(days=1))
        other.random = Random(f"summit desk demo {self._number} {name}")  # noqa: S311 -- as above
        return other

    def key(self) -> UUID:
        """Return the next key: later ones sort behind earlier ones."""
        self._milliseconds += 1
        chance = self.random.getrandbits(74)
        low = chance & ((1 << 62) - 1)
        return UUID(
            int=self._milliseconds << 80 | _VERSION_7 | (chance >> 62) << 64 | _VARIANT | low
        )

    def digits(self, count: int) -> str:
        """Return so many random digits."""
        return f"{self.random.randrange(10**count):0{count}d}"

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of the choices."""
        return choices[int(self.random.random() * len(choices))]

    def shares(self, quotas: Sequence[tuple[T, int]], count: int) -> list[T]:
        """Return `count` values in which each stands as often as its quota says, shuffled."""
        whole = sum(quota for _value, quota in quotas)
        bounds = [0]
        for _value, quota in quotas:
            bounds.append(bounds[-1] + quota)
        dealt: list[T] = []
        for (value, _quota), before, after in zip(quotas, bounds, bounds[1:], strict=False):
            dealt += [value] * (count * after // whole - count * before // whole)
        self.random.shuffle(dealt)
        return dealt
