"""Garbage is collected when the window rests, on its thread, never between a key and its answer.

Left to itself, Python looks for objects that hold each other after every few hundred new ones: in
the middle of a search, and on whichever thread made the last. With a large file open one visit to
all objects stops the program for a tenth of a second and more; and a widget that a lane collects
is destroyed outside the window's thread, which Qt forbids.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from summit_desk.support.collector import put_to_the_old

EVERY_MS = 500
SOME = 10_000  # new objects that are worth a visit of a few milliseconds
TOO_MANY = 50_000  # new objects that are rather put to the old ones without a visit
RESTING = 500  # new objects between two looks while nobody does anything
REST = 20  # looks at rest, ten seconds, before all objects are visited
MIDDLE_AFTER, ALL_AFTER = 10, 20  # visits to the new ones before the middle-aged, before all
AT_LAST = 100  # visits, made or spared, after which all are visited even without a rest


class Tidy(QObject):
    """Takes over from the automatic collection until it is closed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        self._seen = 0  # new objects at the last look
        self._rest = 0  # looks in a row at which hardly anything was new
        self._visits = 0  # to the new ones, since all were visited
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        gc.disable()

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        if self._was_on:
            gc.enable()

    def _look(self) -> None:
        new = gc.get_count()[0]
        self._rest = self._rest + 1 if abs(new - self._seen) < RESTING else 0
        if self._visits >= AT_LAST or (self._visits >= ALL_AFTER and self._rest >= REST):
            gc.collect()
            self._visits = 0
        elif new > TOO_MANY:
            put_to_the_old()  # work that makes so many keeps them until it ends
            self._visits += 1
        elif new > SOME and self._rest:
            self._visits += 1
            gc.collect(0 if self._visits % MIDDLE_AFTER else 1)
        self._seen = gc.get_count()[0]
