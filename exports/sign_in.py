"""The sign-in sheet: A4, 22 lines a page, each with the badge's code to scan it later.

The codes stand by turns at the left and at the right of their column, so that a scanner held to
one line does not see its neighbours'.
"""

from datetime import datetime
from pathlib import Path

from exports.breaking import wrapped
from exports.checks import text_findings
from exports.flow import (
    ACCENT,
    MUTED,
    PAGE,
    RULE,
    WASH,
    WIDTH,
    Block,
    Flow,
    Setter,
    Style,
    beside,
    nothing,
    on_colour,
    padded,
    page_footer,
    ruled,
    stacked,
)
from exports.fonts import FontService, drawn
from exports.pdf import MM, Pdf, Properties
from exports.qr import QUIET, SIDE, qr_path
from summit_desk.domain.documents.sign_in import SignInLine, SignInSheet
from summit_desk.domain.documents.words import DocumentLanguage, label, words
from summit_desk.domain.findings import Finding
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.support.i18n import N_

LINE = 10.6 * MM  # the height of a line: 22 on a page
CODE = 10.2 * MM  # a code with its white margin
TITLE, SECOND = Style(size=14, bold=True, leading=1.45), Style(size=9, colour=MUTED)
HEAD = Style(size=8.5, bold=True, colour=ACCENT)
NAME, SMALL = Style(size=11, bold=True), Style(size=7.5, colour=MUTED)
NUMBER = Style(size=9)
TITLES = (
    N_("No."),
    N_("Name and organisation"),
    N_("Category"),
    N_("Signature"),
    N_("Time"),
    N_("QR code"),
)
SHARES = (12, 54, 18, 46, 20, 24)
PAD = 4.0


def write_sign_in(
    sheet: SignInSheet,
    path: Path,
    language: DocumentLanguage,
    fonts: FontService,
    made_at: datetime,
    progress: Progress = SILENT,
) -> list[Finding]:
    """Write the sheet; return what could not be drawn."""
    findings = text_findings(_texts(sheet), fonts)
    title = f"{sheet.point.first(language)} {label(N_('Sign-in sheet'), language)}"
    setter = Setter(fonts)
    flow = _Paper(sheet, language, setter).flow()
    properties = Properties(
        title=title, author=sheet.event.first(language), language=language.main, made_at=made_at
    )
    numbering = words(N_("Page {number} of {pages}"), number="{number}", pages="{pages}")
    footer = page_footer(setter, title, numbering.first(language))
    flow.write(path, properties, fonts, footer, progress)
    return findings


def _texts(sheet: SignInSheet) -> list[tuple[str, str]]:
    return [
        (line.name, text)
        for line in sheet.lines
        for text in (line.name, line.name_other, line.organisation.chinese, line.organisation.other)
    ]


class _Paper:
    """Turns the lines into blocks."""

    def __init__(self, sheet: SignInSheet, language: DocumentLanguage, setter: Setter) -> None:
        self._sheet, self._language, self._set = sheet, language, setter
        whole = sum(SHARES)
        self._widths = [WIDTH * share / whole for share in SHARES]
        self._starts = [sum(self._widths[:at]) for at in range(len(SHARES))]

    def flow(self) -> Flow:
        """Return the pages; what stands above the lines comes again on each."""
        flow = Flow()
        head = self._head()
        flow.add(head)
        flow.repeated = head
        for at, line in enumerate(self._sheet.lines):
            flow.add(self._line(line, turned=bool(at % 2)))
        return flow

    def _head(self) -> Block:
        sheet, language = self._sheet, self._language
        title = f"{sheet.point.first(language)}  {label(N_('Sign-in sheet'), language)}"
        below = f"{sheet.event.first(language)} · {sheet.dates.first(language)}"
        heads = [
            (start + PAD, self._set.paragraph(label(text, language), width - PAD, HEAD))
            for text, start, width in zip(TITLES, self._starts, self._widths, strict=True)
        ]
        return stacked(
            self._one_line(title, WIDTH, TITLE),
            self._one_line(below, WIDTH, SECOND),
            nothing(6),
            on_colour(padded(beside(*heads), above=4, below=4), WASH, WIDTH),
        )

    def _line(self, line: SignInLine, *, turned: bool) -> Block:
        language = self._language
        who = stacked(
            self._one_line(_name(line, language), self._widths[1] - PAD, NAME),
            self._one_line(line.organisation.first(language), self._widths[1] - PAD, SMALL),
        )
        category = self._one_line(line.category.first(language), self._widths[2] - PAD, NUMBER)
        number = self._one_line(line.number, self._widths[0] - PAD, NUMBER)
        parts = ((0, number), (1, who), (2, category))
        cells = [(self._starts[at] + PAD, _centred(block)) for at, block in parts]
        spare = self._widths[-1] - CODE
        code = (self._starts[-1] + (spare if turned else 0), _code(line.code))
        rules = [(start, _upright()) for start in self._starts[1:]]
        return ruled(beside(*cells, code, *rules, (0, nothing(LINE))), WIDTH)

    def _one_line(self, text: str, width: float, style: Style) -> Block:
        """Return as much of a text as one line holds."""
        shown = drawn(text)
        if self._set.width(shown, style) > width:
            room = (width - self._set.width("…", style)) / style.size
            lines = wrapped(shown, room, lambda sign: self._set.width(sign, style) / style.size)
            shown = lines[0] + "…"
        return self._set.paragraph(shown, width + 1, style)


def _name(line: SignInLine, language: DocumentLanguage) -> str:
    if language is DocumentLanguage.ENGLISH:
        return line.name_other or line.name
    second = line.name_other if language is DocumentLanguage.BOTH else ""
    return f"{line.name}  {second}".strip()


def _centred(block: Block) -> Block:
    return padded(block, above=max(0.0, (LINE - block.height) / 2))


def _upright() -> Block:
    """Return a hairline between two columns."""

    def draw(pdf: Pdf, x: float, y: float) -> None:
        pdf.colour(RULE)
        pdf.rectangle(x, y, 0.5, LINE)

    return Block(LINE, draw)


def _code(digits: str) -> Block:
    module = CODE / (SIDE + 2 * QUIET)
    path = qr_path(digits)

    def draw(pdf: Pdf, x: float, y: float) -> None:
        left = x + QUIET * module
        bottom = PAGE[1] - y - (LINE + CODE) / 2 + QUIET * module
        place = f"{module:.4f} 0 0 {module:.4f} {left:.3f} {bottom:.3f} cm"
        pdf.raw(f"q {place} 0 g {path} f Q")

    return Block(LINE, draw)
