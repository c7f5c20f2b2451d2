"""What a session of a sheet says otherwise than the agenda does."""

from dataclasses import replace
from datetime import datetime

from summit_desk.domain.agenda_words import SESSION_KINDS
from summit_desk.domain.list_people import Choice
from summit_desk.domain.records import Session, SessionPart
from summit_desk.domain.remarks import Changed
from summit_desk.domain.session_lists.drafts import SessionDraft
from summit_desk.domain.session_lists.guests import Guest
from summit_desk.domain.session_lists.known import KnownAgenda
from summit_desk.domain.session_lists.people import ListedPeople, held_parts
from summit_desk.domain.spoken import Word
from summit_desk.domain.text_cleaning import fold_for_match
from summit_desk.support.i18n import N_, _

TITLE, TITLE_OTHER = N_("Title (Chinese)"), N_("Title (English)")
START, LENGTH, ROOM, FORUM = N_("Begins"), N_("Length"), N_("Room"), N_("Forum")
KIND, ABSTRACT, HOSTS, SPEAKERS = N_("Kind"), N_("Abstract (Chinese)"), N_("Hosts"), N_("Speakers")


def with_draft(session: Session, draft: SessionDraft) -> Session:
    """Return a session as the sheet has it; what the sheet does not say stays."""
    titled = fold_for_match(draft.title) in map(
        fold_for_match, (session.title, session.title_other)
    )
    return replace(
        session,
        title=session.title if titled else draft.title,
        title_other=draft.title_other or session.title_other,
        starts_at=draft.starts_at or session.starts_at,
        minutes=draft.minutes or session.minutes,
        kind=draft.kind if draft.kind and draft.kind_is_said else session.kind,
        abstract=draft.abstract or session.abstract,
    )


def differences(
    session: Session, draft: SessionDraft, known: KnownAgenda, people: ListedPeople
) -> list[Changed]:
    """Return the fields in which the sheet differs from the agenda."""
    after = with_draft(session, draft)
    fields = (
        (TITLE, session.title, after.title),
        (TITLE_OTHER, session.title_other, after.title_other),
        (START, _when(session.starts_at), _when(after.starts_at)),
        (LENGTH, str(session.minutes), str(after.minutes)),
        (KIND, Word(SESSION_KINDS[session.kind]), Word(SESSION_KINDS[after.kind])),
        (ABSTRACT, session.abstract, after.abstract),
    )
    found = [Changed(label, before, now) for label, before, now in fields if before != now]
    return [*found, *_places(session, draft, known), *_guests(session, draft, known, people)]


def _when(moment: datetime | None) -> str:
    return moment.strftime("%Y-%m-%d %H:%M") if moment else ""


def _places(session: Session, draft: SessionDraft, known: KnownAgenda) -> list[Changed]:
    room, forum = known.room_used(session), known.forum_of(session)
    found = []
    for label, held, said in ((ROOM, room, draft.room), (FORUM, forum, draft.forum)):
        names = {fold_for_match(held.name), fold_for_match(held.name_other)} if held else set()
        if said and fold_for_match(said) not in names:
            found.append(Changed(label, held.name if held else "", said))
    return found


def _guests(
    session: Session, draft: SessionDraft, known: KnownAgenda, people: ListedPeople
) -> list[Changed]:
    parts = known.parts.get(session.id, ())
    found = []
    for label, hosts in ((HOSTS, True), (SPEAKERS, False)):
        said = draft.of_role(hosts=hosts)
        held = held_parts(parts, hosts=hosts)
        before = [part.person_id or part.label for part in held]
        after = list(dict.fromkeys(_meant(guest, people) for guest in said))
        if said and before != after:
            names = [_part_name(part, known) for part in held]
            comma = _(", ")
            found.append(
                Changed(label, comma.join(names), comma.join(guest.text for guest in said))
            )
    return found


def _meant(guest: Guest, people: ListedPeople) -> object:
    """Return the person's key, the name that stands alone, or (for a new person) nothing known."""
    if guest.named is None:
        return guest.label
    answer = people.of(guest.named).found.default
    if answer is Choice.NAME_ONLY:
        return guest.named.name
    return people.key_of(guest.named) if answer is Choice.NEW else answer


def _part_name(part: SessionPart, known: KnownAgenda) -> str:
    one = known.person_of.get(part.person_id or part.id)
    return one.person.name if one else part.label
