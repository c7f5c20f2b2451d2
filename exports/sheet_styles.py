"""The styles of the cells of a list: header, rows, bands."""

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from exports.sheet_cells import clean
from summit_desk.domain.documents.sheets import CellKind, SheetColumn

FORMATS = {
    CellKind.TEXT: "@",
    CellKind.NUMBER: "General",
    CellKind.MONEY: "#,##0.00",
    CellKind.SHARE: "0.0%",
    CellKind.DATE: "yyyy-mm-dd",
    CellKind.MOMENT: "yyyy-mm-dd hh:mm",
}
FONT = "Microsoft YaHei"
INK, GRID, FRAME = "1F5FBF", "D5DBE5", "A9B3C1"


def style_header(cell: Cell, column: SheetColumn, *, framed: bool) -> None:
    """Make a cell the header of a column."""
    cell.value = clean(column.title)
    cell.data_type = "s"  # a title that begins with "=" is still a title
    cell.font = Font(name=FONT, size=10.5 if framed else 11, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor=INK)
    side = "center" if framed else None
    cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
    cell.border = _frame(FRAME) if framed else Border(bottom=Side("thin", color=GRID))


def style_cell(cell: Cell, column: SheetColumn, *, framed: bool) -> None:
    """Make a cell one of a column."""
    cell.font = Font(name=FONT, size=10.5)
    cell.number_format = FORMATS[column.kind]
    wraps = column.kind is CellKind.TEXT and not column.hidden
    cell.alignment = Alignment(
        horizontal=side_of(column, framed=framed), vertical="center", wrap_text=wraps
    )
    cell.border = _border(framed=framed)


def style_total(cell: Cell, column: SheetColumn, *, framed: bool) -> None:
    """Make a cell a figure of a line of totals."""
    style_cell(cell, column, framed=framed)
    cell.font = Font(name=FONT, size=10.5, bold=True)
    cell.alignment = Alignment(horizontal=side_of(column), vertical="center")


def style_total_text(cell: Cell, *, framed: bool, runs_on: bool) -> None:
    """Make a cell the text of a line of totals; no line crosses one that runs on."""
    cell.font = Font(name=FONT, size=10.5, bold=True)
    cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=not runs_on)
    line = Side("thin", color=FRAME)
    above_and_below = Border(top=line, bottom=line) if framed else _underline()
    cell.border = above_and_below if runs_on else _border(framed=framed)


def style_band(cell: Cell) -> None:
    """Make a cell part of a band."""
    cell.font = Font(name=FONT, size=10.5, bold=True, color=INK)
    cell.fill = PatternFill("solid", fgColor="E8EEF7")
    cell.alignment = Alignment(vertical="center")
    cell.border = Border(top=Side("thin", color=FRAME), bottom=Side("thin", color=FRAME))


def _border(*, framed: bool) -> Border:
    line = Side("hair", color=GRID)
    return _frame(FRAME) if framed else Border(bottom=line, right=line)


def _underline() -> Border:
    return Border(bottom=Side("hair", color=GRID))


def _frame(colour: str) -> Border:
    line = Side("thin", color=colour)
    return Border(left=line, right=line, top=line, bottom=line)


def side_of(column: SheetColumn, *, framed: bool = True) -> str | None:
    """Return where the values of a column stand."""
    is_time = framed and column.kind in {CellKind.DATE, CellKind.MOMENT}
    return "center" if column.centred or is_time else None
