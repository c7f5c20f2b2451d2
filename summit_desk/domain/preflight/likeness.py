"""Finds registrations that look like one person, in one walk over the whole roll."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

from summit_desk.domain.preflight.snapshot import Likeness

RollLine = tuple[str, str, str, str | None]
"""Key (hex), name, mobile number and key of the organisation (hex) of one attendee."""

MOST = 200  # groups of one likeness; the preflight names fewer


def alike(roll: Sequence[RollLine]) -> list[tuple[Likeness, tuple[str, ...]]]:
    """Return the keys of registrations that may be one person, with the reason."""
    phones = _groups(roll, [line[2] or None for line in roll])
    names = _groups(roll, [(line[1], line[3]) if line[3] else None for line in roll])
    found = [(Likeness.PHONE, group) for group in phones]
    return found + [(Likeness.NAME_AND_UNIT, group) for group in names]


def _groups(
    roll: Sequence[RollLine], likenesses: Sequence[Hashable | None]
) -> list[tuple[str, ...]]:
    """Return the keys of the lines that share what is not None."""
    counts = Counter(likenesses)
    counts.pop(None, None)
    groups: dict[Hashable, list[str]] = defaultdict(list)
    if len(counts) < len(likenesses):  # else nobody shares anything
        for line, likeness in zip(roll, likenesses, strict=True):
            if counts[likeness] > 1:
                groups[likeness].append(line[0])
    return [tuple(group) for group in groups.values()][:MOST]
