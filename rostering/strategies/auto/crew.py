"""Which strategies run, on how many cores each, and who comes after whom."""

from __future__ import annotations

from dataclasses import dataclass

from rostering.domain.index import ProblemIndex
from rostering.strategies.auto.nearby import Nearby
from rostering.strategies.auto.opening import Opening
from rostering.strategies.base import Budget, Strategy

# Measured on the bundled wards, see docs/engine-profile.md.
TINY = 150  # possible duties up to which one CP-SAT model is solved before others have started
PACE = 150  # possible duties for a second of the budget up to which columns are worth a core
COUNTED = 5000  # the same limit where steps count: building the columns takes none
OPENED = 20_000  # possible duties up to which CP-SAT has a roster sooner than neighbourhoods
NARROW = 0.2  # of a roster's points: a gap that columns close sooner than neighbourhoods
MANY = 8  # cores from which plain CP-SAT gets one as well
OPENING = 0.8  # largest share for CP-SAT's first lawful roster, from which the rest start
IMPROVING = 0.2  # share of what is left on a lone core for a roster worth branching from
RELAXING = 0.5  # share of what is left then for columns: the bound, and often the optimum


@dataclass(frozen=True, slots=True)
class Turn:
    """A strategy, by name or itself, and its share of the budget that is left when it begins.

    An ``opening`` turn ends earlier, as soon as anybody has a lawful roster; one that ``yields``
    as soon as the best roster is ``NARROW`` of its points from the bound, or columns dive.
    """

    strategy: str | Strategy
    share: float = 1.0
    opening: bool = False
    yields: bool = False

    @property
    def name(self) -> str:
        """The strategy's name."""
        return self.strategy if isinstance(self.strategy, str) else self.strategy.name


@dataclass(frozen=True, slots=True)
class Seat:
    """Some cores and the turns on them.

    A turn begins when the one before has ended, by itself or because its share was used up,
    and the gap is still open.
    """

    workers: int
    turns: tuple[Turn, ...]


Crew = tuple[Seat, ...]


def crew(budget: Budget, duties: int) -> Crew:
    """Return the seats for a budget and a number of possible duties."""
    workers = budget.workers
    first, lns, cpsat = Turn(Opening(), OPENING, opening=True), Turn("lns"), Turn("cpsat")
    if duties <= TINY:
        return (Seat(workers, (cpsat,)),)
    start = (first,) if duties <= OPENED else ()
    if not _relaxable(budget, duties):
        return (Seat(workers, (*start, lns, cpsat)),)
    if workers == 1:
        proof = (Turn("lns", IMPROVING), Turn("columns", RELAXING))
        return (Seat(1, (*start, *proof, lns, cpsat)),)
    plain = (Seat(1, (cpsat, lns)),) if workers >= MANY else ()
    rest = workers - 1 - len(plain)
    improve = (Turn("lns", yields=True), Turn(Nearby())) if rest == 1 else (lns,)
    return (Seat(1, (Turn("columns"), cpsat)), Seat(rest, (*start, *improve, cpsat)), *plain)


def _relaxable(budget: Budget, duties: int) -> bool:
    """Return whether columns may tell something before the budget is used."""
    in_time = budget.seconds is None or duties <= PACE * budget.seconds
    return in_time and (budget.steps is None or duties <= COUNTED)


def possible_duties(index: ProblemIndex) -> int:
    """Return how many duties there are for somebody on some day, before any rule bars one."""
    days = range(index.days)
    people = index.problem.people
    return sum(1 for person in people for day in days for _ in index.options(person, day))
