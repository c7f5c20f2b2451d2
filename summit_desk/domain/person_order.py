"""In which order people are named in documents: by rank, by how the name sounds, or by strokes."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from summit_desk.domain.name_order import spelled_key
from summit_desk.domain.records import Person
from summit_desk.domain.stroke_order import StrokeRule, strokes_key

Key = tuple[int, str, str, str]


class PersonOrder(StrEnum):
    RANK = "rank"
    PINYIN = "pinyin"
    STROKES_SURNAME = "strokes_surname"
    STROKES_NAME = "strokes_name"


def by_pinyin(person: Person) -> Key:
    """Sort key: the spelling, its tones, the strokes; in letters who has no spelling."""
    return 0, spelled_key(person.name, person.pinyin), person.name, str(person.id)


def by_rank(person: Person) -> Key:
    """Sort key: protocol rank (smaller first), then the letters of the spelling."""
    return person.rank, (person.pinyin or person.name).casefold(), person.name, str(person.id)


def by_surname_strokes(person: Person) -> Key:
    """Sort key by 姓氏笔画: two characters have an empty place between them."""
    return 0, strokes_key(person.name, StrokeRule.SURNAME), person.name, str(person.id)


def by_name_strokes(person: Person) -> Key:
    """Sort key by 姓名笔画: character after character."""
    return 0, strokes_key(person.name), person.name, str(person.id)


KEYS: dict[PersonOrder, Callable[[Person], Key]] = {
    PersonOrder.RANK: by_rank,
    PersonOrder.PINYIN: by_pinyin,
    PersonOrder.STROKES_SURNAME: by_surname_strokes,
    PersonOrder.STROKES_NAME: by_name_strokes,
}


def in_order(people: Iterable[Person], order: PersonOrder = PersonOrder.RANK) -> list[Person]:
    """Return people in the order in which a document names them."""
    return sorted(people, key=KEYS[order])
