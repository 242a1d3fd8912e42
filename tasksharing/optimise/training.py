"""Whom training would open which task to, and what part of a group's posts each of them holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from rostering.domain.people import Person
from tasksharing.domain.names import Name
from tasksharing.optimise.question import Course, Question
from tasksharing.scenarios.changes import Train
from tasksharing.scenarios.learning import judge_of
from tasksharing.scenarios.permitted import Judge
from tasksharing.scenarios.scenario import Scenario

_MOST = 3


class Trainee(NamedTuple):
    """A person on a course, which has its number in the question."""

    course: int
    person: str


class Opening(NamedTuple):
    """A person to whom courses would open a task.

    ``by`` are sets of courses of which any one is enough, ``parts`` the part of the group's posts
    that the person holds on each day on which anything changes.
    """

    person: str
    by: tuple[tuple[Trainee, ...], ...]
    parts: tuple[Fraction, ...]


Openings = dict[tuple[str, str], tuple[Opening, ...]]


def openings_of(judge: Judge, question: Question, tasks: Sequence[str]) -> Openings:
    """Return, by task and group, to whom training would open it who may not do it today.

    A course that ends before the period does, or for a task that nobody has approved, opens none.
    """
    found: dict[tuple[str, str], list[Opening]] = {}
    for person in judge.problem.people:
        if person.group in question.slack:
            for task, opening in _of(judge, question, tasks, person):
                found.setdefault((task, person.group), []).append(opening)
    return {key: tuple(listed) for key, listed in found.items()}


def trainees(question: Question) -> Iterator[Trainee]:
    """Yield everybody on every course."""
    for number, course in enumerate(question.courses):
        yield from (Trainee(number, person) for person in dict.fromkeys(course.people))


def train(course: Course, people: tuple[str, ...]) -> Train:
    """Return a course given to some as a change of a scenario."""
    return Train(
        kind="train",
        people=people,
        hours=course.hours,
        gives=course.gives,
        task=course.task,
        last=course.last,
        signed_by=course.signed_by,
    )


def _of(
    judge: Judge, question: Question, tasks: Sequence[str], person: Person
) -> Iterator[tuple[str, Opening]]:
    mine = [one for one in trainees(question) if one.person == person.id]
    known = {task for task in tasks if judge.always(task, person, judge.ways(task))}
    by: dict[str, list[tuple[Trainee, ...]]] = {}
    for size in range(1, min(len(mine), _MOST) + 1):
        for some in combinations(mine, size):
            for task in _opened(judge, question, tasks, some):
                fewer = any(set(one) <= set(some) for one in by.get(task, ()))
                if task not in known and not fewer:
                    by.setdefault(task, []).append(some)
    for task, sets in by.items():
        yield task, Opening(person.id, tuple(sets), judge.parts(person))


def _opened(
    judge: Judge, question: Question, tasks: Sequence[str], some: tuple[Trainee, ...]
) -> list[str]:
    """Return what a person may do who has been on some courses."""
    changes = tuple(train(question.courses[one.course], (one.person,)) for one in some)
    scenario = Scenario(id="courses", name=Name(nb="kurs"), changes=changes)
    after = judge_of(judge.problem, judge.book, scenario)
    person = next(one for one in after.problem.people if one.id == some[0].person)
    return [task for task in tasks if after.always(task, person, after.ways(task))]
