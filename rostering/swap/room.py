"""Cheap facts that rule an exchange out before any rule is asked.

They follow from two rules that look at neighbouring duties only, ``no_overlap`` and
``daily_rest``, and hold only where these bind hard. Whatever they rule out breaks one of the two;
a test holds them against judging everything.
"""

from __future__ import annotations

from dataclasses import dataclass

from rostering.check import Court
from rostering.domain.duty import Duty
from rostering.domain.line import Line
from rostering.domain.problem import RuleMode
from rostering.rules import daily_rest, no_overlap

NEAR = 3  # days: two that the longest duty lasts, and one of rest


@dataclass(frozen=True, slots=True)
class Room:
    """What a person must give to have room for a duty: one of the first, and all of the second."""

    one_of: tuple[Duty, ...]
    all_of: tuple[Duty, ...]

    def after(self, given: Duty) -> bool:
        """Return whether there may be room once a duty is given."""
        if self.one_of and given not in self.one_of:
            return False
        return not self.all_of or self.all_of == (given,)


def same_duty(one: Duty, other: Duty) -> bool:
    """Return whether two duties differ at most in how they are paid."""
    return one.day == other.day and _what(one) == _what(other)


def _what(duty: Duty) -> tuple[str, str, str | None]:
    return (duty.code, duty.unit, duty.role)


def room(court: Court, line: Line, taken: Duty) -> Room:
    """Return what stands in the way of a duty on a line."""
    most = _most(court, line, taken)
    here = tuple(duty for duty in line.on(taken.day) if duty.contractual)
    full = most is not None and taken.contractual and len(here) >= most
    return Room(here if full else (), _too_near(court, line, taken))


def _most(court: Court, line: Line, taken: Duty) -> int | None:
    """Return how many duties may start on the day; None where nothing binds hard."""
    if court.rulings.mode(no_overlap.ID) is not RuleMode.HARD:
        return None
    values = court.rulings.values(no_overlap.RULE, line.person.id)
    return int(values.at(taken.day).duties_per_day)


def _too_near(court: Court, line: Line, taken: Duty) -> tuple[Duty, ...]:
    """Return the duties that a duty would overlap or follow too soon.

    Where the person has the same code on the day already, such breaches may be there before the
    exchange: nothing is ruled out.
    """
    if any(duty.code == taken.code for duty in line.on(taken.day)):
        return ()
    days = range(taken.day - NEAR, taken.day + NEAR + 1)
    near = (duty for day in days for duty in line.on(day))
    return tuple(
        duty
        for duty in near
        if _overlap(court, line, duty, taken) or _soon(court, line, duty, taken)
    )


def _overlap(court: Court, line: Line, kept: Duty, taken: Duty) -> bool:
    if not kept.overlaps(taken.start, taken.end):
        return False
    most = _most(court, line, max(kept, taken, key=lambda duty: duty.start))
    crowded = kept.day == taken.day and kept.contractual and taken.contractual
    return most is not None and not (crowded and most < 2)


def _soon(court: Court, line: Line, kept: Duty, taken: Duty) -> bool:
    """Return whether two duties have too little rest between them and cannot be one period."""
    if court.rulings.mode(daily_rest.ID) is not RuleMode.HARD:
        return False
    early, late = sorted((kept, taken), key=lambda duty: duty.start)
    least = court.rulings.values(daily_rest.RULE, line.person.id).at(late.day).minimum
    if least is None or not 0 <= late.start - early.end < least:
        return False
    return late.end - early.start > 1440 - int(least)
