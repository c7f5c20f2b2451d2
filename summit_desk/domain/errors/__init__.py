"""Known failures: one class per case that a person can act on, with its whole sentence.

Each sentence says what happened, what was not lost and what to do next.
"""

from summit_desk.domain.errors.base import (
    DeskError,
    InUse,
    Invalid,
    Missing,
    MovedOn,
    NothingToUndo,
    Problem,
    StillNeeded,
)

__all__ = [
    "DeskError",
    "InUse",
    "Invalid",
    "Missing",
    "MovedOn",
    "NothingToUndo",
    "Problem",
    "StillNeeded",
]
