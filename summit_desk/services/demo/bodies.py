"""The demo's organisations and the bodies that they are members of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from summit_desk.domain.records import (
    Body,
    BodyKind,
    MemberLevel,
    Membership,
    Organisation,
    OrganisationKind,
    Record,
)
from summit_desk.services.demo.seed import Seed
from summit_desk.services.demo.sheets import document, table, words

FOUNDERS = 44  # units that founded the second body
FOUNDED_BRANCH = date(2024, 5, 22)
FOREIGN = {"rhein", "saigon"}
PEOPLE_PER_UNIT = 25  # in a large demo

Keys = Mapping[str, UUID]


def organisations(seed: Seed, attendees: int) -> dict[str, Organisation]:
    """Return the units by their key; a large demo has further numbered ones."""
    found = {row["key"]: _organisation(seed, row) for row in table("organisations")}
    names: Sequence[str] = document("names")["generated_organisation"]
    extra = max(0, attendees // PEOPLE_PER_UNIT - len(found))
    for number in range(1, extra + 1):
        full, short, other = (name.format(number=f"{number:05}") for name in names)
        found[f"unit{number}"] = Organisation(
            id=seed.key(), full_name=full, short_name=short, name_other=other
        )
    return found


def _organisation(seed: Seed, row: Mapping[str, str]) -> Organisation:
    return Organisation(
        id=seed.key(),
        full_name=row["full_name"],
        short_name=row["short_name"],
        name_other=row["name_other"],
        aliases=words(row["aliases"]),
        kind=OrganisationKind(row["kind"]),
    )


def bodies(seed: Seed, organisations: Keys, people: Keys) -> Iterator[Record]:
    """Yield the branch, its six working groups and the second body, with their members."""
    found: dict[str, Body] = {}
    for row in document("event")["bodies"]:
        body = _body(seed, row, organisations, people)
        found[row["key"]] = replace(body, parent_id=_parent(row, found))
    yield from found.values()
    ours = [key for name, key in organisations.items() if _may_join(name)]
    yield from _branch(seed, found["branch"], organisations, ours)
    for name, body in found.items():
        if name.startswith("g_"):
            yield from _group(seed, body, ours)
    yield from _founders(seed, found["xinchuang"], ours)


def _parent(row: Mapping[str, str], found: Mapping[str, Body]) -> UUID | None:
    return found[row["parent"]].id if "parent" in row else None


def _may_join(name: str) -> bool:
    return name not in FOREIGN | {"association", "kyland"} and not name.startswith("unit")


def _body(seed: Seed, row: Mapping[str, str], organisations: Keys, people: Keys) -> Body:
    return Body(
        id=seed.key(),
        kind=BodyKind(row["kind"]),
        name=row["name"],
        short_name=row.get("short_name", ""),
        name_other=row["name_other"],
        organisation_id=organisations.get(row.get("organisation", "")),
        chair_person_id=people.get(row.get("chair_person", "")),
        chair_organisation_id=organisations.get(row.get("chair_organisation", "")),
        founded_on=date.fromisoformat(row["founded_on"]) if "founded_on" in row else None,
        notes=row.get("notes", ""),
    )


def _branch(
    seed: Seed, body: Body, organisations: Keys, units: Sequence[UUID]
) -> Iterator[Membership]:
    levels = [MemberLevel.PRESIDENT]
    levels += [MemberLevel.VICE_PRESIDENT] * 4 + [MemberLevel.COUNCIL] * 10
    president = organisations["baowu"]
    members = [president, *(unit for unit in units if unit != president)][:36]
    levels += [MemberLevel.MEMBER] * (len(members) - len(levels))
    for unit, level in zip(members, levels, strict=True):
        yield Membership(
            id=seed.key(),
            body_id=body.id,
            organisation_id=unit,
            level=level,
            since=FOUNDED_BRANCH,
            founding=True,
        )


def _group(seed: Seed, body: Body, units: Sequence[UUID]) -> Iterator[Membership]:
    leader = body.chair_organisation_id
    others = [unit for unit in units if unit != leader]
    for unit in [leader, *seed.random.sample(others, 6)]:
        level = MemberLevel.LEADER if unit == leader else MemberLevel.MEMBER
        yield Membership(
            id=seed.key(),
            body_id=body.id,
            organisation_id=unit,
            level=level,
            since=FOUNDED_BRANCH,
        )


def _founders(seed: Seed, body: Body, units: Sequence[UUID]) -> Iterator[Membership]:
    leader = body.chair_organisation_id
    for unit in [leader, *units[: FOUNDERS - 1]]:
        level = MemberLevel.LEADER if unit == leader else MemberLevel.MEMBER
        yield Membership(
            id=seed.key(), body_id=body.id, organisation_id=unit, level=level, founding=True
        )
