"""Capacity arithmetic: how many can be asked for at most, by day, week, weekend and period.

And, person by person, whether there are duties enough for the hours of the contract.

Instant, without a solver, so it can be told before anything is searched. What is available is
always an upper bound: each person alone, at the person's best, for this one row. So a shortfall is
certain; no shortfall proves nothing. ``coach`` proves each one again by a solve.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rostering.domain.able import able
from rostering.domain.cells import Cell, counts_in
from rostering.domain.demand import DemandRow
from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person
from rostering.domain.problem import RuleMode
from rostering.rules.registry import BY_ID
from rostering.rulings import Rulings

WEEK = 7
_TAKEN_FOR_GRANTED = ("coverage", "availability", "competence", "no_overlap")


class Scope(StrEnum):
    """The days that are counted together."""

    DAY = "day"
    WEEK = "week"
    WEEKENDS = "weekends"
    PERIOD = "period"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A row that asks for more than all who could fill it can give.

    ``needed`` and ``available`` are duties, in ``WEEKENDS`` people on each weekend summed over the
    weekends, in ``HOURS`` a single person's minutes (there is no row then); ``rules`` are those
    that bind what is available, besides being there and able.
    """

    scope: Scope
    row: str
    days: tuple[int, ...]
    needed: int
    available: int
    people: tuple[str, ...]
    rules: tuple[str, ...]


Days = Mapping[int, tuple[Cell, list[tuple[Person, Duty]]]]
"""A row's cell by day, and who could fill it with which duty."""


def shortfalls(rulings: Rulings) -> Iterator[Shortfall]:
    """Yield every certain shortfall of a minimum, row by row; curves are left to the solver."""
    if not all(_hard(rulings, rule) for rule in _TAKEN_FOR_GRANTED) or _several(rulings):
        return
    required = rulings.values(BY_ID["coverage"], None)
    yield from _hours(rulings)
    rows: dict[str, list[Cell]] = defaultdict(list)
    for cell in rulings.index.cells:
        if cell.minimum and cell.row.shifts and required.at(cell.day).required:
            rows[cell.row.id].append(cell)
    for cells in rows.values():
        days = {cell.day: (cell, list(_fillers(rulings.index, cell))) for cell in cells}
        yield from _days(days)
        yield from _weeks(rulings, days)
        yield from _weekends(rulings, days)
        yield from _period(rulings, days)


def _several(rulings: Rulings) -> bool:
    """Return whether somebody may have more than one duty a day: then nothing is counted."""
    spans = rulings.values(BY_ID["no_overlap"], None).spans
    return any(values.duties_per_day != 1 for _, values in spans)


def _hard(rulings: Rulings, rule: str) -> bool:
    return rulings.mode(rule) is RuleMode.HARD


def _fillers(index: ProblemIndex, cell: Cell) -> Iterator[tuple[Person, Duty]]:
    """Yield who is there, able and counts in a cell, with the shortest duty for it."""
    for person in index.problem.people:
        fitting = [
            duty
            for duty in index.options(person, cell.day)
            if counts_in(index, person, duty, cell) and able(index, person, duty)
        ]
        if fitting:
            yield person, min(fitting, key=lambda duty: (duty.contractual, duty.minutes))


def _found(
    scope: Scope, days: Days, counted: Iterable[int], most: Mapping[str, int], rules: Iterable[str]
) -> Iterator[Shortfall]:
    dates = tuple(sorted(counted))
    needed = sum(days[day][0].minimum for day in dates)
    if sum(most.values()) < needed:
        row: DemandRow = days[dates[0]][0].row
        people = tuple(person for person, count in most.items() if count)
        yield Shortfall(scope, row.id, dates, needed, sum(most.values()), people, tuple(rules))


def _days(days: Days) -> Iterator[Shortfall]:
    for day, (_, fillers) in days.items():
        yield from _found(Scope.DAY, days, [day], {person.id: 1 for person, _ in fillers}, ())


def _weeks(rulings: Rulings, days: Days) -> Iterator[Shortfall]:
    """Yield the fixed weeks that lack hands: six days a week at most, and the week's hours."""
    weeks: dict[int, list[int]] = defaultdict(list)
    for day in days:
        weeks[rulings.index.calendar.monday(day)].append(day)
    for monday, counted in weeks.items():
        duties = _duties_of(days, counted)
        most = {
            person: min(len(held), *_most_in_week(rulings, person, monday, held))
            for person, held in duties.items()
        }
        rules = ("weekly_rest", "hours_per_week")
        yield from _found(Scope.WEEK, days, counted, most, rules)


def _duties_of(days: Days, counted: Iterable[int]) -> dict[str, list[Duty]]:
    """Return the duties that each person could fill the row with, one a day."""
    found: dict[str, list[Duty]] = defaultdict(list)
    for day in counted:
        for person, duty in days[day][1]:
            found[person.id].append(duty)
    return found


def _most_in_week(rulings: Rulings, person: str, monday: int, held: list[Duty]) -> tuple[int, int]:
    """Return the most duties that weekly rest and the week's hours leave."""
    week, rest, hours = range(monday, monday + WEEK), BY_ID["weekly_rest"], BY_ID["hours_per_week"]
    by_rest = by_hours = WEEK
    if _hard(rulings, rest.id) and rulings.values(rest, person).most("minimum", week):
        by_rest = WEEK - 1
    if _hard(rulings, hours.id) and all(duty.contractual for duty in held):
        bound = rulings.values(hours, person).most("maximum", week)
        if bound is not None:
            by_hours = bound // min(duty.minutes for duty in held)
    return by_rest, by_hours


def _weekends(rulings: Rulings, days: Days) -> Iterator[Shortfall]:
    """Yield a shortfall of weekends, counted by their Saturdays and Sundays apart."""
    rule, calendar = BY_ID["weekends"], rulings.index.calendar
    if not _hard(rulings, rule.id):
        return
    for weekday in (6, 7):
        counted = [day for day in days if calendar.weekday(day) == weekday]
        most = {}
        for person, held in _duties_of(days, counted).items():
            limits = rulings.values(rule, person)
            rhythms = [(v.at_most, v.window) for _, v in limits.spans]
            if len(rhythms) > 1 or rhythms[0][0] is None:
                most[person] = len(held)
            else:
                most[person] = _in_rhythm(rulings.index, [d.day for d in held], *rhythms[0])
        if counted:
            yield from _found(Scope.WEEKENDS, days, counted, most, (rule.id,))


def _in_rhythm(index: ProblemIndex, days: list[int], at_most: int, window: int) -> int:
    """Return how many of some Saturdays (or Sundays) a rhythm leaves, at the very most."""
    first = min(days)
    blocks: dict[int, int] = defaultdict(int)
    for day in days:
        blocks[(day - first) // (WEEK * window)] += 1
    weekends = (index.days - first + WEEK - 1) // WEEK
    if weekends < window:
        return len(days)  # the window reaches into a past that the check knows better
    return sum(min(count, at_most) for count in blocks.values())


def _period(rulings: Rulings, days: Days) -> Iterator[Shortfall]:
    """Yield a shortfall of contract hours over the whole period."""
    rule = BY_ID["contract_hours"]
    if not _hard(rulings, rule.id):
        return
    most = {}
    for person, held in _duties_of(days, days).items():
        limits = rulings.values(rule, person).at(0)
        contract = rulings.index.contracts[person]
        free = limits.over is None or not rulings.index.people[person].positions
        if free or not all(duty.contractual for duty in held):
            most[person] = len(held)
            continue
        over = max(contract.at_most * (limits.over or 0) // 1000, limits.slack)
        shortest = min(duty.minutes for duty in held)
        most[person] = min(len(held), (contract.at_most + over) // max(1, shortest))
    yield from _found(Scope.PERIOD, days, days, most, (rule.id,))


def _hours(rulings: Rulings) -> Iterator[Shortfall]:
    """Yield everybody whose contract asks for more than all the duties open to that person."""
    rule, rest, index = BY_ID["contract_hours"], BY_ID["weekly_rest"], rulings.index
    if not _hard(rulings, rule.id):
        return
    everyday = tuple(range(index.days))
    for person in index.problem.people:
        limits = rulings.values(rule, person.id).at(0)
        three_part = any(position.three_part for position in person.positions)
        if limits.under is None or not person.positions or three_part:
            continue
        due = index.contracts[person.id].at_least
        low = due - max(limits.slack, due * limits.under // 1000)
        if low <= 0:
            continue
        resting = _hard(rulings, rest.id)
        most = 0
        for monday in range(-WEEK + 1, index.days):
            if monday == index.calendar.monday(monday):
                days = range(max(0, monday), min(index.days, monday + WEEK))
                best = sorted(_longest(index, person, day) for day in days)
                whole = len(best) == WEEK and resting
                bound = rulings.values(rest, person.id).most("minimum", days) if whole else None
                most += sum(best[1:] if bound else best)
        if most < low:
            yield Shortfall(Scope.HOURS, "", everyday, low, most, (person.id,), (rule.id, rest.id))


def _longest(index: ProblemIndex, person: Person, day: int) -> int:
    """Return the minutes of the longest duty of a day that a person may have; 0 for none."""
    held = (d for d in index.options(person, day) if d.contractual and able(index, person, d))
    return max((duty.minutes for duty in held), default=0)
