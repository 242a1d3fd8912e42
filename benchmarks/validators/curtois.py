"""Shift-scheduling instances of Curtois and Qu (2014): cost and hard rules of a roster.

Rules and file format: T. Curtois and R. Qu, "Computational results on new staff scheduling
benchmark instances", 2014, sections 2 and 3. A horizon begins on a Monday. Day before and day
after it count as free where a run may be too long, but a run of duties or of free days that
touches an end of the horizon is never too short.

A roster is a text file with a row an employee, in the instance's order, and a cell a day, parted
by tabs; an empty cell is a free day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.validators.lines import Cell, Run, runs, worked
from benchmarks.validators.verdict import Breach, Unusable, Verdict, known, parsed, read_text

Rows = list[list[str]]
SECTIONS = (
    *("HORIZON", "SHIFTS", "STAFF", "DAYS_OFF"),
    *("SHIFT_ON_REQUESTS", "SHIFT_OFF_REQUESTS", "COVER"),
)


@dataclass(frozen=True, slots=True)
class Employee:
    """Limits of one person; minutes over the whole horizon, lengths in days."""

    name: str
    most_of: dict[str, int]
    max_minutes: int
    min_minutes: int
    longest_work: int
    shortest_work: int
    shortest_free: int
    max_weekends: int
    days_off: frozenset[int]


@dataclass(frozen=True, slots=True)
class Instance:
    """An instance file; requests are (person, day, shift, weight)."""

    days: int
    minutes: dict[str, int]
    barred: frozenset[tuple[str, str]]
    staff: tuple[Employee, ...]
    wanted: tuple[tuple[str, int, str, int], ...]
    unwanted: tuple[tuple[str, int, str, int], ...]
    cover: tuple[tuple[int, str, int, int, int], ...]


def validate(folder: Path, instance: str, roster: Path) -> Verdict:
    """Return cost by part and hard rules broken by a roster of ``Instance<instance>.txt``."""
    world = read_instance(folder / f"Instance{instance.removeprefix('Instance')}.txt")
    plan = read_roster(world, roster)
    return Verdict(parts=_cost(world, plan), breaches=tuple(_breaches(world, plan)))


def read_instance(path: Path) -> Instance:
    """Read an instance file."""
    sections = _sections(path)
    shifts = [_columns(path, row, 3) for row in sections["SECTION_SHIFTS"]]
    away = {row[0]: frozenset(_numbers(path, row[1:])) for row in sections["SECTION_DAYS_OFF"]}
    return Instance(
        days=_number(path, sections["SECTION_HORIZON"][0][0]),
        minutes={row[0]: _number(path, row[1]) for row in shifts},
        barred=frozenset((row[0], later) for row in shifts for later in row[2].split("|") if later),
        staff=tuple(_employee(path, row, away) for row in sections["SECTION_STAFF"]),
        wanted=_requests(path, sections["SECTION_SHIFT_ON_REQUESTS"]),
        unwanted=_requests(path, sections["SECTION_SHIFT_OFF_REQUESTS"]),
        cover=tuple(_cover(path, row) for row in sections["SECTION_COVER"]),
    )


def _sections(path: Path) -> dict[str, Rows]:
    found: dict[str, Rows] = {f"SECTION_{name}": [] for name in SECTIONS}
    current: Rows | None = None
    for line in read_text(path).splitlines():
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if text.startswith("SECTION_"):
            current = found[known(str(path), "section", text, found)]
        elif current is not None:
            current.append([cell.strip() for cell in text.split(",")])
    if not found["SECTION_HORIZON"] or not found["SECTION_STAFF"]:
        raise Unusable(path, "no horizon or no staff", "an instance with all its sections")
    return found


def _number(path: Path, text: str) -> int:
    return parsed(str(path), int, text, "a whole number")


def _numbers(path: Path, texts: Sequence[str]) -> list[int]:
    return [_number(path, text) for text in texts]


def _columns(path: Path, row: list[str], count: int) -> list[str]:
    if len(row) != count:
        raise Unusable(path, f"the row {','.join(row)!r}", f"{count} columns")
    return row


def _employee(path: Path, row: list[str], away: dict[str, frozenset[int]]) -> Employee:
    limits = (entry.partition("=") for entry in row[1].split("|"))
    most, least, longest, shortest, free, weekends = _numbers(path, _columns(path, row, 8)[2:])
    return Employee(
        row[0],
        {shift: _number(path, count) for shift, _, count in limits},
        most,
        least,
        longest,
        shortest,
        free,
        weekends,
        away.get(row[0], frozenset()),
    )


def _cover(path: Path, row: list[str]) -> tuple[int, str, int, int, int]:
    _, shift, *_ = _columns(path, row, 5)
    day, need, below, above = _numbers(path, [row[0], *row[2:]])
    return day, shift, need, below, above


def _requests(path: Path, rows: Rows) -> tuple[tuple[str, int, str, int], ...]:
    return tuple(
        (who, _number(path, day), shift, _number(path, weight))
        for who, day, shift, weight in (_columns(path, row, 4) for row in rows)
    )


def read_roster(world: Instance, path: Path) -> dict[str, list[Cell]]:
    """Read a roster: everybody's cells by name."""
    rows = read_text(path).splitlines()
    if len(rows) != len(world.staff):
        raise Unusable(path, f"{len(rows)} rows", f"{len(world.staff)}, one an employee")
    plan = {}
    for number, (row, person) in enumerate(zip(rows, world.staff, strict=True), start=1):
        where = f"{path}, row {number} (employee {person.name})"
        cells = [cell.strip() for cell in row.split("\t")]
        if len(cells) == world.days + 1 and not cells[-1]:
            cells.pop()
        if len(cells) != world.days:
            raise Unusable(where, f"{len(cells)} cells", f"{world.days}, one a day")
        plan[person.name] = [known(where, "shift", c, world.minutes) if c else None for c in cells]
    return plan


def _cost(world: Instance, plan: dict[str, list[Cell]]) -> dict[str, int]:
    under = over = 0
    for day, shift, need, below, above in world.cover:
        there = sum(line[day] == shift for line in plan.values())
        under += below * max(0, need - there)
        over += above * max(0, there - need)
    return {
        "shift on requests": sum(w for who, d, s, w in world.wanted if plan[who][d] != s),
        "shift off requests": sum(w for who, d, s, w in world.unwanted if plan[who][d] == s),
        "under cover": under,
        "over cover": over,
    }


def _breaches(world: Instance, plan: dict[str, list[Cell]]) -> Iterator[Breach]:
    for person in world.staff:
        for name, rule in RULES.items():
            for text in rule(world, person, plan[person.name]):
                yield Breach(name, f"{person.name}: {text}")


def _successions(world: Instance, _: Employee, line: Sequence[Cell]) -> Iterator[str]:
    for day, (first, then) in enumerate(pairwise(line)):
        if first and then and (first, then) in world.barred:
            yield f"{then} on day {day + 1} after {first}"


def _most_of(_: Instance, person: Employee, line: Sequence[Cell]) -> Iterator[str]:
    for shift, most in person.most_of.items():
        count = sum(cell == shift for cell in line)
        if count > most:
            yield f"{count} of {shift}, at most {most}"


def _minutes(world: Instance, line: Sequence[Cell]) -> int:
    return sum(world.minutes[cell] for cell in line if cell)


def _too_many(world: Instance, person: Employee, line: Sequence[Cell]) -> Iterator[str]:
    total = _minutes(world, line)
    if total > person.max_minutes:
        yield f"{total} minutes, at most {person.max_minutes}"


def _too_few(world: Instance, person: Employee, line: Sequence[Cell]) -> Iterator[str]:
    total = _minutes(world, line)
    if total < person.min_minutes:
        yield f"{total} minutes, at least {person.min_minutes}"


def _too_long(_: Instance, person: Employee, line: Sequence[Cell]) -> Iterator[str]:
    for run in runs(line, worked):
        if run.kind and run.length > person.longest_work:
            most = person.longest_work
            yield f"{run.length} duties in a row from day {run.first}, at most {most}"


def _inner(line: Sequence[Cell]) -> list[Run]:
    return [run for run in runs(line, worked) if run.first > 0 and run.last < len(line) - 1]


def _too_short(_: Instance, person: Employee, line: Sequence[Cell]) -> Iterator[str]:
    for run in _inner(line):
        if run.kind and run.length < person.shortest_work:
            yield f"{run.length} duties alone on day {run.first}, at least {person.shortest_work}"


def _short_rest(_: Instance, person: Employee, line: Sequence[Cell]) -> Iterator[str]:
    for run in _inner(line):
        if not run.kind and run.length < person.shortest_free:
            yield f"{run.length} free days from day {run.first}, at least {person.shortest_free}"


def _weekends(_: Instance, person: Employee, line: Sequence[Cell]) -> Iterator[str]:
    count = sum(any(line[day : day + 2]) for day in range(5, len(line), 7))
    if count > person.max_weekends:
        yield f"{count} weekends, at most {person.max_weekends}"


def _off(_: Instance, person: Employee, line: Sequence[Cell]) -> Iterator[str]:
    for day in sorted(person.days_off):
        if line[day]:
            yield f"{line[day]} on day {day}, a day off"


RULES: dict[str, Callable[[Instance, Employee, Sequence[Cell]], Iterator[str]]] = {
    "forbidden succession": _successions,
    "max shifts of a type": _most_of,
    "max total minutes": _too_many,
    "min total minutes": _too_few,
    "max consecutive shifts": _too_long,
    "min consecutive shifts": _too_short,
    "min consecutive days off": _short_rest,
    "max weekends": _weekends,
    "days off": _off,
}
"""Each hard rule: yields a text a breach of one person's line."""
