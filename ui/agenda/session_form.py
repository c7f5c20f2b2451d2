"""The form of a session as a table of fields, and what its values mean."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from summit_desk.domain.agenda_view import AgendaView, Guest
from summit_desk.domain.agenda_words import SESSION_KINDS, SESSION_STATUSES
from summit_desk.domain.ids import new_id
from summit_desk.domain.records import Session, SessionKind, SessionPart, SessionStatus
from summit_desk.support.i18n import _, in_words
from ui.agenda.participants import Order, Participant, Participants
from ui.kit.choice_inputs import Find, Option
from ui.kit.form import Choice, DateTime, Field, Group, Line, Lines, Number, Values

if TYPE_CHECKING:
    from typing import Any

LONGEST = 24 * 60


def session_fields(view: AgendaView, find: Find, order: Order) -> Sequence[Group]:
    """Return the fields of a session of this agenda."""
    taking_part = Field(
        "parts", lambda: _("Taking part"), Participants(find, order), help=_people_hint
    )
    return (
        Group(lambda: _("Title and kind"), TITLE),
        Group(lambda: _("When and where"), _place_fields(view)),
        Group(lambda: _("People"), (taking_part,)),
        Group(lambda: _("More"), TEXTS),
    )


def _place_fields(view: AgendaView) -> Sequence[Field]:
    return (
        Field("forum_id", lambda: _("Forum"), Choice(lambda: _forums(view))),
        Field("room_id", lambda: _("Room"), Choice(lambda: _rooms(view))),
        Field("starts_at", lambda: _("Begins"), DateTime(optional=True), help=_tray_hint),
        Field("minutes", lambda: _("Length"), Number(1, LONGEST, _("min"))),
    )


def session_values(session: Session, guests: Sequence[Guest]) -> Values:
    """Return what the form starts with."""
    values = {name: getattr(session, name) for name in PLAIN}
    return values | {
        "outline": "\n".join(session.outline),
        "parts": tuple(_participant(guest) for guest in guests),
    }


def session_of(values: Values, session: Session) -> Session:
    """Return the session with what was entered."""
    entered = cast("dict[str, Any]", {name: values[name] for name in PLAIN})
    outline = tuple(line for line in str(values["outline"]).splitlines() if line.strip())
    return replace(session, outline=outline, **entered)


def parts_of(values: Values, session: Session) -> list[SessionPart]:
    """Return those who take part, in the order of the form."""
    people = cast("tuple[Participant, ...]", values["parts"])
    return [
        SessionPart(
            id=one.part_id or new_id(),
            session_id=session.id,
            person_id=one.person_id,
            label="" if one.person_id else one.name,
            role=one.role,
        )
        for one in people
    ]


PLAIN = (
    "title",
    "title_other",
    "kind",
    "status",
    "forum_id",
    "room_id",
    "starts_at",
    "minutes",
    "abstract",
    "abstract_other",
)


def _participant(guest: Guest) -> Participant:
    part = guest.part
    return Participant(part.id, part.person_id, guest.name, guest.line, part.role)


def _kinds() -> Sequence[Option]:
    return [(kind, _(SESSION_KINDS[kind])) for kind in SessionKind]


def _statuses() -> Sequence[Option]:
    return [(status, _(SESSION_STATUSES[status])) for status in SessionStatus]


def _forums(view: AgendaView) -> Sequence[Option]:
    none: Option = (None, _("none"))
    return [none, *((one.id, in_words(one.name, one.name_other)) for one in view.forums)]


def _rooms(view: AgendaView) -> Sequence[Option]:
    none: Option = (None, _("as the forum"))
    return [none, *((one.id, in_words(one.name, one.name_other)) for one in view.rooms)]


def _tray_hint() -> str:
    return _("Without a time it waits in the tray beside the grid.")


def _people_hint() -> str:
    return _("Choose a known person, or press Enter for a guest who is not named yet.")


def _outline_hint() -> str:
    return _("One part per line.")


TITLE = (
    Field("title", lambda: _("Title (Chinese)"), Line(), required=True),
    Field("title_other", lambda: _("Title (English)"), Line()),
    Field("kind", lambda: _("Kind"), Choice(_kinds)),
    Field("status", lambda: _("Status"), Choice(_statuses)),
)
TEXTS = (
    Field("outline", lambda: _("Outline"), Lines(), help=_outline_hint),
    Field("abstract", lambda: _("Abstract (Chinese)"), Lines()),
    Field("abstract_other", lambda: _("Abstract (English)"), Lines()),
)
