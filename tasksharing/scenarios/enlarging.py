"""Positions that become larger: what that does to a planning problem, and when it cannot be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from rostering.domain.people import Person, Position
from rostering.domain.problem import Problem
from rostering.errors import Fault
from tasksharing.domain.consistency import unknown
from tasksharing.scenarios.changes import Enlarge
from tasksharing.scenarios.scenario import Scenario

FULL = 100


def enlarged(problem: Problem, scenario: Scenario) -> Problem:
    """Return the problem with its people's positions as large as a scenario makes them."""
    more: dict[str, float] = defaultdict(float)
    for change in scenario.changes:
        if isinstance(change, Enlarge):
            for person in change.people:
                more[person] += change.percent
    if not more:
        return problem
    start = problem.horizon.start
    people = tuple(_larger(person, more.get(person.id, 0.0), start) for person in problem.people)
    return problem.model_copy(update={"people": people})


def faults(where: str, change: Enlarge, problem: Problem) -> Iterator[Fault]:
    """Yield whose position cannot be made larger."""
    people = {person.id: person for person in problem.people}
    yield from unknown("person", change.people, list(people), f"{where}.people")
    for one in change.people:
        if one in people:
            held = percent(people[one], problem.horizon.start)
            if not held:
                yield Fault(
                    f"{where}.people", f"{one!r}, without a position", "one with a position"
                )
            elif held + change.percent > FULL:
                found = f"{one!r} with {held:g} %, and {change.percent:g} more"
                yield Fault(f"{where}.percent", found, f"at most {FULL - held:g} more")


def percent(person: Person, day: date) -> float:
    """Return a person's position on a date, all positions together, in percent."""
    return sum(position.percent for position in person.positions if position.holds_on(day))


def _larger(person: Person, more: float, day: date) -> Person:
    held = next((position for position in person.positions if position.holds_on(day)), None)
    if held is None or not more:
        return person
    larger: Position = held.model_copy(update={"percent": round(held.percent + more, 2)})
    positions = tuple(larger if position is held else position for position in person.positions)
    return person.model_copy(update={"positions": positions})
