"""The form that deals seats to the selected attendees, with a preview that follows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from summit_desk.domain.errors import DeskError
from summit_desk.domain.seat_blocks import DealtSeat, SeatBlock
from summit_desk.domain.seats import read_seat
from summit_desk.support.i18n import _
from ui.kit.desk import Desk
from ui.kit.form import Check, Editor, Field, FormDialog, Line, Number
from ui.kit.inputs import Input
from ui.kit.rows import Column, RowsModel
from ui.kit.table import Table

PAUSE_MS = 150
WIDTH = 700
PREVIEW_HEIGHT = 230
LONGEST_ROW = 500
START = {"hall": "", "row": "1", "number": 1, "per_row": 10, "by_rank": False}

COLUMNS: Sequence[Column[DealtSeat]] = (
    Column(lambda: _("No."), lambda line: line.number, width=64, muted=True),
    Column(lambda: _("Name"), lambda line: line.name, width=92, strong=True),
    Column(lambda: _("Seat"), lambda line: read_seat(line.seat).words),
    Column(lambda: _("Until now"), lambda line: read_seat(line.before).words, muted=True),
)


class PreviewInput(Input):
    """A table that shows what would happen; it holds no value."""

    def __init__(self) -> None:
        self.model: RowsModel[DealtSeat] = RowsModel(COLUMNS)
        self.table = Table(self.model)
        super().__init__(self.table)
        self.table.setFixedHeight(PREVIEW_HEIGHT)

    def value(self) -> None:
        return None

    def show_value(self, value: object) -> None:
        self.model.replace(value if isinstance(value, list) else [])


@dataclass(frozen=True)
class Preview(Editor):
    """What would happen → nothing."""

    def make(self) -> Input:
        return PreviewInput()


FIELDS = (
    Field("hall", lambda: _("Hall"), Line()),
    Field("row", lambda: _("First row"), Line(longest=4)),
    Field("number", lambda: _("First seat"), Number(1, LONGEST_ROW)),
    Field("per_row", lambda: _("Seats in a row"), Number(1, LONGEST_ROW)),
    Field("by_rank", lambda: _("Order"), Check("")),
    Field("preview", lambda: _("Preview"), Preview()),
)


def block_of(values: dict[str, Any]) -> SeatBlock:
    """Return what the form says."""
    return SeatBlock(
        values["hall"], values["row"], values["number"], values["per_row"], values["by_rank"]
    )


def seats_form(
    count: int,
    deal: Callable[[SeatBlock], list[DealtSeat]],
    desk: Desk,
    parent: QWidget,
) -> FormDialog:
    """Return the form for so many people; `deal` answers which seats they would get."""
    title = _("Assign seats to {count} attendees").format(count=f"{count:,}")
    form = FormDialog(title, _fields(), START, parent, save=_("Assign seats"))
    form.resize(WIDTH, form.height())
    pause = QTimer(form, singleShot=True, interval=PAUSE_MS)
    preview = form.inputs["preview"]

    def refused(problem: DeskError) -> None:
        del problem  # the form says it when somebody saves
        preview.show_value([])

    def ask() -> None:
        block = block_of(form.values())
        desk.run(lambda: deal(block), preview.show_value, refused)

    pause.timeout.connect(ask)
    for key in START:
        form.inputs[key].changed.connect(pause.start)
    pause.start()
    return form


def _fields() -> Sequence[Field]:
    ranked = Check(_("By protocol order instead of the order of the list"))
    return [
        Field(one.key, one.label, ranked, help=_taken) if one.key == "by_rank" else one
        for one in FIELDS
    ]


def _taken() -> str:
    return _("Seats that others have are skipped.")
