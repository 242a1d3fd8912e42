"""A roster on the screen: opened, and one shift moved and judged, by one manager."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import httpx2

from benchmarks.service.figures import Row, times
from benchmarks.service.server import Server, got
from benchmarks.service.unit import UnitMade, make_unit
from benchmarks.service.wards import nursing_home, wide
from rostering.domain.roster import Assignment

JUDGE_MS, OPEN_MS = 30.0, 300.0
Cells = list[dict[str, Any]]
WARM, MOVES, OPENINGS, COPIES = 20, 300, 40, 5


def measure(server: Server) -> list[Row]:
    """Measure both wards."""
    home, roster = nursing_home()
    units = [
        make_unit(server, "32 x 84", home, roster),
        make_unit(server, "60 x 84", *wide(home, roster)),
    ]
    return [row for unit in units for row in _unit(server, unit)]


def _unit(server: Server, unit: UnitMade) -> Iterator[Row]:
    where = f"{unit.name}, {server.kind}"
    path = f"/api/drafts/{unit.draft}"
    first, answer = _opened(unit, unit.draft)
    got(answer)
    yield Row("opening a grid, the very first time", where, first * 1000, None, "ms", 1)
    yield Row("what a grid weighs", where, len(answer.content) / 1000, None, "kB", 1)
    copies = [_copy(unit) for _ in range(COPIES)]
    fresh = [_opened(unit, draft)[0] for draft in copies]
    yield from times("opening a grid not seen before", where, fresh, OPEN_MS)
    again = [_opened(unit, unit.draft)[0] for _ in range(OPENINGS)]
    yield from times("opening a grid", where, again, OPEN_MS)
    moves = list(_moves(unit))
    for cells in moves[:WARM]:
        got(unit.manager.post(f"{path}/judge", json={"cells": cells}))
    judged = [_judged(unit.manager, path, cells) for cells in moves[WARM:]]
    yield from times("judging one moved shift", where, judged, JUDGE_MS)
    yield from times("keeping one moved shift", where, _kept(unit.manager, path, moves), None)


def _opened(unit: UnitMade, draft: str) -> tuple[float, httpx2.Response]:
    return _timed(lambda: unit.manager.get(f"/api/drafts/{draft}"))


def _copy(unit: UnitMade) -> str:
    asked = {"name": "Kopi", "copy_of": unit.draft}
    return str(got(unit.manager.post(f"/api/periods/{unit.period}/drafts", json=asked))["id"])


def _moves(unit: UnitMade) -> Iterator[Cells]:
    """Yield moves of one person's shift to somebody who is off that day, the same every time."""
    chance = random.Random(1)
    alone: dict[tuple[str, str], list[Assignment]] = {}
    for duty in unit.roster.assignments:
        alone.setdefault((duty.person, str(duty.date)), []).append(duty)
    single = [duties[0] for duties in alone.values() if len(duties) == 1]
    people = [person.id for person in unit.problem.people]
    for duty in chance.sample(single, min(len(single), WARM + MOVES)):
        date = str(duty.date)
        taker = chance.choice([person for person in people if (person, date) not in alone])
        told = {"shift": duty.shift, "unit": duty.unit, "role": duty.role}
        yield [
            {"person": duty.person, "date": date, "duties": []},
            {"person": taker, "date": date, "duties": [told]},
        ]


def _judged(manager: httpx2.Client, path: str, cells: Cells) -> float:
    seconds, answer = _timed(lambda: manager.post(f"{path}/judge", json={"cells": cells}))
    got(answer)
    return seconds


def _kept(manager: httpx2.Client, path: str, moves: list[Cells]) -> list[float]:
    """Make moves for good, each on top of the last."""
    tag, found = manager.get(path).headers["ETag"], []
    for cells in moves[:WARM]:
        seconds, answer = _timed(partial(_put, manager, path, cells, tag))
        got(answer)
        tag = answer.headers["ETag"]
        found.append(seconds)
    return found


def _put(manager: httpx2.Client, path: str, cells: Cells, tag: str) -> httpx2.Response:
    return manager.put(f"{path}/cells", json={"cells": cells}, headers={"If-Match": tag})


def _timed(do: Callable[[], httpx2.Response]) -> tuple[float, httpx2.Response]:
    begun = time.perf_counter()
    answer = do()
    return time.perf_counter() - begun, answer
