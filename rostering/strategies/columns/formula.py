"""Truths about one person's line, as formulas over days that are read day by day.

A leaf says which of a day's options make it true. Reading a day puts its option in and simplifies
what is left, so that the formulas that can be left are the states of an automaton (formula
progression; Bacchus and Kabanza 2000).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Leaf(NamedTuple):
    """True when the day's option is in ``mask``, a bit for each option."""

    day: int
    mask: int


class Gate(NamedTuple):
    """All parts (``every``) or at least one; parts are sorted and distinct."""

    every: bool
    parts: tuple[Leaf | Gate, ...]


Formula = bool | Leaf | Gate


class Formulas:
    """Makes and reads formulas over days with known numbers of options."""

    def __init__(self, full: dict[int, int]) -> None:
        self._full = full

    def leaf(self, day: int, mask: int) -> Formula:
        """Return that the day's option is in a mask."""
        if mask == 0:
            return False
        return True if mask == self._full[day] else Leaf(day, mask)

    def negated(self, formula: Formula) -> Formula:
        """Return the opposite of a formula."""
        if isinstance(formula, bool):
            return not formula
        if isinstance(formula, Leaf):
            return self.leaf(formula.day, self._full[formula.day] & ~formula.mask)
        return self.joined(not formula.every, (self.negated(part) for part in formula.parts))

    def joined(self, every: bool, parts: Iterable[Formula]) -> Formula:
        """Return the conjunction (``every``) or disjunction of formulas, simplified."""
        masks: dict[int, int] = {}
        kept: set[Leaf | Gate] = set()
        for part in parts:
            if isinstance(part, bool):
                if part is not every:
                    return part
            elif isinstance(part, Gate) and part.every is not every:
                kept.add(part)
            else:
                for inner in part.parts if isinstance(part, Gate) else (part,):
                    self._take(masks, kept, inner, every)
        return self._gate(every, masks, kept)

    def _take(
        self, masks: dict[int, int], kept: set[Leaf | Gate], part: Leaf | Gate, every: bool
    ) -> None:
        if isinstance(part, Gate):
            kept.add(part)
        elif part.day not in masks:
            masks[part.day] = part.mask
        elif every:
            masks[part.day] &= part.mask
        else:
            masks[part.day] |= part.mask

    def _gate(self, every: bool, masks: dict[int, int], kept: set[Leaf | Gate]) -> Formula:
        for day, mask in masks.items():
            leaf = self.leaf(day, mask)
            if isinstance(leaf, bool):
                if leaf is not every:
                    return leaf
            else:
                kept.add(leaf)
        if not kept:
            return every
        if len(kept) == 1:
            return kept.pop()
        return Gate(every, tuple(sorted(kept, key=repr)))

    def read(self, formula: Formula, day: int, option: int) -> Formula:
        """Return what is left of a formula once a day's option is known."""
        if isinstance(formula, bool):
            return formula
        if isinstance(formula, Leaf):
            return bool(formula.mask >> option & 1) if formula.day == day else formula
        if all(first_day(part) > day for part in formula.parts):
            return formula
        return self.joined(formula.every, [self.read(p, day, option) for p in formula.parts])


def masks(formula: Formula) -> Iterable[Leaf]:
    """Yield the leaves of a formula."""
    if isinstance(formula, Leaf):
        yield formula
    elif isinstance(formula, Gate):
        for part in formula.parts:
            yield from masks(part)


def first_day(formula: Leaf | Gate) -> int:
    """Return the first day that a formula speaks of."""
    return min(leaf.day for leaf in masks(formula))


def last_day(formula: Leaf | Gate) -> int:
    """Return the last day that a formula speaks of."""
    return max(leaf.day for leaf in masks(formula))
