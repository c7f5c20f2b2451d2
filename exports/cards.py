"""Business cards of people as one vCard 3.0 file, which phones read with their Chinese names."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import vobject

from exports.files import whole_file
from exports.sheet_cells import clean
from summit_desk.domain.progress import SILENT, Progress

BATCH = 100


@dataclass(frozen=True, kw_only=True)
class Card:
    """What a card says of somebody; numbers that are not to be shared are empty."""

    name: str
    family: str = ""
    given: str = ""
    organisation: str = ""
    department: str = ""
    title: str = ""
    mobile: str = ""
    phone: str = ""
    email: str = ""


def write_cards(cards: Iterable[Card], count: int, path: Path, progress: Progress = SILENT) -> int:
    """Write the cards one after the other; return how many there are."""
    done = 0
    with whole_file(path) as part, part.open("w", encoding="utf-8", newline="") as stream:
        for card in cards:
            stream.write(card_text(card))
            done += 1
            if done % BATCH == 0:
                progress.step(done, max(count, done))
    return done


def card_text(card: Card) -> str:
    """Return a card as it stands in the file."""
    made = vobject.vCard()
    name = vobject.vcard.Name(family=clean(card.family), given=clean(card.given))
    made.add("n").value = name
    made.add("fn").value = clean(card.name)
    if card.organisation:
        made.add("org").value = [clean(one) for one in (card.organisation, card.department) if one]
    for kind, text in (("title", card.title), ("email", card.email)):
        if text:
            made.add(kind).value = clean(text)
    for kind, number in (("CELL", card.mobile), ("WORK", card.phone)):
        if number:
            line = made.add("tel")
            line.value, line.type_param = clean(number), kind
    return str(made.serialize())
