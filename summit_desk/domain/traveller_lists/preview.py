"""The plan of a delegation's list, in words."""

from summit_desk.domain.choice_words import choice_word
from summit_desk.domain.list_preview import ListPreview, PreviewLine, question, some_of, understood
from summit_desk.domain.traveller_lists.plan import PlannedTraveller, TravellerPlan
from summit_desk.domain.traveller_lists.words import Fact
from summit_desk.support.i18n import N_, _

FACT_WORDS = {
    Fact.NAME: N_("Name"),
    Fact.ROLE: N_("Role"),
    Fact.PASSPORT_NAME: N_("Name as in passport"),
    Fact.PASSPORT_FAMILY: N_("Family name as in passport"),
    Fact.PASSPORT_GIVEN: N_("Given name as in passport"),
    Fact.SEX: N_("Sex"),
    Fact.BIRTH_DATE: N_("Date of birth"),
    Fact.ORGANISATION: N_("Organisation"),
    Fact.TITLE: N_("Position"),
    Fact.DOCUMENT_KIND: N_("Kind of document"),
    Fact.NUMBER: N_("Passport number"),
    Fact.ISSUED: N_("Issued on"),
    Fact.EXPIRES: N_("Expires on"),
    Fact.ROOM: N_("Shares the room with"),
    Fact.DIET: N_("Diet"),
    Fact.MOBILE: N_("Mobile phone"),
    Fact.EMAIL: N_("E-mail"),
    Fact.NOTES: N_("Notes"),
}
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
        plan.sheet,
        plan.sheets,
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
    sentences = [understood((title, FACT_WORDS[fact]) for title, fact in plan.columns)]
    if plan.is_new:
        text = _("The trip “{name}” is created, from {first} to {last}.")
        trip = plan.trip
        sentences.append(text.format(name=trip.name, first=trip.starts_on, last=trip.ends_on))
    if names := plan.new_people:
        text = _("New people ({count}): {names}")
        sentences.append(text.format(count=len(names), names=some_of(names)))
    return sentences
