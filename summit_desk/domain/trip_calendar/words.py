"""What kind of leg an event of a calendar is, and where it leads."""

import re
from dataclasses import dataclass

from summit_desk.domain.airports import airport
from summit_desk.domain.records import LegKind
from summit_desk.domain.trip_calendar.events import CalendarEvent

_FLIGHT = re.compile(r"✈|🛫|🛬|航班|飞往|\bflight\b", re.IGNORECASE)
_KINDS: tuple[tuple[LegKind, str], ...] = (
    (LegKind.TRAIN, r"火车|高铁|动车|列车|\btrain\b|\bICE\b|\bTGV\b"),
    (LegKind.COACH, r"大巴|中巴|巴士|\bcoach\b|\bbus\b"),
    (LegKind.TRANSFER, r"接机|送机|接站|送站|转场|出租车|\btransfer\b|\btaxi\b|\bpick-?up\b"),
    (LegKind.STAY, r"酒店|宾馆|入住|住宿|\bhotel\b|\bcheck-in\b|\blodging\b|\bstay\b"),
    (
        LegKind.MEAL,
        r"早餐|午餐|晚餐|早饭|午饭|晚饭|宴|\bbreakfast\b|\blunch\b|\bdinner\b|restaurant",
    ),
    (LegKind.MEETING, r"拜访|会谈|座谈|会见|会晤|会议|洽谈|交流|\bmeeting\b|\btalks\b"),
    (LegKind.VISIT, r"参观|考察|访问|走访|\bvisit\b|\btour\b|\bmuseum\b"),
)
_MEALS = re.compile(r"^\W*(?:早餐|午餐|晚餐|早饭|午饭|晚饭|breakfast|lunch|dinner)", re.IGNORECASE)
_NUMBER = re.compile(r"\b([A-Z][A-Z0-9]|[0-9][A-Z])\s?(\d{2,4})\b")
_CODE = re.compile(r"\b([A-Z]{3})\b")
_ROUTE = re.compile(
    r"(?:\bfrom\s+(?P<a>.+?)\s+to\s+(?P<b>.+)$)|(?:(?P<c>\S.*?)\s*(?:→|->|⇒|—>|➡)\s*(?P<d>.+)$)",
    re.IGNORECASE,
)
_TERMINAL = re.compile(r"\b(T\d[A-Z]?|Terminal \w+)\b", re.IGNORECASE)
_MARKS = re.compile(r"^[^\w(（《“\"']+")
_ENDS = 2


@dataclass(frozen=True)
class Route:
    """Where a move begins and ends: airports, or places as the text names them."""

    from_code: str = ""
    to_code: str = ""
    from_place: str = ""
    to_place: str = ""


def kind_and_route(event: CalendarEvent) -> tuple[LegKind, Route]:
    """Return what an event is; what leads nowhere is no move."""
    text = event.summary
    codes = [code for code in _CODE.findall(text) if airport(code)]
    if len(codes) >= _ENDS and (_FLIGHT.search(text) or _NUMBER.search(text)):
        return LegKind.FLIGHT, Route(codes[0], codes[1])
    if _MEALS.search(text):
        return LegKind.MEAL, Route()
    kind = next((kind for kind, words in _KINDS if re.search(words, text, re.IGNORECASE)), None)
    route = _route(text)
    if kind in {LegKind.TRAIN, LegKind.COACH, LegKind.TRANSFER}:
        return (kind, route) if route else (LegKind.FREE, Route())
    if kind is None and route:
        return LegKind.TRANSFER, route
    return kind or LegKind.FREE, Route()


def number_of(event: CalendarEvent) -> str:
    """Return the flight number that the title names."""
    found = _NUMBER.search(event.summary)
    return "".join(found.groups()) if found else ""


def terminal_of(event: CalendarEvent) -> str:
    """Return the terminal that the place names."""
    found = _TERMINAL.search(event.location)
    return found[1] if found else ""


def title_of(event: CalendarEvent) -> str:
    """Return the title without the signs and the flight number before it."""
    bare = _MARKS.sub("", event.summary)
    number = _NUMBER.match(bare)
    return (bare[number.end() :].strip() if number else bare) or event.summary


def _route(text: str) -> Route | None:
    found = _ROUTE.search(_MARKS.sub("", text))
    if found is None:
        return None
    start, end = found["a"] or found["c"], found["b"] or found["d"]
    return Route(from_place=start.strip(), to_place=end.strip())
