"""Who is there and what they may do once a scenario's training is done and its posts are gone."""

from __future__ import annotations

from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.scenarios.changes import Train, Vacate
from tasksharing.scenarios.legality import with_training
from tasksharing.scenarios.permitted import Judge
from tasksharing.scenarios.scenario import Scenario
from tasksharing.scenarios.staffing import staffed


def judge_of(problem: Problem, book: TaskBook, scenario: Scenario) -> Judge:
    """Return who may do what under a scenario: people have learnt what they are to, or left."""
    later = with_training(book, problem, scenario)
    people = {person.id for person in problem.people}
    known = [
        change
        for change in scenario.changes
        if isinstance(change, Train | Vacate) and set(change.people) <= people
        if not _backwards(change, problem)
    ]
    if not known:
        return Judge(later, problem)
    alone = scenario.model_copy(update={"changes": tuple(known)})
    return Judge(later, staffed(problem, later, alone, ()))


def _backwards(change: Train | Vacate, problem: Problem) -> bool:
    """Return whether what is learnt ends before it begins, which is refused elsewhere."""
    if isinstance(change, Vacate):
        return False
    return change.last < (change.ready or problem.horizon.start)
