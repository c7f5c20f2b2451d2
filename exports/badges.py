"""Badges: a template and people become a PDF with one page each, after everything was checked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from exports.badge_wording import field_text
from exports.fitting import MM, Fitted, fit
from exports.fonts import FontService
from exports.pdf import Pdf, Properties, colour_operator, pdf_file
from exports.qr import QUIET, SIDE, qr_path
from summit_desk.domain.documents.badges import (
    BadgeCard,
    BadgeEvent,
    BadgeField,
    BadgeTemplate,
    Ink,
    QrBox,
    Shape,
    TextBox,
)
from summit_desk.domain.documents.words import Bilingual, DocumentLanguage
from summit_desk.domain.progress import SILENT, Progress

SHARED = {BadgeField.EVENT, BadgeField.EVENT_LINE, BadgeField.CATEGORY}
FIRST_SHARE, SECOND_SHARE, SECOND_SIZE = 0.57, 0.39, 0.62  # how two languages share one box
TOO_SMALL = 0.55  # of the largest size: below it an event goes by its short name
DARK_ENOUGH = 0.36  # relative luminance below which white reads better than black
TITLE_SHARE, EXTRA_SHARE = 0.56, 0.4  # how the title and own fields share one box
TITLE, EXTRA = BadgeField.TITLE, BadgeField.EXTRA
STEP = 50  # badges between two reports of progress


@dataclass(frozen=True)
class PrintedText:
    """A text that was fitted into a box of the template."""

    box: TextBox
    fitted: Fitted


class BadgePrinter:
    """Prints badges of one template in one language."""

    def __init__(
        self,
        template: BadgeTemplate,
        event: BadgeEvent,
        language: DocumentLanguage,
        fonts: FontService,
    ) -> None:
        self._template, self._event, self._language = template, event, language
        self._fonts = fonts
        self._fits: dict[tuple[str, TextBox], Fitted] = {}
        self._boxes = {box: halves(box) for box in _text_boxes(template)}
        self._shared = {box: with_extra(box) for box in self._boxes if box.field is TITLE}

    def texts(self, card: BadgeCard) -> Iterator[PrintedText]:
        """Yield every text of a badge as it will be printed."""
        for box in self._boxes:
            yield from self._in_box(box, card)

    def write(
        self,
        cards: Sequence[BadgeCard],
        path: Path,
        made_at: datetime,
        progress: Progress = SILENT,
    ) -> None:
        """Write one page per badge."""
        properties = Properties(
            title=self._event.title.first(self._language),
            author=self._event.organiser,
            language=self._language.main,
            made_at=made_at,
        )
        with pdf_file(path, properties, self._fonts) as pdf:
            sheet = _Sheet(pdf, self)
            for done, card in enumerate(cards):
                if done % STEP == 0:
                    progress.step(done, len(cards))
                sheet.draw(card)
            progress.step(len(cards), len(cards))

    @property
    def template(self) -> BadgeTemplate:
        """The template that is printed."""
        return self._template

    def shared_texts(self, card: BadgeCard) -> Iterator[PrintedText]:
        """Yield what every badge of one category says alike."""
        for box in self._boxes:
            if box.field in SHARED:
                yield from self._in_box(box, card)

    def own_texts(self, card: BadgeCard) -> Iterator[PrintedText]:
        """Yield what only this badge says."""
        for box in self._boxes:
            if box.field not in SHARED:
                yield from self._in_box(box, card)

    def _in_box(self, box: TextBox, card: BadgeCard) -> Iterator[PrintedText]:
        if box.field is not BadgeField.TITLE or not card.extra:
            yield from self._said(box, card)
            return
        title, extra = self._shared[box] if card.title else (None, replace(box, field=EXTRA))
        if title is not None:
            yield from self._said(title, card)
        yield from self._said(extra, card)

    def _said(self, box: TextBox, card: BadgeCard) -> Iterator[PrintedText]:
        text = self._wording(box, card)
        first, second = text.first(self._language), text.second(self._language)
        if second and box.beside:
            yield PrintedText(box, self._fit(f"{first}   {second}", box))
        elif second:
            above, below = self._halves(box)
            yield PrintedText(above, self._fit(first, above))
            yield PrintedText(below, self._fit(second, below))
        elif first:
            yield PrintedText(box, self._fit(first, box))

    def _wording(self, box: TextBox, card: BadgeCard) -> Bilingual:
        """Return what the box says; the event's short name where the full one gets too small."""
        text = field_text(box.field, card, self._event, self._language)
        if box.field is not BadgeField.EVENT or not self._event.short_title:
            return text
        where = self._halves(box)[0] if text.second(self._language) else box
        size = self._fit(text.first(self._language), where).size
        return text if size > box.largest * TOO_SMALL else self._event.short_title

    def _halves(self, box: TextBox) -> tuple[TextBox, TextBox]:
        return self._boxes.get(box) or halves(box)

    def _fit(self, text: str, box: TextBox) -> Fitted:
        known = self._fits.get((text, box))
        if known is None:
            known = self._fits[text, box] = fit(text, box, self._fonts)
        return known


class _Sheet:
    """The file while it is drawn: artwork once per category, texts once per wording."""

    def __init__(self, pdf: Pdf, printer: BadgePrinter) -> None:
        self._pdf, self._printer = pdf, printer
        template = printer.template
        self._width, self._height = template.width * MM, template.height * MM
        self._codes = [e for e in template.elements if isinstance(e, QrBox)]
        self._forms: dict[tuple[Bilingual, str], str] = {}
        self._operators: dict[tuple[Fitted, TextBox, str], str] = {}

    def draw(self, card: BadgeCard) -> None:
        form = self._form(card)
        self._pdf.start_page(self._width, self._height)
        self._pdf.show_form(form)
        for printed in self._printer.own_texts(card):
            self._pdf.raw(self._text(printed, card))
        for box in self._codes:
            self._pdf.raw(self._code(box, card.code))
        self._pdf.end_page()

    def _form(self, card: BadgeCard) -> str:
        key = card.category, card.colour
        if key not in self._forms:
            self._forms[key] = name = f"category-{len(self._forms)}"
            with self._pdf.form(name, self._width, self._height):
                self._draw_artwork(card)
        return self._forms[key]

    def _draw_artwork(self, card: BadgeCard) -> None:
        for element in self._printer.template.elements:
            if isinstance(element, Shape):
                self._pdf.colour(ink_colour(element.ink, card.colour))
                self._pdf.rectangle(
                    element.x * MM, element.y * MM, element.width * MM, element.height * MM
                )
        for printed in self._printer.shared_texts(card):
            self._pdf.raw(self._text(printed, card))

    def _text(self, printed: PrintedText, card: BadgeCard) -> str:
        box, fitted = printed.box, printed.fitted
        if box.field in {BadgeField.NAME, BadgeField.NUMBER}:  # hardly two are the same
            return self._new_text(box, fitted, card)
        key = fitted, box, ink_colour(box.ink, card.colour)
        if key not in self._operators:
            self._operators[key] = self._new_text(box, fitted, card)
        return self._operators[key]

    def _new_text(self, box: TextBox, fitted: Fitted, card: BadgeCard) -> str:
        lines = [
            self._pdf.text_operators(
                line.text,
                box.x * MM + line.x,
                box.y * MM + line.baseline,
                fitted.size,
                bold=box.bold,
                tracking=fitted.tracking,
            )
            for line in fitted.lines
        ]
        return "\n".join([colour_operator(ink_colour(box.ink, card.colour)), *lines])

    def _code(self, box: QrBox, code: str) -> str:
        module = box.width * MM / (SIDE + 2 * QUIET)
        x = box.x * MM + QUIET * module
        y = self._height - (box.y + box.height) * MM + QUIET * module
        return f"q {module:.4f} 0 0 {module:.4f} {x:.3f} {y:.3f} cm 0 g {qr_path(code)} f Q"


def ink_colour(ink: Ink, category: str) -> str:
    """Return the colour of an ink on a badge of this category."""
    if ink is Ink.CATEGORY:
        return category
    return readable_on(category) if ink is Ink.ON_CATEGORY else ink.value


def readable_on(colour: str) -> str:
    """Return white or near-black, whichever is easier to read on a colour."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]  # noqa: PLR2004 -- sRGB
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#ffffff" if luminance < DARK_ENOUGH else Ink.TEXT.value


def halves(box: TextBox) -> tuple[TextBox, TextBox]:
    """Divide a box for a text in two languages."""
    below = replace(
        box,
        y=box.y + box.height * (1 - SECOND_SHARE),
        height=box.height * SECOND_SHARE,
        largest=box.largest * SECOND_SIZE,
        legible=min(box.legible, 4.5),
    )
    return replace(box, height=box.height * FIRST_SHARE), below


def with_extra(box: TextBox) -> tuple[TextBox, TextBox]:
    """Divide the box of the title for one more line: fields of the event's own.

    There is no room for two languages one above the other in each of them.
    """
    room = box.height * EXTRA_SHARE
    below = replace(
        box,
        field=EXTRA,
        y=box.y + box.height - room,
        height=room,
        lines=1,
        legible=min(box.legible, 4.5),
        beside=True,
    )
    return replace(box, height=box.height * TITLE_SHARE, beside=True), below


def _text_boxes(template: BadgeTemplate) -> list[TextBox]:
    return [element for element in template.elements if isinstance(element, TextBox)]
