"""One station at a door: every scan decided and made durable, taken back or forced."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from summit_desk.domain.change import Change
from summit_desk.domain.check_in.cards import read_card
from summit_desk.domain.check_in.doors import Door
from summit_desk.domain.check_in.outcome import (
    Counts,
    Found,
    Guest,
    Outcome,
    RecentScan,
    WalkIn,
)
from summit_desk.domain.check_in.paper import Paper, read_paper
from summit_desk.domain.check_in.reading import Kind, Reading, read
from summit_desk.domain.errors.check_in import (
    CannotForce,
    NothingToConfirm,
    NotStored,
    ReasonMissing,
)
from summit_desk.domain.records import Event
from summit_desk.domain.verdicts import FACES, FORCIBLE, Verdict
from summit_desk.services.admission import Admission, Attempt, Post, Site, Told, storable
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_, _

if TYPE_CHECKING:
    from db.scanning import Moment, Scanner

_STRANGERS = {
    Kind.OTHER_EVENT: Verdict.OTHER_EVENT,
    Kind.FORGED: Verdict.FORGED,
    Kind.TEXT: Verdict.UNKNOWN,
    Kind.BADGE: Verdict.UNKNOWN,  # signed by this event, but not on this desk's list
}
REFUSED = N_("refused at the door")
_SET_BY_SOMEBODY = {
    Verdict.CANCELLED: "status",
    Verdict.BLOCKED: "status",
    Verdict.PENDING: "status",
    Verdict.UNPAID: "fee_status",
}


class Backing(Protocol):
    """What a station needs of the check-in service, which it shares with the other stations."""

    now: Clock

    @property
    def turn(self) -> AbstractContextManager[bool]: ...
    @property
    def scanner(self) -> "Scanner": ...
    def site(self, post: Post) -> Site: ...
    def counts(self, post: Post) -> Counts: ...
    def search(self, post: Post, text: str) -> list[Found]: ...
    def register(self, event_id: UUID, given: WalkIn) -> Change: ...
    def answer(self, post: Post, attendee_id: UUID, said: Mapping[str, object]) -> Change: ...
    def recent(
        self, event_id: UUID, point_id: UUID | None, limit: int = 50
    ) -> list[RecentScan]: ...
    def take_back_last(self, post: Post) -> RecentScan: ...
    def event_of(self, reading: Reading) -> Event | None: ...
    def who_set(
        self, event_id: UUID, attendee_id: UUID, column: str
    ) -> tuple[str, datetime] | None: ...
    def photo(self, guest: Guest) -> bytes | None: ...


class Station:
    """A station; made by `CheckInService.open_station`."""

    def __init__(self, service: Backing, post: Post) -> None:
        self._service, self.post = service, post
        self._paper: Paper | None = None

    @property
    def door(self) -> Door:
        """The door that this station keeps, as it is set up now."""
        return self._service.site(self.post).door

    @property
    def paper(self) -> Paper | None:
        """How a paper list is being scanned; None while guests stand at the door."""
        return self._paper

    def scan_paper(self, text: str) -> Paper:
        """Scan a paper list from now on, with the time written there; raises NotATime."""
        zone = self._service.site(self.post).doors.zone
        self._paper = read_paper(text, zone, self._service.now())
        return self._paper

    def scan_guests(self) -> None:
        """Scan guests at the door again."""
        self._paper = None

    def scan(self, text: str, scanner: str = "") -> Outcome:
        """Decide about a scanned or typed text; it is on disk when this returns.

        A file that can't take the scan gives the verdict ERROR instead of an exception.
        """
        attempt = replace(self._attempt(text), scanner=scanner)
        return self._durable(attempt, lambda site: self._scan(site, attempt))

    def several(self, texts: Sequence[str]) -> Outcome:
        """Write down that a camera saw several codes at once, and name the people they mean.

        Nobody is let in; one whose turn it is is picked from the candidates.
        """
        attempt = self._attempt("\n".join(texts))
        return self._durable(attempt, lambda site: self._in_view(site, attempt, texts))

    def admit(self, attendee_id: UUID, text: str = "") -> Outcome:
        """Check in somebody who was found by hand; `text` is what was searched."""
        attempt = self._attempt(text)
        return self._durable(attempt, lambda site: self._known(site, attempt, attendee_id))

    def force(self, refused: Outcome, reason: str) -> Outcome:
        """Let in the guest of a refused scan against the verdict; raises without a reason."""
        guest = refused.guest
        if refused.verdict not in FORCIBLE or guest is None:
            raise CannotForce(verdict=FACES[refused.verdict].spoken())
        if not reason.strip():
            raise ReasonMissing
        attempt = replace(self._attempt(refused.text), reason=reason.strip())
        return self._durable(attempt, lambda site: self._known(site, attempt, guest.id))

    def confirm(self, seen: Outcome, answers: Mapping[str, object] | None = None) -> Outcome:
        """Store what was shown unconfirmed, with the answers to its questions.

        The rules are asked again, because somebody else may have come in meanwhile.
        """
        guest = seen.guest
        if not seen.unconfirmed or guest is None:
            raise NothingToConfirm
        if answers:
            self._service.answer(self.post, guest.id, answers)
        attempt = Attempt(seen.text, self._service.now(), seen.serial, confirmed=True)
        return self._durable(attempt, lambda site: self._known(site, attempt, guest.id))

    def refuse(self, seen: Outcome) -> None:
        """Keep in the log that a guest who was shown unconfirmed was not let in."""
        guest = seen.guest
        if not seen.unconfirmed or guest is None:
            raise NothingToConfirm
        attempt = Attempt(seen.text, self._service.now(), seen.serial)
        with self._service.turn:
            site = self._service.site(self.post)
            with self._service.scanner.moment(site.doors.categories) as moment:
                Admission(moment, site).refuse(guest, attempt, seen.verdict, _(REFUSED))

    def walk_in(self, given: WalkIn) -> tuple[Change, Outcome]:
        """Register somebody who came unannounced and check them in; raises as `register`."""
        change = self._service.register(self.post.event_id, given)
        assert change.subject is not None
        return change, self.admit(change.subject, given.name)

    def undo_last(self) -> RecentScan:
        """Take back the last scan of this station; raises if that let nobody in."""
        return self._service.take_back_last(self.post)

    def search(self, text: str) -> Sequence[Found]:
        """Return the people whom the text may mean, best first."""
        return self._service.search(self.post, text)

    def counts(self) -> Counts:
        """Return the heads at this door."""
        return self._service.counts(self.post)

    def recent(self, limit: int = 20) -> list[RecentScan]:
        """Return what was scanned last at this door, newest first."""
        return self._service.recent(self.post.event_id, self.post.point_id, limit)

    def photo(self, guest: Guest) -> bytes | None:
        """Return the guest's photo; ask for it after the verdict is shown."""
        return self._service.photo(guest)

    def rest(self) -> None:
        """Let the file fold its log in, while nobody is scanning."""
        self._service.scanner.rest()

    def _attempt(self, text: str) -> Attempt:
        """Return what was presented now, or at the time that the paper list says."""
        now, paper = self._service.now(), self._paper
        if paper is None:
            return Attempt(storable(text), now)
        zone = self._service.site(self.post).doors.zone
        return Attempt(storable(text), paper.at or now, paper=paper.reason(zone))

    def _durable(self, attempt: Attempt, work: Callable[[Site], Told]) -> Outcome:
        started = perf_counter()
        with self._service.turn:
            site = self._service.site(self.post)
            try:
                told = work(site)
            except NotStored as trouble:
                told = partial(self._outcome(site, Verdict.ERROR, attempt), trouble=str(trouble))
            spent = (perf_counter() - started) * 1000
            outcome = told(milliseconds=spent, counts=site.tally.counts())
        return self._explained(outcome, site.door)

    def _scan(self, site: Site, attempt: Attempt) -> Told:
        event_id = self.post.event_id
        reading = read(attempt.text, event_id, site.doors.keys)
        code = reading.code
        if reading.kind is not Kind.BADGE or code is None:
            found = self._passed(site, attempt, lambda moment: self._foreign(moment, reading.text))
            return found or self._stranger(site, reading, attempt)
        badge = replace(attempt, serial=code.serial)
        found = self._passed(
            site, badge, lambda moment: moment.guest_by_token(event_id, code.token)
        )
        return found or self._stranger(site, reading, attempt)

    def _foreign(self, moment: "Moment", text: str) -> Guest | None:
        """Return whom another system's code means, be it typed with Caps Lock on."""
        event_id = self.post.event_id
        found = moment.guest_by_foreign_code(event_id, text)
        return found or moment.guest_by_foreign_code(event_id, text.swapcase())

    def _known(self, site: Site, attempt: Attempt, attendee_id: UUID) -> Told:
        found = self._passed(site, attempt, lambda moment: moment.guest(attendee_id))
        return found or self._stranger(site, Reading(Kind.TEXT, attempt.text), attempt)

    def _passed(
        self, site: Site, attempt: Attempt, find: "Callable[[Moment], Guest | None]"
    ) -> Told | None:
        with self._service.scanner.moment(site.doors.categories) as moment:
            guest = find(moment)
            if guest is None:
                return None
            decision = Admission(moment, site).decide(guest, attempt)
        decision.count_in(site)
        return decision.told

    def _stranger(self, site: Site, reading: Reading, attempt: Attempt) -> Told:
        """Write down a scan that names nobody on the list."""
        verdict = _STRANGERS[reading.kind]
        candidates = self.search(reading.text) if reading.kind is Kind.TEXT else ()
        exact = tuple(found for found in candidates if reading.text in (found.name, found.number))
        if len(exact) > 1:
            verdict, candidates = Verdict.AMBIGUOUS, exact
        with self._service.scanner.moment() as moment:
            scan = Admission(moment, site).write(attempt, verdict)
        return partial(
            self._outcome(site, verdict, attempt),
            scan=scan.id,
            candidates=tuple(candidates),
            card=read_card(attempt.text),
            other_event=self._service.event_of(reading),
            unlisted=reading.kind is Kind.BADGE,
        )

    def _in_view(self, site: Site, attempt: Attempt, texts: Sequence[str]) -> Told:
        readings = [read(text, self.post.event_id, site.doors.keys) for text in texts]
        tokens = [one.code.token for one in readings if one.kind is Kind.BADGE and one.code]
        with self._service.scanner.moment(site.doors.categories) as moment:
            held = [moment.guest_by_token(self.post.event_id, token) for token in tokens]
            scan = Admission(moment, site).write(attempt, Verdict.AMBIGUOUS)
        guests = {guest.id: guest for guest in held if guest is not None}
        return partial(
            self._outcome(site, Verdict.AMBIGUOUS, attempt),
            scan=scan.id,
            candidates=tuple(map(_found, guests.values())),
        )

    def _outcome(self, site: Site, verdict: Verdict, attempt: Attempt) -> Told:
        return partial(
            Outcome, verdict=verdict, text=attempt.text, at=attempt.at, point=site.door.point
        )

    def _explained(self, outcome: Outcome, door: Door) -> Outcome:
        """Add what takes another look into the file, now that the verdict is on disk."""
        verdict, guest, scanner = outcome.verdict, outcome.guest, self._service.scanner
        if verdict is Verdict.FULL and door.forum_id is not None:
            return replace(outcome, waiting=scanner.waiting(door.forum_id))
        if guest is not None and verdict in _SET_BY_SOMEBODY:
            column = _SET_BY_SOMEBODY[verdict]
            set_by = self._service.who_set(self.post.event_id, guest.id, column)
            return replace(outcome, set_by=set_by)
        if guest is not None and verdict is Verdict.REVOKED_BADGE:
            return replace(outcome, replaced_at=scanner.printed_at(guest.id, guest.valid_serial))
        return outcome


def _found(guest: Guest) -> Found:
    """Return a guest as one of several who are meant."""
    return Found(
        guest.id, guest.number, guest.name, guest.organisation_words(), guest.category_words()
    )
