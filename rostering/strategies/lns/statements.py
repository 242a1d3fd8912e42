"""All that a record says, as tables: what a roster costs, and what a change of it touches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from rostering.model.build import Recorded
from rostering.model.record import (
    AnyOf,
    Barred,
    Bounded,
    Charged,
    Cleared,
    Combination,
    Definition,
    Reaches,
    ShareBit,
    Statement,
)
from rostering.strategies.lns.table import Ints, Rows, Table
from rostering.verbs import FALSE, TRUE, Literal

UNIT = -1
HARD = -1
_DEBT_RATIO = 4  # a breach weighs as much as four of the dearest single charges
_NEVER = 10**6
_LEAST_DEBT, _MOST_DEBT = 1_000, 10_000_000


class Definitions:
    """Derived literals: bits of ``clamp(floor((sum + constant) / divisor), low, high) - low``."""

    def __init__(self) -> None:
        self.rows = Rows()
        self.literal: list[int] = []
        self.level: list[int] = []
        self.meaning: list[tuple[int, int, int, int, int]] = []
        self._depth: dict[int, int] = {}

    def add(self, literal: Literal, definition: Definition) -> None:
        """Add a derived literal; all that it speaks of has been added before."""
        if isinstance(definition, AnyOf):
            self.reaches(literal, [(1, part) for part in definition.parts], 1)
        elif isinstance(definition, Reaches):
            self.reaches(literal, definition.terms, definition.bound)
        else:
            d = definition
            self._add(literal, d.terms, (d.constant, d.divisor, d.low, d.high, d.bit))

    def reaches(self, literal: Literal, terms: Sequence[tuple[int, int]], bound: int) -> None:
        """Add a literal that is true when a sum is at or above a bound."""
        self._add(literal, terms, (1 - bound, 1, 0, 1, 0))

    def _add(
        self,
        literal: Literal,
        terms: Sequence[tuple[int, int]],
        meaning: tuple[int, int, int, int, int],
    ) -> None:
        constant = self.rows.add(terms)
        depth = 1 + max((self._depth.get(abs(part), 0) for _, part in terms), default=0)
        self._depth[literal] = depth
        self.literal.append(literal)
        self.level.append(depth)
        self.meaning.append((meaning[0] + constant, *meaning[1:]))


class Statements:
    """Hard and priced sums over literals, and the definitions of derived literals.

    A row is kept when its sum is at or under ``bound``. A priced row (``price`` at least 0) costs
    its price for each unit above, the n-th ``min(n, convex)`` times; for a hard one ``debt`` is
    the points that a unit of breach weighs while a roster is repaired. ``person`` is the row's
    number of the person, ``UNIT`` for unit-wide ones.
    """

    def __init__(self, recorded: Recorded) -> None:
        self.recorded = recorded
        record = recorded.record
        self.constant = record.constant
        self.number = {v.person.id: n for n, v in enumerate(recorded.people)}
        self.impossible = False
        self.cleared: dict[int, Cleared] = {}
        self._rows, self._definitions = Rows(), Definitions()
        self._limits: list[tuple[int, int, int, int]] = []
        self._whole: dict[Combination, Literal] = {}
        self._next = 2 + max(self._literals(), default=1)
        self._shares: dict[object, dict[int, list[Literal]]] = {}
        for literal, definition in record.definitions.items():
            self._definitions.add(literal, definition)
            if isinstance(definition, ShareBit):
                bits = self._shares.setdefault(_share(definition), {})
                bits.setdefault(definition.bit, []).append(literal)
        for person, said in record.said.items():
            who = UNIT if person is None else self.number[person]
            for statement in _needed(said):
                self._keep(who, statement)
        self._keep_fixed()
        self._finish()

    def _literals(self) -> Iterable[int]:
        for verbs in self.recorded.people:
            yield from (abs(verbs.takes(duty)) for duty in verbs.candidates)
        yield from self.recorded.record.definitions

    def _keep(self, who: int, said: Statement) -> None:
        if isinstance(said, Barred):
            self._bar(who, said.literals, said.price)
        elif isinstance(said, Bounded):
            self._add(who, said.terms, said.bound, HARD, 1)
        elif isinstance(said, Charged):
            self._add(who, said.terms, said.bound, said.price, said.convex)
        else:
            self.cleared[len(self._rows)] = said
            blocked = [self._blocked(choice) for choice in said.alternatives]
            self._bar(who, blocked, said.price)

    def _bar(self, who: int, literals: Sequence[Literal], price: int | None) -> None:
        if not literals and price is None:
            self.impossible = True
        terms = [(1, literal) for literal in literals]
        self._add(who, terms, len(terms) - 1, HARD if price is None else price, 1)

    def _add(
        self, who: int, terms: Sequence[tuple[int, int]], bound: int, price: int, convex: int
    ) -> None:
        constant = self._rows.add(terms)
        self._limits.append((bound - constant, price, convex, who))

    def _blocked(self, choice: Sequence[Combination]) -> Literal:
        """Return a literal that is true when any of the combinations is wholly true."""
        parts = [self._all_of(one) for one in choice]
        if len(parts) == 1:
            return parts[0]
        self._next += 1
        self._definitions.reaches(self._next, [(1, part) for part in parts], 1)
        return self._next

    def _all_of(self, combination: Combination) -> Literal:
        if len(combination) == 1:
            return combination[0]
        if combination not in self._whole:
            self._next += 1
            self._whole[combination] = self._next
            terms = [(1, literal) for literal in combination]
            self._definitions.reaches(self._next, terms, len(terms))
        return self._whole[combination]

    def _keep_fixed(self) -> None:
        """Say of each derived literal that a rule has fixed that it is so."""
        for literal in self.recorded.record.definitions:
            folded = self.recorded.literals.folded(literal)
            if folded in (TRUE, FALSE):
                self._bar(UNIT, [-literal if folded == TRUE else literal], None)

    def _finish(self) -> None:
        size = self._next + 1
        self.rows: Table = self._rows.table(size)
        limits = np.array(self._limits, dtype=np.int64).reshape(-1, 4)
        self.bound, self.price, self.convex, self.person = limits.T.copy()
        self.size = size
        self.derived: Table = self._definitions.rows.table(size)
        self.meaning = np.array(self._definitions.meaning, dtype=np.int64).reshape(-1, 5)
        self.level = np.array(self._definitions.level, dtype=np.int64)
        self.name = np.array(self._definitions.literal, dtype=np.int64)
        self.row_of = np.full(size, -1)
        self.row_of[self.name] = np.arange(len(self.name))
        self.levels = int(self.level.max(initial=0))
        self._fix()
        self._weigh()
        self._place()
        del self._rows, self._definitions, self._limits, self._whole

    def _fix(self) -> None:
        """Find the duties' literals whose value rules have fixed."""
        folded = self.recorded.literals.folded
        found = [(n, folded(n)) for n in range(2, self.size) if self.row_of[n] < 0]
        fixed = [(n, value == TRUE) for n, value in found if value in (TRUE, FALSE)]
        self.fixed = np.array([n for n, _ in fixed], dtype=np.int64)
        self.fixed_value = np.array([value for _, value in fixed], dtype=np.int64)

    def _weigh(self) -> None:
        """Find the points of a unit of breach: hours are many units, people few."""
        most = np.ones(len(self.rows), dtype=np.int64)
        owner = np.repeat(np.arange(len(self.rows)), np.diff(self.rows.first))
        np.maximum.at(most, owner, np.abs(self.rows.factor))
        dearest = int((self.price * most).max(initial=0))
        self.breach = min(_MOST_DEBT, max(_LEAST_DEBT, _DEBT_RATIO * dearest))
        self.debt = np.where(self.price == HARD, np.maximum(1, self.breach // most), 0)

    def _place(self) -> None:
        """Find each open duty's person and day, and the row that says: one of that day's at most.

        Literals of other meaning have -1.
        """
        self.who, self.day = np.full(self.size, -1), np.full(self.size, -1)
        for number, verbs in enumerate(self.recorded.people):
            for duty in verbs.candidates:
                literal = verbs.takes(duty)
                if literal not in (TRUE, FALSE) and duty.day >= 0:
                    self.who[literal], self.day[literal] = number, duty.day
        self._date()
        first, literals = self.rows.first, self.rows.literal
        self.exclusive = np.full(self.size, -1)
        for row in np.flatnonzero((self.price == HARD) & (self.bound == 1) & (self.person >= 0)):
            span = slice(first[row], first[row + 1])
            days = self.day[literals[span]]
            if (self.rows.factor[span] == 1).all() and (days == days.max(initial=0)).all():
                self.exclusive[literals[span]] = row

    def _date(self) -> None:
        """Find the first and last day that each row speaks of."""
        first = np.where(self.day < 0, _NEVER, self.day)
        last = self.day.copy()
        for level in range(1, self.levels + 1):
            rows = np.flatnonzero(self.level == level)
            entries, owner = self.derived.entries(rows)
            literals = self.derived.literal[entries]
            np.minimum.at(first, self.name[rows][owner], first[literals])
            np.maximum.at(last, self.name[rows][owner], last[literals])
        owner = np.repeat(np.arange(len(self.rows)), np.diff(self.rows.first))
        self.first = np.full(len(self.rows), _NEVER)
        self.last = np.full(len(self.rows), -1)
        np.minimum.at(self.first, owner, first[self.rows.literal])
        np.maximum.at(self.last, owner, last[self.rows.literal])

    def set_fixed(self, truth: Ints) -> None:
        """Set the literals that rules have fixed."""
        truth[self.fixed] = self.fixed_value

    def siblings(self, bit: ShareBit) -> dict[int, list[Literal]]:
        """Return the literals of all bits of a share; equal shares have literals of their own."""
        return self._shares[_share(bit)]

    def derive(self, truth: Ints, rows: Ints | None = None) -> Ints:
        """Set the derived literals of some (by default all) definitions in ``truth``.

        Return the literals that have changed.
        """
        rows = np.arange(len(self.name)) if rows is None else rows
        changed = [np.zeros(0, dtype=np.int64)]
        for level in range(1, self.levels + 1):
            here = rows[self.level[rows] == level]
            values = bits(self.derived.sums(here, truth), self.meaning[here])
            literals = self.name[here]
            changed.append(literals[truth[literals] != values])
            truth[literals] = values
        return np.concatenate(changed)

    def depending(self, literals: Ints) -> Ints:
        """Return the definitions that depend on some literals, directly or not."""
        found = self.derived.holding(literals)
        while True:
            more = np.union1d(found, self.derived.holding(self.name[found]))
            if len(more) == len(found):
                return found
            found = more

    def duties_of(self, row: int) -> Ints:
        """Return the open duties that a row speaks of, directly or through definitions."""
        found = self.rows.literal[self.rows.entries(np.array([row]))[0]]
        while (named := self.row_of[found])[named >= 0].size:
            parts = self.derived.entries(named[named >= 0])[0]
            found = np.concatenate([found[named < 0], self.derived.literal[parts]])
        return np.unique(found[self.who[found] >= 0])

    def costs(self, rows: Ints, truth: Ints) -> tuple[Ints, Ints]:
        """Return the points of some rows, and what their breaches weigh."""
        over = np.maximum(0, self.rows.sums(rows, truth) - self.bound[rows])
        steps = np.minimum(over, self.convex[rows])
        units = steps * (steps + 1) // 2 + (over - steps) * steps
        return np.maximum(0, self.price[rows]) * units, self.debt[rows] * over


def bits(sums: Ints, meaning: Ints) -> Ints:
    """Return the truth of derived literals from their sums."""
    constant, divisor, low, high, bit = meaning.T
    found: Ints = (np.clip((sums + constant) // divisor, low, high) - low) >> bit & 1
    return found


def _share(bit: ShareBit) -> object:
    return bit.terms, bit.constant, bit.divisor, bit.low, bit.high


def _needed(said: Sequence[Statement]) -> Iterable[Statement]:
    """Yield what is said, without hard clauses that others of the same person make idle."""
    alone: dict[Literal, int] = {}
    pairs = set[Combination]()
    for number, one in enumerate(said):
        if isinstance(one, Bounded) and one.bound == 1 and all(f == 1 for f, _ in one.terms):
            for _, literal in one.terms:
                alone.setdefault(literal, number)
        elif isinstance(one, Barred) and one.price is None and len(one.literals) == 2:
            pairs.add(one.literals)
    for one in said:
        long = isinstance(one, Barred) and one.price is None and len(one.literals) > 2
        if not (long and isinstance(one, Barred) and _idle(one.literals, alone, pairs)):
            yield one


def _idle(literals: Combination, alone: dict[Literal, int], pairs: set[Combination]) -> bool:
    """Return whether two of the literals exclude each other already."""
    days = [alone[one] for one in literals if one in alone]
    if len(set(days)) < len(days):
        return True
    return any((one, two) in pairs for n, one in enumerate(literals) for two in literals[n + 1 :])
