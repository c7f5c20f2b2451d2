"""Which columns a list shows, in which order and how wide: as it is remembered, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote

PINNED = ("number", "name")  # always there, always first
USUAL = (*PINNED, "organisation", "title", "category", "status", "forums")
NARROWEST, WIDEST = 48, 900


@dataclass(frozen=True)
class Layout:
    """The keys of the columns from left to right, and the widths the person gave some of them."""

    keys: tuple[str, ...] = USUAL
    widths: tuple[tuple[str, int], ...] = ()

    def text(self) -> str:
        """Return it in one line; the usual layout is no line at all."""
        if self == Layout():
            return ""
        widths = dict(self.widths)
        return " ".join(f"{quote(key)}={widths.get(key, 0)}" for key in self.keys)

    def with_keys(self, keys: Sequence[str]) -> "Layout":
        """Return these columns in this order, number and name before them."""
        others = dict.fromkeys(key for key in keys if key not in PINNED)
        return Layout((*PINNED, *others), self.widths)

    def with_width(self, key: str, width: int) -> "Layout":
        """Return the layout with another width of one column."""
        widths = {**dict(self.widths), key: max(NARROWEST, min(width, WIDEST))}
        return Layout(self.keys, tuple(sorted(widths.items())))


def read_layout(text: str) -> Layout:
    """Return what was remembered; what can't be read is as delivered."""
    widths: dict[str, int] = {}
    for part in text.split():
        key, _equals, pixels = part.partition("=")
        widths[unquote(key)] = int(pixels) if pixels.isdecimal() else 0
    if not widths:
        return Layout()
    found = Layout().with_keys(list(widths))
    for key, width in widths.items():
        if width:
            found = found.with_width(key, width)
    return found


def shown(layout: Layout, known: Mapping[str, object]) -> Sequence[str]:
    """Return the keys of the columns that there are; a field that was deleted is left out."""
    return [key for key in layout.keys if key in known]
