"""A list is handed over by dropping it anywhere on the screen, or by pasting it."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from summit_desk.domain.records import Event
from ui.attendees.screen import AttendeesScreen
from ui.imports.asking import take_list
from ui.imports.wizard import ImportWizard
from ui.kit.handing import Handed, handed

COPY = Qt.DropAction.CopyAction
BUTTON, KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def screen(qtbot):
    shown = AttendeesScreen()
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    shown.show()
    return shown


def dragged(*paths, text: str = "") -> QMimeData:
    content = QMimeData()
    if paths:
        content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        content.setText("\n".join(map(str, paths)))  # as file managers do
    elif text:
        content.setText(text)
    return content


def enter(widget: QWidget, content: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(4, 4), COPY, content, BUTTON, KEYS)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(widget: QWidget, content: QMimeData) -> None:
    enter(widget, content)  # Qt drops where it was entered
    event = QDropEvent(QPointF(4, 4), COPY, content, BUTTON, KEYS)
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize(
    "part",
    [
        lambda screen: screen,
        lambda screen: screen.table.viewport(),
        lambda screen: screen.table.horizontalHeader().viewport(),
        lambda screen: screen.detail,
        lambda screen: screen.filters.search,
        lambda screen: screen.filters.categories,
        lambda screen: screen._nobody,
    ],
    ids=["screen", "table", "header", "pane", "search", "chips", "empty"],
)
def test_a_file_can_be_dropped_anywhere(screen, qtbot, tmp_path, part) -> None:
    content = dragged(tmp_path / "报名.xlsx")
    told = []
    screen.import_asked.connect(told.append)

    assert enter(part(screen), content)
    assert screen.imports.area.hint.isVisible()
    drop(part(screen), content)

    assert told == [Handed((tmp_path / "报名.xlsx",))]
    assert not screen.imports.area.hint.isVisible()
    assert screen.filters.search.text() == ""


def test_the_hint_goes_when_the_file_is_dragged_away(screen, tmp_path) -> None:
    enter(screen, dragged(tmp_path / "a.csv"))
    assert screen.imports.area.hint.sentence == "Drop the list here to import it"

    QApplication.sendEvent(screen, QDragLeaveEvent())

    assert not screen.imports.area.hint.isVisible()


def test_a_summit_file_is_left_to_the_window(screen, tmp_path) -> None:
    assert not enter(screen, dragged(tmp_path / "other.summit"))


def test_text_that_is_dropped_on_a_field_belongs_to_the_field(screen) -> None:
    told = []
    screen.import_asked.connect(told.append)

    drop(screen.table.viewport(), dragged(text="姓名\t手机\n张伟\t1"))
    drop(screen.filters.search, dragged(text="张伟"))

    assert screen.filters.search.text() == "张伟"
    assert told == [Handed(text="姓名\t手机\n张伟\t1")]


def test_ctrl_v_pastes_a_list_unless_a_field_has_the_focus(screen, qtbot) -> None:
    told = []
    screen.import_asked.connect(told.append)
    QGuiApplication.clipboard().setText("姓名\t手机\n张伟\t1")
    screen.activateWindow()
    screen.filters.search.setFocus()
    qtbot.keyClick(screen.filters.search, "V", Qt.KeyboardModifier.ControlModifier)
    assert told == []

    screen.imports.paste.trigger()

    assert [one.text for one in told] == ["姓名\t手机\n张伟\t1"]
    assert screen.imports.paste in screen.actions()
    assert screen.imports.paste.shortcut().toString() == "Ctrl+V"


@pytest.fixture
def take(qtbot, services, desk, event_id):
    """Return what happens when something is handed over: the window that appears."""
    with services.store.view() as view:
        desk.show_event(view.get(Event, event_id))
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def windows():
        kinds = QMessageBox | ImportWizard
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kinds)]

    def hand_over(what: Handed):
        take_list(parent, services, desk, what)
        qtbot.waitUntil(lambda: any(one.isVisible() for one in windows()) and desk.jobs.idle())
        return next(one for one in windows() if one.isVisible())

    yield hand_over
    for one in windows():
        one.close()


def test_a_pasted_table_is_led_through_the_wizard(take) -> None:
    wizard = take(Handed(text="姓名\t手机\n张伟\t13800000001\n李强\t13800000002\n"))

    assert wizard.windowTitle() == "Import Pasted list"
    assert wizard.file_page.summary.text() == "2 rows of people below the header."
    assert wizard.file_page.delimiter.currentText() == "Tab"


@pytest.mark.parametrize("what", [Handed(), Handed(text="张伟"), Handed(text="", html="<p>x</p>")])
def test_an_empty_or_foreign_clipboard_is_explained(take, what) -> None:
    assert take(what).text().startswith("The clipboard holds no table. Nothing was imported.")


def test_a_clipboard_without_anything_is_nothing() -> None:
    assert not handed(None)  # what some platforms return after it was emptied


def test_several_files_are_explained(take, tmp_path) -> None:
    told = take(Handed((tmp_path / "a.csv", tmp_path / "b.csv"))).text()

    assert told.startswith("2 files were dropped at once. Nothing was imported.")
