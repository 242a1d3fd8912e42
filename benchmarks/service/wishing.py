"""A wish round on its last evening: many people, wishes at a given pace, every one counted.

Wishes come at fixed moments whether or not the service keeps up, and a wish's time runs from the
moment at which it was due: a service that falls behind cannot hide it.
"""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass, field

import httpx2

from benchmarks.service.figures import Row, times
from benchmarks.service.server import ADMINISTRATOR, Server, got
from benchmarks.service.unit import UnitMade, make_account, make_unit, stage
from benchmarks.service.wards import nursing_home, wide

PACE = {"SQLite": 300, "PostgreSQL": 3_000}  # wishes a minute
WISH_MS = 200.0
CLIENTS = 12
WARM = 2  # wishes of each client before the clock starts


@dataclass(frozen=True)
class Due:
    """One wish: who, on which date, how strong, and when it is due."""

    who: int
    date: str
    strength: int
    at: float


@dataclass
class Round:
    """What has come of the wishes; ``there`` is what was acknowledged."""

    path: str
    employees: list[httpx2.Client]
    waiting: queue.SimpleQueue[Due | None] = field(default_factory=queue.SimpleQueue)
    took: list[float] = field(default_factory=list)
    there: dict[tuple[int, str], int] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    ended: float = 0.0


def measure(server: Server, seconds: float) -> list[Row]:
    """Measure one minute, or whatever is asked for, at the pace that the database is held to."""
    unit = make_unit(server, "60 x 84", *wide(*nursing_home()))
    stage(unit.manager, unit.period, "wishing")
    going = Round(f"/api/periods/{unit.period}/wishes/mine", _employees(server, unit))
    dates = _dates(unit)
    for who in range(len(going.employees)):
        for date in dates[:WARM]:
            _wish(going, Due(who, date, 1, time.perf_counter()))
    going.took.clear()
    pace = PACE[server.kind]
    begun = _play(going, dates, pace, seconds)
    return _rows(server, going, begun, pace, seconds)


def _employees(server: Server, unit: UnitMade) -> list[httpx2.Client]:
    """Return everybody's own browser, signed in."""
    administrator = server.sign_in(ADMINISTRATOR)
    found = []
    for person in unit.problem.people:
        grant = {"role": "employee", "unit": unit.unit, "person": person.id}
        make_account(administrator, f"{person.id} ansatt", grant)
        found.append(server.sign_in(f"{person.id} ansatt"))
    return found


def _dates(unit: UnitMade) -> list[str]:
    from datetime import timedelta

    start = unit.problem.horizon.start
    return [str(start + timedelta(days=day)) for day in range(unit.problem.horizon.days)]


def _play(going: Round, dates: list[str], pace: float, seconds: float) -> float:
    """Let the wishes come; return when the first was due."""
    workers = [threading.Thread(target=_work, args=(going,)) for _ in range(CLIENTS)]
    for worker in workers:
        worker.start()
    begun, people = time.perf_counter() + 0.5, len(going.employees)
    for number in range(round(pace * seconds / 60)):
        at = begun + number * 60 / pace
        time.sleep(max(0.0, at - time.perf_counter()))
        lap = number // people
        going.waiting.put(Due(number % people, dates[lap % len(dates)], 1 + lap % 2, at))
    for _ in workers:
        going.waiting.put(None)
    for worker in workers:
        worker.join()
    going.ended = time.perf_counter()
    return begun


def _work(going: Round) -> None:
    while (due := going.waiting.get()) is not None:
        _wish(going, due)


def _wish(going: Round, due: Due) -> None:
    body = {"kind": "avoid", "strength": due.strength}
    try:
        answer = going.employees[due.who].put(f"{going.path}/{due.date}", json=body)
    except httpx2.TransportError as error:
        going.refused.append(type(error).__name__)
        return
    going.took.append(time.perf_counter() - due.at)
    if answer.status_code == 200:
        going.there[due.who, due.date] = due.strength
    else:
        going.refused.append(answer.text[:200])


def _lost(going: Round) -> int:
    """Return how many acknowledged wishes are not there."""
    found = {}
    for who, client in enumerate(going.employees):
        for wish in got(client.get(going.path))["wishes"]:
            found[who, wish["date"]] = wish["strength"]
    return sum(found.get(key) != strength for key, strength in going.there.items())


def _rows(server: Server, going: Round, begun: float, pace: float, seconds: float) -> list[Row]:
    where = f"{len(going.employees)} people, {CLIENTS} at once, {server.kind}"
    count = len(going.took)
    reached = count / max(seconds, going.ended - begun) * 60
    return [
        Row("wishes a minute", where, reached, 0.99 * pace, "", count, at_least=True),
        *times("putting a wish", where, going.took, WISH_MS),
        Row("wishes refused", where, len(going.refused), 1, "", count),
        Row("wishes lost", where, _lost(going), 1, "", len(going.there)),
    ]
