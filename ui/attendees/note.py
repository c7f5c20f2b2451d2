"""The line at the right of the chips: what the search found, and how fast."""

from summit_desk.domain.attendee_lists import AttendeeList
from summit_desk.support.i18n import _


def found_note(text: str, first: str, found: AttendeeList) -> tuple[str, ...]:
    """Return "wlei → 王磊 · 2 people · 1.3 ms" and shorter ways to say it, down to the count.

    While nothing is typed there is only the count.
    """
    count = len(found)
    people = _("{count} people") if count != 1 else _("{count} person")
    shown = people.format(count=f"{count:,}" + ("" if found.complete else "+"))
    if not text:
        return (shown,)
    time = _("{count} ms").format(count=f"{found.took * 1000:.1f}")
    head = f"{text} → {first}" if first else text
    return f"{head} · {shown} · {time}", f"{head} · {shown}", shown
