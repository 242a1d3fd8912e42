"""Carry burdens from roster to roster: what was carried, credit for absence, a start for the new.

The rules, which ``docs/fairness-ledger.md`` tells in words:

1. Each burden is counted by itself, one point each (``count``); nothing is weighed together.
2. What a person was away from is credited at the ward's mean for those hours, so that absence is
   neither a gain nor a debt.
3. Who is new (``domain.carried``) starts at the ward's median by position size.
4. Points are whole; what is rounded is rounded to the nearest, halves to even.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import pstdev

from rostering.burden.count import ALL, counted
from rostering.burden.models import Burden, Entry, Ledger, PersonEntries
from rostering.check import Court, require_fit
from rostering.domain.canonical import content_hash
from rostering.domain.carried import carried, is_new, size_of
from rostering.domain.fair_share import BURDENS, fair_shares
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Plan
from rostering.domain.people import Person
from rostering.domain.problem import LedgerBalance, Problem
from rostering.domain.roster import Roster

FULL = 100.0


def ledger(problem: Problem, roster: Roster) -> Ledger:
    """Return everybody's burdens after a roster.

    Parameters
    ----------
    problem, roster
        The ward, with the ledger carried in, and its roster; what was worked takes the place of
        what was planned.

    Raises
    ------
    BadInput
        When roster and problem do not belong together.
    """
    require_fit(problem, roster)
    return plan_ledger(Court.of(problem, roster).index.plan(roster.effective))


def plan_ledger(plan: Plan) -> Ledger:
    """Return everybody's burdens after a plan whose index is already there."""
    index, problem = plan.index, plan.index.problem
    here = {person: counted(line) for person, line in plan.lines.items()}
    sharing = [person for person in problem.people if person.positions]
    before = carried(index)
    means = _per_minute(index, sharing, here)
    shares = fair_shares(index)
    people = tuple(
        PersonEntries(
            person=person.id,
            size=round(size_of(index, person), 2),
            new=is_new(index, person),
            entries=tuple(
                _entry(index, person, burden, (before, here, means), shares) for burden in ALL
            ),
        )
        for person in sharing
    )
    return Ledger(
        problem_name=problem.name,
        problem_hash=content_hash(index.given),
        people=people,
        spread=_spread(people),
    )


def carried_on(found: Ledger) -> tuple[LedgerBalance, ...]:
    """Return the balances that the next roster's problem takes in; nothing is left out."""
    return tuple(
        LedgerBalance(person=one.person, burden=entry.burden, points=entry.after)
        for one in found.people
        for entry in one.entries
    )


def _per_minute(
    index: ProblemIndex, sharing: Iterable[Person], here: Mapping[str, Mapping[Burden, int]]
) -> dict[Burden, float]:
    """Return the ward's points of each burden for a minute of contract that was there to plan."""
    people = [person.id for person in sharing]
    minutes = sum(index.contracts[person].to_plan for person in people)
    return {
        burden: sum(here[person][burden] for person in people) / max(1, minutes) for burden in ALL
    }


def _entry(
    index: ProblemIndex,
    person: Person,
    burden: Burden,
    sums: tuple[
        Mapping[tuple[str, str], int],
        Mapping[str, Mapping[Burden, int]],
        Mapping[Burden, float],
    ],
    shares: Mapping[tuple[str, str], int],
) -> Entry:
    before, here, means = sums
    duty = burden in BURDENS
    concerns = not duty or (burden, person.id) in shares
    away = index.contracts[person.id].credited
    credit = round(means[burden] * away) if concerns else 0
    carried_in, carried = before.get((person.id, burden), 0), here[person.id][burden]
    return Entry(
        burden=burden,
        before=carried_in,
        here=carried,
        credit=credit,
        after=carried_in + carried + credit,
        share=shares.get((burden, person.id)) if duty else None,
    )


def _spread(people: Iterable[PersonEntries]) -> dict[Burden, float]:
    """Return, by burden, the standard deviation per full-time post of all who share it."""
    found: dict[Burden, float] = {}
    for place, burden in enumerate(ALL):
        rates = [
            one.entries[place].after * FULL / one.size
            for one in people
            if one.size > 0 and (burden not in BURDENS or one.entries[place].share is not None)
        ]
        found[burden] = round(pstdev(rates), 4) if len(rates) > 1 else 0.0
    return found
