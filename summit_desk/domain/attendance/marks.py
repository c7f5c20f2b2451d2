"""What an attendance list remarks about a stay: nothing that was assumed goes unsaid."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from summit_desk.domain.check_in.merging import Entry
from summit_desk.domain.check_in.paper import forced_reason, paper_words
from summit_desk.domain.check_in.stays import Stay, Trail
from summit_desk.support.i18n import N_, _

STILL_INSIDE = N_("still inside, until {time}")
NO_EXIT = N_("still inside, not counted")
NOT_EXPECTED = N_("not expected here")
ALSO_AT = N_("offline duplicate at {station}, not counted")


def marks(
    stay: Stay, trail: Trail, zone: ZoneInfo, *, expected: bool, also: Sequence[Entry] = ()
) -> str:
    """Return the remarks about a stay in the current language; `also` are entries that lost."""
    found = [] if expected else [_(NOT_EXPECTED)]
    on_paper = next((one for one in trail.passages if one.on_paper), None)
    if on_paper is not None:
        found.append(paper_words(trail.reasons.get(on_paper.scan, "")))
    for passage in trail.passages:
        if passage.scan in trail.forced:
            reason = forced_reason(trail.reasons.get(passage.scan, ""))
            found.append(_("Let in: {reason}").format(reason=reason))
    found += [_(ALSO_AT).format(station=entry.station) for entry in also]
    if stay.until is not None:
        time = f"{stay.until.astimezone(zone):%m-%d %H:%M}"
        found.append(_(STILL_INSIDE).format(time=time))
    elif stay.inside and stay.minutes is not None:
        found.append(_(NO_EXIT))
    return _("; ").join(dict.fromkeys(found))
