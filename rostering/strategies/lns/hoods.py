"""Which cells to free: by people, by days, and where the roster costs most."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from rostering.strategies.lns.cells import Cells
from rostering.strategies.lns.incumbent import Incumbent
from rostering.strategies.lns.table import Ints

_WINDOWS = (2, 4, 7, 14, 28)  # days


@dataclass(frozen=True, slots=True)
class View:
    """What a neighbourhood is chosen from; ``size`` is the open literals aimed at."""

    cells: Cells
    incumbent: Incumbent
    rng: random.Random
    size: int


def wide(view: View) -> Ints:
    """Free a few people on all days, or on as many as there is room for."""
    first = view.rng.randrange(len(view.cells.people))
    return _fill(view, _shuffled(view, [first]), 0, view.cells.days, least=2)


def alike(view: View) -> Ints:
    """Free a few people who can do the same work, on all days or a long window."""
    first = view.rng.randrange(len(view.cells.people))
    return _fill(view, view.cells.peers(first, view.rng), 0, view.cells.days, least=2)


def tall(view: View) -> Ints:
    """Free everybody on a few days."""
    cells = view.cells
    each = max(1, len(cells.literals) // cells.days)
    width = min(cells.days, max(1, view.size // each))
    first = view.rng.randrange(cells.days - width + 1)
    return _fill(view, _shuffled(view, []), first, first + width, least=1)


def block(view: View) -> Ints:
    """Free some people who can do the same work in a window of days to four weeks."""
    first, end = _window(view, view.rng.randrange(view.cells.days))
    who = view.rng.randrange(len(view.cells.people))
    return _fill(view, view.cells.peers(who, view.rng), first, end, least=2)


def mixed(view: View) -> Ints:
    """Free some people in a window of days to four weeks."""
    first, end = _window(view, view.rng.randrange(view.cells.days))
    return _fill(view, _shuffled(view, []), first, end, least=2)


def worst(view: View) -> Ints:
    """Free the people and days of a costly row, and others who may help there."""
    who, days = _costly(view)
    first, end = _window(view, view.rng.choice(days))
    named = list(dict.fromkeys(who))
    view.rng.shuffle(named)
    keep = named[: view.rng.randint(1, 4)]
    return _fill(view, _helped(view, keep, named), first, end, least=2)


def worst_line(view: View) -> Ints:
    """Free somebody who costs most on all days, with people who can do the same work."""
    who, days = _costly(view)
    person = view.rng.choice(who)
    cells = view.cells
    each = max(1, len(cells.literals) // len(cells.people))
    width = min(cells.days, max(7, view.size * cells.days // (3 * each)))
    first = max(0, min(cells.days - width, view.rng.choice(days) - view.rng.randrange(width)))
    return _fill(view, cells.peers(person, view.rng), first, first + width, least=1)


Hood = Callable[[View], Ints]
HOODS: dict[str, Hood] = {
    "wide": wide,
    "alike": alike,
    "tall": tall,
    "block": block,
    "mixed": mixed,
    "worst": worst,
    "worst_line": worst_line,
}
AIMED = ("worst", "worst_line")
"""Those that free what costs most, or while rules are broken what breaks them."""


def _shuffled(view: View, ahead: Sequence[int]) -> list[int]:
    rest = [p for p in range(len(view.cells.people)) if p not in ahead]
    view.rng.shuffle(rest)
    return [*ahead, *rest]


def _helped(view: View, keep: Sequence[int], named: Sequence[int]) -> list[int]:
    """Return people to free: some of a row, those like them, then the rest."""
    peers = view.cells.peers(keep[0], view.rng)
    order = [*keep, *(named if view.rng.random() < 0.5 else ()), *peers]
    return list(dict.fromkeys(order))


def _window(view: View, day: int) -> tuple[int, int]:
    """Return a window of some length around a day, inside the horizon."""
    days = view.cells.days
    width = min(days, view.rng.choice(_WINDOWS))
    first = max(0, min(days - width, day - view.rng.randrange(width)))
    return first, first + width


def _fill(view: View, people: Sequence[int], first: int, end: int, least: int) -> Ints:
    """Free people in turn until the size is reached; narrow the days when they are too many."""
    cells, chosen, used = view.cells, [], 0
    for person in people:
        chosen.append(person)
        used += cells.size(person, first, end)
        if used >= view.size and len(chosen) >= least:
            break
    while used > 2 * view.size and end - first > 1:
        width = max(1, (end - first) * view.size // used)
        first += view.rng.randrange(end - first - width + 1)
        end = first + width
        used = sum(cells.size(person, first, end) for person in chosen)
    return cells.within(sorted(chosen), first, end)


def _costly(view: View) -> tuple[list[int], list[int]]:
    """Return people and days of a row chosen by what it costs; anybody when nothing does."""
    incumbent, cells = view.incumbent, view.cells
    cost = incumbent.row_debt if incumbent.debt else incumbent.row_points
    rows = np.flatnonzero(cost)
    if len(rows):
        weights = np.sqrt(cost[rows]).cumsum()
        row = rows[np.searchsorted(weights, view.rng.random() * weights[-1])]
        found = incumbent.statements.duties_of(int(row))
        if len(found):
            said = incumbent.statements
            return said.who[found].tolist(), said.day[found].tolist()
    return [view.rng.randrange(len(cells.people))], [view.rng.randrange(cells.days)]
