"""What stands against a document before a page is printed: missing characters, tiny texts."""

from collections.abc import Iterable, Iterator, Sequence

from exports.badges import BadgePrinter, PrintedText
from exports.fonts import FontService, drawn
from summit_desk.domain.documents.badges import BadgeCard, BadgeField
from summit_desk.domain.errors.base import DeskError
from summit_desk.domain.errors.documents import (
    CharacterNotInAnyFont,
    DocumentRefused,
    TooLongForPaper,
)
from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.support.i18n import N_

SHRUNK = 0.5  # of the largest size: a name below it is pointed out
STEP = 100  # badges between two reports of progress
SHOWN_LETTERS, SHOWN_CHARACTERS = 40, 5  # of a long text, of many missing characters

MISSING_CHARACTER, TOO_LONG = "document_missing_character", "document_too_long"
NO_CATEGORY = "document_no_category"
NAME_SHRUNK, OTHER_FONT = "document_name_shrunk", "document_other_font"

CORRECT_TEXT = N_("Correct the text, or install a font that has the character.")
OTHER_SIZE = N_("Choose a larger badge, or shorten the text.")


def badge_findings(
    printer: BadgePrinter,
    cards: Sequence[BadgeCard],
    fonts: FontService,
    progress: Progress = SILENT,
) -> list[Finding]:
    """Return everything worth knowing before these badges are printed."""
    texts = {text for card in cards for text in _badge_texts(card)}
    fonts.prepare(texts)
    odd = {text for text in texts if fonts.uses_fallback(text)}
    lacking = {text for text in odd if fonts.missing(text)}
    findings: list[Finding] = []
    categories = set()
    for done, card in enumerate(cards):
        if done % STEP == 0:
            progress.step(done, len(cards))
        if odd:
            findings += _font_findings(card, odd, lacking, fonts)
        if not card.category:
            findings.append(_without_category(card))
        findings += _size_findings(card, printer.own_texts(card))
        if (card.category, card.colour) not in categories:
            categories.add((card.category, card.colour))
            findings += _size_findings(card, printer.shared_texts(card))
    return findings


def _badge_texts(card: BadgeCard) -> Iterator[str]:
    for both in (card.name, card.organisation, card.title, card.category, card.extra):
        yield both.chinese
        yield both.other


def _font_findings(
    card: BadgeCard, odd: set[str], lacking: set[str], fonts: FontService
) -> Iterator[Finding]:
    missing = "".join(fonts.missing(text) for text in _badge_texts(card) if text in lacking)
    if missing:
        yield missing_character(_name(card), missing, _at(card))
    elif odd & {card.name.chinese, card.name.other}:
        yield Finding(
            Severity.HINT,
            OTHER_FONT,
            _name(card),
            N_("{name} is printed partly in another font, because of rare characters."),
            {"name": _name(card)},
            _at(card),
        )


def missing_character(name: str, missing: str, place: Place | None = None) -> Finding:
    """Return the finding that stops a print: characters that no font has."""
    characters = list(dict.fromkeys(missing))
    shown = characters[:SHOWN_CHARACTERS]
    more = "…" if len(characters) > len(shown) else ""
    return Finding(
        Severity.BLOCK,
        MISSING_CHARACTER,
        name[:SHOWN_LETTERS],
        CharacterNotInAnyFont.sentence,
        {
            "name": name[:SHOWN_LETTERS],
            "character": "".join(shown) + more,
            "code": " ".join(f"U+{ord(c):04X}" for c in shown) + more,
        },
        place,
        CORRECT_TEXT,
    )


def _size_findings(card: BadgeCard, texts: Iterable[PrintedText]) -> Iterator[Finding]:
    for printed in texts:
        if not printed.fitted.is_legible(printed.box):
            yield _too_long(card, printed)
        elif (
            printed.box.field is BadgeField.NAME
            and printed.fitted.size < printed.box.largest * SHRUNK
        ):
            yield Finding(
                Severity.HINT,
                NAME_SHRUNK,
                printed.fitted.text,
                N_("{name} is printed smaller than the others, because it is long."),
                {"name": printed.fitted.text},
                _at(card),
            )


def _without_category(card: BadgeCard) -> Finding:
    return Finding(
        Severity.WARN,
        NO_CATEGORY,
        _name(card),
        N_("{name} has no category: the band of the badge stays without a word."),
        {"name": _name(card)},
        _at(card),
        N_("Give the person a category."),
    )


def _too_long(card: BadgeCard, printed: PrintedText) -> Finding:
    text = printed.fitted.text
    shown = text if len(text) <= SHOWN_LETTERS else text[:SHOWN_LETTERS] + "…"
    name = _name(card)[:SHOWN_LETTERS]
    return Finding(
        Severity.BLOCK,
        TOO_LONG,
        name,
        TooLongForPaper.sentence,
        {"name": name, "text": shown},
        _at(card),
        OTHER_SIZE,
    )


def _name(card: BadgeCard) -> str:
    return card.name.chinese or card.name.other


def _at(card: BadgeCard) -> Place:
    return Place(ScreenName.ATTENDEES, card.attendee_id)


def text_findings(named_texts: Iterable[tuple[str, str]], fonts: FontService) -> list[Finding]:
    """Return a finding for each whose texts have characters that no font has."""
    pairs = list(named_texts)
    fonts.prepare(text for _name, text in pairs)
    found: dict[str, str] = {}
    for name, text in pairs:
        if missing := fonts.missing(text):
            found[name] = found.get(name, "") + missing
    return [missing_character(drawn(name), missing) for name, missing in found.items()]


def refuse_blocked(findings: Iterable[Finding]) -> None:
    """Raise what blocks a document, before anything was written."""
    blocking = tuple(f for f in findings if f.severity is Severity.BLOCK)
    if len(blocking) > 1:
        raise DocumentRefused(blocking)
    for finding in blocking:
        raise _error(finding)


def _error(finding: Finding) -> DeskError:
    kind = CharacterNotInAnyFont if finding.kind == MISSING_CHARACTER else TooLongForPaper
    return kind(**finding.details)
