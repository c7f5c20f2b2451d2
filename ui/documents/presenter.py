"""Joins the screen of documents to the use cases."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.documents.choices import BadgeCheck, Document, Written
from summit_desk.domain.documents.sheets import BookPreview
from summit_desk.domain.errors import DeskError
from summit_desk.domain.progress import Progress
from summit_desk.domain.records import Category
from summit_desk.domain.saved_filters import NamedFilter
from summit_desk.domain.trip_view import TripLine
from summit_desk.support.i18n import _, in_words
from ui.documents.attendance_presenter import AttendancePresenter
from ui.documents.items import AGENDA, ATTENDANCE, ATTENDEE_LIST, items
from ui.documents.list_presenter import ListPresenter
from ui.documents.list_preview import how_much
from ui.documents.saving import GB18030, file_name, kinds, suffix
from ui.documents.screen import DocumentsScreen
from ui.documents.work import Order, Work
from ui.kit.desk import Desk, concerns
from ui.kit.printing import print_pages, set_up

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services
    from ui.kit.jobs import Job

PAUSE_MS = 120  # several clicks in a row make the pages once
WATCHED = (Topic.EVENT, Topic.AGENDA, Topic.PEOPLE, Topic.ATTENDEES, Topic.TRIPS, Topic.DOCUMENTS)


class DocumentsPresenter(QObject):
    """Makes the pages on the lane; answers to an older question are dropped."""

    def __init__(self, screen: DocumentsScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._work = Work(services)
        self.lists = ListPresenter(screen, services, desk)
        self._attendance = AttendancePresenter(screen, services, desk, self._show_rows)
        self._asked = 0
        self._checking: Job | None = None  # of the badges that were asked for last
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.make_pages)
        screen.item_chosen.connect(self._soon)
        screen.choice_changed.connect(self._soon)
        screen.saving_asked.connect(self._ask_where)
        screen.printing_asked.connect(self._ask_printer)
        desk.event_changed.connect(self.reload)
        desk.changed.connect(self._on_changed)
        if desk.has_event:
            self.reload()

    def reload(self) -> None:
        """Offer the event's categories, columns and trips, and make the pages anew."""
        event_id, services = self._desk.event_id, self._services
        self._desk.run(lambda: services.trips.trips(event_id), self._show_trips)
        self._desk.run(
            lambda: services.attendees.choices(event_id).categories, self._show_categories
        )
        self._attendance.reload()
        self.lists.reload()
        self._load_filters()
        self.make_pages()

    def choose_people(self, keys: Sequence[UUID]) -> None:
        """Make badges of these attendees: the selection of another screen."""
        self._screen.people.show_selection(keys)
        self._soon()

    def choose_agenda(self) -> None:
        """Show the agenda as it will be printed."""
        self._screen.choose(AGENDA)

    def choose_list(self, keys: Sequence[UUID] | None = None) -> None:
        """Show the list of these attendees, or of all: what another screen calls exporting."""
        self._screen.people.show_selection(keys)
        self._screen.choose(ATTENDEE_LIST)
        self._soon()

    def choose_attendance(self, point_id: UUID) -> None:
        """Show the attendance list of a point: what the check-in screen asks for."""
        self._screen.people.show_selection(None)
        self._screen.attendance.choose_point(point_id)
        self._screen.choose(ATTENDANCE)
        self._soon()

    def make_pages(self) -> None:
        """Make the chosen document and show it."""
        if not self._desk.has_event:
            return
        self._asked += 1
        asked, order = self._asked, self._order()
        self._give_up()

        def shown(show: Callable[..., object]) -> Callable[[object], object]:
            return lambda answer: show(answer) if asked == self._asked else None

        def refused(problem: DeskError) -> None:
            if asked == self._asked:
                self._screen.show_nothing(str(problem))

        if order.item.document is Document.ATTENDEES:
            if self._screen.presets.presets():  # else the pages are made when they have come
                self._desk.run(lambda: self._work.rows(order), shown(self._show_rows), refused)
            return
        if order.item.document is Document.ATTENDANCE:
            self._attendance.preview(order)
            return
        self._desk.run(lambda: self._work.pages(order), shown(self._show_pages), refused)
        self._checking = self._desk.read_beside(
            lambda progress: self._work.check(order, progress), shown(self._show_check)
        )

    def _give_up(self) -> None:
        """End what is read for a choice that was made before."""
        self._attendance.give_up()
        if self._checking is not None:
            self._checking.cancel()

    def save(self, path: Path, kind: str = "") -> None:
        """Write the chosen document to a file, in the way that was chosen by its kind."""
        order = self._order()
        if kind == _(GB18030):
            order = replace(order, encoding="gb18030")
        self._desk.run_long(
            _("Writing {file}").format(file=path.name),
            lambda progress: self._work.write(order, path, progress),
            self._show_written,
        )

    def print_on(self, printer: QPrinter) -> None:
        """Print the chosen document and note the badges as printed."""
        order = self._order()

        def work(progress: Progress) -> Change | None:
            content, keys = self._work.whole(order, progress)
            print_pages(printer, content, progress)
            return self._work.note(order, keys)

        self._desk.run_long(_("Printing"), work, self._publish)

    def _order(self) -> Order:
        screen = self._screen
        return Order(
            event_id=self._desk.event_id,
            item=screen.item(),
            language=screen.people.document_language(),
            chosen=screen.people.chosen(),
            spec=screen.editor.spec(),
            attendance=screen.attendance.spec(screen.people.filter_name()),
            besides=screen.people.chosen_besides(),
        )

    def _load_filters(self) -> None:
        event_id, filters = self._desk.event_id, self._services.filters
        show = self._screen.people.show_filters

        def shown(saved: Sequence[NamedFilter]) -> None:
            show(saved)
            if saved:
                self._desk.run_beside(lambda: filters.counted(event_id), show)

        self._desk.run(lambda: filters.all(event_id), shown)

    def _show_trips(self, trips: Sequence[TripLine]) -> None:
        self._screen.show_items(items(trips))

    def _show_categories(self, categories: Sequence[Category]) -> None:
        self._screen.people.show_categories(categories)

    def _show_pages(self, answer: tuple[bytes, int]) -> None:
        content, whole = answer
        self._screen.show_pages(content)
        shown = self._screen.pages.page_count()
        if shown < whole:
            note = _("The first {shown} of {count} badges").format(shown=shown, count=whole)
        else:
            note = _("{count} pages").format(count=shown)
        self._screen.show_note(note)

    def _show_rows(self, book: BookPreview) -> None:
        self._screen.show_rows(book.shown)
        self._screen.show_note(how_much(book))

    def _show_check(self, check: BadgeCheck | None) -> None:
        self._screen.show_check(check)

    def _show_written(self, written: Written) -> None:
        self._screen.show_written(written)
        self._publish(written.change)

    def _publish(self, change: Change | None) -> None:
        if change is not None:
            self._desk.publish(change)

    def _ask_where(self) -> None:
        item = self._screen.item()
        dialog = QFileDialog(self._screen, _("Save as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(kinds(item))
        dialog.setDefaultSuffix(suffix(kinds(item)[0]))
        event = self._desk.event
        dialog.selectFile(file_name(item, in_words(event.name, event.name_other)))
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(suffix(kind)))
        dialog.fileSelected.connect(lambda name: self.save(Path(name), dialog.selectedNameFilter()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_printer(self) -> None:
        order = self._order()
        self._desk.run(lambda: self._work.pages(order)[0], self._show_printer_dialog)

    def _show_printer_dialog(self, content: bytes) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(printer, content)
        printer.setFromTo(0, 0)
        dialog = QPrintDialog(printer, self._screen)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog's own asks for a slot by its name

    def _soon(self, _what: object = None) -> None:
        self._pause.start()

    def _on_changed(self, change: Change) -> None:
        if concerns(change, Topic.SETTINGS):
            self._load_filters()
        if concerns(change, *WATCHED):
            self._soon()
        if concerns(change, Topic.DOCUMENTS):
            self.lists.reload_presets()
        elif concerns(change, Topic.SETTINGS, Topic.ATTENDEES, Topic.EVENT):
            self.lists.reload()
