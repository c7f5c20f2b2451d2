"""What the kit looks like: contrast, icons, pills and charts in both themes."""

import re

import pytest
from PySide6.QtGui import QColor

from summit_desk.services.settings import SettingsService
from summit_desk.support.i18n import _
from summit_desk.support.paths import assets
from summit_desk.support.settings import Settings, Speech, Theme
from ui.kit import icons
from ui.kit.cards import ActionButton, EmptyState, FigureCard
from ui.kit.charts import AreaChart, BarChart, Point, round_up
from ui.kit.chips import Chip, Chips
from ui.kit.load_bars import Load, LoadBars
from ui.kit.look import Look
from ui.kit.pills import PillLabel
from ui.kit.tokens import DARK, LIGHT, contrast, pill_tint, tokens
from ui.kit.tones import Pill, Tone


@pytest.fixture
def look(qapp):
    made = Look(qapp, SettingsService(None, Settings(Speech.ENGLISH, Theme.LIGHT)))
    yield made
    made.speak(Speech.ENGLISH)
    made.wear(Theme.LIGHT)


@pytest.mark.parametrize("worn", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_has_enough_contrast(worn):
    grounds = (worn.surface, worn.window, worn.sunken, worn.selected, worn.hover)
    pairs = [(ink, ground) for ink in (worn.ink, worn.muted) for ground in grounds]
    pairs += [
        (worn.accent, worn.surface),
        (worn.accent_ink, worn.accent),
        (worn.danger, worn.surface),
    ]
    pairs += [(worn.accent_ink, worn.accent_hover), (worn.faint, worn.surface)]
    pairs += [(tint.ink, tint.ground) for tint in worn.tints.values()]
    pairs += [(tint.ink, worn.surface) for tint in worn.tints.values()]

    weak = [pair for pair in pairs if contrast(QColor(pair[0]), QColor(pair[1])) < 4.5]

    assert weak == []


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("colour", ["#ffff00", "#000000", "#ffffff", "#c0392b", "#1f5fbf"])
def test_a_persons_own_colour_is_made_readable(look, theme, colour):
    look.wear(theme)

    tint = pill_tint(Pill("x", colour=colour))

    assert contrast(QColor(tint.ink), QColor(tint.ground)) >= 4.5


def test_every_icon_is_ours_and_takes_the_themes_colour(qapp):
    wrong = [
        path.name
        for path in sorted((assets() / "icons").glob("*.svg"))
        if "-" not in path.name and "currentColor" not in path.read_text(encoding="utf-8")
    ]

    assert wrong == []
    assert not icons.icon("plus").isNull()


def test_every_icon_that_is_asked_for_exists():
    root = assets().parent / "ui"
    names = {
        name
        for path in root.rglob("*.py")
        for name in re.findall(
            r'icons\.(?:wear\([^,]+|pixmap\(|icon\()(?:, )?"(\w+)"', path.read_text()
        )
    }

    assert {name for name in names if not (assets() / "icons" / f"{name}.svg").exists()} == set()


def test_the_theme_switches_while_the_program_runs(look):
    look.wear(Theme.DARK)
    dark = tokens()
    look.wear(Theme.LIGHT)

    assert (dark, tokens()) == (DARK, LIGHT)


def test_the_language_switches_while_the_program_runs(look, qtbot):
    look.speak(Speech.CHINESE)
    chinese = _("Cancel")
    look.speak(Speech.ENGLISH)

    assert (chinese, _("Cancel")) == ("取消", "Cancel")


def test_choices_hold_after_a_restart(qapp, tmp_path):
    path = tmp_path / "settings.json"
    look = Look(qapp, SettingsService(path))

    look.wear(Theme.DARK)
    look.sign("  Li ", "Entrance 2")
    look.sound(on=False)
    look.wear(Theme.LIGHT)

    kept = SettingsService(path).settings
    assert kept == Settings(theme=Theme.LIGHT, actor="Li", station="Entrance 2", sounds=False)


def test_settings_that_cannot_be_read_are_as_delivered(tmp_path):
    path = tmp_path / "settings.json"
    for text in ("", "[]", '{"theme": "pink", "sounds": "yes", "recent": 5, "actor": null}'):
        path.write_text(text)

        assert SettingsService(path).settings == Settings()


def test_charts_and_cards_draw_nothing_much_and_everything(qtbot, look):
    points = [Point(f"5/{day}", day * day, f"on day {day}") for day in range(30)]
    loads = [Load("Main", "1F", 171, 160), Load("Small", "", 3, None), Load("", "", 0, 0)]
    for theme in (Theme.LIGHT, Theme.DARK):
        look.wear(theme)
        for chart in (AreaChart(), BarChart()):
            qtbot.addWidget(chart)
            for some in ((), points[:1], points):
                chart.show_points(some)
                assert not chart.grab().isNull()
        bars, empty, figure = LoadBars(), EmptyState("trips", "No trips", "Add one."), FigureCard()
        bars.show_loads(loads)
        figure.show_figure("Registered", "1,284", "+54", Tone.AMBER)
        for widget in (bars, empty, figure, PillLabel("late", Tone.RED)):
            qtbot.addWidget(widget)
            assert not widget.grab().isNull()


@pytest.mark.parametrize(("value", "top"), [(0, 4), (3, 4), (5, 8), (289, 320), (1284, 1600)])
def test_axes_end_with_a_round_number(value, top):
    assert round_up(value) == top


def test_an_exclusive_chip_is_chosen_by_click_and_key(qtbot):
    chips = Chips()
    qtbot.addWidget(chips)
    chips.show_chips([Chip(None, "All", 3), Chip("a", "Guests", 1), Chip("b", "Press", 2)])
    told = []
    chips.chosen.connect(told.append)

    chips._buttons[1].click()
    chips.show_chips([Chip(None, "All", 9), Chip("a", "Guests", 7), Chip("b", "Press", 2)])

    assert told == ["a"]
    assert chips.chosen_key() == "a"


def test_several_chips_can_be_chosen(qtbot):
    chips = Chips(exclusive=False)
    qtbot.addWidget(chips)
    chips.show_chips([Chip("a", "A"), Chip("b", "B")])
    told = []
    chips.chosen.connect(told.append)

    for button in chips._buttons:
        button.click()

    assert told == [frozenset({"a"}), frozenset({"a", "b"})]


def test_a_button_follows_its_action(qtbot):
    from PySide6.QtGui import QAction

    action = QAction("Add")
    button = ActionButton(action, primary=True)
    qtbot.addWidget(button)

    action.setText("Add room")
    action.setEnabled(False)

    assert (button.text(), button.isEnabled()) == ("Add room", False)
