"""Judge a roster while it is edited: only the lines that changed, and what is unit-wide, anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rostering.bill.running import RunningBill
from rostering.check import Court, describe
from rostering.domain.card import BreachEntry
from rostering.domain.findings import Violation
from rostering.domain.line import Line, Plan
from rostering.domain.problem import RuleMode
from rostering.domain.roster import Assignment
from rostering.terms.registry import TERMS, weights

Cell = tuple[str, dt.date]
"""A person's id and a date."""

MOST_TOLD = 20_000  # breaches kept in words for one problem


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """One person's duties with what they break and cost; ``minutes`` are those of the horizon.

    ``told`` keeps the breaches in words, by language: most lines stay as they are while one moves.
    """

    duties: tuple[Assignment, ...]
    line: Line
    violations: tuple[Violation, ...]
    points: int
    told: dict[str, tuple[BreachEntry, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def breaches(self, court: Court, language: str) -> tuple[BreachEntry, ...]:
        """Return the line's breaches in words."""
        if language not in self.told:
            self.told[language] = tuple(_told(court, one, language) for one in self.violations)
        return self.told[language]

    @property
    def minutes(self) -> int:
        """Planned working minutes that count against the contract."""
        return sum(duty.minutes for duty in self.line.planned if duty.contractual)


class LivePlan:
    """A roster with its verdicts; ``changed`` returns another one and leaves this as it is.

    Breaches and total are those of ``check`` and ``score`` on the same roster (a test proves it).
    """

    def __init__(
        self,
        court: Court,
        lines: Mapping[str, JudgedLine],
        costs: Mapping[str, int] | None = None,
        plan: Plan | None = None,
    ) -> None:
        self.court = court
        self._plan = plan
        self.lines = dict(lines)
        self._costs = dict(costs or {})

    @classmethod
    def of(cls, court: Court, assignments: Iterable[Assignment]) -> LivePlan:
        """Judge a whole roster; its people, shifts and dates must be the problem's."""
        mine: dict[str, list[Assignment]] = {person: [] for person in court.index.people}
        for duty in assignments:
            mine[duty.person].append(duty)
        return cls(
            court, {person: _judged(court, person, duties) for person, duties in mine.items()}
        )

    def changed(self, cells: Mapping[Cell, Sequence[Assignment]]) -> LivePlan:
        """Return the roster with other duties in some cells; an empty cell is a day off."""
        after = dict(self.lines)
        for person in {person for person, _ in cells}:
            dates = {date for who, date in cells if who == person}
            kept = [duty for duty in after[person].duties if duty.date not in dates]
            new = [duty for cell, duties in cells.items() if cell[0] == person for duty in duties]
            after[person] = _judged(self.court, person, [*kept, *new])
        kept_costs = {who: ore for who, ore in self._costs.items() if after[who] is self.lines[who]}
        moved = {who: one.line for who, one in after.items() if one is not self.lines[who]}
        return LivePlan(self.court, after, kept_costs, self.plan.changed(moved))

    @property
    def costs(self) -> Mapping[str, int]:
        """What each person's line costs beyond monthly pay, in øre, as the bill tells it.

        The first time takes some milliseconds a person; after a change only who is moved counts.
        """
        memo = self.court.index.memo
        bill = memo.setdefault("running_bill", RunningBill(self.court.index))
        for person, judged in self.lines.items():
            if person not in self._costs:
                self._costs[person] = bill.ore(judged.line)
        return self._costs

    @property
    def known_cost(self) -> int | None:
        """The sum of ``costs``, or None while nobody has asked for them."""
        return sum(self.costs.values()) if self._costs else None

    @property
    def plan(self) -> Plan:
        """The engine's own view of the roster."""
        if self._plan is None:
            lines = {person: one.line for person, one in self.lines.items()}
            self._plan = Plan(self.court.index, lines)
        return self._plan

    @cached_property
    def unit_wide(self) -> tuple[Violation, ...]:
        """Breaches of the rules that judge the whole plan."""
        rulings = self.court.rulings
        unit_rules = (rule for rule in rulings.active if rule.scope == "unit")
        return tuple(v for r in unit_rules for v in r.check(self.plan, rulings.values(r, None)))

    @cached_property
    def total(self) -> int:
        """Points of the score card; fewer is better."""
        points = weights(self.court.index.problem)
        terms = (term for term in TERMS if term.scope == "unit" and points[term.id])
        goals = sum(points[t.id] * c.amount for t in terms for c in t.measure(self.plan))
        own = sum(one.points for one in self.lines.values())
        return goals + own + _priced(self.court, self.unit_wide)

    def breaches(self, language: str = "en") -> tuple[BreachEntry, ...]:
        """Return every breach in words, hard ones first, then by date."""
        entries = [b for one in self.lines.values() for b in one.breaches(self.court, language)]
        entries += [_told(self.court, one, language) for one in self.unit_wide]
        return tuple(sorted(entries, key=lambda b: (not b.hard, b.first, b.rule, b.person or "")))

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """All duties, sorted."""
        duties = (duty for one in self.lines.values() for duty in one.duties)
        return tuple(sorted(duties, key=lambda duty: duty.key))


def _told(court: Court, found: Violation, language: str) -> BreachEntry:
    """Return a breach in words; most of them were there before the last change and are known."""
    known: dict[object, BreachEntry] = court.index.memo.setdefault("told", {})
    facts = repr(sorted(found.facts.items()))
    size = (found.day, found.last_day, found.amount, found.missing, found.unit)
    key = (language, found.rule, found.person, size, found.text, found.value, facts)
    told = known.get(key)
    if told is None:
        if len(known) >= MOST_TOLD:
            known.clear()
        (told,) = describe(court, [found], language)
        known[key] = told
    return told


def _judged(court: Court, person: str, duties: Sequence[Assignment]) -> JudgedLine:
    line = court.index.line(person, [court.index.placed(duty) for duty in duties])
    violations = tuple(court.judge_line(line))
    points = weights(court.index.problem)
    terms = (term for term in TERMS if term.scope != "unit" and points[term.id])
    goals = sum(points[term.id] * cause.amount for term in terms for cause in term.measure(line))
    return JudgedLine(tuple(duties), line, violations, goals + _priced(court, violations))


def _priced(court: Court, violations: Iterable[Violation]) -> int:
    rulings = court.rulings
    return sum(
        rulings.price(found.rule) * found.amount
        for found in violations
        if rulings.mode(found.rule) is RuleMode.PRICED
    )
