"""Problems that the demo contains on purpose, for the preflight to find.

Others lie in the content files: a person in two places, a room used twice, a speaker who has not
confirmed, material that has not come, a passport that ends too soon, a tight connection.
"""

from collections.abc import Sequence
from dataclasses import replace

from summit_desk.domain.records import AttendeeStatus, Person, Position
from summit_desk.services.demo.registrations import Registrant

FEWEST = 10  # people in the crowd, for the cases that need several

# no font that the program ships has these; the people are still under review, so that badges print
UNPRINTABLE = "李\U000323af"
REVIEWED = ("Šimon Çağlar", UNPRINTABLE)


def _unprintable(person: Person) -> Person:
    """Return the person under a name that no font can draw."""
    return replace(person, name=UNPRINTABLE, family_name="李", given_name=UNPRINTABLE[1:])


def spoil(crowd: Sequence[tuple[Person, Position]]) -> list[tuple[Person, Position]]:
    """Return the crowd with two people who registered twice, and one whom nobody can print."""
    if len(crowd) < FEWEST:
        return list(crowd)
    found = _doubled(crowd)
    person, position = found[4]
    found[4] = _unprintable(person), position
    return found


def _doubled(crowd: Sequence[tuple[Person, Position]]) -> list[tuple[Person, Position]]:
    found = list(crowd)
    # the same phone in another spelling of the name, the same name in the same unit, twice
    for at, first, same_phone in ((-1, -6, True), (-2, -7, False), (-3, -8, False)):
        person, position = found[at]
        double, its_position = found[first]
        person = replace(
            person,
            name=double.name,
            family_name=double.family_name,
            given_name=double.given_name,
            pinyin=double.pinyin,
            passport_family=double.passport_family,
            passport_given=double.passport_given,
            sex=double.sex,
            mobile=double.mobile if same_phone else person.mobile,
        )
        unit = position.organisation_id if same_phone else its_position.organisation_id
        found[at] = person, replace(position, organisation_id=unit)
    return found


def registrants(people: Sequence[Person], categories: Sequence[str]) -> list[Registrant]:
    """Return who of the crowd registers as what; one of them has no category."""
    found = [
        Registrant(person, category, status=_under_review(person))
        for person, category in zip(people, categories, strict=True)
    ]
    if len(found) >= FEWEST:
        found[-5] = replace(found[-5], category="", status=AttendeeStatus.CONFIRMED)
    return found


def _under_review(person: Person) -> AttendeeStatus | None:
    return AttendeeStatus.PENDING if person.name in REVIEWED else None
