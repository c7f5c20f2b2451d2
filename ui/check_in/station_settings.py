"""The settings of this computer as a station: how loud it is, and which ports have scanners."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from summit_desk.support.i18n import _
from ui.kit.cards import Card, words

LOOK_MS = 1_500  # between two looks at which ports there are
STEP, PAGE = 5, 20  # per cent


@dataclass(frozen=True)
class Port:
    """A serial port: the key that it is known by, and what it is called on this computer."""

    key: str
    place: str
    about: str = ""
    present: bool = True

    def words(self) -> str:
        """Return what tells the port from others."""
        told = " · ".join(part for part in (self.place, self.about) if part)
        return told if self.present else _("{port} (not connected)").format(port=told)


class PortLine:
    """One port with its tick and the name of its scanner."""

    def __init__(self, port: Port, name: str) -> None:
        self.port = port
        self.used, self.name = QCheckBox(port.words()), QLineEdit(name)
        self.used.setChecked(bool(name))
        self.name.setAccessibleName(_("Name of the scanner"))
        self.name.setPlaceholderText(_("Name of the scanner"))


class StationSettings(QDialog):
    """Every choice holds at once; decides nothing."""

    sound_switched = Signal(bool)
    volume_chosen = Signal(int)  # per cent
    test_asked = Signal()
    scanners_chosen = Signal(object)  # names by the keys of their ports
    ports_asked = Signal()  # look again: a scanner may have been plugged in

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Sound and scanners"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self.sounds, self.volume = QCheckBox(_("Sounds at the check-in station")), QSlider()
        self.share, self.test = QLabel(), QPushButton(_("Play a test sound"))
        self.silent, self.none = words("", "muted", wrap=True), words("", "muted", wrap=True)
        self.lines: list[PortLine] = []
        self._ports = QGridLayout()
        self._lay_out()
        self._connect()
        look = QTimer(self, interval=LOOK_MS)
        look.timeout.connect(self.ports_asked)
        look.start()

    def show_sound(self, *, on: bool, volume: int, audible: bool) -> None:
        """Show how loud the station is."""
        self.sounds.setChecked(on)
        self.volume.setValue(volume)
        self._on_volume(volume)
        self.volume.setEnabled(on)
        self.test.setEnabled(on and audible)
        self.silent.setText(
            "" if audible else _("This computer has nothing that a sound could be played on.")
        )
        self.silent.setVisible(not audible)

    def show_ports(self, ports: Sequence[Port], names: Mapping[str, str], trouble: str) -> None:
        """Show the ports with the names of their scanners; what is being written stays."""
        if [line.port for line in self.lines] != list(ports):
            self._forget()
            self.lines = [PortLine(port, names.get(port.key, "")) for port in ports]
            for row, line in enumerate(self.lines):
                self._ports.addWidget(line.used, row, 0)
                self._ports.addWidget(line.name, row, 1)
                line.used.toggled.connect(self._on_used)
                line.name.editingFinished.connect(self._tell)
                line.name.setEnabled(line.used.isChecked())
        none = _("No serial port is there now. A scanner that is plugged in appears here.")
        self.none.setText(trouble or ("" if ports else none))
        self.none.setVisible(bool(self.none.text()))

    def names(self) -> dict[str, str]:
        """Return the names of the scanners by the keys of their ports."""
        used = [line for line in self.lines if line.used.isChecked()]
        return {line.port.key: line.name.text().strip() or line.port.place for line in used}

    def _forget(self) -> None:
        for line in self.lines:
            line.used.deleteLater()
            line.name.deleteLater()

    def _on_used(self) -> None:
        for line in self.lines:
            line.name.setEnabled(line.used.isChecked())
            if line.used.isChecked() and not line.name.text().strip():
                number = 1 + self.lines.index(line)
                line.name.setText(_("Scanner {number}").format(number=number))
        self._tell()

    def _tell(self) -> None:
        self.scanners_chosen.emit(self.names())

    def _on_volume(self, value: int) -> None:
        self.share.setText(_("{percent} %").format(percent=value))

    def _connect(self) -> None:
        self.sounds.clicked.connect(self.sound_switched)
        self.volume.valueChanged.connect(self._on_volume)
        self.volume.valueChanged.connect(self.volume_chosen)
        self.test.clicked.connect(self.test_asked)

    def _lay_out(self) -> None:
        self.volume.setOrientation(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setSingleStep(STEP)
        self.volume.setPageStep(PAGE)
        self.volume.setAccessibleName(_("Volume"))
        self.share.setMinimumWidth(48)
        self.test.setAutoDefault(False)
        label, row = QLabel(_("Volume")), QHBoxLayout()
        label.setBuddy(self.volume)
        for part in (label, self.volume, self.share, self.test):
            row.addWidget(part, 1 if part is self.volume else 0)
        sound, scanners = Card(), Card()
        sound.show_heading(_("Sound"))
        sound.body.addWidget(self.sounds)
        sound.body.addLayout(row)
        sound.body.addWidget(self.silent)
        scanners.show_heading(_("Scanners on serial ports"))
        scanners.body.addWidget(words(_serial_words(), "muted", wrap=True))
        scanners.body.addLayout(self._ports)
        scanners.body.addWidget(self.none)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addWidget(sound)
        column.addWidget(scanners)
        column.addWidget(close)


def _serial_words() -> str:
    return _(
        "For scanners set to “virtual COM port” (9600 8N1). Tick the ports to listen to; the name "
        "of the scanner stands in the log beside each scan. Scanners that type like a keyboard "
        "need no setting."
    )
