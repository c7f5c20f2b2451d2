"""Painting the grid: hours, rooms and cards."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from summit_desk.domain.agenda_view import AgendaView
from summit_desk.domain.records import Room
from summit_desk.support.i18n import _, in_words
from ui.agenda.geometry import AXIS, HEADER, HOUR, Grid
from ui.agenda.looks import Look
from ui.kit.fonts import sized
from ui.kit.tokens import mixed, tint, tokens
from ui.kit.tones import Tone

STRIPE = 3.0
ROUND = 7.0
PADDING = 10.0
SIGN = 16.0  # below this height there is no space for a sign
ONE_LINE = 30.0  # in a card of one line that line stays at the top
TITLE_ROW, SMALL_ROW = 17.5, 15.5  # tighter than the font's own lines, which are for prose
CLOSING = "，。、；：！？》）」』”’·,.;:!?)"
DEMI = QFont.Weight.DemiBold


def draw_hours(painter: QPainter, grid: Grid, left: float, right: float) -> None:
    """Draw a fine line for each hour, and a finer one for each half where there is space."""
    worn = tokens()
    half = mixed(QColor(worn.surface), QColor(worn.line), 0.45)
    for minute in range(grid.hours.first, grid.hours.last + 1, HOUR // 2):
        whole = minute % HOUR == 0
        painter.setPen(QPen(QColor(worn.line) if whole else half, 1))
        painter.drawLine(
            QPointF(left, round(grid.y(minute))), QPointF(right, round(grid.y(minute)))
        )


def draw_axis(painter: QPainter, grid: Grid, height: float) -> None:
    """Draw the times at the left, over whatever was scrolled under them."""
    worn = tokens()
    painter.fillRect(QRectF(0, 0, AXIS - 4, height), QColor(worn.surface))
    painter.setFont(sized(painter.font(), 12))
    painter.setPen(QColor(worn.muted))
    for minute in range(grid.hours.first, grid.hours.last + 1, HOUR):
        box = QRectF(0, grid.y(minute) - 10, AXIS - 14, 20)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, clock(minute)
        )


def clock(minute: float) -> str:
    """Return a minute of the day as a time; after midnight it starts again."""
    hour, rest = divmod(round(minute), HOUR)
    return f"{hour % 24:02}:{rest:02}"


def draw_rooms(painter: QPainter, grid: Grid, view: AgendaView, width: float) -> None:
    """Draw the rooms at the top with their forums and seats."""
    worn = tokens()
    painter.fillRect(QRectF(0, 0, width, HEADER), QColor(worn.surface))
    base = painter.font()
    for column, room in enumerate(grid.rooms):
        box = QRectF(grid.x(column) + 2, 8, grid.width_of(column) - 4, 20)
        below = QRectF(box.left(), 28, box.width(), 18)
        if grid.is_slim(column):
            _draw_dots(painter, below, room, view)
            continue
        _draw_line(painter, box, room_name(room), sized(base, 14, DEMI), QColor(worn.ink))
        below.setLeft(_draw_dots(painter, below, room, view))
        _draw_line(painter, below, room_note(room, view), sized(base, 12), QColor(worn.muted))
    painter.setPen(QColor(worn.line))
    painter.drawLine(QPointF(0, HEADER - 0.5), QPointF(width, HEADER - 0.5))


def draw_slim_rooms(painter: QPainter, grid: Grid) -> None:
    """Write the names of rooms in which nothing is planned along their columns."""
    worn = tokens()
    painter.setFont(sized(painter.font(), 12))
    for column, room in enumerate(grid.rooms):
        if not grid.is_slim(column):
            continue
        painter.save()
        painter.fillRect(
            QRectF(grid.x(column), HEADER, grid.width_of(column), grid.height),
            mixed(QColor(worn.surface), QColor(worn.line), 0.28),
        )
        painter.setPen(QColor(worn.muted))
        painter.translate(grid.x(column) + grid.width_of(column) / 2, HEADER + 14)
        painter.rotate(90)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, -10, 260, 20), flags, room_name(room))
        painter.restore()


def _draw_dots(painter: QPainter, box: QRectF, room: Room, view: AgendaView) -> float:
    """Draw the colour of each forum of a room; return where the text goes on."""
    left = box.left()
    painter.setPen(Qt.PenStyle.NoPen)
    for forum in view.forums:
        if forum.room_id == room.id:
            painter.setBrush(QColor(forum.colour))
            painter.drawEllipse(QRectF(left, box.center().y() - 4, 8, 8))
            left += 13
    return left


def room_name(room: Room) -> str:
    """Return floor and name, e.g. "3F 浦江厅"."""
    return " ".join(filter(None, (room.floor, in_words(room.name, room.name_other))))


def room_note(room: Room, view: AgendaView) -> str:
    """Return the seats of a room and its forums."""
    forums = [in_words(f.name, f.name_other) for f in view.forums if f.room_id == room.id]
    seats = [_("{count} seats").format(count=room.capacity)] if room.capacity else []
    return " · ".join(seats + forums)


def draw_card(painter: QPainter, box: QRectF, look: Look, *, selected: bool) -> None:
    """Draw a session: ground and stripe by kind, as many lines as there is space for."""
    painter.save()
    painter.setOpacity(painter.opacity() * (0.55 if look.cancelled else 1.0))
    tinted = tint(look.tone)
    path = QPainterPath()
    path.addRoundedRect(box, ROUND, ROUND)
    painter.fillPath(path, QColor(tinted.ground))
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(box.left(), box.top(), STRIPE, box.height()), QColor(tinted.ink))
    painter.restore()
    if look.draft or selected:
        _draw_edge(painter, box, look, selected=selected)
    _draw_words(painter, box, look)
    painter.restore()


def _draw_edge(painter: QPainter, box: QRectF, look: Look, *, selected: bool) -> None:
    worn = tokens()
    colour = worn.danger if look.clash and selected else worn.accent
    pen = QPen(QColor(colour if selected else tint(look.tone).ink), 2 if selected else 1)
    pen.setStyle(Qt.PenStyle.SolidLine if selected else Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)


def _draw_words(painter: QPainter, box: QRectF, look: Look) -> None:
    worn, base = tokens(), painter.font()
    inner = box.adjusted(PADDING + STRIPE, 3, -PADDING / 2, -1)
    if look.warning and box.height() >= SIGN:
        inner.setRight(inner.right() - _draw_warning(painter, box))
    title, small = sized(base, 13, DEMI), sized(base, 12)
    title.setStrikeOut(look.cancelled)
    if inner.height() < TITLE_ROW + SMALL_ROW - 1:
        title.setPixelSize(max(min(13, round(box.height()) - 4), 8))
        middle = QRectF(inner.left(), box.top(), inner.width(), min(box.height(), ONE_LINE))
        _draw_line(painter, middle, look.title, title, QColor(worn.ink), look.word)
        return
    long = _width(look.title, title) > inner.width()
    rows = 2 if long and inner.height() >= 2 * TITLE_ROW + SMALL_ROW - 1 else 1
    top = _draw_title(painter, inner, look.title, title, rows)
    ink = QColor(tint(look.tone).ink)
    muted = QColor(worn.muted)
    for words, word, colour in ((look.people, look.word, ink), (look.time, "", muted)):
        row = QRectF(inner.left(), top, inner.width(), SMALL_ROW)
        if (words or word) and row.bottom() <= inner.bottom() + 1:
            _draw_line(painter, row, words, small, colour, word)
            top += SMALL_ROW + 1


def _draw_title(painter: QPainter, box: QRectF, text: str, font: QFont, rows: int) -> float:
    """Draw the title in one or two rows; return where it ends."""
    metrics = QFontMetricsF(font)
    top = box.top()
    for row in range(rows):
        fits = len(text) if row == rows - 1 else _fitting(text, metrics, box.width())
        line = QRectF(box.left(), top, box.width(), TITLE_ROW)
        _draw_line(painter, line, text[:fits], font, QColor(tokens().ink))
        top += TITLE_ROW
        text = text[fits:].lstrip()
    return top


def _fitting(text: str, metrics: QFontMetricsF, width: float) -> int:
    """Return how many characters fit on a line.

    Latin words are not torn apart, and no line begins with a closing mark.
    """
    fits = len(text)
    while fits > 1 and metrics.horizontalAdvance(text[:fits]) > width:
        fits -= 1
    while 1 < fits < len(text) and text[fits] in CLOSING:
        fits -= 1
    space = text.rfind(" ", 0, fits)
    torn = fits < len(text) and text[fits - 1].isascii() and text[fits].isascii()
    return space + 1 if torn and space > 0 else fits


def _draw_warning(painter: QPainter, box: QRectF) -> float:
    """Draw the sign of a warning at the top right; return how much width it takes."""
    amber = tint(Tone.AMBER)
    sign = QRectF(box.right() - 22, box.top() + 6, 15, 15)
    if box.height() < ONE_LINE:
        sign.moveTop(box.center().y() - 7.5)
    painter.setPen(QPen(QColor(amber.ink), 1))
    painter.setBrush(QColor(amber.ground))
    painter.drawEllipse(sign)
    painter.setFont(sized(painter.font(), 11, QFont.Weight.Bold))
    painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "!")
    return 20.0


def _draw_line(
    painter: QPainter, box: QRectF, text: str, font: QFont, colour: QColor, word: str = ""
) -> None:
    """Draw as much of a text as fits, and after it a word that is never cut off."""
    painter.setFont(font)
    painter.setPen(colour)
    metrics = QFontMetricsF(font)
    end = f" · {word}" if word and text else word
    room = box.width() - metrics.horizontalAdvance(end)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    shown = word if word and len(shown) <= 1 else shown + end  # no bare dots before the word
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(box, int(flags), shown)


def _width(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)
