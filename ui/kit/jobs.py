"""Jobs: work on one lane beside the window; answers come back on the window's own thread."""

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


class Job:
    """One piece of work: reports its steps and can be given up (a `Progress`)."""

    def __init__(self, title: str, report: Callable[[int, int], None]) -> None:
        self.title = title
        self._report = report
        self._given_up = Flag()
        self._last = 0.0

    def step(self, done: int, total: int) -> None:
        """Report a step (at most 20 a second reach the window); raise Cancelled if given up."""
        if self._given_up.is_set():
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._last >= SECONDS_BETWEEN_REPORTS:
            self._last = now
            self._report(done, total)

    def cancel(self) -> None:
        """Let the work end at its next step."""
        self._given_up.set()


class Jobs(QObject):
    """The lane. Work runs in the order it was given; nothing runs beside it."""

    running = Signal(str)  # title of the work that runs now, "" when idle
    stepped = Signal(object, int, int)  # job, done, total
    _told = Signal(object)  # a call to make on the window's thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._current: Job | None = None
        self._open = True
        self._waiting = 0
        self._told.connect(self._make, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], object],
        failed: Callable[[Exception], object],
        title: str = "",
    ) -> Job:
        """Run `work` on the lane, then `done` or `failed` on the window's thread."""
        job = Job(title, lambda at, of: self._told.emit(lambda: self.stepped.emit(job, at, of)))
        if self._open:  # a timer may ask for work while everything is being closed
            self._waiting += 1
            self._lane.submit(self._run, job, work, done, failed)
        return job

    def idle(self) -> bool:
        """Return whether nothing is running, waiting or about to be answered."""
        return self._waiting == 0

    def close(self) -> None:
        """Let the running work end, forget the rest; must precede deletion."""
        self._open = False
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
        self._told.emit(lambda: self.running.emit(job.title))
        try:
            result = work(job)
        except Exception as problem:  # noqa: BLE001 -- the one place; the desk sorts them
            caught = problem
            self._told.emit(lambda: self._answer(failed, caught))
        else:
            self._told.emit(lambda: self._answer(done, result))
        finally:
            self._current = None

    def _answer(self, call: Callable[[Result], object], answer: Result) -> None:
        self._waiting -= 1
        self.running.emit("")
        if is_alive(call):
            call(answer)

    def _make(self, call: Callable[[], object]) -> None:
        if self._open:
            call()


def is_alive(call: Callable[..., object]) -> bool:
    """Return whether the widget that `call` belongs to is still there.

    A window may be closed while the answer to its question is on the way.
    """
    while isinstance(call, partial):
        call = call.func
    owner = getattr(call, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
