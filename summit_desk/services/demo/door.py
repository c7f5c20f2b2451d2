"""The demo's scans: on the eve people fetch their conference bags; nobody is inside yet."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from summit_desk import __version__
from summit_desk.domain.badge_codes import sign
from summit_desk.domain.records import Attendee, AttendeeStatus, Scan
from summit_desk.domain.verdicts import Verdict
from summit_desk.services.demo.frame import Frame
from summit_desk.services.demo.seed import Seed

EVE = datetime(2024, 5, 21, 6, 0, tzinfo=UTC)
MOST = 72
STATIONS = (("报到台 1", "示例志愿者甲"), ("报到台 2", "示例志愿者乙"))
SHARE = 4  # one in so many comes on the eve
AGAIN = (11, 37)  # who comes twice
STRANGE = {
    5: (Verdict.UNKNOWN, "https://example.com/wifi"),
    29: (Verdict.UNKNOWN, "6901234567892"),
}


def scans(seed: Seed, frame: Frame, attendees: Sequence[Attendee]) -> Iterator[Scan]:
    """Yield the scans in the order they happened."""
    able = [each for each in attendees if each.status is AttendeeStatus.CONFIRMED]
    log = _Log(seed, frame)
    log.open("bags", EVE)
    for number, attendee in enumerate(seed.random.sample(able, min(MOST, len(able) // SHARE))):
        yield log.scan(attendee, Verdict.OK_IN)
        if number in AGAIN:
            yield log.scan(attendee, Verdict.DUPLICATE)
        if number in STRANGE:
            verdict, code = STRANGE[number]
            yield log.scan(None, verdict, code)


class _Log:
    """Counts the time and each station's sequence."""

    def __init__(self, seed: Seed, frame: Frame) -> None:
        self._seed, self._frame = seed, frame
        self._at, self._point = EVE, frame.points["entrance"]
        self._sequences = dict.fromkeys((station for station, _operator in STATIONS), 0)

    def open(self, point: str, at: datetime) -> None:
        """Scan at another point from now on."""
        self._at, self._point = at, self._frame.points[point]

    def scan(self, attendee: Attendee | None, verdict: Verdict, code: str = "") -> Scan:
        """Return the next scan."""
        self._at += timedelta(seconds=self._seed.random.randrange(8, 240))
        station, operator = self._seed.pick(STATIONS)
        self._sequences[station] += 1
        secret = self._frame.secret
        if attendee is not None:
            code = sign(secret.tag, secret.key, attendee.token, attendee.serial)
        return Scan(
            id=self._seed.key(),
            event_id=self._frame.event.id,
            point_id=self._point.id,
            attendee_id=attendee.id if attendee else None,
            code=code,
            verdict=verdict.value,
            station=station,
            operator=operator,
            at=self._at,
            sequence=self._sequences[station],
            version=__version__,
        )
