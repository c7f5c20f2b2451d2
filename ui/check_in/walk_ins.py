"""Registering somebody at the station who came unannounced."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from summit_desk.domain.change import Change
from summit_desk.domain.check_in.cards import Card
from summit_desk.domain.check_in.outcome import Outcome, WalkIn
from summit_desk.domain.errors import DeskError, Invalid
from summit_desk.domain.records import Category
from summit_desk.support.i18n import in_words
from ui.check_in.station_window import StationWindow

Ask = Callable[
    [
        Callable[[], tuple[Change, Outcome]],
        Callable[[tuple[Change, Outcome]], object],
        Callable[[Exception], object],
    ],
    None,
]
"""Starts work on the station's lane: the work, what follows it, what follows a refusal."""


class WalkIns(QObject):
    """Asks for a name and the rest, and says under each field what is wrong with it."""

    registered = Signal(object)  # a Change
    shown = Signal(object)  # the Outcome at the door

    def __init__(
        self,
        window: StationWindow,
        categories: Sequence[Category],
        ask: Ask,
        register: Callable[[WalkIn], tuple[Change, Outcome]],
    ) -> None:
        super().__init__(window)
        self._window, self._ask, self._register = window, ask, register
        self._choices = [(in_words(each.name, each.name_other), each.id) for each in categories]
        window.walk_in.submitted.connect(self._submit)

    def open(self, card: Card | None) -> None:
        """Open the sheet with what a scanned business card says, or what was searched for."""
        search = self._window.search
        typed = search.text.text() if search.isVisible() else ""
        self._window.open_walk_in(card or Card(name=typed), self._choices)

    def _submit(self, given: WalkIn) -> None:
        self._ask(lambda: self._register(given), self._done, self._refused)

    def _done(self, made: tuple[Change, Outcome]) -> None:
        change, outcome = made
        self.shown.emit(outcome)
        self.registered.emit(change)

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, Invalid):
            self._window.walk_in.show_problems(problem.problems)
        elif isinstance(problem, DeskError):
            self._window.walk_in.show_trouble(str(problem))
        else:
            raise problem
