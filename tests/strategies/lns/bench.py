"""A search's parts around a problem: tables, cells and a roster at hand."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np

from fixtures import ward
from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.model.build import record
from rostering.strategies.lns.cells import Cells
from rostering.strategies.lns.incumbent import Incumbent
from rostering.strategies.lns.judged import Judged
from rostering.strategies.lns.statements import Statements
from tests.kinds.small_base import MONDAY
from tests.kinds.small_base import ward as small_base
from tests.solve.corner import corner

ENDLESS = 50.0  # steps within which these problems are solved completely


@dataclass(frozen=True, slots=True)
class Bench:
    """What a search works with."""

    court: Court
    said: Statements
    cells: Cells

    @classmethod
    def of(cls, problem: Problem) -> Bench:
        court = Court.of(problem)
        said = Statements(record(court.index, court.rulings))
        return cls(court, said, Cells(court.index, said))

    def incumbent(self, *worked: int) -> Incumbent:
        """Return the roster in which these literals are worked."""
        truth = np.zeros(self.said.size, dtype=np.int64)
        truth[list(worked)] = 1
        return Incumbent(self.said, truth)

    def anyhow(self, rng: random.Random, share: float) -> Incumbent:
        """Return a roster of random duties, lawful or not, one a day and person at most."""
        days = range(self.cells.days)
        worked = []
        for person in range(len(self.cells.people)):
            for day in days:
                options = self.cells.on(person, day, day + 1).tolist()
                if options and rng.random() < share:
                    worked.append(rng.choice(options))
        return self.incumbent(*worked)

    def verdict(self, incumbent: Incumbent) -> tuple[int, int]:
        """Return hard breaches and points of a roster as rules and terms read it."""
        return Judged(self.court).verdict(self.cells.roster(incumbent.truth))


def turning() -> Problem:
    """Return a week of three people in three-part turnus and one by contract."""
    people = [
        {
            "id": name,
            "name": name.title(),
            "home_unit": "u",
            "positions": [{"id": "p", "unit": "u", "percent": 100, "three_part": name != "cy"}],
        }
        for name in ("ada", "bo", "cy", "dag")
    ]
    horizon = {"start": MONDAY, "days": 7}
    return small_base(people=people, horizon=horizon, weights={})


def worlds() -> dict[str, Problem]:
    """Return problems small enough to be solved completely, by name."""
    wished = [
        {"person": "ann", "first": "2027-03-01", "last": "2027-03-03", "kind": "avoid",
         "strength": 3},
    ]  # fmt: skip
    priced = {"runs": {"mode": "priced", "price": 7, "values": {"max_work": 1}}}
    locks = [{"person": "bo", "date": "2027-03-02", "shift": "A"}]
    return {
        "corner": corner(),
        "wished": corner(wishes=wished, rules=priced, locks=locks),
        "turning": turning(),
        "tiny": ward("tiny"),
    }
