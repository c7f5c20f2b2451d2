"""What the file knows of a person becomes what the badge says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from summit_desk.domain.badge_codes import sign
from summit_desk.domain.documents.badges import BadgeCard, BadgeEvent
from summit_desk.domain.documents.words import NO_TEXT, Bilingual, days_in_words
from summit_desk.domain.records import CustomField, Event, EventKey

NO_CATEGORY = "#4b5563"
BETWEEN = " · "


@dataclass(frozen=True, kw_only=True)
class BadgeLine:
    """What a badge needs of one attendee, as the file has it."""

    attendee_id: UUID
    number: str
    token: str
    serial: int
    seat: str
    name: str
    other_name: str
    pinyin: str
    passport_family: str
    passport_given: str
    organisation: str
    organisation_other: str
    department: str
    title: str
    title_other: str
    category: str
    category_other: str
    colour: str
    custom: Mapping[str, object] = field(default_factory=dict)


def badge_card(line: BadgeLine, key: EventKey, printed: Sequence[CustomField] = ()) -> BadgeCard:
    """Return the badge of an attendee, with its signed code; `printed` are own fields on it."""
    return BadgeCard(
        attendee_id=line.attendee_id,
        name=Bilingual(line.name, latin_name(line)),
        organisation=Bilingual(line.organisation, line.organisation_other),
        title=Bilingual(" ".join(filter(None, (line.department, line.title))), line.title_other),
        category=Bilingual(line.category, line.category_other),
        colour=line.colour or NO_CATEGORY,
        number=line.number,
        seat=line.seat,
        code=sign(key.tag, key.key, line.token, line.serial),
        extra=badge_line(printed, line.custom) if printed else NO_TEXT,
    )


def badge_line(fields: Sequence[CustomField], kept: Mapping[str, object]) -> Bilingual:
    """Return what the fields that are printed say on one person's badge."""
    chinese, other = [], []
    for one in fields:
        value = kept.get(one.key)
        if isinstance(value, bool):
            if value:
                chinese.append(one.label)
                other.append(one.label_other or one.label)
        elif value not in (None, "", [], ()):
            words = (
                [str(part) for part in value] if isinstance(value, list | tuple) else [str(value)]
            )
            chinese.append("、".join(words))
            other.append(", ".join(words))
    if not chinese:
        return NO_TEXT
    return Bilingual(BETWEEN.join(chinese), BETWEEN.join(other))


def latin_name(line: BadgeLine) -> str:
    """Return the name in the other language, as the passport has it, or in pinyin."""
    passport = f"{line.passport_family.title()} {line.passport_given.title()}".strip()
    other = line.other_name or passport or line.pinyin.title()
    return "" if other.casefold() == line.name.casefold() else other


def badge_event(event: Event) -> BadgeEvent:
    """Return what stands on every badge of an event."""
    days = days_in_words(event.first_day, event.last_day)
    return BadgeEvent(
        title=Bilingual(event.name, event.name_other),
        short_title=Bilingual(event.short_name, event.short_name_other),
        line=Bilingual(
            " · ".join(filter(None, (days.chinese, event.city))),
            " · ".join(filter(None, (days.other, event.city_other))),
        ),
        organiser=event.organiser,
    )
