"""The shape of a term: an id, a unit, a measure and a post; weights and thresholds as data."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

from rostering.domain.findings import Cause
from rostering.domain.line import Line, Plan
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
