"""The minutes of a task book, exactly: by task, group, weekday and quarter-hour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from rostering.domain.problem import Problem
from rostering.domain.shifts import ShiftType
from tasksharing.domain.book import Presence, TaskBook
from tasksharing.domain.tasks import QUARTER, QUARTERS, Logged, PerShift


class Slot(NamedTuple):
    """A quarter-hour of a week in which a group does a task; ``quarter`` counts from midnight."""

    task: str
    group: str
    weekday: int
    quarter: int


class Place(NamedTuple):
    """A quarter-hour of a week in which some of a group are on duty."""

    group: str
    weekday: int
    quarter: int


Minutes = dict[Slot, Fraction]
Heads = dict[Place, Fraction]


def minutes_of(book: TaskBook, problem: Problem) -> Minutes:
    """Return all minutes of an ordinary week; estimates are spread over their shifts."""
    shifts = {shift.code: shift for shift in problem.shifts}
    found: defaultdict[Slot, Fraction] = defaultdict(Fraction)
    for task in book.tasks:
        for one in task.logged:
            for slot, minutes in _logged(task.id, one):
                found[slot] += minutes
        for guess in task.estimated:
            for slot, minutes in _estimated(task.id, guess, shifts[guess.shift]):
                found[slot] += minutes
    return {slot: minutes for slot, minutes in sorted(found.items()) if minutes}


def heads_of(presence: Iterable[Presence]) -> Heads:
    """Return how many of each group are on duty, as far as the log tells."""
    return {
        Place(one.group, one.weekday, one.start // QUARTER + number): heads
        for one in presence
        for number, heads in enumerate(one.heads)
        if heads
    }


def quarters(shift: ShiftType, weekday: int) -> list[tuple[int, int]]:
    """Return weekday and quarter-hour of each whole quarter-hour of a shift, over midnight too."""
    first, last = -(-shift.start // QUARTER), shift.end_minute // QUARTER
    return [
        ((weekday - 1 + number // QUARTERS) % 7 + 1, number % QUARTERS)
        for number in range(first, last)
    ]


def sums(minutes: Mapping[Slot, Fraction], key: Callable[[Slot], str]) -> dict[str, Fraction]:
    """Return minutes a week by what ``key`` says of each slot."""
    found: defaultdict[str, Fraction] = defaultdict(Fraction)
    for slot, amount in minutes.items():
        found[key(slot)] += amount
    return dict(found)


def _logged(task: str, one: Logged) -> Iterator[tuple[Slot, Fraction]]:
    for number, minutes in enumerate(one.minutes, one.start // QUARTER):
        yield Slot(task, one.group, one.weekday, number), minutes


def _estimated(task: str, guess: PerShift, shift: ShiftType) -> Iterator[tuple[Slot, Fraction]]:
    for weekday in guess.weekdays:
        spread = quarters(shift, weekday)
        for day, quarter in spread:
            yield Slot(task, guess.group, day, quarter), guess.minutes / len(spread)
