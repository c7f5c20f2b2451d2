"""Check-in: the points of an event, its stations, the log of scans and the badge codes."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING
from uuid import UUID

from db.queries import check_in as questions
from db.queries import scan_log
from db.queries.search import attendees_ranked
from db.store import Store
from summit_desk.domain.badge_codes import SERIALS, sign
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.check_in.outcome import (
    CodeRow,
    Counts,
    Found,
    Guest,
    PointRow,
    RecentScan,
    WalkIn,
)
from summit_desk.domain.check_in.reading import Kind, Reading
from summit_desk.domain.check_in.stations import read_set_by
from summit_desk.domain.errors import Missing
from summit_desk.domain.errors.check_in import AlreadyTakenBack, NoSuchPoint, NothingToTakeBack
from summit_desk.domain.records import (
    Answer,
    Attendee,
    CheckPoint,
    Event,
    EventKey,
    Person,
    Picture,
    PointKind,
    Scan,
)
from summit_desk.domain.registration import Registration, Unit
from summit_desk.domain.search_query import read_query
from summit_desk.domain.thing_words import thing_word
from summit_desk.domain.verdicts import PASSAGES
from summit_desk.services.admission import Admission, Attempt, Post, Site
from summit_desk.services.doors import Doors, load_doors
from summit_desk.services.station import Station
from summit_desk.services.stations import mark_here, marks_of, next_walk_in_number, signature
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_

if TYPE_CHECKING:
    from datetime import datetime

    from db.scanning import Scanner

    SetBy = tuple[str, datetime] | None

CANDIDATES = 9  # one key each
RECOUNTS = 3
WALK_IN = "walk-in"  # the source of a registration made at the door


class CheckInService:
    """The door. Several stations of one desk share its counts; `turn` lets one decide at a time."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self.now = store, now
        self._doors: dict[UUID, Doors] = {}
        self.turn = RLock()

    @cached_property
    def scanner(self) -> "Scanner":
        """The hot path into the file."""
        from db.scanning import Scanner

        return Scanner(self._store)

    def points(self, event_id: UUID) -> list[PointRow]:
        """Return the event's points with the heads at each."""
        if not self.doors(event_id).is_counted:
            self._recount(event_id)
        with self.turn:
            doors, now = self.doors(event_id), self.now()
            return [PointRow(each.point, doors.tally(each, now).counts()) for each in doors.doors]

    def point_named(self, event_id: UUID, name: str | None) -> CheckPoint:
        """Return the point of this name, or the entrance without one; raises NoSuchPoint."""
        points = [door.point for door in self.doors(event_id).doors]
        if not name:
            points.sort(key=lambda point: point.kind is not PointKind.ENTRANCE)
        fits = [each for each in points if not name or name in (each.name, each.name_other)]
        if not fits:
            names = ", ".join(each.name for each in points)
            raise NoSuchPoint(name=name or "", names=names)
        return fits[0]

    def open_station(self, event_id: UUID, point_id: UUID, station: str, operator: str) -> Station:
        """Open a station at a point; everything slow is done now, before the first guest.

        In a station file its own name signs every scan, so that no two laptops sign alike.
        """
        opened = Station(self, self._post(event_id, point_id, station, operator))
        opened.counts()
        self.scanner.warm_up()
        opened.search("预热")  # loads what a search needs
        return opened

    def recent(self, event_id: UUID, point_id: UUID | None, limit: int = 50) -> list[RecentScan]:
        """Return the latest scans at a point (or at all of them), newest first."""
        with self._store.view() as view:
            return scan_log.recent_scans(view.session, event_id, point_id, limit)

    def take_back(self, scan_id: UUID, station: str, operator: str) -> RecentScan:
        """Annul a scan: a row that says so is added, nothing is deleted."""
        with self.turn:
            with self._store.view() as view:
                scan = view.get(Scan, scan_id)
                if scan.annuls or scan_log.is_taken_back(view.session, scan_id):
                    raise AlreadyTakenBack
            return self._annul(scan, self._post(scan.event_id, scan.point_id, station, operator))

    def take_back_last(self, post: Post) -> RecentScan:
        """Annul the last scan of a station; raises NothingToTakeBack if that moved nobody."""
        with self._store.view() as view:
            last = scan_log.last_scan_of(view.session, post.station)
        if last is None or last[1] not in PASSAGES:
            raise NothingToTakeBack
        return self.take_back(last[0], post.station, post.operator)

    def register(self, event_id: UUID, given: WalkIn) -> Change:
        """Register a walk-in; raises Invalid or AlreadyRegistered. The subject is the attendee."""
        from summit_desk.services.attendees import AttendeeService

        person = Person(name=given.name, mobile=given.card.phone, email=given.card.email)
        with self._store.view() as view:
            here = mark_here(view, event_id)
            number = next_walk_in_number(view, here) if here else ""
        attendee = Attendee(
            event_id=event_id,
            person_id=person.id,
            number=number,
            token="",
            category_id=given.category_id,
            source=WALK_IN,
            registered_at=self.now(),
        )
        unit = Unit(name=given.organisation, title=given.card.title)
        change = AttendeeService(self._store, self.now).register(
            Registration(attendee, person, unit)
        )
        self.refresh(event_id)
        return change

    def answer(self, post: Post, attendee_id: UUID, said: Mapping[str, object]) -> Change:
        """Write what a guest answered at the door into the event's own fields; raises Missing.

        Each answer is kept by itself, too, so that those of several stations can be merged.
        """
        with self.turn, self._store.unit() as unit:
            attendee = unit.get(Attendee, attendee_id)
            unit.put(replace(attendee, custom={**attendee.custom, **said}))
            sequence = scan_log.last_sequence(unit.session, post.station) + 1
            unit.put_all(
                Answer(
                    event_id=post.event_id,
                    attendee_id=attendee_id,
                    field=field,
                    value=value,
                    station=post.station,
                    operator=post.operator,
                    at=self.now(),
                    sequence=sequence,
                )
                for field, value in said.items()
            )
            name = unit.get(Person, attendee.person_id).name
            label = N_("Answers of {name} at the door")
            return unit.commit(label, Topic.ATTENDEES, subject=attendee_id, name=name)

    def codes(self, event_id: UUID) -> list[CodeRow]:
        """Return what stands in every attendee's badge code; for organisers only."""
        with self._store.view() as view:
            key = view.find(EventKey, event_id=event_id)
            if key is None:
                raise Missing(thing=thing_word("event_key"))
            return [
                CodeRow(number, name, sign(key.tag, key.key, token, min(serial, SERIALS)))
                for number, name, token, serial in questions.code_rows(view.session, event_id)
            ]

    def refresh(self, event_id: UUID) -> None:
        """Read points, categories and heads anew, after somebody changed them.

        Counting takes its time in a large file, so scanning goes on meanwhile.
        """
        if event_id in self._doors:
            self._recount(event_id)

    def doors(self, event_id: UUID) -> Doors:
        """Return the event's doors, read once."""
        with self.turn:
            if event_id not in self._doors:
                self._doors[event_id] = load_doors(self._store, event_id)
            return self._doors[event_id]

    def site(self, post: Post) -> Site:
        """Return all that a station stands at; raises Missing when its point was removed."""
        doors = self.doors(post.event_id)
        door = doors.by_point.get(post.point_id)
        if door is None:
            raise Missing(thing=thing_word("check_point"))
        now = self.now()
        return Site(doors, door, post, doors.tally(door, now), now)

    def counts(self, post: Post) -> Counts:
        """Return the heads at a station's door."""
        with self.turn:
            return self.site(post).tally.counts()

    def search(self, post: Post, text: str) -> list[Found]:
        """Return the attendees whom the text may mean, best first, with their arrival here."""
        query = read_query(text)
        if not query:
            return []
        with self._store.view() as view:
            keys = attendees_ranked(view.session, post.event_id, query, (), CANDIDATES)
            found = questions.people_found(view.session, [UUID(key) for key in keys])
            ids = [each.attendee_id for each in found]
            arrived = scan_log.first_arrivals(view.session, post.point_id, ids)
        return [replace(each, arrived_at=arrived.get(each.attendee_id)) for each in found]

    def event_of(self, reading: Reading) -> Event | None:
        """Return the other event of this file that signed the code, if it is one of them."""
        if reading.kind is not Kind.OTHER_EVENT or reading.event_id is None:
            return None
        with self._store.view() as view:
            return view.find(Event, id=reading.event_id)

    def who_set(self, event_id: UUID, attendee_id: UUID, column: str) -> "SetBy":
        """Return who gave an attendee the present value of a column, and when."""
        known = self.scanner.who_set(attendee_id, column)
        kept = self.doors(event_id).refusers
        return known or (read_set_by(kept, attendee_id) if kept else None)

    def photo(self, guest: Guest) -> bytes | None:
        """Return the file of a guest's photo, if there is one."""
        if guest.portrait_id is None:
            return None
        with self._store.view() as view:
            picture = view.find(Picture, id=guest.portrait_id)
        return picture.data if picture else None

    def _post(self, event_id: UUID, point_id: UUID, station: str, operator: str) -> Post:
        with self._store.view() as view:
            marks, here = marks_of(view, event_id), mark_here(view, event_id)
        return Post(event_id, point_id, signature(marks, here, station), operator)

    def _recount(self, event_id: UUID) -> None:
        for _try in range(RECOUNTS):
            made, doors = self.scanner.made, load_doors(self._store, event_id)
            doors.count_all(self.now())
            with self.turn:
                if made == self.scanner.made:  # else somebody was scanned meanwhile
                    self._doors[event_id] = doors
                    return
        with self.turn:  # a crowd at the door: hold it for once
            self._doors[event_id] = load_doors(self._store, event_id)
            self._doors[event_id].count_all(self.now())

    def _annul(self, scan: Scan, post: Post) -> RecentScan:
        site, now = self.site(post), self.now()
        with self.scanner.moment(site.doors.categories) as moment:
            admission = Admission(moment, site)
            decision, undone = admission.take_back(scan, Attempt(scan.code, now))
        decision.count_in(site)
        return undone
