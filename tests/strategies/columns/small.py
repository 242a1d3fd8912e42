"""Problems small enough for CP-SAT to prove an optimum in a moment, many of them random."""

from __future__ import annotations

import random
from typing import Any

from rostering.domain.problem import Problem
from tests.kinds.small_base import MONDAY, PEOPLE, ward
from tests.strategies.lns.bench import worlds

PRICED = ("daily_rest", "weekly_rest", "runs")


def problems() -> dict[str, Problem]:
    """Return problems by name: exact ones, and ones of which something is left out."""
    return {
        **worlds(),
        "priced": random_ward(4, people=3, days=5),
        "history": random_ward(5, days=7, history=True),
        "round": ward(horizon={"start": MONDAY, "days": 7, "kind": "cyclic"}),
        "shared line": shared_line(),
        "pair": ward(
            horizon={"start": MONDAY, "days": 7},
            pairs=[{"id": "p", "person": "ada", "other": "bo", "kind": "together"}],
        ),
    }


def shared_line() -> Problem:
    """Return two people who work one base line a week apart."""
    holders = [{"person": "ada", "entry_week": 1}, {"person": "bo", "entry_week": 2}]
    return ward(base_lines=[{"id": "one", "unit": "u", "percent": 100, "holders": holders}])


def random_ward(seed: int, *, people: int = 5, days: int = 7, history: bool = False) -> Problem:
    """Return a ward with random demand, wishes and absences, some rules at a price."""
    rng = random.Random(seed)
    names = [*PEOPLE, "eli"][:people]
    first = MONDAY.toordinal()
    dates = [MONDAY.fromordinal(first + n) for n in range(-7, days)]
    past, future = dates[:7], dates[7:]
    more: dict[str, Any] = {
        "people": [{"id": p, "name": p.title(), "home_unit": "u"} for p in names],
        "horizon": {"start": MONDAY, "days": days},
        "demand": [
            {"id": row, "units": ["u"], "shifts": [shift], "minimum": rng.randint(0, 1),
             "target": rng.randint(1, 2)}
            for row, shift in (("day", "D"), ("late", "A"), ("night", "N"))
        ],
        "wishes": [
            {"person": rng.choice(names), "kind": rng.choice(["want", "avoid"]),
             "shifts": [rng.choice("DAN")], "first": (when := rng.choice(future)), "last": when,
             "strength": rng.randint(1, 3)}
            for _ in range(4)
        ],
        "absences": [{"person": names[0], "first": (when := rng.choice(future)), "last": when,
                      "kind": "sick"}],
        "rules": {rule: {"mode": "priced", "price": rng.randint(2, 9)}
                  for rule in PRICED if rng.random() < 0.5},
        "weights": {},
    }  # fmt: skip
    if history:
        more["history_from"] = past[0]
        more["history"] = [
            {"person": p, "date": when, "shift": rng.choice("DA"), "unit": "u"}
            for p in names
            for when in past[::2]
        ]
    return ward(**more)
