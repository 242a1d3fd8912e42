"""The linear relaxation of what a ward asks for: how far short of people it must stay.

All rules that are said are kept as sums over duties between 0 and 1; how many are missing in a
minimum, or too many over a maximum, has a slack each, and the sum of slacks is made small. Where
that sum is above 0 no roster exists, for every roster would be a solution without slack. The
other way round nothing follows: half a duty on each of two days keeps many a rule that no roster
does.

The solver's numbers are rounded and not believed: from its duals a bound is summed up anew in
whole numbers (weak duality holds for whatever duals), and that bound is what is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import ceil

from ortools.linear_solver import pywraplp

from rostering.domain.cells import Cell, counts_in
from rostering.domain.index import ProblemIndex
from rostering.model.build import Kept, Spoken, speak
from rostering.model.record import AnyOf, Barred, Bounded, Cleared, Reaches, Recorder
from rostering.rulings import Rulings
from rostering.verbs import FALSE, TRUE, Literal

SCALE = 1 << 20  # duals are rounded to this part of one
TINY = 1e-6
Rule = tuple[str, str | None]
"""A rule's id and whom it binds; None for the unit."""


@dataclass(frozen=True, slots=True)
class Staffing:
    """A minimum (or a maximum) of a row on one day."""

    row: str
    day: int
    least: bool


Asked = Callable[[Staffing], bool]
"""Tells whether a minimum or a maximum is asked for."""


@dataclass(frozen=True, slots=True)
class Short:
    """What cannot be met together.

    Parameters
    ----------
    missing
        People missing (or too many) at least, summed over all rows and days: proved.
    staffing, rules
        What has a part in the proof, and all rules that bar single duties: of those no sum tells.
    """

    missing: int
    staffing: frozenset[Staffing]
    rules: frozenset[Rule]


@dataclass(slots=True)
class _Rows:
    """Sums at or above a bound, each with what it comes from; columns lie between 0 and a top."""

    tops: list[int] = field(default_factory=list)
    costs: list[int] = field(default_factory=list)
    sums: list[tuple[dict[int, int], int, Staffing | Rule]] = field(default_factory=list)

    def column(self, top: int = 1, cost: int = 0) -> int:
        self.tops.append(top)
        self.costs.append(cost)
        return len(self.tops) - 1

    def at_least(self, terms: dict[int, int], bound: int, source: Staffing | Rule) -> None:
        least = sum(c * self.tops[column] for column, c in terms.items() if c < 0)
        if least < bound:
            self.sums.append((terms, bound, source))


def shortage(
    rulings: Rulings,
    seconds: float,
    *,
    kept: Kept = lambda _rule, _person: True,
    asked: Asked = lambda _: True,
) -> Short | None:
    """Return what a ward must stay short of by the linear relaxation; None when that proves none.

    Parameters
    ----------
    rulings
        The rules of a problem, with its index.
    seconds
        For the linear programme; with time up nothing is proved, nor where somebody's own rules
        cannot be met whatever the staffing.
    kept, asked
        Which rules are said for whom, and which staffing is asked for; all when left out.
    """
    said = _Relaxation(rulings, kept, asked)
    duals = _duals(said.rows, seconds)
    return None if duals is None else _proved(said.rows, duals, said.bars)


class _Relaxation:
    """Says everything that is hard as sums."""

    def __init__(self, rulings: Rulings, kept: Kept, asked: Asked) -> None:
        self.rows = _Rows()
        self._columns: dict[Literal, int] = {}
        self._source: Rule = ("", None)
        recorder = _Sourced(rulings.index, kept)
        spoken = speak(recorder, rulings, recorder.kept)
        self._literals = recorder.literals
        for source, statement in recorder.sourced:
            self._source = source
            self._say(statement)
        self._means(recorder)
        self.bars = recorder.bars
        for cell in rulings.index.cells:
            if spoken.required(rulings, cell.day):
                self._staff(cell, list(_present(spoken, cell)), asked)

    def _column(self, literal: Literal) -> int:
        if literal not in self._columns:
            self._columns[literal] = self.rows.column()
        return self._columns[literal]

    def _sum(self, weighted: Iterable[tuple[int, Literal]]) -> tuple[dict[int, int], int]:
        """Return coefficients by column, and a constant, of a weighted sum of literals."""
        coefficients, constant = self._literals.linear(weighted)
        return {self._column(one): c for one, c in coefficients.items()}, constant

    def _at_least(self, weighted: Iterable[tuple[int, Literal]], bound: int) -> None:
        terms, constant = self._sum(weighted)
        self.rows.at_least(terms, bound - constant, self._source)

    def _at_most(self, weighted: Iterable[tuple[int, Literal]], bound: int) -> None:
        self._at_least([(-weight, literal) for weight, literal in weighted], -bound)

    def _say(self, statement: object) -> None:
        match statement:
            case Barred(literals=held, price=None):
                self._at_most([(1, one) for one in held], len(held) - 1)
            case Bounded(terms=terms, bound=bound):
                self._at_most(terms, bound)
            case Cleared(alternatives=ways, price=None):
                self._one_clear(ways)
            case _:
                pass  # what has a price binds nobody

    def _one_clear(self, ways: Iterable[Iterable[tuple[Literal, ...]]]) -> None:
        """Say that just one way is chosen, and that nothing of it is wholly true.

        A combination in several ways is said once for all of them: that is tighter.
        """
        chosen: dict[int, int] = {}
        barring: dict[tuple[Literal, ...], dict[int, int]] = {}
        for combinations in ways:
            way = self.rows.column()
            chosen[way] = 1
            for held in combinations:
                barring.setdefault(held, {})[way] = -1
        for held, there in barring.items():
            terms, constant = self._sum([(-1, one) for one in held])
            self.rows.at_least({**terms, **there}, -len(held) - constant, self._source)
        self.rows.at_least(chosen, 1, self._source)
        self.rows.at_least(dict.fromkeys(chosen, -1), -1, self._source)

    def _means(self, recorder: _Sourced) -> None:
        """Say what derived literals mean; one that nothing spoken of needs is left out."""
        for literal, meaning in recorder.record.definitions.items():
            if literal not in self._columns:
                continue
            self._source = recorder.derived.get(literal, ("", None))
            if isinstance(meaning, AnyOf):
                parts = [(1, part) for part in meaning.parts]
                for part in parts:
                    self._at_least([(1, literal), (-1, part[1])], 0)
                self._at_most([(1, literal), *((-1, part) for _, part in parts)], 0)
            elif isinstance(meaning, Reaches):
                least = sum(c for c, _ in meaning.terms if c < 0)
                most = sum(c for c, _ in meaning.terms if c > 0)
                self._at_least([*meaning.terms, (least - meaning.bound, literal)], least)
                self._at_most(
                    [*meaning.terms, (meaning.bound - 1 - most, literal)], meaning.bound - 1
                )

    def _staff(self, cell: Cell, present: list[tuple[int, Literal]], asked: Asked) -> None:
        """Say a minimum and a maximum, each with a slack."""
        least = Staffing(cell.row.id, cell.day, least=True)
        if cell.minimum and asked(least):
            terms, constant = self._sum(present)
            slack = self.rows.column(cell.minimum, 1)
            self.rows.at_least({**terms, slack: 1}, cell.minimum - constant, least)
        most = Staffing(cell.row.id, cell.day, least=False)
        if cell.maximum is not None and asked(most):
            terms, constant = self._sum([(-weight, one) for weight, one in present])
            bound = max(cell.maximum, sum(one == TRUE for _, one in present))
            slack = self.rows.column(max(1, len(present)), 1)
            self.rows.at_least({**terms, slack: 1}, -bound - constant, most)


def _present(spoken: Spoken, cell: Cell) -> Iterator[tuple[int, Literal]]:
    for day, code in cell.options:
        for person, duty, literal in spoken.plan.on_duty(day, code):
            if literal != FALSE and counts_in(spoken.plan.index, person, duty, cell):
                yield 1, literal


class _Sourced(Recorder):
    """A record that also keeps which rule said what; staffing is left out."""

    def __init__(self, index: ProblemIndex, kept: Kept) -> None:
        super().__init__(index)
        self._kept = kept
        self.sourced: list[tuple[Rule, object]] = []
        self.derived: dict[Literal, Rule] = {}
        self.bars: set[Rule] = set()
        self._now: Rule = ("", None)

    def kept(self, rule: str, person: str | None) -> bool:
        """Note which rule speaks next."""
        self._now = (rule, person)
        return rule != "coverage" and self._kept(rule, person)

    def forbid(self, literals: Sequence[Literal], amount: int = 1) -> None:
        """See ``Says.forbid``."""
        opens = self.literals.conjunction(literals)
        if opens is not None and len(opens) == 1:
            self.bars.add(self._now)
        super().forbid(literals, amount)

    def _keep(self, statement: object) -> None:
        self.sourced.append((self._now, statement))
        for literal in islice(self.record.definitions, len(self.derived), None):
            self.derived[literal] = self._now


def _duals(rows: _Rows, seconds: float) -> list[float] | None:
    """Return the duals of an optimum; None where there is none in time or nothing is missing."""
    solver = pywraplp.Solver.CreateSolver("GLOP")
    solver.SetTimeLimit(max(1, int(seconds * 1000)))
    columns = [solver.NumVar(0.0, float(top), "") for top in rows.tops]
    objective = solver.Objective()
    objective.SetMinimization()
    for column, cost in zip(columns, rows.costs, strict=True):
        if cost:
            objective.SetCoefficient(column, float(cost))
    sums = []
    for terms, bound, _ in rows.sums:
        row = solver.Constraint(float(bound), solver.infinity())
        for column, coefficient in terms.items():
            row.SetCoefficient(columns[column], float(coefficient))
        sums.append(row)
    if solver.Solve() != pywraplp.Solver.OPTIMAL or objective.Value() < TINY:
        return None
    return [row.dual_value() for row in sums]


def _proved(rows: _Rows, duals: list[float], bars: set[Rule]) -> Short | None:
    """Return what duals prove, summed up in whole numbers; None when that is nothing."""
    whole = [max(0, round(dual * SCALE)) for dual in duals]
    left = [cost * SCALE for cost in rows.costs]
    total = 0
    for (terms, bound, _), weight in zip(rows.sums, whole, strict=True):
        if weight:
            total += weight * bound
            for column, coefficient in terms.items():
                left[column] -= weight * coefficient
    total += sum(min(0, rest) * top for rest, top in zip(left, rows.tops, strict=True))
    missing = ceil(total / SCALE) if total > 0 else 0
    if missing <= 0:
        return None
    used = {source for (_, _, source), weight in zip(rows.sums, whole, strict=True) if weight}
    staffing = frozenset(one for one in used if isinstance(one, Staffing))
    rules = frozenset(one for one in used if isinstance(one, tuple))
    return Short(missing, staffing, rules | bars)
