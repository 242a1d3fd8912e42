"""Rows of the staffing plan that lie within each other: nurses within everybody on a shift."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rostering.domain.demand import DemandRow

Parents = dict[str, str | None]
NONE_LESS: Mapping[str, int] = {}


class Nest:
    """How a unit's rows lie within each other, and how many heads they ask for together.

    A row lies within another when its shifts and its groups are among the other's: the same heads
    count in both. ``groups`` are the groups whose work a row stands for.
    """

    def __init__(self, rows: Iterable[DemandRow], groups: Mapping[str, frozenset[str]]) -> None:
        self._rows = {row.id: row for row in rows}
        self._groups = groups

    def parents(self, here: Iterable[str]) -> Parents:
        """Return, for rows that hold together, the narrowest that each lies within."""
        names = tuple(here)
        return {name: self._parent(name, names) for name in names}

    def heads(self, name: str, inside: Parents, less: Mapping[str, int]) -> int:
        """Return the heads that a row and those within it ask for, some asking for fewer."""
        own = self._rows[name].target - less.get(name, 0)
        return max(own, self.least(name, inside, less))

    def least(self, name: str, inside: Parents, less: Mapping[str, int]) -> int:
        """Return the heads that the rows within a row ask for."""
        parts = {one: self.heads(one, inside, less) for one, up in inside.items() if up == name}
        # a course may be that of somebody who is asked for already; a group's people are others
        courses = max((n for one, n in parts.items() if not self._groups[one]), default=0)
        return max(courses, sum(n for one, n in parts.items() if self._groups[one]))

    def share(self, one: str, other: str) -> bool:
        """Return whether a head may count in both rows."""
        shifts = set(self._rows[one].shifts) & set(self._rows[other].shifts)
        return bool(shifts) and bool(self._groups[one] & self._groups[other])

    def _parent(self, name: str, here: tuple[str, ...]) -> str | None:
        """Return the narrowest row that this one lies within; of equal rows, the first."""
        order = {one: number for number, one in enumerate(here)}
        wider = [
            one
            for one in here
            if self._within(name, one) and (not self._within(one, name) or order[one] < order[name])
        ]
        return min(wider, key=lambda one: (*self._size(one), -order[one]), default=None)

    def _within(self, one: str, other: str) -> bool:
        if one == other:
            return False
        shifts = set(self._rows[one].shifts) <= set(self._rows[other].shifts)
        return shifts and self._groups[one] <= self._groups[other]

    def _size(self, name: str) -> tuple[int, int]:
        return len(self._groups[name]), len(self._rows[name].shifts)
