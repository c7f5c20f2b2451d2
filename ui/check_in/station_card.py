"""The card that opens a station: its name, who stands there, whether it is locked or a kiosk."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QPushButton

from summit_desk.support.i18n import _
from ui.kit.cards import ActionButton, Card, words

WIDTH, FIELD_HEIGHT = 340, 34  # pixels


class StationCard(Card):
    """Holds the names and the choices; `opening` is the action of its big button."""

    def __init__(self, opening: QAction) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.where = words("", "title", wrap=True)
        self.station, self.operator = QLineEdit(), QLineEdit()
        self.locked, self.kiosk = QCheckBox(), QCheckBox()
        self.passphrase, self.preferences = QPushButton(), QPushButton()
        self.hint, self._hinted = words("", "muted", wrap=True), True
        self._station_label, self._operator_label = QLabel(), QLabel()
        self._lay_out(ActionButton(opening, primary=True))
        self.kiosk.toggled.connect(self._on_kiosk)

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self.show_heading(_("Station"))
        self._station_label.setText(_("Station name"))
        self._operator_label.setText(_("Operator"))
        self.operator.setPlaceholderText(_("Who stands at the door"))
        self.locked.setText(_("Locked: leaving needs the passphrase"))
        self.kiosk.setText(_("Kiosk: the guests scan themselves"))
        self.passphrase.setText(_("Choose the passphrase…"))
        self.preferences.setText(_("Sound and scanners…"))
        self.hint.setText(
            _(
                "Any scanner that types like a keyboard works at once, whatever the input method "
                "or Caps Lock. Every scan is on the disk before the screen turns green."
            )
        )

    def show_names(self, station: str, operator: str) -> None:
        """Offer a station name and an operator, where nothing was entered yet."""
        for field, text in ((self.station, station), (self.operator, operator)):
            if not field.text():
                field.setText(text)

    def names(self) -> tuple[str, str]:
        """Return the station's name and the operator as they were entered."""
        return self.station.text().strip(), self.operator.text().strip()

    def keep_name(self, name: str) -> None:
        """Show the name that a station file has; it can't be changed."""
        self.station.setText(name)
        self.station.setReadOnly(True)
        self._hinted = False  # the banner above takes its room
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Give up the hint where a small screen has no room for it."""
        layout = self.layout()
        assert layout is not None
        needed = layout.totalHeightForWidth(self.width())
        if self.hint.isHidden():
            needed += self.hint.heightForWidth(self.body.contentsRect().width())
            needed += self.body.spacing()
        self.hint.setVisible(self._hinted and needed <= self.height())

    def _lay_out(self, button: ActionButton) -> None:
        self._station_label.setBuddy(self.station)
        self._operator_label.setBuddy(self.operator)
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.addWidget(self._station_label, 0, 0)
        grid.addWidget(self.station, 0, 1)
        grid.addWidget(self._operator_label, 1, 0)
        grid.addWidget(self.operator, 1, 1)
        button.setMinimumHeight(44)
        for field in (self.station, self.operator):
            field.setMinimumHeight(FIELD_HEIGHT)
        self.body.addWidget(self.where)
        self.body.addLayout(grid)
        for widget in (self.locked, self.kiosk, button):
            self.body.addWidget(widget)
        self.body.addWidget(self.preferences, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)
        self.tools.addWidget(self.passphrase)  # a small screen has no room below
        for link in (self.passphrase, self.preferences):
            link.setProperty("kit", "link")

    def _on_kiosk(self, on: bool) -> None:  # noqa: FBT001 -- a Qt signal
        """A kiosk is always locked."""
        self.locked.setChecked(on or self.locked.isChecked())
        self.locked.setEnabled(not on)
