"""What a camera sees: a picture of brightness, the codes on it, and which of them are new."""

from collections.abc import Sequence
from dataclasses import dataclass, field

GONE_AFTER = 2.0  # seconds out of view before the same badge counts as shown again
DARK = 48  # mean brightness (0–255) below which more light is asked for


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's brightness, a byte a pixel.

    A row takes `stride` bytes; from one pixel of a row to the next it is `step` bytes.
    """

    content: bytes
    width: int
    height: int
    stride: int
    step: int = 1

    def brightness(self) -> float:
        """Return the mean of a thousand pixels all over the picture (0 black, 255 white)."""
        pixels = self.width * self.height
        if not pixels:
            return 0.0
        every = max(1, pixels // 1_000) | 1  # an odd stride meets every column
        places = (divmod(at, self.width) for at in range(0, pixels, every))
        seen = [self.content[row * self.stride + column * self.step] for row, column in places]
        return sum(seen) / len(seen)


@dataclass(frozen=True, slots=True)
class Sight:
    """What was found on one picture."""

    codes: tuple[str, ...] = ()
    brightness: float = 255.0

    @property
    def is_dark(self) -> bool:
        """Tell whether more light would help: nothing was read in a dark picture."""
        return not self.codes and self.brightness < DARK


@dataclass
class InView:
    """Remembers what is being held in front of the camera. Times are seconds of a steady clock."""

    _seen: dict[str, float] = field(default_factory=dict)

    def arrived(self, codes: Sequence[str], at: float) -> tuple[str, ...]:
        """Return what is to be decided about: nothing while the same badges stay in view.

        Several codes in view at once are returned together as soon as one of them is new:
        the camera can't know whose turn it is.
        """
        self._seen = {code: last for code, last in self._seen.items() if at - last < GONE_AFTER}
        fresh = [code for code in codes if code not in self._seen]
        self._seen.update(dict.fromkeys(codes, at))
        return tuple(dict.fromkeys(codes)) if fresh else ()

    def forget(self) -> None:
        """Take whatever is shown next as new."""
        self._seen.clear()
