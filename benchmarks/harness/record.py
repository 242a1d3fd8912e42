"""One run as one line of a file: what was asked for, what came out, and when."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any

Point = tuple[float, int | None, int | None]
"""Seconds since the caller asked, objective of the best roster so far, proved bound."""

DRIFT = "drift"
DIED = "died"
UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Key:
    """What makes a run this run and no other; the budget is in seconds."""

    suite: str
    instance: str
    strategy: str
    seed: int
    workers: int
    budget_s: float

    def __str__(self) -> str:
        """Return it as it is told on a screen."""
        asked = f"{self.budget_s:g} s, {self.workers} workers, seed {self.seed}"
        return f"{self.suite} {self.instance}, {self.strategy}, {asked}"


@dataclass(frozen=True, slots=True)
class Record:
    """A run's outcome.

    Times are seconds of the clock since the caller asked; ``gap`` is (objective - bound) /
    max(1, objective); ``evaluated`` and ``broken`` come from an independent judge of the written
    roster; ``best_known`` is what others have reached and ``published`` the rest of that row;
    ``load`` is the machine's load of the last minute when the run began.
    """

    suite: str
    instance: str
    strategy: str
    seed: int
    workers: int
    budget_s: float
    wall_s: float
    status: str
    objective: int | None = None
    evaluated: int | None = None
    bound: int | None = None
    gap: float | None = None
    first_s: float | None = None
    within_1pct_s: float | None = None
    peak_mb: float | None = None
    best_known: int | None = None
    broken: dict[str, int] = field(default_factory=dict)
    trouble: str = ""
    load: float | None = None
    cores: int | None = None
    people: int = 0
    days: int = 0
    engine: str = ""
    commit: str = ""
    published: dict[str, str] = field(default_factory=dict)
    trace: tuple[Point, ...] = ()

    @property
    def key(self) -> Key:
        """What was asked for."""
        return Key(self.suite, self.instance, self.strategy, self.seed, self.workers, self.budget_s)

    @property
    def failed(self) -> bool:
        """Whether the engine was wrong, or ended without an answer."""
        return self.status in {DRIFT, DIED}

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data for one line of JSON."""
        return asdict(self)

    @classmethod
    def of(cls, data: dict[str, Any]) -> Record:
        """Return the record in a line's data; what an older or newer file has more is left out."""
        known = {f.name for f in fields(cls)}
        kept = {name: value for name, value in data.items() if name in known}
        trace = tuple((seconds, best, bound) for seconds, best, bound in kept.pop("trace", ()))
        return cls(**kept, trace=trace)


def gap(objective: int | None, bound: int | None) -> float | None:
    """Return (objective - bound) / max(1, objective), None when one of the two is unknown."""
    if objective is None or bound is None:
        return None
    return (objective - bound) / max(1, objective)


def within(trace: tuple[Point, ...], target: int | None) -> float | None:
    """Return the first time at which the best roster was within 1 % of a target, None if never."""
    if target is None:
        return None
    reached = (
        seconds
        for seconds, objective, _ in trace
        if objective is not None and 100 * (objective - target) <= abs(target)
    )
    return next(reached, None)
