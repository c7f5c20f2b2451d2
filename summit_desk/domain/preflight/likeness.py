"""Finds registrations that look like one person, in one walk over the whole roll."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial

from summit_desk.domain.preflight.snapshot import Likeness
from summit_desk.domain.progress import SILENT, Progress, in_steps

RollLine = tuple[str, str, str, str | None]
"""Key (hex), name, mobile number and key of the organisation (hex) of one attendee."""

MOST = 200  # groups of one likeness; the preflight names fewer


def alike(
    roll: Sequence[RollLine], progress: Progress = SILENT
) -> list[tuple[Likeness, tuple[str, ...]]]:
    """Return the keys of registrations that may be one person, with the reason.

    Raises Cancelled when `progress` says so.
    """
    lines = partial(in_steps, roll, progress)
    phones = _groups(lines, [line[2] or None for line in lines()])
    names = _groups(lines, [(line[1], line[3]) if line[3] else None for line in lines()])
    found = [(Likeness.PHONE, group) for group in phones]
    return found + [(Likeness.NAME_AND_UNIT, group) for group in names]


def _groups(
    lines: Callable[[], Iterator[RollLine]], likenesses: Sequence[Hashable | None]
) -> list[tuple[str, ...]]:
    """Return the keys of the lines that share what is not None."""
    counts = Counter(likenesses)
    counts.pop(None, None)
    groups: dict[Hashable, list[str]] = defaultdict(list)
    if len(counts) < len(likenesses):  # else nobody shares anything
        for line, likeness in zip(lines(), likenesses, strict=True):
            if counts[likeness] > 1:
                groups[likeness].append(line[0])
    return [tuple(group) for group in groups.values()][:MOST]
