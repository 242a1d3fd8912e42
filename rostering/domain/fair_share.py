"""Everybody's fair share of weekends, nights, evenings and feasts, fixed before solving.

Share = duties that the demand asks for x the person's part of the hours of all who can take them,
plus what the ledger says others have carried before; whole duties, rounded up. Units that lend
each other people share one pot.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from math import ceil, floor

from rostering.domain.able import able
from rostering.domain.carried import carried
from rostering.domain.cells import Cell
from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person
from rostering.domain.shifts import ShiftKind

Carries = Callable[[ProblemIndex, Duty], bool]


def is_weekend(index: ProblemIndex, duty: Duty) -> bool:
    """Return whether a duty starts on a Saturday or Sunday."""
    return index.calendar.is_weekend(duty.day)


def is_night(_: ProblemIndex, duty: Duty) -> bool:
    """Return whether a duty is a night."""
    return duty.kind is ShiftKind.NIGHT


def is_evening(_: ProblemIndex, duty: Duty) -> bool:
    """Return whether a duty is an evening."""
    return duty.kind is ShiftKind.EVENING


def is_christmas(index: ProblemIndex, duty: Duty) -> bool:
    """Return whether a duty starts on 24 to 26 or 31 December, or on New Year's Day."""
    return index.calendar.feast(duty.day) == "christmas"


def is_easter(index: ProblemIndex, duty: Duty) -> bool:
    """Return whether a duty starts from Maundy Thursday to Easter Monday."""
    return index.calendar.feast(duty.day) == "easter"


def is_holiday(index: ProblemIndex, duty: Duty) -> bool:
    """Return whether a duty starts on another public holiday; Sundays are weekends."""
    return bool(index.calendar.holiday(duty.day)) and not index.calendar.feast(duty.day)


BURDENS: dict[str, Carries] = {
    "weekend": is_weekend,
    "night": is_night,
    "evening": is_evening,
    "christmas": is_christmas,
    "easter": is_easter,
    "holiday": is_holiday,
}
"""Burdens that are duties; the ledger knows quick returns and refused wishes besides."""


def fair_shares(index: ProblemIndex) -> dict[tuple[str, str], int]:
    """Return the share by (burden, person); people the burden does not concern have none."""
    found: dict[tuple[str, str], int] | None = index.memo.get("fair_shares")
    if found is None:
        found = {key: max(0, ceil(exact)) for key, exact in exact_shares(index).items()}
        index.memo["fair_shares"] = found
    return found


def excesses(index: ProblemIndex) -> dict[tuple[str, str], int]:
    """Return by (burden, person) how many duties beyond the share were carried before already."""
    found: dict[tuple[str, str], int] | None = index.memo.get("excesses")
    if found is None:
        found = {key: max(0, floor(-exact)) for key, exact in exact_shares(index).items()}
        index.memo["excesses"] = found
    return found


def exact_shares(index: ProblemIndex) -> dict[tuple[str, str], float]:
    """Return what is left of each share, in duties; below 0 for who has carried more before."""
    found: dict[tuple[str, str], float] | None = index.memo.get("exact_shares")
    if found is None:
        found = {}
        for pot in _pots(index):
            for burden, carries in BURDENS.items():
                found.update(_shares(index, pot, burden, carries))
        index.memo["exact_shares"] = found
    return found


def _pots(index: ProblemIndex) -> list[set[str]]:
    """Return the groups of units that people or demand rows connect."""
    pots: list[set[str]] = []
    links = [person.units for person in index.problem.people]
    for units in [*links, *(row.units for row in index.problem.demand)]:
        touched = [pot for pot in pots if pot & set(units)]
        pots = [pot for pot in pots if pot not in touched]
        pots.append(set(units).union(*touched))
    return pots


def _shares(
    index: ProblemIndex, pot: set[str], burden: str, carries: Carries
) -> dict[tuple[str, str], float]:
    held = carried(index)
    ledger = {person: held.get((person, burden), 0) for person in index.people}
    asked, mean = _asked(index, pot, carries)
    sharing: dict[str, int] = {}
    for person in index.problem.people:
        minutes = index.contracts[person.id].to_plan
        part = _able_part(index, person, carries) if person.home_unit in pot else 0.0
        if part == 1.0:  # hired for nights or weekends alone: takes them first, shares nothing
            asked -= minutes / mean
        elif part > 0 and minutes > 0:
            sharing[person.id] = minutes
    everything = sum(sharing.values())
    pool = max(0.0, asked + sum(ledger[person] for person in sharing))
    return {
        (burden, person): round(pool * minutes / everything - ledger[person], 9)
        for person, minutes in sharing.items()
    }


def _asked(index: ProblemIndex, pot: set[str], carries: Carries) -> tuple[float, float]:
    """Return how many duties of a burden a pot's demand asks for, and their mean minutes."""
    by_day: dict[int, list[Cell]] = defaultdict(list)
    lengths: list[int] = []
    curve = 0.0
    for cell in index.cells:
        duties = [index.duty(day, code, cell.row.units[0]) for day, code in cell.options]
        carrying = [duty for duty in duties if carries(index, duty)]
        if not carrying or cell.row.units[0] not in pot:
            continue
        lengths.extend(duty.minutes for duty in carrying)
        if cell.row.shifts:
            by_day[cell.day].append(cell)
        elif not cell.row.competence.codes:
            curve += cell.target * cell.minutes * len(carrying) / len(duties)
    mean = max(1.0, sum(lengths) / len(lengths)) if lengths else 450.0
    return sum(_heads(cells) for cells in by_day.values()) + curve / mean, mean


def _heads(cells: Iterable[Cell]) -> int:
    """Return the least number of people that one day's rows ask for.

    Nested rows are met by the same people, so only rows without a common shift add up; an
    exclusive row always adds.
    """
    highest: dict[tuple[frozenset[str], tuple[str, ...]], int] = {}
    exclusive = 0
    for cell in cells:
        if cell.row.exclusive:
            exclusive += cell.target
        else:
            key = (frozenset(cell.row.shifts), cell.row.units)
            highest[key] = max(highest.get(key, 0), cell.target)
    best = max(highest.values(), default=0)
    rows = list(highest.items())
    for size in range(2, min(len(rows), 6) + 1):
        for chosen in combinations(rows, size):
            apart = all(
                not (a[0] & b[0]) or not (set(a[1]) & set(b[1]))
                for (a, _), (b, _) in combinations(chosen, 2)
            )
            best = max(best, sum(target for _, target in chosen)) if apart else best
    return exclusive + best


def _able_part(index: ProblemIndex, person: Person, carries: Carries) -> float:
    """Return the part of the duties that a person could take which carry the burden."""
    possible = carrying = 0
    for day in range(index.days):
        for duty in index.options(person, day):
            if duty.counts and duty.role is None and able(index, person, duty):
                possible += 1
                carrying += carries(index, duty)
    return carrying / possible if possible else 0.0
