"""What column generation needs to know of one person: options, own prices and components."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from rostering.domain.duty import Duty
from rostering.model.build import Recorded
from rostering.model.record import Barred, Bounded, Charged, Cleared
from rostering.model.verbs import PersonVerbs
from rostering.strategies.columns.counters import points
from rostering.strategies.columns.exclusive import require_one_a_day
from rostering.strategies.columns.formula import Formula, Formulas, Gate, Leaf, masks
from rostering.strategies.columns.statements import Clause, Counter, Reader, Use, Weights
from rostering.verbs import TRUE, Literal

OFF = 0
Token = tuple[str, str, str | None, str]
"""Shift code, unit, role and pay of an option."""


@dataclass(frozen=True, slots=True)
class Options:
    """A person's options by day; option 0 is a day off.

    ``literals[day][n]`` is the literal of option ``n + 1`` and ``duties[day][n]`` its duty.
    """

    tokens: tuple[tuple[Token, ...], ...]
    literals: tuple[tuple[Literal, ...], ...]
    duties: tuple[tuple[Duty, ...], ...]

    @property
    def counts(self) -> dict[int, int]:
        """The number of options by day, the day off included."""
        return {day: 1 + len(tokens) for day, tokens in enumerate(self.tokens)}


@dataclass(frozen=True, slots=True)
class Subject:
    """One person as pricing sees it.

    Parameters
    ----------
    own
        Points by day and option that the person alone has: wishes, cost.
    barred
        Whether an option is barred for the person, by day and option.
    clauses, counters
        What binds several days, in a form shared by people with one contract.
    left_out
        Statements that no automaton follows; lines are judged and priced with them afterwards.
    """

    person: str
    options: Options
    own: tuple[tuple[int, ...], ...]
    barred: tuple[tuple[bool, ...], ...]
    clauses: frozenset[Clause]
    counters: frozenset[Counter]
    constant: int
    left_out: int
    possible: bool = True

    @property
    def shape(self) -> Hashable:
        """Equal for people whose days have the same options."""
        return self.options.tokens


def options_of(verbs: PersonVerbs, days: int) -> Options:
    """Return the options of each day: the duties that exclude each other, one literal each."""
    held: list[list[tuple[Token, Literal, Duty]]] = [[] for _ in range(days)]
    for duty in verbs.candidates:
        literal = verbs.takes(duty)
        if duty.day >= 0 and abs(literal) != TRUE:
            token = (duty.code, duty.unit, duty.role, duty.pay.value)
            held[duty.day].append((token, literal, duty))
    ordered = [sorted(day, key=lambda item: repr(item[0])) for day in held]
    return Options(
        tuple(tuple(token for token, _, _ in day) for day in ordered),
        tuple(tuple(literal for _, literal, _ in day) for day in ordered),
        tuple(tuple(duty for _, _, duty in day) for day in ordered),
    )


def subject(recorded: Recorded, verbs: PersonVerbs, days: int) -> Subject:
    """Return a person's part of a record in formulas.

    Raises
    ------
    Unsupported
        When the person may work two duties on one day.
    """
    options = options_of(verbs, days)
    found = _Reading(recorded, verbs, options).subject()
    free = [
        [held for held, barred in zip(zip(*day, strict=True), bars[1:], strict=True) if not barred]
        for *day, bars in zip(options.literals, options.duties, found.barred, strict=True)
    ]
    require_one_a_day(recorded.record, verbs, free)
    return found


class _Reading:
    """Goes through a person's statements once."""

    def __init__(self, recorded: Recorded, verbs: PersonVerbs, options: Options) -> None:
        self.record, self.person, self.options = recorded.record, verbs.person.id, options
        self.counts = options.counts
        self.formulas = Formulas({day: (1 << n) - 1 for day, n in self.counts.items()})
        base: dict[Literal, Formula] = {
            literal: self.formulas.leaf(day, 1 << number)
            for day, literals in enumerate(options.literals)
            for number, literal in enumerate(literals, 1)
        }
        self.reader = Reader(self.formulas, base, self.record.definitions)
        self.own = [[0] * n for n in self.counts.values()]
        self.barred = [[False] * n for n in self.counts.values()]
        self.clauses: dict[Leaf | Gate, int | None] = {}
        self.sums: dict[Weights, list[Use]] = {}
        self.constant = self.left_out = 0
        self.possible = True

    def subject(self) -> Subject:
        for day, literals in enumerate(self.options.literals):
            for number, literal in enumerate(literals, 1):
                self.barred[day][number] = literal in self.record.barred
        for statement in self.record.said.get(self.person, ()):
            if isinstance(statement, Barred | Cleared):
                self._clause(statement)
            else:
                self._sum(statement)
        clauses = frozenset(Clause(f, price) for f, price in self.clauses.items())
        counters = frozenset(Counter(weights, _once(uses)) for weights, uses in self.sums.items())
        return Subject(
            self.person,
            self.options,
            tuple(tuple(day) for day in self.own),
            tuple(tuple(day) for day in self.barred),
            clauses,
            counters,
            self.constant,
            self.left_out,
            self.possible,
        )

    def _clause(self, statement: Barred | Cleared) -> None:
        found = self.reader.clause(statement)
        if found is None:
            self.left_out += 1
        elif found is True:
            self._always(statement.price)
        elif found is not False:
            self._note(found)

    def _note(self, clause: Clause) -> None:
        formula, price = clause.formula, clause.price
        if isinstance(formula, Leaf):
            self._alone(formula, price)
        elif price is None or self.clauses.get(formula, 0) is None:
            self.clauses[formula] = None
        else:
            self.clauses[formula] = (self.clauses.get(formula) or 0) + price

    def _alone(self, leaf: Leaf, price: int | None) -> None:
        """Take in what concerns one day only: it is the person's own."""
        for option in range(self.counts[leaf.day]):
            if leaf.mask >> option & 1:
                if price is None:
                    self.barred[leaf.day][option] = True
                else:
                    self.own[leaf.day][option] += price

    def _always(self, price: int | None) -> None:
        if price is None:
            self.possible = False
        else:
            self.constant += price

    def _sum(self, statement: Bounded | Charged) -> None:
        found = self.reader.counter(statement)
        if found is None:
            self.left_out += 1
            return
        weights, use = found
        if len({leaf.day for formula, _ in weights for leaf in masks(formula)}) < 2:
            self._one_day(weights, use)
        elif not self._bars(weights, use):
            self.sums.setdefault(weights, []).append(use)

    def _one_day(self, weights: Weights, use: Use) -> None:
        """Take in a sum over one day's options, or over nothing."""
        if not weights:
            if use.room < 0:
                self._always(points((use,), 0))
            return
        day = next(leaf.day for formula, _ in weights for leaf in masks(formula))
        for option in range(self.counts[day]):
            left = ((self.formulas.read(f, day, option), weight) for f, weight in weights)
            paid = points((use,), sum(weight for true, weight in left if true is True))
            if paid is None:
                self.barred[day][option] = True
            else:
                self.own[day][option] += paid

    def _bars(self, weights: Weights, use: Use) -> bool:
        """Bar what alone is too much for a sum that only grows; return whether that is all."""
        parts = [(f, use.factor * weight) for f, weight in weights]
        if use.price is not None or any(w < 0 or isinstance(f, Gate) for f, w in parts):
            return False
        left = 0
        for formula, weight in parts:
            if weight > use.room:
                self._note(Clause(formula, None))
            else:
                left += weight
        return left <= use.room


def _once(uses: list[Use]) -> tuple[Use, ...]:
    """Return bounds once each, and charges as often as they are made."""
    bounds = {use for use in uses if use.price is None}
    return tuple(sorted([*bounds, *(use for use in uses if use.price is not None)], key=repr))
