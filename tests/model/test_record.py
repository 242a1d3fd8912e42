"""A record holds all that rules and terms say: said again to CP-SAT it is the same model."""

from __future__ import annotations

import pytest
from ortools.sat.python import cp_model

from rostering.check import Court
from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem
from rostering.errors import EngineDrift
from rostering.model.build import build, record
from rostering.model.listener import HARD, Binding
from rostering.model.record import (
    AnyOf,
    Barred,
    Bounded,
    Charged,
    Cleared,
    Reaches,
    Record,
    Recorder,
    ShareBit,
)
from rostering.model.says import Speaker
from rostering.verbs import FALSE, TRUE
from tests.rules.worlds import World
from tests.solve.corner import corner, day
from tests.strategies.columns.small import problems, random_ward

SMALL = {
    **{name: problem for name, problem in problems().items() if name != "history"},
    **{f"random {seed}": random_ward(seed) for seed in (22, 25, 26)},
    "after a past": random_ward(24, people=4, history=True),
    "locked": corner(locks=[{"person": "bo", "date": day(1), "shift": "A"}]),
}
QUICK = ("corner", "wished", "tiny", "pair", "locked", "priced")


def optimum(model: cp_model.CpModel) -> int | None:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return round(solver.objective_value) if status == cp_model.OPTIMAL else None


class Again:
    """Says a record to a CP-SAT model, statement by statement."""

    def __init__(self, index: ProblemIndex, told: Record) -> None:
        self.speaker, self.told = Speaker(index), told
        self.known: dict[int, int] = {TRUE: TRUE}
        for literal in told.barred:
            self.speaker.forbid([self.said(literal)])
        for statements in told.said.values():
            for statement in statements:
                self.say(statement)
        self.speaker.constant += told.constant
        self.speaker.binding = HARD
        self.speaker.finish(goals=True)

    def said(self, literal: int) -> int:
        """Return the model's literal for one of the record."""
        number = abs(literal)
        if number not in self.known:
            meaning = self.told.definitions.get(number)
            self.known[number] = self.speaker.literals.new() if meaning is None else FALSE
            if isinstance(meaning, AnyOf):
                self.known[number] = self.speaker.any_of(map(self.said, meaning.parts))
            elif isinstance(meaning, Reaches):
                self.known[number] = self.speaker.reaches(self.sum(meaning.terms), meaning.bound)
            elif isinstance(meaning, ShareBit):
                self.known[number] = self.bit(meaning)
        found = self.known[number]
        return found if literal > 0 else -found

    def sum(self, terms: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
        return [(weight, self.said(literal)) for weight, literal in terms]

    def bit(self, meaning: ShareBit) -> int:
        """Return a bit of a quotient, whose other bits are made anew for each."""
        weighted = [*self.sum(meaning.terms), (meaning.constant, TRUE)]
        share = self.speaker.share(weighted, meaning.divisor, meaning.low, meaning.high)
        return next(literal for weight, literal in list(share)[1:] if weight == 1 << meaning.bit)

    def say(self, statement: object) -> None:
        """Say one statement, hard or at its price."""
        price = getattr(statement, "price", None)
        self.speaker.binding = HARD if price is None else Binding(price=price)
        if isinstance(statement, Barred):
            self.speaker.forbid([self.said(literal) for literal in statement.literals])
        elif isinstance(statement, Bounded):
            self.speaker.at_most(self.sum(statement.terms), statement.bound)
        elif isinstance(statement, Charged):
            convex = statement.convex if statement.convex > 1 else 0
            self.speaker.price_over(
                self.sum(statement.terms), statement.bound, statement.price, convex
            )
        else:
            assert isinstance(statement, Cleared)
            self.speaker.some_clear(
                [[[self.said(one) for one in c] for c in choice]
                 for choice in statement.alternatives]
            )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "personal"),
    [(name, personal) for name in SMALL for personal in (True, False) if personal or name in QUICK],
)
def test_said_again_a_record_has_the_optimum_of_the_model(name: str, *, personal: bool) -> None:
    problem: Problem = SMALL[name]
    court = Court.of(problem)
    told = record(court.index, court.rulings, personal=personal).record
    again = Again(court.index, told).speaker.model
    assert optimum(again) == optimum(build(court.index, court.rulings).model)


def recorder(*, personal: bool = False) -> Recorder:
    index = ProblemIndex(World("", {"name": "w", "line": "F"}, {}).problem({}))
    return Recorder(index, personal=personal)


def test_statements_are_kept_by_the_person_they_are_about() -> None:
    heard = recorder()
    one, other = heard.literals.new(), heard.literals.new()
    heard.about("ann")
    heard.forbid([one, other])
    heard.about(None)
    heard.at_most([(1, one), (1, other)], 1)
    assert heard.record.said == {
        "ann": [Barred((one, other))],
        None: [Bounded(((1, one), (1, other)), 1)],
    }


def test_what_cannot_bind_is_not_kept() -> None:
    heard = recorder()
    one, other = heard.literals.new(), heard.literals.new()
    heard.at_most([(1, one), (1, other)], 2)
    heard.price_over([(1, one)], 1, 5)
    heard.price([one], 0)
    heard.forbid([one, -one])
    heard.forbid([one, FALSE])
    heard.some_clear([[[one]], []])
    assert heard.record.said == {}


def test_a_priced_rule_is_charged_by_the_size_of_its_breach() -> None:
    heard = recorder()
    one, other = heard.literals.new(), heard.literals.new()
    heard.binding = Binding(price=5)
    heard.forbid([one, other], 3)
    heard.at_most([(2, one), (2, other), (1, TRUE)], 2)
    heard.forbid([TRUE], 2)
    assert heard.record.said == {None: [Barred((one, other), 15),
                                        Charged(((2, one), (2, other)), 1, 5)]}  # fmt: skip
    assert heard.record.constant == 10


def test_a_duty_barred_alone_is_fixed_or_noted() -> None:
    folded, noted = recorder(), recorder(personal=True)
    for heard in (folded, noted):
        heard.owns(duty := heard.literals.new(), ("ann", 0))
        heard.forbid([duty])
    assert (folded.literals.folded(duty), folded.record.barred) == (FALSE, set())
    assert (noted.literals.folded(duty), noted.record.barred) == (duty, {duty})


@pytest.mark.parametrize("personal", [False, True])
def test_what_bars_a_derived_literal_alone_stays_said(*, personal: bool) -> None:
    heard = recorder(personal=personal)
    either = heard.any_of([heard.literals.new(), heard.literals.new()])
    heard.forbid([either])
    assert heard.record.said == {None: [Barred((either,))]}
    assert heard.record.definitions[either] == AnyOf((2, 3))


def test_equal_disjunctions_are_one_literal_and_small_ones_none() -> None:
    heard = recorder()
    one, other = heard.literals.new(), heard.literals.new()
    assert heard.any_of([one, other]) == heard.any_of([other, one, FALSE])
    assert heard.any_of([one, FALSE]) == one
    assert heard.any_of([]) == FALSE
    assert heard.any_of([one, TRUE]) == heard.any_of([one, -one]) == TRUE
    assert len(heard.record.definitions) == 1


def test_thresholds_that_are_certain_are_constants() -> None:
    heard = recorder()
    one, other = heard.literals.new(), heard.literals.new()
    assert heard.reaches([(1, one), (1, other)], 0) == TRUE
    assert heard.reaches([(1, one), (1, other)], 3) == FALSE
    open_one = heard.reaches([(1, one), (1, other), (1, TRUE)], 2)
    assert heard.record.definitions[open_one] == Reaches(((1, one), (1, other)), 1)


def test_a_record_holds_no_switches() -> None:
    heard = recorder()
    heard.binding = Binding(switch=heard.literals.new())
    with pytest.raises(EngineDrift):
        heard.forbid([heard.literals.new()])
