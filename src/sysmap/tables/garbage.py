"""Python's garbage collector, paused while millions of rows are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["paused_garbage_collection"]


@contextmanager
def paused_garbage_collection() -> Iterator[None]:
    """Pause the garbage collector.

    It would walk through all the rows again and again, which are in use and form no cycles: that takes half of the
    time. Afterwards they count as old objects, as if it had seen them.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # Freezing and unfreezing moves all objects to the oldest generation without looking at them.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
