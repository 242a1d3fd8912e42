"""From a problem to a CP-SAT model: rules first, then terms, then locks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.locks import fixed_cells, is_kept
from rostering.domain.problem import RuleMode
from rostering.domain.roster import Assignment
from rostering.model.listener import HARD, Binding, Listener
from rostering.model.literals import Literals
from rostering.model.record import Record, Recorder
from rostering.model.says import Speaker
from rostering.model.verbs import PersonVerbs, PlanVerbs
from rostering.rules.base import Rule
from rostering.rules.registry import BY_ID
from rostering.rulings import Rulings
from rostering.terms.base import Term
from rostering.terms.registry import TERMS, weights
from rostering.verbs import Literal

_BARRING = ("availability", "competence", "minors", "breaks", "weekend_groups")
Switched = Callable[[str, str | None], Binding]
"""Gives the binding of a rule for a person (None for unit-wide rules)."""
Kept = Callable[[str, str | None], bool]
"""Tells whether a rule is said at all for a person (None for unit-wide rules)."""


class Built:
    """A model with the literals of all duties, and how to read a roster back."""

    def __init__(
        self, speaker: Speaker, poster: _Poster, people: list[PersonVerbs], plan: PlanVerbs
    ) -> None:
        self.index = speaker.index
        self.speaker = speaker
        self.people = people
        self.plan, self._poster = plan, poster
        self._weights = weights(self.index.problem)
        self._added: set[str] = set()
        self.complete = False

    def add_goals(self, wanted: Collection[str] | None = None) -> None:
        """Add terms and the objective to a model that has the hard rules.

        ``wanted`` names the terms to add now; the rest, and the priced rules, come with a later
        call without names.
        """
        for term in TERMS:
            if term.id not in self._added and (wanted is None or term.id in wanted):
                self._added.add(term.id)
                _post_term(term, self._weights[term.id], self.speaker, self.people, self.plan)
        if wanted is None:
            self._poster.post_rules(self.people, self.plan, priced=True)
            self.complete = True
        self.speaker.finish(goals=True)

    @property
    def model(self) -> cp_model.CpModel:
        """The CP-SAT model."""
        return self.speaker.model

    def duties(self) -> Iterable[tuple[Assignment, Literal]]:
        """Yield every open or fixed duty inside the horizon with its literal."""
        for verbs in self.people:
            for duty in verbs.candidates:
                if duty.day >= 0:
                    yield assigned(self.index, verbs.person.id, duty), verbs.takes(duty)

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


def assigned(index: ProblemIndex, person: str, duty: Duty) -> Assignment:
    """Return a person's duty as it stands in a roster; its pay where that is not its type's."""
    return Assignment(
        person=person,
        date=index.clock.date(duty.day),
        shift=duty.code,
        unit=duty.unit,
        role=duty.role,
        pay=None if duty.pay is index.shifts[duty.code].pay else duty.pay,
    )


def build(
    index: ProblemIndex,
    rulings: Rulings,
    *,
    goals: bool = True,
    switched: Switched | None = None,
    seldom: bool = True,
    kept: Kept | None = None,
) -> Built:
    """Return the model of a problem.

    Parameters
    ----------
    goals
        Without goals the model only asks for a lawful roster (priced rules are left out too).
    switched
        Gives the binding of each (rule, person) instead of the problem's own modes.
    seldom
        Whether the hard rules that seldom decide are posted; a smaller model leaves them out,
        and what it finds must be judged.
    kept
        Which rules are said for whom, to ask what some of them allow; None for all.
    """
    speaker = Speaker(index)
    people, plan, poster = _post(speaker, rulings, _How(switched, seldom, kept))
    built = Built(speaker, poster, people, plan)
    speaker.finish(goals=False)
    if goals:
        built.add_goals()
    return built


def record(index: ProblemIndex, rulings: Rulings, *, personal: bool = False) -> Recorded:
    """Return all that the active rules and weighed terms say, without a solver.

    Parameters
    ----------
    personal
        See ``Recorder``.
    """
    recorder = Recorder(index, personal=personal)
    people, plan, poster = _post(recorder, rulings, _How())
    poster.post_rules(people, plan, priced=True)
    found = weights(index.problem)
    for term in TERMS:
        _post_term(term, found[term.id], recorder, people, plan)
    return Recorded(recorder.record, recorder.literals, people)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who was spoken of when the hard rules were said, for whoever says staffing otherwise."""

    people: list[PersonVerbs]
    plan: PlanVerbs

    def required(self, rulings: Rulings, day: int) -> bool:
        """Return whether the staffing of a day must be met."""
        rule = BY_ID["coverage"]
        hard = rule in rulings.active and rulings.mode(rule.id) is RuleMode.HARD
        return hard and bool(rulings.values(rule, None).at(day).required)


def speak(listener: Listener, rulings: Rulings, kept: Kept) -> Spoken:
    """Say the hard rules that are kept, and the locks; return who was spoken of."""
    people, plan, _ = _post(listener, rulings, _How(kept=kept))
    return Spoken(people, plan)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A record with the people whose duties its literals stand for."""

    record: Record
    literals: Literals
    people: list[PersonVerbs]


@dataclass(frozen=True, slots=True)
class _How:
    """How rules are said; see ``build``."""

    switched: Switched | None = None
    seldom: bool = True
    kept: Kept | None = None


def _post(
    listener: Listener, rulings: Rulings, how: _How
) -> tuple[list[PersonVerbs], PlanVerbs, _Poster]:
    """Say the hard rules: first what bars single duties, then the rest about those left."""
    # else the switch may let go of it, or it may not be said
    one_a_day = how.switched is None and _one_a_day(rulings) and _all_keep(how, rulings)
    everybody = rulings.index.problem.people
    people = [PersonVerbs(listener, person, one_a_day) for person in everybody]
    poster = _Poster(listener, rulings, how)
    poster.bar(people)
    _lock(rulings.index, listener, people)
    for verbs in people:
        verbs.prune()
    plan = PlanVerbs(listener, people)
    poster.post_rules(people, plan, priced=False)
    return people, plan, poster


def _post_term(
    term: Term, weight: int, listener: Listener, people: list[PersonVerbs], plan: PlanVerbs
) -> None:
    listener.about(None)
    if weight and term.scope == "unit":
        term.post(plan, weight)
    elif weight:
        for verbs in people:
            listener.about(verbs.person.id)
            term.post(verbs, weight)


def _all_keep(how: _How, rulings: Rulings) -> bool:
    people = rulings.index.problem.people
    return how.kept is None or all(how.kept("no_overlap", person.id) for person in people)


def _one_a_day(rulings: Rulings) -> bool:
    rule = BY_ID["no_overlap"]
    hard = rulings.mode(rule.id) is RuleMode.HARD
    return hard and all(v.duties_per_day == 1 for _, v in rulings.values(rule, None).spans)


class _Poster:
    """Posts rules under the binding that their modes ask for."""

    def __init__(self, listener: Listener, rulings: Rulings, how: _How) -> None:
        self.listener, self.rulings = listener, rulings
        self.switched, self.kept = how.switched, how.kept
        hard = RuleMode.HARD
        self.active = [
            rule
            for rule in rulings.active
            if how.seldom or not rule.seldom or rulings.mode(rule.id) is not hard
        ]

    def bar(self, people: list[PersonVerbs]) -> None:
        """Post the hard rules that bar single duties."""
        for rule in self._rules(priced=False):
            if rule.id in _BARRING:
                self._employee(rule, people)

    def post_rules(self, people: list[PersonVerbs], plan: PlanVerbs, *, priced: bool) -> None:
        """Post the rules of one mode, but for those that ``bar`` has posted."""
        for rule in self._rules(priced=priced):
            if rule.scope == "unit":
                if self._keeps(rule, None):
                    self._bind(rule, None)
                    rule.post(plan, self.rulings.values(rule, None))
            elif priced or rule.id not in _BARRING:
                self._employee(rule, people)
        self.listener.binding = HARD

    def _rules(self, *, priced: bool) -> Iterable[Rule[Any]]:
        wanted = RuleMode.PRICED if priced else RuleMode.HARD
        return (rule for rule in self.active if self.rulings.mode(rule.id) is wanted)

    def _employee(self, rule: Rule[Any], people: list[PersonVerbs]) -> None:
        for verbs in people:
            if self._keeps(rule, verbs.person.id):
                self._bind(rule, verbs.person.id)
                rule.post(verbs, self.rulings.values(rule, verbs.person.id))
        self.listener.binding = HARD

    def _keeps(self, rule: Rule[Any], person: str | None) -> bool:
        return self.kept is None or self.kept(rule.id, person)

    def _bind(self, rule: Rule[Any], person: str | None) -> None:
        self.listener.about(person)
        if self.switched is not None:
            self.listener.binding = self.switched(rule.id, person)
        elif self.rulings.mode(rule.id) is RuleMode.PRICED:
            self.listener.binding = Binding(price=self.rulings.price(rule.id))


def _lock(index: ProblemIndex, listener: Listener, people: list[PersonVerbs]) -> None:
    """Fix locked cells, and the published roster before ``frozen_until``."""
    locked = fixed_cells(index)
    for verbs in people:
        for duty in verbs.candidates:
            allowed = locked.get((verbs.person.id, duty.day))
            if allowed is None or duty.day < 0:
                continue
            literal = verbs.takes(duty)
            if not any(is_kept(duty, one) for one in allowed):
                listener.about(verbs.person.id)
                listener.forbid([literal])
    for (person, day), allowed in locked.items():
        verbs = next(v for v in people if v.person.id == person)
        listener.about(person)
        for one in allowed:
            matching = [verbs.takes(d) for d in verbs.on(day) if is_kept(d, one)]
            listener.at_least([(1, literal) for literal in matching], 1)
