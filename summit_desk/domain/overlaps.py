"""Which spans of time overlap: half-open, so that touching is no overlap."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from uuid import UUID

PARTNERS = 5  # a span names at most this many earlier ones, or a pile of n would be n² pairs


@dataclass(frozen=True, slots=True)
class Span:
    """What `id` occupies: from `start` until just before `end`."""

    id: UUID
    start: datetime
    end: datetime


def overlapping(spans: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield the pairs (earlier, later) that overlap, in O(n log n).

    A span names the earlier ones that are still running when it begins; of more than PARTNERS
    those that run longest. Every span that overlaps any other is in at least one pair.
    """
    ends = attrgetter("end")
    running: list[Span] = []  # by their end
    for span in sorted(spans, key=lambda span: (span.start, span.end, span.id)):
        if span.end <= span.start:
            continue
        del running[: bisect_right(running, span.start, key=ends)]
        for earlier in running[: -PARTNERS - 1 : -1]:
            yield earlier, span
        insort(running, span, key=ends)


def meet(one: Iterable[Span], other: Iterable[Span]) -> tuple[Span, Span] | None:
    """Return the first pair, one of each side, that overlaps."""
    lefts, rights = (sorted(side, key=lambda span: (span.start, span.end)) for side in (one, other))
    left = right = 0
    while left < len(lefts) and right < len(rights):
        a, b = lefts[left], rights[right]
        if a.start < b.end and b.start < a.end:
            return a, b
        # Whichever ends first meets nothing later on the other side.
        if a.end <= b.end:
            left += 1
        else:
            right += 1
    return None
