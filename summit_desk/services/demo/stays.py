"""What the demo's registrations say of fee, room, meals, travel, invoice, seat and company."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from summit_desk.domain.event_lists import WordList, usual_words
from summit_desk.domain.numbers import is_credit_code
from summit_desk.domain.records import (
    AttendeeGroup,
    Event,
    FeeStatus,
    Person,
    Position,
    Record,
    Setting,
)
from summit_desk.services.demo.seed import Seed

HOTELS = ("示例国际大酒店", "示例商务酒店")
STATIONS = ("虹桥火车站", "虹桥机场", "浦东机场", "上海站")
ROOM_TYPES = ("标准间", "标准间", "大床房")
TRAINS, FLIGHTS = ("G3", "G107", "G7324", "D3125"), ("MU5102", "CA1501", "FM9310", "CZ3523")
PAYMENTS = ("微信", "微信", "转账", "公务卡", "支付宝")
INVOICES = ("普票", "普票", "专票")
FEES = {"delegate": 1_200_00, "exhibitor": 3_000_00, "observer": 600_00}
PAID = (FeeStatus.PAID,) * 7 + (FeeStatus.UNPAID,) * 2 + (FeeStatus.REFUNDED,)
COMPANIONS = 5  # of the first people on the stage
GROUPS, SMALLEST, LARGEST = 8, 3, 12  # delegations, and how many belong to one
FLOORS, ROOMS = range(5, 19), range(1, 29)
SEATS_IN_A_ROW = 20
ARRIVING, ENDING = date(2024, 5, 21), date(2024, 5, 23)
_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_FIELDS = ("智能制造", "工业软件", "数据服务", "跨境物流", "绿色能源")


@dataclass
class Stays:
    """Deals these facts out, the same ones every time; `chance` is a stream of its own."""

    chance: Seed
    event: Event
    groups: Mapping[UUID, UUID] = field(default_factory=dict)  # of a person
    seated: int = 0
    guests: list[UUID] = field(default_factory=list)  # registrations of people on the stage
    followed: int = 0
    taxes: dict[str, str] = field(default_factory=dict)
    meals: Sequence[str] = ()

    def __post_init__(self) -> None:
        """Read which meals the event has."""
        meals = usual_words(WordList.MEAL, self.event)
        self.meals = [meal for meal in meals if "早餐" not in meal]

    def of(self, person: Person, category: str, *, invited: bool) -> dict[str, Any]:
        """Return what everybody's registration says."""
        chance, pick = self.chance.random.random, self.chance.pick
        fee = FEES.get(category)
        status = pick(PAID) if fee else FeeStatus.WAIVED
        paid = status in (FeeStatus.PAID, FeeStatus.REFUNDED)
        meals = [meal for meal in self.meals if chance() < 0.8]  # noqa: PLR2004 -- a share
        return {
            "fee_status": status,
            "fee": fee,
            "payment_method": pick(PAYMENTS) if paid else "",
            "meals": tuple(meals),
            "shares_phone": chance() < 0.7,  # noqa: PLR2004 -- a share
            "seat": self._seat(),
            "group_id": self.groups.get(person.id),
            "companion_of_id": None if invited else self._guest(category),
        }

    def from_afar(self, person: Person, unit: str, *, invited: bool) -> dict[str, Any]:
        """Return what somebody from out of town needs besides."""
        pick = self.chance.pick
        return {
            "needs_hotel": True,
            "hotel": HOTELS[0] if invited else pick(HOTELS),
            "hotel_room": f"{pick(FLOORS)}{pick(ROOMS):02}",
            "room_type": pick(ROOM_TYPES),
            "hotel_from": ARRIVING,
            "hotel_to": ENDING,
            **self._journey(invited=invited),
            **(self._invoice(person, unit) if unit else {}),
        }

    def _seat(self) -> str:
        row, number = divmod(self.seated, SEATS_IN_A_ROW)
        self.seated += 1
        return f"主会场 {row + 1}排{number + 1}座"  # as a Seat is stored

    def _guest(self, category: str) -> UUID | None:
        """Return whom the next of the staff accompanies: the first people on the stage."""
        if category != "staff" or self.followed >= min(COMPANIONS, len(self.guests)):
            return None
        self.followed += 1
        return self.guests[self.followed - 1]

    def _journey(self, *, invited: bool) -> dict[str, Any]:
        pick = self.chance.pick
        there, back = pick(STATIONS), pick(STATIONS)
        return {
            "arrival_at": datetime.combine(ARRIVING, _moment(self.chance, 10, 21)),
            "arrival_by": pick(FLIGHTS if "机场" in there else TRAINS),
            "arrival_place": there,
            "needs_pickup": invited or self.chance.random.random() < 0.3,  # noqa: PLR2004 -- a share
            "departure_at": datetime.combine(ENDING, _moment(self.chance, 14, 20)),
            "departure_by": pick(FLIGHTS if "机场" in back else TRAINS),
            "departure_place": back,
            "needs_dropoff": invited,
        }

    def _invoice(self, person: Person, unit: str) -> dict[str, Any]:
        known = self.taxes.get(unit)
        if known is None:
            known = self.taxes[unit] = _tax_number(self.chance)
        missing = self.chance.random.random() < 0.1  # noqa: PLR2004 -- somebody forgets it
        return {
            "invoice_title": unit,
            "tax_number": "" if missing else known,
            "invoice_kind": self.chance.pick(INVOICES),
            "invoice_email": person.email,
        }


def delegations(
    chance: Seed, event: Event, crowd: Sequence[tuple[Person, Position]], units: Mapping[UUID, str]
) -> tuple[list[AttendeeGroup], dict[UUID, UUID]]:
    """Return the groups of a few units, and who of the crowd belongs to which."""
    members: dict[UUID, list[UUID]] = defaultdict(list)
    for person, position in crowd:
        if position.organisation_id is not None:
            members[position.organisation_id].append(person.id)
    sizes = Counter({unit: len(people) for unit, people in members.items()})
    chosen = [unit for unit, size in sizes.most_common(GROUPS) if size >= SMALLEST]
    groups, belongs = [], {}
    for at, unit in enumerate(chosen):
        people = members[unit][:LARGEST]
        group = AttendeeGroup(
            id=chance.key(),
            event_id=event.id,
            name=f"{units[unit]}代表团",
            organisation_id=unit,
            contact_person_id=people[0],
            position=at,
        )
        groups.append(group)
        belongs.update(dict.fromkeys(people, group.id))
    return groups, belongs


def own_lists(chance: Seed, event: Event) -> Iterator[Record]:
    """Yield the lists of words that the demo's event keeps."""
    for kind, words in ((WordList.HOTEL, HOTELS), (WordList.STATION, STATIONS)):
        yield Setting(id=chance.key(), event_id=event.id, key=kind.setting, value=list(words))


def own_values(chance: Seed) -> dict[str, object]:
    """Return what a registration says in the fields that the event added of other kinds."""
    values: dict[str, object] = {}
    if chance.random.random() < 0.25:  # noqa: PLR2004 -- a share
        values["plate"] = f"沪A{chance.digits(5)}"
    count = int(chance.random.random() * 3)
    wanted = dict.fromkeys(chance.pick(_FIELDS) for _each in range(count))
    if wanted:
        values["matching"] = list(wanted)
    return values


def _moment(chance: Seed, first: int, last: int) -> time:
    minutes = int(chance.random.random() * (last - first) * 12) * 5
    return time(first + minutes // 60, minutes % 60)


def _tax_number(chance: Seed) -> str:
    """Return an invented code with the right check character."""
    body = f"91310000MA{chance.digits(7)}"
    return next(body + last for last in _LETTERS if is_credit_code(body + last))
