"""Stations of their own: what a station file says about itself, and how its scans are signed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from summit_desk.domain.records import Setting
from summit_desk.domain.text_cleaning import clean_line

HERE = "station.here"
"""The setting of a station file that makes it one."""

MADE = "station.made"
"""The setting, one per station file, of the summit file that made it or took it over."""

SET_BY = "station.set_by"
"""The setting of a station file that says who set a state that refuses somebody, and when."""

SUFFIX = ".station"
BETWEEN = " · "
NUMBER_WIDTH = 3


@dataclass(frozen=True, kw_only=True)
class StationMark:
    """A station file: its identity, its name and when it was made, by the making desk's clock.

    `number` counts the station files of a summit from 1: walk-ins there are numbered "S1-001".
    `rows` is how many scans the copy began with. `lead` is by how many seconds the station's
    clock was seen to run ahead: its latest scan lay so far after the moment of merging. `copied`
    says that the file was used in two places at once: two of it came home, each with scans that
    the other one lacked.
    """

    id: UUID
    event_id: UUID
    name: str
    made_at: datetime
    number: int
    rows: int = 0
    lead: float = 0.0
    copied: bool = False

    def setting(self, key: str) -> Setting:
        """Return the row that keeps the mark."""
        return Setting(
            id=self.id,
            event_id=self.event_id,
            key=key,
            value={
                "name": self.name,
                "made_at": self.made_at.isoformat(),
                "number": self.number,
                "rows": self.rows,
                "lead": self.lead,
                **({"copied": True} if self.copied else {}),
            },
        )

    def signs(self, station: str) -> bool:
        """Say whether a scan signed so was made in this station file."""
        return station == self.name or station.startswith(self.name + BETWEEN)

    def signature(self, station: str) -> str:
        """Return what signs the scans of a window called `station` in this file.

        The file's own name always comes first, so that no two laptops sign alike.
        """
        given = station.strip()
        if given in {"", self.name} or given.startswith(self.name + BETWEEN):
            return given or self.name
        return f"{self.name}{BETWEEN}{given}"


def read_mark(setting: Setting) -> StationMark:
    """Return the mark that a setting keeps."""
    kept = cast("Mapping[str, Any]", setting.value)
    assert setting.event_id is not None
    return StationMark(
        id=setting.id,
        event_id=setting.event_id,
        name=str(kept["name"]),
        made_at=datetime.fromisoformat(kept["made_at"]),
        number=int(kept["number"]),
        rows=int(kept["rows"]),
        lead=float(kept["lead"]),
        copied=bool(kept.get("copied")),
    )


def set_by_setting(event_id: UUID, known: Mapping[UUID, tuple[str, datetime]]) -> Setting:
    """Return the row that keeps who set the states of these attendees."""
    value = {str(key): [actor, at.isoformat()] for key, (actor, at) in known.items()}
    return Setting(event_id=event_id, key=SET_BY, value=value)


def read_set_by(setting: Setting, attendee_id: UUID) -> tuple[str, datetime] | None:
    """Return who set the state of an attendee, and when."""
    kept = cast("Mapping[str, Sequence[str]]", setting.value).get(str(attendee_id))
    return (kept[0], datetime.fromisoformat(kept[1])) if kept else None


def free_name(wanted: str, taken: Collection[str]) -> str:
    """Return the name of a station; one that a station file has gets a number behind it."""
    name = clean_line(wanted).replace(BETWEEN.strip(), "-") or "1"
    found, count = name, 1
    while found in taken:
        count += 1
        found = f"{name} ({count})"
    return found


def walk_in_number(number: int, last: int) -> str:
    """Return the registration number after `last` of a walk-in at station file `number`."""
    return f"{number_prefix(number)}{last + 1:0{NUMBER_WIDTH}}"


def number_prefix(number: int) -> str:
    """Return what the numbers of a station file's walk-ins begin with."""
    return f"S{number}-"
