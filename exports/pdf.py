"""A PDF file being written: pages, text that can be searched, shapes, bookmarks, properties."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, cast

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

from exports.files import whole_file
from exports.fonts import FontService, drawn
from summit_desk.support.i18n import Language

MM = 72 / 25.4
FAKE_BOLD = 0.025  # em of outline that makes a regular face look bold
LANGUAGE_TAGS = {Language.CHINESE: "zh-CN", Language.ENGLISH: "en"}

rl_config.useA85 = 0  # binary streams: a quarter smaller, and every reader knows them


@dataclass(frozen=True, kw_only=True)
class Properties:
    """What a reader shows about the file."""

    title: str
    author: str = ""
    subject: str = ""
    language: Language = Language.CHINESE
    made_at: datetime


class _Canvas(Canvas):
    """ReportLab's canvas, with names for what it keeps to itself."""

    _code: list[str]
    _doc: Any
    _outlines: list[object]

    def add(self, operators: str) -> None:
        """Add PDF operators to the page: the way in that costs nothing."""
        self._code.append(operators)

    @property
    def document(self) -> PDFDocument:
        """The file's objects."""
        return cast("PDFDocument", self._doc)

    def date(self, moment: datetime) -> None:
        """Date the file by the clock that was passed in, not by the computer's."""
        stamp, utc = self._doc._timeStamp, moment.astimezone(UTC)  # noqa: SLF001 -- no other way
        stamp.t, stamp.lt = utc.timestamp(), utc.timetuple()
        stamp.YMDhms = tuple(utc.timetuple())[:6]

    def finish(self) -> None:
        """Write the file; a reader opens the list of contents where there is one."""
        if self._outlines:
            self.showOutline()
        self.save()


class Pdf:
    """Pages of any size; positions in points from the top-left corner of the page."""

    def __init__(self, canvas: _Canvas, fonts: FontService) -> None:
        self._canvas = canvas
        self._fonts = fonts
        self._height = 0.0
        self._bookmarks = 0

    def start_page(self, width: float, height: float) -> None:
        """Begin a page of this size in points."""
        self._height = height
        self._canvas.setPageSize((width, height))

    def end_page(self) -> None:
        """Finish the page."""
        self._canvas.showPage()

    def raw(self, operators: str) -> None:
        """Add PDF operators to the page."""
        self._canvas.add(operators)

    @contextmanager
    def form(self, name: str, width: float, height: float) -> Iterator[None]:
        """Draw artwork once that many pages show."""
        self._canvas.setPageSize((width, height))
        self._height = height
        self._canvas.beginForm(name, 0, 0, width, height)
        yield
        self._canvas.endForm()

    def show_form(self, name: str) -> None:
        """Show artwork that was drawn with `form`."""
        self._canvas.doForm(name)

    def text(
        self, text: str, x: float, baseline: float, size: float, *, bold: bool, tracking: float = 0
    ) -> None:
        """Write one line in the current colour."""
        self.raw(self.text_operators(text, x, baseline, size, bold=bold, tracking=tracking))

    def text_operators(
        self, text: str, x: float, baseline: float, size: float, *, bold: bool, tracking: float = 0
    ) -> str:
        """Return the operators that write one line."""
        shown = drawn(text)
        document = self._canvas.document
        parts = []
        for run in self._fonts.runs(shown, bold=bold):
            drawing = " ".join(
                [
                    f"{n} {size:.2f} Tf <{codes}> Tj"
                    for n, codes in run.face.coded(run.text, document)
                ]
            )
            is_thin = bold and not self._fonts.is_bold(run.face)
            parts.append(f"2 Tr {size * FAKE_BOLD:.2f} w {drawing} 0 Tr" if is_thin else drawing)
        spacing = f"{tracking:.2f} Tc " if tracking else ""
        line = f"BT {spacing}{x:.2f} {self._height - baseline:.2f} Td {' '.join(parts)} ET"
        if tracking:
            line = f"q {line} Q"
        if shown == text and not tracking:
            return line
        # what is read, copied and searched is the text itself, not how it was set
        return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex()}>>> BDC {line} EMC"

    def colour(self, colour: str) -> None:
        """Set the colour of what follows, "#rrggbb"."""
        self.raw(colour_operator(colour))

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        """Fill a rectangle with the current colour."""
        self.raw(f"{x:.2f} {self._height - y - height:.2f} {width:.2f} {height:.2f} re f")

    def rounded(self, x: float, y: float, width: float, height: float, radius: float) -> None:
        """Fill a rectangle with round corners."""
        bottom = self._height - y - height
        self._canvas.roundRect(x, bottom, width, height, radius, stroke=0, fill=1)

    def bookmark(self, title: str, y: float, level: int) -> None:
        """Let the reader's list of contents lead here."""
        key = f"mark-{self._bookmarks}"
        self._bookmarks += 1
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=self._height - y + 12)
        self._canvas.addOutlineEntry(drawn(title), key, level)


@cache
def colour_operator(colour: str) -> str:
    """Return the operators that fill and draw with "#rrggbb"."""
    red, green, blue = (f"{int(colour[i : i + 2], 16) / 255:.3g}" for i in (1, 3, 5))
    return f"{red} {green} {blue} rg {red} {green} {blue} RG"


@contextmanager
def pdf_file(path: Path, properties: Properties, fonts: FontService) -> Iterator[Pdf]:
    """Write a PDF; the file appears whole at the end, or not at all."""
    with whole_file(path) as part:
        canvas = _Canvas(
            str(part), pageCompression=1, invariant=1, lang=LANGUAGE_TAGS[properties.language]
        )
        canvas.setTitle(properties.title)
        canvas.setAuthor(properties.author or "Summit Desk")
        canvas.setSubject(properties.subject)
        canvas.setCreator("Summit Desk")
        canvas.setProducer("Summit Desk")
        canvas.date(properties.made_at)
        yield Pdf(canvas, fonts)
        canvas.finish()
