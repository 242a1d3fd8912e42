"""The question in whole numbers: supplies, rooms and lawful ways. No solver here."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from rostering.domain.problem import Problem
from rostering.errors import BadInput, Fault
from tasksharing.domain.book import TaskBook
from tasksharing.domain.consistency import require_fit, unknown
from tasksharing.domain.minutes import Heads, Minutes, Place, heads_of, minutes_of
from tasksharing.domain.tasks import QUARTER, Task
from tasksharing.optimise.question import Course, Question
from tasksharing.scenarios.forming import paid_minutes, span
from tasksharing.scenarios.legality import may_receive, percent_of

ZERO = Fraction(0)
_FINEST = 5040


class Supply(NamedTuple):
    """Minutes of a group's task that may leave a quarter-hour."""

    task: str
    weekday: int
    quarter: int
    group: str


class Trainee(NamedTuple):
    """A person who could be trained for a task."""

    task: str
    person: str


@dataclass(frozen=True)
class Room:
    """Somewhere minutes may go: a head of new staff on a weekday, or a group's slack.

    ``units`` are whole units in each quarter-hour, of one head for new staff and of everybody for
    slack; ``most`` is how many heads there may be (0 for slack), ``least`` the units that one must
    have to be formed, ``minutes`` what one is paid for.
    """

    group: str
    shift: str
    weekday: int
    units: dict[int, int]
    most: int
    least: int
    minutes: int


@dataclass(frozen=True)
class Facts:
    """All numbers in units of ``1 / scale`` minutes.

    ``lawful`` is, by task and group, the share of the group's time that may go to the task without
    any training; ``gains`` what each trainee adds to it. ``own`` is what a group has of a task
    already, ``present`` what all of it could do, both by task's group place.
    """

    scale: int
    tasks: dict[str, Task]
    supply: dict[Supply, int]
    health: frozenset[str]
    rooms: tuple[Room, ...]
    lawful: dict[tuple[str, str], Fraction]
    gains: dict[Trainee, Fraction]
    hours: dict[Trainee, Fraction]
    own: dict[tuple[str, Place], int]
    present: dict[Place, int]
    question: Question


def facts_of(problem: Problem, book: TaskBook, question: Question) -> Facts:
    """Return the numbers of a question.

    Raises
    ------
    BadInput
        When it names what is not there.
    """
    require_fit(book, problem)
    if found := tuple(_faults(problem, book, question)):
        raise BadInput(found)
    minutes, heads = minutes_of(book, problem), heads_of(book.presence)
    names = question.tasks or tuple(task.id for task in book.tasks)
    givers = question.givers or tuple(group.id for group in book.groups if group.health)
    chosen = {slot: m for slot, m in minutes.items() if slot.task in names and slot.group in givers}
    groups = dict.fromkeys([*(one.group for one in question.shifts), *question.slack])
    lawful = {(t, g): may_receive(book, problem, t, g) for t in names for g in groups}
    gains = dict(_gains(problem, book, question))
    scale = _scale(minutes, heads, question.load)
    return Facts(
        scale=scale,
        tasks={name: book.task(name) for name in names},
        supply={
            Supply(slot.task, slot.weekday, slot.quarter, slot.group): _whole(m, scale)
            for slot, m in chosen.items()
        },
        health=frozenset(group.id for group in book.groups if group.health),
        rooms=tuple(_rooms(question, minutes, heads, scale)),
        lawful=lawful,
        gains=gains,
        hours={t: c.hours for c in question.courses for t in _trainees(c)},
        own={
            (slot.task, Place(slot.group, slot.weekday, slot.quarter)): _whole(m, scale)
            for slot, m in minutes.items()
        },
        present={place: _whole(number * QUARTER, scale) for place, number in heads.items()},
        question=question,
    )


def _faults(problem: Problem, book: TaskBook, question: Question) -> Iterator[Fault]:
    tasks, groups = [t.id for t in book.tasks], [g.id for g in book.groups]
    people = [person.id for person in problem.people]
    yield from unknown("task", question.tasks, tasks, "tasks")
    yield from unknown("group", (*question.givers, *question.slack), groups, "givers, slack")
    for number, option in enumerate(question.shifts):
        yield from unknown("group", [option.group], groups, f"shifts[{number}].group")
        if option.shift.code in {shift.code for shift in problem.shifts}:
            found = f"the ward's own shift {option.shift.code!r}"
            yield Fault(f"shifts[{number}].shift", found, "a new code")
    for number, course in enumerate(question.courses):
        yield from unknown("task", [course.task], tasks, f"courses[{number}].task")
        yield from unknown("person", course.people, people, f"courses[{number}].people")


def _trainees(course: Course) -> Iterator[Trainee]:
    yield from (Trainee(course.task, person) for person in course.people)


def _gains(
    problem: Problem, book: TaskBook, question: Question
) -> Iterator[tuple[Trainee, Fraction]]:
    """Yield what training a person adds to a group's lawful share; nothing where it is no use.

    A course that ends before the period does, or for a task that nobody has approved, adds none.
    """
    members = {person.id: person for person in problem.people}
    for course in question.courses:
        ways = book.allowed(course.task, problem.horizon.start)
        later = book.allowed(course.task, problem.horizon.end)
        useful = ways and later and course.last >= problem.horizon.end
        for trainee in _trainees(course):
            person = members[trainee.person]
            codes = {held.code for held in person.competences} | set(course.gives)
            opened = any(way.delegation and way.met_by(codes) for way in ways)
            known = trainee.person in book.delegates(course.task, problem.horizon.end)
            if useful and opened and not known and person.group in question.slack:
                group = [p for p in problem.people if p.group == person.group]
                total = sum((percent_of(p, problem) for p in group if book.unit in p.units), ZERO)
                yield trainee, percent_of(person, problem) / total


def _rooms(question: Question, minutes: Minutes, heads: Heads, scale: int) -> Iterator[Room]:
    each = _whole(question.load * QUARTER, scale)
    for option in question.shifts:
        paid = paid_minutes(option.shift)
        least = math.ceil(question.fill * paid * scale)
        for weekday in option.weekdays:
            units = dict.fromkeys(span(option.shift), each)
            code = option.shift.code
            yield Room(option.group, code, weekday, units, option.heads, least, paid)
    for group in question.slack:
        busy: defaultdict[Place, Fraction] = defaultdict(Fraction)
        for slot, amount in minutes.items():
            busy[Place(*slot[1:])] += amount
        for weekday in range(1, 8):
            here = {p: n for p, n in heads.items() if (p.group, p.weekday) == (group, weekday)}
            free = {p: n * QUARTER * question.load - busy[p] for p, n in here.items()}
            units = {p.quarter: _whole(m, scale) for p, m in free.items() if m > 0}
            if units:
                yield Room(group, "", weekday, units, 0, 0, 0)


def _scale(minutes: Minutes, heads: Heads, load: Fraction) -> int:
    """Return the denominator that makes all minutes whole; a huge one is cut, and they floor."""
    known = {m.denominator for m in minutes.values()} | {n.denominator for n in heads.values()}
    return min(math.lcm(*known, (load * QUARTER).denominator), _FINEST)


def _whole(amount: Fraction, scale: int) -> int:
    return math.floor(amount * scale)
