"""Very many rows: only the pages that are looked at are fetched."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from ui.kit.paged import PAGE, PagedModel
from ui.kit.rows import ROW_ROLE, Column


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
    for position in (400, 401, 599):
        model.index(position, 0).data(ROW_ROLE)

    assert [ids for ids, _then in asked] == [IDS[2 * PAGE : 3 * PAGE]]


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

    with qtbot.waitSignal(model.modelReset):
        model.show_ids(other)

    assert model.ids() == other
