"""Neighbourhood search as a part of other strategies: a roster in, a better one out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rostering.check import Court
from rostering.domain.roster import Assignment
from rostering.model.build import Recorded, record
from rostering.strategies.base import Budget, Stopped
from rostering.strategies.lns.cells import Cells
from rostering.strategies.lns.choice import Choice
from rostering.strategies.lns.hoods import HOODS
from rostering.strategies.lns.incumbent import Incumbent
from rostering.strategies.lns.judged import Judged
from rostering.strategies.lns.meter import Meter
from rostering.strategies.lns.search import Search
from rostering.strategies.lns.statements import Statements


def _never() -> bool:
    """Never stop."""
    return False


@dataclass(frozen=True, slots=True)
class Improved:
    """A roster with its points; ``closed`` when no better one exists.

    ``steps`` are the solver's deterministic steps that were used.
    """

    roster: tuple[Assignment, ...]
    points: int
    lawful: bool
    closed: bool
    steps: float


class Improver:
    """Improves rosters of one problem; what it learns of neighbourhoods stays from call to call.

    Parameters
    ----------
    court
        The problem's index and rulings.
    recorded
        What ``model.build.record`` gave for it, where that is at hand.
    """

    def __init__(self, court: Court, recorded: Recorded | None = None) -> None:
        self.court = court
        self.said = Statements(recorded or record(court.index, court.rulings))
        self.cells = Cells(court.index, self.said)
        self._choice = Choice(tuple(HOODS), len(self.cells.literals))
        self._judged = Judged(court)

    def improve(
        self,
        roster: Iterable[Assignment],
        budget: Budget,
        stop: Stopped = _never,
        better: Callable[[Improved], None] | None = None,
    ) -> Improved:
        """Return the best roster found from a given one within a budget of its own.

        Parameters
        ----------
        roster
            Lawful or not; duties that are not possible at all are left out, broken hard rules are
            mended first.
        budget
            Its clock runs from this call unless it says when it started.
        stop
            Asked between neighbourhoods, each of which takes a second or two.
        better
            Called with each better roster, one thread at a time.

        Raises
        ------
        EngineDrift
            When rules and terms do not confirm a roster.
        """
        meter = Meter(budget)
        incumbent = Incumbent(self.said, self.cells.truth(self.said.size, roster))

        def tell(_: Incumbent) -> None:
            if better is not None:
                better(self._improved(search))

        search = Search(self.court.index, self.cells, incumbent, meter, tell, self._choice)
        search.improve(lambda: stop() or search.done)
        return self._improved(search)

    def _improved(self, search: Search) -> Improved:
        incumbent = search.incumbent
        roster = self.cells.roster(incumbent.truth)
        self._judged.confirm(incumbent, roster)
        return Improved(
            roster, incumbent.points, not incumbent.debt, search.done, search.meter.steps
        )
