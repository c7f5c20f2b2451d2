"""The line that changes with every key: whole to whoever asks, and nothing moves for it."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.kit.quiet_line import QuietLine


@pytest.fixture
def row(qtbot) -> QWidget:
    """A label and a quiet line beside each other."""
    shown = QWidget()
    qtbot.addWidget(shown)
    layout = QHBoxLayout(shown)
    layout.addWidget(QLabel("Categories"))
    layout.addWidget(QuietLine(), 1)
    shown.resize(400, 60)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def ink(line: QuietLine) -> int:
    """Return how many columns of the line are written on."""
    image = line.grab().toImage()
    ground = image.pixelColor(0, 0)
    columns = range(image.width())
    return sum(
        any(image.pixelColor(x, y) != ground for y in range(image.height())) for x in columns
    )


def test_another_text_moves_nothing(row):
    label, line = row.findChild(QLabel), row.findChild(QuietLine)
    before = label.geometry(), line.geometry()
    line.show_text("wlei → 王磊 · 1,234 people · 1.3 ms " * 5)

    assert (label.geometry(), line.geometry()) == before
    assert line.sizeHint().height() <= line.height()


def test_a_long_text_is_shortened_on_the_screen_only(row):
    line, long = row.findChild(QuietLine), "1,234 people " * 50
    line.show_text("12 people")
    short = ink(line)
    line.show_text(long)

    assert 0 < short < ink(line) <= line.width()
    assert (line.text(), line.accessibleName()) == (long, long)


@pytest.mark.parametrize(("width", "shown"), [(900, 0), (300, 1), (60, 2)])
def test_the_longest_way_is_shown_that_there_is_room_for(qtbot, width, shown):
    ways = ("wlei → 王磊 · 1,234 people · 1.3 ms" * 2, "wlei → 王磊 · 1,234", "1,234")
    line, alone = QuietLine(), QuietLine()
    for one in (line, alone):
        qtbot.addWidget(one)
        one.resize(width, 24)
    line.show_text(*ways)
    alone.show_text(ways[shown])

    assert line.grab().toImage() == alone.grab().toImage()
    assert line.text() == ways[0]
