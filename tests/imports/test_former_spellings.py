"""A list that keeps the spelling of a name that was changed proposes nothing twice."""

from __future__ import annotations

import pytest

from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.records import Person

FIRST = ("证件号码,姓名", "E12345678,李建国")
TITLES = "证件号码,姓名,读音"
RENAMED = "E12345678,赵卫东,li jian guo"  # as an export reads in which only the name was edited


@pytest.fixture
def renamed(imports, event_id, sheet) -> None:
    """A person whose name was changed by a list that kept the old pinyin."""
    for lines in (FIRST, (TITLES, RENAMED)):
        _import(imports, event_id, sheet(*lines))


def _import(imports, event_id, path) -> None:
    imports.apply(imports.plan(event_id, path))


def _person(store) -> Person:
    with store.view() as view:
        (found,) = view.all(Person)
    return found


def test_the_spelling_of_a_former_name_is_not_proposed_again(
    renamed, store, imports, event_id, sheet
) -> None:
    (again,) = imports.plan(event_id, sheet(TITLES, RENAMED)).rows

    assert _person(store).pinyin == "zhao wei dong"
    assert (again.verdict, again.differences) == (RowVerdict.SAME, ())
    (flag,) = again.flags
    assert flag.target is Target.PINYIN
    assert "李建国" in str(flag)


def test_what_else_the_row_says_is_still_taken(renamed, store, imports, event_id, sheet) -> None:
    path = sheet(TITLES + ",性别", RENAMED + ",男")
    (row,) = imports.plan(event_id, path).rows
    _import(imports, event_id, path)

    assert [one.target for one in row.differences] == [Target.SEX]
    assert (_person(store).pinyin, _person(store).sex) == ("zhao wei dong", "male")


def test_a_spelling_that_never_was_the_former_one_is_taken(
    renamed, store, imports, event_id, sheet
) -> None:
    _import(imports, event_id, sheet(TITLES, "E12345678,赵卫东,chiu wai tung"))

    assert _person(store).pinyin == "chiu wai tung"


def test_a_former_spelling_of_the_same_name_can_come_back(store, imports, event_id, sheet) -> None:
    _import(imports, event_id, sheet(*FIRST))
    _import(imports, event_id, sheet(TITLES, "E12345678,李建国,lee kin kwok"))

    _import(imports, event_id, sheet(TITLES, "E12345678,李建国,li jian guo"))

    assert _person(store).pinyin == "li jian guo"


def test_a_change_of_name_that_was_undone_leaves_no_former_name(
    renamed, services, store, imports, event_id, sheet
) -> None:
    services.history.undo()

    _import(imports, event_id, sheet(TITLES, "E12345678,李建国,zhao wei dong"))

    assert _person(store).pinyin == "zhao wei dong"
