"""A text in a box: as large as fits, in as few lines as look well, at one measured position."""

from collections.abc import Callable
from dataclasses import dataclass

from exports.breaking import balanced, is_wide
from exports.fonts import FontService, drawn
from summit_desk.domain.documents.badges import Align, TextBox

MM = 72 / 25.4  # points in a millimetre
LEADING = 1.2
ASCENT = 0.88  # of a Chinese glyph above the baseline
ANOTHER_LINE = 0.88  # what a further line gains must be worth it; a name only needs to gain
LATIN_TRACKING = 0.12  # letters bear less space between them than characters
SPREAD = 1.0  # em between the two characters of a short name


@dataclass(frozen=True)
class PlacedLine:
    """One line of a fitted text; `x` and `baseline` in points from the box's top-left corner."""

    text: str
    x: float
    baseline: float


@dataclass(frozen=True)
class Fitted:
    """A text as it will be printed."""

    text: str
    lines: tuple[PlacedLine, ...]
    size: float
    tracking: float  # points between characters

    def is_legible(self, box: TextBox) -> bool:
        """Tell whether the size is one that the template allows."""
        return self.size >= box.legible - 1e-9 or not self.lines


def fit(text: str, box: TextBox, fonts: FontService) -> Fitted:
    """Fit a text into a box of a template."""
    shown = drawn(text).strip()
    if not shown:
        return Fitted(text, (), box.largest, 0.0)
    tracking = _tracking(shown, box)

    def measure(line: str) -> float:
        return fonts.width(line, bold=box.bold) + tracking * (len(line) - 1)

    lines, size = _best_division(shown, box, measure, fonts)
    return Fitted(text, _placed(lines, size, box, measure), size, tracking * size)


def _tracking(text: str, box: TextBox) -> float:
    """Return the space between characters in em."""
    if box.spread and len(text) == 2 and all(map(is_wide, text)):  # noqa: PLR2004 -- 严　华
        return SPREAD
    if any(c.isalpha() and not is_wide(c) for c in text):
        return box.tracking * LATIN_TRACKING
    return box.tracking


def _best_division(
    text: str, box: TextBox, measure: Callable[[str], float], fonts: FontService
) -> tuple[tuple[str, ...], float]:
    """Choose the number of lines that lets the text be largest; fewer lines win near ties."""
    best: tuple[str, ...] = (text,)
    best_size = _size(best, box, measure)
    if box.lines > 1 and best_size < box.largest:
        worth = 1.0 if "·" in text and box.spread else ANOTHER_LINE
        widths = [fonts.width(c, bold=box.bold) for c in text]
        for count in range(2, box.lines + 1):
            lines = balanced(text, count, widths, kept=box.spread) or balanced(
                text, count, widths, kept=False
            )
            size = _size(lines, box, measure) if lines else 0.0
            if size * worth > best_size:
                best, best_size = lines, size
    return best, best_size


def _size(lines: tuple[str, ...], box: TextBox, measure: Callable[[str], float]) -> float:
    """Return the largest size in points at which these lines fit."""
    widest = max(map(measure, lines))
    tall = box.height * MM / (1 + LEADING * (len(lines) - 1))
    return min(box.largest, tall, box.width * MM / widest if widest > 0 else box.largest)


def _placed(
    lines: tuple[str, ...], size: float, box: TextBox, measure: Callable[[str], float]
) -> tuple[PlacedLine, ...]:
    used = size * (1 + LEADING * (len(lines) - 1))
    top = (box.height * MM - used) / 2 + ASCENT * size
    return tuple(
        PlacedLine(line, _indent(measure(line) * size, box), top + i * LEADING * size)
        for i, line in enumerate(lines)
    )


def _indent(width: float, box: TextBox) -> float:
    spare = box.width * MM - width
    return {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[box.align]
