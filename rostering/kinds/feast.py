"""A feast roster (Christmas, Easter): the base roster, changed where the law asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rostering.check import Court
from rostering.domain.consistency import require_consistent
from rostering.domain.findings import Violation
from rostering.domain.line import Plan
from rostering.domain.problem import AccountBalance, AgreedDays, Problem
from rostering.domain.three_part import reduction
from rostering.errors import BadInput, Fault
from rostering.kinds.window import window

RULE = "red_days"
KEEPING = {"stability": 1000}  # points a changed day: no other goal is reason enough


def feast_problem(ward: Problem, first: date, last: date) -> Problem:
    """Return the weeks around a feast as a problem that keeps to the published base roster.

    Whoever breaks the rule on Sundays and holidays in the published weeks (AML § 10-8 (4)) gets
    as many F3 days as it takes to mend that: days off without a cut in pay. Where an averaging
    agreement covers the person there is no breach, and nothing is changed. Everybody's hours are
    reckoned against what the base roster has in these weeks, so that a heavy or light stretch of
    the cycle is no reason to change it.

    Parameters
    ----------
    ward
        A calendar problem with its published roster, such as ``unroll`` makes.
    first, last
        The feast's dates; the period is their whole weeks, Monday to Sunday.

    Raises
    ------
    BadInput
        When nothing is published, the last date is before the first, or the weeks do not lie in
        the ward's period.
    """
    if last < first:
        dates, needed = f"{first} to {last}", "a last date that is not before the first"
        raise BadInput([Fault("the feast", dates, needed, "the last date is before the first")])
    if not ward.published:
        raise BadInput([Fault("published", "nothing", "the base roster, unrolled to dates")])
    monday = first - timedelta(days=first.weekday())
    sunday = last + timedelta(days=6 - last.weekday())
    weeks = window(ward, monday, sunday)
    court = Court.of(weeks)
    plan = court.index.plan(weeks.published)
    breaches: dict[str, list[Violation]] = {}
    for found in court.judge(plan):
        if found.rule == RULE and found.person is not None:
            breaches.setdefault(found.person, []).append(found)
    days_off = tuple(
        AgreedDays(person=person, kind="F3", days=_fewest(found))
        for person, found in sorted(breaches.items())
    )
    problem = weeks.model_copy(
        update={
            "name": f"{ward.name[:100]}, {first:%Y-%m-%d}",
            "accounts": tuple(_accounts(weeks, court, plan)),
            "agreed_days": days_off,
            "weights": KEEPING | weeks.weights,
        }
    )
    require_consistent(problem)
    return problem


def _fewest(breaches: list[Violation]) -> int:
    """Return the least number of red dates off that mends one person's breaches.

    One date off mends all breaches whose spans hold it: those of two dates in a row are taken
    from the earliest on, so a run of three needs one. An average needs as many as it is over.
    """
    mended, last = 0, min((b.day for b in breaches), default=0) - 1
    spans = [b for b in breaches if b.text != "red_days.average"]
    for breach in sorted(spans, key=lambda b: b.last_day):
        if breach.day > last:
            mended, last = mended + 1, breach.last_day
    over = max((b.amount for b in breaches if b.text == "red_days.average"), default=0)
    return max(mended, over)


def _accounts(weeks: Problem, court: Court, plan: Plan) -> Iterator[AccountBalance]:
    """Yield the accounts, hours such that the published weeks are just what is owed."""
    yield from (balance for balance in weeks.accounts if balance.account != "hours")
    for person, line in plan.lines.items():
        contract = court.index.contracts[person]
        planned = sum(duty.minutes for duty in line.planned if duty.contractual)
        off = reduction(court.index, line.person, line.planned)
        ahead = contract.owed - off - contract.credited - planned
        if ahead:
            yield AccountBalance(person=person, account="hours", minutes=ahead)
