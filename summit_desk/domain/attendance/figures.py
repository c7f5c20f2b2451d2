"""The heads of check-in points and of forums, as an attendance list tells them."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime

from summit_desk.domain.check_in.doors import Door
from summit_desk.domain.records import CheckPoint, Forum
from summit_desk.support.i18n import _, in_words


@dataclass(frozen=True)
class PointDay:
    """A point, or one day of a point where each day begins anew.

    `moment` is within that day and asks the rules for it. Entries count from `since` and before
    `until`. `end` is until when somebody still inside is counted, None where leaving isn't
    scanned.
    """

    door: Door
    moment: datetime
    day: date | None = None
    since: datetime | None = None
    until: datetime | None = None
    end: datetime | None = None

    @property
    def point(self) -> CheckPoint:
        return self.door.point

    def words(self) -> str:
        """Return what the point is called, behind its day if it has one: tabs cut long names."""
        name = in_words(self.point.name, self.point.name_other)
        if self.day is None:
            return name
        return _("{day} {point}").format(point=name, day=f"{self.day:%m-%d}")


@dataclass(frozen=True, kw_only=True)
class PointFigures:
    """The heads of a point: `unexpected` came though they were not expected there.

    `inside` is None where leaving isn't scanned; `steps` are the first entries by five minutes.
    """

    place: PointDay
    expected: int
    arrived: int
    unexpected: int
    absent: int
    inside: int | None
    first: datetime | None
    last: datetime | None
    steps: Counter[datetime] = field(default_factory=Counter)

    @property
    def share(self) -> float | None:
        """How many of those expected have come, of one."""
        return (self.arrived - self.unexpected) / self.expected if self.expected else None


@dataclass(frozen=True, kw_only=True)
class ForumFigures:
    """The heads of a forum: who is registered, and who was let in at a point of it.

    `unregistered` were let in without a place in the forum. `came` is None where the forum has
    no point. The main forum `is_open`: everybody who means to come counts as registered.
    """

    forum: Forum
    points: tuple[CheckPoint, ...]
    registered: int
    came: int | None
    unregistered: int | None
    is_open: bool = False

    @property
    def share(self) -> float | None:
        """How many of those registered have come, of one."""
        return self.came / self.registered if self.registered and self.came is not None else None
