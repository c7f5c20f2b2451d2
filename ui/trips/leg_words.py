"""How a leg reads: both local times with their offsets, and the small line below."""

from summit_desk.domain.trip_view import LegView
from summit_desk.support.i18n import in_words

DASH = "–"
LONGEST_NAME = 40  # of a person or a trip, where it stands alone


def leg_sentence(leg: LegView, longest: int = 200) -> str:
    """Return "PVG 00:05 (UTC+8) → FRA 05:55 (UTC+2)" or "Deutsche Börse · 15:30–17:00".

    Place names have at most `longest` characters.
    """
    return _way(leg, longest) if leg.is_move else _stop(leg, longest)


def _way(leg: LegView, longest: int) -> str:
    plan = leg.leg
    start, end = f"{plan.starts_at:%H:%M}", f"{plan.ends_at:%H:%M}"
    here = plan.from_code or shortened(str(leg.origin), longest)
    there = plan.to_code or shortened(str(leg.destination), longest)
    if leg.from_offset == leg.to_offset:
        return f"{here} {start} → {there} {end}"
    return f"{here} {start} ({leg.from_offset}) → {there} {end} ({leg.to_offset})"


def _stop(leg: LegView, longest: int) -> str:
    plan = leg.leg
    start, end = f"{plan.starts_at:%H:%M}", f"{plan.ends_at:%H:%M}"
    times = start if leg.nights or start == end else f"{start}{DASH}{end}"
    return f"{shortened(str(leg.name), 2 * longest)} · {times}"


def shortened(text: str, longest: int = LONGEST_NAME) -> str:
    """Return a text with at most so many characters."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def leg_details(leg: LegView) -> str:
    """Return what else is worth knowing: places in words, terminals, booking, address, notes."""
    plan = leg.leg
    if leg.is_move:
        parts = [in_words(plan.title, plan.title_other) or _route(leg), plan.booking, plan.baggage]
    else:
        place = in_words(plan.from_place, plan.from_place_other)
        parts = ["" if place == str(leg.name) else place, plan.address, plan.contact]
    return " · ".join(filter(None, [*parts, plan.notes])).replace("\n", " ")


def _route(leg: LegView) -> str:
    """Return "上海 T2 → 法兰克福 T1" where codes alone would say too little."""
    plan = leg.leg
    if not (plan.from_code or plan.to_code):
        return ""
    here = f"{leg.origin} {plan.terminal_from}".strip()
    there = f"{leg.destination} {plan.terminal_to}".strip()
    return f"{here} → {there}"
