"""The settings of this person on this computer: one frozen value in one JSON file."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from summit_desk.support.i18n import Language

RECENT_KEPT = 8
LAYOUTS_KEPT = 40
MINUTES_BETWEEN_BACKUPS = 15
BACKUPS_KEPT = 10
PERCENT = 100


class Theme(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Speech(StrEnum):
    """Which language the program speaks."""

    CHINESE = "zh"
    ENGLISH = "en"
    SYSTEM = "system"


@dataclass(frozen=True)
class Settings:
    """What this person chose. `actor` is who works here, `station` which desk this is."""

    speech: Speech = Speech.SYSTEM
    theme: Theme = Theme.SYSTEM
    actor: str = ""
    station: str = ""
    sounds: bool = True
    volume: int = 100  # of the sounds, in per cent
    scanners: Mapping[str, str] = field(default_factory=dict)  # on serial ports, names by port
    recent: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)  # of lists, by event

    def language(self, system_locale: str = "") -> Language:
        """Return the language to speak; the system's when the person chose none."""
        if self.speech is not Speech.SYSTEM:
            return Language(self.speech.value)
        locale = system_locale or os.environ.get("LC_ALL", "") or os.environ.get("LANG", "")
        return Language.ENGLISH if locale.lower().startswith("en") else Language.CHINESE

    def opened(self, path: Path) -> "Settings":
        """Return the settings with `path` first among the recent files."""
        others = [other for other in self.recent if other != str(path)]
        return replace(self, recent=(str(path), *others)[:RECENT_KEPT])

    def laid_out(self, event: str, columns: str) -> "Settings":
        """Return the settings with the columns of an event's list; nothing is as delivered."""
        others = {key: kept for key, kept in self.columns.items() if key != event}
        latest = dict(list(others.items())[-(LAYOUTS_KEPT - 1) :])
        return replace(self, columns={**latest, event: columns} if columns else others)

    def forgot(self, path: Path) -> "Settings":
        """Return the settings without `path` among the recent files."""
        return replace(self, recent=tuple(one for one in self.recent if one != str(path)))


def load(path: Path) -> Settings:
    """Read the settings; what is missing or not understood stays as delivered."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _understood(told) if isinstance(told, dict) else Settings()


def save(settings: Settings, path: Path) -> None:
    """Write the settings, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
    part.replace(path)


def _understood(told: Mapping[str, object]) -> Settings:
    standing = vars(Settings())
    values = {name: _as_kind_of(value, told.get(name)) for name, value in standing.items()}
    known: dict[str, Any] = {name: value for name, value in values.items() if value is not None}
    return Settings(**known)


def _as_kind_of(standing: object, told: object) -> object:
    """Return what was told as the kind of value that stands there, None when it isn't one."""
    if isinstance(standing, Theme | Speech):
        kinds = {kind.value: kind for kind in type(standing)}
        return kinds.get(str(told))
    if isinstance(standing, int):  # a yes or no, too
        return told if type(told) is type(standing) and _is_share(told) else None
    if isinstance(standing, tuple):
        return tuple(map(str, told)) if isinstance(told, list) else None
    if isinstance(standing, dict):
        return (
            {str(key): str(kept) for key, kept in told.items()} if isinstance(told, dict) else None
        )
    return told if isinstance(told, str) else None


def _is_share(told: object) -> bool:
    """Tell whether something is a number of per cent; yes and no are none and one."""
    return isinstance(told, int) and 0 <= told <= PERCENT
