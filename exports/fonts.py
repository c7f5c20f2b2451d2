"""The font service: which font draws which characters, and which characters no font has.

Noto Sans SC first, then Noto Sans for the letters of other alphabets and HanaMinB for the rarest
characters (loaded on first need), then glyphs of the computer's own fonts; what is left is
reported, never printed as an empty box.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from exports.scripts import stands_alone
from exports.typeface import Typeface, load_typeface
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.support.paths import assets

if TYPE_CHECKING:
    from exports.coverage import Coverage
    from exports.rescue import SystemFonts

REGULAR, BOLD = "NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf"
LATIN, LATIN_BOLD = "NotoSans_400Regular.ttf", "NotoSans_700Bold.ttf"  # also Greek, Cyrillic
RARE = "HanaMinB.ttf"
WORDS = re.compile(r"[^\W\u1100-\uffff\U00010000-\U0010ffff]+|.", re.DOTALL)  # letters, or one
SPACES = {"Cc", "Zs", "Zl", "Zp"}
INVISIBLE = dict.fromkeys(
    [*range(0x200B, 0x2010), 0x2060, 0xFEFF, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]
)


@dataclass(frozen=True)
class Run:
    """A stretch of text that one typeface draws."""

    face: Typeface
    text: str


def drawn(text: str) -> str:
    """Return what is drawn of a text: composed accents, single spaces, nothing invisible."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text).translate(INVISIBLE)
    return "".join(map(_drawn_character, composed))


def _drawn_character(character: str) -> str:
    """Return a character, or a space for controls, line ends and exotic spaces.

    Characters that this Python does not know yet are kept: a font may know them.
    """
    if character == "\u3000" or character.isprintable():
        return character
    category = unicodedata.category(character)
    return " " if category in SPACES else "" if category == "Cf" else character


class FontService:
    """Fonts in the order in which they are asked for a character."""

    def __init__(self, folder: Path, system: "SystemFonts | None" = None) -> None:
        self._folder = folder
        self._system = system
        self._rescued: list[Typeface] = []

    @cached_property
    def regular(self) -> Typeface:
        """The face of running text."""
        return load_typeface("regular", self._folder / REGULAR)

    @cached_property
    def bold(self) -> Typeface:
        """The face of names and headings."""
        return load_typeface("bold", self._folder / BOLD)

    @cached_property
    def rare(self) -> Typeface:
        """The face of the characters outside Noto's 30,000: 117 ms, so on first need only."""
        return load_typeface("rare", self._folder / RARE)

    @cached_property
    def _coverage(self) -> "tuple[Coverage, Coverage]":
        """What the faces besides the main one have: they are loaded only to draw."""
        from exports.coverage import Coverage  # fontTools: only when a character is missing

        return Coverage(self._folder / LATIN), Coverage(self._folder / RARE)

    @cached_property
    def _latin(self) -> Typeface:
        return load_typeface("latin", self._folder / LATIN)

    @cached_property
    def _latin_bold(self) -> Typeface:
        return load_typeface("latin-bold", self._folder / LATIN_BOLD)

    def face(self, *, bold: bool) -> Typeface:
        """Return the main face of a weight."""
        return self.bold if bold else self.regular

    def is_bold(self, face: Typeface) -> bool:
        """Tell whether a face is bold by itself."""
        return face is self.bold or face is vars(self).get("_latin_bold")

    def missing(self, text: str, progress: Progress = SILENT) -> str:
        """Return the characters of `text` that no font can draw, each once, in order.

        Raises Cancelled when `progress` says so.
        """
        wanted = drawn(text)
        if self.regular.has_all(wanted):
            return ""
        left = self._foreign(wanted)
        self._rescue(left, progress)
        return "".join(c for c in left if not self._is_rescued(c))

    def prepare(self, texts: Iterable[str]) -> None:
        """Fetch what our fonts lack for all of `texts` at once, so that few fonts are built."""
        self._rescue(sorted(self._foreign("".join(map(drawn, texts)))))

    def runs(self, text: str, *, bold: bool = False) -> tuple[Run, ...]:
        """Divide a drawn text by the faces that draw it."""
        main = self.face(bold=bold)
        if main.has_all(text):
            return (Run(main, text),) if text else ()
        runs: list[Run] = []
        for word in WORDS.findall(text):
            for face, part in self._faces(word, main, bold=bold):
                if runs and runs[-1].face is face:
                    runs[-1] = Run(face, runs[-1].text + part)
                else:
                    runs.append(Run(face, part))
        return tuple(runs)

    def uses_fallback(self, text: str) -> bool:
        """Tell whether a text needs another font than Noto Sans SC."""
        return not self.regular.has_all(drawn(text))

    def width(self, text: str, *, bold: bool = False) -> float:
        """Return the width of a drawn text at 1 point."""
        main = self.face(bold=bold)
        if main.has_all(text):
            return main.width(text)
        return sum(run.face.width(run.text) for run in self.runs(text, bold=bold))

    def _faces(self, word: str, main: Typeface, *, bold: bool) -> Iterator[tuple[Typeface, str]]:
        """Yield a word whole in one face where one has it: letters of two faces don't match."""
        if main.has_all(word):
            yield main, word
            return
        latin = self._latin_bold if bold else self._latin
        if latin.has_all(word):
            yield latin, word
            return
        for character in word:
            yield main if main.has(character) else self._other_face(character), character

    def _other_face(self, character: str) -> Typeface:
        ours = (self.regular, self._latin)  # the bold face may lack what the regular one has
        for face in (*ours, *self._rescued):
            if face.has(character):
                return face
        return self.rare if self.rare.has(character) else self.regular

    def _foreign(self, text: str) -> list[str]:
        """Return what none of our own fonts has, each once, in order."""
        left = [c for c in dict.fromkeys(text) if not self.regular.has(c)]
        if not left:
            return []
        latin, rare = self._coverage
        without = set(latin.lacks(left))
        return rare.lacks([c for c in left if c in without or not stands_alone(c)])

    def _is_rescued(self, character: str) -> bool:
        return any(face.has(character) for face in self._rescued)

    def _rescue(self, characters: list[str], progress: Progress = SILENT) -> None:
        wanted = [c for c in characters if not self._is_rescued(c)]
        if not wanted:
            return
        if self._system is None:
            from exports.rescue import SystemFonts  # fontTools: only when a character is missing

            self._system = SystemFonts()
        for stream, _found in self._system.small_fonts(wanted, progress):
            self._rescued.append(load_typeface(f"rescued-{len(self._rescued)}", stream))


@cache
def fonts() -> FontService:
    """Return the fonts of this program; loaded once, because that takes 0.2 s."""
    return FontService(assets() / "fonts")
