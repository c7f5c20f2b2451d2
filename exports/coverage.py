"""Which characters a font file has, found without loading the font for drawing."""

from pathlib import Path

from fontTools.ttLib import TTFont


def codes_of(font: TTFont) -> frozenset[int]:
    """Return the characters (code points) that a font of fontTools has a glyph for.

    The glyphs are given numbers for names, because reading their own takes far longer; whoever
    wants their shapes has to open the font again.
    """
    if "cmap" not in font or "maxp" not in font:
        return frozenset()
    font.setGlyphOrder([str(at) for at in range(font["maxp"].numGlyphs)])
    return frozenset(font.getBestCmap() or ())


class Coverage:
    """What one font file covers; it is read when something is asked for the first time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, bool] = {}

    def lacks(self, characters: list[str]) -> list[str]:
        """Return those of `characters` that the font doesn't have."""
        unknown = [each for each in characters if each not in self._known]
        if unknown:
            with TTFont(self._path, lazy=True) as font:
                codes = codes_of(font)
            self._known |= {each: ord(each) in codes for each in unknown}
        return [each for each in characters if not self._known[each]]
