"""Sends the pages of a PDF to a printer, each as fine as the printer can."""

from math import sqrt

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from summit_desk.domain.progress import Progress

FINEST = 600  # dots per inch: more only takes longer
MOST_DOTS = 20_000_000  # of one page: A4 at 450 dots per inch, 80 MB
POINTS = 72.0


def set_up(printer: QPrinter, content: bytes) -> None:
    """Give the printer the size of the document's first page, before its dialog is shown."""
    document, _buffer = _open(content)
    printer.setFullPage(True)
    printer.setPageSize(_page_size(document, 0))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    printer.setFromTo(1, document.pageCount())


def print_pages(printer: QPrinter, content: bytes, progress: Progress) -> int:
    """Print the pages that the dialog asked for; return how many."""
    document, _buffer = _open(content)
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or document.pageCount(), document.pageCount())
    resolution = min(printer.resolution(), FINEST)
    printer.setResolution(resolution)
    painter = QPainter()
    for number in range(first, last + 1):
        progress.step(number - first, last - first + 1)
        printer.setPageSize(_page_size(document, number - 1))
        if painter.isActive():
            printer.newPage()
        elif not painter.begin(printer):
            return 0
        _draw(painter, document, number - 1, resolution)
    painter.end()
    return last - first + 1


def _draw(painter: QPainter, document: QPdfDocument, page: int, resolution: int) -> None:
    points = document.pagePointSize(page)
    scale = resolution / POINTS
    sheet = QRect(0, 0, round(points.width() * scale), round(points.height() * scale))
    shrink = min(1.0, sqrt(MOST_DOTS / (sheet.width() * sheet.height())))
    size = QSize(round(sheet.width() * shrink), round(sheet.height() * shrink))
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)  # the pages come transparent, which some drivers blacken
    with QPainter(picture) as paper:
        paper.drawImage(0, 0, document.render(page, size))
    painter.drawImage(sheet, picture)


def _page_size(document: QPdfDocument, page: int) -> QPageSize:
    points = document.pagePointSize(page)
    size = QSizeF(points.width(), points.height())
    return QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


def _open(content: bytes) -> tuple[QPdfDocument, QBuffer]:
    """Return the document and the buffer that it reads from, which must live as long."""
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document, buffer
