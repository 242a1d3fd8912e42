"""What follows from the staff and the tasks alone, whatever roster is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from statistics import fmean

from rostering.domain.contract import weekly_minutes
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person
from rostering.domain.problem import Problem
from rostering.wages.payroll import held
from rostering.wages.table import payroll
from tasksharing.domain.minutes import Minutes, sums
from tasksharing.scenarios.effects import Effects

FULL = 100.0
_YEAR = 365


def calculated(problem: Problem, after: Minutes, effects: Effects | None) -> dict[str, float]:
    """Return people, posts, fixed pay, hours on tasks, training and one-off cost."""
    return {
        **dict(_posts(problem)),
        "cost.base": fixed_pay(problem),
        **dict(_tasks(after)),
        **dict(_learning(effects)),
    }


def fixed_pay(problem: Problem, only: frozenset[str] | None = None) -> float:
    """Return the fixed pay of the period's posts in NOK, with pension and employer's tax.

    A year's pay is taken as it is: holiday pay stands in place of pay while on vacation. ``only``
    are ids of people; None is everybody.
    """
    index = ProblemIndex(problem)
    book = payroll(index)
    total = 0.0
    for person in problem.people:
        if only is not None and person.id not in only:
            continue
        for day in range(index.days):
            when = index.clock.date(day)
            posts = held(person, when)
            if posts:
                rates, tax = book.wages.rates(when), book.wages.employer_tax(when).value
                share = sum(post.percent for post in posts) / FULL
                year = float(book.wage(person, day, person.home_unit).year)
                on_top = (1 + float(rates.pension_percent) / 100) * (1 + float(tax) / 100)
                total += year * share * on_top / _YEAR
    return total


def yearly_pay(problem: Problem, people: frozenset[str]) -> float:
    """Return what the fixed pay of some people's posts comes to in a year, with on-costs."""
    return fixed_pay(problem, people) * _YEAR / problem.horizon.days


def weekly_hours(problem: Problem, people: frozenset[str]) -> float:
    """Return the hours a week that some people's posts owe on the period's first day."""
    when = problem.horizon.start
    return sum(
        weekly_minutes(post, when) / 60
        for person in problem.people
        if person.id in people
        for post in held(person, when)
    )


def percent(problem: Problem, person: Person) -> float:
    """Return a person's position size on the period's first day, in percent."""
    return sum(post.percent for post in held(person, problem.horizon.start))


def _posts(problem: Problem) -> Iterator[tuple[str, float]]:
    sizes: defaultdict[str, list[float]] = defaultdict(list)
    for person in problem.people:
        sizes[person.group].append(percent(problem, person))
    for group, found in sizes.items():
        yield f"people.{group}", float(len(found))
        yield f"fte.{group}", sum(found) / FULL
        with_post = [size for size in found if size]
        if with_post:
            yield f"size.{group}", fmean(with_post)
    yield "people.total", float(len(problem.people))
    yield "fte.total", sum(map(sum, sizes.values())) / FULL
    if problem.base_lines:
        vacant = [line.percent for line in problem.base_lines if not line.holders]
        yield "fte.vacant", sum(vacant) / FULL


def _tasks(after: Minutes) -> Iterator[tuple[str, float]]:
    for group, minutes in sums(after, lambda slot: slot.group).items():
        yield f"task_hours.{group}", float(minutes) / 60


def _learning(effects: Effects | None) -> Iterator[tuple[str, float]]:
    yield "cost.one_off", float(effects.one_off_nok if effects else 0)
    yield "training.hours", effects.training.hours if effects else 0.0
    yield "training.people", float(effects.training.people if effects else 0)
    yield "training.delegations", float(effects.training.delegations if effects else 0)
