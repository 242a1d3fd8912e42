"""Planned hours stay near the contract over the period.

Extra time and overtime do not settle a contract. In a three-part turnus the hours owed follow from
the roster itself: night, Sunday and holiday work takes some off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.people import Person
from rostering.domain.three_part import credit, reckoning, reduction
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import TRUE, Literal, Verbs

ID = "contract_hours"


@dataclass(frozen=True, slots=True)
class Values:
    """How far planned minutes may lie from the contract.

    ``under`` and ``over`` are thousandths of the minutes to plan; ``slack`` is allowed in any
    case, because shifts are not divisible. Time carried in, owed or in plus, may be settled and
    never has to be: that is left to the goal ``hours``.
    """

    under: int | None = limit(Sense.AT_MOST, "per mille")
    over: int | None = limit(Sense.AT_MOST, "per mille")
    slack: int = limit(Sense.AT_MOST, "minutes", 0)


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield a breach when a person's planned minutes leave the band, or pass the own maximum."""
    planned = sum(duty.minutes for duty in line.planned if duty.contractual)
    everything = sum(duty.minutes for duty in line.planned)
    off = reduction(line.index, line.person, line.planned)
    low, high, own = _band(line.index, line.person, limits.at(0))
    if low is not None and planned + off < low:
        facts = {"planned": planned, "low": low - off}
        yield _violation(line, low - off - planned, "under", facts)
    if high is not None and planned + off > high:
        facts = {"planned": planned, "high": high - off}
        yield _violation(line, planned + off - high, "over", facts)
    if own is not None and everything > own:
        facts = {"planned": everything, "high": own}
        yield _violation(line, everything - own, "own", facts)


def _band(
    index: ProblemIndex, person: Person, values: Values
) -> tuple[int | None, int | None, int | None]:
    """Return least and most minutes of the contract, and the person's own maximum."""
    low = high = None
    if values.under is not None and person.positions:
        due = index.contracts[person.id].at_least
        low = due - max(values.slack, due * values.under // 1000)
    if values.over is not None and person.positions:
        allowed = index.contracts[person.id].at_most
        high = allowed + max(values.slack, allowed * values.over // 1000)
    return low, high, None if person.max_hours is None else round(person.max_hours * 60)


def _violation(line: Line, amount: int, name: str, facts: dict[str, int]) -> Violation:
    # a person's own maximum is no value of the rule: it bounds from above, as "over" does
    value, text = "over" if name == "own" else name, f"contract_hours.{name}"
    last = line.last
    return Violation(ID, line.person.id, 0, last, amount, amount, "minutes", text, facts, value)


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver; what a three-part turnus takes off counts like hours worked."""
    person, values = verbs.person, limits.at(0)
    planned = [duty for duty in verbs.candidates if duty.day >= 0]
    if person.max_hours is not None:
        minutes = [(duty.minutes, verbs.takes(duty)) for duty in planned]
        verbs.at_most(minutes, round(person.max_hours * 60))
    if not person.positions or (values.under is None and values.over is None):
        return
    held = verbs.index.contracts[person.id]
    minutes = [(duty.minutes, verbs.takes(duty)) for duty in planned if duty.contractual]
    minutes += _off(verbs)
    if values.over is not None:
        most = held.at_most
        verbs.at_most(minutes, max(most + values.slack, most + most * values.over // 1000))
    if values.under is not None:
        due = held.at_least
        verbs.at_least(minutes, min(due - values.slack, due - due * values.under // 1000))


def _off(verbs: Verbs) -> list[tuple[int, Literal]]:
    """Return what the roster takes off the hours owed, as a sum in minutes."""
    found = reckoning(verbs.index, verbs.person)
    if found is None:
        return []
    parts = [(credit(verbs.index, verbs.person, d), verbs.takes(d)) for d in verbs.candidates]
    parts.append((found.covered, TRUE))
    return [*verbs.share(parts, found.parts, found.low, found.high), (-found.low, TRUE)]


RULE = employee_rule(ID, Values, check, post, always=True)  # max_hours
