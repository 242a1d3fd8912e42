"""Make the bill of a roster: every duty's lines, on-costs, and sums of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from fractions import Fraction

from rostering.bill.lines import Planned, lines, pay_used, planned_before, shares
from rostering.bill.models import Bill, PersonBill, Sum, ValueUsed
from rostering.bill.on_costs import on_costs
from rostering.check import require_fit
from rostering.domain.consistency import require_consistent
from rostering.domain.fields import format_time
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.wages.exact import written
from rostering.wages.load import shipped
from rostering.wages.payroll import Payroll
from rostering.wages.rates import Rates
from rostering.wages.wages import InForce, Wages

GOAL_ONLY = "extra_factor"  # goal ``cost`` has it for what the bill tells line by line
Entry = tuple[str, int, int]


def bill(problem: Problem, roster: Roster, table: Wages | None = None) -> Bill:
    """Return what a roster's duties cost beyond monthly pay, in øre.

    Parameters
    ----------
    problem
        The ward; its people's pay, groups and positions decide what an hour costs.
    roster
        The roster; what was worked takes the place of what was planned.
    table
        A wage table; None is the shipped one that the problem names.

    Raises
    ------
    BadInput
        When roster and problem do not belong together, or the table is not known.
    """
    require_consistent(problem)
    require_fit(problem, roster)
    wages = shipped(problem.wages) if table is None else table
    book = Payroll(ProblemIndex(problem), wages)
    planned = planned_before(problem, roster)
    plan = book.index.plan(roster.effective)
    people = tuple(person_bill(book, line, planned) for line in plan.lines.values())
    return Bill(
        problem_name=problem.name,
        table=wages.id,
        table_name=wages.name,
        start=problem.horizon.start,
        days=problem.horizon.days,
        people=people,
        kinds=_sums((s.key, s.minutes, s.ore) for p in people for s in p.kinds),
        parts=_sums((f"{b.kind}.{b.part}", b.minutes, b.ore) for p in people for b in p.lines),
        on_costs=_sums((c.part, 0, c.ore) for p in people for c in p.on_costs),
        groups=_sums((p.group, sum(s.minutes for s in p.kinds), p.ore) for p in people),
        values=tuple(values_used(wages, problem)),
        total=sum(p.ore for p in people),
    )


def person_bill(book: Payroll, line: Line, planned: Planned) -> PersonBill:
    """Return one person's part of the bill.

    ``planned`` looks up what was to be worked on a date before it was changed.
    """
    found = list(shares(book, line, planned))
    entries = tuple(entry for share in found for entry in lines(book, share))
    on_top = tuple(on_costs(book.wages, entries))
    worked = [(share.kind, share.minutes, 0) for share in found]
    return PersonBill(
        person=line.person.id,
        name=line.person.name,
        group=line.person.group,
        pay=tuple(pay_used(book, found)),
        kinds=_sums([*worked, *((entry.kind, 0, entry.ore) for entry in entries)]),
        lines=entries,
        on_costs=on_top,
        ore=sum(entry.ore for entry in entries) + sum(cost.ore for cost in on_top),
    )


def _sums(entries: Iterable[Entry]) -> tuple[Sum, ...]:
    """Return minutes and øre by key, in the order in which the keys first come."""
    found: dict[str, tuple[int, int]] = {}
    for key, minutes, ore in entries:
        before = found.get(key, (0, 0))
        found[key] = (before[0] + minutes, before[1] + ore)
    return tuple(Sum(key=key, minutes=m, ore=ore) for key, (m, ore) in found.items())


def values_used(wages: Wages, problem: Problem) -> Iterator[ValueUsed]:
    """Yield each value of the table over the period, from each date on which it changes."""
    start, end = problem.horizon.start, problem.horizon.end
    yield _calendar(wages, start)
    days = sorted({start, *(c for c in wages.changes if start < c <= end)})
    before: dict[str, InForce] = {}
    for day in days:
        names = (field.name for field in fields(Rates) if field.name != GOAL_ONLY)
        named = {name: wages.setting(name, day) for name in names}
        named["employer_tax"] = wages.employer_tax(day)
        for name, found in named.items():
            if before.get(name) != found:
                yield ValueUsed(
                    name=name,
                    value=_shown(name, found.value),
                    used_from=day,
                    valid_from=found.valid_from,
                    status=found.status,
                    source=found.source,
                    table=found.table,
                    early=found.early,
                )
        before = named


def _calendar(wages: Wages, start: date) -> ValueUsed:
    table = wages.holiday_pay.table
    return ValueUsed(
        name="calendar",
        value=table.name or table.id,
        used_from=start,
        valid_from=None,
        status=table.status,
        source=table.source,
        table=table.id,
        early=False,
    )


def _shown(name: str, value: object) -> str:
    if isinstance(value, Fraction):
        return written(value)
    if not isinstance(value, tuple):
        return str(value).lower() if isinstance(value, bool) else str(value)
    if name.endswith("_window"):
        return "-".join(format_time(minute) for minute in value)
    if name == "adds_up":
        return ", ".join("+".join(pair) for pair in value)
    return ", ".join(str(part) for part in value)
