"""A small summit with one of each kind of guest, for the tests of the door."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from summit_desk.domain.badge_codes import sign
from summit_desk.domain.change import Topic
from summit_desk.domain.records import (
    Attendee,
    AttendeeStatus,
    Category,
    CheckPoint,
    Event,
    EventKey,
    Forum,
    Organisation,
    Person,
    Position,
)
from summit_desk.domain.registration import with_spelling
from summit_desk.services.check_in import CheckInService

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from db.store import Store
    from summit_desk.services.station import Station
    from ui.check_in.station_presenter import StationPresenter
    from ui.check_in.station_window import StationWindow

OPENING = datetime(2024, 5, 22, 0, 30, tzinfo=UTC)  # 08:30 in Shanghai


@dataclass
class Watch:
    """A clock that stands until it is moved."""

    at: datetime = OPENING

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class Summit:
    """The file of the tests, and short ways to change it."""

    store: Store
    watch: Watch
    event: Event
    key: EventKey
    point: CheckPoint
    delegate: Category
    staff: Category
    forum: Forum
    service: CheckInService = field(init=False)
    guests: dict[str, Attendee] = field(default_factory=dict)
    made: int = 0

    def __post_init__(self) -> None:
        self.service = CheckInService(self.store, self.watch)

    def put(self, *records) -> None:
        with self.store.unit() as unit:
            unit.put_all(records)
            unit.commit("Test", Topic.ATTENDEES)
        self.service.refresh(self.event.id)

    def add(self, name: str, **fields) -> Attendee:
        self.made += 1
        number = self.made
        person = with_spelling(Person(name=name))
        unit = Organisation(full_name="示例研究院", name_other="Example Institute")
        guest = Attendee(
            event_id=self.event.id,
            person_id=person.id,
            number=f"{number:04d}",
            token=f"{7919 * number:010d}",
            registered_at=OPENING - timedelta(days=30),
            **{"category_id": self.delegate.id, **fields},
        )
        position = Position(person_id=person.id, organisation_id=unit.id, title="副院长")
        self.put(person, unit, position, guest)
        self.guests[name] = guest
        return guest

    def set_point(self, **fields) -> None:
        self.point = replace(self.point, **fields)
        self.put(self.point)

    def add_point(self, name: str, **fields) -> CheckPoint:
        point = CheckPoint(event_id=self.event.id, name=name, position=1, **fields)
        self.put(point)
        return point

    def set_guest(self, name: str, **fields) -> Attendee:
        self.guests[name] = replace(self.guests[name], **fields)
        self.put(self.guests[name])
        return self.guests[name]

    def code(self, name: str, serial: int | None = None) -> str:
        guest = self.guests[name]
        return sign(self.key.tag, self.key.key, guest.token, serial or guest.serial)

    def station(
        self, name: str = "入口 1", operator: str = "小陈", point_id: UUID | None = None
    ) -> Station:
        return self.service.open_station(self.event.id, point_id or self.point.id, name, operator)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def summit(store: Store, watch: Watch) -> Summit:
    made = new_summit(store, watch)
    made.add("欧阳明远", seat="B 区 3 排 12 座", door_note="请引导至贵宾室")
    made.add("王磊")
    made.add("仇凯", status=AttendeeStatus.CANCELLED)
    return made


def new_summit(store: Store, watch: Watch) -> Summit:
    """Put an event with an entrance and nobody registered into an empty file."""
    event = Event(
        name="示例高峰论坛",
        name_other="Example Summit",
        first_day=date(2024, 5, 22),
        last_day=date(2024, 5, 23),
        created_at=OPENING,
    )
    key = EventKey(event_id=event.id, tag="0417", key="5a" * 32)
    made = Summit(
        store,
        watch,
        event,
        key,
        CheckPoint(event_id=event.id, name="主会场入口", name_other="Main entrance"),
        Category(event_id=event.id, name="代表", name_other="Delegate"),
        Category(event_id=event.id, name="工作人员", name_other="Staff", position=1),
        Forum(event_id=event.id, name="数据要素论坛", name_other="Data forum"),
    )
    made.put(event, key, made.point, made.delegate, made.staff, made.forum)
    return made


@pytest.fixture
def station(summit: Summit) -> Station:
    return summit.station()


@pytest.fixture
def door(qtbot, summit, station, watch) -> Iterator[StationPresenter]:
    from ui.check_in.station_presenter import StationPresenter
    from ui.check_in.station_window import StationWindow

    window = StationWindow()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    categories = [summit.delegate, summit.staff]
    presenter = StationPresenter(window, station, ZoneInfo("Asia/Shanghai"), watch, categories)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    yield presenter
    window.close()


@pytest.fixture
def window(door) -> StationWindow:
    return door.parent()
