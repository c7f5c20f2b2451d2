"""Keep the garbage collector out of work that makes millions of values and no cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock


@dataclass
class _Rest:
    """How many blocks keep the collector off now, in all threads together."""

    blocks: int = 0
    was_on: bool = False


_rest, _lock = _Rest(), Lock()


@contextmanager
def uncollected() -> Iterator[None]:
    """Let no collection run inside the block: each would visit all the fresh values again.

    Blocks of several threads may overlap; it goes on when the last has ended.
    """
    with _lock:
        if not _rest.blocks:
            _rest.was_on = gc.isenabled()
        _rest.blocks += 1
        gc.disable()
    try:
        yield
    finally:
        put_to_the_old()
        with _lock:
            _rest.blocks -= 1
            if not _rest.blocks and _rest.was_on:
                gc.enable()


def put_to_the_old() -> None:
    """Put the fresh values to the old ones without a visit to any."""
    gc.freeze()
    gc.unfreeze()
