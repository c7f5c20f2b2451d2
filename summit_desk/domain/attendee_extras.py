"""What a list of attendees shows only when its columns were chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from summit_desk.domain.records import FeeStatus, Sex


@dataclass(frozen=True, kw_only=True, slots=True)
class AttendeeExtra:
    """The rest of a registration and its person, as far as a list can show it."""

    sex: Sex | None = None
    mobile: str = ""
    phone: str = ""
    email: str = ""
    rank: int = 100
    group: str = ""
    seat: str = ""
    fee_status: FeeStatus | None = None
    fee: int | None = None  # in hundredths
    needs_hotel: bool | None = None
    hotel: str = ""
    hotel_room: str = ""
    hotel_from: date | None = None
    hotel_to: date | None = None
    diet: str = ""
    arrival_at: datetime | None = None
    arrival_by: str = ""
    departure_at: datetime | None = None
    departure_by: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    custom: Mapping[str, object] = field(default_factory=dict)


NO_EXTRA = AttendeeExtra()
