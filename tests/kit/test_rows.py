"""Rows in memory: shown, sorted, and passing Qt's own model tester."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from ui.kit.rows import PILL_ROLE, ROW_ROLE, SORT_ROLE, Column, RowsModel
from ui.kit.tones import Pill, Tone


@dataclass(frozen=True)
class Guest:
    id: int
    name: str
    seats: int | None


GUESTS = (Guest(1, "严华", 3), Guest(2, "Ada", None), Guest(3, "Bo", 1))
COLUMNS = (
    Column(lambda: "Name", lambda one: one.name),
    Column(
        lambda: "Seats",
        lambda one: str(one.seats or "—"),
        sort=lambda one: one.seats,
        pill=lambda one: Pill("many", Tone.RED) if (one.seats or 0) > 2 else None,
    ),
)


@pytest.fixture
def model(qtmodeltester):
    made = RowsModel(COLUMNS)
    made.replace(GUESTS)
    return made


def test_model_passes_qts_tester(model, qtmodeltester):
    qtmodeltester.check(model)

    model.sort(1)
    model.replace(GUESTS[:1])
    model.replace(())


def test_cells_tell_text_row_sort_value_and_pill(model):
    index = model.index(0, 1)

    told = [index.data(role) for role in (Qt.ItemDataRole.DisplayRole, ROW_ROLE, SORT_ROLE)]

    assert told == ["3", GUESTS[0], 3]
    assert index.data(PILL_ROLE) == Pill("many", Tone.RED)


def test_sorting_by_value_puts_empty_values_last_both_ways(model):
    model.sort(1, Qt.SortOrder.AscendingOrder)
    upwards = [row.id for row in model.rows()]
    model.sort(1, Qt.SortOrder.DescendingOrder)

    assert upwards == [3, 1, 2]
    assert [row.id for row in model.rows()] == [1, 3, 2]


def test_clearing_the_sort_gives_back_the_first_order(model):
    model.sort(0)
    model.sort(-1)

    assert model.rows() == GUESTS


def test_new_rows_keep_the_chosen_order(model):
    model.sort(0)
    model.replace(GUESTS[1:])

    assert [row.name for row in model.rows()] == ["Ada", "Bo"]


def test_a_marked_row_stays_marked_when_rows_are_sorted(model):
    mark = QPersistentModelIndex(model.index(0, 0))

    model.sort(0)

    assert mark.data(ROW_ROLE) == GUESTS[0]
