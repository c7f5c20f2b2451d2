"""Organisations and bodies are kept, found by every spelling, merged and undone."""

from dataclasses import replace
from datetime import date

import pytest

from summit_desk.domain.errors import Invalid
from summit_desk.domain.records import (
    Body,
    BodyKind,
    MemberLevel,
    Membership,
    Organisation,
    OrganisationKind,
    Person,
    Position,
)

BAOWU = Organisation(
    full_name="中国宝武钢铁集团有限公司",
    short_name="宝武集团",
    aliases=("宝武",),
    kind=OrganisationKind.STATE_COMPANY,
)
KYLAND = Organisation(full_name="北京东土科技股份有限公司", short_name="东土科技")
GROUP = Body(
    name="底层技术信创工作组", chair_organisation_id=KYLAND.id, founded_on=date(2021, 4, 8)
)


@pytest.fixture
def organisations(services):
    for one in (BAOWU, KYLAND):
        services.organisations.save(one)
    services.organisations.save_body(GROUP)
    return services.organisations


def problems(refusal) -> list[tuple[str, str]]:
    return [(problem.field, str(problem)) for problem in refusal.value.problems]


def test_texts_are_stored_clean(organisations) -> None:
    given = Organisation(full_name=" 示例\u200b院 ", aliases=("示例院", " 示例 ", "示例"))

    organisations.save(given)

    kept = organisations.detail(given.id).organisation
    assert (kept.full_name, kept.aliases) == ("示例院", ("示例",))


def test_a_second_spelling_of_a_known_organisation_is_refused(organisations) -> None:
    with pytest.raises(Invalid) as refusal:
        organisations.save(Organisation(full_name="北京东土科技 股份有限公司"))

    assert problems(refusal) == [
        (
            "full_name",
            (
                "“北京东土科技股份有限公司” is already in the file; "
                "add this spelling to its other names instead."
            ),
        )
    ]


def test_two_spellings_that_are_in_the_file_can_still_be_edited(organisations, store) -> None:
    twin = Organisation(full_name="北京东土科技 股份有限公司")  # from a file of before
    with store.unit() as unit:
        unit.put(twin)
        unit.commit("Add")

    organisations.save(replace(KYLAND, address="北京"))
    organisations.save(replace(twin, address="上海"))

    assert organisations.detail(KYLAND.id).organisation.address == "北京"


def test_another_name_means_one_organisation_only(organisations) -> None:
    with pytest.raises(Invalid) as refusal:
        organisations.save(replace(KYLAND, aliases=("东土", "宝武")))

    assert problems(refusal) == [
        ("aliases", "“宝武” is a name of 中国宝武钢铁集团有限公司 already.")
    ]


def test_an_organisation_cannot_lie_under_its_own_child(organisations) -> None:
    organisations.save(replace(KYLAND, parent_id=BAOWU.id))

    with pytest.raises(Invalid) as refusal:
        organisations.save(replace(BAOWU, parent_id=KYLAND.id))

    assert [field for field, _sentence in problems(refusal)] == ["parent_id"]


@pytest.mark.parametrize("text", ["宝武", "钢铁", "baowu", "中国宝武"])
def test_an_organisation_is_found_by_each_of_its_names(organisations, text: str) -> None:
    assert [row.full_name for row in organisations.rows(text=text)] == [BAOWU.full_name]


def test_the_list_counts_people_and_names_the_bodies(store, organisations) -> None:
    with store.unit() as unit:
        person = Person(name="严华")
        unit.put(person)
        unit.put(Position(person_id=person.id, organisation_id=BAOWU.id, title="总经理"))
        unit.commit("Edit person {name}", name="严华")
    organisations.save_membership(Membership(body_id=GROUP.id, organisation_id=BAOWU.id))

    row = next(row for row in organisations.rows() if row.id == BAOWU.id)

    assert (row.people, row.attendees, row.bodies) == (1, 0, (GROUP.name,))
    assert [one.name for one in organisations.detail(BAOWU.id).people] == ["严华"]


def test_the_chair_of_a_body_may_be_an_organisation(organisations) -> None:
    assert organisations.body(GROUP.id).chair == KYLAND.full_name


def test_a_body_has_one_chair(services, organisations) -> None:
    li = Person(name="李平")
    services.people.save(li)

    with pytest.raises(Invalid) as refusal:
        organisations.save_body(replace(GROUP, chair_person_id=li.id))

    assert problems(refusal) == [
        ("chair_organisation_id", "Either a person or an organisation has the chair, not both.")
    ]


def test_bodies_are_listed_under_the_one_they_belong_to(organisations) -> None:
    branch = Body(name="产业互联网分会", kind=BodyKind.BRANCH)
    organisations.save_body(branch)
    organisations.save_body(replace(GROUP, parent_id=branch.id))

    assert [(row.name, row.depth) for row in organisations.bodies()] == [
        ("产业互联网分会", 0),
        ("底层技术信创工作组", 1),
    ]


def test_members_stand_in_the_order_of_their_levels(organisations) -> None:
    organisations.add_members(GROUP.id, [BAOWU.id], MemberLevel.MEMBER, founding=True)
    organisations.add_members(GROUP.id, [BAOWU.id, KYLAND.id], MemberLevel.LEADER)

    members = organisations.body(GROUP.id).members

    assert [(row.name, row.level, row.founding) for row in members] == [
        (KYLAND.full_name, MemberLevel.LEADER, False),
        (BAOWU.full_name, MemberLevel.MEMBER, True),
    ]


def test_nobody_is_a_member_twice(organisations) -> None:
    organisations.save_membership(Membership(body_id=GROUP.id, organisation_id=BAOWU.id))

    with pytest.raises(Invalid) as refusal:
        organisations.save_membership(Membership(body_id=GROUP.id, organisation_id=BAOWU.id))

    assert problems(refusal) == [("organisation_id", "It is already a member of this body.")]


def test_a_membership_needs_a_member(organisations) -> None:
    with pytest.raises(Invalid):
        organisations.save_membership(Membership(body_id=GROUP.id))


def test_two_organisations_are_merged_with_all_that_hangs_on_them(store, organisations) -> None:
    other = Organisation(full_name="宝武股份")
    organisations.save(other)
    organisations.add_members(GROUP.id, [other.id], MemberLevel.COUNCIL)

    organisations.merge(BAOWU.id, other.id)

    kept = organisations.detail(BAOWU.id)
    assert kept.organisation.aliases == ("宝武", "宝武股份")
    assert [row.level for row in kept.memberships] == [MemberLevel.COUNCIL]
    assert other.id not in [row.id for row in organisations.rows()]


@pytest.mark.parametrize("step", ["save", "remove", "merge", "body", "member"])
def test_every_step_can_be_undone(store, services, organisations, step: str) -> None:
    def everything():
        kinds = (Organisation, Body, Membership, Position)
        with store.view() as view:
            return [view.all(kind, order=("id",)) for kind in kinds]

    before = everything()
    steps = {
        "save": lambda: organisations.save(replace(BAOWU, short_name="宝武钢铁")),
        "remove": lambda: organisations.remove(KYLAND.id),
        "merge": lambda: organisations.merge(BAOWU.id, KYLAND.id),
        "body": lambda: organisations.remove_body(GROUP.id),
        "member": lambda: organisations.add_members(GROUP.id, [BAOWU.id], MemberLevel.MEMBER),
    }
    steps[step]()
    assert everything() != before

    services.history.undo()

    assert everything() == before
