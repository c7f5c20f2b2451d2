"""Joins the station's window to its door: scans on a lane of their own, sounds, undo, search."""

from collections.abc import Callable, Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.check_in.outcome import Counts, Found, Outcome, RecentScan
from summit_desk.domain.check_in.reading import HeldBadge
from summit_desk.domain.check_in.sentences import is_calm, moment_text
from summit_desk.domain.errors import DeskError
from summit_desk.domain.records import Category
from summit_desk.domain.verdicts import ENTRIES, FACES, FORCIBLE, Sound, Verdict
from summit_desk.support.i18n import N_, _, in_words
from ui.check_in.listening import Listening
from ui.check_in.looking import Looking
from ui.check_in.looks import look_of, private
from ui.check_in.loudness import Loudness
from ui.check_in.paper_presenter import PaperPresenter
from ui.check_in.photos import Photos
from ui.check_in.rows import side_rows
from ui.check_in.sounds import Sounds
from ui.check_in.station_window import StationWindow
from ui.check_in.walk_ins import WalkIns
from ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from summit_desk.services.station import Station
    from summit_desk.support.clock import Clock

Result = TypeVar("Result")
CALM_MS = 6_000  # a welcome goes away by itself, so that nobody walks in on another's
REST_MS = 2_000
SIDE_MS = 20  # the verdict is painted before the list beside it is read
ROWS = 20
FIRST_TIME = (Verdict.OK_IN, Verdict.ATTENTION)
SCANNED = N_("Check-in")


class StationPresenter(QObject):
    """One open station. Its lane is its own: a long print elsewhere never holds up the door."""

    scanned = Signal(object)  # a Change, some time after the last scan
    registered = Signal(object)  # a Change: a walk-in
    badge_wanted = Signal(object)  # key of the attendee whose badge is to be printed

    def __init__(
        self,
        window: StationWindow,
        station: "Station",
        zone: ZoneInfo,
        now: "Clock",
        categories: Sequence[Category],
    ) -> None:
        super().__init__(window)
        self._window, self._station, self._zone, self._now = window, station, zone, now
        self._point = station.door.point
        self.jobs, self.sounds = Jobs(self), Sounds(self)
        self.loudness = Loudness(window, self.sounds)
        self.looking = Looking(window, self.scan_several)
        self.photos = Photos(window.panel, station)
        self.listening = Listening(window, self.scan)
        self.outcome: Outcome | None = None
        self.held = HeldBadge()
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self.wait)
        self._side = QTimer(self, singleShot=True, interval=SIDE_MS)
        self._side.timeout.connect(self._reload)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self.paper = PaperPresenter(window, station, zone, self._tell_time)
        self._walk_ins = WalkIns(window, categories, self._ask, station.walk_in)
        self._connect()
        self.wait()
        self._tell_time()
        self._tell_footer()
        self._reload()

    def listen(self, scanners: Mapping[str, str]) -> None:
        """Listen to scanners on serial ports (names by port), and to no others."""
        self.listening.listen(scanners)

    def scan(self, text: str, scanner: str = "") -> None:
        """Decide about a code, unless it is the same badge still being held there."""
        if self.held.is_same(text, monotonic()):
            self._window.show_notice(_("Same badge"))
            return
        self._ask(lambda: self._station.scan(text, scanner), self.show)

    def scan_several(self, texts: Sequence[str]) -> None:
        """Decide about what a camera sees: one code, or several at once."""
        if len(texts) == 1:
            self.scan(texts[0])
        else:
            self._ask(lambda: self._station.several(texts), self.show)

    def show(self, outcome: Outcome) -> None:
        """Show an outcome; it replaces the one before at once."""
        self.outcome = outcome
        if outcome.verdict is Verdict.ERROR:
            self.held.forget()  # nothing was stored: the next read is the retry
        face = FACES[outcome.verdict]
        look = look_of(outcome, self._zone)
        if self._window.is_kiosk:
            self._window.show_look(private(look))
            self._calm.start()  # nobody stands here who would press a key
        else:
            self._window.show_look(look, outcome.candidates)
            self.photos.show_of(outcome.guest if look.photo else None)
        self._window.show_counts(outcome.counts)
        self.sounds.play(Sound.TWO if outcome.unconfirmed else face.sound)
        if not self._window.is_kiosk:
            self._calm.stop()
        if is_calm(outcome.verdict) and not outcome.unconfirmed:
            self._calm.start()
        if outcome.questions and outcome.guest is not None:
            self._window.open_questions(outcome.guest.name, outcome.questions)
        if self._point.prints_badge and outcome.scan and outcome.verdict in FIRST_TIME:
            self._print()
        self._side.start()
        self._rest.start()

    def close(self) -> None:
        """End the lane; must precede deletion."""
        self._calm.stop()
        self._rest.stop()
        self._side.stop()
        self.looking.close()
        self.photos.close()
        self.listening.close()
        self.jobs.close()

    def _connect(self) -> None:
        window = self._window
        window.scanned.connect(self.scan)
        window.typed.connect(self._open_search)
        window.picked.connect(self._admit)
        window.undo_asked.connect(self._undo)
        window.search_asked.connect(lambda: self._open_search(""))
        window.walk_in_asked.connect(self._open_walk_in)
        window.force_asked.connect(self._open_reason)
        window.badge_asked.connect(self._print)
        window.continued.connect(self._on_continued)
        window.questions.answered.connect(self._confirm)
        window.given_up.connect(self._on_given_up)
        window.left.connect(self._leave)
        window.ticked.connect(self._tell_time)
        window.closed.connect(self._on_closed)
        window.destroyed.connect(self.jobs.close)
        window.destroyed.connect(self.looking.close)
        window.destroyed.connect(self.photos.close)
        window.search.searched.connect(self._search)
        window.search.chosen.connect(self._admit)
        window.reason.given.connect(self._force)
        self._walk_ins.shown.connect(self.show)
        self._walk_ins.registered.connect(self.registered)

    def _ask(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], object],
        refused: Callable[[Exception], object] | None = None,
    ) -> None:
        self.jobs.start(lambda _progress: work(), then, refused or self._on_refused)

    def _on_refused(self, problem: Exception) -> None:
        if not isinstance(problem, DeskError):
            raise problem
        self._window.show_waiting(problem=str(problem))

    def wait(self) -> None:
        """Show that the next guest may come."""
        self.outcome = None
        self._calm.stop()
        self._window.show_waiting()

    def _on_continued(self) -> None:
        """Go on to the next guest; one who waits to be let in is let in first."""
        outcome = self.outcome
        if outcome is None or not outcome.unconfirmed:
            self.wait()
        elif outcome.questions and outcome.guest is not None:
            self._window.open_questions(outcome.guest.name, outcome.questions)
        else:
            self._confirm({})

    def _confirm(self, answers: Mapping[str, object]) -> None:
        seen = self.outcome
        if seen is not None:
            self._ask(lambda: self._station.confirm(seen, answers), self.show)

    def _refuse(self, seen: Outcome) -> None:
        name = seen.guest.name if seen.guest else ""
        self.wait()
        notice = _("{name} was not let in").format(name=name)
        self._ask(lambda: self._station.refuse(seen), lambda _none: self._refused(notice))

    def _refused(self, notice: str) -> None:
        self.held.forget()
        self._window.show_notice(notice)
        self._reload()
        self._rest.start()

    def _print(self) -> None:
        outcome = self.outcome
        if outcome is not None and outcome.guest is not None and outcome.verdict in ENTRIES:
            self.badge_wanted.emit(outcome.guest.id)

    def _on_given_up(self) -> None:
        """Don't welcome again whoever went in while the sheet was open."""
        if self.outcome is not None and self.outcome.unconfirmed:
            self._refuse(self.outcome)
            return
        if self.outcome is not None and is_calm(self.outcome.verdict):
            self.wait()

    def _leave(self) -> None:
        if self.outcome is not None and self.outcome.unconfirmed:
            self._refuse(self.outcome)
        elif self.outcome is not None:
            self.wait()
        elif self._window.is_locked:
            self._window.ask_to_leave()
        else:
            self._window.close()

    def _admit(self, found: Found) -> None:
        text = self._window.search.text.text() or (self.outcome.text if self.outcome else "")
        self._ask(lambda: self._station.admit(found.attendee_id, text or found.number), self.show)

    def _undo(self) -> None:
        self._ask(self._station.undo_last, self._undone)

    def _undone(self, scan: RecentScan) -> None:
        self.held.forget()
        self.wait()
        self._window.show_notice(_("Taken back: {name}").format(name=scan.name))
        self._reload()
        self._rest.start()

    def _open_search(self, text: str) -> None:
        known = self.outcome is not None and self.outcome.verdict is Verdict.FORGED
        self._calm.stop()
        self._window.open_search("" if known else text)

    def _search(self, text: str) -> None:
        show = self._window.search.show_found
        self._ask(lambda: self._station.search(text), lambda found: show(text, found))

    def _open_reason(self) -> None:
        outcome = self.outcome
        if outcome is not None and outcome.guest is not None and outcome.verdict in FORCIBLE:
            self._window.open_reason(outcome.guest.name)

    def _force(self, reason: str) -> None:
        outcome, sheet = self.outcome, self._window.reason
        if outcome is not None:
            self._ask(
                lambda: self._station.force(outcome, reason),
                self.show,
                lambda problem: sheet.show_trouble(str(problem)),
            )

    def _open_walk_in(self) -> None:
        self._calm.stop()
        self._walk_ins.open(self.outcome.card if self.outcome is not None else None)

    def _reload(self) -> None:
        self._ask(lambda: (self._station.recent(ROWS), self._station.counts()), self._show_side)

    def _show_side(self, read: tuple[list[RecentScan], Counts]) -> None:
        recent, counts = read
        self._window.show_rows(side_rows(recent, self._zone, self._now()))
        self._window.show_counts(counts)

    def _tell_time(self) -> None:
        here = self._now().astimezone(self._zone)
        place = in_words(self._point.name, self._point.name_other)
        parts = (place, self._station.post.station, self.paper.words())
        words = " · ".join(part for part in parts if part)
        self._window.panel.show_place(words, moment_text(here))

    def _tell_footer(self) -> None:
        operator = self._station.post.operator
        free = _("No network needed; stored on this computer")
        named = _("Operator: {name}").format(name=operator)
        parts = (named if operator else "", _("F10 scans a paper list"))
        self._window.side.show_footer(" · ".join(part for part in parts if part), free)

    def _on_rest(self) -> None:
        self._ask(self._station.rest, lambda _nothing: None)
        self.scanned.emit(Change(SCANNED, frozenset({Topic.CHECK_IN})))

    def _on_closed(self) -> None:
        self.close()
        self.scanned.emit(Change(SCANNED, frozenset({Topic.CHECK_IN})))
