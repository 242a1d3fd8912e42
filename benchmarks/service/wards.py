"""Two wards with rosters: a nursing home of 32 people, and one of 60 that is made of it.

The roster is the engine's own, so what is judged is a roster as units have it, with all rules on.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fixtures import ward
from rostering.domain.canonical import content_hash
from rostering.domain.consistency import require_consistent
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.solve import solve
from rostering.strategies.base import Budget, Progress

KEPT = Path("build/bench-service")
PATIENCE = 300.0
WIDE = 60
PERSONAL = ("absences", "wishes", "history", "ledger", "accounts")


def nursing_home() -> tuple[Problem, Roster]:
    """Return the ward of 32 people over 84 days with the engine's first lawful roster."""
    problem = ward("nursing_home")
    digest = content_hash(problem)
    kept = KEPT / f"nursing_home-{digest.removeprefix('sha256:')[:12]}.json"
    if kept.is_file():
        return problem, Roster.model_validate_json(kept.read_text("utf-8"))
    seen: list[Progress] = []
    found = solve(
        problem,
        Budget(seconds=PATIENCE, workers=2, seed=1),
        report=lambda news: seen.append(news) if news.roster else None,
        stop=lambda: bool(seen),
    ).roster
    if found is None:
        raise TimeoutError(f"no lawful roster of the nursing home within {PATIENCE} s")
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(found.model_dump_json(), "utf-8")
    return problem, found


def wide(problem: Problem, roster: Roster) -> tuple[Problem, Roster]:
    """Return a ward of 60: 28 of the people twice, and staffing asked for in proportion."""
    doubles = [person.id for person in problem.people[: WIDE - len(problem.people)]]
    told = problem.model_dump(mode="json")
    told["name"] = f"{WIDE} x {problem.horizon.days}"
    told["people"] += [_double(one) for one in told["people"] if one["id"] in doubles]
    for field in PERSONAL:
        told[field] = [*told[field], *_doubled(told[field], doubles)]
    for row in told["demand"]:
        for amount in ("minimum", "target", "maximum"):
            if row.get(amount):
                row[amount] = row[amount] * WIDE // len(problem.people)
    made = Problem.model_validate(json.loads(json.dumps(told)))
    require_consistent(made)
    duties = tuple(
        Assignment.model_validate({**duty.model_dump(), "person": _other(duty.person)})
        for duty in roster.assignments
        if duty.person in doubles
    )
    both = tuple(sorted((*roster.assignments, *duties), key=lambda duty: duty.key))
    changed = {"assignments": both, "overlays": (), "problem_hash": content_hash(made)}
    return made, roster.model_copy(update={**changed, "problem_name": made.name})


def _other(person: str) -> str:
    return f"{person}-b"


def _double(person: dict[str, Any]) -> dict[str, Any]:
    return {**person, "id": _other(person["id"]), "name": f"{person['name']} B"}


def _doubled(entries: list[dict[str, Any]], doubles: list[str]) -> list[dict[str, Any]]:
    return [
        {**entry, "person": _other(entry["person"])}
        for entry in entries
        if entry.get("person") in doubles
    ]
