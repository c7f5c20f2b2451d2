"""Charts beside the rows of a sheet: columns on each other, and a line over them."""

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.axis import ChartLines, TextAxis
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RichTextProperties,
)
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from summit_desk.domain.documents.sheets import Chart

GAP, COLUMN = 2.0, 10.0  # widths in digits of the column between, and of each under the chart
CHART_COLUMNS = 11  # with the one between
CHART_WIDTH = GAP + COLUMN * (CHART_COLUMNS - 1)
WIDE_CM, HIGH_CM = 20, 11
MOST_LABELS = 14
COLOURS = (
    *("1F5FBF", "2E9E6B", "D98A1F", "7A5BC7", "C2497A", "2FA3B5", "8A6D3B", "5D6B7E"),
    *("93B5E6", "9BD3B8", "EFC78A", "BFAFE3"),
)
LINE, INK, GRID = "B3261E", "4B5563", "E1E5EB"
SMALL = 900  # hundredths of a point
UPRIGHT = -5_400_000  # of a text, in sixty-thousandths of a degree


def draw_chart(sheet: Worksheet, chart: Chart, header: int, last: int, columns: int) -> None:
    """Put a chart of the rows beside them, below the header, which every page repeats."""
    for at in range(1, CHART_COLUMNS + 1):
        letter = get_column_letter(columns + at)
        sheet.column_dimensions[letter].width = GAP if at == 1 else COLUMN
    rows = (header + 1, max(last, header + 1))
    bars = _bars(sheet, chart, header, rows)
    line = _line(sheet, chart, header, rows)
    bars += line
    bars.width, bars.height = WIDE_CM, HIGH_CM
    sheet.add_chart(bars, f"{get_column_letter(columns + 2)}{header + 2}")


def _bars(sheet: Worksheet, chart: Chart, header: int, rows: tuple[int, int]) -> BarChart:
    bars = BarChart()
    bars.type, bars.grouping, bars.overlap, bars.gapWidth = "col", "stacked", 100, 30
    bars.title, bars.legend.position = chart.title, "b"
    for number, column in enumerate(chart.stacked):
        series = _series(sheet, chart, column, header, rows)
        colour = COLOURS[number % len(COLOURS)]
        series.graphicalProperties = GraphicalProperties(solidFill=colour)
        series.invertIfNegative = False
        bars.series.append(series)
    _set_axes(bars, chart.stack_title, rows)
    thin = GraphicalProperties(ln=LineProperties(solidFill=GRID))
    bars.y_axis.majorGridlines = ChartLines(spPr=thin)
    bars.layout = Layout(ManualLayout(x=0.08, y=0.13, w=0.84, h=0.63, xMode="edge", yMode="edge"))
    return bars


def _line(sheet: Worksheet, chart: Chart, header: int, rows: tuple[int, int]) -> LineChart:
    line = LineChart()
    series = _series(sheet, chart, chart.line, header, rows)
    series.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=LINE, w=22_000))
    series.marker, series.smooth = Marker(symbol="none"), False
    line.series.append(series)
    _set_axes(line, chart.line_title, rows)
    line.y_axis.axId, line.y_axis.crosses = 200, "max"
    line.y_axis.majorGridlines = None
    return line


def _set_axes(chart: BarChart | LineChart, title: str, rows: tuple[int, int]) -> None:
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.title, chart.y_axis.number_format = title, "#,##0"
    chart.y_axis.scaling.min = 0
    skip = -(-(rows[1] - rows[0] + 1) // MOST_LABELS)
    assert isinstance(chart.x_axis, TextAxis)
    chart.x_axis.tickLblSkip = chart.x_axis.tickMarkSkip = max(1, skip)
    chart.x_axis.noMultiLvlLbl = True
    chart.x_axis.txPr, chart.y_axis.txPr = _small_print(UPRIGHT), _small_print()


def _series(
    sheet: Worksheet, chart: Chart, column: int, header: int, rows: tuple[int, int]
) -> Series:
    values = Reference(sheet, min_col=column + 1, min_row=header, max_row=rows[1])
    series: Series = SeriesFactory(values, title_from_data=True)
    letter = get_column_letter(chart.labels + 1)
    name = quote_sheetname(sheet.title)
    labels = f"{name}!${letter}${rows[0]}:${letter}${rows[1]}"
    series.cat = AxDataSource(strRef=StrRef(f=labels))
    return series


def _small_print(turned: int = 0) -> RichText:
    font = CharacterProperties(sz=SMALL, solidFill=INK)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=font), endParaRPr=font)
    return RichText(bodyPr=RichTextProperties(rot=turned), p=[paragraph])
