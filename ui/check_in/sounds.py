"""The sounds of the verdicts; silent where there is nothing to play them on."""

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl

from summit_desk.domain.verdicts import Sound
from summit_desk.support.paths import assets

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

LOUDEST = 100  # per cent

log = logging.getLogger(__name__)


class Sounds(QObject):
    """Plays one sound per verdict. Loaded when the station opens, so that the first is prompt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.muted = False
        self._effects: dict[Sound, QSoundEffect] = _effects(self)
        self._volume = LOUDEST

    @property
    def audible(self) -> bool:
        """Say whether there is a device to play on."""
        return bool(self._effects)

    @property
    def volume(self) -> int:
        """How loud the sounds are, in per cent."""
        return self._volume

    @volume.setter
    def volume(self, percent: int) -> None:
        self._volume = min(LOUDEST, max(0, percent))
        for effect in self._effects.values():
            effect.setVolume(loudness(self._volume))

    def play(self, sound: Sound) -> None:
        """Play it, unless muted; the sound before stops."""
        for effect in self._effects.values():
            effect.stop()
        if not self.muted and sound in self._effects:
            self._effects[sound].play()


def loudness(percent: int) -> float:
    """Return the amplitude that is heard as so much: ears measure in ratios."""
    return (percent / LOUDEST) ** 2


def _effects(parent: QObject) -> "dict[Sound, QSoundEffect]":
    if not _has_loudspeaker():
        return {}
    try:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415 -- slow
    except ImportError:
        log.info("QtMultimedia can't be loaded here; verdicts are silent")
        return {}
    if not QMediaDevices.audioOutputs():
        return {}
    effects = {}
    for sound in Sound:
        effect = QSoundEffect(parent)
        effect.setSource(QUrl.fromLocalFile(str(assets() / "sounds" / f"{sound}.wav")))
        effects[sound] = effect
    return effects


def _has_loudspeaker() -> bool:
    """Look before QtMultimedia does: without a sound server it complains at length."""
    if not sys.platform.startswith("linux"):
        return True
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent"))
    servers = (runtime / "pulse" / "native", runtime / "pipewire-0")
    return "PULSE_SERVER" in os.environ or any(server.exists() for server in servers)
