"""The attendees of an event: registering, editing, finding and changing many at once."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from time import perf_counter
from uuid import UUID

from db.queries.attendee_rows import attendee_rows
from db.queries.attendees import (
    attendee_counts,
    attendee_keys,
    attendee_tags,
    attendee_units,
    numbered_alike,
)
from db.store import Store
from summit_desk.domain.attendee_detail import AttendeeDetail
from summit_desk.domain.attendee_lists import (
    BEST_FIRST,
    EVERYBODY,
    AttendeeChoices,
    AttendeeCounts,
    AttendeeFilter,
    AttendeeList,
    AttendeeRow,
    Named,
    Order,
)
from summit_desk.domain.attendee_words import STATUSES
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors import Invalid, Problem
from summit_desk.domain.errors.attendees import NobodyNumbered
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import (
    Attendee,
    AttendeeGroup,
    AttendeeStatus,
    Category,
    CustomField,
    Forum,
    Person,
)
from summit_desk.domain.registration import (
    NOT_COMING,
    Registration,
    clean_registration,
    registration_problems,
)
from summit_desk.domain.replacing import Newcomer
from summit_desk.services import batches
from summit_desk.services.attendee_doubts import doubts_of
from summit_desk.services.attendee_views import detail_of
from summit_desk.services.batches import Batch
from summit_desk.services.forum_places import (
    choose_forums,
    fill,
    give_forum_seats,
    wait_again,
)
from summit_desk.services.registering import portrait_of, put_registration, work_of
from summit_desk.services.replacing import replace_on
from summit_desk.services.tagging import spelled_tags, with_spelled_tags
from summit_desk.services.waiting import take_into
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_, _, in_words

MOST_OFFERED = 12  # names under a field that is typed into
MOST_UNITS = 5_000  # organisations that the filter's menu offers, to be typed into


class AttendeeService:
    """Registers people for an event and keeps their registrations."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def found(
        self,
        event_id: UUID,
        wanted: AttendeeFilter = EVERYBODY,
        order: Order = BEST_FIRST,
        limit: int | None = None,
        *,
        progress: Progress = SILENT,
    ) -> AttendeeList:
        """Return the keys of the attendees wanted, in order; at most `limit` of them.

        Raises Cancelled when `progress` says that nobody waits for them any more.
        """
        begun = perf_counter()
        with self._store.view() as view:
            keys = attendee_keys(view.session, event_id, wanted, order, limit, progress)
        return AttendeeList(keys, limit is None or len(keys) < limit, perf_counter() - begun)

    def rows(self, keys: Sequence[UUID], *, extras: bool = False) -> list[AttendeeRow]:
        """Return the lines of these attendees, in the order of their keys."""
        with self._store.view() as view:
            return attendee_rows(view.session, keys, extras=extras)

    def detail(self, attendee_id: UUID) -> AttendeeDetail:
        """Return everything about one attendee; raises Missing."""
        with self._store.view() as view:
            return detail_of(view, attendee_id)

    def doubts(self, given: Registration) -> tuple[Problem, ...]:
        """Return what looks odd about a registration as it is typed; it never blocks."""
        with self._store.view() as view:
            return doubts_of(view, given)

    def person_numbered(self, event_id: UUID, number: str) -> UUID:
        """Return who has this registration number; raises NobodyNumbered."""
        with self._store.view() as view:
            alike = numbered_alike(view.session, event_id, number)
            if not alike:
                raise NobodyNumbered(number=number)
            return view.get(Attendee, alike[0]).person_id

    def counts(self, event_id: UUID, wanted: AttendeeFilter = EVERYBODY) -> AttendeeCounts:
        """Return the figures that the chips show."""
        with self._store.view() as view:
            return attendee_counts(view.session, event_id, wanted)

    def choices(self, event_id: UUID) -> AttendeeChoices:
        """Return what the filters and the form of an event offer, organisations apart."""
        with self._store.view() as view:
            return AttendeeChoices(
                categories=tuple(view.all(Category, event_id=event_id)),
                forums=tuple(view.all(Forum, event_id=event_id)),
                tags=tuple(attendee_tags(view.session, event_id)),
                fields=tuple(view.all(CustomField, event_id=event_id)),
                groups=tuple(view.all(AttendeeGroup, event_id=event_id)),
            )

    def options(self, event_id: UUID, text: str) -> list[tuple[object, str]]:
        """Return (key, words) of the attendees who answer to a text, for a field."""
        keys = self.found(event_id, AttendeeFilter(text=text), limit=MOST_OFFERED).keys
        return [(row.id, _option(row)) for row in self.rows(keys)]

    def names(self, event_id: UUID, text: str) -> list[tuple[object, str]]:
        """Return (name, words) of the attendees who answer to a text, for a field with a name."""
        keys = self.found(event_id, AttendeeFilter(text=text), limit=MOST_OFFERED).keys
        return [(row.name, _option(row)) for row in self.rows(keys)]

    def units(self, event_id: UUID) -> tuple[Named, ...]:
        """Return the organisations of an event's attendees, those with most people first."""
        with self._store.view() as view:
            return tuple(
                Named(*unit) for unit in attendee_units(view.session, event_id, MOST_UNITS)
            )

    def draft(self, event_id: UUID, person_id: UUID | None = None) -> AttendeeDetail:
        """Return an attendee who is not in the file yet: a blank, or a known person."""
        with self._store.view() as view:
            person = view.get(Person, person_id) if person_id else Person(name="")
            counts = attendee_counts(view.session, event_id, EVERYBODY).categories
            attendee = Attendee(
                event_id=event_id,
                person_id=person.id,
                number="",
                token="",
                category_id=max(counts, key=lambda key: counts[key], default=None),
                registered_at=self._now(),
            )
            work = work_of(view, person.id)
            return AttendeeDetail(attendee, person, work, portrait=portrait_of(view, person))

    def register(self, given: Registration) -> Change:
        """Register a person, known or new; an empty number gets the next free one.

        Raises Invalid or AlreadyRegistered.
        """
        return self._save(given, N_("Register {name}"))

    def edit(self, given: Registration) -> Change:
        """Write what was changed of a registration and its person; raises Invalid."""
        return self._save(given, N_("Edit attendee {name}"))

    def replace_person(
        self, attendee_id: UUID, newcomer: Newcomer, *, keeps_badge: bool = False
    ) -> Change:
        """Let somebody else come on a registration; see `replace_on` for what it raises."""
        with self._store.unit() as unit:
            return replace_on(unit, attendee_id, newcomer, keeps_badge=keeps_badge)

    def set_status(
        self, keys: Collection[UUID], status: AttendeeStatus, progress: Progress = SILENT
    ) -> Change:
        """Give attendees another status; free seats go to those who wait."""
        one = N_("Set the status of {name} to {value}")
        many = N_("Set the status of {count} attendees to {value}")
        value = _(STATUSES[status])
        return self._change(keys, batches.give_status(status), (one, many), value, progress)

    def cancel(self, keys: Collection[UUID]) -> Change:
        """Cancel registrations; they stay in the list, their seats go to those who wait."""
        return self.set_status(keys, AttendeeStatus.CANCELLED)

    def set_category(
        self, keys: Collection[UUID], category_id: UUID | None, progress: Progress = SILENT
    ) -> Change:
        """Give attendees another category, or none."""
        one = N_("Set the category of {name} to {value}")
        many = N_("Set the category of {count} attendees to {value}")
        value = self._name_of(Category, category_id)
        return self._change(keys, batches.give_category(category_id), (one, many), value, progress)

    def add_tags(
        self, keys: Collection[UUID], tags: Sequence[str], progress: Progress = SILENT
    ) -> Change:
        """Add tags to attendees, as they are spelled in the event already."""
        one, many = N_("Tag {name} with {value}"), N_("Tag {count} attendees with {value}")
        with self._store.view() as view:
            tags = spelled_tags(view, keys, tags)
        value = in_words("、", ", ").join(tags)
        return self._change(keys, batches.give_tags(tags), (one, many), value, progress)

    def add_forum(
        self, keys: Collection[UUID], forum_id: UUID, progress: Progress = SILENT
    ) -> Change:
        """Register attendees for a forum; those it has no seat for wait."""
        return take_into(self._store, keys, forum_id, progress)

    def leave_forum(
        self, keys: Collection[UUID], forum_id: UUID, progress: Progress = SILENT
    ) -> Change:
        """Take attendees out of a forum; their seats go to those who wait."""
        one = N_("Take {name} out of {value}")
        many = N_("Take {count} attendees out of {value}")
        value = self._name_of(Forum, forum_id)
        return self._change(keys, batches.take_out_of(forum_id), (one, many), value, progress)

    def remove(self, keys: Collection[UUID], progress: Progress = SILENT) -> Change:
        """Delete registrations (the people stay); their seats go to those who wait.

        Raises AlreadyScanned.
        """
        one, many = N_("Delete the registration of {name}"), N_("Delete {count} registrations")
        return self._change(keys, batches.delete, (one, many), progress=progress)

    def _save(self, given: Registration, label: str) -> Change:
        given = clean_registration(given)
        problems = registration_problems(given)
        if problems:
            raise Invalid(problems)
        with self._store.unit() as unit:
            before = unit.find(Attendee, id=given.attendee.id)
            given = replace(given, attendee=with_spelled_tags(unit, given.attendee, before))
            attendee = put_registration(unit, given)
            moved = choose_forums(unit, attendee, given.forums)
            if before is not None and before.status is not attendee.status:
                if before.status in NOT_COMING:
                    wait_again(unit, [attendee.id])
                moved |= set(given.forums)
            fill(unit, moved)
            give_forum_seats(unit, attendee.id, given.seats)
            return unit.commit(
                label,
                Topic.ATTENDEES,
                Topic.PEOPLE,
                subject=attendee.id,
                name=given.person.name,
            )

    def _change(
        self,
        keys: Collection[UUID],
        batch: Batch,
        labels: tuple[str, str],
        value: str = "",
        progress: Progress = SILENT,
    ) -> Change:
        return batches.carry_out(self._store, keys, batch, labels, progress, value=value)

    def _name_of(self, kind: type[Category | Forum], key: UUID | None) -> str:
        if key is None:
            return _("none")
        with self._store.view() as view:
            return view.get(kind, key).name


def _option(row: AttendeeRow) -> str:
    return " · ".join(filter(None, (f"{row.number} {row.name}", row.organisation)))
