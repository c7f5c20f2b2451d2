"""The theme: tokens turned into Qt's palette and style sheet; light, dark or as the system."""

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from summit_desk.support.collector import uncollected
from summit_desk.support.paths import assets
from summit_desk.support.settings import Theme
from ui.kit import icons
from ui.kit.tokens import DARK, LIGHT, Tokens

Role = QPalette.ColorRole
Group = QPalette.ColorGroup


def wear(app: QApplication, theme: Theme) -> None:
    """Dress the whole program; every window follows at once."""
    worn = DARK if _is_dark(theme) else LIGHT
    with uncollected():  # Qt goes through all widgets; none may be collected under its feet
        app.setStyle("Fusion")
        app.setPalette(_palette(worn))
        app.setStyleSheet(_sheet(worn))
        icons.tint_again()


def _is_dark(theme: Theme) -> bool:
    if theme is Theme.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return theme is Theme.DARK


def _palette(worn: Tokens) -> QPalette:
    palette = QPalette()
    for role, colour in (
        (Role.Window, worn.window),
        (Role.WindowText, worn.ink),
        (Role.Base, worn.surface),
        (Role.AlternateBase, worn.sunken),
        (Role.Text, worn.ink),
        (Role.PlaceholderText, worn.faint),
        (Role.Button, worn.surface),
        (Role.ButtonText, worn.ink),
        (Role.BrightText, worn.danger),
        (Role.Highlight, worn.accent),
        (Role.HighlightedText, worn.accent_ink),
        (Role.Link, worn.accent),
        (Role.LinkVisited, worn.accent),
        (Role.ToolTipBase, worn.surface),
        (Role.ToolTipText, worn.ink),
        (Role.Accent, worn.accent),
    ):
        palette.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(Group.Disabled, role, QColor(worn.faint))
    return palette


def _sheet(worn: Tokens) -> str:
    folder = assets() / "themes"
    text = Template((folder / "desk.qss").read_text(encoding="utf-8"))
    colours = {name: value for name, value in vars(worn).items() if isinstance(value, str)}
    colours |= {f"{tone}_ink": tint.ink for tone, tint in worn.tints.items()}
    mode = "dark" if worn.dark else "light"
    return text.substitute(colours, icons=(assets() / "icons").as_posix(), mode=mode)
