"""Who and what is in the file twice: suspected, compared, or kept apart for good."""

from collections.abc import Mapping
from uuid import UUID

from db.queries.duplicates import numbers_of, profiles
from db.queries.people import people_lines
from db.store import Store
from db.unit import Unit, View
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.duplicate_lists import REASONS, Comparison, Side, Suspect
from summit_desk.domain.likely_same import compared, likely_same
from summit_desk.domain.likely_units import UNIT_REASONS, likely_units
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Attendee, Organisation, Person
from summit_desk.domain.suspicions import Strength, Suspicion
from summit_desk.services.apart import apart_pairs, put_apart
from summit_desk.services.batches import parts
from summit_desk.services.comparing import compared_people, compared_units
from summit_desk.support.clock import Clock
from summit_desk.support.collector import uncollected
from summit_desk.support.i18n import N_


class DuplicateService:
    """Suspects; never decides."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def people(self, progress: Progress = SILENT) -> list[Suspect]:
        """Return who is likely one person, the surest first; raises Cancelled."""
        with self._store.view() as view:
            with uncollected():
                found = likely_same(profiles(view), apart_pairs(view), progress)
            sides = _sides(view, {key for suspicion in found for key in suspicion.pair})
        return [_suspect(suspicion, sides) for suspicion in found]

    def two(self, one_id: UUID, other_id: UUID) -> Suspect:
        """Return two attendees whom somebody wants to merge; the first one stays."""
        with self._store.view() as view:
            keys = [view.get(Attendee, key).person_id for key in (one_id, other_id)]
            sides = _sides(view, set(keys))
            suspicion = compared(*profiles(view, keys)) if len(set(keys)) > 1 else None
        reasons = suspicion.reasons if suspicion else ()
        strength = suspicion.strength if suspicion else Strength.POSSIBLE
        words = tuple(REASONS[reason] for reason in reasons)
        return Suspect(sides[keys[0]], sides[keys[1]], words, strength)

    def units(self, progress: Progress = SILENT) -> list[Suspect]:
        """Return which organisations are likely one; the one more people work for comes first."""
        from db.queries.organisations import people_by_organisation

        with self._store.view() as view:
            known = view.all(Organisation)
            found = likely_units(known, apart_pairs(view), progress)
            heads = people_by_organisation(view)
        sides = {one.id: Side(one.id, one.full_name, one.short_name) for one in known}
        suspects = []
        for suspicion, reasons in found:
            first, second = sorted(
                (suspicion.one, suspicion.other), key=lambda key: (-heads.get(key, 0), key)
            )
            words = tuple(UNIT_REASONS[reason] for reason in reasons)
            suspects.append(Suspect(sides[first], sides[second], words, suspicion.strength))
        return suspects

    def two_units(self, kept_id: UUID, other_id: UUID) -> Suspect:
        """Return two organisations that somebody wants to merge; the first one stays."""
        with self._store.view() as view:
            both = [view.get(Organisation, key) for key in (kept_id, other_id)]
        kept, other = (Side(one.id, one.full_name, one.short_name) for one in both)
        return Suspect(kept, other, (), Strength.POSSIBLE)

    def compare_people(self, kept_id: UUID, other_id: UUID) -> Comparison:
        """Return two people side by side with their registrations; raises Missing."""
        with self._store.view() as view:
            return compared_people(view, kept_id, other_id)

    def compare_units(self, kept_id: UUID, other_id: UUID) -> Comparison:
        """Return two organisations side by side; raises Missing."""
        with self._store.view() as view:
            return compared_units(view, kept_id, other_id)

    def keep_apart(self, one_id: UUID, other_id: UUID) -> Change:
        """Keep that two records are not the same, so that nobody is asked again."""
        with self._store.unit() as unit:
            put_apart(unit, frozenset((one_id, other_id)))
            return unit.commit(
                N_("Keep {name} and {other} apart"),
                Topic.PEOPLE,
                subject=one_id,
                name=_name(unit, one_id),
                other=_name(unit, other_id),
            )


def _name(unit: Unit, key: UUID) -> str:
    person = unit.find(Person, id=key)
    return person.name if person else unit.get(Organisation, key).full_name


def _sides(view: View, people: set[UUID]) -> dict[UUID, Side]:
    keys = list(people)
    numbers = numbers_of(view, keys)
    lines = [line for chunk in parts(keys) for line in people_lines(view.session, chunk)]
    return {
        line.id: Side(line.id, line.name, line.note, numbers.get(line.id, ())) for line in lines
    }


def _suspect(suspicion: Suspicion, sides: Mapping[UUID, Side]) -> Suspect:
    """Return the pair with who stays first: who is registered, else the older record."""
    pair = [sides[suspicion.one], sides[suspicion.other]]
    kept, other = sorted(pair, key=lambda side: (not side.numbers, side.id))
    reasons = tuple(REASONS[reason] for reason in suspicion.reasons)
    codes = tuple(map(str, suspicion.reasons))
    return Suspect(kept, other, reasons, suspicion.strength, codes)
