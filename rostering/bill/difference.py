"""What a change of a roster costs: two bills held against each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rostering.bill.bill import bill
from rostering.bill.models import Bill, BillDifference, Change, DayChange, Sum
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.wages.wages import Wages

Days = dict[tuple[str, date], tuple[tuple[str, ...], int]]


def difference(
    problem: Problem, before: Roster, after: Roster, table: Wages | None = None
) -> BillDifference:
    """Return how the bill of one roster differs from that of another.

    Raises
    ------
    BadInput
        When a roster and the problem do not belong together, or the table is not known.
    """
    return bills_apart(
        problem, (before, bill(problem, before, table)), (after, bill(problem, after, table))
    )


def bills_apart(
    problem: Problem, before: tuple[Roster, Bill], after: tuple[Roster, Bill]
) -> BillDifference:
    """Return the difference of two bills that are already made, with their rosters."""
    old, new = before[1], after[1]
    return BillDifference(
        problem_name=problem.name,
        table=new.table,
        total_before=old.total,
        total_after=new.total,
        total=new.total - old.total,
        kinds=_changes(old.kinds, new.kinds),
        parts=_changes(old.parts, new.parts),
        on_costs=_changes(old.on_costs, new.on_costs),
        groups=_changes(old.groups, new.groups),
        people=_changes(_by_person(old), _by_person(new)),
        days=tuple(_day_changes(_days(*before), _days(*after), old)),
    )


def _by_person(found: Bill) -> tuple[Sum, ...]:
    return tuple(
        Sum(key=p.person, minutes=sum(s.minutes for s in p.kinds), ore=p.ore) for p in found.people
    )


def _changes(before: tuple[Sum, ...], after: tuple[Sum, ...]) -> tuple[Change, ...]:
    """Return the sums of either bill, equal ones left out."""
    old, new = ({s.key: (s.minutes, s.ore) for s in sums} for sums in (before, after))
    found = []
    for key in dict.fromkeys([*old, *new]):
        one, two = old.get(key, (0, 0)), new.get(key, (0, 0))
        if one != two:
            found.append(
                Change(
                    key=key,
                    minutes_before=one[0],
                    minutes_after=two[0],
                    ore_before=one[1],
                    ore_after=two[1],
                )
            )
    return tuple(found)


def _days(roster: Roster, found: Bill) -> Days:
    """Return shifts and the lines' øre of each person's dates."""
    shifts: dict[tuple[str, date], list[str]] = {}
    for duty in roster.effective:
        shifts.setdefault((duty.person, duty.date), []).append(duty.shift)
    ore: dict[tuple[str, date], int] = {}
    for person in found.people:
        for line in person.lines:
            key = (person.person, line.date)
            ore[key] = ore.get(key, 0) + line.ore
    return {key: (tuple(sorted(codes)), ore.get(key, 0)) for key, codes in shifts.items()}


def _day_changes(before: Days, after: Days, found: Bill) -> Iterator[DayChange]:
    names = {person.person: person.name for person in found.people}
    nothing: tuple[tuple[str, ...], int] = ((), 0)
    for key in sorted(before.keys() | after.keys(), key=lambda key: (key[1], key[0])):
        one, two = before.get(key, nothing), after.get(key, nothing)
        if one != two:
            yield DayChange(
                person=key[0],
                name=names[key[0]],
                date=key[1],
                before=one[0],
                after=two[0],
                ore_before=one[1],
                ore_after=two[1],
            )
