"""Keys as they come in, put together into scans and typed text: timing tells which.

A scanner types its code in one burst and ends it with CR, LF or TAB, or simply stops. A person
is slower than that, so a burst of six keys can't be a person's.
"""

from dataclasses import dataclass, field

SILENCE_MS = 80
FEWEST = 6
FAST_MS = 35  # mean gap between keys of a burst that ends with a terminator
STRANGE_MS = 10_000  # the window system's clock was set, or began again
CARD_BEGINS, CARD_ENDS = "BEGIN:VCARD", "END:VCARD"


@dataclass(frozen=True)
class Burst:
    """Keys that came without a pause; `physical` are the digits by their place on the keyboard."""

    text: str
    physical: str
    by_scanner: bool


class KeyClock:
    """Tells when a key was typed, which is earlier than it is read when the window was busy."""

    def __init__(self) -> None:
        self._ahead = float("inf")  # of our clock; the least that was seen is without any wait

    def typed_at(self, stamp: int, now: float) -> float:
        """Return the time on our clock; `stamp` is the window system's, 0 where it tells none."""
        if not stamp:
            return now
        ahead = now - stamp
        if ahead < self._ahead or ahead - self._ahead > STRANGE_MS:
            self._ahead = ahead
        return stamp + self._ahead


@dataclass
class Keystrokes:
    """Collects one burst at a time. Times are milliseconds of any steady clock."""

    _text: list[str] = field(default_factory=list)
    _physical: list[str] = field(default_factory=list)
    _first: float = 0.0
    _last: float = 0.0

    def __len__(self) -> int:
        """Return how many characters the burst has so far."""
        return len(self._text)

    def add(self, text: str, at: float, physical: str = "") -> Burst | None:
        """Add what a key wrote; return the burst that a pause before it ended, if any."""
        ended = self.end(at, terminated=False) if self.is_over(at) else None
        if not self._text:
            self._first = at
        self._text += text
        self._physical.append(physical)
        self._last = at
        return ended

    def is_over(self, at: float) -> bool:
        """Say whether the burst has been silent long enough."""
        return bool(self._text) and at - self._last >= SILENCE_MS

    def terminator(self, at: float) -> Burst | None:
        """Take a CR, LF or TAB; return the burst it ends (a contact card has lines of its own)."""
        text = "".join(self._text).upper()
        if text.lstrip().startswith(CARD_BEGINS) and CARD_ENDS not in text:
            self.add("\n", at)
            return None
        return self.end(at, terminated=True)

    def end(self, at: float, *, terminated: bool) -> Burst | None:
        """End the burst and return it; None when there was none."""
        if not self._text:
            return None
        count = len(self._text)
        gap = (self._last - self._first) / max(1, count - 1)
        prompt = terminated and at - self._last < SILENCE_MS
        held = len(set(self._text)) == 1  # a key that somebody leans on repeats as fast
        fast = count >= FEWEST or (prompt and count > 1 and gap <= FAST_MS)
        by_scanner = fast and not held
        burst = Burst("".join(self._text), "".join(self._physical), by_scanner)
        self._text, self._physical = [], []
        return burst
