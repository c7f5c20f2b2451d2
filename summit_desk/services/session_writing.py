"""Write the sessions of a sheet with their rooms, forums, people and speakers, as one step."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from db.unit import Unit
from summit_desk.domain.agenda_rules import clean_session
from summit_desk.domain.agenda_words import SPEAKING
from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.list_people import Answer, Choice
from summit_desk.domain.progress import Progress
from summit_desk.domain.records import (
    Forum,
    PartRole,
    Record,
    Room,
    Session,
    SessionKind,
    SessionPart,
    Speaker,
)
from summit_desk.domain.session_lists.differences import with_draft
from summit_desk.domain.session_lists.drafts import SessionDraft
from summit_desk.domain.session_lists.guests import Guest
from summit_desk.domain.session_lists.known import KnownAgenda
from summit_desk.domain.session_lists.people import ListedPerson, PersonKey, held_parts
from summit_desk.domain.session_lists.plan import Answers, PlannedSession, SessionPlan
from summit_desk.domain.session_lists.planning import new_session
from summit_desk.domain.text_cleaning import fold_for_match
from summit_desk.services.agenda_records import put_parts
from summit_desk.services.list_people import People

_COLOURS = ("#1f5fbf", "#177a4a", "#b45f06", "#6b3fc4", "#0e7c86", "#c0392b", "#5b6475")
_TALKED = frozenset({SessionKind.PANEL, SessionKind.DIALOGUE})


class SessionWriter:
    """One sheet of sessions being written."""

    def __init__(self, unit: Unit, plan: SessionPlan, answers: Answers, known: KnownAgenda) -> None:
        self._unit, self._plan, self._known = unit, plan, known
        self._answers = answers
        self._people = People(known.organisations)
        self._by_key = {one.key: one for one in plan.people}
        self._persons: dict[PersonKey, UUID] = {}
        self._places: list[Record] = []
        self._rooms, self._forums = dict(known.room_keys), dict(known.forum_keys)
        self.counts = {RowVerdict.NEW: 0, RowVerdict.UPDATE: 0}
        self.keys: dict[str, UUID] = {}

    def carry_out(self, progress: Progress) -> None:
        """Write everything that the plan and the answers say."""
        written: list[tuple[Session, list[SessionPart]]] = []
        for at, line in enumerate(self._plan.lines):
            progress.step(at, len(self._plan.lines))
            if line.session is not None and line.draft.key:
                self.keys[line.draft.key] = line.session.id
            if line.applies or self._is_answered(line):
                written.append(self._written(line))
        unit = self._unit
        unit.put_all(self._places)
        unit.put_all(sorted(self._people.made, key=lambda one: _ORDER.index(type(one).__name__)))
        unit.put_all(session for session, _parts in written)
        for session, parts in written:
            put_parts(unit, session.id, parts)
        self._engage([part for _session, parts in written for part in parts])

    def _is_answered(self, line: PlannedSession) -> bool:
        """Tell whether somebody has chosen whom a name of an unchanged session means."""
        if line.verdict is not RowVerdict.SAME:
            return False
        listed = [self._listed(one) for one in line.draft.guests if one.named]
        return any(self._answer(one) != one.found.default for one in listed)

    def _written(self, line: PlannedSession) -> tuple[Session, list[SessionPart]]:
        draft, held = line.draft, line.session
        session = with_draft(held, draft) if held else new_session(self._known, draft)
        session = clean_session(self._placed(session, held, draft))
        if draft.key:
            self.keys[draft.key] = session.id
        self.counts[RowVerdict.UPDATE if held else RowVerdict.NEW] += 1
        return session, self._parts(session, draft)

    def _placed(self, session: Session, held: Session | None, draft: SessionDraft) -> Session:
        forum = self._forum(draft.forum)
        if forum is not None:
            session = replace(session, forum_id=forum.id)
        used = self._known.room_used(held) if held else None
        room = self._room(draft.room)
        if room is None or (used is not None and used.id == room.id):
            return session
        follows = forum is not None and forum.room_id == room.id
        return replace(session, room_id=None if follows else room.id)

    def _room(self, name: str) -> Room | None:
        if name and fold_for_match(name) not in self._rooms:
            place = len(self._known.rooms) + len(self._places)
            made = Room(event_id=self._plan.event_id, name=name, position=place)
            self._rooms[fold_for_match(name)] = made
            self._places.append(made)
        return self._rooms.get(fold_for_match(name)) if name else None

    def _forum(self, name: str) -> Forum | None:
        if name and fold_for_match(name) not in self._forums:
            place = len(self._known.forums) + len(self._places)
            colour = _COLOURS[len(self._forums) % len(_COLOURS)]
            made = Forum(event_id=self._plan.event_id, name=name, colour=colour, position=place)
            self._forums[fold_for_match(name)] = made
            self._places.append(made)
        return self._forums.get(fold_for_match(name)) if name else None

    def _parts(self, session: Session, draft: SessionDraft) -> list[SessionPart]:
        """Return hosts and speakers as the sheet has them; whom it does not name stays."""
        held = list(self._known.parts.get(session.id, ()))
        hosts, speakers = held_parts(held, hosts=True), held_parts(held, hosts=False)
        others = [part for part in held if part not in hosts and part not in speakers]
        said_hosts, said = draft.of_role(hosts=True), draft.of_role(hosts=False)
        return [
            *(self._taking(session, said_hosts, hosts) if said_hosts else hosts),
            *(self._taking(session, said, speakers) if said else speakers),
            *others,
        ]

    def _taking(
        self, session: Session, guests: Sequence[Guest], held: Sequence[SessionPart]
    ) -> list[SessionPart]:
        known = {part.person_id or part.label: part for part in held}
        parts: dict[object, SessionPart] = {}
        for guest in guests:
            who = self._who(guest)
            role = guest.role
            if role is PartRole.SPEAKER and session.kind in _TALKED:
                role = PartRole.PANELLIST
            if isinstance(who, UUID):
                made = SessionPart(session_id=session.id, person_id=who, role=role)
            else:
                made = SessionPart(session_id=session.id, label=who, role=role)
            parts.setdefault(who, known.get(who, made))
        return list(parts.values())

    def _listed(self, guest: Guest) -> ListedPerson:
        assert guest.named is not None
        return self._by_key[self._plan.keys[guest.named.key, guest.named.work_key]]

    def _answer(self, listed: ListedPerson) -> Answer:
        return self._answers.get(listed.key, listed.found.default)

    def _who(self, guest: Guest) -> UUID | str:
        if guest.named is None:
            return guest.label
        listed = self._listed(guest)
        answer = self._answer(listed)
        if answer is Choice.NAME_ONLY:
            return guest.named.name
        if listed.key not in self._persons:
            self._persons[listed.key] = self._person(listed, answer)
        return self._persons[listed.key]

    def _person(self, listed: ListedPerson, answer: Answer) -> UUID:
        if not isinstance(answer, UUID):
            return self._people.person(listed.found.named).id
        one = self._known.person_of[answer]
        if not one.works:
            self._people.position(one.person, listed.found.named)
        return answer

    def _engage(self, parts: Sequence[SessionPart]) -> None:
        """Make everybody who talks a speaker of the event, once."""
        event_id = self._plan.event_id
        engaged = {one.person_id for one in self._unit.all(Speaker, event_id=event_id)}
        talking = dict.fromkeys(part.person_id for part in parts if part.role in SPEAKING)
        self._unit.put_all(
            Speaker(event_id=event_id, person_id=key)
            for key in talking
            if key is not None and key not in engaged
        )


_ORDER = ("Organisation", "Person", "Position")
