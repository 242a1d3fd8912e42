"""First International Nurse Rostering Competition (2010): cost and hard rules of a roster.

Hard: exactly the heads asked for in each shift of each day, one shift a day. All else costs.

The competition's paper (Haspeslagh, De Causmaecker, Stølevik and Schaerf, 2010) leaves room in
places. Each rule below is the one on which at least two of three public evaluators agree: the nurse
rostering example of OptaPlanner, whose authors took part in the competition,
dmeignan/INRC2010-UOS-evaluator, and wssuite/NurseScheduler. From the last come the best-known
costs; what it charges otherwise it charges dearer, so that those costs can be reached here.

- Nothing lies before or after the horizon: a run that touches an end counts with its own days
  and may be too short.
- A working weekend has a duty on at least one of the contract's weekend days.
- Complete weekends: within a weekend each run of working days costs the days by which it is
  shorter than the weekend, so that duty, free, duty over three days costs 4.
- Identical shifts: each type worked in a weekend costs the days on which it is not worked, so
  that two types in a weekend of two days cost 2, and one duty costs 1. (UOS asks it of completely
  worked weekends only; a roster of sprint_late02 then costs 40, below its best-known 42.)
- A night before a free weekend and two free days after nights cost nothing, though the text files
  tell weights for them: neither evaluator charges the first, and the competition's XML does not
  know the second. (wssuite charges both.)
- Alternative skill: each duty for which a skill is lacking; no cost where the contract has it off.
- An unwanted pattern costs each time it begins; ``Any`` in it is a duty of any type. (OptaPlanner
  is content with one duty on the two days after a free Friday, the others need both.)

A roster is the competition's XML: ``Solution`` with ``Assignment`` elements of ``Date``,
``Employee`` and ``ShiftType``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

from benchmarks.validators.inrc1_file import DAYS, Contract, Instance, Limit, Pattern, read_instance
from benchmarks.validators.lines import Cell, runs, worked
from benchmarks.validators.verdict import Breach, Unusable, Verdict, known, parsed, read_text

Plan = dict[str, list[list[str]]]
"""Shifts of each day of each employee."""


def validate(folder: Path, instance: str, roster: Path) -> Verdict:
    """Return cost by part and hard rules broken by a roster of ``<instance>.txt``."""
    world = read_instance(folder / f"{instance}.txt")
    plan = read_roster(world, roster)
    parts = dict.fromkeys((*RULES, "unwanted patterns", "requests"), 0)
    for employee, shifts in plan.items():
        cells = [day[0] if day else None for day in shifts]
        line = Line(world, employee, cells, _weekends(world, employee))
        for name, rule in RULES.items():
            parts[name] += rule(line, line.contract.limits)
        parts["unwanted patterns"] += _patterns(line)
    parts["requests"] = _requests(world, plan)
    return Verdict(parts, tuple(_breaches(world, plan)))


def read_roster(world: Instance, path: Path) -> Plan:
    """Read a roster: everybody's shifts by employee and day."""
    try:
        root = ET.fromstring(read_text(path))
    except ET.ParseError as error:
        raise Unusable(path, f"no XML ({error})", "the competition's Solution") from error
    plan: Plan = {employee: [[] for _ in range(world.days)] for employee in world.staff}
    for number, entry in enumerate(root.iter("Assignment"), start=1):
        where = f"{path}, assignment {number}"
        day, employee, shift = (
            (entry.findtext(name) or "").strip() for name in ("Date", "Employee", "ShiftType")
        )
        known(where, "employee", employee, plan)
        known(where, "shift", shift, world.skills)
        index = _index(world, parsed(where, date.fromisoformat, day, "a date"))
        if not 0 <= index < world.days:
            raise Unusable(where, f"the date {day}", f"one of {world.days} from {world.start}")
        plan[employee][index].append(shift)
    return plan


def _index(world: Instance, day: date) -> int:
    return (day - world.start).days


def _breaches(world: Instance, plan: Plan) -> Iterator[Breach]:
    there = Counter(
        (day, shift) for line in plan.values() for day, cell in enumerate(line) for shift in cell
    )
    for key in sorted({*world.cover, *there}):
        need, count = world.cover.get(key, 0), there[key]
        day, shift = world.start + timedelta(days=key[0]), key[1]
        if count != need:
            name = "understaffed" if count < need else "overstaffed"
            yield Breach(name, f"{count} of {shift} on {day}, needed {need}")
    for employee, line in plan.items():
        for number, cell in enumerate(line):
            if len(cell) > 1:
                day = world.start + timedelta(days=number)
                yield Breach("one shift a day", f"{employee}: {' and '.join(cell)} on {day}")


@dataclass(frozen=True, slots=True)
class Line:
    """One employee's days, and those of each weekend that the horizon holds, whole or in part."""

    world: Instance
    employee: str
    cells: list[Cell]
    weekends: list[list[int]]

    @property
    def contract(self) -> Contract:
        """The employee's contract."""
        return self.world.contracts[self.world.staff[self.employee].contract]

    @property
    def whole_weekends(self) -> list[list[int]]:
        """The weekends of which no day lies outside the horizon."""
        return [days for days in self.weekends if len(days) == len(self.contract.weekend)]


Limits = dict[str, Limit]


def _weekends(world: Instance, employee: str) -> list[list[int]]:
    weekend = world.contracts[world.staff[employee].contract].weekend
    found: list[list[int]] = []
    for day in range(world.days):
        if world.weekday(day) in weekend:
            if found and found[-1][-1] == day - 1:
                found[-1].append(day)
            else:
                found.append([day])
    return found


def _price(limit: Limit, amount: int) -> int:
    return limit.weight * amount if limit.on else 0


def _bounded(limits: Limits, name: str, amount: int) -> int:
    """Return what an amount costs below ``min <name>`` and above ``max <name>``."""
    low, high = limits[f"min {name}"], limits[f"max {name}"]
    below, above = max(0, low.value - amount), max(0, amount - high.value)
    return _price(low, below) + _price(high, above)


def _assignments(line: Line, limits: Limits) -> int:
    return _bounded(limits, "assignments", sum(map(worked, line.cells)))


def _working_days(line: Line, limits: Limits) -> int:
    stretches = (run.length for run in runs(line.cells, worked) if run.kind)
    return sum(_bounded(limits, "consecutive working days", length) for length in stretches)


def _free_days(line: Line, limits: Limits) -> int:
    stretches = (run.length for run in runs(line.cells, worked) if not run.kind)
    return sum(_bounded(limits, "consecutive free days", length) for length in stretches)


def _working_weekends(line: Line) -> list[Cell]:
    return [next((c for d in days if (c := line.cells[d])), None) for days in line.weekends]


def _weekend_runs(line: Line, limits: Limits) -> int:
    stretches = (run.length for run in runs(_working_weekends(line), worked) if run.kind)
    return sum(_bounded(limits, "consecutive working weekends", length) for length in stretches)


def _weekend_count(line: Line, limits: Limits) -> int:
    limit = limits["max working weekends"]
    count = sum(map(worked, _working_weekends(line)))
    return _price(limit, max(0, count - limit.value))


def _complete(line: Line, limits: Limits) -> int:
    missing = 0
    for days in line.whole_weekends:
        stretches = runs([line.cells[day] for day in days], worked)
        missing += sum(len(days) - run.length for run in stretches if run.kind)
    return _price(limits["complete weekends"], missing)


def _identical(line: Line, limits: Limits) -> int:
    missing = 0
    for days in line.whole_weekends:
        types = Counter(cell for day in days if (cell := line.cells[day]))
        missing += sum(len(days) - count for count in types.values())
    return _price(limits["identical shifts in a weekend"], missing)


def _skills(line: Line, limits: Limits) -> int:
    has = line.world.staff[line.employee].skills
    lacking = sum(not line.world.skills[cell] <= has for cell in line.cells if cell)
    return _price(limits["alternative skill"], lacking)


RULES: dict[str, Callable[[Line, Limits], int]] = {
    "assignments": _assignments,
    "consecutive working days": _working_days,
    "consecutive free days": _free_days,
    "consecutive working weekends": _weekend_runs,
    "working weekends": _weekend_count,
    "complete weekends": _complete,
    "identical shifts in a weekend": _identical,
    "alternative skill": _skills,
}
"""Each rule of a contract: what one employee's line costs."""


def _patterns(line: Line) -> int:
    unwanted = (line.world.patterns[name] for name in line.contract.patterns)
    return sum(
        pattern.weight
        for pattern in unwanted
        for day in range(len(line.cells) - len(pattern.entries) + 1)
        if _begins(line, pattern, day)
    )


def _begins(line: Line, pattern: Pattern, first: int) -> bool:
    names = DAYS
    return all(
        _matches(shift, line.cells[first + offset])
        and weekday in {"Any", names[line.world.weekday(first + offset)]}
        for offset, (shift, weekday) in enumerate(pattern.entries)
    )


def _matches(wanted: str, cell: Cell) -> bool:
    if wanted == "Any":
        return cell is not None
    return cell == (None if wanted == "None" else wanted)


def _requests(world: Instance, plan: Plan) -> int:
    def met(employee: str, day: date, shift: str | None) -> bool:
        there = plan[employee][_index(world, day)]
        return bool(there) if shift is None else shift in there

    refused = (r.weight for r in world.wanted if not met(r.employee, r.day, r.shift))
    broken = (r.weight for r in world.unwanted if met(r.employee, r.day, r.shift))
    return sum(refused) + sum(broken)
