"""The people who register: names as they really are, invented units, and who they came from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from summit_desk.domain.names import split_name
from summit_desk.domain.records import Person, Position, Sex
from summit_desk.domain.spelling import passport_spelling, pinyin
from summit_desk.services.demo.bodies import FOREIGN, Keys
from summit_desk.services.demo.seed import Seed
from summit_desk.services.demo.sheets import document, table

COMMON_SHARE = 0.94  # of surnames; the rest are compound or often misread
SINGLE_SHARE = 0.2  # of given names
AWKWARD_EVERY = 4
RESERVED = 1000  # the first numbers belong to the people on the stage


@dataclass(frozen=True)
class Guestbook:
    """Where the crowd's names, titles and units come from."""

    seed: Seed
    names: Mapping[str, Any]  # JSON
    organisations: Mapping[str, Sequence[UUID]]  # by category, else ""

    def name(self) -> str:
        """Return an invented Chinese name."""
        pick, chance = self.seed.pick, self.seed.random.random
        common = chance() < COMMON_SHARE
        family: str = pick(self.names["surnames" if common else "rare_surnames"])
        if chance() < SINGLE_SHARE:
            return f"{family}{pick(self.names['single'])}"
        first, last = pick(self.names["given_first"]), pick(self.names["given_last"])
        return f"{family}{first}{last}"

    def title(self, category: str) -> tuple[str, str]:
        """Return a title in both languages."""
        titles = self.names.get(f"{category}_titles", self.names["titles"])
        chinese, other = self.seed.pick(titles)
        return chinese, other

    def organisation(self, category: str) -> UUID:
        """Return the unit of somebody of this category."""
        return self.seed.pick(self.organisations.get(category, self.organisations[""]))


def open_guestbook(seed: Seed, organisations: Keys) -> Guestbook:
    """Return where the crowd's names, titles and units come from."""
    names = document("names")
    special = {
        category: [organisations[name] for name in names[f"{category}_organisations"]]
        for category in ("media", "staff", "volunteer")
    }
    apart = FOREIGN | {"association", "baowu", "kyland"}
    usual = [key for name, key in organisations.items() if name not in apart]
    return Guestbook(seed, names, {**special, "": usual})


def crowd(book: Guestbook, categories: Sequence[str]) -> Iterator[tuple[Person, Position]]:
    """Yield one person with their position for each category; one in four has an awkward name."""
    awkward = iter([row["name"] for row in table("awkward_names")])
    for number, category in enumerate(categories):
        name = next(awkward, "") if number % AWKWARD_EVERY == 0 else ""
        name = name or book.name()
        person = _person(book.seed, name, RESERVED + number)
        yield person, _position(book, person, category)


def _person(seed: Seed, name: str, number: int) -> Person:
    parts = split_name(name)
    reading = pinyin(name)
    family, given = passport_spelling(name)
    letters = "".join(letter for letter in reading if letter.isascii() and letter.isalpha())
    return Person(
        id=seed.key(),
        name=name,
        family_name=parts.family,
        given_name=parts.given,
        pinyin=reading,
        passport_family=family,
        passport_given=given,
        sex=seed.pick((Sex.FEMALE, Sex.MALE)),
        mobile=f"199{number:08}",
        email=f"{letters or 'guest'}{number}@example.com",
    )


def _position(book: Guestbook, person: Person, category: str) -> Position:
    title, other = book.title(category)
    return Position(
        id=book.seed.key(),
        person_id=person.id,
        organisation_id=book.organisation(category),
        department=book.seed.pick(book.names["departments"]),
        title=title,
        title_other=other,
    )
