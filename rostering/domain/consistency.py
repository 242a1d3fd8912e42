"""Faults that only show when the parts of a problem are held against each other."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from rostering.domain.people import Person, Position
from rostering.domain.placement import misplaced
from rostering.domain.problem import HorizonKind, Problem
from rostering.domain.roster import Assignment
from rostering.errors import BadInput, Fault


def require_consistent(problem: Problem) -> None:
    """Raise ``BadInput`` with every fault that ``faults`` finds."""
    found = tuple(faults(problem))
    if found:
        raise BadInput(found)


def faults(problem: Problem) -> Iterator[Fault]:
    """Yield one fault per broken reference, double entry or date outside the horizon."""
    yield from _twice(problem)
    names = _Names(problem)
    yield from _shift_faults(problem, names)
    for number, person in enumerate(problem.people):
        yield from _person_faults(f"people[{number}]", person, names)
    yield from _demand_faults(problem, names)
    yield from _wish_faults(problem, names)
    yield from _duty_faults(problem, names)
    yield from _other_faults(problem, names)


class _Names:
    """Known ids by kind, and the fault for an unknown one."""

    def __init__(self, problem: Problem) -> None:
        self.unit = {unit.id for unit in problem.units}
        self.competence = {c.code for c in problem.competences}
        self.shift = {shift.code for shift in problem.shifts}
        self.person = {person.id for person in problem.people}
        self.row = {row.id for row in problem.demand if row.exclusive}

    def unknown(self, kind: str, names: Iterable[str], where: str) -> Iterator[Fault]:
        known: set[str] = getattr(self, kind)
        for name in names:
            if name not in known:
                close = difflib.get_close_matches(name, known, 1, 0.5)
                guess = f"{close[0]!r} is meant" if close else f"add it to the list of {kind}s"
                listed = ", ".join(sorted(known)[:12]) or "none"
                yield Fault(where, f"unknown {kind} {name!r}", f"one of: {listed}", guess)


def _twice(problem: Problem) -> Iterator[Fault]:
    groups = {
        "units": [unit.id for unit in problem.units],
        "competences": [c.code for c in problem.competences],
        "shifts": [shift.code for shift in problem.shifts],
        "people": [person.id for person in problem.people],
        "demand": [row.id for row in problem.demand],
        "agreements": [agreement.id for agreement in problem.agreements],
        "base_lines": [line.id for line in problem.base_lines],
    }
    for field, ids in groups.items():
        seen: Counter[str] = Counter()
        for number, name in enumerate(ids):
            seen[name] += 1
            if seen[name] == 2:
                yield Fault(
                    f"{field}[{number}]",
                    f"{name!r} a second time",
                    "each id once",
                    "a row was copied and its id not changed",
                )


def _shift_faults(problem: Problem, names: _Names) -> Iterator[Fault]:
    for number, shift in enumerate(problem.shifts):
        where = f"shifts[{number}]"
        yield from names.unknown("unit", shift.units, f"{where}.units")
        yield from names.unknown("competence", shift.requires.codes, f"{where}.requires")


def _person_faults(where: str, person: Person, names: _Names) -> Iterator[Fault]:
    yield from names.unknown("unit", [person.home_unit], f"{where}.home_unit")
    yield from names.unknown("unit", person.other_units, f"{where}.other_units")
    for number, held in enumerate(person.competences):
        yield from names.unknown("competence", [held.code], f"{where}.competences[{number}]")
    for number, position in enumerate(person.positions):
        here = f"{where}.positions[{number}]"
        yield from names.unknown("unit", [position.unit], here)
        yield from _double_contract(here, person, number, position)
    for number, exemption in enumerate(person.exemptions):
        yield from names.unknown("shift", exemption.shifts, f"{where}.exemptions[{number}]")
    own = person.weekend_from
    if own is not None and own.isoweekday() != 6:
        guess = min(own, date.max - timedelta(days=6)) + timedelta(days=6 - own.isoweekday())
        found = f"{own}, which is none"
        yield Fault(f"{where}.weekend_from", found, "a Saturday", f"{guess} is meant")


def _double_contract(
    where: str, person: Person, number: int, position: Position
) -> Iterator[Fault]:
    for other in person.positions[:number]:
        start = max(position.first or date.min, other.first or date.min)
        if other.id == position.id and start <= min(
            position.last or date.max, other.last or date.max
        ):
            since = "the first day" if start == date.min else str(start)
            yield Fault(
                where,
                f"two contracts for position {position.id!r} of {person.name} from {since}",
                "one contract for a position on any day",
                "the older one should end the day before the newer begins",
            )


def _demand_faults(problem: Problem, names: _Names) -> Iterator[Fault]:
    for number, row in enumerate(problem.demand):
        where = f"demand[{number}]"
        yield from names.unknown("unit", row.units, f"{where}.units")
        yield from names.unknown("shift", row.shifts, f"{where}.shifts")
        yield from names.unknown("competence", row.competence.codes, f"{where}.competence")
    for number, extra in enumerate(problem.reserve):
        where = f"reserve[{number}]"
        yield from names.unknown("unit", extra.units, f"{where}.units")
        yield from names.unknown("shift", extra.shifts, f"{where}.shifts")
        yield from names.unknown("competence", extra.competence.codes, f"{where}.competence")
        yield from _outside(problem, extra.date, extra.date, f"{where}.date")


def _outside(problem: Problem, first: date, last: date, where: str) -> Iterator[Fault]:
    start, end = problem.horizon.start, problem.horizon.end
    if first < start or last > end:
        found = str(first) if first == last else f"{first} to {last}"
        guess = "the year is wrong" if first.year != start.year else "it belongs to another period"
        yield Fault(where, f"{found}, outside the period", f"a date from {start} to {end}", guess)


def _wish_faults(problem: Problem, names: _Names) -> Iterator[Fault]:
    for number, wish in enumerate(problem.wishes):
        where = f"wishes[{number}]"
        yield from names.unknown("person", [wish.person], f"{where}.person")
        yield from names.unknown("shift", wish.shifts, f"{where}.shifts")
        yield from _outside(problem, wish.first, wish.end, where)
    for number, choice in enumerate(problem.call_choices):
        where = f"call_choices[{number}]"
        yield from names.unknown("person", [choice.person], f"{where}.person")
        yield from names.unknown("shift", choice.shifts, f"{where}.shifts")
    for number, away in enumerate(problem.absences):
        where = f"absences[{number}]"
        yield from names.unknown("person", [away.person], f"{where}.person")
        shifts = [away.shift] if away.shift else []
        yield from names.unknown("shift", shifts, f"{where}.shift")
        known = min(problem.history_from or problem.horizon.start, problem.horizon.start)
        if away.end < known or away.first > problem.horizon.end:
            yield from _outside(problem, away.first, away.end, where)


def _duty_faults(problem: Problem, names: _Names) -> Iterator[Fault]:
    for field, duties in (("history", problem.history), ("published", problem.published)):
        seen: set[Assignment] = set()
        for number, duty in enumerate(duties):
            yield from _assignment_faults(f"{field}[{number}]", duty, names)
            again = duty in seen
            seen.add(duty)
            if again:
                found = f"{duty.shift} of {duty.person} on {duty.date} a second time"
                yield Fault(f"{field}[{number}]", found, "each duty once", "a row was copied")
    for number, past in enumerate(problem.history):
        if past.date >= problem.horizon.start:
            yield Fault(
                f"history[{number}].date",
                f"{past.date}, inside the period",
                f"a date before {problem.horizon.start}",
                "it belongs under locks or published",
            )
    for number, lock in enumerate(problem.locks):
        where = f"locks[{number}]"
        yield from names.unknown("person", [lock.person], f"{where}.person")
        yield from names.unknown("shift", [lock.shift] if lock.shift else [], f"{where}.shift")
        yield from names.unknown("unit", [lock.unit] if lock.unit else [], f"{where}.unit")
        yield from names.unknown("row", [lock.role] if lock.role else [], f"{where}.role")
        yield from _outside(problem, lock.date, lock.date, where)
        yield from _lock_faults(problem, number, names)


def _lock_faults(problem: Problem, number: int, names: _Names) -> Iterator[Fault]:
    lock, where = problem.locks[number], f"locks[{number}]"
    known = lock.shift in names.shift and lock.role in {None, *names.row}
    if known and (wrong := misplaced(problem, str(lock.shift), lock.unit, lock.role, lock.date)):
        yield Fault(where, *wrong)
    same = [o for o in problem.locks[:number] if (o.person, o.date) == (lock.person, lock.date)]
    if any((other.shift is None) != (lock.shift is None) for other in same):
        found = f"{lock.person} locked both off and on duty on {lock.date}"
        yield Fault(where, found, "one or the other", "one of the two rows is a left-over")


def _assignment_faults(where: str, duty: Assignment, names: _Names) -> Iterator[Fault]:
    yield from names.unknown("person", [duty.person], f"{where}.person")
    yield from names.unknown("shift", [duty.shift], f"{where}.shift")
    yield from names.unknown("unit", [duty.unit], f"{where}.unit")
    yield from names.unknown("row", [duty.role] if duty.role else [], f"{where}.role")


def _cycle_faults(problem: Problem) -> Iterator[Fault]:
    """Yield what no base roster can have: parts of weeks, and anything with a date of its own."""
    horizon = problem.horizon
    if horizon.kind is not HorizonKind.CYCLIC:
        return
    if horizon.start.isoweekday() != 1 or horizon.days % 7:
        found = f"{horizon.days} days from {horizon.start}"
        yield Fault("horizon", found, "whole weeks from a Monday for a cyclic roster")
    for name in ("history", "absences", "published", "reserve", "agreed_days"):
        if getattr(problem, name):
            found = f"{len(getattr(problem, name))} entries in a cyclic roster"
            guess = "they belong to the calendar roster that it is unrolled to"
            yield Fault(name, found, "none: its weeks are no particular weeks", guess)


def _line_faults(problem: Problem) -> Iterator[Fault]:
    weeks, held = problem.horizon.days // 7, set[str]()
    cyclic = problem.horizon.kind is HorizonKind.CYCLIC
    for number, line in enumerate(problem.base_lines):
        for place, holder in enumerate(line.holders):
            where = f"base_lines[{number}].holders[{place}]"
            if holder.person in held:
                yield Fault(where, f"{holder.person!r} a second time", "one line for each person")
            held.add(holder.person)
            if cyclic and holder.entry_week > max(1, weeks):
                found = f"entry week {holder.entry_week}"
                yield Fault(f"{where}.entry_week", found, f"a week from 1 to {weeks}")


def _other_faults(problem: Problem, names: _Names) -> Iterator[Fault]:
    yield from _cycle_faults(problem)
    yield from _line_faults(problem)
    yield from _pair_faults(problem, names)
    yield from _agreed_faults(problem, names)
    until = problem.horizon.frozen_until
    if until is not None and until > problem.horizon.start and not problem.published:
        yield Fault(
            "horizon.frozen_until",
            f"{until}, but no published roster",
            "a published roster to keep before that date",
            "leave frozen_until out",
        )
    for number, agreement in enumerate(problem.agreements):
        yield from names.unknown("person", agreement.persons, f"agreements[{number}].persons")
    for number, ledger in enumerate(problem.ledger):
        yield from names.unknown("person", [ledger.person], f"ledger[{number}].person")
    for number, account in enumerate(problem.accounts):
        yield from names.unknown("person", [account.person], f"accounts[{number}].person")
    for number, line in enumerate(problem.base_lines):
        yield from names.unknown("unit", [line.unit], f"base_lines[{number}].unit")
        holders = [holder.person for holder in line.holders]
        yield from names.unknown("person", holders, f"base_lines[{number}].holders")


def _pair_faults(problem: Problem, names: _Names) -> Iterator[Fault]:
    for number, pair in enumerate(problem.pairs):
        where = f"pairs[{number}]"
        yield from names.unknown("person", [pair.person, pair.other], where)
        yield from names.unknown("shift", pair.shifts, f"{where}.shifts")
        if pair.person == pair.other:
            yield Fault(where, f"{pair.person!r} twice", "two different people")


def _agreed_faults(problem: Problem, names: _Names) -> Iterator[Fault]:
    """Yield days off of nobody, and more than the period has days."""
    days, sums = problem.horizon.days, Counter[str]()
    for number, agreed in enumerate(problem.agreed_days):
        yield from names.unknown("person", [agreed.person], f"agreed_days[{number}].person")
        sums[agreed.person] += agreed.days
        if sums[agreed.person] > days >= sums[agreed.person] - agreed.days:
            found = f"{sums[agreed.person]} days off of {agreed.person!r} in all"
            needed = f"{days} at most, the days of the period"
            yield Fault(f"agreed_days[{number}].days", found, needed, "they are those of a year")
