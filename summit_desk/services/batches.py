"""Changes to several attendees at once, each inside the unit of work of its use case."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from db.store import Store
from db.unit import Unit, View
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors import InUse
from summit_desk.domain.errors.attendees import AlreadyScanned, NobodyChosen, NobodyTagged
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Attendee, AttendeeForum, AttendeeStatus, Person
from summit_desk.domain.registration import NOT_COMING
from summit_desk.domain.tags import without_tags
from summit_desk.services.forum_places import choices_of, fill, forums_of, join, wait_again

Batch = Callable[[Unit, Sequence[Attendee]], None]
PART = 500  # keys asked for at once


def carry_out(
    store: Store,
    keys: Collection[UUID],
    batch: Batch,
    labels: tuple[str, str],
    progress: Progress = SILENT,
    **details: str,
) -> Change:
    """Change attendees as one step with a name of its own (for one, for many).

    Raises NobodyChosen, and Cancelled when `progress` is given up: then nothing was changed.
    """
    with store.unit() as unit:
        unit.watched_by(progress)
        chosen = attendees_among(unit, keys)
        if not chosen:
            raise NobodyChosen
        details["count"] = f"{len(chosen):,}"
        alone = len(chosen) == 1
        if alone:
            details["name"] = unit.get(Person, chosen[0].person_id).name
        batch(unit, chosen)
        return unit.commit(
            labels[0] if alone else labels[1],
            Topic.ATTENDEES,
            subject=chosen[0].id if alone else None,
            **details,
        )


def attendees_among(view: View, keys: Collection[UUID]) -> list[Attendee]:
    """Return the attendees that are still there."""
    return [one for part in parts(keys) for one in view.all(Attendee, order=("id",), id=part)]


def parts(keys: Collection[UUID]) -> Iterator[list[UUID]]:
    """Cut a long list of keys into pieces that one question can hold."""
    ordered = list(keys)
    return (ordered[start : start + PART] for start in range(0, len(ordered), PART))


def give_status(status: AttendeeStatus) -> Batch:
    """Give another status; seats that become free go to those who wait."""

    def change(unit: Unit, chosen: Sequence[Attendee]) -> None:
        back = [one.id for one in chosen if one.status in NOT_COMING]
        unit.put_all(replace(one, status=status) for one in chosen)
        if status in NOT_COMING:
            fill(unit, forums_of(unit, [one.id for one in chosen]))
        elif back:
            fill(unit, wait_again(unit, back))

    return change


def give_category(category_id: UUID | None) -> Batch:
    """Give another category, or none."""

    def change(unit: Unit, chosen: Sequence[Attendee]) -> None:
        unit.put_all(replace(one, category_id=category_id) for one in chosen)

    return change


def give_tags(tags: Sequence[str]) -> Batch:
    """Add tags to those that are there."""

    def change(unit: Unit, chosen: Sequence[Attendee]) -> None:
        unit.put_all(replace(one, tags=tuple(dict.fromkeys([*one.tags, *tags]))) for one in chosen)

    return change


def take_tags(tags: Sequence[str]) -> Batch:
    """Take tags away. Raises NobodyTagged."""

    def change(unit: Unit, chosen: Sequence[Attendee]) -> None:
        changed = [replace(one, tags=without_tags(one.tags, tags)) for one in chosen]
        if not any(one.tags != before.tags for one, before in zip(changed, chosen, strict=True)):
            raise NobodyTagged
        unit.put_all(changed)

    return change


def give_seats(seats: Mapping[UUID, str]) -> Batch:
    """Give each attendee the seat that was dealt."""

    def change(unit: Unit, chosen: Sequence[Attendee]) -> None:
        unit.put_all(replace(one, seat=seats.get(one.id, one.seat)) for one in chosen)

    return change


def take_into(forum_id: UUID) -> Batch:
    """Register for a forum; those it has no seat for wait."""

    def change(unit: Unit, chosen: Sequence[Attendee]) -> None:
        join(unit, [one.id for one in chosen], forum_id)
        fill(unit, (forum_id,))

    return change


def take_out_of(forum_id: UUID) -> Batch:
    """Take out of a forum; the seats go to those who wait."""

    def change(unit: Unit, chosen: Sequence[Attendee]) -> None:
        held = choices_of(unit, [one.id for one in chosen], forum_id=forum_id)
        for part in parts([choice.id for choice in held]):
            unit.remove(AttendeeForum, *part)
        fill(unit, (forum_id,))

    return change


def delete(unit: Unit, chosen: Sequence[Attendee]) -> None:
    """Delete the registrations; the seats go to those who wait. Raises AlreadyScanned."""
    keys = [one.id for one in chosen]
    moved = forums_of(unit, keys)
    try:
        for part in parts(keys):
            unit.remove(Attendee, *part)
    except InUse as problem:
        raise AlreadyScanned from problem
    fill(unit, moved)
