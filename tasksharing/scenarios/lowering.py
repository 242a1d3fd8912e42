"""What whole shifts take out of the staffing plan: the rows, and the hours of an ordinary week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from rostering.domain.demand import DemandRow
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.scenarios.freeing import Freed, Week, carriers
from tasksharing.scenarios.nesting import NONE_LESS, Nest

ZERO = Fraction(0)
Known = dict[tuple[str, int], int]


def lowered_rows(problem: Problem, freed: Iterable[Freed]) -> Iterator[DemandRow]:
    """Yield the staffing plan with its targets lowered; a row is divided where weekdays differ."""
    known = {(one.row, one.weekday): one.lowered for one in freed}
    taken = {row.id for row in problem.demand}
    for row in problem.demand:
        by: dict[int, list[int]] = defaultdict(list)
        for weekday in row.weekdays:
            by[known.get((row.id, weekday), 0)].append(weekday)
        if row.only_dates or set(by) <= {0}:
            yield row
            continue
        for number, (fewer, weekdays) in enumerate(sorted(by.items())):
            name = row.id if number == 0 else _free(f"{row.id}-minus-{fewer}", taken)
            yield _less(row, name, fewer, weekdays)


def _less(row: DemandRow, name: str, fewer: int, weekdays: list[int]) -> DemandRow:
    top = None if row.maximum is None else row.maximum - fewer
    update = {
        "id": name,
        "target": row.target - fewer,
        "maximum": top,
        "weekdays": tuple(weekdays),
    }
    return row.model_copy(update=update)


def _free(name: str, taken: set[str]) -> str:
    found, number = name, 2
    while found in taken:
        found, number = f"{name}-{number}", number + 1
    taken.add(found)
    return found


def lowered_minutes(
    problem: Problem, book: TaskBook, week: Week, freed: Iterable[Freed]
) -> Fraction:
    """Return the minutes by which the plan of an ordinary week falls, over the period.

    Told in heads that the plan asks for at the least: rows that lie within another (nurses within
    everybody) count once, rows side by side (nurses, workers) each. A row that holds for part of
    the period counts for that part. Dates with rows of their own (public holidays) are no part of
    an ordinary week.
    """
    known = {(one.row, one.weekday): one.lowered for one in freed if one.lowered}
    if not known:
        return ZERO
    plan = _Plan(problem, book, week, known)
    total = ZERO
    for weekday in range(1, 8):
        days = [day for day in _ordinary(problem) if day.isoweekday() == weekday]
        if days:
            total += Fraction(sum(plan.fallen(day) for day in days), len(days))
    return total


def _ordinary(problem: Problem) -> Iterator[date]:
    special = {day for row in problem.demand for day in row.only_dates}
    start = problem.horizon.start
    days = (start + timedelta(days=n) for n in range((problem.horizon.end - start).days + 1))
    yield from (day for day in days if day not in special)


class _Plan:
    """The heads that a day's rows ask for, before and after they were lowered."""

    def __init__(self, problem: Problem, book: TaskBook, week: Week, known: Known) -> None:
        self._known = known
        self._paid = {shift.code: shift.minutes for shift in problem.shifts}
        self._rows = {
            row.id: row for row in problem.demand if row.shifts and row.units == (book.unit,)
        }
        groups = {r.id: carriers(r.competence, book, week) for r in self._rows.values()}
        self._nest = Nest(self._rows.values(), groups)
        self._counted = lru_cache(maxsize=None)(self._minutes)

    def fallen(self, day: date) -> int:
        """Return the minutes by which a date's plan falls."""
        here = tuple(row.id for row in self._rows.values() if row.applies(day))
        return self._counted(here, day.isoweekday())

    def _minutes(self, here: tuple[str, ...], weekday: int) -> int:
        inside = self._nest.parents(here)
        less = {row: heads for (row, day), heads in self._known.items() if day == weekday}
        fallen = {
            name: self._nest.heads(name, inside, NONE_LESS) - self._nest.heads(name, inside, less)
            for name, parent in inside.items()
            if parent is None
        }
        return sum(
            max(fallen[name] * self._shortest(name) for name in together)
            for together in self._crossing([name for name, heads in fallen.items() if heads > 0])
        )

    def _shortest(self, name: str) -> int:
        return min(self._paid[code] for code in self._rows[name].shifts)

    def _crossing(self, names: list[str]) -> list[list[str]]:
        """Return rows that share a group and a shift together: one head may count in each."""
        found: list[list[str]] = []
        for name in names:
            mine = [some for some in found if any(self._nest.share(name, one) for one in some)]
            found = [some for some in found if some not in mine]
            found.append([name, *(one for some in mine for one in some)])
        return found
