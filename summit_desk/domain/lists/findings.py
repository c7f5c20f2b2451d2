"""What a list leaves out and why, and what is missing on it."""

from collections.abc import Callable, Mapping, Sequence

from summit_desk.domain.attendee_words import STATUSES
from summit_desk.domain.documents.attendee_entries import AttendeeColumn
from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.lists.columns import Listed
from summit_desk.domain.lists.spec import Showing
from summit_desk.domain.records import AttendeeStatus
from summit_desk.support.i18n import N_, _

KIND = "list"
BY_STATUS = N_("Not on the list because of their status: {statuses}.")
BY_FILTER = N_("{count} people are not on the list because they don't fit the choice.")
HIDDEN = N_("Left out because they are private: {columns}.")
MASKED = N_("Shown in part only because they are private: {columns}.")
AGREED = N_("Shown only of those who agreed, so empty for {count} people: {columns}.")
NO_ROOM = N_("{count} people need no room and are not on the list.")
NO_HOTEL = N_("{count} people have no hotel yet.")
NO_FORUM = N_("{count} people chose no forum and are on no sheet.")
NO_ARRIVAL = N_("Nothing is known of the arrival of {count} people; they are not on that sheet.")
NO_DEPARTURE = N_(
    "Nothing is known of the departure of {count} people; they are not on that sheet."
)
NO_MEAL = N_("{count} people have chosen no meal yet.")
ONE_TABLE = N_("This kind of file holds one table, so groups, titles and totals are not in it.")
NO_NUMBERS = N_("Private numbers are not on the cards.")
STRANGE = N_(
    "{name} ({number}): old programs can't show “{characters}”. Write the list in UTF-8, or "
    "tell whoever reads it."
)
STRANGE_FIGURES = N_(
    "In the figures: old programs can't show “{characters}”. Write the list in UTF-8, or tell "
    "whoever reads it."
)
MORE_STRANGE = N_("The same is true of {count} more people.")
MOST_STRANGE = 500


def hint(sentence: str, **details: object) -> Finding:
    """Return something worth knowing."""
    return Finding(Severity.HINT, KIND, "", sentence, details)


def warning(sentence: str, **details: object) -> Finding:
    """Return something that somebody should look at."""
    return Finding(Severity.WARN, KIND, "", sentence, details)


def counted(sentence: str, count: int, make: Callable[..., Finding] = hint) -> list[Finding]:
    """Return a finding about so many people; about nobody there is none."""
    return [make(sentence, count=count)] if count else []


def of_statuses(counts: Mapping[AttendeeStatus, int]) -> list[Finding]:
    """Say how many of which status are not on the list."""
    parts = [
        _("{status}: {count}").format(status=_(STATUSES[status]), count=count)
        for status, count in counts.items()
        if count
    ]
    return [hint(BY_STATUS, statuses=_("; ").join(parts))] if parts else []


def of_private(listed: Sequence[Listed], left_out: Sequence[AttendeeColumn]) -> list[Finding]:
    """Say which private columns are missing or hidden in part."""
    found = []
    if left_out:
        found.append(hint(HIDDEN, columns=_("; ").join(_(one.title) for one in left_out)))
    masked = [one.sheet.title for one in listed if one.showing is Showing.MASKED]
    if masked:
        found.append(hint(MASKED, columns=_("; ").join(masked)))
    return found


def of_silent(listed: Sequence[Listed], count: int) -> list[Finding]:
    """Say for how many a number is missing because they have not agreed to show it."""
    titles = [one.sheet.title for one in listed if one.showing is Showing.AGREED]
    return [hint(AGREED, count=count, columns=_("; ").join(titles))] if titles and count else []
