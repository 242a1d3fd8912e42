"""A time log made into the tasks of a unit: means by weekday and quarter-hour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction

from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from tasksharing.catalogue import Catalogue
from tasksharing.domain.book import Basis, Presence, TaskBook
from tasksharing.domain.consistency import require_fit
from tasksharing.domain.logs import LogEntry, TaskLog
from tasksharing.domain.permits import Approval, Delegation
from tasksharing.domain.tasks import QUARTER, Logged

_PAUSE = 60
Runs = Iterator[tuple[int, tuple[Fraction, ...]]]


def book_of(
    log: TaskLog,
    catalogue: Catalogue,
    problem: Problem,
    unit: str,
    approvals: Iterable[Approval] = (),
    delegations: Iterable[Delegation] = (),
) -> TaskBook:
    """Return a unit's task book: the catalogue's tasks with the log's mean minutes.

    A weekday's mean is over all days of it on which anything was logged; a task that nobody
    logged on one of them has taken no time there.

    Raises
    ------
    BadInput
        With every fault that shows only beside the ward, such as a task that nobody may do.
    """
    days = _days(log)
    logged = _logged(log, days)
    book = TaskBook(
        unit=unit,
        invented=log.invented,
        basis=_basis(log, days),
        competences=catalogue.competences,
        groups=catalogue.groups,
        tasks=tuple(
            task.model_copy(update={"logged": tuple(logged.get(task.id, ()))})
            for task in catalogue.tasks
        ),
        presence=tuple(_presence(log, days)),
        approvals=tuple(approvals),
        delegations=tuple(delegations),
    )
    require_fit(book, problem)
    return book


def _days(log: TaskLog) -> dict[int, int]:
    """Return on how many days of each weekday anything was logged."""
    known: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for entry in log.entries:
        known[entry.weekday].add(entry.day)
    return {weekday: len(days) for weekday, days in sorted(known.items())}


def _basis(log: TaskLog, days: dict[int, int]) -> Basis:
    dates = [entry.date for entry in log.entries if entry.date is not None]
    return Basis(
        name=log.name,
        log_hash=content_hash(log),
        first=min(dates, default=None),
        last=max(dates, default=None),
        days=tuple(days.get(weekday, 0) for weekday in range(1, 8)),
    )


def _logged(log: TaskLog, days: dict[int, int]) -> dict[str, list[Logged]]:
    sums: dict[tuple[str, str, int], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for entry in log.entries:
        for quarter, minutes in _laid(entry):
            sums[entry.task, entry.group, entry.weekday][quarter] += minutes
    found: dict[str, list[Logged]] = defaultdict(list)
    for (task, group, weekday), quarters in sorted(sums.items()):
        number = days[weekday]
        means = {quarter: Fraction(total, number) for quarter, total in quarters.items()}
        found[task] += [
            Logged(group=group, weekday=weekday, start=start, minutes=values, days=number)
            for start, values in _runs(means)
        ]
    return found


def _laid(entry: LogEntry) -> Iterator[tuple[int, int]]:
    """Yield quarter-hours and minutes of an entry; the last one may be filled in part."""
    left = entry.minutes
    quarter = entry.start // QUARTER
    while left > 0:
        yield quarter, min(left, QUARTER)
        quarter, left = quarter + 1, left - QUARTER


def _runs(means: dict[int, Fraction]) -> Runs:
    """Yield start minute and values of each unbroken row of quarter-hours."""
    row: list[int] = []
    for quarter in sorted(means):
        if row and quarter != row[-1] + 1:
            yield row[0] * QUARTER, tuple(means[one] for one in row)
            row = []
        row.append(quarter)
    if row:
        yield row[0] * QUARTER, tuple(means[one] for one in row)


def _presence(log: TaskLog, days: dict[int, int]) -> Iterator[Presence]:
    """Yield how many kept a sheet at a time; without numbered sheets nobody can tell."""
    spans: dict[tuple[object, ...], list[tuple[int, int]]] = defaultdict(list)
    for entry in log.entries:
        if entry.sheet:
            key = (entry.group, entry.weekday, entry.day, entry.sheet)
            spans[key].append((entry.start, entry.end))
    heads: dict[tuple[str, int], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for (group, weekday, *_), times in spans.items():
        for quarter in _on_duty(sorted(times)):
            heads[str(group), int(str(weekday))][quarter] += 1
    for (group, weekday), counts in sorted(heads.items()):
        means = {quarter: Fraction(number, days[weekday]) for quarter, number in counts.items()}
        for start, mean in _runs(means):
            yield Presence(group=group, weekday=weekday, start=start, heads=mean)


def _on_duty(times: list[tuple[int, int]]) -> set[int]:
    """Return the quarter-hours of a sheet; a pause of up to an hour is time on duty too."""
    found: set[int] = set()
    end = times[0][0]
    for start, stop in times:
        begin = end if start - end <= _PAUSE else start
        found |= set(range(begin // QUARTER, -(-stop // QUARTER)))
        end = max(end, stop)
    return found
