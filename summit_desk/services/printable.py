"""Finds the texts that no font can draw, before a print finds them."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from db.queries import preflight as asked
from db.unit import View
from summit_desk.domain.agenda_snapshot import AgendaSnapshot
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.preflight.likeness import RollLine
from summit_desk.domain.preflight.snapshot import Unprintable
from summit_desk.domain.progress import Progress, in_steps
from summit_desk.domain.records import AttendeeStatus


def unprintable_texts(
    view: View, agenda: AgendaSnapshot, roll: Sequence[RollLine], progress: Progress
) -> Iterator[Unprintable]:
    """Yield the names, organisations and titles with characters that no font has."""
    units = asked.units_to_print(view)
    titles = [session.title for session in agenda.live]
    letters: set[str] = set()
    for line in in_steps(roll, progress):
        letters.update(line[1])
    letters.update(*(full + short for _key, full, short in units), *titles)
    missing = _missing(letters, progress)
    if missing:
        yield from _guests(view, roll, missing, progress)
        yield from _units(units, missing)
        yield from _sessions(agenda, missing)


def _missing(letters: Iterable[str], progress: Progress) -> frozenset[str]:
    from exports.fonts import fonts

    return frozenset(fonts().missing("".join(sorted(letters)), progress))


def _guests(
    view: View, roll: Sequence[RollLine], missing: frozenset[str], progress: Progress
) -> Iterator[Unprintable]:
    lines = in_steps(roll, progress)
    keys = [UUID(hex=line[0]) for line in lines if not missing.isdisjoint(line[1])]
    for guest in asked.guests_by_key(view, keys) if keys else ():
        yield Unprintable(
            name=guest.name,
            text=guest.name,
            characters=_found(guest.name, missing),
            place=Place(ScreenName.ATTENDEES, guest.id),
            printed=guest.status is not AttendeeStatus.PENDING,
        )


def _units(
    units: Iterable[tuple[UUID, str, str]], missing: frozenset[str]
) -> Iterator[Unprintable]:
    for key, full, short in units:
        found = _found(full + short, missing)
        if found:
            yield Unprintable(short or full, full, found, Place(ScreenName.ORGANISATIONS, key))


def _sessions(agenda: AgendaSnapshot, missing: frozenset[str]) -> Iterator[Unprintable]:
    for session in agenda.live:
        found = _found(session.title, missing)
        if found:
            place = Place(ScreenName.AGENDA, session.id)
            yield Unprintable(session.title, session.title, found, place)


def _found(text: str, missing: frozenset[str]) -> str:
    return "".join(dict.fromkeys(letter for letter in text if letter in missing))
