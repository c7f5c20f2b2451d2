"""The screen of organisations shows what is kept and opens the forms."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.kit.form import FormDialog
from ui.kit.history import HistoryDialog
from ui.organisations.presenter import OrganisationsPresenter
from ui.organisations.screen import BODIES, OrganisationsScreen


@pytest.fixture
def screen(qtbot, demo_services, demo_desk):
    shown = OrganisationsScreen()
    qtbot.addWidget(shown)
    OrganisationsPresenter(shown, demo_services, demo_desk)
    shown.show()
    qtbot.waitUntil(lambda: shown.panel.model.rowCount() > 0 and demo_desk.jobs.idle())
    return shown


def form(qtbot) -> FormDialog:
    def found() -> FormDialog | None:
        tops = QApplication.topLevelWidgets()
        return next((one for one in tops if isinstance(one, FormDialog) and one.isVisible()), None)

    qtbot.waitUntil(lambda: found() is not None)
    dialog = found()
    assert dialog is not None
    return dialog


def test_the_models_pass_qts_own_tester(screen, qtmodeltester) -> None:
    for model in (screen.panel.model, screen.bodies.model, screen.bodies.members):
        qtmodeltester.check(model)


def test_typing_narrows_the_list(qtbot, screen) -> None:
    screen.panel.search.setText("dongtu")

    qtbot.waitUntil(lambda: screen.panel.model.rowCount() == 1)
    assert screen.panel.model.rows()[0].short_name == "东土科技"


def test_an_organisation_is_added_through_its_form(qtbot, screen, demo_services) -> None:
    screen.add.trigger()
    dialog = form(qtbot)
    dialog.inputs["full_name"].show_value("示例新单位有限公司")
    dialog.submit()

    qtbot.waitUntil(
        lambda: "示例新单位有限公司" in [row.full_name for row in screen.panel.model.rows()]
    )
    assert "示例新单位有限公司" in dict(map(reversed, demo_services.organisations.names()))


def test_a_problem_is_marked_and_the_form_stays(qtbot, screen, demo_desk) -> None:
    known = screen.panel.model.rows()[0].full_name
    screen.add.trigger()
    dialog = form(qtbot)
    dialog.inputs["full_name"].show_value(known)
    dialog.submit()

    qtbot.waitUntil(demo_desk.jobs.idle)
    assert dialog.isVisible()
    dialog.reject()


def test_the_members_of_the_selected_body_are_shown(qtbot, screen, demo_desk) -> None:
    screen.show_tab(BODIES)
    row = max(screen.bodies.model.rows(), key=lambda one: one.members)
    screen.bodies.select(row.id)

    qtbot.waitUntil(lambda: screen.bodies.members.rowCount() == row.members)
    assert row.members == 44


def test_a_body_keeps_its_chair_when_its_form_is_saved_unchanged(
    qtbot, screen, demo_services, demo_desk
) -> None:
    row = screen.bodies.model.rows()[0]
    before = demo_services.organisations.body(row.id).body
    screen.bodies.select(row.id)
    screen.body_edit_asked.emit()
    form(qtbot).submit()

    qtbot.waitUntil(demo_desk.jobs.idle)
    assert demo_services.organisations.body(row.id).body == before


def test_a_list_of_members_is_shown_before_it_is_imported(
    qtbot, screen, demo_services, demo_desk
) -> None:
    from pathlib import Path

    from ui.organisations.bodies_presenter import BodiesPresenter
    from ui.organisations.members_dialog import MembersDialog

    body = screen.bodies.model.rows()[1]
    presenter = screen.findChild(BodiesPresenter)
    lists = Path(__file__).parents[1] / "data" / "lists"
    presenter.import_list(body.id, lists / "synthetic_会员单位名单_44家.xls")
    qtbot.waitUntil(lambda: screen.findChild(MembersDialog) is not None)
    dialog = screen.findChild(MembersDialog)
    assert dialog.model.rowCount() == 44

    with qtbot.waitSignal(demo_desk.changed):
        dialog.save.click()

    assert len(demo_services.organisations.body(body.id).members) == body.members + 44


def test_a_change_of_an_organisation_is_taken_back_from_its_history(qtbot, screen, demo_services):
    screen.add.trigger()
    dialog = form(qtbot)
    dialog.inputs["full_name"].show_value("甲新单位有限公司")
    dialog.submit()
    before = screen.panel.model.rowCount()
    qtbot.waitUntil(lambda: screen.panel.model.rowCount() == before + 1)
    made = next(r for r in screen.panel.model.rows() if r.full_name == "甲新单位有限公司")
    screen.panel.select(made.id)

    screen.history_asked.emit()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), HistoryDialog))
    QApplication.activeModalWidget()._undo.click()

    qtbot.waitUntil(lambda: screen.panel.model.rowCount() == before)
