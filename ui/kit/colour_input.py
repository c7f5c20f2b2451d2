"""The widget of a form that holds a colour."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QPushButton

from summit_desk.support.i18n import _
from ui.kit.inputs import Input

SWATCHES = (
    "#1f5fbf",
    "#15794a",
    "#6842c8",
    "#b3261e",
    "#b06000",
    "#0b7a80",
    "#8a3f7c",
    "#4a5568",
)


class ColourInput(Input):
    """A colour: one of eight that print well, or any other."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = SWATCHES[0]
        self._buttons = [self._swatch(colour) for colour in SWATCHES]
        self._other = QPushButton(_("Other…"))
        self._other.clicked.connect(self._ask_other)
        self.row.addWidget(self._other)
        self.row.addStretch(1)
        self.setFocusProxy(self._buttons[0])

    def value(self) -> str:
        return self._colour

    def show_value(self, value: object) -> None:
        self._colour = str(value or SWATCHES[0])
        for button, colour in zip(self._buttons, SWATCHES, strict=True):
            button.setChecked(colour == self._colour)
        self._other.setStyleSheet(
            "" if self._colour in SWATCHES else f"border: 2px solid {self._colour};"
        )

    def _swatch(self, colour: str) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setFixedSize(28, 28)
        button.setAccessibleName(_("Colour {colour}").format(colour=colour))
        button.setToolTip(colour)
        button.setStyleSheet(
            f"QPushButton {{background: {colour}; border: 2px solid transparent;"
            " border-radius: 14px; min-height: 0; padding: 0;}"
            "QPushButton:checked, QPushButton:focus {border: 3px solid palette(text);}"
        )
        button.clicked.connect(lambda: self._choose(colour))
        self.row.addWidget(button)
        return button

    def _choose(self, colour: str) -> None:
        self.show_value(colour)
        self.changed.emit()

    def _ask_other(self) -> None:
        dialog = QColorDialog(QColor(self._colour), self)
        dialog.colorSelected.connect(lambda colour: self._choose(colour.name()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
