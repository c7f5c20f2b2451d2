"""Small windows of the kit: history, toast, questions, crash report, search field."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QMainWindow, QPushButton

from summit_desk.domain.ids import new_id
from summit_desk.domain.records import ChangeKind
from summit_desk.services.history import FieldChange, HistoryEntry
from summit_desk.support.i18n import Language, use_language
from ui.kit.confirm import ask_yes_no, tell
from ui.kit.crash import CrashHandler
from ui.kit.history import HistoryDialog, value_words
from ui.kit.pictures import PictureBox
from ui.kit.search_field import SearchField
from ui.kit.toast import Toast


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    made.resize(800, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def entry(*, undone: bool = False) -> HistoryEntry:
    return HistoryEntry(
        id=new_id(),
        at=datetime(2024, 5, 22, 1, 2, 3, tzinfo=UTC),
        actor="Li Ping",
        station="",
        label="Save {thing} {name}",
        details={"thing": "room", "name": "Garden"},
        kind=ChangeKind.DO,
        undone=undone,
        changes=(
            FieldChange("room", "capacity", None, 12),
            FieldChange("room", "name_other", "", "Garden <b>"),
        ),
    )


def test_the_history_shows_each_field_before_and_after(window, qtmodeltester):
    dialog = HistoryDialog("History", [entry()], window)
    rows = dialog._changes
    told = [[rows.index(row, at).data() for at in range(3)] for row in range(2)]

    qtmodeltester.check(dialog._entries)
    assert told == [
        ["room · seats", "—", "12"],
        ["room · name (English)", "—", "Garden <b>"],
    ]


def test_a_change_can_be_taken_back_from_the_history(window, qtbot):
    kept, gone = entry(), entry(undone=True)
    dialog = HistoryDialog("History", [gone, kept], window)
    offered = [dialog._undo.isEnabled()]
    dialog._list.selectRow(1)

    with qtbot.waitSignal(dialog.undo_asked) as told:
        dialog._undo.click()

    assert [*offered, told.args] == [False, [kept.id]]


def test_an_empty_history_says_why(window):
    dialog = HistoryDialog("History", [], window)

    assert dialog._pages.currentWidget() is dialog._none
    assert dialog._undo.isHidden()


def test_a_time_in_the_history_reads_like_a_time():
    assert value_words("2024-05-22T09:30:00") == "2024-05-22 09:30"
    assert value_words("Tea at T1") == "Tea at T1"


def test_a_list_in_the_history_is_written_as_the_language_does():
    english = value_words(["VIP", "媒体"])
    use_language(Language.CHINESE)

    assert (english, value_words(["VIP", "媒体"])) == ("VIP, 媒体", "VIP、媒体")


def test_a_toast_offers_its_deed_once(window, qtbot):
    toast, calls = Toast(window), []
    toast.say("Saved", "Undo", lambda: calls.append("undo"))
    before = toast.text()

    toast.findChild(QPushButton).click()

    assert (before, toast.text(), calls) == ("Saved", "", ["undo"])


def test_a_toast_without_a_deed_has_no_button(window):
    toast = Toast(window)

    toast.say("x" * 5000)

    assert not toast.findChild(QPushButton).isVisible()
    assert toast.width() <= window.width()


@pytest.mark.parametrize(("answer", "expected"), [("Delete", ["yes"]), ("Cancel", [])])
def test_only_yes_means_yes(window, answer, expected):
    calls = []
    box = ask_yes_no(window, "Delete <b>Garden</b>?", "Delete", lambda: calls.append("yes"))

    next(button for button in box.buttons() if button.text() == answer).click()

    assert calls == expected


def test_a_message_shows_marks_as_they_are(window):
    box = tell(window, "<b>Garden</b> & more")

    assert (box.text(), box.textFormat()) == ("<b>Garden</b> & more", Qt.TextFormat.PlainText)
    box.close()


def test_a_bug_is_reported_once_and_can_be_copied(window, qtbot, caplog):
    handler = CrashHandler()
    for _time in range(3):
        try:
            1 // 0  # noqa: B018 -- the problem
        except ZeroDivisionError as problem:
            handler.handle(type(problem), problem, problem.__traceback__)

    report = handler._window
    report.copy()

    assert QGuiApplication.clipboard().text().endswith("by zero\n")
    assert len(caplog.records) == 3
    report.accept()


def test_search_is_told_after_a_pause_and_escape_clears(window, qtbot):
    field = SearchField("Search", pause_ms=10)
    window.setCentralWidget(field)
    told = []
    field.searched.connect(told.append)

    qtbot.keyClicks(field, "wang")
    qtbot.waitUntil(lambda: told == ["wang"])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: told == ["wang", ""])

    assert field.text() == ""


def test_a_picture_is_kept_as_the_bytes_of_its_file(window, tmp_path: Path):
    path = tmp_path / "face.png"
    picture = QPixmap(30, 40)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(path))
    box = PictureBox(window)

    box.take(path)
    kept = box.content()
    box._clear()

    assert (kept, box.content()) == (path.read_bytes(), None)


def test_a_file_that_is_no_picture_is_refused(window, tmp_path: Path):
    path = tmp_path / "face.png"
    path.write_text("not a picture")
    box = PictureBox(window)

    box.take(path)

    assert box.content() is None
