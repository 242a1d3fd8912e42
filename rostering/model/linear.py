"""The linear relaxation of what a ward asks for: how far short of people it must stay.

All rules that are said are kept as sums over duties between 0 and 1; how many are missing in a
minimum, or too many over a maximum, has a slack each, and the sum of slacks is made small. Where
that sum is above 0 no roster exists, for every roster would be a solution without slack. The
other way round nothing follows: half a duty on each of two days keeps many a rule that no roster
does.

The solver's numbers are rounded and not believed: what its duals prove is summed up anew in whole
numbers (``programme``), and that bound is what is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import ceil

from rostering.domain.cells import Cell, counts_in
from rostering.domain.index import ProblemIndex
from rostering.model.build import Kept, Spoken, speak
from rostering.model.programme import SCALE, Programme, whole
from rostering.model.record import Barred, Bounded, Cleared, Recorder
from rostering.model.relaxed import Relaxed
from rostering.rulings import Rulings
from rostering.verbs import FALSE, TRUE, Literal

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


Source = Staffing | Rule


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


class _Relaxation(Relaxed[Source]):
    """Says everything that is hard as sums."""

    def __init__(self, rulings: Rulings, kept: Kept, asked: Asked) -> None:
        super().__init__(("", None))
        recorder = _Sourced(rulings.index, kept)
        spoken = speak(recorder, rulings, recorder.kept)
        self.literals = recorder.literals
        for source, statement in recorder.sourced:
            self.source = source
            self._say(statement)
        self._means(recorder)
        self.bars = recorder.bars
        for cell in rulings.index.cells:
            if spoken.required(rulings, cell.day):
                self._staff(cell, list(_present(spoken, cell)), asked)

    def _say(self, statement: object) -> None:
        match statement:
            case Barred(literals=held, price=None):
                self.at_most([(1, one) for one in held], len(held) - 1)
            case Bounded(terms=terms, bound=bound):
                self.at_most(terms, bound)
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
            terms, constant = self.sum([(-1, one) for one in held])
            self.rows.at_least({**terms, **there}, -len(held) - constant, self.source)
        self.rows.at_least(chosen, 1, self.source)
        self.rows.at_least(dict.fromkeys(chosen, -1), -1, self.source)

    def _means(self, recorder: _Sourced) -> None:
        """Say what derived literals mean; one that nothing spoken of needs is left out."""
        for literal, meaning in recorder.record.definitions.items():
            if literal not in self.columns:
                continue
            self.source = recorder.derived.get(literal, ("", None))
            self.defined(literal, meaning)

    def _staff(self, cell: Cell, present: list[tuple[int, Literal]], asked: Asked) -> None:
        """Say a minimum and a maximum, each with a slack."""
        least = Staffing(cell.row.id, cell.day, least=True)
        if cell.minimum and asked(least):
            terms, constant = self.sum(present)
            slack = self.rows.column(cell.minimum, 1)
            self.rows.at_least({**terms, slack: 1}, cell.minimum - constant, least)
        most = Staffing(cell.row.id, cell.day, least=False)
        if cell.maximum is not None and asked(most):
            terms, constant = self.sum([(-weight, one) for weight, one in present])
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


def _duals(rows: Programme[Source], seconds: float) -> list[float] | None:
    """Return the duals of an optimum; None where there is none in time or nothing is missing."""
    found = rows.solve(seconds)
    return None if found is None or found[0] < TINY else found[1]


def _proved(rows: Programme[Source], duals: list[float], bars: set[Rule]) -> Short | None:
    """Return what duals prove, summed up in whole numbers; None when that is nothing."""
    weights = whole(duals)
    total = rows.proved(weights)
    missing = ceil(total / SCALE) if total > 0 else 0
    if missing <= 0:
        return None
    used = {source for (_, _, source), weight in zip(rows.sums, weights, strict=True) if weight}
    staffing = frozenset(one for one in used if isinstance(one, Staffing))
    rules = frozenset(one for one in used if isinstance(one, tuple))
    return Short(missing, staffing, rules | bars)
