"""Improve a roster neighbourhood by neighbourhood, on one thread or several."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from rostering.domain.index import ProblemIndex
from rostering.strategies.base import Offers, Status, no_offers
from rostering.strategies.lns.cells import Cells
from rostering.strategies.lns.choice import Choice
from rostering.strategies.lns.hoods import AIMED, HOODS, View
from rostering.strategies.lns.incumbent import Incumbent
from rostering.strategies.lns.meter import Meter
from rostering.strategies.lns.part import Part
from rostering.strategies.lns.solving import Solved, solve
from rostering.strategies.lns.table import Ints

STEPS = 0.5  # of one neighbourhood
_OVERHEAD = 0.02  # steps that choosing, building and presolve are worth
_ROUGH = 0.1  # relative gap at which a first line is good enough
_LONG = 112  # days above which a first roster is made day by day
_SWEPT, _NARROW = 720, 4  # open literals and least days of a window then
_FEW = 8  # broken rows up to which only what breaks them is freed
_AGAIN = 1  # days of a window that come again in the next

Told = Callable[[Incumbent], None]


@dataclass(frozen=True, slots=True)
class _Task:
    """A neighbourhood to solve; ``kind`` is None while a first roster is made."""

    kind: str | None
    free: Ints
    planned: tuple[int, int] | None = None


class Search:
    """The roster at hand and the neighbourhoods tried on it.

    Parameters
    ----------
    index, cells, incumbent
        What is searched; the incumbent is changed in place.
    meter
        The budget; ``workers`` of it neighbourhoods are solved side by side.
    told
        Called, one thread at a time, when the roster has become better.
    choice
        Experience with neighbourhoods of this problem, if there is any.
    """

    def __init__(
        self,
        index: ProblemIndex,
        cells: Cells,
        incumbent: Incumbent,
        meter: Meter,
        told: Told,
        choice: Choice | None = None,
    ) -> None:
        self.index, self.cells, self.incumbent = index, cells, incumbent
        self.meter, self._told = meter, told
        self.closed = False
        self.bound = incumbent.statements.constant
        self.offers: Offers = no_offers
        self.rng = random.Random(meter.budget.seed)
        self.choice = choice or Choice(tuple(HOODS), len(cells.literals))
        self._lock = threading.Lock()

    @property
    def done(self) -> bool:
        """Whether no better roster exists: proved, or at the bound."""
        return self.closed or (self.incumbent.points <= self.bound and not self.incumbent.debt)

    def hear(self) -> None:
        """Take over what others have found, when it is better."""
        offer = self.offers()
        if offer is not None and offer.bound is not None:
            self.bound = max(self.bound, offer.bound)
        if offer is not None and offer.roster is not None:
            said = self.incumbent.statements
            theirs = Incumbent(said, self.cells.truth(said.size, offer.roster))
            if (theirs.debt, theirs.points) < (self.incumbent.debt, self.incumbent.points):
                self.incumbent.become(theirs)

    def construct(self) -> None:
        """Plan person by person, or a long roster day by day; what is broken then is left."""
        if self.cells.days > _LONG:
            self._front, self._back = 0, self.cells.days
            both = self.meter.budget.workers > 1
            self._work(self._forwards(), *((self._backwards(),) if both else ()))
            return
        people = list(range(len(self.cells.people)))
        self.rng.shuffle(people)
        days = self.cells.days
        self._work(_Task(None, self.cells.on(person, 0, days)) for person in people)

    @property
    def _width(self) -> int:
        return max(_NARROW, _SWEPT * self.cells.days // max(1, len(self.cells.literals)))

    def _forwards(self) -> Iterator[_Task]:
        """Yield everybody's days in order; the last of a window come again in the next."""
        while self._front < self._back:
            first = max(0, self._front - _AGAIN)
            end = min(self.cells.days, first + self._width)
            yield self._window(first, end, (end, max(end, self._back)))
            self._front = end

    def _backwards(self) -> Iterator[_Task]:
        """Yield everybody's days from the end."""
        while self._front < self._back:
            end = min(self.cells.days, self._back + _AGAIN)
            first = max(0, end - self._width)
            yield self._window(first, end, (min(first, self._front), first))
            self._back = first

    def _window(self, first: int, end: int, planned: tuple[int, int]) -> _Task:
        return _Task(None, self.cells.within(range(len(self.cells.people)), first, end), planned)

    def improve(self, until: Callable[[], bool]) -> None:
        """Solve neighbourhoods until told to end, the budget is used or the optimum is proved."""
        self._work(self._tasks(until))

    def _tasks(self, until: Callable[[], bool]) -> Iterator[_Task]:
        while not until() and not self.done and len(self.cells.literals):
            self.hear()
            name, size = self.choice.pick(self.rng, self._kinds())
            everything = size >= len(self.cells.literals)
            view = View(self.cells, self.incumbent, self.rng, size)
            free = self.cells.literals if everything else HOODS[name](view)
            yield _Task(name, free)

    def _kinds(self) -> tuple[str, ...]:
        """Return the kinds worth trying; when few rules are broken, those that free their cells."""
        few = 0 < np.count_nonzero(self.incumbent.row_debt) <= _FEW
        return AIMED if few else tuple(HOODS)

    def _work(self, *streams: Iterator[_Task]) -> None:
        """Do the tasks of a stream on all threads, or those of several on a thread each."""
        number = self.meter.budget.workers
        if number == 1:
            self._run(streams[0])
            return
        shares = streams if len(streams) > 1 else streams * number
        with ThreadPoolExecutor(len(shares)) as pool:
            running = [pool.submit(self._safely, one) for one in shares]
        for thread in running:
            thread.result()

    def _safely(self, tasks: Iterator[_Task]) -> None:
        try:
            self._run(tasks)
        except BaseException:
            self.meter.stop()  # the others need not go on
            raise

    def _run(self, tasks: Iterator[_Task]) -> None:
        while not self.meter.over:
            with self._lock:
                task = next(tasks, None)
                if task is None:
                    return
                seed = self.rng.randrange(2**31)
                part = self._part(task)
            solved = solve(part, self.meter, STEPS, seed, gap=_ROUGH if task.kind is None else 0.0)
            with self._lock:
                self._settle(task, part, solved)

    def _part(self, task: _Task) -> Part:
        """Return a task's model; of a long roster goals are left out until it is lawful."""
        repair = self.incumbent.debt > 0
        goals = task.planned is None and not (repair and self.cells.days > _LONG)
        return Part(
            self.index, self.incumbent, task.free, repair=repair, goals=goals, planned=task.planned
        )

    def _settle(self, task: _Task, part: Part, solved: Solved) -> None:
        """Take what a neighbourhood found when it is no worse, and learn from it."""
        change = self.incumbent.tried(part.free, solved.values)
        better = change.rank < (0, 0)
        if change.rank <= (0, 0) and len(change.literals):
            self.incumbent.take(change)
        if better:
            self._told(self.incumbent)
        whole = len(part.free) == len(self.cells.literals) and not part.repair
        self.closed |= whole and solved.status is Status.OPTIMAL and change.rank <= (0, 0)
        if task.kind is not None:
            gain = -change.points_more - change.debt_more if better else 0
            self.choice.learn(task.kind, solved.status, gain, solved.steps + _OVERHEAD)
