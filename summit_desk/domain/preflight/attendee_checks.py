"""Checks on the registrations: the same person twice, no category, decisions still open."""

from collections.abc import Callable, Iterator

from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.preflight.snapshot import Guest, Likeness, PreflightSnapshot, Twins
from summit_desk.domain.spoken import Both
from summit_desk.support.i18n import N_

MOST_NAMED = 20  # of one kind; more would hide the other findings

OPEN_LIST = Place(ScreenName.ATTENDEES)
COMPARE = N_("Compare the two, then merge them or keep them apart for good.")
CHOOSE_CATEGORY = N_("Choose a category; its colour and word are printed on the badge.")


def registered_twice(snapshot: PreflightSnapshot) -> Iterator[Finding]:
    """Find registrations that are probably one person."""
    twins = _told_once(snapshot.registrations.twins)
    for pair in twins[:MOST_NAMED]:
        yield _twins(pair)
    if len(twins) > MOST_NAMED:
        yield Finding(
            Severity.WARN,
            "registered_twice",
            "",
            N_("Registered twice, probably: {count} more."),
            {"count": len(twins) - MOST_NAMED},
            OPEN_LIST,
            COMPARE,
        )


def _told_once(twins: tuple[Twins, ...]) -> list[Twins]:
    """Leave out what was found already by another likeness."""
    found = {frozenset(guest.id for guest in pair.guests): pair for pair in reversed(twins)}
    return [pair for pair in twins if found[frozenset(guest.id for guest in pair.guests)] is pair]


def _twins(pair: Twins) -> Finding:
    first, *others = pair.guests
    sentence = {
        Likeness.PHONE: N_("{first} and {others} have the same mobile number."),
        Likeness.NAME_AND_UNIT: N_(
            "{first} and {others} have the same name and organisation ({organisation})."
        ),
    }[pair.likeness]
    details = {
        "first": str(first),
        "others": Both("、".join(map(str, others)), ", ".join(map(str, others))),
        "organisation": first.organisation,
    }
    place = Place(ScreenName.ATTENDEES, others[-1].id, twins=True)
    return Finding(Severity.WARN, "registered_twice", first.name, sentence, details, place, COMPARE)


def without_category(snapshot: PreflightSnapshot) -> Iterator[Finding]:
    """Find attendees whose badge would have neither colour nor word."""
    registrations = snapshot.registrations
    named = registrations.some_without_category[:MOST_NAMED]
    for guest in named:
        yield _without_category(guest)
    rest = registrations.without_category - len(named)
    if rest > 0:
        yield Finding(
            Severity.WARN,
            "no_category",
            "",
            N_("Without a category: {count} more attendees."),
            {"count": rest},
            OPEN_LIST,
            CHOOSE_CATEGORY,
        )


def _without_category(guest: Guest) -> Finding:
    return Finding(
        Severity.WARN,
        "no_category",
        guest.name,
        N_("{guest} has no category, so the badge would say nothing."),
        {"guest": str(guest)},
        Place(ScreenName.ATTENDEES, guest.id),
        CHOOSE_CATEGORY,
    )


def to_review(snapshot: PreflightSnapshot) -> Iterator[Finding]:
    """Find registrations that nobody has decided on; the door would send those people away."""
    if snapshot.registrations.to_review:
        yield Finding(
            Severity.WARN,
            "to_review",
            "",
            N_("Registrations still to be reviewed: {count}. The door will not let them in."),
            {"count": snapshot.registrations.to_review},
            OPEN_LIST,
            N_("Confirm or decline them on the Attendees screen."),
        )


def unconfirmed(snapshot: PreflightSnapshot) -> Iterator[Finding]:
    """Find people who have not said that they will come."""
    if snapshot.registrations.unconfirmed:
        yield Finding(
            Severity.HINT,
            "unconfirmed",
            "",
            N_("Attendees who have not confirmed: {count}."),
            {"count": snapshot.registrations.unconfirmed},
            OPEN_LIST,
            N_("Ask them; seats and meals are counted for them meanwhile."),
        )


ATTENDEE_CHECKS: tuple[Callable[[PreflightSnapshot], Iterator[Finding]], ...] = (
    registered_twice,
    without_category,
    to_review,
    unconfirmed,
)
