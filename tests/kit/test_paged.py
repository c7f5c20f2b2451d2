"""Very many rows: only the pages that are looked at are fetched."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from ui.kit.paged import PAGE, PagedModel
from ui.kit.rows import ROW_ROLE, Column
from ui.kit.swift import SwiftTable


@dataclass(frozen=True)
class Line:
    id: UUID
    name: str


IDS = [UUID(int=number) for number in range(1000)]
COLUMNS = (Column(lambda: "Name", lambda one: one.name),)


def line(key: UUID) -> Line:
    return Line(key, f"guest {key.int}")


@pytest.fixture
def asked() -> list:
    return []


@pytest.fixture
def model(asked):
    """A model whose fetches wait in `asked` until the test answers them."""
    made = PagedModel(COLUMNS, lambda ids, then: asked.append((ids, then)))
    made.show_ids(IDS)
    return made


def answer(asked: list) -> None:
    ids, then = asked.pop(0)
    then([line(key) for key in reversed(ids)])


def test_model_passes_qts_tester(qtmodeltester):
    made = PagedModel(COLUMNS, lambda ids, then: then([line(key) for key in ids]))
    made.show_ids(IDS[:450])

    qtmodeltester.check(made)


def test_a_row_is_an_ellipsis_until_its_page_has_come(model, asked):
    before = model.index(250, 0).data()
    answer(asked)

    assert before == "…"
    assert model.index(250, 0).data() == "guest 250"


def test_a_page_is_asked_for_once(model, asked):
    for position in (2 * PAGE, 2 * PAGE + 1, 3 * PAGE - 1):
        model.index(position, 0).data(ROW_ROLE)

    assert [list(ids) for ids, _then in asked] == [IDS[2 * PAGE : 3 * PAGE]]


def test_an_answer_for_an_older_list_is_dropped(model, asked):
    model.index(0, 0).data()
    model.show_ids(IDS[500:])
    answer(asked)

    assert model.index(0, 0).data() == "…"


def test_a_click_on_a_header_asks_for_another_order(model, qtbot):
    with qtbot.waitSignal(model.sort_asked) as told:
        model.sort(0, Qt.SortOrder.DescendingOrder)

    assert told.args == [0, True]


def test_more_of_the_same_list_leaves_what_is_here(model, asked, qtbot):
    model.show_ids(IDS[:PAGE])
    model.index(0, 0).data()
    answer(asked)

    with qtbot.waitSignal(model.rowsInserted) as told, qtbot.assertNotEmitted(model.modelReset):
        model.show_ids(IDS)

    assert told.args[1:] == [PAGE, 999]
    assert (model.index(0, 0).data(), asked) == ("guest 0", [])


def test_the_model_passes_qts_tester_while_a_list_goes_on(qtmodeltester):
    made = PagedModel(COLUMNS, lambda ids, then: then([line(key) for key in ids]))
    made.show_ids(IDS[:PAGE])
    qtmodeltester.check(made)

    made.show_ids(IDS)

    assert made.rowCount() == 1000


def test_a_list_that_only_begins_alike_is_shown_anew(model, asked, qtbot):
    model.show_ids(IDS[:PAGE])
    other = [*IDS[: PAGE - 1], *IDS[PAGE:]]

    with qtbot.waitSignal(model.shown):
        model.show_ids(other)

    assert model.ids() == other


@pytest.mark.parametrize("shown", [[], IDS[:1], IDS[500:], IDS[::-1], IDS[100:130]])
def test_the_model_passes_qts_tester_while_other_rows_are_shown(qtmodeltester, shown):
    made = PagedModel(COLUMNS, lambda ids, then: then([line(key) for key in ids]))
    made.show_ids(IDS[:300])
    qtmodeltester.check(made)

    made.show_ids(shown)

    assert [made.index(at, 0).data() for at in range(made.rowCount())] == [
        f"guest {key.int}" for key in shown
    ]


@pytest.fixture
def table(qtbot) -> SwiftTable:
    """A table that is scrolled down, with its 700th row selected."""
    made = PagedModel(COLUMNS, lambda ids, then: then([line(key) for key in ids]))
    shown = SwiftTable(made, many=True)
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    made.show_ids(IDS)
    shown.show()
    qtbot.waitExposed(shown)
    shown.select(IDS[700])
    return shown


def chosen(table: SwiftTable) -> list[str]:
    return [one.name for one in table.selected()]


def test_other_rows_are_shown_from_the_top_with_nobody_selected(table):
    before = (chosen(table), table.verticalScrollBar().value() > 0)
    table.model().show_ids(IDS[:600])

    assert before == (["guest 700"], True)
    assert (chosen(table), table.currentIndex().isValid()) == ([], False)
    assert table.verticalScrollBar().value() == 0


def test_who_was_selected_stays_selected_among_other_rows(table):
    told = []
    table.row_selected.connect(told.append)
    table.model().show_ids(IDS[650:720])

    assert chosen(table) == ["guest 700"]
    assert told == [line(IDS[700])]
    assert table.rowAt(table.rowViewportPosition(50) + 1) == 50


def test_the_header_is_not_painted_again_with_other_rows(table):
    class Painted(QObject):
        times = 0

        def eventFilter(self, _watched, event) -> bool:  # noqa: N802 -- Qt's name
            Painted.times += event.type() is QEvent.Type.Paint
            return False

    table.model().show_ids(IDS[:600])
    QApplication.processEvents()
    spy = Painted()
    table.horizontalHeader().viewport().installEventFilter(spy)
    for keys in (IDS[100:700], IDS[:200], IDS[300:]):
        table.model().show_ids(keys)
        table.selectRow(2)
        QApplication.processEvents()

    assert Painted.times == 0
