"""One typeface: its widths, its coverage, and its text in the bytes of a PDF."""

import io
from pathlib import Path

from reportlab.pdfbase import pdfdoc, ttfonts

MOST_PER_BLOCK = 100  # entries of one bfchar block, by the PDF specification


class _SearchableFont(ttfonts.TTFont):
    """ReportLab's font, with a ToUnicode map that also holds characters beyond U+FFFF.

    ReportLab writes U+2B5AF as <2B5AF>; the specification asks for UTF-16, without which a
    reader finds other characters than were printed.
    """

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802 -- ReportLab's name
        subsets = [list(codes) for codes in self.state[doc].subsets]
        super().addObjects(doc)
        for number, codes in enumerate(subsets):
            name = b"".join((ttfonts.SUBSETN(number), b"+", self.face.name))
            base = (name + self.face.subfontNameX).decode("pdfdoc")
            stream = doc.idToObject["toUnicodeCMap:" + base]
            setattr(stream, "content", _unicode_map(base, codes))  # noqa: B010 -- untyped there


def _unicode_map(name: str, codes: list[int]) -> str:
    """Return the CMap that tells a reader which character each byte of a subset stands for."""
    entries = [f"<{i:02X}> <{chr(c).encode('utf-16-be').hex()}>" for i, c in enumerate(codes)]
    blocks = []
    for start in range(0, len(entries), MOST_PER_BLOCK):
        part = entries[start : start + MOST_PER_BLOCK]
        blocks += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def /CMapType 2 def",
            f"1 begincodespacerange <00> <{len(codes) - 1:02X}> endcodespacerange",
            *blocks,
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )


class Typeface:
    """A loaded font file."""

    def __init__(self, font: _SearchableFont) -> None:
        self._font = font
        face = font.face
        self._letters = frozenset(map(chr, face.charToGlyph)) - {"\x00"}
        self._widths: dict[str, float] = {
            chr(code): width / 1000 for code, width in face.charWidths.items()
        }
        self._default: float = face.defaultWidth / 1000

    def has(self, character: str) -> bool:
        """Tell whether the face draws this character."""
        return character in self._letters

    def has_all(self, text: str) -> bool:
        """Tell whether the face draws every character of a text."""
        return self._letters.issuperset(text)

    def width(self, text: str) -> float:
        """Return the width of a text at 1 point."""
        widths, default = self._widths, self._default
        return sum((widths.get(c, default) for c in text), 0.0)

    def coded(self, text: str, document: pdfdoc.PDFDocument) -> list[tuple[str, str]]:
        """Return the text as (name of a font of `document`, hexadecimal bytes)."""
        return [
            (self._font.getSubsetInternalName(subset, document), codes.hex())
            for subset, codes in self._font.splitString(text, document)
        ]


def load_typeface(name: str, source: Path | io.BytesIO) -> Typeface:
    """Load a TrueType font from a file or from memory."""
    where = str(source) if isinstance(source, Path) else source
    return Typeface(_SearchableFont(f"SummitDesk-{name}", where))
