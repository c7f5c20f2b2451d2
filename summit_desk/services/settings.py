"""What this person chose for the program on this computer."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from summit_desk.support import settings as stored
from summit_desk.support.settings import Settings, Speech, Theme


class SettingsService:
    """Keeps the settings in their file; every choice is written at once.

    Without a file (for pictures and tests) the choices hold for this run only.
    """

    def __init__(self, path: Path | None, settings: Settings | None = None) -> None:
        self._path = path
        kept = stored.load(path) if path is not None else Settings()
        self._settings = settings or kept

    @property
    def settings(self) -> Settings:
        """What is chosen now."""
        return self._settings

    def who(self) -> tuple[str, str]:
        """Return who works here and at which station: they sign every change."""
        return self._settings.actor, self._settings.station

    def speak(self, speech: Speech) -> Settings:
        """Choose the language of the program."""
        return self._keep(replace(self._settings, speech=speech))

    def wear(self, theme: Theme) -> Settings:
        """Choose light, dark or as the system."""
        return self._keep(replace(self._settings, theme=theme))

    def sign(self, actor: str, station: str) -> Settings:
        """Say who works here and what this station is called."""
        return self._keep(replace(self._settings, actor=actor.strip(), station=station.strip()))

    def sound(self, *, on: bool) -> Settings:
        """Choose whether the check-in station makes sounds."""
        return self._keep(replace(self._settings, sounds=on))

    def loud(self, volume: int) -> Settings:
        """Choose how loud the check-in station is, in per cent."""
        return self._keep(replace(self._settings, volume=volume))

    def listen(self, scanners: Mapping[str, str]) -> Settings:
        """Choose the scanners on serial ports, names by port."""
        return self._keep(replace(self._settings, scanners=dict(scanners)))

    def lay_out(self, event: str, columns: str) -> Settings:
        """Remember which columns the list of an event's attendees shows; nothing is the usual."""
        return self._keep(self._settings.laid_out(event, columns))

    def opened(self, path: Path) -> Settings:
        """Put `path` first among the recent files."""
        return self._keep(self._settings.opened(path.absolute()))

    def forget(self, path: Path) -> Settings:
        """Take `path` off the recent files."""
        return self._keep(self._settings.forgot(path))

    def _keep(self, settings: Settings) -> Settings:
        if settings != self._settings:
            if self._path is not None:
                stored.save(settings, self._path)
            self._settings = settings
        return settings
