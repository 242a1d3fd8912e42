"""A solution written as a scenario: courses, new shifts, moves in an order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, permutations
from math import ceil

from rostering.domain.problem import Problem
from tasksharing.domain.names import Name
from tasksharing.optimise.facts import Facts
from tasksharing.optimise.question import Question
from tasksharing.optimise.training import train
from tasksharing.optimise.variables import Found
from tasksharing.scenarios.changes import AddStaff, Change, Move, Train
from tasksharing.scenarios.forming import paid_minutes
from tasksharing.scenarios.scenario import Scenario

_ORDERS = 6
_Move = tuple[str, str, tuple[int, ...]]
_POST, _FULL_WEEK = 80, 35.5


def as_scenario(problem: Problem, facts: Facts, found: Found, number: int) -> Scenario:
    """Return a solution as a scenario that anybody can read, change, apply and roster."""
    question = facts.question
    changes: list[Change] = [*_courses(question, found), *_staff(question, found)]
    for task, group, weekdays in found.moves:
        slack = group in question.slack
        changes.append(
            Move(
                kind="move",
                tasks=(task,),
                givers=facts.givers,
                to=group,
                weekdays=weekdays,
                slack=slack,
                reason="optimiser",
            )
        )
    return Scenario(
        id=f"optimised-{number}",
        name=Name(
            nb=f"Forslag {number} for {problem.name}"[:200],
            nn=f"Framlegg {number} for {problem.name}"[:200],
            en=f"Proposal {number} for {problem.name}"[:200],
        ),
        changes=tuple(changes),
        fill=question.fill,
        load=question.load,
    )


def orders(facts: Facts, moves: tuple[_Move, ...]) -> Iterator[tuple[_Move, ...]]:
    """Yield orders in which a solution's moves may be carried out, the likeliest first.

    Those who take over on duty first give away what they are to give. What must be done at its own
    time moves before what may be done later, which finds room around it.
    """

    def order(move: _Move) -> tuple[bool, bool, bool]:
        task = facts.tasks[move[0]]
        return move[1] in facts.question.slack, task.window is not None, task.splittable

    yield from islice(permutations(sorted(moves, key=order)), _ORDERS)


def _courses(question: Question, found: Found) -> Iterator[Train]:
    for number, course in enumerate(question.courses):
        people = tuple(one.person for one in found.trained if one.course == number)
        if people:
            yield train(course, people)


def _staff(question: Question, found: Found) -> Iterator[AddStaff]:
    for option in {(one.group, one.shift.code): one for one in question.shifts}.values():
        by: dict[int, list[int]] = defaultdict(list)
        for group, shift, weekday, heads in found.heads:
            if (group, shift) == (option.group, option.shift.code):
                by[heads].append(weekday)
        for heads, weekdays in sorted(by.items()):
            yield AddStaff(
                kind="add_staff",
                group=option.group,
                shift=option.shift,
                weekdays=tuple(sorted(weekdays)),
                heads=heads,
                posts=_posts(paid_minutes(option.shift) * heads * len(weekdays)),
            )


def _posts(minutes: int) -> tuple[float, ...]:
    """Return equal posts of at most 80 % that hold the minutes a week."""
    percent = minutes / 60 / _FULL_WEEK * 100
    number = ceil(percent / _POST)
    return (round(percent / number, 2),) * number
