"""Scanners on serial ports: each has a name, and is taken up again when it comes back."""

from collections.abc import Mapping

from PySide6.QtCore import QIODevice, QObject, Qt, QTimer, Signal
from PySide6.QtSerialPort import QSerialPort, QSerialPortInfo

from summit_desk.support.i18n import _
from ui.check_in.keystrokes import SILENCE_MS
from ui.check_in.serial_lines import SerialLines
from ui.check_in.station_settings import Port

RETRY_MS = 1_000
FINE = QSerialPort.SerialPortError.NoError
GONE = frozenset(
    {
        QSerialPort.SerialPortError.ResourceError,  # pulled out
        QSerialPort.SerialPortError.DeviceNotFoundError,
        QSerialPort.SerialPortError.ReadError,
    }
)


def ports(known: Mapping[str, str]) -> list[Port]:
    """Return the ports of this computer, and those of known scanners that are not connected."""
    here = {_key(info): info for info in QSerialPortInfo.availablePorts()}
    found = [Port(key, info.portName(), info.description()) for key, info in here.items()]
    return found + [Port(key, key, present=False) for key in known if key not in here]


class SerialScanner(QObject):
    """Listens to one port; while that is not there it looks for it once a second."""

    scanned = Signal(str, str)  # the code, the scanner's name
    changed = Signal()  # `trouble` is another one

    def __init__(self, key: str, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name, self.trouble = name, ""
        self._key, self._lines = key, SerialLines()
        self._port = QSerialPort(self)
        self._port.readyRead.connect(self._on_bytes)
        self._port.errorOccurred.connect(self._on_error)
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.setTimerType(Qt.TimerType.PreciseTimer)
        self._silence.timeout.connect(self._on_silence)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.open)

    @property
    def is_open(self) -> bool:
        """Tell whether the scanner is being listened to."""
        return self._port.isOpen()

    def open(self) -> None:
        """Begin to listen, now or as soon as the scanner is there."""
        self._port.setPortName(_place(self._key))
        if self._port.open(QIODevice.OpenModeFlag.ReadOnly):
            self._tell("")
            return
        denied = self._port.error() is QSerialPort.SerialPortError.PermissionError
        self._tell(_denied(self.name, self._port.portName()) if denied else _missing(self.name))
        self._retry.start()

    def close(self) -> None:
        """Stop listening."""
        for timer in (self._silence, self._retry):
            timer.stop()
        self._port.blockSignals(True)
        self._port.close()

    def _on_bytes(self) -> None:
        for code in self._lines.add(bytes(self._port.readAll().data())):
            self.scanned.emit(code, self.name)
        self._silence.start()

    def _on_silence(self) -> None:
        code = self._lines.end()
        if code:
            self.scanned.emit(code, self.name)

    def _on_error(self, error: QSerialPort.SerialPortError) -> None:
        if error in GONE and self._port.isOpen():
            self._port.close()
            self._lines.end()  # half a code is none
            self._tell(_missing(self.name))
            self._retry.start()

    def _tell(self, trouble: str) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self.changed.emit()


class SerialScanners(QObject):
    """All the scanners of a station."""

    scanned = Signal(str, str)  # the code, the scanner's name
    troubled = Signal(str)  # sentences about those that can't be listened to, "" when all can

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.scanners: list[SerialScanner] = []

    def listen(self, names: Mapping[str, str]) -> None:
        """Listen to these ports (names by key), and to no others."""
        self.close()
        for key, name in names.items():
            scanner = SerialScanner(key, name, self)
            scanner.scanned.connect(self.scanned)
            scanner.changed.connect(self._on_changed)
            self.scanners.append(scanner)
            scanner.open()
        self._on_changed()

    def close(self) -> None:
        """Let go of every port."""
        for scanner in self.scanners:
            scanner.close()
            scanner.deleteLater()
        self.scanners = []

    def _on_changed(self) -> None:
        self.troubled.emit("\n".join(one.trouble for one in self.scanners if one.trouble))


def _key(info: QSerialPortInfo) -> str:
    """Return what a port is known by: the device itself where it has a number, else the place."""
    number = info.serialNumber()
    if not number:
        return info.portName()
    return f"{info.vendorIdentifier():04x}:{info.productIdentifier():04x}:{number}"


def _place(key: str) -> str:
    here = {_key(info): info.portName() for info in QSerialPortInfo.availablePorts()}
    return here.get(key, key)


def _missing(name: str) -> str:
    return _(
        "The scanner “{name}” is not connected. Nothing was lost; plug it in and it goes on by "
        "itself."
    ).format(name=name)


def _denied(name: str, port: str) -> str:
    return _(
        "The scanner “{name}” can't be used: this account may not open {port}, or another program "
        "has it. Nothing was lost. On Linux, add the account to the group “dialout”."
    ).format(name=name, port=port)
