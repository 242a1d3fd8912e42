"""The rosters that benchmarks ask about: searched for once, kept for this content of the ward."""

from __future__ import annotations

from pathlib import Path

from fixtures import ward
from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.solve import Budget, solve

KEPT = Path("build/bench-rosters")
SECONDS = 60.0


def fixed_roster(name: str, seconds: float = SECONDS) -> tuple[Problem, Roster]:
    """Return a bundled ward with a roster of the engine, made once and kept.

    Raises:
        TimeoutError: when the search finds no lawful roster in ``seconds`` (wall clock).
    """
    problem = ward(name)
    digest = content_hash(problem).removeprefix("sha256:")[:12]
    kept = KEPT / f"{name}-{digest}.json"
    if kept.is_file():
        return problem, Roster.model_validate_json(kept.read_text("utf-8"))
    found = solve(problem, Budget(seconds=seconds, workers=2, seed=1)).roster
    if found is None:
        raise TimeoutError(f"no lawful roster of {name} within {seconds:g} s")
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(found.model_dump_json(), "utf-8")
    return problem, found
