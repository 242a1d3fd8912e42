"""A small CP-SAT model in which only some duties are open and the rest stay as they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rostering.domain.index import ProblemIndex
from rostering.model.listener import HARD as HARD_BINDING
from rostering.model.listener import Binding
from rostering.model.record import AnyOf, Combination, Reaches, ShareBit
from rostering.model.says import Speaker
from rostering.strategies.lns.incumbent import Incumbent
from rostering.strategies.lns.statements import HARD, UNIT
from rostering.strategies.lns.table import Ints, Table, totals
from rostering.verbs import FALSE, TRUE, Literal

OPEN = -1
_MANY_DAYS = 28
_ROUNDS = 3  # of striking out duties that no longer fit; more find little


class Part:
    """What is said of some open duties, everything else constant.

    Parameters
    ----------
    index, incumbent
        The problem, and the roster that gives all other duties their values.
    free
        Literals of the duties that are open; fixed ones must not be among them.
    repair
        Whether broken hard rules are bought off: unit-wide ones and those broken now bind at a
        high price instead.
    goals
        Without goals only what is hard is said, or bought off.
    planned
        While a roster is made by days: those before the first number and from the second on are
        planned, these among them. Of a person's sum over many days only the share of the planned
        ones may be used, at a price.
    """

    def __init__(
        self,
        index: ProblemIndex,
        incumbent: Incumbent,
        free: Ints,
        *,
        repair: bool = False,
        goals: bool = True,
        planned: tuple[int, int] | None = None,
    ) -> None:
        said = self.said = incumbent.statements
        self.incumbent, self.free = incumbent, free
        self._derived = said.depending(free)
        self._touched = said.rows.holding(np.concatenate([free, said.name[self._derived]]))
        if not goals:
            self._touched = self._touched[said.price[self._touched] == HARD]
        self.repair, self._priced = repair, goals or repair
        self._soft = (said.price[self._touched] != HARD) | (
            repair
            & ((said.person[self._touched] == UNIT) | (incumbent.row_debt[self._touched] > 0))
        )
        self.bound = said.bound[self._touched]
        if planned is not None:
            self._share_out(*planned)
        self.value = incumbent.truth.copy()
        self.value[free] = OPEN
        self._open_derived()
        self._strike()
        self.speaker = Speaker(index)
        self.known: dict[int, Literal] = {}
        self._allot()
        self._say()
        self.before = int(incumbent.row_points[self._touched].sum())
        self.before += int(incumbent.row_debt[self._touched].sum())

    def _share_out(self, front: int, back: int) -> None:
        said, rows = self.said, self._touched
        first, end = said.first[rows], said.last[rows] + 1
        days = end - first
        passed = np.clip(front - first, 0, days) + np.clip(end - back, 0, days)
        entries = said.rows.first[rows + 1] - said.rows.first[rows]
        long = (days >= _MANY_DAYS) & (entries >= _MANY_DAYS) & (passed < days)
        long &= said.person[rows] != UNIT
        self.bound = np.where(long, self.bound * passed // np.maximum(1, days), self.bound)
        self._soft |= long

    def _open_derived(self) -> None:
        """Find which derived literals are open, level by level."""
        said = self.said
        for level in range(1, said.levels + 1):
            rows = self._derived[said.level[self._derived] == level]
            fixed, low, high = _ranges(said.derived, rows, self.value)
            meaning = said.meaning[rows]
            constant, divisor, bottom, top, bit = meaning.T
            least = np.clip((fixed + low + constant) // divisor, bottom, top) - bottom
            most = np.clip((fixed + high + constant) // divisor, bottom, top) - bottom
            self.value[said.name[rows]] = np.where(least == most, least >> bit & 1, OPEN)

    def _strike(self) -> None:
        """Give duties that hard rows leave one value that value, and drop idle rows."""
        said, rows, soft, bound = self.said, self._touched, self._soft, self.bound
        for _ in range(_ROUNDS):
            fixed, low, high = _ranges(said.rows, rows, self.value)
            needed = fixed + high > bound
            rows, soft, bound = rows[needed], soft[needed], bound[needed]
            fixed, low = fixed[needed], low[needed]
            room = bound - fixed - low
            entries, owner = said.rows.entries(rows)
            literal, factor = said.rows.literal[entries], said.rows.factor[entries]
            forced = (self.value[literal] == OPEN) & (np.abs(factor) > room[owner]) & ~soft[owner]
            forced &= said.row_of[literal] < 0
            if not forced.any():
                break
            self.value[literal[forced]] = (factor[forced] < 0).astype(np.int64)
            self._open_derived()
        self.rows, self.soft, self.bound = rows, soft, bound
        self.open = self.free[self.value[self.free] == OPEN]

    def _allot(self) -> None:
        """Give each open duty a literal; those of one day exclude each other."""
        groups = self.said.exclusive[self.open]
        for literal, group in zip(self.open.tolist(), groups.tolist(), strict=True):
            self.known[literal] = mine = self.speaker.literals.new()
            if group >= 0 and not self.incumbent.row_debt[group]:
                self.speaker.owns(mine, group)

    def _say(self) -> None:
        table = self.said.rows
        entries, owner = table.entries(self.rows)
        literal, factor = table.literal[entries], table.factor[entries]
        is_open = self.value[literal] == OPEN
        constant = totals(owner, np.where(is_open, 0, factor * self.value[literal]), len(self.rows))
        room = (self.bound - constant).tolist()
        first = np.searchsorted(owner[is_open], np.arange(len(self.rows) + 1)).tolist()
        factors, literals = factor[is_open].tolist(), literal[is_open].tolist()
        for n, row in enumerate(self.rows.tolist()):
            span = slice(first[n], first[n + 1])
            self._row(row, factors[span], literals[span], room[n], soft=bool(self.soft[n]))
        self.speaker.finish(goals=self._priced)

    def _row(
        self, row: int, factors: list[int], literals: list[int], room: int, *, soft: bool
    ) -> None:
        """Say one row; a clause as a clause."""
        price = int(self.said.price[row])
        price = int(self.said.debt[row]) if price == HARD else price
        speaker = self.speaker
        if row in self.said.cleared:
            choices = self.said.cleared[row].alternatives
            speaker.binding = Binding(price=price) if soft else HARD_BINDING
            speaker.some_clear([[self._all(one) for one in choice] for choice in choices])
            speaker.binding = HARD_BINDING
            return
        mine = [self.literal(one) for one in literals]
        if set(factors) <= {1, -1} and room == sum(f > 0 for f in factors) - 1:
            barred = [f * one for f, one in zip(factors, mine, strict=True)]
            if soft:
                speaker.price(barred, price)
            else:
                speaker.forbid(barred)
        elif soft:
            weighted = zip(factors, mine, strict=True)
            speaker.price_over(weighted, room, price, int(self.said.convex[row]))
        else:
            speaker.at_most(zip(factors, mine, strict=True), room)

    def _all(self, combination: Combination) -> list[Literal]:
        return [self.literal(one) for one in combination]

    def literal(self, literal: Literal) -> Literal:
        """Return the part's literal for a literal of the record, a constant where it is one."""
        number = abs(literal)
        if number not in self.known:
            value = self.value[number]
            self.known[number] = self._define(number) if value == OPEN else TRUE if value else FALSE
        found = self.known[number]
        return found if literal > 0 else -found

    def _define(self, literal: Literal) -> Literal:
        definition = self.said.recorded.record.definitions[literal]
        if isinstance(definition, AnyOf):
            return self.speaker.any_of(self._all(definition.parts))
        terms = [(factor, self.literal(one)) for factor, one in definition.terms]
        if isinstance(definition, Reaches):
            return self.speaker.reaches(terms, definition.bound)
        return self._share(literal, definition, terms)

    def _share(
        self, literal: Literal, meaning: ShareBit, terms: Sequence[tuple[int, Literal]]
    ) -> Literal:
        """Say a share once and note all its bits; those of the record count from its ``low``."""
        speaker = self.speaker
        told = [*terms, (meaning.constant, TRUE)]
        kept = list(speaker.share(told, meaning.divisor, meaning.low, meaning.high))
        bits = []
        for place, equals in self.said.siblings(meaning).items():
            mine = speaker.literals.new() if self.value[equals[0]] == OPEN else None
            if mine is not None:
                self.known.update(dict.fromkeys(equals, mine))
            bits.append((1 << place, self.literal(equals[0])))
        equal = [*bits, (meaning.low, TRUE), *((-size, one) for size, one in kept)]
        speaker.at_most(equal, 0)
        speaker.at_least(equal, 0)
        return self.known[literal]


def _ranges(table: Table, rows: Ints, value: Ints) -> tuple[Ints, Ints, Ints]:
    """Return what the fixed literals of some rows add up to, and the least and most of the rest."""
    entries, owner = table.entries(rows)
    literal, factor = table.literal[entries], table.factor[entries]
    is_open = value[literal] == OPEN
    fixed = totals(owner, np.where(is_open, 0, factor * value[literal]), len(rows))
    low = totals(owner, np.where(is_open, np.minimum(factor, 0), 0), len(rows))
    high = totals(owner, np.where(is_open, np.maximum(factor, 0), 0), len(rows))
    return fixed, low, high
