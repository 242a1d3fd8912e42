"""From a problem to a CP-SAT model: rules first, then terms, then locks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ortools.sat.python import cp_model

from rostering.domain.index import ProblemIndex
from rostering.domain.locks import fixed_cells, is_kept
from rostering.domain.problem import RuleMode
from rostering.domain.roster import Assignment
from rostering.model.says import HARD, Binding, Speaker
from rostering.model.verbs import PersonVerbs, PlanVerbs
from rostering.rules.base import Rule
from rostering.rules.registry import BY_ID
from rostering.rulings import Rulings
from rostering.terms.registry import TERMS, weights
from rostering.verbs import Literal

_BARRING = ("availability", "competence")


class Built:
    """A model with the literals of all duties, and how to read a roster back."""

    def __init__(self, index: ProblemIndex, speaker: Speaker, people: list[PersonVerbs]) -> None:
        self.index = index
        self.speaker = speaker
        self.people = people

    @property
    def model(self) -> cp_model.CpModel:
        """The CP-SAT model."""
        return self.speaker.model

    def duties(self) -> Iterable[tuple[Assignment, Literal]]:
        """Yield every open or fixed duty inside the horizon with its literal."""
        for verbs in self.people:
            for duty in verbs.candidates:
                if not duty.past:
                    yield (
                        Assignment(
                            person=verbs.person.id,
                            date=self.index.clock.date(duty.day),
                            shift=duty.code,
                            unit=duty.unit,
                            role=duty.role,
                        ),
                        verbs.takes(duty),
                    )

    def read(self, value: Callable[[Any], bool]) -> tuple[Assignment, ...]:
        """Return the roster in a solution; ``value`` maps a solver literal to its truth."""
        literals = self.speaker.literals
        return tuple(
            sorted(
                (
                    assignment
                    for assignment, literal in self.duties()
                    if literal == 1
                    or (literals.known(literal) and value(literals.variable(literal)))
                ),
                key=lambda assignment: assignment.key,
            )
        )


def build(
    index: ProblemIndex,
    rulings: Rulings,
    *,
    goals: bool = True,
    switched: Callable[[str, str | None], Binding] | None = None,
) -> Built:
    """Return the model of a problem.

    Parameters
    ----------
    goals
        Without goals the model only asks for a lawful roster (priced rules are left out too).
    switched
        Gives the binding of each (rule, person) instead of the problem's own modes.
    """
    speaker = Speaker(index)
    one_a_day = switched is None and _one_a_day(rulings)
    people = [PersonVerbs(speaker, person, one_a_day) for person in index.problem.people]
    poster = _Poster(speaker, rulings, goals, switched)
    for rule_id in _BARRING:
        poster.employee(BY_ID[rule_id], people)
    _lock(index, speaker, people)
    for verbs in people:
        verbs.prune()
    for rule in rulings.active:
        if rule.scope == "employee" and rule.id not in _BARRING:
            poster.employee(rule, people)
    plan = PlanVerbs(speaker, people)
    for rule in rulings.active:
        if rule.scope == "unit":
            poster.unit(rule, plan)
    if goals:
        _post_terms(index, people, plan)
    speaker.finish(goals=goals)
    return Built(index, speaker, people)


def _one_a_day(rulings: Rulings) -> bool:
    rule = BY_ID["no_overlap"]
    hard = rulings.mode(rule.id) is RuleMode.HARD
    return hard and all(v.duties_per_day == 1 for _, v in rulings.values(rule, None).spans)


class _Poster:
    """Posts a rule under the binding that its mode asks for."""

    def __init__(
        self,
        speaker: Speaker,
        rulings: Rulings,
        goals: bool,
        switched: Callable[[str, str | None], Binding] | None,
    ) -> None:
        self.speaker, self.rulings = speaker, rulings
        self.goals, self.switched = goals, switched

    def employee(self, rule: Rule[Any], people: list[PersonVerbs]) -> None:
        for verbs in people:
            if self._bind(rule, verbs.person.id):
                rule.post(verbs, self.rulings.values(rule, verbs.person.id))
        self.speaker.binding = HARD

    def unit(self, rule: Rule[Any], plan: PlanVerbs) -> None:
        if self._bind(rule, None):
            rule.post(plan, self.rulings.values(rule, None))
        self.speaker.binding = HARD

    def _bind(self, rule: Rule[Any], person: str | None) -> bool:
        mode = self.rulings.mode(rule.id)
        if mode is RuleMode.OFF or (mode is RuleMode.PRICED and not self.goals):
            return False
        if self.switched is not None:
            self.speaker.binding = self.switched(rule.id, person)
        elif mode is RuleMode.PRICED:
            self.speaker.binding = Binding(price=self.rulings.price(rule.id))
        else:
            self.speaker.binding = HARD
        return True


def _lock(index: ProblemIndex, speaker: Speaker, people: list[PersonVerbs]) -> None:
    """Fix locked cells, and the published roster before ``frozen_until``."""
    locked = fixed_cells(index)
    for verbs in people:
        for duty in verbs.candidates:
            allowed = locked.get((verbs.person.id, duty.day))
            if allowed is None or duty.past:
                continue
            literal = verbs.takes(duty)
            if not any(is_kept(duty, one) for one in allowed):
                speaker.forbid([literal])
    for (person, day), allowed in locked.items():
        verbs = next(v for v in people if v.person.id == person)
        for one in allowed:
            matching = [verbs.takes(d) for d in verbs.on(day) if is_kept(d, one)]
            speaker.at_least([(1, literal) for literal in matching], 1)


def _post_terms(index: ProblemIndex, people: list[PersonVerbs], plan: PlanVerbs) -> None:
    points = weights(index.problem)
    for term in TERMS:
        if not points[term.id]:
            continue
        if term.scope == "unit":
            term.post(plan, points[term.id])
        else:
            for verbs in people:
                term.post(verbs, points[term.id])
