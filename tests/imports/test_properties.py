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
    "代表团",
    "票码",
    "陪同",
    "座位（主论坛）",
    "缴费状态",
    "参会费",
    "抵达时间",
    "用餐场次",
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
    st.sampled_from(["甲团", "示例院", ""]),
    st.sampled_from(["k7m2p9x3", "x", ""]),
    st.sampled_from(["张伟", "李强", "无人", ""]),
    st.sampled_from(["3排12座", "B-12", ""]),
    st.sampled_from(["已缴费", "否", "不知道", ""]),
    st.sampled_from(["1200元", "免", "¥800", ""]),
    st.sampled_from(["5月21日上午", "2024-05-21 14:30", "自驾", ""]),
    st.sampled_from(["午餐、晚餐", "晚餐", ""]),
)
LIST = st.lists(ROW, min_size=1, max_size=12)
# Who somebody is, without rows that contradict each other about it (one document, two names).
PEOPLE = st.sampled_from(
    [
        ("张伟", "示例院", "13800000001", "a@example.com", "110101190001010014", "k7m2p9x3"),
        ("王 芳", "示例院", "138 0000 0002", "", "", ""),
        ("李强", "示例云科技", "", "B@EXAMPLE.com", "110101190001020020", "x"),
        ("李强", "示例院", "+86-13800000003", "", "E00000001", ""),
        ("待定", "示例院", "", "", "", ""),
        ("Müller, Hans", "", "", "hans@example.com", "", ""),
        ("刘䶮", "示例云科技有限公司", "", "", "", ""),
    ]
)


def of_one_person(row: tuple[str, ...], who: tuple[str, ...]) -> tuple[str, ...]:
    """Return a row about this person."""
    told = dict(zip(("姓名", "单位", "手机", "邮箱", "证件号码", "票码"), who, strict=True))
    return tuple(told.get(title, cell) for title, cell in zip(HEADER, row, strict=True))


CLEAR_LIST = st.lists(st.builds(of_one_person, ROW, PEOPLE), min_size=1, max_size=12)
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


def state(store) -> dict[str, list[object]]:
    """Every row of every table but those of the journal."""
    import sqlalchemy as sa
    from sqlmodel import SQLModel

    with store.view() as view:
        return {
            table.name: sorted(map(repr, view.connection.execute(sa.select(table))))
            for table in SQLModel.metadata.sorted_tables
            if table.name not in {"changeset", "row_image"}
        }


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


@given(rows=CLEAR_LIST)
@QUIET
def test_a_list_that_was_imported_has_nothing_more_to_say(
    store, services, event, written, rows
) -> None:
    path = written(rows)
    done = services.imports.apply(services.imports.plan(event, path))

    again = services.imports.plan(event, path)

    changing = {RowVerdict.NEW, RowVerdict.UPDATE}
    assert [row.differences for row in again.rows if row.verdict in changing] == []
    if done.change.changeset is not None:
        services.history.undo()


SHEET_ROW = st.tuples(
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=12),
    st.integers(-(10**9), 10**9),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
)


@given(rows=st.lists(SHEET_ROW, min_size=1, max_size=8))
@QUIET
def test_a_sheet_that_we_write_is_read_back_identical(tmp_path, rows) -> None:
    from exports.sheets import write_sheet
    from summit_desk.domain.documents.sheets import CellKind, SheetColumn, SheetSpec
    from summit_desk.domain.imports.tables import cell_text
    from summit_desk.readers.books import read_book

    kinds = {"甲": CellKind.TEXT, "乙": CellKind.NUMBER, "丙": CellKind.DATE}
    columns = [SheetColumn(title, kind) for title, kind in kinds.items()]
    spec = SheetSpec(title="名单", columns=columns, rows=rows, count=len(rows))
    write_sheet(spec, tmp_path / "list.xlsx", datetime(2024, 5, 19, tzinfo=UTC))

    _header, *read = read_book(tmp_path / "list.xlsx").tables[0].rows

    assert [[cell_text(cell) for cell in row] for row in read] == [
        [cell_text(cell) for cell in row] for row in rows
    ]
