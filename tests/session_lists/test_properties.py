"""Whatever an agenda sheet holds: planning is certain, once more is the same, undo is nothing."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.store import Store
from summit_desk.domain.change import Topic
from summit_desk.domain.records import Event, Forum, Person, Room, Session, SessionPart
from summit_desk.services.bundle import Services

HEADER = ("日期", "时间", "内容", "嘉宾", "单位", "会场", "分论坛", "主持")
EVENT = Event(
    name="峰会",
    first_day=date(2024, 5, 22),
    last_day=date(2024, 5, 23),
    created_at=datetime(2024, 1, 1, tzinfo=UTC),
)
names = st.sampled_from(["张三", "李四", "李 四", "王五、赵六", "Ann Lee", "待定", "", "陈?"])
rows = st.tuples(
    st.sampled_from(["2024-05-22", "5/23", "2024年6月1日", "", "昨天"]),
    st.sampled_from(["9:00-9:30", "9:30—10:15", "下午2:00-4:00", "23:30-00:30", "10:00", ""]),
    st.sampled_from(["开幕式", "报告", "茶歇", "圆桌", "", "Keynote"]),
    names,
    st.sampled_from(["甲公司", "乙大学", "甲公司、乙大学", ""]),
    st.sampled_from(["主会场", "序厅", ""]),
    st.sampled_from(["主论坛", ""]),
    names,
)


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    store = Store.create(tmp_path_factory.mktemp("properties") / "file.summit")
    with store.unit() as unit:
        unit.put(EVENT)
        unit.commit("set up", Topic.EVENT)
    yield store
    store.close()


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(rows, min_size=1, max_size=8))
def test_a_sheet_of_any_rows_comes_in_once_and_goes_without_a_trace(opened, written) -> None:
    services = Services(opened, lambda: datetime(2024, 1, 1, tzinfo=UTC))
    lists = services.session_lists
    with TemporaryDirectory() as folder:
        path = Path(folder) / "agenda.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([HEADER, *written])
        if not any(any(cell for cell in row) for row in written):
            return
        plan = lists.plan(EVENT.id, path)
        assert lists.plan(EVENT.id, path) == plan

        change = lists.apply(plan)
        try:
            again = lists.plan(EVENT.id, path)
        finally:
            if change.changeset is not None:
                services.history.undo()

    verdicts = [line.verdict.value for line in again.lines]
    assert verdicts == [line.verdict.value.replace("new", "same") for line in plan.lines]
    with opened.view() as view:
        kinds = (Session, SessionPart, Person, Room, Forum)
        assert [view.count(kind) for kind in kinds] == [0] * len(kinds)
