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
from tasksharing.optimise.question import Question
from tasksharing.optimise.training import Openings, Trainee, openings_of, trainees
from tasksharing.scenarios.forming import paid_minutes, span
from tasksharing.scenarios.permitted import Judge

_FINEST = 1_000_000


class Supply(NamedTuple):
    """Minutes of a group's task that may leave a quarter-hour."""

    task: str
    weekday: int
    quarter: int
    group: str


@dataclass(frozen=True)
class Room:
    """Somewhere minutes may go: a head of new staff on a weekday, or a group's slack.

    ``units`` are whole units in each quarter-hour: of one head for new staff; for slack what all on
    duty have left, less than nothing where they are busier than they can be filled. ``most`` is
    how many heads there may be (0 for slack), ``least`` the units that one must have to be formed,
    ``minutes`` what one is paid for.
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

    ``new`` are the tasks that new staff of a group may do; ``lawful`` is the share of the time of
    those on duty that may go to a task without any training, day by day, and ``openings`` whom
    training adds to it. ``own`` is what a group has of a task already, ``heads`` who is on duty,
    ``full`` how many units one of them can do in a quarter-hour.
    """

    scale: int
    tasks: dict[str, Task]
    givers: tuple[str, ...]
    supply: dict[Supply, int]
    health: frozenset[str]
    rooms: tuple[Room, ...]
    new: frozenset[tuple[str, str]]
    lawful: dict[tuple[str, str], tuple[Fraction, ...]]
    openings: Openings
    hours: dict[Trainee, Fraction]
    own: dict[tuple[str, Place], int]
    heads: Heads
    full: int
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
    judge = Judge(book, problem)
    new = [(t, g) for t in names for g in {one.group for one in question.shifts}]
    scale = _scale(minutes, heads, question.load)
    return Facts(
        scale=scale,
        tasks={name: book.task(name) for name in names},
        givers=givers,
        supply={
            Supply(slot.task, slot.weekday, slot.quarter, slot.group): int(m * scale)
            for slot, m in chosen.items()
        },
        health=frozenset(group.id for group in book.groups if group.health),
        rooms=tuple(_rooms(question, minutes, heads, scale)),
        new=frozenset(key for key in new if judge.new_staff(*key)),
        lawful={(t, g): judge.shares(t, g) for t in names for g in question.slack},
        openings=openings_of(judge, question, names),
        hours={one: question.courses[one.course].hours for one in trainees(question)},
        own={
            (slot.task, Place(slot.group, slot.weekday, slot.quarter)): int(m * scale)
            for slot, m in minutes.items()
        },
        heads=heads,
        full=int(question.load * QUARTER * scale),
        question=question,
    )


def _faults(problem: Problem, book: TaskBook, question: Question) -> Iterator[Fault]:
    tasks, groups = [t.id for t in book.tasks], [g.id for g in book.groups]
    people = [person.id for person in problem.people]
    yield from unknown("task", question.tasks, tasks, "tasks")
    yield from unknown("group", (*question.givers, *question.slack), groups, "givers, slack")
    for number, option in enumerate(question.shifts):
        where = f"shifts[{number}]"
        yield from unknown("group", [option.group], groups, f"{where}.group")
        if option.shift.code in {shift.code for shift in problem.shifts}:
            yield Fault(
                f"{where}.shift", f"the ward's own shift {option.shift.code!r}", "a new code"
            )
        for one in question.shifts[:number]:
            same = (one.group, one.shift) == (option.group, option.shift)
            if one.shift.code == option.shift.code and not (
                same and set(one.weekdays).isdisjoint(option.weekdays)
            ):
                found = f"{option.shift.code!r} a second time"
                yield Fault(f"{where}.shift", found, "a new code, or other weekdays")
    for number, course in enumerate(question.courses):
        yield from unknown("task", [course.task], tasks, f"courses[{number}].task")
        yield from unknown("person", course.people, people, f"courses[{number}].people")


def _rooms(question: Question, minutes: Minutes, heads: Heads, scale: int) -> Iterator[Room]:
    full = int(question.load * QUARTER * scale)
    for option in question.shifts:
        paid = paid_minutes(option.shift)
        least = int(question.fill * paid * scale)
        for weekday in option.weekdays:
            units = dict.fromkeys(span(option.shift), full)
            code = option.shift.code
            yield Room(option.group, code, weekday, units, option.heads, least, paid)
    busy: defaultdict[Place, Fraction] = defaultdict(Fraction)
    for slot, amount in minutes.items():
        busy[Place(*slot[1:])] += amount
    for group in dict.fromkeys(question.slack):
        for weekday in range(1, 8):
            here = {p: n for p, n in heads.items() if (p.group, p.weekday) == (group, weekday)}
            units = {p.quarter: int(n * full - busy[p] * scale) for p, n in here.items()}
            if units:
                yield Room(group, "", weekday, units, 0, 0, 0)


def _scale(minutes: Minutes, heads: Heads, load: Fraction) -> int:
    """Return the denominator that makes all minutes whole."""
    known = {m.denominator for m in minutes.values()}
    known |= {(n * load * QUARTER).denominator for n in heads.values()}
    scale = math.lcm(*known, (load * QUARTER).denominator)
    if scale > _FINEST:
        found = f"minutes in {scale}ths of a minute"
        guess = "minutes, heads or load have many decimals: round them"
        raise BadInput([Fault("minutes", found, f"at most {_FINEST}ths", guess)])
    return scale
