"""Runs of a public suite as a file would hold them, to be changed a field at a time."""

from dataclasses import replace
from typing import Any

from benchmarks.harness.record import Record, gap

RUN = Record(
    suite="curtois",
    instance="4",
    strategy="cpsat",
    seed=1,
    workers=2,
    budget_s=60.0,
    wall_s=60.0,
    status="feasible",
    peak_mb=200.0,
    best_known=100,
    load=0.5,
    cores=2,
    engine="helseturnus 0.1.0",
    commit="abc1234",
    published={"weeks": "4", "ub_best_known": "100", "Gurobi_10min": "101"},
)


def run(strategy: str, cost: int, at: float, instance: str = "4", **changes: object) -> Record:
    """Return a run that found a roster of 1,000 in a second and its last one at a time."""
    data: dict[str, Any] = {
        "strategy": strategy,
        "instance": instance,
        "objective": cost,
        "evaluated": cost,
        "bound": 50,
        "gap": gap(cost, 50),
        "first_s": 1.0,
        "trace": ((1.0, 1000, None), (at, cost, 50)),
        **changes,
    }
    return replace(RUN, **data)
