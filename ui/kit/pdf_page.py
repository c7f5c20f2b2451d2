"""The pages of a PDF on screen: one page for a pane, or all of them to scroll through.

Pages are painted when they come into view. What is seen is what the printer gets: the same file.
"""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from ui.kit.tokens import tokens

GAP = 18
EDGE = 1
ZOOM_STEP, LEAST_ZOOM, MOST_ZOOM = 1.25, 0.25, 3.0
KEPT_PAGES = 24
SMALL_ENOUGH = 0.6  # of the size on paper: smaller ones don't stand in twos
INCH, SCREEN_DPI = 72.0, 96.0


class PdfFile:
    """A PDF in memory and the pictures of its pages."""

    def __init__(self) -> None:
        self._document = QPdfDocument()
        self._buffer = QBuffer()
        self._pictures: dict[tuple[int, int, int], QPixmap] = {}

    def open(self, content: bytes) -> None:
        """Show other pages; empty content shows none."""
        self._pictures.clear()
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        if content:
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document.load(self._buffer)

    def count(self) -> int:
        """Return how many pages there are."""
        return self._document.pageCount()

    def size(self, page: int) -> tuple[float, float]:
        """Return a page's width and height in pixels at 100 %."""
        points = self._document.pagePointSize(page)
        scale = SCREEN_DPI / INCH
        return points.width() * scale, points.height() * scale

    def picture(self, page: int, size: QSize, ratio: float) -> QPixmap:
        """Return a page drawn at a size; `ratio` is the screen's pixels per point."""
        key = page, size.width(), size.height()
        found = self._pictures.get(key)
        if found is None or found.devicePixelRatio() != ratio:
            found = QPixmap.fromImage(self._document.render(page, size * ratio))
            found.setDevicePixelRatio(ratio)
            while len(self._pictures) >= KEPT_PAGES:
                self._pictures.pop(next(iter(self._pictures)))
            self._pictures[key] = found
        return found


def draw_page(painter: QPainter, box: QRect, picture: QPixmap) -> None:
    """Draw a sheet of paper with a fine edge."""
    painter.fillRect(box, QColor("#ffffff"))  # paper is white in every theme
    painter.drawPixmap(box.topLeft(), picture)
    painter.setPen(QColor(tokens().line_strong))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(-EDGE, -EDGE, 0, 0))


class PdfPage(QWidget):
    """The first page of a PDF, as large as the widget allows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = PdfFile()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(80, 80)

    def show_pdf(self, content: bytes) -> None:
        """Show the first page; empty content shows nothing."""
        self._file.open(content)
        self.updateGeometry()
        self.update()

    def is_empty(self) -> bool:
        """Tell whether there is no page."""
        return self._file.count() == 0

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self.is_empty():
            return self.minimumHeight()
        page_width, page_height = self._file.size(0)
        return ceil(width * page_height / page_width)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.is_empty():
            return
        width, height = self._file.size(0)
        scale = min((self.width() - 2) / width, (self.height() - 2) / height)
        size = QSize(max(1, round(width * scale)), max(1, round(height * scale)))
        box = QRect(QPoint((self.width() - size.width()) // 2, EDGE), size)
        with QPainter(self) as painter:
            draw_page(painter, box, self._file.picture(0, size, self.devicePixelRatioF()))


class PdfPages(QAbstractScrollArea):
    """All pages of a PDF, as many side by side as fit; Ctrl and the wheel zoom."""

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = PdfFile()
        self._places: list[QRect] = []
        self._zoom = 1.0
        self._zoom_is_fitting = True  # until the person chooses another
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)

    def show_pdf(self, content: bytes) -> None:
        """Show other pages, from the first one."""
        self._file.open(content)
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def page_count(self) -> int:
        """Return how many pages are shown."""
        return self._file.count()

    def zoom(self) -> float:
        """Return the present zoom; 1 is the size on paper."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the pages larger or smaller."""
        self._zoom = min(MOST_ZOOM, max(LEAST_ZOOM, zoom))
        self._zoom_is_fitting = False
        self._lay_out()
        self.zoomed.emit(self._zoom)

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self.set_zoom(self._zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self.set_zoom(self._zoom / ZOOM_STEP)

    def _fitting_zoom(self) -> float:
        """Return the paper's own size, or less: a page is whole, small ones stand in twos."""
        if not self._file.count():
            return 1.0
        (width, _height), room = self._file.size(0), self.viewport().width()
        in_twos = (room - 3 * GAP) / (2 * width)
        if self._file.count() > 1 and in_twos >= SMALL_ENOUGH:
            return min(1.0, in_twos)
        return min(1.0, max(LEAST_ZOOM, (room - 2 * GAP) / width))

    def _lay_out(self) -> None:
        if self._zoom_is_fitting:
            self._zoom = self._fitting_zoom()
        self._places = list(self._rows())
        bottom = max((box.bottom() for box in self._places), default=0) + GAP
        right = max((box.right() for box in self._places), default=0) + GAP
        view = self.viewport().size()
        bars = ((self.verticalScrollBar(), bottom, view.height()),
                (self.horizontalScrollBar(), right, view.width()))  # fmt: skip
        for bar, whole, shown in bars:
            bar.setRange(0, max(0, whole - shown))
            bar.setPageStep(shown)
        self.viewport().update()

    def _rows(self) -> Iterator[QRect]:
        """Yield the place of each page; a row is centred and as full as the view is wide."""
        room, top, page = self.viewport().width() - GAP, GAP, 0
        sizes = [self._shown_size(p) for p in range(self._file.count())]
        while page < len(sizes):
            end, used = page, 0
            while end < len(sizes) and (end == page or used + sizes[end].width() + GAP <= room):
                used += sizes[end].width() + GAP
                end += 1
            left = max(GAP, (room + GAP - used + GAP) // 2)
            for size in sizes[page:end]:
                yield QRect(QPoint(left, top), size)
                left += size.width() + GAP
            top += max(size.height() for size in sizes[page:end]) + GAP
            page = end

    def _shown_size(self, page: int) -> QSize:
        width, height = self._file.size(page)
        return QSize(max(1, round(width * self._zoom)), max(1, round(height * self._zoom)))

    def paintEvent(self, event: QPaintEvent) -> None:
        shift = QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        ratio = self.devicePixelRatioF()
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(tokens().line))
            for page, place in enumerate(self._places):
                box = place.translated(shift)
                if box.intersects(event.rect()):
                    draw_page(painter, box, self._file.picture(page, box.size(), ratio))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_in() if event.angleDelta().y() > 0 else self.zoom_out()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Plus: self.zoom_in, Qt.Key.Key_Equal: self.zoom_in,
                 Qt.Key.Key_Minus: self.zoom_out}  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            step()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self.viewport().update()
        super().changeEvent(event)
