"""Questions about speakers that need more than one table."""

from uuid import UUID

import sqlalchemy as sa

from db.convert import columns_of, record_of, table_of
from db.queries.agenda import people_cards
from db.unit import View
from summit_desk.domain.agenda_view import PersonCard
from summit_desk.domain.records import Material, Person, Speaker


def speaking_people(view: View, event_id: UUID) -> list[PersonCard]:
    """Return the people engaged as speakers, each with the first position."""
    speakers = table_of(Speaker)
    engaged = sa.select(speakers.c.person_id).where(speakers.c.event_id == event_id)
    return people_cards(view, table_of(Person).c.id.in_(engaged))


def card_of(view: View, person_id: UUID) -> PersonCard | None:
    """Return one person with the first position."""
    return next(iter(people_cards(view, table_of(Person).c.id == person_id)), None)


def materials_of_event(view: View, event_id: UUID) -> list[Material]:
    """Return everything that was asked of the event's speakers."""
    materials, speakers = table_of(Material), table_of(Speaker)
    found = view.connection.execute(
        sa.select(*columns_of(Material))
        .join(speakers, speakers.c.id == materials.c.speaker_id)
        .where(speakers.c.event_id == event_id)
    )
    return [record_of(Material, tuple(row)) for row in found]
