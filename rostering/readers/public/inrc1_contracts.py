"""What binds an employee of INRC-I: limits, weekends and unwanted patterns of the contract.

Nothing is known of the time outside the period: runs at its edges are judged as they stand, as the
competition's evaluation does. Two conditions that the text files tell were dropped from that
evaluation and cost nothing: no night shift before a free weekend, and two free days after nights.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from rostering.readers.public.contracts import Entry, Sense, Terms, pattern, stretch, total
from rostering.readers.public.inrc1_parts import ANY, NONE
from rostering.readers.public.inrc1_text import Contract, Instance, Limit, Pattern

WORK, OFF = "work", "off"


def contracts(instance: Instance) -> Iterator[tuple[str, str, Terms]]:
    """Yield (contract, employee, limits) of everybody."""
    terms = {name: _terms(contract, instance) for name, contract in instance.contracts.items()}
    for employee in instance.employees:
        yield f"contract-{employee.contract}", employee.id, terms[employee.contract]


def _terms(contract: Contract, instance: Instance) -> Terms:
    weekends = f"weekends{contract.weekend}"
    stretches: tuple[tuple[str, Sense, Limit], ...] = (
        (WORK, "at most", contract.limits["max_work"]),
        (WORK, "at least", contract.limits["min_work"]),
        (OFF, "at most", contract.limits["max_off"]),
        (OFF, "at least", contract.limits["min_off"]),
        (weekends, "at most", contract.limits["max_weekends"]),
        (weekends, "at least", contract.limits["min_weekends"]),
    )
    totals: tuple[tuple[str, Sense, Limit], ...] = (
        ("duties", "at most", contract.limits["max_duties"]),
        ("duties", "at least", contract.limits["min_duties"]),
        (weekends, "at most", contract.limits["weekends_in_four_weeks"]),
    )
    return Terms(
        stretches=[
            stretch(token, sense, limit.value, limit.points, closed=True)
            for token, sense, limit in stretches
            if limit.points and (sense == "at most" or limit.value > 1)
        ],
        totals=[
            total(token, sense, limit.value, limit.points)
            for token, sense, limit in totals
            if limit.points and (sense == "at most" or limit.value)
        ],
        patterns=list(_summed(_patterns(contract, instance))),
    )


def _summed(entries: Iterator[Entry]) -> Iterator[Entry]:
    """Yield each pattern once, with the points of all that say it."""
    points: dict[Entry, int] = {}
    for entry in entries:
        points[entry[1:]] = points.get(entry[1:], 0) + int(entry[0])
    for rest, summed in points.items():
        yield (str(summed), *rest)


def _patterns(contract: Contract, instance: Instance) -> Iterator[Entry]:
    yield from _incomplete(contract)
    yield from _mixed(contract, [shift.id for shift in instance.shifts])
    for told in (instance.patterns[name] for name in contract.patterns):
        if told.points:
            yield _unwanted(told)


def _incomplete(contract: Contract) -> Iterator[Entry]:
    """Yield each way to work a part of a weekend.

    Identical shifts ask of the one worked shift to be worked on the free days too.
    """
    for days in product((WORK, OFF), repeat=len(contract.weekend)):
        if len(set(days)) == 1:
            continue
        points = contract.limits["complete"].points * _broken(days)
        points += contract.limits["identical"].points * days.count(OFF)
        if points:
            yield pattern(points, int(contract.weekend[0]), *days)


def _mixed(contract: Contract, codes: list[str]) -> Iterator[Entry]:
    """Yield each mixture of shifts in a weekend: each further shift is missing on all its days."""
    length = len(contract.weekend)
    for days in product((*codes, OFF), repeat=length):
        further = len(set(days) - {OFF}) - 1
        points = contract.limits["identical"].points * length * further
        if points > 0:
            yield pattern(points, int(contract.weekend[0]), *days)


def _broken(days: tuple[str, ...]) -> int:
    """Return the units of an incomplete weekend: its free days, and its length for a gap."""
    worked = [place for place, day in enumerate(days) if day == WORK]
    gap = worked[-1] - worked[0] + 1 > len(worked)
    return days.count(OFF) + (len(days) if gap else 0)


def _unwanted(told: Pattern) -> Entry:
    words = {ANY: WORK, NONE: OFF}
    tokens = [words.get(shift, shift) for shift in told.shifts]
    return pattern(told.points, told.weekday or None, *tokens)
