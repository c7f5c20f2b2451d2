"""A list of member units makes them members of a body, once and undoably."""

from pathlib import Path

import pytest

from summit_desk.domain.errors.imports import EmptySheet
from summit_desk.domain.imports.members import MemberVerdict
from summit_desk.domain.numbers import is_credit_code
from summit_desk.domain.records import Body, MemberLevel, Membership, Organisation

LIST = Path(__file__).parents[1] / "data" / "lists" / "synthetic_会员单位名单_44家.xls"
BODY = Body(name="产业互联网分会")


@pytest.fixture
def lists(services):
    services.organisations.save_body(BODY)
    return services.organisations.member_lists


def test_the_list_of_44_units_is_read_by_its_levels(lists) -> None:
    plan = lists.plan(BODY.id, LIST)

    levels = [(line.level, line.title) for line in plan.lines]
    assert len(plan.lines) == plan.count(MemberVerdict.NEW) == 44
    assert levels.count((MemberLevel.VICE_PRESIDENT, "")) == 4
    assert levels.count((MemberLevel.COUNCIL, "常务理事单位")) == 10
    assert levels.count((MemberLevel.COUNCIL, "")) == 30


def test_code_and_phone_of_a_unit_are_whole(lists) -> None:
    first = lists.plan(BODY.id, LIST).lines[0].unit

    assert (first.full_name, first.credit_code) == (
        "示例单位01股份有限公司",
        "91310000MA1FL0001R",
    )
    assert first.notes == "联系人01 13800001001"


def test_every_code_and_every_phone_of_the_list_is_whole(lists) -> None:
    units = [line.unit for line in lists.plan(BODY.id, LIST).lines]

    assert {len(unit.credit_code) for unit in units} == {18}
    assert all(is_credit_code(unit.credit_code) for unit in units)
    assert [unit.notes for unit in units] == [
        f"联系人{number:02} 138000010{number:02}" for number in range(1, 45)
    ]


def test_the_units_become_members_once(services, lists) -> None:
    lists.apply(lists.plan(BODY.id, LIST))

    again = lists.plan(BODY.id, LIST)

    assert len(services.organisations.body(BODY.id).members) == 44
    assert again.count(MemberVerdict.SAME) == 44


def test_a_unit_that_is_known_is_not_created_again(store, services, lists) -> None:
    known = Organisation(full_name="示例单位01（股份）有限公司", aliases=("示例单位01",))
    services.organisations.save(known)

    lists.apply(lists.plan(BODY.id, LIST))

    with store.view() as view:
        assert view.count(Organisation) == 44


def test_the_import_can_be_undone(store, services, lists) -> None:
    lists.apply(lists.plan(BODY.id, LIST))

    services.history.undo()

    with store.view() as view:
        assert (view.count(Organisation), view.count(Membership)) == (0, 0)


def test_a_list_without_units_is_refused(lists, tmp_path) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("单位,级别\n", encoding="utf-8")

    with pytest.raises(EmptySheet):
        lists.plan(BODY.id, path)
