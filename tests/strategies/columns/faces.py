"""The third face of rules and terms: what the lattices and rows of a ward charge for a roster."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, product

import numpy as np

from rostering.check import Court
from rostering.domain.duty import Duty
from rostering.domain.problem import RuleMode
from rostering.domain.roster import Assignment
from rostering.model.build import Recorded, assigned
from rostering.model.record import Barred, Bounded, Charged, Statement
from rostering.score import total_points
from rostering.strategies.columns.team import Column
from rostering.strategies.columns.ward import Ward
from rostering.verbs import Literal
from tests.rules.letters import Cell
from tests.rules.twins import Twin
from tests.rules.worlds import World

Duties = tuple[Assignment, ...]


class OneADay(Ward):
    """A ward in which nobody may work two duties on one day, whatever its rules say.

    Parameters
    ----------
    court
        Of a problem that may be too odd for ``Court.of``.
    offered
        The duties that somebody may work; all others are barred, and nothing is said of them.
    """

    def __init__(self, court: Court, offered: Iterable[Assignment]) -> None:
        self._offered = frozenset(offered)
        super().__init__(court.index.problem, court)

    def recorded(self) -> Recorded:
        found = super().recorded()
        for verbs in found.people:
            person = verbs.person.id
            said = found.record.said.setdefault(person, [])
            barred = {verbs.takes(duty) for duty in verbs.candidates if self._unknown(person, duty)}
            found.record.barred |= barred
            said[:] = [left for one in said if (left := _without(barred, one)) is not None]
            for day in range(self.court.index.days):
                literals = sorted({verbs.takes(duty) for duty in verbs.on(day)} - barred)
                said += [Barred(pair, None) for pair in combinations(literals, 2)]
        return found

    def _unknown(self, person: str, duty: Duty) -> bool:
        return duty.day >= 0 and assigned(self.court.index, person, duty) not in self._offered


def _without(barred: set[Literal], said: Statement) -> Statement | None:
    """Return a statement once some literals are known to be false."""
    if isinstance(said, Barred):
        return None if barred & set(said.literals) else said
    if isinstance(said, Bounded | Charged):
        return replace(said, terms=tuple(t for t in said.terms if t[1] not in barred))
    return said


def charged(ward: Ward, assignments: Duties) -> int | None:
    """Return what lines and sums cost by lattices and rows; None when they bar the roster."""
    columns = ward.columns(assignments) if ward.possible else None
    return None if columns is None else priced(ward, columns)


def priced(ward: Ward, columns: tuple[Column, ...]) -> int | None:
    """Return what columns and the sums over them cost; None when a sum is barred."""
    values = np.zeros(len(ward.rows.rows), dtype=np.int64)
    for column in columns:
        for number, weight in column.rows:
            values[number] += weight
    points = float(ward.rows.constant + sum(column.cost for column in columns))
    for row, value in zip(ward.rows.rows, values, strict=True):
        points += row.price[value - row.low]
    return int(points) if np.isfinite(points) else None


def counted(court: Court, assignments: Duties) -> int | None:
    """Return the points of a roster by checker and score card; None when it is not lawful."""
    plan = court.index.plan(assignments)
    mode = court.rulings.mode
    if any(mode(found.rule) is RuleMode.HARD for found in court.judge(plan)):
        return None
    return total_points(court, plan)


def rosters(ward: Ward, number: int, seed: int, share: float = 0.6) -> Iterator[Duties]:
    """Yield random rosters of a duty a day and person at most, lawful or not."""
    rng, index = random.Random(seed), ward.court.index
    for _ in range(number):
        yield tuple(
            assigned(index, seat.subject.person, rng.choice(duties))
            for seat in ward.team.seats
            for duties in seat.subject.options.duties
            if duties and rng.random() < share
        )


def lines(ward: Ward, number: int, seed: int) -> Iterator[tuple[Column, ...]]:
    """Yield everybody's cheapest line under random prices of the rows: lawful line by line."""
    drawn = np.random.default_rng(seed)
    people = range(len(ward.team.seats))
    for _ in range(number):
        found = ward.team.price(people, drawn.normal(0, 50, len(ward.rows.rows)), {})
        if found is not None:
            yield tuple(sorted((column for _, column in found), key=lambda c: c.person))


def plain(world: World) -> list[list[Cell]]:
    """Return what each cell of a tiny world may hold with at most one duty a day."""
    return [[one for one in options if len(one) < 2] for options in Twin(world).options]


def plain_rosters(world: World, number: int) -> list[Duties]:
    """Return some rosters of a tiny world without two duties on a day, the same in each run."""
    every = list(product(*plain(world)))
    twin = Twin(world)
    chosen = random.Random(7).sample(every, min(number, len(every)))
    return [twin.assignments(line) for line in chosen]


def agree(ward: Ward, assignments: Duties) -> bool:
    """Return whether lattices and rows say what checker and score card do.

    When something that rules and terms say is in none of them they may bar less and charge less.
    """
    said, found = charged(ward, assignments), counted(ward.court, assignments)
    if ward.exact or found is None:
        return said == found or not ward.exact
    return said is not None and said <= found


def offered(world: World) -> set[Assignment]:
    """Return every duty that is in some line of a tiny world."""
    twin = Twin(world)
    return {
        duty
        for (person, day), options in zip(twin.places, twin.options, strict=True)
        for works in options
        for duty in world.duties(person, day, works)
    }
