"""The plan of a delegation's list, in words."""

from summit_desk.domain.choice_words import choice_word
from summit_desk.domain.list_preview import ListPreview, PreviewLine, question, some_of
from summit_desk.domain.traveller_lists.plan import PlannedTraveller, TravellerPlan
from summit_desk.support.i18n import N_, _

HEADINGS = (N_("Traveller"), N_("Passport"), N_("Role"), N_("Organisation"))
LEAVE_OUT = N_("Leave out")


def traveller_preview(plan: TravellerPlan) -> ListPreview:
    """Return what the import of a delegation's list would do, ready to show."""
    return ListPreview(
        plan.file,
        HEADINGS,
        tuple(map(_line, plan.lines)),
        tuple(_additions(plan)),
        tuple(question(one.draft.row, one.found, LEAVE_OUT) for one in plan.unsure),
    )


def _line(line: PlannedTraveller) -> PreviewLine:
    draft = line.draft
    until = draft.expires_on.isoformat() if draft.expires_on else ""
    return PreviewLine(
        id=draft.row,
        verdict=line.verdict,
        what=draft.named.name,
        when=" · ".join(filter(None, (draft.number, until))),
        where=choice_word(type(draft.role), draft.role),
        who=draft.named.work_text,
        changes=line.changes,
        remarks=line.remarks,
    )


def _additions(plan: TravellerPlan) -> list[str]:
    sentences = []
    if plan.is_new:
        text = _("The trip “{name}” is created, from {first} to {last}.")
        trip = plan.trip
        sentences.append(text.format(name=trip.name, first=trip.starts_on, last=trip.ends_on))
    if names := plan.new_people:
        text = _("New people ({count}): {names}")
        sentences.append(text.format(count=len(names), names=some_of(names)))
    return sentences
