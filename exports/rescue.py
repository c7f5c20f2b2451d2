"""Glyphs from the computer's own fonts for the few characters that ours lack.

Any outline font serves, also CFF ones that ReportLab refuses: just the glyphs asked for are
converted to quadratic curves and put into a small font in memory.
"""

import io
import os
import struct
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, TTLibError
from fontTools.ttLib.tables._g_l_y_f import Glyph

from exports.coverage import codes_of
from exports.scripts import stands_alone
from summit_desk.domain.progress import SILENT, Progress

SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
EMBEDDING_FORBIDDEN = 0x0002


def system_font_folders() -> list[Path]:
    """Return where this computer and this person keep fonts; the person's come first."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft/Windows/Fonts"
        return [local, Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
    if sys.platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    return [
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    ]


class SystemFonts:
    """The fonts of the computer, opened only when a character is missing from ours."""

    def __init__(self, folders: Iterable[Path] | None = None) -> None:
        self._folders = list(system_font_folders() if folders is None else folders)
        self._known_missing: set[str] = set()

    def small_fonts(
        self, characters: Iterable[str], progress: Progress = SILENT
    ) -> Iterator[tuple[io.BytesIO, set[str]]]:
        """Yield small fonts that together draw as many of `characters` as this computer can.

        Raises Cancelled when `progress` says so.
        """
        wanted = {c for c in characters if stands_alone(c)} - self._known_missing
        for path in self._files() if wanted else ():
            progress.step(0, 1)
            with path.open("rb") as stream:
                codes = {ord(character) for character in wanted}
                fonts = _fonts_in(stream, path.suffix)
                if not any(codes & codes_of(font) for font in fonts):
                    continue
                stream.seek(0)
                for font in _fonts_in(stream, path.suffix):
                    found = _drawable(font, wanted)
                    if found:
                        yield _small_font(font, found), found
                        wanted -= found
            if not wanted:
                return
        self._known_missing |= wanted

    def _files(self) -> Iterator[Path]:
        for folder in self._folders:
            if folder.is_dir():
                yield from sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES)


def _fonts_in(stream: BinaryIO, suffix: str) -> list[TTFont]:
    try:
        if suffix.lower() in {".ttc", ".otc"}:
            return list(TTCollection(stream, lazy=True).fonts)
        return [TTFont(stream, lazy=True)]
    except (TTLibError, OSError, struct.error):
        return []  # a broken font file is the system's business, not the organiser's


def _drawable(font: TTFont, wanted: set[str]) -> set[str]:
    """Return the characters that the font has as outlines and may be embedded."""
    if not ({"glyf", "CFF ", "CFF2"} & set(font.keys())) or "cmap" not in font:
        return set()
    if "OS/2" in font and font["OS/2"].fsType & EMBEDDING_FORBIDDEN:
        return set()
    glyphs = font.getBestCmap() or {}
    shapes = font.getGlyphSet()
    return {c for c in wanted if ord(c) in glyphs and _has_outline(shapes, glyphs[ord(c)], c)}


def _has_outline(shapes: Mapping[str, Any], name: str, character: str) -> bool:
    if unicodedata.category(character).startswith("Z"):
        return True
    return bool(_quadratic(shapes, name, reverse=False).numberOfContours)


def _quadratic(shapes: Mapping[str, Any], name: str, *, reverse: bool) -> Glyph:
    """Return a glyph as TrueType outlines, with what it is composed of drawn out."""
    recording, pen = DecomposingRecordingPen(shapes), TTGlyphPen(None)
    shapes[name].draw(recording)
    recording.replay(Cu2QuPen(pen, max_err=1.0, reverse_direction=reverse))
    return pen.glyph()


def _small_font(font: TTFont, characters: set[str]) -> io.BytesIO:
    """Build a TrueType font that holds just these characters."""
    source, shapes = font.getBestCmap(), font.getGlyphSet()
    is_cubic = "glyf" not in font
    glyphs: dict[str, Glyph] = {".notdef": TTGlyphPen(None).glyph()}
    widths = {".notdef": (font["head"].unitsPerEm, 0)}
    for character in sorted(characters):
        name = f"u{ord(character):X}"
        glyphs[name] = _quadratic(shapes, source[ord(character)], reverse=is_cubic)
        widths[name] = (font["hmtx"][source[ord(character)]][0], getattr(glyphs[name], "xMin", 0))
    return _build(font["head"].unitsPerEm, glyphs, widths)


def _build(units: int, glyphs: dict[str, Glyph], widths: dict[str, tuple[int, int]]) -> io.BytesIO:
    builder = FontBuilder(units, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({int(name[1:], 16): name for name in glyphs if name != ".notdef"})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=round(units * 0.88), descent=-round(units * 0.12))
    family = "Rescued" + min(glyphs.keys() - {".notdef"})  # no two fonts hold the same character
    builder.setupNameTable(
        {"familyName": family, "styleName": "Regular", "psName": f"{family}-Regular"}
    )
    builder.setupOS2()
    builder.setupPost()
    stream = io.BytesIO()
    builder.save(stream)
    stream.seek(0)
    return stream
