"""Planning is deterministic, and an import that is undone was never there, whatever is in it."""

import csv
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, example, given, settings
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
    "编号",
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
    st.sampled_from(["0003", "", ""]),
)
LIST = st.lists(ROW, min_size=1, max_size=12)


def said(*cells: tuple[str, str]) -> tuple[str, ...]:
    """Return a row that says only this."""
    told = dict(cells)
    return tuple(told.get(title, "") for title in HEADER)


# Rows that contradict each other about one seat, number, document or code.
SEAT_TAKEN = [
    said(("姓名", "待定"), ("单位", "示例院"), ("票码", "x")),
    said(("姓名", "待定"), ("单位", "示例院")),
    said(("姓名", "张伟"), ("单位", "示例院"), ("票码", "x"), ("座位（主论坛）", "B-12")),
]
SEAT_OF_ANOTHER = [
    said(("姓名", "待定"), ("单位", "示例院"), ("证件号码", "E00000001"), ("票码", "x")),
    said(("姓名", "张伟"), ("证件号码", "110101190001010014"), ("票码", "x")),
]
NUMBER_OF_ANOTHER = [
    said(("姓名", "王 芳"), ("单位", "示例院"), ("编号", "0003")),
    said(("姓名", "待定"), ("单位", "示例院"), ("编号", "0003")),
    said(("姓名", "待定"), ("单位", "示例院"), ("票码", "x")),
]
WITH_ONESELF = [
    said(("姓名", "李强"), ("证件号码", "E00000001")),
    said(("姓名", "王 芳"), ("证件号码", "E00000001"), ("陪同", "李强")),
]
WITH_ONESELF_OF_BEFORE = [
    said(("姓名", "李强"), ("编号", "0003")),
    said(("姓名", "王 芳"), ("证件号码", "110101190001020020")),
    said(("姓名", "李强"), ("证件号码", "110101190001020020"), ("陪同", "李强")),
    said(("姓名", "刘䶮"), ("证件号码", "110101190001020020")),
]
WITH_A_LATER_ONESELF = [
    said(("姓名", "张伟"), ("单位", "示例院")),
    said(("姓名", "王 芳"), ("证件号码", "E00000001")),
    said(("姓名", "王 芳"), ("证件号码", "E00000001"), ("陪同", "张伟")),
    said(("姓名", "张伟"), ("证件号码", "E00000001")),
]
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


@given(rows=LIST)
@example(rows=SEAT_TAKEN)
@example(rows=SEAT_OF_ANOTHER)
@example(rows=NUMBER_OF_ANOTHER)
@example(rows=WITH_ONESELF)
@example(rows=WITH_ONESELF_OF_BEFORE)
@example(rows=WITH_A_LATER_ONESELF)
@QUIET
def test_a_list_that_was_imported_has_nothing_more_to_say(
    store, services, event, written, rows
) -> None:
    path = written(rows)
    done = services.imports.apply(services.imports.plan(event, path))

    again = services.imports.plan(event, path)

    assert {row.verdict for row in again.rows}.isdisjoint({RowVerdict.NEW, RowVerdict.UPDATE})
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
