"""Papers that run over many A4 pages: blocks below one another, a footer with page numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exports.breaking import balanced, wrapped
from exports.fonts import FontService, drawn
from exports.pdf import MM, Pdf, Properties, pdf_file
from summit_desk.domain.progress import SILENT, Progress

PAGE = 210 * MM, 297 * MM
LEFT, TOP, BOTTOM = 18 * MM, 16 * MM, 20 * MM
WIDTH = PAGE[0] - 2 * LEFT
ASCENT = 0.88

TEXT, MUTED, FAINT, RULE, WASH = "#111827", "#4b5563", "#6b7280", "#d5dbe5", "#f3f5f9"
ACCENT, WHITE = "#1f5fbf", "#ffffff"


@dataclass(frozen=True)
class Style:
    """How a paragraph is set."""

    size: float = 9.5
    bold: bool = False
    colour: str = TEXT
    leading: float = 1.42
    align: float = 0.0  # 0 left, 0.5 centred, 1 right


@dataclass(frozen=True)
class Block:
    """Something of a known height that is drawn whole; `draw` gets the left and top edges."""

    height: float
    draw: Callable[[Pdf, float, float], None]
    fill: str = ""  # the colour behind it


def nothing(height: float = 0.0) -> Block:
    """Return empty space."""
    return Block(height, lambda _pdf, _x, _y: None)


class Setter:
    """Sets text into blocks."""

    def __init__(self, fonts: FontService) -> None:
        self._fonts = fonts

    def width(self, text: str, style: Style) -> float:
        """Return the width of one line."""
        return self._fonts.width(drawn(text), bold=style.bold) * style.size

    def paragraph(self, text: str, width: float, style: Style) -> Block:
        """Return a text broken into lines of at most `width`."""
        return self._block(self._lines(text, width, style), width, style)

    def heading(self, text: str, width: float, style: Style) -> Block:
        """Return a text in as few lines as it takes, but of about the same length."""
        lines = self._lines(text, width, style)
        shown = drawn(text).strip()
        widths = [self._fonts.width(c, bold=style.bold) for c in shown]
        even = balanced(shown, len(lines), widths, kept=False) if len(lines) > 1 else ()
        fits = even and max(self.width(line, style) for line in even) <= width
        return self._block(list(even) if fits else lines, width, style)

    def _block(self, lines: list[str], width: float, style: Style) -> Block:
        if not any(lines):
            return nothing()
        step = style.size * style.leading

        def draw(pdf: Pdf, x: float, y: float) -> None:
            pdf.colour(style.colour)
            baseline = y + (step - style.size) / 2 + ASCENT * style.size
            for line in lines:
                spare = (width - self.width(line, style)) * style.align if style.align else 0
                pdf.text(line, x + spare, baseline, style.size, bold=style.bold)
                baseline += step

        return Block(step * len(lines), draw)

    def _lines(self, text: str, width: float, style: Style) -> list[str]:
        return wrapped(
            text if text.isascii() else "\n".join(map(drawn, text.split("\n"))),
            width / style.size,
            lambda c: self._fonts.width(drawn(c), bold=style.bold),
        )


def stacked(*blocks: Block, gap: float = 0.0) -> Block:
    """Put blocks below one another."""
    shown = [block for block in blocks if block.height]

    def draw(pdf: Pdf, x: float, y: float) -> None:
        for block in shown:
            block.draw(pdf, x, y)
            y += block.height + gap

    return Block(sum(b.height for b in shown) + gap * max(len(shown) - 1, 0), draw)


def beside(*columns: tuple[float, Block]) -> Block:
    """Put blocks side by side, each at its distance from the left edge."""

    def draw(pdf: Pdf, x: float, y: float) -> None:
        for offset, block in columns:
            block.draw(pdf, x + offset, y)

    return Block(max(block.height for _offset, block in columns), draw)


def padded(block: Block, *, above: float = 0.0, below: float = 0.0, left: float = 0.0) -> Block:
    """Leave space around a block."""

    def draw(pdf: Pdf, x: float, y: float) -> None:
        block.draw(pdf, x + left, y + above)

    return Block(block.height + above + below, draw)


def on_colour(block: Block, colour: str, width: float, *, radius: float = 0.0) -> Block:
    """Put a coloured ground behind a block."""

    def draw(pdf: Pdf, x: float, y: float) -> None:
        pdf.colour(colour)
        if radius:
            pdf.rounded(x, y, width, block.height, radius)
        else:
            pdf.rectangle(x, y, width, block.height)
        block.draw(pdf, x, y)

    return replace(block, draw=draw)


def ruled(block: Block, width: float, colour: str = RULE) -> Block:
    """Draw a hairline below a block."""

    def draw(pdf: Pdf, x: float, y: float) -> None:
        block.draw(pdf, x, y)
        pdf.colour(colour)
        pdf.rectangle(x, y + block.height - 0.5, width, 0.5)

    return replace(block, draw=draw)


def marked(block: Block, title: str, level: int) -> Block:
    """Let the list of contents lead to a block."""

    def draw(pdf: Pdf, x: float, y: float) -> None:
        pdf.bookmark(title, y, level)
        block.draw(pdf, x, y)

    return replace(block, draw=draw)


class Flow:
    """Blocks as they fall on pages."""

    def __init__(self) -> None:
        self._pages: list[list[tuple[float, Block]]] = [[]]
        self._y = TOP
        self.repeated: Block | None = None  # what stands again at the top of a further page

    @property
    def room(self) -> float:
        """The height that is left on this page."""
        return PAGE[1] - BOTTOM - self._y

    def add(self, block: Block, *, with_next: float = 0.0) -> None:
        """Place a block, on a new page if it and `with_next` points after it don't fit."""
        if block.height + with_next > self.room and self._pages[-1]:
            self.new_page()
            if self.repeated is not None:
                self._place(self.repeated)
        self._place(block)

    def space(self, height: float) -> None:
        """Leave space, but not at the top of a page."""
        if self._pages[-1]:
            self._y += height

    def new_page(self) -> None:
        """Go on with a new page."""
        self._pages.append([])
        self._y = TOP

    def _place(self, block: Block) -> None:
        self._pages[-1].append((self._y, block))
        self._y += block.height

    def write(
        self,
        path: Path,
        properties: Properties,
        fonts: FontService,
        footer: Callable[[int, int], Block],
        progress: Progress = SILENT,
    ) -> None:
        """Write the pages; `footer` gets the page's number and how many there are."""
        pages = [page for page in self._pages if page]
        with pdf_file(path, properties, fonts) as pdf:
            for number, page in enumerate(pages, 1):
                progress.step(number - 1, len(pages))
                pdf.start_page(*PAGE)
                for y, block in page:
                    block.draw(pdf, LEFT, y)
                footer(number, len(pages)).draw(pdf, LEFT, PAGE[1] - BOTTOM + 5 * MM)
                pdf.end_page()
            progress.step(len(pages), len(pages))


def page_footer(setter: Setter, running_title: str, numbering: str) -> Callable[[int, int], Block]:
    """Return the footer of a paper: its title and "page n of m"; `numbering` has both blanks."""
    style = Style(size=8, colour=FAINT)

    def footer(number: int, pages: int) -> Block:
        text = numbering.format(number=number, pages=pages)
        number_width = setter.width(text, style) + 1
        title = setter.paragraph(_one_line(setter, running_title, style), WIDTH, style)
        right = setter.paragraph(text, number_width, style)
        line = on_colour(nothing(0.5), RULE, WIDTH)
        return stacked(line, beside((0, title), (WIDTH - number_width, right)), gap=4)

    return footer


def _one_line(setter: Setter, text: str, style: Style) -> str:
    """Return the text up to the last good break that leaves room for the page number."""
    lines: Sequence[str] = wrapped(
        drawn(text), WIDTH * 0.8 / style.size, lambda c: setter.width(c, style) / style.size
    )
    return lines[0] + ("…" if len(lines) > 1 else "")
