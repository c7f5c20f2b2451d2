"""The agenda held still for a sheet of sessions to be compared with it."""

from collections import defaultdict
from uuid import UUID

from db.queries.agenda import parts_of_event
from db.queries.imports import last_change
from db.unit import Unit, View
from summit_desk.domain.records import (
    Day,
    Event,
    Forum,
    Organisation,
    Room,
    Session,
    SessionPart,
    Setting,
)
from summit_desk.domain.session_lists.known import KnownAgenda
from summit_desk.services.list_people import people_on_file

KEYS = "import.session_keys"


def known_agenda(view: View, event_id: UUID) -> KnownAgenda:
    """Return everything that a sheet of sessions is compared with."""
    parts: dict[UUID, list[SessionPart]] = defaultdict(list)
    for part in parts_of_event(view, event_id):
        parts[part.session_id].append(part)
    return KnownAgenda(
        stamp=last_change(view),
        event=view.get(Event, event_id),
        days=frozenset(day.date for day in view.all(Day, event_id=event_id)),
        rooms=view.all(Room, event_id=event_id),
        forums=view.all(Forum, event_id=event_id),
        sessions=view.all(Session, event_id=event_id),
        parts=parts,
        people=people_on_file(view),
        organisations=view.all(Organisation),
        keys=_keys(view.find(Setting, event_id=event_id, key=KEYS)),
    )


def remember_keys(unit: Unit, event_id: UUID, keys: dict[str, UUID]) -> None:
    """Keep which session another system's keys mean, so that the next sheet finds them."""
    held = unit.find(Setting, event_id=event_id, key=KEYS)
    known = {key: str(session) for key, session in {**_keys(held), **keys}.items()}
    if keys and (held is None or held.value != known):
        setting = held or Setting(event_id=event_id, key=KEYS)
        unit.put(Setting(id=setting.id, event_id=event_id, key=KEYS, value=known))


def _keys(setting: Setting | None) -> dict[str, UUID]:
    value = setting.value if setting else None
    if not isinstance(value, dict):
        return {}
    return {str(key): UUID(str(session)) for key, session in value.items()}
