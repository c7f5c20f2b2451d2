"""The picture of the welcome page: mountains drawn by the painter, and what this program is."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from random import Random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QLinearGradient, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from summit_desk import __version__
from summit_desk.support.i18n import _
from ui.kit.fonts import sized

SKY = ((0.0, "#0f2a52"), (0.45, "#1b55ad"), (0.8, "#6fa4e8"), (1.0, "#b9d5f7"))
# colour at the ridge, colour at the foot, height of the ridge, how rough, which mountains
RANGES = (
    ("#6d9fe4", "#9dc1f0", 0.62, 0.20, 11),
    ("#3b73c6", "#5f94dc", 0.73, 0.19, 5),
    ("#1f4f9a", "#2f65b6", 0.84, 0.16, 23),
    ("#0d2950", "#143a70", 0.93, 0.10, 8),
)
HALVINGS = 7


@lru_cache(maxsize=len(RANGES))
def ridge(seed: int) -> Sequence[float]:
    """Return a mountain ridge between -1 and 1: a line halved again and again."""
    chance = Random(seed)  # noqa: S311 -- a picture, not a secret
    heights, rough = [chance.uniform(-1, 1), chance.uniform(-1, 1)], 0.9
    for _halving in range(HALVINGS):
        finer = []
        for left, right in pairwise(heights):
            finer += [left, (left + right) / 2 + chance.uniform(-rough, rough)]
        heights, rough = [*finer, heights[-1]], rough * 0.5
    return heights


class Banner(QWidget):
    """The left side of the welcome page; the same in light and dark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(360)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sky = QLinearGradient(0, 0, 0, self.height() * 0.8)
            for at, colour in SKY:
                sky.setColorAt(at, QColor(colour))
            painter.fillRect(self.rect(), sky)
            for top, foot, height, rough, seed in RANGES:
                self._draw_range(painter, (top, foot), (height, rough), seed)
            self._draw_words(painter)

    def _draw_range(
        self,
        painter: QPainter,
        colours: tuple[str, str],
        shape: tuple[float, float],
        seed: int,
    ) -> None:
        width, height = self.width(), self.height()
        line = ridge(seed)
        step = width / (len(line) - 1)
        corners = [
            QPointF(at * step, (shape[0] - one * shape[1] * 0.5) * height)
            for at, one in enumerate(line)
        ]
        ground = QLinearGradient(0, (shape[0] - 0.15) * height, 0, (shape[0] + 0.2) * height)
        ground.setColorAt(0, QColor(colours[0]))
        ground.setColorAt(1, QColor(colours[1]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPolygon(QPolygonF([*corners, QPointF(width, height), QPointF(0, height)]))

    def _draw_words(self, painter: QPainter) -> None:
        left, width = 56, self.width() - 90
        painter.setPen(QColor("#ffffff"))
        painter.setFont(sized(self.font(), 40, QFont.Weight.Bold))
        painter.drawText(QRectF(left, 92, width, 62), 0, _("Summit Desk"))
        painter.setFont(sized(self.font(), 17))
        flags = int(Qt.TextFlag.TextWordWrap)
        text = _(
            "From an empty file to paper and the door: agenda, speakers, registrations, badges, "
            "check-in and business trips on one desk."
        )
        painter.drawText(QRectF(left, 164, width, 120), flags, text)
        painter.setFont(sized(self.font(), 12))
        text = _("Everything stays on this computer. No internet needed.")
        foot = QRectF(left, self.height() - 44, width, 30)
        painter.drawText(foot, flags, f"{text}   {__version__}")
