"""How an event is named and dated in the window."""

from summit_desk.domain.records import Event
from summit_desk.support.i18n import Language, _, current_language, in_words


def event_name(event: Event) -> str:
    """Return the short name, else the whole one."""
    short = in_words(event.short_name, event.short_name_other)
    return short or in_words(event.name, event.name_other)


def event_note(event: Event) -> str:
    """Return "5月22–23日 · 上海 · 2 天"."""
    count = (event.last_day - event.first_day).days + 1
    days = _("{count} days") if count > 1 else _("{count} day")
    parts = (dates(event), in_words(event.city, event.city_other), days.format(count=count))
    return " · ".join(part for part in parts if part)


def dates(event: Event) -> str:
    """Return the first and last day, as short as they can be said."""
    first, last = event.first_day, event.last_day
    same_month = (first.year, first.month) == (last.year, last.month)
    if current_language() is Language.CHINESE:
        start = f"{first.month}月{first.day}日"
        if first == last:
            return start
        if same_month:
            return f"{first.month}月{first.day}–{last.day}日"
        return f"{start}–{last.month}月{last.day}日"
    start = f"{first.day} {first:%b}"
    if first == last:
        return start
    return f"{first.day}–{last.day} {last:%b}" if same_month else f"{start} – {last.day} {last:%b}"
