"""The scanners on serial ports of one station; Qt's library is loaded when there is one."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.check_in.serial_support import without_library
from ui.check_in.station_window import StationWindow

if TYPE_CHECKING:
    from ui.check_in.serial_scanners import SerialScanners


class Listening(QObject):
    """Hands over what the scanners read; their troubles stay on the window until they are over."""

    def __init__(self, window: StationWindow, scan: Callable[[str, str], object]) -> None:
        super().__init__(window)
        self._window, self._scan = window, scan
        self.scanners: SerialScanners | None = None

    def listen(self, names: Mapping[str, str]) -> None:
        """Listen to these ports (names by key), and to no others."""
        if self.scanners is None and names:
            try:
                from ui.check_in.serial_scanners import SerialScanners  # noqa: PLC0415 -- see above
            except ImportError:
                self._window.show_trouble(without_library())
                return
            self.scanners = SerialScanners(self)
            self.scanners.scanned.connect(self._on_scanned)
            self.scanners.troubled.connect(self._window.show_trouble)
        if self.scanners is not None:
            self.scanners.listen(names)

    def close(self) -> None:
        """Let go of the ports."""
        if self.scanners is not None:
            self.scanners.close()
            self.scanners = None

    def _on_scanned(self, text: str, scanner: str) -> None:
        self._window.close_sheets()  # a scan goes first, as from a keyboard scanner
        self._scan(text, scanner)
