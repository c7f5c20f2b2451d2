"""How loud an open station is: F9 mutes it, Ctrl with the arrows makes it louder or softer."""

from PySide6.QtCore import QObject, Signal

from summit_desk.domain.verdicts import Sound
from summit_desk.support.i18n import _
from ui.check_in.sounds import Sounds
from ui.check_in.station_window import StationWindow


class Loudness(QObject):
    """Changes the sounds by key, and lets each new volume be heard."""

    chosen = Signal(int)  # per cent

    def __init__(self, window: StationWindow, sounds: Sounds) -> None:
        super().__init__(window)
        self._window, self._sounds = window, sounds
        window.mute_asked.connect(self._mute)
        window.louder_asked.connect(self._louder)

    def _mute(self) -> None:
        self._sounds.muted = not self._sounds.muted
        self._window.show_notice(_("Sound off") if self._sounds.muted else _("Sound on"))

    def _louder(self, percent: int) -> None:
        self._sounds.muted, self._sounds.volume = False, self._sounds.volume + percent
        self._sounds.play(Sound.HIGH)
        self._window.show_notice(_("Volume {percent} %").format(percent=self._sounds.volume))
        self.chosen.emit(self._sounds.volume)
