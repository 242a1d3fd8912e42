"""What a manager may let go of, as changes to a problem: none of them touches the law.

Each lever first becomes an elastic problem, in which what it may let go of has a price and all
else is hard; what the best roster of that pays for are the steps. The steps then change the
problem itself, so that a roster of it is lawful without any price.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from rostering.check import Court
from rostering.domain.cells import Cell
from rostering.domain.demand import DemandRow, Level, part_id
from rostering.domain.line import Plan
from rostering.domain.people import HeldCompetence, Person, StaffKind
from rostering.domain.problem import AccountBalance, Problem, RuleMode, RuleSetting
from rostering.domain.roster import Assignment
from rostering.domain.wishes import Lock, Wish, WishKind
from rostering.explain.models import Step
from rostering.explain.owners import is_local
from rostering.rules.registry import BY_ID
from rostering.rulings import Rulings
from rostering.terms.registry import TERMS

LEVERS = ("lower", "hire", "raise", "rule", "unlock")
OF_STAFFING = ("lower", "hire", "raise")
UNLOCK_POINTS = 100
"""Points of an unlocked cell, as for a changed day of a published roster (``stability``)."""
HOUR_POINTS = 5
"""Points of an hour that is credited without a duty: it is paid for nothing."""
RULE_POINTS = 60
"""Points of a broken local rule, as for a breach of the health goals."""
_MINUTES = ("contract_hours", "hours_per_day", "hours_per_week", "hours_mean", "averaging")
_HOUR = 60
_KEPT = ("no_overlap", "coverage", "contract_hours")
"""Never bent as a whole: what stands in them besides, such as a person's own most hours."""
PRICE, DEARER = 10, 11
"""Prices of one person missing on a date; the dearer one where another way out is looked for."""
MANY = 500


def local_rules(rulings: Rulings) -> list[str]:
    """Return the hard rules behind which only the unit's own or local values stand."""
    people = [person.id for person in rulings.index.problem.people]
    return [
        rule.id
        for rule in rulings.active
        if rulings.mode(rule.id) is RuleMode.HARD
        and rule.id not in _KEPT
        and is_local(rulings, rule.id, people if rule.scope == "employee" else ())
    ]


def elastic(problem: Problem, rulings: Rulings, lever: str, dearer: Iterable[Step]) -> Problem:
    """Return the problem in which a lever has a price and nothing else has any.

    Parameters
    ----------
    dearer
        Steps already told; rows on their dates cost more, so that others are found.
    """
    free = {term.id: 0 for term in TERMS}
    update: dict[str, object] = {"weights": free, "wishes": (), "reserve": ()}
    if lever in OF_STAFFING:
        free["row_prices"] = 1
        told = {(step.subject, step.date) for step in dearer}
        update["demand"] = tuple(
            part
            for row in problem.demand
            for part in _by_price(
                problem.demand, row, {d for name, d in told if name == row.id}, lever
            )
        )
    elif lever == "rule":
        priced_rules = {
            rule: problem.rules.get(rule, RuleSetting()).model_copy(
                update={"mode": RuleMode.PRICED, "price": 1 if rule in _MINUTES else _HOUR}
            )
            for rule in local_rules(rulings)
        }
        update["rules"] = {**problem.rules, **priced_rules}
    else:
        free["wishes"] = 1
        update |= {"locks": (), "wishes": tuple(_wished(lock) for lock in problem.locks)}
    return problem.model_copy(update=update)


def _by_price(
    rows: Sequence[DemandRow], row: DemandRow, dear: set[date], lever: str
) -> Iterator[DemandRow]:
    """Yield a row whose minimum (or maximum, to ``raise`` it) is aimed at instead of kept."""
    priced = _aimed(row, lever)
    there = tuple(sorted(when for when in dear if row.applies(when)))
    if row.exclusive or not there:
        yield priced
        return
    yield priced.model_copy(update={"except_dates": tuple(sorted({*row.except_dates, *there}))})
    price = {"price_over" if lever == "raise" else "price_under": DEARER}
    dated = {"only_dates": there, "except_dates": (), "id": part_id(rows, row, "dear")}
    yield priced.model_copy(update={**price, **dated})


def _aimed(row: DemandRow, lever: str) -> DemandRow:
    def aim(level: Level) -> dict[str, int | None]:
        if lever == "raise":
            top = level.maximum
            return {"target": MANY if top is None else top, "maximum": None}
        return {"target": level.minimum, "minimum": 0}

    over = lever == "raise"
    price = {"price_under": 0 if over else PRICE, "price_over": PRICE if over else 0}
    curve = tuple(point.model_copy(update=aim(point)) for point in row.curve)
    return row.model_copy(update={**aim(row), **price, "curve": curve})


def _wished(lock: Lock) -> Wish:
    kind = WishKind.AVOID if lock.shift is None else WishKind.WANT
    shifts = () if lock.shift is None else (lock.shift,)
    return Wish(person=lock.person, first=lock.date, kind=kind, shifts=shifts, points=1)


def steps_of(
    problem: Problem, court: Court, lever: str, roster: Sequence[Assignment]
) -> tuple[Step, ...]:
    """Return what a roster needs of a lever, by the checker's own account on the real problem."""
    plan = court.index.plan(roster)
    if lever == "unlock":
        held = {(duty.person, duty.date, duty.shift) for duty in roster}
        worked = {(duty.person, duty.date) for duty in roster}
        return tuple(
            Step(kind="unlock", subject="", date=lock.date, person=lock.person)
            for lock in problem.locks
            if ((lock.person, lock.date) in worked) == (lock.shift is None)
            or (lock.shift and (lock.person, lock.date, lock.shift) not in held)
        )
    found: dict[tuple[str, date, str], int] = defaultdict(int)
    for one in court.judge(plan) if lever == "rule" else ():
        if court.rulings.mode(one.rule) is RuleMode.HARD:
            found[one.rule, court.index.clock.date(one.day), one.person or ""] += one.amount
    for cell, amount in _off(court, plan, lever) if lever in OF_STAFFING else ():
        key = (cell.row.id, court.index.clock.date(cell.day), "")
        found[key] = max(found[key], amount)
    kind = "lower" if lever == "hire" else lever
    return tuple(
        Step.model_validate(
            {"kind": kind, "subject": name, "date": when, "person": person, "amount": amount}
        )
        for (name, when, person), amount in sorted(found.items())
    )


def _off(court: Court, plan: Plan, lever: str) -> Iterator[tuple[Cell, int]]:
    """Yield the cells that a lever must move, and by how many people: rows may share a name."""
    required = court.rulings.values(BY_ID["coverage"], None)
    for cell in court.index.cells:
        here = plan.in_cell(cell)
        if not required.at(cell.day).required:
            continue
        if lever != "raise" and here < cell.minimum:
            yield cell, cell.minimum - here
        elif lever == "raise" and cell.maximum is not None and here > cell.maximum:
            yield cell, here - cell.maximum


def taken(problem: Problem, steps: Iterable[Step]) -> Problem:
    """Return the problem with minima lowered, cells unlocked, hours credited, rules priced."""
    staffing: dict[str, dict[date, tuple[int, int]]] = defaultdict(dict)
    unlocked: set[tuple[str, date]] = set()
    rules = dict(problem.rules)
    accounts = list(problem.accounts)
    for step in steps:
        if step.kind == "lower":
            staffing[step.subject][step.date] = (step.amount, 0)
        elif step.kind == "raise":
            staffing[step.subject][step.date] = (0, step.amount)
        elif step.kind == "unlock":
            unlocked.add((step.person, step.date))
        elif step.kind == "hours":
            credit = AccountBalance(person=step.person, account="hours", minutes=step.amount)
            accounts.append(credit)
        elif step.kind == "rule":
            held = rules.get(step.subject, RuleSetting())
            priced = {"mode": RuleMode.PRICED, "price": RULE_POINTS}
            rules[step.subject] = held.model_copy(update=priced)
    return problem.model_copy(
        update={
            "demand": tuple(
                part
                for row in problem.demand
                for part in _moved(problem.demand, row, staffing.get(row.id, {}))
            ),
            "locks": tuple(k for k in problem.locks if (k.person, k.date) not in unlocked),
            "rules": rules,
            "accounts": tuple(accounts),
        }
    )


def _moved(
    rows: Sequence[DemandRow], row: DemandRow, by: dict[date, tuple[int, int]]
) -> Iterator[DemandRow]:
    """Yield a row with a lower minimum or a higher maximum on some dates; its target stays.

    An exclusive row is one thing on all dates: its limits move by the most on all of them.
    """
    if not by:
        yield row
        return
    if row.exclusive:
        yield _limits(row, max(low for low, _ in by.values()), max(up for _, up in by.values()))
        return
    yield row.model_copy(update={"except_dates": tuple(sorted({*row.except_dates, *by}))})
    for number, (when, (low, up)) in enumerate(sorted(by.items()), start=1):
        name = part_id(rows, row, str(number))
        own = {"id": name, "only_dates": (when,), "except_dates": ()}
        yield _limits(row, low, up).model_copy(update=own)


def _limits(row: DemandRow, low: int, up: int) -> DemandRow:
    def moved(level: Level) -> dict[str, int | None]:
        top = None if level.maximum is None else level.maximum + up
        return {"minimum": max(0, level.minimum - low), "maximum": top}

    curve = tuple(point.model_copy(update=moved(point)) for point in row.curve)
    return row.model_copy(update={**moved(row), "curve": curve})


def hires(problem: Problem, lower: Iterable[Step]) -> tuple[Step, ...]:
    """Return whom to hire for minima that would be lowered: one person a duty.

    One person fills all rows of a date's shift that lack somebody. Rows that are curves or
    exclusive are left out: which hours or which role to hire for is for the manager to say.
    """
    rows = {row.id: row for row in problem.demand}
    missing: dict[tuple[date, str], list[tuple[DemandRow, int]]] = defaultdict(list)
    for step in lower:
        row = rows[step.subject]
        if can_hire(row):
            missing[step.date, row.shifts[0]].append((row, step.amount))
    steps: list[Step] = []
    for (when, shift), lacking in sorted(missing.items(), key=lambda item: item[0]):
        for turn in range(max(amount for _, amount in lacking)):
            needs = [row for row, amount in lacking if amount > turn]
            steps.append(_hire(problem, needs, shift, when, len(steps) + 1))
    return tuple(steps)


def can_hire(row: DemandRow) -> bool:
    """Return whether it is known what somebody hired for a row would work as."""
    return bool(row.shifts) and not row.exclusive


def _hire(problem: Problem, rows: Sequence[DemandRow], shift: str, when: date, number: int) -> Step:
    kind = next(one for one in problem.shifts if one.code == shift)
    needs = [kind.requires, *(row.competence for row in rows)]
    codes = dict.fromkeys(code for need in needs for code in (*need.all_of, *need.any_of[:1]))
    subject = max(rows, key=lambda row: len(row.competence.codes)).id
    return Step(
        kind="hire",
        subject=subject,
        date=when,
        person=f"hired-{number}",
        shift=shift,
        competences=tuple(codes),
    )


def hiring(problem: Problem, steps: Collection[Step]) -> Problem:
    """Return the problem with agency staff, each locked to one duty and to no other hours."""
    rows = {row.id: row for row in problem.demand}
    people = [_agency(problem, step, rows[step.subject].units[0]) for step in steps]
    locks = [
        Lock(person=step.person, date=step.date, shift=step.shift, unit=person.home_unit)
        for step, person in zip(steps, people, strict=True)
    ]
    update = {"people": (*problem.people, *people), "locks": (*problem.locks, *locks)}
    return problem.model_copy(update=update)


def _agency(problem: Problem, step: Step, unit: str) -> Person:
    kind = next(one for one in problem.shifts if one.code == step.shift)
    needed = set(step.competences)
    group = next((p.group for p in problem.people if needed <= _held(p)), "")
    minutes = (kind.end_minute - kind.start) - kind.unpaid_break
    return Person(
        id=step.person,
        name=step.person,
        home_unit=unit,
        kind=StaffKind.AGENCY,
        group=group,
        competences=tuple(HeldCompetence(code=code) for code in step.competences),
        max_hours=(minutes + _HOUR) / _HOUR,
    )


def _held(person: Person) -> set[str]:
    return {held.code for held in person.competences}
