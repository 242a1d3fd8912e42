"""Why a group may not take over a task, in words that tell what to do about it."""

from __future__ import annotations

from typing import NamedTuple

from rostering.errors import Fault
from tasksharing.domain.tasks import Route
from tasksharing.scenarios.permitted import Judge


class Receivers(NamedTuple):
    """Who would take over: people of a group who are on duty, or new staff of it."""

    group: str
    on_duty: bool


def why_not(where: str, task: str, to: Receivers, judge: Judge) -> Fault:
    """Return why nobody of the receivers may do a task on every day of the period."""
    unit = judge.book.unit
    start, end = judge.problem.horizon.start, judge.problem.horizon.end
    ways = judge.ways(task)
    if not any((one.task, one.unit) == (task, unit) for one in judge.book.approvals):
        guess = "the unit's head has not signed yet: `turnus tasks catalogue --approve`"
        return Fault(where, f"{task!r}, not approved in {unit}", "an approved task", guess)
    if not all(ways):
        guess = f"the approval ends before {end}, or begins after {start}"
        found = f"{task!r}, not approved on every day of the period"
        return Fault(where, found, f"an approval from {start} to {end}", guess)
    return _not_able(where, task, to, judge)


def _not_able(where: str, task: str, to: Receivers, judge: Judge) -> Fault:
    brings = frozenset(judge.book.group(to.group).brings)
    strictest = _strictest(judge.ways(task), brings)
    fits = [route for route in strictest if route.met_by(brings)]
    if not fits:
        asked = " / ".join(str(route) for route in strictest)
        guess = "another group is meant, or the head approves another minimum"
        return Fault(where, f"{task!r} to {to.group!r}", f"competence: {asked}", guess)
    if not to.on_duty:
        found = f"{task!r} to new staff of {to.group!r}, of whom nobody holds a delegation"
        guess = "a delegation is personal: with `slack` those on duty who hold one can take over"
        return Fault(where, found, "a personal delegation for the whole period", guess)
    if all(route.delegation for route in fits):
        end = judge.problem.horizon.end
        guess = f"the delegations have ended by {end} or are limited: renew them, or train first"
        found = f"{task!r} to {to.group!r}, of whom nobody holds a delegation that lasts"
        return Fault(where, found, "a personal delegation for the whole period", guess)
    asked = " / ".join(str(route) for route in fits)
    found = f"{task!r} to {to.group!r}, of whom nobody has it on every day of the period"
    guess = "the people of the ward do not hold what their group brings, or it ends"
    return Fault(where, found, f"competence: {asked}", guess)


def _strictest(ways: tuple[tuple[Route, ...], ...], brings: frozenset[str]) -> tuple[Route, ...]:
    """Return the ways of the day on which fewest fit, those without a delegation first."""

    def openness(here: tuple[Route, ...]) -> tuple[int, int]:
        fits = [route for route in here if route.met_by(brings)]
        return sum(not route.delegation for route in fits), len(fits)

    return min(ways, key=openness)
