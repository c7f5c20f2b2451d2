"""Design tokens: every colour of the program, once for light and once for dark."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from ui.kit.tones import Pill, Tone


@dataclass(frozen=True)
class Tint:
    """The two colours of a tone: `ink` is readable (4.5:1) on `ground` and on a card."""

    ink: str
    ground: str


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme."""

    dark: bool
    window: str  # behind the cards
    surface: str  # cards, rail, header
    sunken: str  # table headers, search box
    hover: str
    line: str
    line_strong: str
    ink: str
    muted: str
    faint: str  # placeholders, decoration
    accent: str  # primary button, links, focus
    accent_hover: str
    accent_ink: str  # on the accent
    selected: str  # selected row, current rail item
    danger: str
    tints: Mapping[Tone, Tint]


LIGHT = Tokens(
    dark=False,
    window="#f5f6f8",
    surface="#ffffff",
    sunken="#f9fafc",
    hover="#f2f5fa",
    line="#e3e7ee",
    line_strong="#cfd6e0",
    ink="#1a2233",
    muted="#5a667a",
    faint="#6b7688",
    accent="#1f5fbf",
    accent_hover="#194f9f",
    accent_ink="#ffffff",
    selected="#e7effb",
    danger="#b3261e",
    tints={
        Tone.BLUE: Tint("#1b57b0", "#e4eefb"),
        Tone.GREEN: Tint("#0f6b40", "#e2f4e9"),
        Tone.AMBER: Tint("#8f4e00", "#fef0d9"),
        Tone.RED: Tint("#b3261e", "#fdeae8"),
        Tone.VIOLET: Tint("#5f38bd", "#efeafb"),
        Tone.GREY: Tint("#4a5568", "#edf0f5"),
        Tone.TEAL: Tint("#0b646b", "#def3f3"),
    },
)

DARK = Tokens(
    dark=True,
    window="#10141b",
    surface="#181d26",
    sunken="#141922",
    hover="#202733",
    line="#2a3240",
    line_strong="#3c4657",
    ink="#e8ecf3",
    muted="#a3aec0",
    faint="#8b96a8",
    accent="#7fb0ff",
    accent_hover="#9cc3ff",
    accent_ink="#0c1a30",
    selected="#1f3050",
    danger="#ff9a92",
    tints={
        Tone.BLUE: Tint("#8fb9ff", "#1c2f50"),
        Tone.GREEN: Tint("#7fd6a4", "#15352a"),
        Tone.AMBER: Tint("#f3bd6b", "#3a2c14"),
        Tone.RED: Tint("#ff9f97", "#452022"),
        Tone.VIOLET: Tint("#c0a8ff", "#2f2750"),
        Tone.GREY: Tint("#b8c2d1", "#262e3b"),
        Tone.TEAL: Tint("#7ad3d6", "#12363a"),
    },
)


def tokens() -> Tokens:
    """Return the colours of the theme that is worn now."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT  # noqa: PLR2004 -- half of 255


def tint(tone: Tone) -> Tint:
    """Return ink and ground of `tone` in the current theme."""
    return tokens().tints[tone]


def pill_tint(pill: Pill) -> Tint:
    """Return ink and ground of a pill; a person's own colour is toned down until readable."""
    if not pill.colour or not QColor.isValidColorName(pill.colour):
        return tint(pill.tone)
    return _readable(QColor(pill.colour), tokens())


def _readable(colour: QColor, worn: Tokens) -> Tint:
    """Mix the ground from the surface, then move the ink until it has 4.5:1 on it."""
    ground = mixed(QColor(worn.surface), colour, 0.22 if worn.dark else 0.13)
    ink, target = colour, QColor("#ffffff" if worn.dark else "#000000")
    for _step in range(20):
        if contrast(ink, ground) >= 4.6:  # noqa: PLR2004 -- WCAG AA with a little air
            break
        ink = mixed(ink, target, 0.12)
    return Tint(ink.name(), ground.name())


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return `one` with `share` of `other` in it."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def contrast(one: QColor, other: QColor) -> float:
    """Return the WCAG contrast ratio of two colours."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    """Return the relative luminance (WCAG 2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 -- sRGB
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
