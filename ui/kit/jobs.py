"""Jobs: work on one lane beside the window; answers come back on the window's own thread.

A lane may be the one that a person waits for. What runs on another lane then makes way at each of
its steps: two threads of Python take turns, and every turn of the other would be seen as a delay.
"""

import math
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event as Flag
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from summit_desk.domain.progress import Cancelled, Progress

Result = TypeVar("Result")

SECONDS_BETWEEN_REPORTS = 0.05
SECONDS_TO_PAINT = 0.06  # what an answer brings is on the screen by then
LONGEST_WAY = 1.0  # seconds that a step waits for another lane, whatever happens there
GLANCE = 0.01


class Job:
    """One piece of work: reports its steps and can be given up (a `Progress`)."""

    def __init__(
        self, title: str, report: Callable[[int, int], None], way_is_free: Callable[[], bool]
    ) -> None:
        self.title = title
        self._report, self._way_is_free = report, way_is_free
        self._given_up, self._ended = Flag(), Flag()
        self._answer: Callable[[], object] | None = None
        self._last = 0.0

    def step(self, done: int, total: int) -> None:
        """Report a step (at most 20 a second reach the window); raise Cancelled if given up."""
        latest = time.monotonic() + LONGEST_WAY
        while not self._way_is_free() and time.monotonic() < latest:
            if self._given_up.wait(GLANCE):
                break
        if self._given_up.is_set():
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._last >= SECONDS_BETWEEN_REPORTS:
            self._last = now
            self._report(done, total)

    def cancel(self) -> None:
        """Let the work end at its next step."""
        self._given_up.set()

    def end(self, answer: Callable[[], object]) -> None:
        """Keep how the answer is to be given; called on the lane when the work is done."""
        self._answer = answer
        self._ended.set()

    def ended_within(self, seconds: float) -> bool:
        """Wait for the work here; return whether it is done."""
        return self._ended.wait(seconds)

    def answer(self) -> None:
        """Give the answer, once; on the thread of the window."""
        answer, self._answer = self._answer, None
        if answer is not None:
            answer()


class Jobs(QObject):
    """The lane. Work runs in the order it was given; nothing runs beside it.

    Work makes way at its steps while the lane `before` it has something to do, if there is one.
    """

    running = Signal(str)  # title of the work that runs now if it has one, "" when that ended
    stepped = Signal(object, int, int)  # job, done, total
    _told = Signal(object)  # a call to make on the window's thread

    def __init__(self, parent: QObject | None = None, before: "Jobs | None" = None) -> None:
        super().__init__(parent)
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._current: Job | None = None
        self._open = True
        self._waiting = 0
        self._way_is_free = _always if before is None else before.is_quiet
        self._quiet_from = 0.0  # as `time.monotonic` counts; never while somebody waits
        self._told.connect(self._make, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], object],
        failed: Callable[[Exception], object],
        title: str = "",
        patience: float = 0.0,
    ) -> Job:
        """Run `work` on the lane, then `done` or `failed` on the window's thread.

        With `patience` (seconds) an idle lane is waited for, and the answer given before this
        returns if it comes in time. Work without a title is what a person waits for: other lanes
        make way for it.
        """
        job = Job(
            title,
            lambda at, of: self._told.emit(lambda: self.stepped.emit(job, at, of)),
            self._way_is_free,
        )
        if self._open:  # a timer may ask for work while everything is being closed
            alone = self.idle()
            self._waiting += 1
            if not title:
                self._quiet_from = math.inf
            self._lane.submit(self._run, job, work, done, failed)
            if patience and alone and job.ended_within(patience):
                job.answer()
        return job

    def idle(self) -> bool:
        """Return whether nothing is running, waiting or about to be answered."""
        return self._waiting == 0

    def is_quiet(self) -> bool:
        """Return whether nobody waits for this lane, and what it brought last has been painted."""
        return time.monotonic() >= self._quiet_from

    def close(self) -> None:
        """Let the running work end, forget the rest; must precede deletion."""
        self._open = False
        self._quiet_from = 0.0
        if self._current is not None:
            self._current.cancel()
        self._lane.shutdown(wait=True, cancel_futures=True)

    def _run(
        self,
        job: Job,
        work: Callable[[Progress], Result],
        done: Callable[[Result], object],
        failed: Callable[[Exception], object],
    ) -> None:
        self._current = job
        if job.title:
            self._told.emit(lambda: self.running.emit(job.title))
        try:
            result = work(job)
        except Exception as problem:  # noqa: BLE001 -- the one place; the desk sorts them
            caught = problem
            job.end(lambda: self._answer(job, failed, caught))
        else:
            job.end(lambda: self._answer(job, done, result))
        finally:
            self._current = None
        self._told.emit(job.answer)

    def _answer(self, job: Job, call: Callable[[Result], object], answer: Result) -> None:
        self._waiting -= 1
        if job.title:
            self.running.emit("")
        try:
            if is_alive(call):
                call(answer)
        finally:
            if self.idle():
                self._quiet_from = time.monotonic() + SECONDS_TO_PAINT

    def _make(self, call: Callable[[], object]) -> None:
        if self._open:
            call()


def _always() -> bool:
    return True


def is_alive(call: Callable[..., object]) -> bool:
    """Return whether the widget that `call` belongs to is still there.

    A window may be closed while the answer to its question is on the way.
    """
    while isinstance(call, partial):
        call = call.func
    owner = getattr(call, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
