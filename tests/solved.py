"""Bundled wards with a roster of the engine each, solved once in a process for all tests."""

from __future__ import annotations

from functools import cache

from fixtures import ward
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.solve import Budget, solve

_STEPS = {"tiny": 2.0, "small": 1.2}  # of work, not seconds: the same roster on every machine


@cache
def solved(name: str) -> tuple[Problem, Roster]:
    """Return a small bundled ward and a lawful roster of it, with its day codes."""
    problem = ward(name)
    budget = Budget(steps=_STEPS[name], seconds=None, workers=1)
    made = solve(problem, budget, strategy="cpsat" if name == "tiny" else "lns").roster
    assert made is not None
    return problem, made
