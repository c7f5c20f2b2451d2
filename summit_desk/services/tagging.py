"""The spelling that an event has for a tag already."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

from db.queries.attendees import attendee_tags
from db.unit import View
from summit_desk.domain.records import Attendee
from summit_desk.domain.tags import as_known


def spelled_tags(view: View, keys: Collection[UUID], tags: Sequence[str]) -> tuple[str, ...]:
    """Return tags for attendees of one event as somebody there has them."""
    first = view.find(Attendee, id=next(iter(keys), None))
    return as_known(tags, attendee_tags(view.session, first.event_id) if first else ())


def with_spelled_tags(view: View, given: Attendee, before: Attendee | None) -> Attendee:
    """Return a registration with new tags as others have them; those it had stay as they are."""
    if not given.tags or (before is not None and given.tags == before.tags):
        return given
    known = attendee_tags(view.session, given.event_id, besides=given.id)
    return replace(given, tags=as_known(given.tags, known))
