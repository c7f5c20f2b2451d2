"""Organisations under two spellings: found with reasons, merged with everything, suggested."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from summit_desk.domain.change import Topic
from summit_desk.domain.errors.attendees import AlreadyOne
from summit_desk.domain.likely_units import UnitReason, likely_units
from summit_desk.domain.records import (
    AttendeeGroup,
    Body,
    MemberLevel,
    Membership,
    Organisation,
    Person,
    Position,
)
from summit_desk.domain.suspicions import Strength
from tests.attendees.making import EVENT, set_up
from tests.db.test_journal import content
from ui.kit.pairs import PairsDialog

if TYPE_CHECKING:
    from db.store import Store
    from summit_desk.services.bundle import Services
    from ui.kit.desk import Desk

CODE, OTHER_CODE = "91110000802100433B", "91350100M000100Y43"
MIIT = "Ministry of Industry and Information Technology"


def unit(name: str, **more: object) -> Organisation:
    return Organisation(full_name=name, **more)


@pytest.mark.parametrize(
    ("one", "other", "reason", "strength"),
    [
        (unit("示例智链"), unit("示例智链有限公司"), UnitReason.SAME_NAME, Strength.STRONG),
        (unit("寶武集團"), unit("宝武集团"), UnitReason.SAME_NAME, Strength.STRONG),
        (
            unit("中国宝武钢铁集团", short_name="宝武"),
            unit("宝武"),
            UnitReason.ALIAS,
            Strength.LIKELY,
        ),
        (
            unit("江苏产业互联网研究院"),
            unit("江苏产业互联研究院"),
            UnitReason.NEAR_NAME,
            Strength.POSSIBLE,
        ),
        (unit(MIIT), unit("MIIT"), UnitReason.INITIALS, Strength.POSSIBLE),
        (
            unit("甲公司", credit_code=CODE),
            unit("乙集团", credit_code=CODE),
            UnitReason.CREDIT_CODE,
            Strength.STRONG,
        ),
    ],
)
def test_two_spellings_are_found(
    one: Organisation, other: Organisation, reason: UnitReason, strength: Strength
) -> None:
    [(suspicion, reasons)] = likely_units([one, other])

    assert (reasons, suspicion.strength) == ((reason,), strength)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (unit("第一设计研究院"), unit("第二设计研究院")),
        (unit("东方研究院"), unit("西方研究院")),
        (unit("甲公司"), unit("乙公司")),
        (unit("示例智链", credit_code=CODE), unit("示例智联", credit_code=OTHER_CODE)),
    ],
)
def test_two_organisations_stay_two(one: Organisation, other: Organisation) -> None:
    assert likely_units([one, other]) == []


def test_a_branch_is_not_its_parent() -> None:
    parent = unit("示例智链有限公司")

    assert likely_units([parent, unit("示例智链", parent_id=parent.id)]) == []


@pytest.fixture
def twins(store: Store) -> tuple[Organisation, Organisation]:
    """Two spellings; people, members, a group and a body hang on both."""
    set_up(store)
    one = unit("示例智链有限公司", short_name="智链", credit_code=CODE)
    other = unit("示例智链", address="杭州", website="example.com")
    body, led = Body(name="工作组"), Body(name="专委会", chair_organisation_id=other.id)
    person = Person(name="严华")
    with store.unit() as work:
        work.put_all((one, other, body, led, person))
        work.put(Position(person_id=person.id, organisation_id=other.id, title="经理"))
        work.put(AttendeeGroup(event_id=EVENT.id, name="智链团", organisation_id=other.id))
        work.put(Membership(body_id=body.id, organisation_id=one.id))
        work.put(
            Membership(
                body_id=body.id,
                organisation_id=other.id,
                level=MemberLevel.COUNCIL,
                title="联络单位",
                founding=True,
            )
        )
        work.commit("prepare", Topic.PEOPLE)
    return one, other


def test_everything_moves_and_undo_gives_it_back(
    services: Services, store: Store, twins: tuple[Organisation, Organisation]
) -> None:
    one, other = twins
    before = content(store)

    services.organisations.merge(one.id, other.id, {"full_name"})

    with store.view() as view:
        kept = view.get(Organisation, one.id)
        [membership] = view.all(Membership)
        counts = [
            view.count(Position, organisation_id=one.id),
            view.count(AttendeeGroup, organisation_id=one.id),
            view.count(Body, chair_organisation_id=one.id),
        ]
    assert (kept.full_name, kept.aliases) == ("示例智链", ("示例智链有限公司",))
    assert (kept.short_name, kept.address, kept.credit_code) == ("智链", "杭州", CODE)
    assert (membership.title, membership.founding) == ("联络单位", True)
    assert counts == [1, 1, 1]
    services.history.undo()
    assert content(store) == before


def test_one_organisation_is_not_merged_with_itself(
    services: Services, twins: tuple[Organisation, Organisation]
) -> None:
    with pytest.raises(AlreadyOne):
        services.organisations.merge(twins[0].id, twins[0].id)


def test_who_has_people_is_proposed_to_stay(
    services: Services, twins: tuple[Organisation, Organisation]
) -> None:
    [suspect] = services.duplicates.units()

    assert (suspect.kept.id, suspect.other.id) == (twins[1].id, twins[0].id)
    assert suspect.why() == "same name without the legal form"


def test_typing_suggests_a_name_that_is_written_nearly_so(
    services: Services, twins: tuple[Organisation, Organisation]
) -> None:
    assert services.people.organisations("示列智链") == [
        (twins[0].id, "示例智链有限公司"),
        (twins[1].id, "示例智链"),
    ]


def test_the_pair_is_merged_in_the_window(
    services: Services, desk: Desk, twins: tuple[Organisation, Organisation], qtbot: object
) -> None:
    from ui.organisations.presenter import OrganisationsPresenter
    from ui.organisations.screen import OrganisationsScreen

    desk.show_event(EVENT)
    screen = OrganisationsScreen()
    qtbot.addWidget(screen)
    OrganisationsPresenter(screen, services, desk)
    screen.show()
    screen.twins.trigger()

    def dialogs() -> list[PairsDialog]:
        tops = QApplication.topLevelWidgets()
        return [one for one in tops if isinstance(one, PairsDialog) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(dialogs()) and dialogs()[0].merge.isEnabled() and desk.idle())
    [dialog] = dialogs()
    dialog.view.choices["full_name"][1].click()
    dialog.merge.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0 and desk.idle())

    [row] = services.organisations.rows()
    assert (row.full_name, row.aliases) == ("示例智链有限公司", ("示例智链",))
