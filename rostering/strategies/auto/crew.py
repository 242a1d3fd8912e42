"""Which strategies run, on how many cores each, and who comes after whom."""

from __future__ import annotations

from dataclasses import dataclass

from rostering.domain.index import ProblemIndex
from rostering.strategies.base import Strategy

# Measured on the bundled wards, see docs/engine-profile.md.
TINY = 500  # possible duties up to which one CP-SAT model is solved before others have started
VAST = 20_000  # possible duties from which a core alone is too slow to relax by columns
MANY = 8  # cores from which plain CP-SAT gets one as well
OPENING = 0.3  # largest share for CP-SAT's first lawful roster, from which the rest start
IMPROVING = 0.2  # share of what is left on a lone core for a roster worth branching from
RELAXING = 0.5  # share of what is left then for columns: the bound, and often the optimum


@dataclass(frozen=True, slots=True)
class Turn:
    """A strategy, by name or itself, and its share of the budget that is left when it begins.

    An ``opening`` turn ends earlier, as soon as anybody has a lawful roster.
    """

    strategy: str | Strategy
    share: float = 1.0
    opening: bool = False

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


def crew(workers: int, duties: int) -> Crew:
    """Return the seats for a number of cores and of possible duties."""
    first, lns, cpsat = Turn("cpsat", OPENING, opening=True), Turn("lns"), Turn("cpsat")
    if duties <= TINY:
        return (Seat(workers, (cpsat,)),)
    if workers == 1 and duties >= VAST:
        return (Seat(1, (first, lns, cpsat)),)
    if workers == 1:
        proof = (Turn("lns", IMPROVING), Turn("columns", RELAXING))
        return (Seat(1, (first, *proof, lns, cpsat)),)
    plain = (Seat(1, (cpsat, lns)),) if workers >= MANY else ()
    rest = workers - 1 - len(plain)
    return (Seat(1, (Turn("columns"), cpsat)), Seat(rest, (first, lns, cpsat)), *plain)


def possible_duties(index: ProblemIndex) -> int:
    """Return how many duties there are for somebody on some day, before any rule bars one."""
    days = range(index.days)
    people = index.problem.people
    return sum(1 for person in people for day in days for _ in index.options(person, day))
