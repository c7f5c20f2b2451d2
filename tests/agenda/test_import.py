"""An agenda sheet comes in through the window: dropped, looked at, imported, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from summit_desk.domain.records import Session
from ui.kit.list_dialog import ListDialog

if TYPE_CHECKING:
    from pathlib import Path

ROWS = "日期,时间,内容,嘉宾,会场\n2024-05-22,16:00-16:30,数字化报告,王示例,新会场\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def drop(widget, path: Path) -> bool:
    """Drop a file on a widget; tell whether it was taken."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    where, action = QPoint(5, 5), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(where, action, content, left, none)
    entering.ignore()
    QApplication.sendEvent(widget, entering)
    if entering.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(where, action, content, left, none))
    return entering.isAccepted()


def titles(store) -> list[str]:
    with store.view() as view:
        return [session.title for session in view.all(Session)]


def dialogs(kind: type) -> list:
    return [one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()]


def test_a_dropped_sheet_is_shown_and_imported(screen, desk, store, services, sheet, qtbot) -> None:
    assert drop(screen, sheet)
    qtbot.waitUntil(lambda: bool(dialogs(ListDialog)))
    (dialog,) = dialogs(ListDialog)
    assert dialog.save.text() == "Import 1 rows"

    with qtbot.waitSignal(desk.changed) as told:
        dialog.save.click()

    assert told.args[0].text() == "Import agenda agenda.csv: 1 new, 0 updated"
    assert "数字化报告" in titles(store)
    services.history.undo()
    assert "数字化报告" not in titles(store)


def test_a_summit_file_is_left_to_the_window(screen, tmp_path) -> None:
    assert not drop(screen, tmp_path / "other.summit")


def test_a_file_that_is_no_agenda_gets_a_sentence(screen, desk, tmp_path, qtbot) -> None:
    path = tmp_path / "people.csv"
    path.write_text("姓名,手机\n张三,13800138000\n", encoding="utf-8")

    with qtbot.waitSignal(desk.trouble) as told:
        drop(screen, path)

    assert told.args[0].startswith("No column of “people” holds the titles of sessions.")


def test_import_asks_for_a_file(screen, qtbot) -> None:
    screen.actions_by_name["import"].trigger()

    (dialog,) = dialogs(QFileDialog)
    assert dialog.windowTitle() == "Import an agenda"
    dialog.close()


def test_another_sheet_of_a_workbook_can_be_chosen(screen, desk, tmp_path, qtbot) -> None:
    path = tmp_path / "days.xlsx"
    book = openpyxl.Workbook()
    for name in ("22日", "23日"):
        page = book.create_sheet(name)
        page.append(["日期", "时间", "内容"])
        page.append([f"2024年5月{name}", "9:00-9:30", f"{name}的报告"])
    book.save(path)
    drop(screen, path)
    qtbot.waitUntil(lambda: bool(dialogs(ListDialog)))

    (first,) = dialogs(ListDialog)
    first.sheet.box.setCurrentIndex(1)
    qtbot.waitUntil(lambda: [one for one in dialogs(ListDialog) if one is not first] != [])

    (second,) = (one for one in dialogs(ListDialog) if one is not first)
    assert [line.what for line in second.model.rows()] == ["23日的报告"]
    second.reject()
