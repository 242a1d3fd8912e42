"""Planned hours stay near the contract over the period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.people import Person
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "contract_hours"


@dataclass(frozen=True, slots=True)
class Values:
    """How far planned minutes may lie from the contract.

    ``under`` and ``over`` are thousandths of the minutes to plan; ``slack`` is allowed in any
    case, because shifts are not divisible.
    """

    under: int | None = limit(Sense.AT_MOST, "per mille")
    over: int | None = limit(Sense.AT_MOST, "per mille")
    slack: int = limit(Sense.AT_MOST, "minutes", 0)


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield a breach when a person's planned minutes leave the band."""
    planned = sum(duty.minutes for duty in line.duties if duty.day >= 0)
    person, values = line.person, limits.at(0)
    low, high = _band(line.index, person, values)
    facts = {"planned": planned, "low": low, "high": high}
    if low is not None and planned < low:
        yield _violation(line, low - planned, "contract_hours.under", facts)
    if high is not None and planned > high:
        yield _violation(line, planned - high, "contract_hours.over", facts)


def _band(index: ProblemIndex, person: Person, values: Values) -> tuple[int | None, int | None]:
    """Return least and most minutes; people without a position have only their own maximum."""
    own = None if person.max_hours is None else round(person.max_hours * 60)
    if not person.positions:
        return None, own
    wanted = index.contracts[person.id].to_plan
    low = high = None
    if values.under is not None:
        due = index.contracts[person.id].at_least
        low = due - max(values.slack, due * values.under // 1000)
    if values.over is not None:
        high = wanted + max(values.slack, wanted * values.over // 1000)
    return low, own if high is None else min(high, own if own is not None else high)


def _violation(line: Line, amount: int, text: str, facts: dict[str, int | None]) -> Violation:
    return Violation(
        ID, line.person.id, 0, line.last, amount, amount, "minutes", text, facts
    )  # fmt: skip


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver."""
    person, values = verbs.person, limits.at(0)
    minutes = [(d.minutes, verbs.takes(d)) for d in verbs.candidates if d.day >= 0]
    if person.max_hours is not None or (person.positions and values.over is not None):
        verbs.at_most(minutes, _most(verbs, values))
    if person.positions and values.under is not None:
        due = verbs.index.contracts[person.id].at_least
        verbs.at_least(minutes, min(due - values.slack, due - due * values.under // 1000))


def _most(verbs: Verbs, values: Values) -> int:
    bounds = []
    if verbs.person.max_hours is not None:
        bounds.append(round(verbs.person.max_hours * 60))
    if verbs.person.positions and values.over is not None:
        wanted = verbs.index.contracts[verbs.person.id].to_plan
        bounds.append(max(wanted + values.slack, wanted + wanted * values.over // 1000))
    return min(bounds)


RULE = employee_rule(ID, Values, check, post)
