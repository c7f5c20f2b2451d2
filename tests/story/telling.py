"""The story of a small summit, told through the window: from an empty desk to paper and door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox

from summit_desk.domain.records import Attendee
from tests.exports.making import codes_in
from tests.story.hands import CTRL
from ui.agenda.forums import ForumsDialog
from ui.check_in.station_window import StationWindow

if TYPE_CHECKING:
    from pathlib import Path

    from tests.story.facts import Facts, Texts
    from tests.story.hands import Hands
    from ui.agenda.forums import ThingsPage
    from ui.check_in.rows import LogRow
    from ui.documents.screen import DocumentsScreen
    from ui.kit.screen import Screen
    from ui.shell.window import MainWindow

AGENDA, SPEAKERS, ATTENDEES, DOCUMENTS, CHECK_IN = 2, 3, 4, 5, 6


@dataclass
class Story:
    """Each method is a chapter; each may be told once, in any order that makes sense."""

    hands: Hands
    window: MainWindow
    facts: Facts

    def begin(self, path: Path) -> None:
        """Make a new summit from the welcome page."""
        self.hands.press(Qt.Key.Key_Space)  # the first button has the keyboard
        form = self.hands.form()
        self.hands.fill(form, self.facts.event)
        QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
        self.hands.choose_file(path)
        self.hands.gone(form)

    def plan_forum(self) -> None:
        """Enter a room and a forum in it."""
        agenda = self.hands.go(AGENDA)
        self.hands.wait(lambda: agenda.view is not None)
        agenda.header_actions()[0].trigger()
        dialog = self.hands.window(ForumsDialog)
        self._add(dialog.rooms, self.facts.room)
        dialog.tabs.setCurrentWidget(dialog.forums)
        self.hands.wait(lambda: agenda.view.rooms)
        self._add(dialog.forums, self.facts.forum)
        dialog.accept()
        self.hands.gone(dialog)

    def plan_session(self) -> None:
        """Plan a session of the forum, with a guest who has no name yet."""
        agenda = self.hands.go(AGENDA)
        self.hands.wait(lambda: agenda.view.forums)
        self.hands.press(Qt.Key.Key_N, CTRL)
        form = self.hands.form()
        self.hands.fill(form, self.facts.session)
        guests = form.inputs["parts"].add.line
        self.hands.type(guests, self.facts.guest)
        QTest.keyClick(guests, Qt.Key.Key_Return)
        self.hands.save(form)

    def engage_speaker(self) -> None:
        """Engage a speaker, and let them take part in the session."""
        self.hands.go(SPEAKERS)
        self.hands.press(Qt.Key.Key_N, CTRL)
        who = self.hands.form()
        self.hands.fill(who, {"who": self.facts.speaker["name"]})
        QTest.keyClick(who, Qt.Key.Key_Return, CTRL)
        self.hands.gone(who)
        form = self.hands.form()
        self.hands.fill(form, self.facts.speaker)
        self.hands.save(form)

    def search(self, text: str) -> None:
        """Look for something with Ctrl+K, and go to the first that is found."""
        joined = self.window.joined
        self.hands.press(Qt.Key.Key_K, CTRL)
        self.hands.type(joined.workspace.header.search, text)
        self.hands.wait(
            lambda: any(one.title == text for one in joined.finder.palette.model.rows())
        )
        QTest.keyClick(joined.workspace.header.search, Qt.Key.Key_Return)
        self.hands.settle()

    def name_participant(self) -> None:
        """Let the speaker take part in the session."""
        self.search(str(self.facts.session["title"]))
        agenda = self.screen
        self.hands.wait(lambda: agenda.current() is not None)
        agenda.actions_by_name["edit"].trigger()
        form = self.hands.form()
        self.hands.fill(form, {"parts": self.facts.speaker["name"]})
        self.hands.save(form)

    def register(self, entered: Texts) -> None:
        """Add an attendee."""
        self.hands.go(ATTENDEES)
        self.hands.press(Qt.Key.Key_N, CTRL)
        form = self.hands.form()
        self.hands.fill(form, entered)
        self.hands.save(form)

    def register_speaker(self) -> None:
        """Add the speaker, who is known already, as an attendee."""
        self.hands.go(ATTENDEES)
        self.hands.press(Qt.Key.Key_N, CTRL)
        form = self.hands.form()
        self.hands.pick(form.inputs["name"], str(self.facts.speaker["name"]))
        self.hands.settle()
        self.hands.save(form)

    def save_badges(self, path: Path) -> list[str]:
        """Save the badges that the screen shows; return what their codes say on paper."""
        documents = self.hands.go(DOCUMENTS)
        self.hands.wait(lambda: documents.pages.page_count() > 0)
        return codes_in(self._save_document(documents, path))

    def export(self, path: Path) -> Path:
        """Export every column of the list from the screen of attendees."""
        self.hands.go(ATTENDEES)
        self.hands.press(Qt.Key.Key_E, CTRL)
        documents = self.screen
        self.hands.wait(documents.rows.isVisible)
        names = [preset.spec.name for preset in documents.presets.presets()]
        documents.presets.choose(names.index("All columns"))
        self.hands.settle()
        return self._save_document(documents, path)

    def open_station(self) -> StationWindow:
        """Open the station at the entrance."""
        screen = self.hands.go(CHECK_IN)
        self.hands.wait(lambda: screen.current_point() is not None)
        screen.station_card.station.clear()
        self.hands.type(screen.station_card.station, self.facts.station)
        self.hands.type(screen.station_card.operator, self.facts.operator)
        QTest.keyClick(screen.station_card.operator, Qt.Key.Key_Return)
        return self.hands.window(StationWindow)

    def hold_badge(self, door: StationWindow, code: str) -> tuple[str, str]:
        """Scan a code; return what the door says in large letters."""
        before = door.panel.look
        self.hands.scan(door, code)
        self.hands.wait(lambda: door.panel.look is not before)
        return door.panel.look.word, door.panel.look.title

    def leave(self, door: StationWindow) -> None:
        """Press Escape until the station is closed."""
        told: list[str] = []
        door.closed.connect(lambda: told.append("closed"))
        for _press in range(2):
            if not told:
                QTest.keyClick(door, Qt.Key.Key_Escape)
        self.hands.wait(lambda: told)
        self.hands.go(CHECK_IN)
        self.hands.wait(self.screen.log.rows)

    def take_back(self, name: str) -> None:
        """Take the latest scan of somebody back in the log of the check-in screen."""
        screen = self.hands.go(CHECK_IN)
        self.hands.wait(lambda: self.scans_of(name))
        screen.log_table.select(self.scans_of(name)[0].id)
        screen.take_back.trigger()
        box = self.hands.window(QMessageBox)
        QTest.keyClick(box, Qt.Key.Key_Return)
        self.hands.settle()

    def whole(self, path: Path) -> None:
        """Tell every chapter up to the door."""
        self.begin(path)
        self.plan()

    def plan(self) -> None:
        """Plan everything, and add an attendee."""
        self.plan_forum()
        self.plan_session()
        self.engage_speaker()
        self.name_participant()
        self.register(self.facts.attendee)

    @property
    def screen(self) -> Screen:
        """The screen that is shown."""
        assert self.window.joined is not None
        return self.window.joined.workspace.current()

    def undo_text(self) -> str:
        """Return what the Edit menu offers to take back."""
        assert self.window.joined is not None
        return self.window.joined.undo.undo.text()

    def attendee(self) -> Attendee | None:
        """Return the first attendee as the file has them."""
        with self.hands.services.store.view() as view:
            return view.find(Attendee, number="0001")

    def reads(self, text: str) -> bool:
        """Return whether a text stands somewhere on the screen."""
        labels = self.window.findChildren(QLabel)
        return any(text in label.text() for label in labels if label.isVisible())

    def scans_of(self, name: str) -> list[LogRow]:
        """Return the standing scans of somebody in the log, the latest first."""
        rows = self.screen.log.rows()
        return [row for row in rows if row.scan.name == name and not row.scan.annulled]

    def _add(self, page: ThingsPage, entered: Texts) -> None:
        before = len(page.model.rows())
        page.add.trigger()
        form = self.hands.form()
        self.hands.fill(form, entered)
        self.hands.save(form)
        self.hands.wait(lambda: len(page.model.rows()) > before)

    def _save_document(self, documents: DocumentsScreen, path: Path) -> Path:
        documents.save_action.trigger()
        self.hands.choose_file(path)
        self.hands.wait(lambda: self.reads(path.name))
        self.hands.settle()
        return path
