"""The plan of an agenda sheet, in words."""

from summit_desk.domain.list_people import Who
from summit_desk.domain.list_preview import ListPreview, PreviewLine, question, some_of, understood
from summit_desk.domain.session_lists.plan import PlannedSession, SessionPlan
from summit_desk.domain.session_lists.words import Part
from summit_desk.support.i18n import N_, _

PART_WORDS = {
    Part.KEY: N_("Key in another system"),
    Part.DATE: N_("Date"),
    Part.TIME: N_("Time"),
    Part.START: N_("Begins"),
    Part.END: N_("Ends"),
    Part.LENGTH: N_("Length"),
    Part.TITLE: N_("Title (Chinese)"),
    Part.TITLE_OTHER: N_("Title (English)"),
    Part.SUBTITLE: N_("Abstract (Chinese)"),
    Part.SPEAKER: N_("Speakers"),
    Part.WORK: N_("Unit and title"),
    Part.ORGANISATION: N_("Organisation"),
    Part.POSITION: N_("Position"),
    Part.HOST: N_("Hosts"),
    Part.ROOM: N_("Room"),
    Part.FORUM: N_("Forum"),
    Part.KIND: N_("Kind"),
    Part.ABSTRACT: N_("Abstract (Chinese)"),
    Part.NOTES: N_("Notes"),
}
HEADINGS = (N_("Session"), N_("Time"), N_("Room"), N_("Speakers"))


def session_preview(plan: SessionPlan) -> ListPreview:
    """Return what the import of an agenda sheet would do, ready to show."""
    return ListPreview(
        plan.file,
        HEADINGS,
        tuple(map(_line, plan.lines)),
        tuple(_additions(plan)),
        tuple(question(one.key, one.found) for one in plan.unsure),
        plan.sheet,
        plan.sheets,
    )


def _line(line: PlannedSession) -> PreviewLine:
    draft = line.draft
    starts = draft.starts_at.strftime("%m-%d %H:%M") if draft.starts_at else ""
    length = _("{minutes} min").format(minutes=draft.minutes) if draft.minutes else ""
    return PreviewLine(
        id=draft.row,
        verdict=line.verdict,
        what=draft.title,
        when=" · ".join(filter(None, (starts, length))),
        where=draft.room,
        who=_(", ").join(guest.text for guest in draft.guests),
        changes=line.changes,
        remarks=line.remarks,
    )


def _additions(plan: SessionPlan) -> list[str]:
    new = [one.found.named.name for one in plan.people if one.found.who is Who.NEW]
    sentences = (
        (_("New rooms ({count}): {names}"), plan.rooms),
        (_("New forums ({count}): {names}"), plan.forums),
        (_("New people ({count}): {names}"), new),
        (_("Columns that are not imported: {names}"), plan.left_out),
    )
    read = understood((title, PART_WORDS[part]) for title, part in plan.columns)
    return [read] + [
        text.format(count=len(names), names=some_of(names)) for text, names in sentences if names
    ]
