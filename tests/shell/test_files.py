"""Files: the first start, a new summit, the demo, recent files, backups."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from summit_desk.domain.records import Event
from summit_desk.support.clock import utc_now


def event(**fields) -> Event:
    given = {"first_day": date(2025, 5, 1), "last_day": date(2025, 5, 2), "created_at": utc_now()}
    return Event(name="Spring", **(given | fields))


def opened(program) -> bool:
    return program.window.joined is not None and program.filing.opened()[1].idle()


def test_the_first_start_welcomes(program):
    assert program.window.welcome.isVisible()
    assert program.filing.opened() is None


def test_a_new_summit_is_made_and_shown(program, qtbot, tmp_path, settings):
    path = tmp_path / "spring.summit"

    program.filing.create(path, event())
    qtbot.waitUntil(lambda: opened(program), timeout=20_000)

    assert path.exists()
    assert program.window.windowTitle() == "spring — Summit Desk"
    assert settings.settings.recent == (str(path),)


def test_the_form_of_a_new_summit_tells_what_is_wrong(program):
    from ui.shell.files import FileDialogs

    files = FileDialogs(program.filing, program.filing)
    files.ask_new()
    form = QApplication.activeModalWidget()
    form.inputs["name"].show_value("Spring")
    form.inputs["first_day"].show_value(date(2025, 5, 3))
    form.inputs["last_day"].show_value(date(2025, 5, 2))
    form.submit()

    assert form._notes["last_day"].text() == "The last day is before the first day."
    form.reject()


def test_the_demo_is_built_and_shown(program, qtbot, tmp_path):
    program.filing.open_demo(tmp_path / "demo.summit")
    qtbot.waitUntil(lambda: opened(program), timeout=60_000)

    assert program.window.joined.file_name() == "demo"


def test_a_file_that_is_not_ours_is_refused_with_a_sentence(program, qtbot, tmp_path):
    path = tmp_path / "letter.summit"
    path.write_text("Dear Sir", encoding="utf-8")

    program.filing.open(path)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=20_000)

    assert "letter.summit" in QApplication.activeModalWidget().text()
    assert program.window.welcome.isVisible()
    assert path.read_text(encoding="utf-8") == "Dear Sir"
    QApplication.activeModalWidget().close()


def test_closing_a_file_gives_it_back(program, qtbot, tmp_path):
    path = tmp_path / "spring.summit"
    program.filing.create(path, event())
    qtbot.waitUntil(lambda: opened(program), timeout=20_000)

    program.filing.leave()
    program.filing.open(path)
    qtbot.waitUntil(lambda: opened(program), timeout=20_000)

    assert program.window.joined.file_name() == "spring"


def test_a_backup_brings_back_what_was(program, qtbot, tmp_path):
    program.filing.create(tmp_path / "spring.summit", event())
    qtbot.waitUntil(lambda: opened(program), timeout=20_000)
    services, desk = program.filing.opened()
    kept = services.workspace.back_up()
    services.events.save(type(desk.event)(**{**vars(desk.event), "name": "Autumn"}))

    program.filing.restore(kept)
    qtbot.waitUntil(lambda: opened(program) and program.filing.opened()[0] is not services)
    restored, _desk = program.filing.opened()

    assert [one.name for one in restored.events.events()] == ["Spring"]
    assert len(restored.workspace.backups()) >= 2


def test_undoing_the_first_step_asks_for_an_event(program, qtbot, tmp_path):
    program.filing.create(tmp_path / "spring.summit", event())
    qtbot.waitUntil(lambda: opened(program), timeout=20_000)

    program.window.joined.undo._undo()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=20_000)
    form = QApplication.activeModalWidget()
    form.inputs["name"].show_value("Autumn")
    form.submit()
    qtbot.waitUntil(lambda: opened(program), timeout=20_000)

    assert program.filing.opened()[1].event.name == "Autumn"


def test_a_file_without_an_event_asks_for_one(program, qtbot, tmp_path):
    from db.store import Store

    path = tmp_path / "empty.summit"
    Store.create(path).close()

    program.filing.open(path)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog), timeout=20_000)
    QApplication.activeModalWidget().reject()

    assert program.filing.opened() is None


@pytest.mark.parametrize("name", ["keys", "about"])
def test_help_is_shown(program, name):
    program.window.menus.actions[name].trigger()

    dialog = QApplication.activeModalWidget()
    assert not dialog.grab().isNull()
    dialog.close()


def test_who_works_here_signs_the_changes(program, qtbot, tmp_path):
    program.look.sign("Li Ping", "Desk 3")
    program.filing.create(tmp_path / "spring.summit", event())
    qtbot.waitUntil(lambda: opened(program), timeout=20_000)
    services, _desk = program.filing.opened()

    latest = services.history.all(1)[0]

    assert (latest.actor, latest.station) == ("Li Ping", "Desk 3")


def test_a_summit_that_cannot_be_made_keeps_its_form_open(program, qtbot, tmp_path):
    path = tmp_path / "spring.summit"
    path.write_text("somebody's letter", encoding="utf-8")
    done = []

    program.filing.create(path, event(), lambda: done.append("closed"))
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=20_000)
    QApplication.activeModalWidget().close()

    assert done == []
    assert path.read_text(encoding="utf-8") == "somebody's letter"


def test_a_backup_that_is_none_leaves_the_file_as_it_was(program, qtbot, tmp_path):
    program.filing.create(tmp_path / "spring.summit", event())
    qtbot.waitUntil(lambda: opened(program), timeout=20_000)
    bogus = tmp_path / "bogus.summit"
    bogus.write_text("no backup", encoding="utf-8")

    program.filing.restore(bogus)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=20_000)
    QApplication.activeModalWidget().close()
    qtbot.waitUntil(lambda: opened(program), timeout=20_000)

    assert program.filing.opened()[1].event.name == "Spring"


def test_a_recent_file_that_is_gone_is_forgotten(program, qtbot, tmp_path, settings):
    settings.opened(tmp_path / "gone.summit")

    program.filing.open(tmp_path / "gone.summit")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=20_000)
    QApplication.activeModalWidget().close()

    assert settings.settings.recent == ()


def test_a_summit_file_can_be_dropped_on_the_window(program, qtbot, tmp_path):
    from PySide6.QtCore import QMimeData, QUrl

    from ui.shell.window import dropped_file

    letter, summit = QMimeData(), QMimeData()
    letter.setUrls([QUrl.fromLocalFile(str(tmp_path / "letter.txt"))])
    summit.setUrls([QUrl.fromLocalFile(str(tmp_path / "spring.summit"))])

    assert dropped_file(letter) is None
    assert dropped_file(summit) == tmp_path / "spring.summit"
