"""Second International Nurse Rostering Competition: cost and hard rules, all weeks known at once.

Rules and weights: S. Ceschia, N. T. T. Dang, P. De Causmaecker, S. Haspeslagh and A. Schaerf,
"Second International Nurse Rostering Competition (INRC-II), Problem Description and Rules",
arXiv 1501.04177, section 2 (H1-H4, S1-S7). Each week's roster is judged with the state in which
the week before left every nurse, so that a run is judged

- for being too short when it ends: not at the end of the last week, but on the first day for
  what the history says of the day before it;
- for being too long a day at a time: days of the history count towards the length, not the cost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from operator import eq
from pathlib import Path

from benchmarks.validators.inrc2_file import (
    Bounds,
    Duty,
    Instance,
    Nurse,
    read_instance,
    read_roster,
)
from benchmarks.validators.lines import Cell, runs, worked
from benchmarks.validators.verdict import Breach, Verdict

WEIGHTS = {
    "optimal coverage": 30,
    "consecutive shifts": 15,
    "consecutive working days": 30,
    "days off": 30,
    "preferences": 10,
    "complete weekends": 30,
    "total assignments": 20,
    "weekends": 30,
}
"""Points a unit of each soft constraint, S1 to S7; S2 counts shifts and working days apart."""


def validate(folder: Path, instance: str, roster: Path) -> Verdict:
    """Return cost by part and hard rules broken by a folder with a solution file a week."""
    world = read_instance(folder, instance)
    duties = read_roster(world, roster)
    units = Counter({"optimal coverage": _uncovered(world, duties)})
    shifts = _shifts(world, duties)
    for name, nurse in world.nurses.items():
        line = shifts[name]
        units["consecutive shifts"] += _consecutive_shifts(world, line, nurse)
        for part, rule in RULES.items():
            units[part] += rule(line, nurse)
    units["preferences"] = sum(
        (shifts[nurse][day] is not None if shift is None else shifts[nurse][day] == shift)
        for nurse, day, shift in world.unwanted
    )
    parts = {part: weight * units[part] for part, weight in WEIGHTS.items()}
    return Verdict(parts, tuple(_breaches(world, duties, shifts)))


def _shifts(world: Instance, duties: Sequence[Duty]) -> dict[str, list[Cell]]:
    """Return everybody's days; of two duties on a day, which breaks H1, the first."""
    lines: dict[str, list[Cell]] = {name: [None] * world.days for name in world.nurses}
    for duty in duties:
        lines[duty.nurse][duty.day] = lines[duty.nurse][duty.day] or duty.shift
    return lines


def _heads(duties: Sequence[Duty]) -> Counter[tuple[int, str, str]]:
    return Counter((duty.day, duty.shift, duty.skill) for duty in duties)


def _uncovered(world: Instance, duties: Sequence[Duty]) -> int:
    there = _heads(duties)
    return sum(max(0, need.high - there[key]) for key, need in world.need.items())


def _outside(
    line: Sequence[Cell], kind: Callable[[Cell], bool], bounds: Bounds, before: int
) -> int:
    """Return the days by which runs of a kind miss their bounds (see the module's text).

    ``before`` is the length of the run of this kind that the history ends with, 0 for none.
    """
    missing = 0
    if before and not kind(line[0]):
        missing += max(0, bounds.low - before)
    for run in runs(line, kind):
        if not run.kind:
            continue
        past = before if run.first == 0 else 0
        if run.last < len(line) - 1:
            missing += max(0, bounds.low - past - run.length)
        missing += max(0, past + run.length - max(bounds.high, past))
    return missing


def _consecutive_shifts(world: Instance, line: Sequence[Cell], nurse: Nurse) -> int:
    past, missing = nurse.history, 0
    for shift, bounds in world.shifts.items():
        before = past.same_shift if past.shift == shift else 0
        missing += _outside(line, partial(eq, shift), bounds, before)
    return missing


def _working_days(line: Sequence[Cell], nurse: Nurse) -> int:
    past = nurse.history
    before = past.working_days if past.shift is not None else 0
    return _outside(line, worked, nurse.contract.working_days, before)


def _days_off(line: Sequence[Cell], nurse: Nurse) -> int:
    past = nurse.history
    before = past.days_off if past.shift is None else 0
    return _outside(line, lambda cell: cell is None, nurse.contract.days_off, before)


def _incomplete(line: Sequence[Cell], nurse: Nurse) -> int:
    if not nurse.contract.complete_weekends:
        return 0
    return sum((line[day] is None) != (line[day + 1] is None) for day in range(5, len(line), 7))


def _assignments(line: Sequence[Cell], nurse: Nurse) -> int:
    total = nurse.history.assignments + sum(map(worked, line))
    bounds = nurse.contract.assignments
    return max(bounds.low - total, total - bounds.high, 0)


def _weekends(line: Sequence[Cell], nurse: Nurse) -> int:
    count = sum(any(line[day : day + 2]) for day in range(5, len(line), 7))
    return max(0, nurse.history.weekends + count - nurse.contract.weekends)


RULES: dict[str, Callable[[Sequence[Cell], Nurse], int]] = {
    "consecutive working days": _working_days,
    "days off": _days_off,
    "complete weekends": _incomplete,
    "total assignments": _assignments,
    "weekends": _weekends,
}
"""Each soft constraint of one nurse's line, in units."""


def _breaches(
    world: Instance, duties: Sequence[Duty], shifts: dict[str, list[Cell]]
) -> Iterator[Breach]:
    yield from _doubles(duties)
    yield from _uncovered_minimum(world, duties)
    yield from _successions(world, shifts)
    for duty in duties:
        if duty.skill not in world.nurses[duty.nurse].skills:
            text = f"{duty.nurse}: {duty.skill} on day {duty.day}"
            yield Breach("H4 missing skill", text)


def _doubles(duties: Sequence[Duty]) -> Iterator[Breach]:
    for (name, day), count in Counter((d.nurse, d.day) for d in duties).items():
        if count > 1:
            yield Breach("H1 single assignment per day", f"{name}: {count} duties on day {day}")


def _uncovered_minimum(world: Instance, duties: Sequence[Duty]) -> Iterator[Breach]:
    there = _heads(duties)
    for (day, shift, skill), need in world.need.items():
        heads = there[day, shift, skill]
        if heads < need.low:
            text = f"{heads} of {skill} in {shift} on day {day}, at least {need.low}"
            yield Breach("H2 minimum coverage", text)


def _successions(world: Instance, shifts: dict[str, list[Cell]]) -> Iterator[Breach]:
    for name, nurse in world.nurses.items():
        for day, (first, then) in enumerate(pairwise([nurse.history.shift, *shifts[name]])):
            if first and then and (first, then) in world.barred:
                text = f"{name}: {then} on day {day} after {first}"
                yield Breach("H3 forbidden succession", text)
