"""The screen of documents: choosing, seeing real pages, the check, saving, printing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog

from summit_desk.domain.badge_codes import parse
from summit_desk.domain.change import Topic
from summit_desk.domain.documents.choices import Document
from summit_desk.domain.records import AttendeeStatus, Badge
from summit_desk.support.i18n import Language, use_language
from tests.documents.showing import settle, show_documents
from tests.documents.test_service import coming, rename
from tests.exports.making import codes_in
from ui.kit.pdf_page import PdfPage, PdfPages


@pytest.fixture
def screen(summit, demo_desk, qtbot):
    yield from show_documents(summit, demo_desk, qtbot)


def choose(screen, qtbot, desk, document: Document):
    item = next(one for one in screen._items if one.document is document)
    screen.choose(item)
    settle(qtbot, desk)


def test_the_first_look_shows_the_badges_of_whoever_comes(screen, summit):
    assert screen.pages.page_count() == min(60, len(coming(summit)))


@pytest.mark.parametrize("document", [Document.AGENDA, Document.TRIP_BOOK])
def test_papers_are_shown_page_by_page(screen, qtbot, demo_desk, document):
    choose(screen, qtbot, demo_desk, document)

    assert screen.pages.page_count() > 1
    assert not screen.people._people.isVisible()


def test_the_list_is_shown_as_a_table_with_the_ticked_columns(screen, qtbot, demo_desk):
    choose(screen, qtbot, demo_desk, Document.ATTENDEES)
    screen.editor.columns.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    settle(qtbot, demo_desk)

    model = screen.rows.table.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(3)]
    assert titles == ["#", "Sex", "Organisation"]
    assert not screen.print_action.isEnabled()


def test_typing_narrows_the_pages_to_the_people_found(screen, qtbot, demo_desk, summit):
    (first, *_others) = coming(summit)
    screen.people.search.setText(first.number)
    settle(qtbot, demo_desk)

    assert screen.pages.page_count() == 1


def test_nobody_found_is_said_instead_of_pages(screen, qtbot, demo_desk):
    screen.people.search.setText("没有这个人")
    settle(qtbot, demo_desk)

    assert "nobody to print" in screen._empty.sentence.text()
    assert not screen.save_action.isEnabled()


def test_the_check_names_who_can_not_be_printed(screen, qtbot, demo_desk, summit):
    rename(summit, coming(summit)[3], "李\U000a0001")
    screen.presenter.make_pages()
    settle(qtbot, demo_desk)

    check = screen.check._check
    assert [finding.subject for finding in check.blocking()] == ["李\U000a0001"]


def test_saving_writes_the_file_and_logs_the_prints(screen, qtbot, demo_desk, summit, tmp_path):
    with qtbot.waitSignal(demo_desk.changed, timeout=20_000) as told:
        screen.presenter.save(tmp_path / "badges.pdf")

    assert (tmp_path / "badges.pdf").read_bytes().startswith(b"%PDF")
    assert told.args[0].details == {"count": str(len(coming(summit)))}
    assert screen.check.open_file.isVisible()


def test_a_refused_save_tells_the_trouble_and_writes_nothing(
    screen, qtbot, demo_desk, summit, tmp_path
):
    rename(summit, coming(summit)[3], "李\U000a0001")
    with qtbot.waitSignal(demo_desk.trouble, timeout=20_000) as told:
        screen.presenter.save(tmp_path / "badges.pdf")

    assert "U+A0001" in told.args[0]
    assert list(tmp_path.glob("badges*")) == []


def test_printing_sends_every_page_and_logs_the_prints(screen, qtbot, demo_desk, summit, tmp_path):
    (first, *_others) = coming(summit)
    screen.presenter.choose_people([first.id])
    settle(qtbot, demo_desk)
    paper = QPrinter()
    paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paper.setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(demo_desk.changed, timeout=20_000):
        screen.presenter.print_on(paper)

    with summit.store.view() as view:
        assert view.count(Badge, attendee_id=first.id) == 1
    assert (tmp_path / "printed.pdf").stat().st_size > 1000


def test_a_finding_leads_to_the_person(screen, qtbot, demo_desk, summit):
    (someone, *_others) = coming(summit)
    rename(summit, someone, "李\U000a0001")
    screen.presenter.make_pages()
    settle(qtbot, demo_desk)
    link = screen.check._list.itemAt(0).widget().layout().itemAt(0).widget()

    with qtbot.waitSignal(screen.place_asked) as asked:
        link.click()
    assert asked.args[0].subject == someone.id


def test_changes_elsewhere_make_the_pages_anew(screen, qtbot, demo_desk, summit):
    before = screen.pages.page_count()
    (gone, *_others) = coming(summit)
    with summit.store.unit() as unit:
        unit.put(replace(gone, status=AttendeeStatus.CANCELLED))
        change = unit.commit("cancel", Topic.ATTENDEES)
    demo_desk.publish(change)
    settle(qtbot, demo_desk)

    assert screen.pages.page_count() == min(60, before - 1, len(coming(summit)))


def test_pages_zoom_and_stay_white(screen):
    before = screen.pages.zoom()
    screen.pages.zoom_in()

    assert screen.pages.zoom() == pytest.approx(before * 1.25)


def test_one_badge_is_painted_in_a_pane(qtbot, summit):
    (first, *_others) = coming(summit)
    pane = PdfPage()
    qtbot.addWidget(pane)
    pane.show_pdf(summit.documents.badge_preview(first.id))
    pane.resize(QSize(200, pane.heightForWidth(200)))
    picture = pane.grab().toImage()

    assert not pane.is_empty()
    assert picture.pixelColor(100, 20) != picture.pixelColor(100, 130)


def test_no_document_is_no_trouble(qtbot):
    for widget in (PdfPage(), PdfPages()):
        qtbot.addWidget(widget)
        widget.show_pdf(b"")
        widget.grab()


def test_save_as_asks_where_and_writes_there(screen, qtbot, demo_desk, summit, tmp_path):
    screen.save_action.trigger()
    dialog = screen.findChild(QFileDialog)
    assert summit.event.name_other[:20] in dialog.selectedFiles()[0]
    dialog.selectFile(str(tmp_path / "mine.pdf"))
    with qtbot.waitSignal(demo_desk.changed, timeout=20_000):
        dialog.accept()

    assert (tmp_path / "mine.pdf").exists()


def test_print_shows_the_printers(screen, qtbot, demo_desk):
    screen.print_action.trigger()
    settle(qtbot, demo_desk)
    dialog = screen.findChild(QPrintDialog)

    assert dialog.printer().pageLayout().pageSize().size(QPageSize.Unit.Millimeter) == QSizeF(
        90, 130
    )
    dialog.reject()


def test_the_screen_speaks_the_language_that_was_switched_to(screen):
    use_language(Language.CHINESE)
    screen.retranslate()

    assert screen.title() == "胸牌与文件"
    assert screen.save_action.text() == "另存为…"


def test_a_trip_book_can_be_saved_as_a_calendar(screen, qtbot, demo_desk, tmp_path):
    choose(screen, qtbot, demo_desk, Document.TRIP_BOOK)
    screen.presenter.save(tmp_path / "trip.ics")
    settle(qtbot, demo_desk)

    assert (tmp_path / "trip.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_what_was_printed_can_be_scanned(screen, qtbot, demo_desk, summit, tmp_path):
    (first, *_others) = coming(summit)
    screen.presenter.choose_people([first.id])
    settle(qtbot, demo_desk)
    paper = QPrinter()
    paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paper.setOutputFileName(str(tmp_path / "printed.pdf"))
    paper.setFullPage(True)
    with qtbot.waitSignal(demo_desk.changed, timeout=20_000):
        screen.presenter.print_on(paper)

    (code,) = codes_in(tmp_path / "printed.pdf")
    assert parse(code).token == first.token
