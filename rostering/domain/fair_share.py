"""Everybody's fair share of weekend, night and holiday duties, fixed before solving.

Share = duties that the demand asks for x the person's part of all hours, plus what the ledger
says others have carried before. Whole duties, rounded up.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

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


def is_holiday(index: ProblemIndex, duty: Duty) -> bool:
    """Return whether a duty starts on a public holiday; Sundays are weekends."""
    return bool(index.calendar.holiday(duty.day))


BURDENS: dict[str, Carries] = {"weekend": is_weekend, "night": is_night, "holiday": is_holiday}


def fair_shares(index: ProblemIndex) -> dict[tuple[str, str], int]:
    """Return the share by (burden, person); people the burden does not concern have none."""
    found = index.memo.get("fair_shares")
    if not isinstance(found, dict):
        found = {}
        for burden, carries in BURDENS.items():
            found.update(_shares(index, burden, carries))
        index.memo["fair_shares"] = found
    return found


def _shares(index: ProblemIndex, burden: str, carries: Carries) -> dict[tuple[str, str], int]:
    ledger = {
        balance.person: balance.points
        for balance in index.problem.ledger
        if balance.burden == burden
    }
    sharing: dict[str, int] = {}
    asked = _asked(index, carries)
    for person in index.problem.people:
        minutes = index.contracts[person.id].to_plan
        part = _able_part(index, person, carries)
        if part == 1.0:  # hired for nights or weekends alone: takes them first, shares nothing
            asked -= minutes / max(1.0, _mean_minutes(index, carries))
        elif part > 0 and minutes > 0:
            sharing[person.id] = minutes
    everything = sum(sharing.values())
    carried = sum(ledger.get(person, 0) for person in sharing)
    return {
        (burden, person): max(
            0, ceil(max(0.0, asked + carried) * minutes / everything - ledger.get(person, 0))
        )
        for person, minutes in sharing.items()
    }


def _asked(index: ProblemIndex, carries: Carries) -> float:
    """Return how many duties of a burden the demand asks for; nested rows count once."""
    heads: dict[tuple[int, frozenset[str]], int] = {}
    minutes = 0.0
    for cell in index.cells:
        if cell.row.curve:
            if cell.row.competence.codes:
                continue
            minutes += cell.target * cell.minutes * _covering_part(index, cell.options, carries)
            continue
        duty = index.duty(cell.day, cell.row.shifts[0], cell.row.units[0])
        if carries(index, duty):
            key = (cell.day, frozenset(cell.row.shifts) | frozenset(cell.row.units))
            heads[key] = max(heads.get(key, 0), cell.target)
    return sum(heads.values()) + minutes / max(1.0, _mean_minutes(index, carries))


def _covering_part(
    index: ProblemIndex, options: tuple[tuple[int, str], ...], carries: Carries
) -> float:
    duties = [index.duty(day, code, index.problem.units[0].id) for day, code in options]
    return sum(carries(index, duty) for duty in duties) / max(1, len(duties))


def _mean_minutes(index: ProblemIndex, carries: Carries) -> float:
    unit = index.problem.units[0].id
    lengths = [
        duty.minutes
        for shift in index.problem.shifts
        for day in range(min(7, index.days))
        if shift.counts and carries(index, duty := index.duty(day, shift.code, unit))
    ]
    return sum(lengths) / len(lengths) if lengths else 450.0


def _able_part(index: ProblemIndex, person: Person, carries: Carries) -> float:
    """Return the part of a person's possible shifts in a fortnight that carry the burden."""
    able = carrying = 0
    for day in range(index.days):
        when = index.clock.date(day)
        held = index.held(person, day)
        for shift in index.problem.shifts:
            barred = any(
                e.holds_on(when)
                and (not e.shifts or shift.code in e.shifts)
                and (not e.kinds or shift.kind in e.kinds)
                and (not e.weekdays or when.isoweekday() in e.weekdays)
                for e in person.exemptions
            )
            if not barred and shift.counts and shift.requires.met_by(held):
                able += 1
                carrying += carries(index, index.duty(day, shift.code, person.home_unit))
    return carrying / able if able else 0.0
