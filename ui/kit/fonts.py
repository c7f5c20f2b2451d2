"""Our own fonts, so that every name looks the same on every machine."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from summit_desk.support.paths import assets

FAMILIES = ("Noto Sans SC", "Noto Sans", "HanaMinB")  # in the order in which paper looks too
AT_ONCE = ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf")
LATER_MS = 300
LATER = (  # letters with rarer accents, and 30 MB for the rarest characters
    "NotoSans_400Regular.ttf",
    "NotoSans_700Bold.ttf",
    "HanaMinB.ttf",
)


def load(app: QApplication) -> None:
    """Load the fonts that the first window needs, and the rare characters once it is painted."""
    _add(AT_ONCE)
    app.setFont(base(latin=False))
    QTimer.singleShot(LATER_MS, app, lambda: _add(LATER))


def base(*, latin: bool) -> QFont:
    """Return the font of all texts; in `latin` texts, quotation marks are as narrow as letters."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(14)
    if latin:
        font.setFeature(QFont.Tag("pwid"), 1)
    return font


def _add(files: tuple[str, ...]) -> None:
    for file in files:
        QFontDatabase.addApplicationFont(str(assets() / "fonts" / file))


def sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return `font` at another size and weight."""
    changed = QFont(font)
    changed.setPixelSize(pixels)
    changed.setWeight(weight)
    return changed
