"""The smallest part of something that still fails: divide and drop (Zeller's delta debugging)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def minimal(units: Sequence[T], fails: Callable[[Sequence[T]], bool]) -> list[T]:
    """Return units that fail together and of which none can be left out.

    Large parts are dropped first, later ones before earlier ones, so that what stands first is
    kept where there is a choice. ``fails(units)`` must hold, and adding units to what fails must
    not mend it; where it may (a test that gives up in time), what is returned still fails.

    Source: A. Zeller, R. Hildebrandt, Simplifying and isolating failure-inducing input, 2002.
    """
    kept = list(units)
    size = max(1, len(kept) // 2)
    while True:
        end = len(kept)
        while end > 0:
            first = max(0, end - size)
            rest = kept[:first] + kept[end:]
            if len(kept) > 1 and fails(rest):
                kept = rest
            end = first
        if size == 1:
            return kept
        size = max(1, min(size // 2, len(kept) // 2))
