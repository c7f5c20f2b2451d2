"""What a station file brings back: read whole and checked, before anything is written."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from db.header import check_header
from db.queries import stations as questions
from db.schema import CURRENT
from db.store import Store
from db.unit import View
from summit_desk.domain.check_in.stations import StationMark
from summit_desk.domain.errors.files import DamagedFile, NotASummitFile, UnknownSchema
from summit_desk.domain.errors.stations import (
    DamagedStation,
    NotAStation,
    OlderStation,
    StationOfOtherEvent,
)
from summit_desk.domain.records import (
    Answer,
    Attendee,
    AttendeeForum,
    Badge,
    CheckPoint,
    Event,
    EventKey,
    Organisation,
    Person,
    Position,
    Scan,
)
from summit_desk.services.stations import mark_here


@dataclass(frozen=True)
class Brought:
    """A station file's own rows.

    `attendees`, `people`, `positions`, `forums` and `badges` were made at the station, with the
    `organisations` that they name; `others` are key and token of known attendees whom its scans
    name.
    """

    path: Path
    mark: StationMark
    key: str
    event: Event
    scans: tuple[Scan, ...]
    attendees: tuple[Attendee, ...]
    people: tuple[Person, ...]
    positions: tuple[Position, ...]
    organisations: tuple[Organisation, ...]
    forums: tuple[AttendeeForum, ...]
    badges: tuple[Badge, ...]
    answers: tuple[Answer, ...]
    points: tuple[CheckPoint, ...]
    others: tuple[tuple[UUID, str], ...]


def read_station(path: Path) -> Brought:
    """Read a station file, which is not touched.

    Raises FileNotFound, NewerFile, NotAStation, OlderStation or DamagedStation.
    """
    try:
        if check_header(path) < CURRENT:
            raise OlderStation(path=path.name)
        with Store.open(path, writing=False) as store:
            for fault in store.verify()[:1]:
                raise DamagedStation(path=path.name, what=fault)
            with store.view() as view:
                return _read(view, path)
    except NotASummitFile as error:
        raise NotAStation(path=path.name) from error
    except UnknownSchema as error:
        raise OlderStation(path=path.name) from error
    except DamagedFile as error:
        raise DamagedStation(path=path.name, what=error.details["what"]) from error


def refuse_foreign(view: View, brought: Brought) -> None:
    """Raise StationOfOtherEvent unless the open file holds the event that signed the badges."""
    key = view.find(EventKey, event_id=brought.mark.event_id)
    if key is None or key.key != brought.key:
        raise StationOfOtherEvent(path=brought.path.name, event=brought.event.name)


def _read(view: View, path: Path) -> Brought:
    event = next(iter(view.all(Event)), None)
    mark = mark_here(view, event.id) if event else None
    if event is None or mark is None:
        raise NotAStation(path=path.name)
    session = view.session
    scans = tuple(questions.scans_after(session, mark.rows))
    born = questions.born_here(session, "attendee")
    attendees = tuple(view.all(Attendee, id=born))
    people = {one.person_id for one in attendees}
    positions = tuple(view.all(Position, person_id=people))
    answers = tuple(view.all(Answer, order=("id",), event_id=event.id))
    named = {scan.attendee_id for scan in scans if scan.attendee_id}
    named = (named | {answer.attendee_id for answer in answers}) - born
    return Brought(
        path=path,
        mark=mark,
        key=view.all(EventKey, event_id=event.id)[0].key,
        event=event,
        scans=scans,
        attendees=attendees,
        people=tuple(view.all(Person, id=people)),
        positions=positions,
        organisations=tuple(view.all(Organisation, id={_unit(each) for each in positions})),
        forums=tuple(view.all(AttendeeForum, attendee_id=born)),
        answers=answers,
        badges=tuple(view.all(Badge, id=questions.born_here(session, "badge"))),
        points=tuple(view.all(CheckPoint, id={scan.point_id for scan in scans})),
        others=tuple(questions.tokens_of(session, named)),
    )


def _unit(position: Position) -> UUID:
    return position.organisation_id or position.id
