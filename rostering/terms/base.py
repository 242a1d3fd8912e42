"""The shape of a term: an id, a unit, a measure and a post; weights and thresholds as data."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import product
from typing import Any, Literal

from rostering.domain.duty import Duty
from rostering.domain.findings import Cause
from rostering.domain.line import Line, Plan
from rostering.verbs import Literal as Lit
from rostering.verbs import UnitVerbs, Verbs


@dataclass(frozen=True, slots=True)
class Term:
    """A named goal; fewer is better and 0 means that nothing avoidable is left.

    Parameters
    ----------
    id
        Name in weights, files and reports.
    unit
        What ``value`` counts.
    scope
        ``employee``: measured on each line; ``unit``: on the whole plan.
    measure
        Yields a cause for each part of the value.
    post
        Says the same to a solver; ``weight`` is the points of one unit.
    """

    id: str
    unit: str
    scope: Literal["employee", "unit"]
    measure: Callable[[Any], Iterator[Cause]]
    post: Callable[[Any, int], None]


def employee_term(
    name: str,
    unit: str,
    measure: Callable[[Line], Iterator[Cause]],
    post: Callable[[Verbs, int], None],
) -> Term:
    """Return a term that is the sum of what it measures on each person's line."""
    return Term(name, unit, "employee", measure, post)


def unit_term(
    name: str,
    unit: str,
    measure: Callable[[Plan], Iterator[Cause]],
    post: Callable[[UnitVerbs, int], None],
) -> Term:
    """Return a term that is measured on the whole plan."""
    return Term(name, unit, "unit", measure, post)


@lru_cache(maxsize=1)
def defaults() -> dict[str, dict[str, int]]:
    """Return the shipped weights (points a unit) and thresholds."""
    text = (resources.files("rostering.terms") / "defaults.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def threshold(name: str) -> int:
    """Return a threshold of the shipped table."""
    return defaults()["thresholds"][name]


def short_rests(line: Line) -> Iterator[tuple[Duty, Duty]]:
    """Yield each duty of the period with one that ends too shortly before it, the earlier first."""
    least = threshold("quick_return")
    for number, late in enumerate(line.duties):
        if late.day >= 0:
            for early in line.before(number, least):
                if 0 <= late.start - early.end < least:
                    yield early, late


def posted_short_rests(verbs: Verbs) -> Iterator[tuple[Lit, Lit]]:
    """Yield the literals of each such pair that a solver may make."""
    least = threshold("quick_return")
    for day in range(verbs.index.days):
        before = [slot for back in (2, 1, 0) for slot in verbs.slots(day - back)]
        for (early, first), (late, second) in product(before, verbs.slots(day)):
            if late.start - least < early.end <= late.start:
                yield first, second
