"""Fields, tags and seats of many registrations, each change as one step."""

from collections import Counter
from collections.abc import Collection, Sequence
from uuid import UUID

from db.queries.registrations import in_rank_order, taken_seats
from db.store import Store
from db.unit import Unit, View
from summit_desk.domain.bulk_edits import FieldEdit
from summit_desk.domain.change import Change
from summit_desk.domain.errors import Invalid
from summit_desk.domain.errors.attendees import NobodyChosen, NobodyTagged
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Attendee, Person
from summit_desk.domain.registration import clean_attendee
from summit_desk.domain.registration_rules import attendee_problems
from summit_desk.domain.seat_blocks import DealtSeat, SeatBlock, block_problems, seats_of
from summit_desk.services import batches
from summit_desk.services.batches import attendees_among
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_, in_words


class BulkEditService:
    """Changes what several registrations have in common."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def set_field(
        self, keys: Collection[UUID], edit: FieldEdit, progress: Progress = SILENT
    ) -> Change:
        """Give attendees a value in one field; raises Invalid when it fits somebody not."""
        one = N_("Set {field} of {name} to {value}")
        many = N_("Set {field} of {count} attendees to {value}")

        def change(unit: Unit, chosen: Sequence[Attendee]) -> None:
            changed = [clean_attendee(edit.applied(attendee)) for attendee in chosen]
            problems = {
                (found.field, found.sentence): found
                for attendee in changed
                for found in attendee_problems(attendee)
            }
            if problems:
                raise Invalid(list(problems.values()))
            unit.put_all(changed)

        return batches.carry_out(
            self._store, keys, change, (one, many), progress, value=edit.words, field=edit.label
        )

    def tags_of(self, keys: Collection[UUID]) -> list[tuple[str, int]]:
        """Return the tags of attendees with how many have each; raises NobodyTagged."""
        with self._store.view() as view:
            held = Counter(tag for one in attendees_among(view, keys) for tag in one.tags)
        if not held:
            raise NobodyTagged
        return sorted(held.items())

    def remove_tags(
        self, keys: Collection[UUID], tags: Sequence[str], progress: Progress = SILENT
    ) -> Change:
        """Take tags away from attendees; raises NobodyTagged when none of them has any of these."""
        one = N_("Take the tags {value} away from {name}")
        many = N_("Take the tags {value} away from {count} attendees")
        value = in_words("、", ", ").join(tags)
        return batches.carry_out(
            self._store, keys, batches.take_tags(tags), (one, many), progress, value=value
        )

    def dealt(self, event_id: UUID, keys: Sequence[UUID], block: SeatBlock) -> list[DealtSeat]:
        """Return which seat each attendee would get; raises Invalid or NobodyChosen."""
        with self._store.view() as view:
            return _deal(view, event_id, keys, block)

    def assign_seats(
        self,
        event_id: UUID,
        keys: Sequence[UUID],
        block: SeatBlock,
        progress: Progress = SILENT,
    ) -> Change:
        """Deal seats to attendees in this order; raises Invalid or NobodyChosen."""
        one = N_("Give {name} the seat {value}")
        many = N_("Give {count} attendees seats from {value} on")
        with self._store.view() as view:
            dealt = {line.attendee_id: line.seat for line in _deal(view, event_id, keys, block)}
        first = next(iter(dealt.values()))
        change = batches.give_seats(dealt)
        return batches.carry_out(self._store, keys, change, (one, many), progress, value=first)


def _deal(view: View, event_id: UUID, keys: Sequence[UUID], block: SeatBlock) -> list[DealtSeat]:
    if problems := block_problems(block):
        raise Invalid(problems)
    held = {one.id: one for one in attendees_among(view, keys)}
    order = [key for key in keys if key in held]
    if not order:
        raise NobodyChosen
    if block.by_rank:
        order = in_rank_order(view.session, order)
    names = _names(view, held.values())
    seats = seats_of(block, len(order), taken_seats(view.session, event_id, order))
    return [
        DealtSeat(key, held[key].number, names[held[key].person_id], seat, held[key].seat)
        for key, seat in zip(order, seats, strict=True)
    ]


def _names(view: View, attendees: Collection[Attendee]) -> dict[UUID, str]:
    keys = [one.person_id for one in attendees]
    return {one.id: one.name for part in batches.parts(keys) for one in view.all(Person, id=part)}
