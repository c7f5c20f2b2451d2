"""The station: a full-screen window for one door, driven by a scanner and a few keys."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from summit_desk.domain.check_in.cards import Card
from summit_desk.domain.check_in.outcome import Counts, Found
from summit_desk.domain.records import CustomField
from ui.check_in.lock_sheet import LockSheet
from ui.check_in.looks import Look, waiting_look
from ui.check_in.numbered import NumberedList
from ui.check_in.overlays import ReasonSheet, SearchSheet, Sheet, WalkInSheet
from ui.check_in.paper_sheet import PaperSheet
from ui.check_in.questions import QuestionSheet
from ui.check_in.scanner import Scanner
from ui.check_in.side_panel import SidePanel, SideRow
from ui.check_in.trouble_strip import TroubleStrip
from ui.check_in.verdict_panel import VerdictPanel

SIDE_SHARE, SIDE_LEAST, SIDE_MOST = 0.292, 330, 460
TICK_MS = 500
CAMERA_MARGIN = 30
LOUDER = 10  # per cent with each press
STAFF_KEYS = frozenset({"F2", "F3", "F4", "F6", "F10", "F11"})  # a kiosk hasn't got


class StationWindow(QWidget):
    """What the door staff see; decides nothing."""

    scanned = Signal(str)
    typed = Signal(str)  # by a person, while no sheet was open
    picked = Signal(object)  # a Found among the candidates below a verdict
    undo_asked = Signal()
    search_asked = Signal()
    walk_in_asked = Signal()
    force_asked = Signal()
    mute_asked = Signal()
    louder_asked = Signal(int)  # by how many per cent
    badge_asked = Signal()
    unlock_asked = Signal(str)  # a passphrase
    camera_asked = Signal()  # on, or off again
    next_camera_asked = Signal()
    paper_asked = Signal()
    continued = Signal()  # Enter or Space
    given_up = Signal()  # Escape with a sheet open
    left = Signal()  # Escape with nothing open
    closed = Signal()
    ticked = Signal()  # twice a second, for the clock

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(900, 560)
        self.panel, self.side = VerdictPanel(), SidePanel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel, 1)
        row.addWidget(self.side)
        self.trouble = TroubleStrip(self.panel)
        self.lock_sheet = LockSheet(self.panel)
        self.lock_sheet.given.connect(self.unlock_asked)
        self.is_locked, self.is_kiosk = False, False
        self.candidates = NumberedList(self.panel)
        self.candidates.hide()
        self.candidates.chosen.connect(self.picked)
        self.search, self.walk_in = SearchSheet(self.panel), WalkInSheet(self.panel)
        self.reason, self.questions = ReasonSheet(self.panel), QuestionSheet(self.panel)
        self.paper = PaperSheet(self.panel)
        self.scanner = Scanner(self)
        self.scanner.scanned.connect(self._on_scanned)
        self.scanner.typed.connect(self._on_typed)
        self._camera: QWidget | None = None
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.ticked)
        self._make_keys()

    def show_look(self, look: Look, candidates: Sequence[Found] = ()) -> None:
        """Show a verdict, with the people it may mean."""
        self.close_sheets()
        self.panel.show_look(look, top_heavy=bool(candidates))
        self.candidates.show_found(candidates)
        self.candidates.setVisible(bool(candidates))
        self._place_sheets()

    def lock(self, *, kiosk: bool = False) -> None:
        """Let nobody leave without the passphrase; a kiosk is used by the guests themselves."""
        self.is_locked, self.is_kiosk = True, kiosk
        self.side.setVisible(not kiosk)
        for shortcut in self._staff_keys:
            shortcut.setEnabled(not kiosk)

    def unlock(self) -> None:
        """Let the station be left, and leave it."""
        self.is_locked = False
        self.close()

    def show_waiting(self, *, problem: str = "") -> None:
        """Show that the next guest may come."""
        look = waiting_look(problem=problem, kiosk=self.is_kiosk, locked=self.is_locked)
        self.show_look(look)

    def open_search(self, text: str) -> None:
        """Open the search with what was typed."""
        self._make_room()
        self.search.open_with(text)

    def open_walk_in(self, card: Card, categories: Sequence[tuple[str, UUID]]) -> None:
        """Open the three fields of a walk-in."""
        self._make_room()
        self.walk_in.open_with(card, categories)

    def open_questions(self, name: str, fields: Sequence[CustomField]) -> None:
        """Ask a guest what the point wants to know."""
        self._make_room()
        self.questions.open_for(name, fields)
        self._place_sheets()

    def ask_to_leave(self) -> None:
        """Ask for the passphrase."""
        self._make_room()
        self.lock_sheet.open_now()

    def open_reason(self, name: str) -> None:
        """Ask why this person is let in against what is shown."""
        refusal = " · ".join((self.panel.look.word, *self.panel.look.lines))
        self._make_room()
        self.reason.open_for(name, refusal)

    def open_paper(self, *, active: bool) -> None:
        """Ask for the time on a paper list."""
        self._make_room()
        self.paper.open_for(active=active)

    def show_notice(self, text: str) -> None:
        """Show a short remark without changing the verdict."""
        self.panel.show_notice(text)

    def show_trouble(self, text: str) -> None:
        """Show what keeps a scanner from working, until it is over."""
        self.trouble.show_text(text)

    def show_counts(self, counts: Counts) -> None:
        """Show the heads at the door."""
        self.side.show_counts(counts)

    def show_rows(self, rows: Sequence[SideRow]) -> None:
        """Show the latest scans."""
        self.side.show_rows(rows)

    def show_camera(self, view: QWidget | None) -> None:
        """Lay the picture of a camera over the foot of the dark side, or take it away."""
        if self._camera is not None:
            self._camera.hide()
        self._camera = view
        if view is not None:
            view.setParent(self.panel if self.is_kiosk else self.side)
            view.show()
        self._place_camera()

    def open_sheet(self) -> Sheet | None:
        """Return the sheet that is open, if any."""
        return next((sheet for sheet in self._sheets() if sheet.isVisible()), None)

    def close_sheets(self) -> None:
        """Close whatever is open; the keys belong to the scanner again."""
        for sheet in self._sheets():
            sheet.put_away()
        self.panel.cover(covered=False)
        self.candidates.setVisible(bool(self.candidates.found))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scanner.start()
        self._tick.start()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_locked and event.spontaneous():  # Alt+F4, the button of the frame
            event.ignore()
            self.ask_to_leave()
            return
        self.scanner.stop()
        self._tick.stop()
        self.close_sheets()
        self.closed.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = round(min(SIDE_MOST, max(SIDE_LEAST, self.width() * SIDE_SHARE)))
        self.side.setFixedWidth(wide)
        super().resizeEvent(event)
        self.trouble.place()
        self._place_sheets()
        self._place_camera()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.open_sheet() is None:  # a field of a sheet passes Enter on
            self.continued.emit()
        else:
            super().keyPressEvent(event)

    def _make_keys(self) -> None:
        self._staff_keys: list[QShortcut] = []
        keys: Sequence[tuple[str, Callable[[], object]]] = (
            ("F2", self.undo_asked.emit),
            ("F3", self.search_asked.emit),
            ("F4", self.walk_in_asked.emit),
            ("F5", self.badge_asked.emit),
            ("F6", self.force_asked.emit),
            ("F7", self.camera_asked.emit),
            ("F8", self.next_camera_asked.emit),
            ("F10", self.paper_asked.emit),
            ("F9", self.mute_asked.emit),
            ("Ctrl+Up", lambda: self.louder_asked.emit(LOUDER)),
            ("Ctrl+Down", lambda: self.louder_asked.emit(-LOUDER)),
            ("F11", self._switch_full_screen),
            ("Escape", self._on_escape),
        )
        for key, call in keys:
            shortcut = QShortcut(QKeySequence(key), self, call)
            if key in STAFF_KEYS:
                self._staff_keys.append(shortcut)

    def _on_scanned(self, text: str) -> None:
        self.close_sheets()
        self.scanned.emit(text)

    def _on_typed(self, text: str) -> None:
        digit = text.strip()
        if self.candidates.isVisible() and digit in tuple("123456789"):
            self.candidates.choose(int(digit))
        elif not text.strip():
            self.continued.emit()
        elif not self.is_kiosk:
            self.typed.emit(text)

    def _on_escape(self) -> None:
        if self.open_sheet() is not None:
            self.close_sheets()
            self.given_up.emit()
        else:
            self.left.emit()

    def _switch_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _place_camera(self) -> None:
        if self._camera is None:
            self.side.reserve(0)
            return
        ground = self.panel if self.is_kiosk else self.side
        wide = self.side.width() - 2 * CAMERA_MARGIN
        high = wide * 9 // 16
        left = ground.width() - wide - CAMERA_MARGIN
        top = ground.height() - high - CAMERA_MARGIN
        self._camera.setGeometry(QRect(left, top, wide, high))
        self.side.reserve(high + CAMERA_MARGIN - 8)

    def _make_room(self) -> None:
        """Hide the verdict with its candidates: a sheet is read alone."""
        self.close_sheets()
        self.panel.cover(covered=True)
        self.candidates.hide()
        self._place_sheets()

    def _sheets(self) -> tuple[Sheet, ...]:
        return self.search, self.walk_in, self.reason, self.questions, self.paper, self.lock_sheet

    def _place_sheets(self) -> None:
        inner = self.panel.inner().toRect()
        top, bottom = self.panel.rect().height() // 8, inner.bottom()
        self.search.setGeometry(QRect(inner.left(), top, inner.width(), bottom - top))
        for sheet in (self.walk_in, self.reason, self.questions, self.paper, self.lock_sheet):
            high = max(sheet.sizeHint().height(), 200)
            sheet.setGeometry(QRect(inner.left(), top, inner.width(), high))
        below = round(self.panel.block_bottom()) + 12
        high = min(self.candidates.sizeHint().height(), bottom - below - 40)
        self.candidates.setGeometry(QRect(inner.left(), below, inner.width(), max(high, 60)))
