"""The verbs in CP-SAT: where it is decided whether a rule binds hard, switched or priced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from ortools.sat.python import cp_model

from rostering.domain.index import ProblemIndex
from rostering.model.listener import HARD, Binding
from rostering.model.literals import Literals
from rostering.model.sums import Sums
from rostering.verbs import FALSE, TRUE, Literal, Weighted


class Speaker:
    """One model under construction: literals, objective and the binding in force."""

    def __init__(self, index: ProblemIndex) -> None:
        self.index = index
        self.model = cp_model.CpModel()
        self.literals = Literals(self.model)
        self.binding: Binding = HARD
        self.constant = 0
        self._costs: dict[int, int] = {}
        self.sums = Sums(self.literals)
        self._charges: list[tuple[int, cp_model.IntVar]] = []
        self._all: dict[frozenset[Literal], Literal] = {}
        self._any: dict[frozenset[Literal], Literal] = {}
        self._day_of: dict[Literal, object] = {}
        self._slot_of: dict[Literal, object] = {}
        self._pairs: set[tuple[Literal, Literal]] = set()

    def about(self, person: str | None) -> None:
        """See ``Listener.about``: one model takes in everybody's line alike."""

    def owns(self, literal: Literal, day: object) -> None:
        """See ``Listener.owns``."""
        self._day_of[literal] = day

    def parts(self, literals: Iterable[Literal], whole: object) -> None:
        """See ``Listener.parts``."""
        self._slot_of.update(dict.fromkeys(literals, whole))

    def charge(self, literal: Literal, amount: int) -> None:
        """Add an amount to the objective when a literal is true."""
        folded = self.literals.folded(literal)
        if folded == TRUE:
            self.constant += amount
        elif folded > 0:
            self._costs[folded] = self._costs.get(folded, 0) + amount
        elif folded != FALSE:
            self.constant += amount
            self._costs[-folded] = self._costs.get(-folded, 0) - amount

    def any_of(self, literals: Iterable[Literal]) -> Literal:
        """Return a literal equal to the disjunction; shared by equal calls."""
        opens = self.literals.conjunction([-literal for literal in literals])
        if opens is None:
            return TRUE
        parts = [-literal for literal in opens]
        if len(parts) < 2:
            return parts[0] if parts else FALSE
        key = frozenset(parts)
        if key not in self._any:
            self._any[key] = either = self.literals.new()
            owners = {self._day_of.get(part) for part in parts}
            if len(owners) == 1 and None not in owners:
                exactly = [self.literals.variable(part) for part in (*parts, -either)]
                self.model.add_exactly_one(exactly)
            else:
                self.literals.or_([*parts, -either])
                for part in parts:
                    self.literals.or_([-part, either])
        return self._any[key]

    def all_of(self, literals: Sequence[Literal]) -> Literal:
        """Return a literal that is true at least when all are; shared by equal calls."""
        opens = self.literals.conjunction(literals)
        if opens is None:
            return FALSE
        if len(opens) < 2:
            return opens[0] if opens else TRUE
        key = frozenset(opens)
        if key not in self._all:
            self._all[key] = both = self.literals.new()
            self.literals.or_([*(-literal for literal in opens), both])
        return self._all[key]

    def forbid(self, literals: Sequence[Literal], amount: int = 1) -> None:
        """See ``Says.forbid``."""
        opens = self.literals.conjunction(literals)
        if opens is None:
            return
        if self.binding.price:
            self.charge(self.all_of(opens), amount * self.binding.price)
        elif self.binding.switch is not None:
            self.literals.or_([-self.binding.switch, *(-literal for literal in opens)])
        elif len(opens) == 1:
            self.literals.fix(opens[0], False)
        elif not self._barred_already(opens):
            self.literals.or_([-literal for literal in opens])

    def _barred_already(self, literals: Sequence[Literal]) -> bool:
        """Return whether two of the literals exclude each other for certain; note two that do."""
        if len(literals) == 2:
            key = (min(literals), max(literals))
            known = key in self._pairs
            self._pairs.add(key)
            return known
        places = [place for one in literals if (place := self._slot_of.get(one)) is not None]
        return len(set(places)) < len(places) or any(
            (min(pair), max(pair)) in self._pairs for pair in combinations(literals, 2)
        )

    def at_most(self, weighted: Weighted, bound: int) -> None:
        """See ``Says.at_most``."""
        coefficients, constant = self.literals.linear(weighted)
        room = bound - constant
        if sum(c for c in coefficients.values() if c > 0) <= room:
            return
        if self.binding.price:
            self.sums.charge(coefficients, room, self.binding.price)
        elif not coefficients:
            self.forbid([])
        elif room == 1 and set(coefficients.values()) == {1} and self.binding.switch is None:
            self.model.add_at_most_one(self.literals.variable(k) for k in coefficients)
        else:
            self.sums.bound(coefficients, room, self.binding.switch)

    def at_least(self, weighted: Weighted, bound: int) -> None:
        """See ``Says.at_least``."""
        self.at_most([(-weight, literal) for weight, literal in weighted], -bound)

    def some_clear(self, alternatives: Sequence[Sequence[Sequence[Literal]]]) -> None:
        """See ``Says.some_clear``."""
        choices: list[Literal] = []
        for choice in alternatives:
            opens = [self.literals.conjunction(combination) for combination in choice]
            barring = [combination for combination in opens if combination is not None]
            if not barring:
                return
            if [] not in barring:
                choices.append(self._clear(barring))
        self.forbid([-choice for choice in choices])

    def _clear(self, combinations: list[list[Literal]]) -> Literal:
        """Return a literal that is true only when no combination is."""
        if len(combinations) == 1 and len(combinations[0]) == 1:
            return -combinations[0][0]
        clear = self.literals.new()
        for combination in combinations:
            self.literals.or_([-clear, *(-literal for literal in combination)])
        return clear

    def reaches(self, weighted: Weighted, bound: int) -> Literal:
        """See ``Says.reaches``."""
        coefficients, constant = self.literals.linear(weighted)
        room = bound - constant
        if sum(c for c in coefficients.values() if c > 0) < room:
            return FALSE
        if sum(c for c in coefficients.values() if c < 0) >= room:
            return TRUE
        reached, total = self.literals.new(), self._sum(coefficients)
        switch = self.literals.variable(reached)
        self.model.add(total >= room).only_enforce_if(switch)
        self.model.add(total < room).only_enforce_if(~switch)
        return reached

    def share(self, weighted: Weighted, divisor: int, low: int, high: int) -> Weighted:
        """See ``Says.share``."""
        coefficients, constant = self.literals.linear(weighted)
        least = (constant + sum(c for c in coefficients.values() if c < 0)) // divisor
        most = (constant + sum(c for c in coefficients.values() if c > 0)) // divisor
        bottom, top = (min(max(q, low), high) for q in (least, most))
        if bottom == top:
            return [(bottom, TRUE)]
        quotient = self.model.new_int_var(least, most, "")
        rest = self._sum(coefficients) + constant - divisor * quotient
        self.model.add_linear_constraint(rest, 0, divisor - 1)
        raised = self.model.new_int_var(max(least, low), max(most, low), "")
        self.model.add_max_equality(raised, [quotient, low])
        kept = self.model.new_int_var(bottom, top, "")
        self.model.add_min_equality(kept, [raised, high])
        bits = [(1 << n, self.literals.new()) for n in range((top - bottom).bit_length())]
        parts = [size * self.literals.variable(bit) for size, bit in bits]
        self.model.add(kept == bottom + cp_model.LinearExpr.sum(parts))
        return [(bottom, TRUE), *bits]

    def _sum(self, coefficients: dict[int, int]) -> cp_model.LinearExpr:
        variables = [self.literals.variable(number) for number in coefficients]
        weights = list(coefficients.values())
        total: cp_model.LinearExpr = cp_model.LinearExpr.weighted_sum(variables, weights)
        return total  # never a plain number: a sum without literals is not asked for

    def price(self, literals: Sequence[Literal], amount: int) -> None:
        """See ``Says.price``."""
        if amount:
            self.charge(self.all_of(literals), amount)

    def price_over(self, weighted: Weighted, bound: int, amount: int, convex: int = 0) -> None:
        """See ``Says.price_over``."""
        coefficients, constant = self.literals.linear(weighted)
        self.sums.charge(coefficients, bound - constant, amount, convex)

    def finish(self, *, goals: bool) -> None:
        """Add the sums that were held back and, with goals, the objective from all charges."""
        self._charges += self.sums.flush()
        if goals:
            variables = [self.literals.variable(number) for number in self._costs]
            variables += [charged for _, charged in self._charges]
            weights = [*self._costs.values(), *(amount for amount, _ in self._charges)]
            total = cp_model.LinearExpr.weighted_sum(variables, weights)
            self.model.minimize(total + self.constant)
