"""One guest at one door: the rules asked, the scan written, and what the screen must show."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from db.queries import scan_log
from db.scanning import Moment
from summit_desk import __version__
from summit_desk.domain.check_in import rules
from summit_desk.domain.check_in.doors import Door, may_enter
from summit_desk.domain.check_in.outcome import Guest, Outcome, Passage, RecentScan
from summit_desk.domain.check_in.paper import forced_on_paper, is_from_paper
from summit_desk.domain.check_in.rules import Case
from summit_desk.domain.check_in.tally import Tally
from summit_desk.domain.records import CheckPoint, CustomField, Policy, Scan
from summit_desk.domain.verdicts import ENTRIES, PASSAGES, Verdict
from summit_desk.services.doors import Doors

EMPTY: tuple[object, ...] = (None, "", [], ())  # a field that nobody has filled yet
LONGEST_CODE = 4_000  # characters of a raw text that the log keeps; no real code is longer


@dataclass(frozen=True)
class Post:
    """Where a station stands and who runs it."""

    event_id: UUID
    point_id: UUID
    station: str
    operator: str


@dataclass(frozen=True, slots=True)
class Site:
    """The door that a station keeps, among the event's doors."""

    doors: Doors
    door: Door
    post: Post
    tally: Tally
    now: datetime


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was presented and when; `serial` is the badge's, `reason` is why it is forced.

    `confirmed`: somebody at the door has looked at the guest and answered the questions.
    `paper` marks a scan from a paper list, whose time was written by hand. `scanner` is the name
    of the device, where several can be told apart.
    """

    text: str
    at: datetime
    serial: int | None = None
    reason: str = ""
    confirmed: bool = False
    paper: str = ""
    scanner: str = ""


def storable(text: str) -> str:
    """Return a raw text as the log can keep it: not endless, and in whole characters."""
    whole = text[:LONGEST_CODE].encode("utf-8", "replace").decode("utf-8")
    return whole.replace("\0", "\ufffd")


Told = Callable[..., Outcome]
"""An outcome that still lacks what is known once it is on disk: milliseconds and counts."""


Counting = tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """An outcome, and the guest's passages that count before and after it.

    `also` are other doors that the guest left thereby, with the passages there.
    """

    guest: Guest | None
    told: Told
    before: Counting
    after: Counting
    also: tuple[tuple[Door, Counting, Counting], ...] = ()

    def count_in(self, site: Site) -> None:
        """Count the heads, once the scan is on disk."""
        if self.guest is None or len(self.before) == len(self.after):
            return
        site.tally.moved(self.guest.category_id, self.before, self.after)
        for door, before, after in self.also:
            tally = site.doors.counted(door)
            if tally is not None:
                tally.moved(self.guest.category_id, before, after)


class Admission:
    """Decides at one door, inside one transaction."""

    def __init__(self, moment: Moment, site: Site) -> None:
        self.moment = moment
        self.doors, self.door, self.post = site.doors, site.door, site.post
        self.tally, self.now = site.tally, site.now

    def decide(self, guest: Guest, attempt: Attempt) -> Decision:
        """Ask the rules about the guest and write the scan down."""
        forums = frozenset() if self.door.is_open else self.moment.forums(guest.id)
        case = Case(
            guest=guest,
            point=self.door.point,
            passages=self.moment.passages(guest.id, self.door.point.id),
            inside=self.tally.inside,
            eligible=may_enter(self.door, guest, forums),
            now=attempt.at,
            zone=self.doors.zone,
            serial=attempt.serial,
        )
        verdict = rules.welcome(case) if attempt.reason else rules.judge(case)
        before = self._counted(case.passages)
        questions = self._open_questions(guest) if verdict in ENTRIES else ()
        if verdict in PASSAGES and self._waits(attempt, questions):
            told = partial(
                self._told(case, verdict, attempt), unconfirmed=True, questions=questions
            )
            return Decision(guest, told, before, before)
        also = self._leave_others(guest, attempt) if verdict in ENTRIES else ()
        scan = self._keep(attempt, verdict, guest.id)
        left = tuple(door.point for door, _before, _after in also)
        told = partial(self._told(case, verdict, attempt), scan=scan.id, left=left)
        if verdict is Verdict.NOT_ELIGIBLE_HERE:
            told = partial(told, elsewhere=self._elsewhere(guest, forums))
        passed = (*case.passages, _passage(scan)) if verdict in PASSAGES else case.passages
        after = self._counted(rules.in_order(passed))
        return Decision(guest, told, before, after, also)

    def refuse(self, guest: Guest, attempt: Attempt, verdict: Verdict, why: str) -> Scan:
        """Write down that somebody at the door did not let a guest in: a scan and its annulment."""
        scan = self._keep(attempt, verdict, guest.id)
        self._keep(attempt, scan_log.ANNULLED, guest.id, annuls=scan.id, why=why)
        return scan

    def write(self, attempt: Attempt, verdict: Verdict) -> Scan:
        """Append a scan that names nobody to the log."""
        return self._keep(attempt, verdict, None)

    def take_back(self, scan: Scan, attempt: Attempt) -> tuple[Decision, RecentScan]:
        """Append a row that annuls an earlier scan."""
        guest = self.moment.guest(scan.attendee_id) if scan.attendee_id else None
        before = self._standing(guest)
        self._keep(attempt, scan_log.ANNULLED, scan.attendee_id, annuls=scan.id)
        after = tuple(each for each in before if each.scan != scan.id)
        verdict = Verdict(scan.verdict)
        told = partial(Outcome, verdict, scan.code, attempt.at, self.door.point)
        undone = RecentScan(
            scan=scan.id,
            verdict=verdict,
            name=guest.name if guest else "",
            number=guest.number if guest else "",
            organisation=guest.organisation if guest else "",
            at=scan.at,
            station=scan.station,
            operator=scan.operator,
            code=scan.code,
            annulled=True,
        )
        return Decision(guest, told, before, after), undone

    def _standing(self, guest: Guest | None) -> Counting:
        if guest is None:
            return ()
        return self._counted(self.moment.passages(guest.id, self.door.point.id))

    def _counted(self, passages: Sequence[Passage]) -> Counting:
        """Return what the heads of today are counted from, whenever a paper list was signed."""
        return tuple(rules.counting(passages, self.door.point, self.now, self.doors.zone))

    def _waits(self, attempt: Attempt, questions: Sequence[CustomField]) -> bool:
        """Tell whether nothing may be stored before somebody has confirmed it."""
        asked = self.door.point.confirm_first or bool(questions)
        return asked and not (attempt.confirmed or attempt.reason or attempt.paper)

    def _open_questions(self, guest: Guest) -> tuple[CustomField, ...]:
        """Return the event's own fields that are asked here and still empty."""
        wanted = self.door.point.questions
        if not wanted:
            return ()
        known = self.moment.answers(guest.id)
        fields = self.doors.fields
        open_ones = (key for key in wanted if key in fields and known.get(key) in EMPTY)
        return tuple(fields[key] for key in open_ones)

    def _leave_others(
        self, guest: Guest, attempt: Attempt
    ) -> tuple[tuple[Door, Counting, Counting], ...]:
        """Take the guest out of the points that are left by entering this one."""
        if not self.door.point.leaves_elsewhere:
            return ()
        return tuple(self._left(guest, attempt))

    def _left(self, guest: Guest, attempt: Attempt) -> Iterator[tuple[Door, Counting, Counting]]:
        for door in self.doors.doors:
            point = door.point
            if point.id == self.door.point.id or point.policy is not Policy.REENTRY_AFTER_EXIT:
                continue
            before = tuple(rules.in_order(self.moment.passages(guest.id, point.id)))
            if rules.is_inside(before):
                scan = self._keep(attempt, Verdict.OK_OUT, guest.id, point_id=point.id)
                yield door, before, tuple(rules.in_order((*before, _passage(scan))))

    def _keep(
        self,
        attempt: Attempt,
        verdict: str,
        attendee_id: UUID | None,
        *,
        annuls: UUID | None = None,
        point_id: UUID | None = None,
        why: str = "",
    ) -> Scan:
        scan = Scan(
            event_id=self.post.event_id,
            point_id=point_id or self.post.point_id,
            attendee_id=attendee_id,
            code=attempt.text,
            verdict=str(verdict),
            station=self.post.station,
            scanner=attempt.scanner,
            operator=self.post.operator,
            at=attempt.at,
            sequence=self.moment.next_sequence(self.post.station),
            version=__version__,
            annuls=annuls,
            forced=bool(attempt.reason),
            reason=forced_on_paper(attempt.paper, attempt.reason or why),
        )
        self.moment.keep(scan)
        return scan

    def _told(self, case: Case, verdict: Verdict, attempt: Attempt) -> Told:
        last = rules.last_entry(case)
        return partial(
            Outcome,
            verdict=verdict,
            text=attempt.text,
            at=attempt.at,
            point=case.point,
            guest=case.guest,
            first=rules.earlier(case) if verdict is not Verdict.OK_IN else None,
            inside_for=attempt.at - last.at if verdict is Verdict.OK_OUT and last else None,
            serial=case.serial,
            entries=rules.entries(case.passages) + (verdict in ENTRIES),
            forced=bool(attempt.reason),
            reason=forced_on_paper(attempt.paper, attempt.reason),
        )

    def _elsewhere(self, guest: Guest, forums: frozenset[UUID]) -> tuple[CheckPoint, ...]:
        return tuple(door.point for door in self.doors.doors if may_enter(door, guest, forums))


def _passage(scan: Scan) -> Passage:
    verdict = Verdict(scan.verdict)
    on_paper = is_from_paper(scan.reason)
    return Passage(scan.id, verdict, scan.at, scan.station, scan.operator, scan.sequence, on_paper)
