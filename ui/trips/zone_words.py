"""How far a zone is ahead of home, in a few words."""

from datetime import timedelta

from summit_desk.domain.geography import zone_city
from summit_desk.domain.trip_view import ZoneSpan
from summit_desk.domain.wall_time import hours_text
from summit_desk.support.i18n import _


def ahead_text(span: ZoneSpan, home_zone: str) -> str:
    """Return "6 h behind Beijing" as it is at that time of the year."""
    home = str(zone_city(home_zone))
    if not span.ahead:
        return _("{city} time").format(city=home)
    hours = hours_text(abs(span.ahead))
    if span.ahead > timedelta():
        return _("{hours} ahead of {city}").format(hours=hours, city=home)
    return _("{hours} behind {city}").format(hours=hours, city=home)
