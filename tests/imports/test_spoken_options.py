"""What the command line says of an import: decisions and meanings of columns."""

import pytest

from summit_desk.domain.errors.imports import UnknownColumn, UnknownDecision, UnknownField
from summit_desk.domain.imports.plan import Decision, RowVerdict
from summit_desk.domain.imports.spoken_options import read_decisions, read_meanings
from summit_desk.domain.imports.targets import Meaning, Target
from summit_desk.services.imports import ImportOptions


def test_decisions_are_read_by_verdict() -> None:
    decisions = read_decisions("update=yes, duplicate=skip,conflict=create")

    assert dict(decisions.verdicts) == {
        RowVerdict.UPDATE: Decision.APPLY,
        RowVerdict.DUPLICATE: Decision.SKIP,
        RowVerdict.CONFLICT: Decision.CREATE,
    }


@pytest.mark.parametrize("words", ["update", "update=maybe", "changed=yes"])
def test_a_decision_that_is_none_is_refused(words) -> None:
    with pytest.raises(UnknownDecision):
        read_decisions(words)


def test_meanings_are_read_by_column() -> None:
    meanings = read_meanings(
        [
            "联系=mobile",
            "A=B=ignore",
            "晚宴=forum:欢迎晚宴",
            "尺码=own:T恤尺码",
            "座=forum_seat:主论坛",
        ]
    )

    assert meanings == {
        "联系": Meaning(Target.MOBILE),
        "A=B": Meaning(Target.IGNORE),
        "晚宴": Meaning(Target.FORUM_OPTION, "欢迎晚宴"),
        "尺码": Meaning(Target.CUSTOM, "T恤尺码"),
        "座": Meaning(Target.FORUM_SEAT, "主论坛"),
    }


@pytest.mark.parametrize(
    "words", ["联系", "=mobile", "联系=phonenumber", "晚宴=forum:", "甲=custom"]
)
def test_a_meaning_that_is_none_is_refused(words) -> None:
    with pytest.raises(UnknownField):
        read_meanings([words])


def test_a_column_is_named_by_title_or_letter(imports, event_id, sheet) -> None:
    path = sheet("姓名,联系,晚宴", "王芳,13800000003,是")
    options = ImportOptions(targets=read_meanings(["联系=mobile", "C=forum:欢迎晚宴"]))

    plan = imports.plan(event_id, path, options)

    assert plan.rows[0].draft.text(Target.MOBILE) == "13800000003"
    assert plan.additions.forums == ("欢迎晚宴",)


def test_a_column_that_is_not_there_is_refused(imports, event_id, sheet) -> None:
    options = ImportOptions(targets=read_meanings(["电话=mobile"]))

    with pytest.raises(UnknownColumn) as refused:
        imports.plan(event_id, sheet("姓名,联系", "王芳,13800000003"), options)

    assert refused.value.details == {"column": "电话", "columns": "姓名, 联系"}
