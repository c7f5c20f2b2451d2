"""What this computer is set to as a station: kept with the program, and held at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from summit_desk.domain.verdicts import Sound
from summit_desk.support.settings import Settings
from ui.check_in.serial_support import known_ports
from ui.check_in.sounds import Sounds
from ui.check_in.station_settings import StationSettings

if TYPE_CHECKING:
    from ui.check_in.station_presenter import StationPresenter


class Preferences(QObject):
    """Leads the dialog, and gives every open station what was chosen."""

    sound_switched = Signal(bool)
    volume_chosen = Signal(int)
    scanners_chosen = Signal(object)  # names by the keys of their ports

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen, self.settings = screen, Settings()
        self._station: StationPresenter | None = None
        self._sounds: Sounds | None = None  # for the test sound; loaded with the dialog
        self.dialog: StationSettings | None = None

    def follow(self, settings: Settings) -> None:
        """Take over what is chosen now."""
        before, self.settings = self.settings, settings
        if self._station is not None and isValid(self._station):
            self._apply(self._station, before)
        self._show()

    def furnish(self, station: "StationPresenter") -> None:
        """Give a station that is opened what was chosen."""
        self._station = station
        self._apply(station, Settings())
        station.loudness.chosen.connect(self.volume_chosen)

    def open(self) -> None:
        """Show the choices."""
        if self._sounds is None:
            self._sounds = Sounds(self)
        self.dialog = dialog = StationSettings(self._screen)
        dialog.sound_switched.connect(self.sound_switched)
        dialog.volume_chosen.connect(self.volume_chosen)
        dialog.scanners_chosen.connect(self.scanners_chosen)
        dialog.test_asked.connect(self._play)
        dialog.ports_asked.connect(self._show_ports)
        self._show()
        dialog.open()

    def _apply(self, station: "StationPresenter", before: Settings) -> None:
        """Change what was chosen anew; a station that was muted by key stays so."""
        chosen = self.settings
        if chosen.sounds != before.sounds:
            station.sounds.muted = not chosen.sounds
        if chosen.volume != before.volume:
            station.sounds.volume = chosen.volume
        if chosen.scanners != before.scanners:
            station.listen(chosen.scanners)

    def _play(self) -> None:
        if self._sounds is not None:
            self._sounds.volume = self.settings.volume
            self._sounds.play(Sound.HIGH)

    def _show(self) -> None:
        if self.dialog is None or not isValid(self.dialog) or self._sounds is None:
            return
        chosen, audible = self.settings, self._sounds.audible
        self.dialog.show_sound(on=chosen.sounds, volume=chosen.volume, audible=audible)
        self._show_ports()

    def _show_ports(self) -> None:
        if self.dialog is not None and isValid(self.dialog):
            found, trouble = known_ports(self.settings.scanners)
            self.dialog.show_ports(found, self.settings.scanners, trouble)
