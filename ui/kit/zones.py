"""Time zones to choose from: those of usual destinations first."""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, available_timezones

USUAL = (
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Asia/Taipei",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Asia/Ho_Chi_Minh",
    "Asia/Bangkok",
    "Asia/Jakarta",
    "Asia/Dubai",
    "Europe/Berlin",
    "Europe/Paris",
    "Europe/London",
    "America/New_York",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Australia/Sydney",
    "UTC",
)


def zone_options() -> Sequence[tuple[object, str]]:
    """Return the IANA zones with what they differ from UTC today."""
    others = sorted(
        name for name in available_timezones() if "/" in name and not name.startswith("Etc/")
    )
    names = [*USUAL, *(name for name in others if name not in USUAL)]
    return [(name, f"{name} ({_offset(name)})" if name in USUAL else name) for name in names]


def _offset(name: str) -> str:
    minutes = round(
        (
            datetime.now(UTC).astimezone(ZoneInfo(name)).utcoffset() or UTC.utcoffset(None)
        ).total_seconds()
        / 60
    )
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    rest = f":{minutes % 60:02}" if minutes % 60 else ""
    return f"UTC{sign}{minutes // 60}{rest}"
