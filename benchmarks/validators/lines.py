"""A person's line cut into runs: how long each is and whether it touches an end of the horizon."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

Cell = str | None
"""The shift of a day, None for a free day."""


@dataclass(frozen=True, slots=True)
class Run:
    """Days ``first`` to ``last`` (from zero, both included) that are alike in ``kind``."""

    kind: object
    first: int
    last: int

    @property
    def length(self) -> int:
        """Number of days."""
        return self.last - self.first + 1


def runs(cells: Sequence[Cell], kind: Callable[[Cell], object]) -> list[Run]:
    """Return the longest stretches of days whose ``kind`` is the same, in order."""
    found = []
    for alike, group in groupby(enumerate(cells), key=lambda pair: kind(pair[1])):
        days = [day for day, _ in group]
        found.append(Run(alike, days[0], days[-1]))
    return found


def worked(cell: Cell) -> bool:
    """Return whether there is a shift on the day."""
    return cell is not None
