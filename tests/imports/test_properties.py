"""Planning is deterministic, and an import that is undone was never there, whatever is in it."""

import csv
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.records import Event
from summit_desk.services.bundle import Services

HEADER = (
    "姓名",
    "单位",
    "职务",
    "手机",
    "邮箱",
    "证件号码",
    "参会类型",
    "参加论坛",
    "入住",
    "备注",
    "小组",
)
NAMES = st.sampled_from(["张伟", "王 芳", "李强", "待定", "欧阳晓琳", "Müller, Hans", "刘䶮", ""])
UNITS = st.sampled_from(["示例院", "示例云科技有限公司", "示例云科技", ""])
PHONES = st.sampled_from(["13800000001", "138 0000 0002", "+86-13800000003", "1.38E+10", ""])
WILD = st.text(max_size=20)
ROW = st.tuples(
    NAMES | WILD,
    UNITS,
    WILD,
    PHONES,
    st.sampled_from(["a@example.com", "A@EXAMPLE.com", "nobody", ""]),
    st.sampled_from(["110101190001010014", "110101190001020020", "E00000001", ""]),
    st.sampled_from(["代表", "嘉宾", "专家", ""]),
    st.sampled_from(["主论坛┋数据要素", "主论坛", "其他〖闭门会〗", "=cmd|'/c calc'!A0", ""]),
    st.sampled_from(["2024-05-21", "5月21日", "45433", "待定", "/"]),
    WILD,
    st.sampled_from(["甲", "乙", "&amp;amp;", ""]),
)
LIST = st.lists(ROW, min_size=1, max_size=12)
QUIET = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def written(tmp_path):
    def write(rows):
        path = tmp_path / "list.csv"
        with path.open("w", encoding="utf-8", newline="", errors="replace") as file:
            csv.writer(file).writerows([HEADER, *rows])
        return path

    return write


@pytest.fixture
def event(services: Services):
    event = Event(
        name="峰会",
        first_day=date(2024, 5, 22),
        last_day=date(2024, 5, 23),
        created_at=datetime(2024, 1, 1, tzinfo=UTC),
    )
    services.events.create(event)
    return event.id


def state(store) -> list[object]:
    from summit_desk.domain.records import (
        Attendee,
        AttendeeForum,
        Category,
        CustomField,
        Forum,
        Organisation,
        Person,
        Position,
        Setting,
    )

    people = (Attendee, AttendeeForum, Person, Position, Organisation)
    people = (Attendee, AttendeeForum, Person, Position, Organisation)
    kinds = (*people, Category, CustomField, Forum, Setting)
    with store.view() as view:
        return [view.all(kind, order=("id",)) for kind in kinds]


@given(rows=LIST)
@QUIET
def test_an_import_that_is_undone_was_never_there(store, services, event, written, rows) -> None:
    before = state(store)
    plan = services.imports.plan(event, written(rows))
    assert services.imports.plan(event, written(rows)).rows == plan.rows

    done = services.imports.apply(plan)

    if done.change.changeset is not None:
        services.history.undo()
    assert state(store) == before


@given(rows=LIST)
@QUIET
def test_a_list_that_was_imported_has_nothing_more_to_say(
    store, services, event, written, rows
) -> None:
    path = written(rows)
    done = services.imports.apply(services.imports.plan(event, path))

    again = services.imports.plan(event, path)

    changing = {RowVerdict.NEW, RowVerdict.UPDATE}
    assert [row for row in again.rows if row.verdict in changing] == []
    if done.change.changeset is not None:
        services.history.undo()
