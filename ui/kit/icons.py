"""Icons: our own SVG files, tinted from the theme and re-tinted when it changes."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from summit_desk.support.paths import assets
from ui.kit.tokens import tokens

SIZE = 18
WORN = "kit_icon"
CLEAR = "_q_qlineeditclearaction"  # what Qt calls it


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QByteArray:
    text = (assets() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QByteArray(text.replace("currentColor", colour).encode())


def pixmap(name: str, size: int = SIZE, colour: str | None = None) -> QPixmap:
    """Return the icon as a picture of `size`, sharp on the finest connected screen."""
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio()
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        renderer = QSvgRenderer(_drawing(name, QColor(colour or tokens().muted).name()))
        renderer.render(painter, QRectF(0, 0, size, size))
    return picture


def icon(name: str, size: int = SIZE, colour: str | None = None) -> QIcon:
    """Return the icon in the current theme's colours."""
    made = QIcon()
    worn = tokens()
    made.addPixmap(pixmap(name, size, colour))
    made.addPixmap(pixmap(name, size, colour or worn.accent), QIcon.Mode.Active, QIcon.State.On)
    made.addPixmap(pixmap(name, size, worn.line_strong), QIcon.Mode.Disabled)
    return made


def logo() -> QIcon:
    """Return the program's own icon, in its own colours."""
    made = QIcon()
    for size in (16, 32, 64, 128):
        made.addPixmap(pixmap("summit-desk", size))
    return made


def wear(thing: QAction | QAbstractButton, name: str, colour: str = "") -> None:
    """Put the icon on `thing`; it follows the theme from then on.

    `colour` names a field of `Tokens`, as "accent_ink" on a primary button.
    """
    thing.setProperty(WORN, f"{name}:{colour}")
    _tint(thing)


def wear_clear(line: QLineEdit) -> None:
    """Give a line a button that clears it, in our own cross: Qt's is black in the dark, too."""
    line.setClearButtonEnabled(True)
    clear = line.findChild(QAction, CLEAR)
    if isinstance(clear, QAction):
        wear(clear, "close")


def tint_again() -> None:
    """Give every worn icon the colours of the current theme."""
    for top in QApplication.topLevelWidgets():
        for thing in top.findChildren(QObject):
            if isinstance(thing, QAction | QAbstractButton) and thing.property(WORN):
                _tint(thing)


def _tint(thing: QAction | QAbstractButton) -> None:
    name, colour = str(thing.property(WORN)).split(":")
    thing.setIcon(icon(name, colour=getattr(tokens(), colour) if colour else None))
