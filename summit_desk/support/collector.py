"""Keep the garbage collector out of work that makes millions of values and no cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let no collection run inside the block: each would visit all the fresh values again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # and unfreeze: the fresh values go to the old ones without a visit
        gc.unfreeze()
        if was_on:
            gc.enable()
