"""Carry burdens from roster to roster: what was carried, credit for absence, a start for the new.

The rules, which ``docs/fairness-ledger.md`` tells in words:

1. Each burden is counted by itself, one point each (``count``); nothing is weighed together.
2. What a person was away from is credited at the ward's mean for those hours, so that absence is
   neither a gain nor a debt.
3. Who is new (``domain.carried``) starts at the ward's median by position size.
4. Points are whole; what is rounded is rounded to the nearest, halves to even.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
    shares = fair_shares(index)
    concerned = _concerned(index, sharing)
    means = _per_minute(index, concerned, here)
    people = tuple(
        PersonEntries(
            person=person.id,
            size=round(size_of(index, person), 2),
            new=is_new(index, person),
            entries=tuple(
                _entry(
                    index,
                    person,
                    burden,
                    (before, here, means),
                    shares.get((burden, person.id)),
                    concerns=person.id in concerned[burden],
                )
                for burden in ALL
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


def _concerned(index: ProblemIndex, sharing: Sequence[Person]) -> dict[Burden, frozenset[str]]:
    """Return whom each burden concerns: who shares it, or would if not away throughout."""
    everybody = frozenset(person.id for person in sharing)
    shares = set(fair_shares(index))
    gone = {one for one in everybody if index.contracts[one].to_plan <= 0}
    if any(index.contracts[one].credited > 0 for one in gone):
        there = [away for away in index.problem.absences if away.person not in gone]
        problem = index.given.model_copy(update={"absences": tuple(there)})
        shares |= {key for key in fair_shares(ProblemIndex(problem)) if key[1] in gone}
    return {
        burden: frozenset(one for one in everybody if (burden, one) in shares)
        if burden in BURDENS
        else everybody
        for burden in ALL
    }


def _per_minute(
    index: ProblemIndex,
    concerned: Mapping[Burden, frozenset[str]],
    here: Mapping[str, Mapping[Burden, int]],
) -> dict[Burden, float]:
    """Return the points of each burden for a planned minute of those whom it concerns."""
    found: dict[Burden, float] = {}
    for burden, people in concerned.items():
        minutes = sum(index.contracts[person].to_plan for person in people)
        found[burden] = sum(here[person][burden] for person in people) / max(1, minutes)
    return found


def _entry(
    index: ProblemIndex,
    person: Person,
    burden: Burden,
    sums: tuple[
        Mapping[tuple[str, str], int],
        Mapping[str, Mapping[Burden, int]],
        Mapping[Burden, float],
    ],
    share: int | None,
    *,
    concerns: bool,
) -> Entry:
    before, here, means = sums
    credit = round(means[burden] * index.contracts[person.id].credited) if concerns else 0
    carried_in, carried = before.get((person.id, burden), 0), here[person.id][burden]
    return Entry(
        burden=burden,
        before=carried_in,
        here=carried,
        credit=credit,
        after=carried_in + carried + credit,
        share=share,
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
