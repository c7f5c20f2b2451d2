"""In which order people are named in documents: by protocol rank, then by how the name sounds."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from summit_desk.domain.records import Person

Key = tuple[int, str, str, str]


class PersonOrder(StrEnum):
    RANK = "rank"
    PINYIN = "pinyin"


def by_pinyin(person: Person) -> Key:
    """Sort key: the spelling, then the characters; who has no spelling stands under the name."""
    return 0, (person.pinyin or person.name).casefold(), person.name, str(person.id)


def by_rank(person: Person) -> Key:
    """Sort key: protocol rank (smaller first), then pinyin."""
    return person.rank, *by_pinyin(person)[1:]


KEYS: dict[PersonOrder, Callable[[Person], Key]] = {
    PersonOrder.RANK: by_rank,
    PersonOrder.PINYIN: by_pinyin,
}


def in_order(people: Iterable[Person], order: PersonOrder = PersonOrder.RANK) -> list[Person]:
    """Return people in the order in which a document names them."""
    return sorted(people, key=KEYS[order])
