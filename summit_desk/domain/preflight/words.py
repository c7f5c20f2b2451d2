"""The short words of the preflight: what kind of thing is wrong, how grave it is, and where."""

from collections.abc import Mapping

from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.places import ScreenName
from summit_desk.support.i18n import N_

SEVERITIES = {
    Severity.BLOCK: N_("Must be solved"),
    Severity.WARN: N_("Should be solved"),
    Severity.HINT: N_("Worth knowing"),
}

AREAS = {
    ScreenName.AGENDA: N_("Agenda"),
    ScreenName.SPEAKERS: N_("Speakers"),
    ScreenName.ATTENDEES: N_("Attendees"),
    ScreenName.ORGANISATIONS: N_("Organisations"),
    ScreenName.TRIPS: N_("Trips"),
    ScreenName.SETTINGS: N_("Settings"),
}

KINDS: Mapping[str, str] = {
    "same_room": N_("Room clash"),
    "two_places": N_("Two places"),
    "outside_days": N_("Dates"),
    "no_such_time": N_("Clock change"),
    "too_small": N_("Overbooked"),
    "same_title": N_("Same title"),
    "not_confirmed": N_("Not confirmed"),
    "declined": N_("Declined"),
    "no_material": N_("Material"),
    "parallel_forums": N_("Parallel"),
    "over_midnight": N_("Midnight"),
    "not_scheduled": N_("No time"),
    "no_room": N_("No room"),
    "arrives_late": N_("Arrives late"),
    "no_session": N_("No session"),
    "unprintable": N_("No glyph"),
    "registered_twice": N_("Duplicate"),
    "no_category": N_("No category"),
    "to_review": N_("To review"),
    "unconfirmed": N_("Unconfirmed"),
    "no_sessions": N_("Agenda"),
    "nobody_registered": N_("Attendees"),
    "no_entrance": N_("Check-in"),
}

# the trips' kinds are many; their beginnings tell enough
BEGINNINGS = (
    ("leg_outside", N_("Dates")),
    ("passport", N_("Passport")),
    ("visa", N_("Visa")),
    ("insurance", N_("Insurance")),
    ("connection", N_("Connection")),
    ("airport", N_("Connection")),
    ("leg", N_("Itinerary")),
    ("route", N_("Itinerary")),
    ("no_legs", N_("Itinerary")),
    ("session_while", N_("Two places")),
    ("on_two", N_("Two places")),
    ("traveller_twice", N_("Duplicate")),
    ("number_twice", N_("Duplicate")),
    ("spelling", N_("Spelling")),
    ("no_leader", N_("Delegation")),
    ("no_travellers", N_("Delegation")),
    ("time", N_("Clock change")),
    ("zone", N_("Time zone")),
    ("night", N_("Lodging")),
    ("room", N_("Lodging")),
    ("schengen", N_("Schengen")),
    ("budget", N_("Budget")),
    ("no_contact", N_("Emergency")),
    ("official", N_("Official trip")),
)


def kind_word(finding: Finding) -> str:
    """Return the msgid of the short word for what is wrong."""
    if finding.kind in KINDS:
        return KINDS[finding.kind]
    for beginning, word in BEGINNINGS:
        if finding.kind.startswith(beginning):
            return word
    return area_word(area(finding)) or SEVERITIES[finding.severity]


def area(finding: Finding) -> ScreenName | None:
    """Return the screen on which it is mended."""
    return finding.place.screen if finding.place else None


def area_word(screen: ScreenName | None) -> str:
    """Return the msgid of a screen's name, empty for none."""
    return AREAS.get(screen, "") if screen else ""
