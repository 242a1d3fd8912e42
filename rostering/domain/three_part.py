"""Three-part turnus: how much night, Sunday and holiday work takes off the hours that are owed.

The full-time week is max(33.6, 37.5 - max(2, night / 4 + Sunday or holiday outside night / 6))
hours (HTA chapter 1 § 4, AML § 10-4 (6)). A part-timer's hours are divided by the position's size,
put into the formula and multiplied back. The contract owes the longest week; what is counted here
is the rest of the way down, so the target follows from the roster that is being made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rostering.domain.dated_tables import table
from rostering.domain.day_parts import minutes_between, red_minutes_between
from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What one person's three-part positions make of the hours over the horizon.

    Parameters
    ----------
    low, high
        Minutes off at least and at most; ``low`` is off the contract already.
    parts
        How many parts a minute has in ``credit``.
    covered
        Parts of the planned shifts that credited absence covers.
    """

    low: int
    high: int
    parts: int
    covered: int


def reckoning(index: ProblemIndex, person: Person) -> Reckoning | None:
    """Return the reckoning of a person; None without a three-part position in the horizon.

    Days away whose planned shift is not known owe the longest week and take no part in it.
    """
    known = index.memo.setdefault("three_part", {})
    if person.id not in known:
        known[person.id] = _reckoning(index, person)
    found: Reckoning | None = known[person.id]
    return found


def _reckoning(index: ProblemIndex, person: Person) -> Reckoning | None:
    positions = [position for position in person.positions if position.three_part]
    size = 0.0  # position size x weeks
    covered = 0
    for day in range(index.days if positions else 0):
        when, away = index.clock.date(day), index.away(person.id, day)
        if away is None or (away.credited and away.shift is not None):
            size += sum(p.percent for p in positions if p.holds_on(when)) / 700
            if away is not None and away.shift is not None:
                covered += _parts(index, index.duty(day, away.shift, ""))
    if not size:
        return None
    rates = _rates(index)
    return Reckoning(
        round(rates["least"] * size), round(rates["most"] * size), rates["parts"], covered
    )


def credit(index: ProblemIndex, person: Person, duty: Duty) -> int:
    """Return the parts of a minute that a duty takes off.

    Only planned hours of the contract count, and none that are worked in a unit where the person
    has an ordinary position alone.
    """
    ordinary = {p.unit for p in person.positions if not p.three_part}
    three = {p.unit for p in person.positions if p.three_part}
    if duty.day < 0 or not duty.contractual or duty.unit in ordinary - three:
        return 0
    return _parts(index, duty)


def reduction(index: ProblemIndex, person: Person, duties: Iterable[Duty]) -> int:
    """Return the whole minutes that a roster takes off the contract of the longest week."""
    found = reckoning(index, person)
    if found is None:
        return 0
    parts = found.covered + sum(credit(index, person, duty) for duty in duties)
    return min(max(parts // found.parts, found.low), found.high) - found.low


def full_time_week(night: float, sunday: float, rates: dict[str, Any]) -> float:
    """Return the full-time week of a roster in minutes.

    Parameters
    ----------
    night, sunday
        Minutes a week of a full position at night, and on Sundays and holidays outside night.
    rates
        The table that holds.
    """
    off = (rates["night"] * night + rates["sunday"] * sunday) / rates["parts"]
    return float(rates["full_week"] - min(max(off, rates["least"]), rates["most"]))


def night_and_sunday(index: ProblemIndex, duty: Duty) -> tuple[int, int]:
    """Return a duty's minutes at night, and on Sundays and holidays outside night."""
    rates = _rates(index)
    start, end = rates["night_from"], rates["night_to"]
    night = minutes_between(index, duty, start, end)
    sunday = red_minutes_between(index, duty, end, start)
    length = max(1, duty.end - duty.start)  # spring skips an hour: a duty in it has no length
    return night * duty.minutes // length, sunday * duty.minutes // length


def _parts(index: ProblemIndex, duty: Duty) -> int:
    rates = _rates(index)
    night, sunday = night_and_sunday(index, duty)
    return int(rates["night"] * night + rates["sunday"] * sunday)


def _rates(index: ProblemIndex) -> dict[str, Any]:
    return table("three_part", index.clock.date(0))
