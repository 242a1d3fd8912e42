"""The alternatives of a question, each as a problem that is ready to be rostered."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.consistency import require_consistent
from rostering.domain.problem import HorizonKind, Problem
from rostering.errors import BadInput, Fault
from rostering.kinds.window import window
from tasksharing.domain.book import TaskBook
from tasksharing.domain.consistency import require_fit
from tasksharing.domain.minutes import Minutes, minutes_of
from tasksharing.domain.names import Name
from tasksharing.domain.sentences import told
from tasksharing.evaluate.joining import joined
from tasksharing.evaluate.models import BaseId
from tasksharing.evaluate.question import CompareQuestion
from tasksharing.scenarios import Applied, Scenario, apply
from tasksharing.scenarios.changes import ShareStaff

PACKAGE = "tasksharing.evaluate"
ZERO = "zero"


@dataclass(frozen=True)
class Candidate:
    """One alternative: what is rostered, and what its tasks were before and are after.

    ``whole`` is the changed problem of the whole period, ``problem`` what of it is rostered.
    """

    id: str
    name: Name
    base: BaseId
    whole: Problem
    problem: Problem
    book: TaskBook
    before: Minutes
    after: Minutes
    scenario: Scenario | None = None
    applied: Applied | None = None


@dataclass(frozen=True)
class Case:
    """A base: its zero, and the alternatives that are held against it."""

    id: BaseId
    zero: Candidate
    others: tuple[Candidate, ...]

    @property
    def all(self) -> tuple[Candidate, ...]:
        """The zero and all others."""
        return (self.zero, *self.others)


def cases(question: CompareQuestion) -> tuple[Case, ...]:
    """Return the bases of a question with their alternatives.

    Raises
    ------
    BadInput
        With everything that is wrong, before anything is searched.
    """
    require_consistent(question.problem)
    require_fit(question.book, question.problem)
    if found := tuple(_faults(question)):
        raise BadInput(found)
    sharing = [one for one in question.scenarios if shares(one, question.problem)]
    alone = [one for one in question.scenarios if one not in sharing]
    made = [_case("ward", question.problem, question, alone)] if alone or not sharing else []
    if sharing and question.neighbour is not None:
        require_consistent(question.neighbour)
        both = joined(question.problem, question.neighbour)
        require_consistent(both)
        made.append(_case("ward_and_neighbour", both, question, sharing))
    return tuple(made)


def shares(scenario: Scenario, ward: Problem) -> bool:
    """Return whether a scenario shares staff with a unit that the ward itself has not."""
    units, people = {one.id for one in ward.units}, {one.id for one in ward.people}
    return any(
        not set(change.units) <= units or not set(change.people) <= people
        for change in scenario.changes
        if isinstance(change, ShareStaff)
    )


def cut(problem: Problem, days: int | None) -> Problem:
    """Return the first days of a problem; all of it where it has no more."""
    if days is None or days >= problem.horizon.days:
        return problem
    start = problem.horizon.start
    return window(problem, start, start + dt.timedelta(days=days - 1))


def _faults(question: CompareQuestion) -> Iterator[Fault]:
    if question.problem.horizon.kind is HorizonKind.CYCLIC:
        guess = "it is laid out on dates first (turnus prepare)"
        yield Fault("horizon.kind", "a base roster", "a ward on real dates", guess)
    ids = Counter([ZERO, *(one.id for one in question.scenarios)])
    for name, times in ids.items():
        if times > 1:
            yield Fault("scenarios", f"{name!r} {times} times", "each id once")
    for one in question.scenarios:
        if shares(one, question.problem) and question.neighbour is None:
            guess = "give its ward: --neighbour ward:solbakken_3 for the bundled one"
            yield Fault(one.id, "staff shared with a unit that is not there", "a neighbour", guess)


def _case(
    base: BaseId, problem: Problem, question: CompareQuestion, scenarios: list[Scenario]
) -> Case:
    book = question.book
    before = minutes_of(book, problem)
    zero = Candidate(
        id=ZERO,
        name=Name(**told(PACKAGE, "zero").model_dump()),
        base=base,
        whole=problem,
        problem=cut(problem, question.days),
        book=book,
        before=before,
        after=before,
    )
    found: list[Candidate] = []
    faults: list[Fault] = []
    for scenario in scenarios:
        try:
            applied = apply(problem, book, scenario)
        except BadInput as wrong:
            faults += wrong.faults
            continue
        found.append(
            Candidate(
                id=scenario.id,
                name=scenario.name,
                base=base,
                whole=applied.problem,
                problem=cut(applied.problem, question.days),
                book=applied.book,
                before=applied.shared.week.before,
                after=applied.shared.week.after,
                scenario=scenario,
                applied=applied,
            )
        )
    if faults:
        raise BadInput(faults)
    return Case(base, zero, tuple(found))
