"""How far the bound of a ward can fall when a few people change: a worth without a search.

A linear relaxation keeps the staffing plan, each person's hard sums (hours, days, weekends) and the
goals of `OWN`. What binds people together otherwise, bars combinations or weighs people against
each other is left out: that only lowers the bound. With prices for the staffing cells it falls
apart into the cells and one small programme a person, so whoever changes is priced alone. Any
prices give a bound that holds; the duals of the ward as it is give one that is tight for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from rostering.check import Court
from rostering.domain.cells import Cell, counts_in
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person
from rostering.domain.problem import Problem, RuleMode
from rostering.explain.subward import only
from rostering.model.build import Recorded, record
from rostering.model.programme import SCALE, Programme, whole
from rostering.model.record import AnyOf, Barred, Bounded, Charged
from rostering.model.relaxed import Relaxed
from rostering.model.verbs import PersonVerbs
from rostering.rules.registry import BY_ID
from rostering.rulings import Rulings
from rostering.terms.registry import TERMS, weights
from rostering.verbs import TRUE, Literal

OWN = ("hours", "wishes")
"""Goals of one line alone that the relaxation keeps, beside the prices of the staffing plan."""
BARRED = 100_000
"""Points for each person under a minimum or over a maximum: a bound may have some, no roster."""
CROWD = 500  # more people than a cell can have
SECONDS = 120.0
Key = tuple[str, int, int]
"""A staffing cell: row, day and start."""
Sum = tuple[dict[int, int], int]


@dataclass(frozen=True, slots=True)
class Asked:
    """A cell and its points for each person under and over the target."""

    cell: Cell
    under: int
    over: int


Cells = Mapping[Key, Asked]
Side = tuple[Key, bool]
"""A cell from under its target (True) or from over it."""
Prices = Mapping[Side, int]
"""What one person more is worth on a side of a cell, in parts of ``SCALE``."""


def priced(problem: Problem, seconds: float = SECONDS) -> Priced | None:
    """Return a ward's relaxation with the prices of its optimum; None where time was too short.

    Raises
    ------
    BadInput
        When the problem has faults.
    """
    cells = _cells(problem)
    parts = [_Part(problem, person, cells) for person in problem.people]
    programme: Programme[str | Side] = Programme()
    present: defaultdict[Key, list[Sum]] = defaultdict(list)
    for part in parts:
        first = programme.join(part.rows)
        for key, (terms, constant) in part.present.items():
            present[key].append(({first + n: c for n, c in terms.items()}, constant))
    for key, asked in cells.items():
        _staff(programme, key, asked, present[key])
    found = programme.solve(seconds)
    if found is None:
        return None
    duals = whole(found[1])
    sides = zip(programme.sums, duals, strict=True)
    prices = {side: dual for (_, _, side), dual in sides if isinstance(side, tuple)}
    return Priced(problem, cells, prices, parts, duals)


class Priced:
    """A ward's relaxation with prices for its cells (in parts of ``SCALE``)."""

    def __init__(
        self,
        problem: Problem,
        cells: Cells,
        prices: Prices,
        parts: Iterable[_Part],
        duals: list[int],
    ) -> None:
        self.problem, self._cells, self._prices = problem, cells, prices
        self._least: dict[str, int] = {}
        at = 0
        for part in parts:
            mine = duals[at : at + len(part.rows.sums)]
            self._least[part.person] = part.proved(mine, prices)
            at += len(mine)
        self.points = self.bound_of(problem)

    def bound_of(self, changed: Problem) -> float:
        """Return points that every roster of a changed ward has at least.

        People who did not change are not looked at again.
        """
        same = changed.demand == self.problem.demand and changed.shifts == self.problem.shifts
        cells = self._cells if same else _cells(changed)
        before = {person.id: person for person in self.problem.people}
        known = _but_people(changed) == _but_people(self.problem)
        total = _charged(cells, self._prices)
        for person in changed.people:
            if known and before.get(person.id) == person:
                total += self._least[person.id]
            else:
                total += _Part(changed, person, cells).least(self._prices)
        return total / SCALE


class _Part(Relaxed["str | Side"]):
    """One person's sums, and how the person counts in the cells."""

    def __init__(self, problem: Problem, person: Person, cells: Cells) -> None:
        super().__init__(person.id)
        self.person = person.id
        court = Court.of(_alone(problem, person))
        recorded = record(court.index, court.rulings)
        verbs = recorded.people[0]
        self.literals, self.constant = recorded.literals, recorded.record.constant
        self._sums = dict(_day_sums(recorded, verbs)) if _one_a_day(court.rulings) else {}
        if self._sums:
            self._one_a_day(verbs)
        for statement in recorded.record.said.get(person.id, ()):
            self._say(statement)
        for literal, meaning in recorded.record.definitions.items():
            if literal in self.columns:
                self.defined(literal, meaning)
        self.present = dict(self._presence(court.index, verbs, cells))

    def sum(self, weighted: Iterable[tuple[int, Literal]]) -> Sum:
        """See ``Relaxed.sum``; whether there is work on a day is the sum of the day's duties."""
        opened: list[tuple[int, Literal]] = []
        for weight, literal in weighted:
            parts = self._sums.get(abs(literal))
            if parts is None:
                opened.append((weight, literal))
            else:
                sign = weight if literal > 0 else -weight
                opened += [(sign, part) for part in parts]
                opened += [] if literal > 0 else [(weight, TRUE)]
        return super().sum(opened)

    def least(self, prices: Prices) -> int:
        """Return the least that a line costs under prices, proved, in parts of ``SCALE``."""
        less, _ = self._earned(prices)
        found = self.rows.solve(SECONDS, less)
        weights = [0] * len(self.rows.sums) if found is None else whole(found[1])
        return self.proved(weights, prices)

    def proved(self, weights: list[int], prices: Prices) -> int:
        """Return what weights of the sums prove of every line under prices."""
        less, earned = self._earned(prices)
        return self.rows.proved(weights, less) - earned + self.constant * SCALE

    def _earned(self, prices: Prices) -> tuple[dict[int, int], int]:
        """Return what each column earns in the cells, and what is earned whatever is worked."""
        less: defaultdict[int, int] = defaultdict(int)
        fixed = 0
        for key, (terms, constant) in self.present.items():
            price = prices.get((key, True), 0) - prices.get((key, False), 0)
            fixed += price * constant
            for column, times in terms.items():
                less[column] += price * times
        return less, fixed

    def _one_a_day(self, verbs: PersonVerbs) -> None:
        for day in range(verbs.index.days):
            duties = [(1, verbs.takes(duty)) for duty in verbs.on(day) if duty.contractual]
            self.at_most(duties, 1)

    def _presence(
        self, index: ProblemIndex, verbs: PersonVerbs, cells: Cells
    ) -> Iterator[tuple[Key, Sum]]:
        near: defaultdict[tuple[int, str], list[Key]] = defaultdict(list)
        for key, asked in cells.items():
            for option in asked.cell.options:
                near[option].append(key)
        held: defaultdict[Key, list[tuple[int, Literal]]] = defaultdict(list)
        for duty in verbs.candidates:
            for key in near[duty.day, duty.code]:
                if counts_in(index, verbs.person, duty, cells[key].cell):
                    held[key].append((1, verbs.takes(duty)))
        for key, terms in held.items():
            yield key, self.sum(terms)

    def _say(self, statement: object) -> None:
        match statement:
            case Barred(literals=held, price=int() as price):
                terms, constant = self.sum([(-1, one) for one in held])
                terms[self.rows.column(1, price)] = 1
                self.rows.at_least(terms, 1 - len(held) - constant, self.source)
            case Barred(literals=(alone,)):
                self.at_most([(1, alone)], 0)
            case Bounded(terms=terms, bound=bound):
                self.at_most(terms, bound)
            case Charged():
                self._charge(statement)
            case _:
                pass  # combinations that are barred: a half of each is allowed anyway

    def _charge(self, said: Charged) -> None:
        """Charge what is above a bound by a column for each step of its price."""
        most = sum(c for c, _ in said.terms if c > 0) - said.bound
        held, constant = self.sum([(-c, literal) for c, literal in said.terms])
        steps = min(said.convex, most)
        for step in range(1, steps):
            held[self.rows.column(1, step * said.price)] = 1
        held[self.rows.column(most - steps + 1, steps * said.price)] = 1
        self.rows.at_least(held, -said.bound - constant, self.source)


def _day_sums(
    recorded: Recorded, verbs: PersonVerbs
) -> Iterator[tuple[Literal, tuple[Literal, ...]]]:
    """Yield the duties of one day of which at most one is true, for each "any of" them."""
    day_of = {verbs.takes(duty): duty.day for duty in verbs.candidates if duty.contractual}
    for literal, meaning in recorded.record.definitions.items():
        if isinstance(meaning, AnyOf):
            days = {day_of.get(part) for part in meaning.parts}
            if len(days) == 1 and None not in days:
                yield literal, meaning.parts


def _alone(problem: Problem, person: Person) -> Problem:
    """Return the ward of one person, with the goals that are kept and rows that give roles."""
    weighed = {**problem.weights, **{term.id: 0 for term in TERMS if term.id not in OWN}}
    exclusive = tuple(row for row in problem.demand if row.exclusive)
    return only(problem, {person.id}).model_copy(
        update={"demand": exclusive, "reserve": (), "weights": weighed}
    )


def _but_people(problem: Problem) -> Problem:
    """Return all of a problem that a person's own programme may look at, but the people."""
    return problem.model_copy(update={"name": "", "people": (), "weights": {}})


def _one_a_day(rulings: Rulings) -> bool:
    rule = BY_ID["no_overlap"]
    hard = rulings.mode(rule.id) is RuleMode.HARD
    return hard and all(v.duties_per_day == 1 for _, v in rulings.values(rule, None).spans)


def _cells(problem: Problem) -> dict[Key, Asked]:
    court, weigh = Court.of(problem), weights(problem)
    rule = BY_ID["coverage"]
    binds = rule in court.rulings.active and court.rulings.mode(rule.id) is RuleMode.HARD
    found = {}
    for cell in court.index.cells:
        must = binds and court.rulings.values(rule, None).at(cell.day).required
        held = cell if must else replace(cell, minimum=0, maximum=None)
        found[cell.row.id, cell.day, cell.start] = _asked(held, weigh, problem)
    return found


def _asked(cell: Cell, weigh: Mapping[str, int], problem: Problem) -> Asked:
    """Return a cell with the points of `shortage`, `surplus` and `row_prices`."""
    row = cell.row
    under, over = weigh["shortage"] * cell.minutes, weigh["surplus"] * cell.minutes
    if row.price_under is not None:
        under = weigh["row_prices"] * row.price_under
    if row.price_over is not None:
        over = weigh["row_prices"] * row.price_over
    elif row.competence.codes or problem.reserve:
        over = 0  # more competence than asked for is no surplus, nor is the reserve
    return Asked(cell, under, over)


def _steps(asked: Asked, *, under: bool) -> list[tuple[int, int]]:
    """Return points and number of each step away from the target; none where it is free."""
    cell = asked.cell
    if under:
        steps = [(asked.under, cell.target - cell.minimum), (BARRED, cell.minimum)]
    elif cell.maximum is not None:
        steps = [(asked.over, cell.maximum - cell.target), (BARRED, CROWD)]
    else:
        steps = [(asked.over, CROWD)] if asked.over else []
    return [(price, top) for price, top in steps if top]


def _staff(
    programme: Programme[str | Side], key: Key, asked: Asked, present: Iterable[Sum]
) -> None:
    """Say a cell's target from both sides."""
    terms: dict[int, int] = {}
    fixed = 0
    for mine, constant in present:
        terms.update(mine)
        fixed += constant
    for under in (True, False):
        sign = 1 if under else -1
        steps = _steps(asked, under=under)
        if steps:
            held = {column: sign * times for column, times in terms.items()}
            held |= {programme.column(top, price): 1 for price, top in steps}
            programme.at_least(held, sign * (asked.cell.target - fixed), (key, under))


def _charged(cells: Cells, prices: Prices) -> int:
    """Return the least that the cells cost under prices, in parts of ``SCALE``."""
    total = 0
    for (key, under), price in prices.items():
        if key in cells:
            target = cells[key].cell.target
            total += price * (target if under else -target)
            steps = _steps(cells[key], under=under)
            total += sum(min(0, each * SCALE - price) * top for each, top in steps)
    return total
