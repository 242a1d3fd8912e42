"""A roster as a grid: a row for each person, a column for each day, sums and staffing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rostering.domain.cells import Cell
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line, Plan
from rostering.domain.people import Person
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.domain.shifts import ShiftKind
from rostering.domain.three_part import reduction
from rostering.errors import BadInput, Fault
from rostering.writers.cell_text import CellTexts


@dataclass(frozen=True, slots=True)
class GridDay:
    """A column: its date, ISO week and weekday (1-7); ``red`` on weekends and holidays."""

    date: date
    week: int
    weekday: int
    red: bool
    holiday: str


@dataclass(frozen=True, slots=True)
class GridCell:
    """One person's day: shift codes in order, and a day code such as F1 or FE (or empty).

    ``roles`` tells for each code whether the duty carries a role, such as responsible nurse.
    ``full`` is the cell with all that is needed to read it back: the planned shift that a day code
    covers, roles and units by name, extra pay, and what was really worked.
    """

    codes: tuple[str, ...]
    roles: tuple[bool, ...]
    absence: str
    full: str = ""

    @property
    def text(self) -> str:
        """The cell as it is shown: ``D``, ``D*`` with a role, ``D/N``, ``FE``."""
        marked = (f"{c}*" if role else c for c, role in zip(self.codes, self.roles, strict=True))
        return "/".join(marked) or self.absence


@dataclass(frozen=True, slots=True)
class GridRow:
    """One person's line.

    ``planned`` and ``agreed`` are minutes over the horizon; ``agreed`` is what the positions
    owe less credited absence and time carried in. ``percent`` sums the positions that hold on
    the first day, or the last that began when none does.
    """

    person: Person
    percent: float
    competences: tuple[str, ...]
    cells: tuple[GridCell, ...]
    planned: int
    agreed: int
    weekends: int
    nights: int


@dataclass(frozen=True, slots=True)
class Staffing:
    """People on duty against what a demand row asks for, at the day's worst moment."""

    have: int
    minimum: int
    target: int

    @property
    def under_minimum(self) -> bool:
        """Whether somebody is missing outright."""
        return self.have < self.minimum

    @property
    def under_target(self) -> bool:
        """Whether fewer than aimed at are on duty."""
        return self.have < self.target


@dataclass(frozen=True, slots=True)
class Grid:
    """A roster's days, people, heads per shift code, and staffing per demand row.

    ``heads`` and ``staffing`` have one entry a day; staffing is None where the row does not
    apply.
    """

    days: tuple[GridDay, ...]
    rows: tuple[GridRow, ...]
    heads: dict[str, tuple[int, ...]]
    staffing: dict[str, tuple[Staffing | None, ...]]


def roster_grid(problem: Problem, roster: Roster) -> Grid:
    """Return the grid of a roster.

    Raises
    ------
    BadInput
        When the roster names people, shifts or dates that the problem does not have.
    """
    faults = tuple(_misfits(problem, roster))
    if faults:
        raise BadInput(faults)
    index = ProblemIndex(problem)
    plan = index.plan(roster.assignments)
    texts = CellTexts(index, roster)
    return Grid(
        days=tuple(_day(index, day) for day in range(index.days)),
        rows=tuple(_row(index, plan.lines[person.id], texts) for person in problem.people),
        heads=_heads(problem, index, plan),
        staffing=_staffing(problem, index, plan),
    )


def _misfits(problem: Problem, roster: Roster) -> Iterator[Fault]:
    people = {person.id for person in problem.people}
    shifts = {shift.code for shift in problem.shifts}
    start, end = problem.horizon.start, problem.horizon.end
    guess = "the roster belongs to another ward file"
    for number, duty in enumerate(roster.assignments):
        where = f"assignments[{number}]"
        if duty.person not in people:
            found = f"unknown person {duty.person!r}"
            yield Fault(f"{where}.person", found, "a person of the ward", guess)
        if duty.shift not in shifts:
            found = f"unknown shift {duty.shift!r}"
            yield Fault(f"{where}.shift", found, "a shift of the ward", guess)
        if not start <= duty.date <= end:
            yield Fault(f"{where}.date", str(duty.date), f"a date from {start} to {end}", guess)


def _day(index: ProblemIndex, day: int) -> GridDay:
    when, holiday = index.clock.date(day), index.calendar.holiday(day)
    red = index.calendar.is_weekend(day) or bool(holiday)
    return GridDay(when, when.isocalendar().week, index.calendar.weekday(day), red, holiday)


def _row(index: ProblemIndex, line: Line, texts: CellTexts) -> GridRow:
    contract = index.contracts[line.person.id]
    off = reduction(index, line.person, line.planned)
    weekends = {index.calendar.monday(d.day) for d in line.planned if _at_weekend(index, d.day)}
    held = line.person.competences
    return GridRow(
        person=line.person,
        percent=_percent(line.person, index),
        competences=tuple(dict.fromkeys(c.code for c in held)),
        cells=tuple(_cell(line, day, texts) for day in range(index.days)),
        planned=sum(duty.minutes for duty in line.planned),
        agreed=contract.owed - contract.credited - contract.carried - off,
        weekends=len(weekends),
        nights=sum(duty.kind is ShiftKind.NIGHT for duty in line.planned),
    )


def _at_weekend(index: ProblemIndex, day: int) -> bool:
    return index.calendar.is_weekend(day)


def _percent(person: Person, index: ProblemIndex) -> float:
    first, last = index.clock.date(0), index.clock.date(index.days - 1)
    now = [p.percent for p in person.positions if p.holds_on(first)]
    later = [p.percent for p in person.positions if p.holds_on(last)]
    return sum(now or later)


def _cell(line: Line, day: int, texts: CellTexts) -> GridCell:
    duties = line.on(day)
    return GridCell(
        tuple(duty.code for duty in duties),
        tuple(duty.role is not None for duty in duties),
        texts.day_code(line, day),
        texts.full(line, day),
    )


def _heads(problem: Problem, index: ProblemIndex, plan: Plan) -> dict[str, tuple[int, ...]]:
    counted = Counter(
        (duty.code, duty.day) for line in plan.lines.values() for duty in line.planned
    )
    days = range(index.days)
    return {s.code: tuple(counted[s.code, day] for day in days) for s in problem.shifts}


def _staffing(
    problem: Problem, index: ProblemIndex, plan: Plan
) -> dict[str, tuple[Staffing | None, ...]]:
    found: dict[str, list[Staffing | None]] = {
        row.id: [None] * index.days for row in problem.demand
    }
    lines = [line for line in plan.lines.values() if line.person.counts]
    for cell in index.cells:
        have = sum(_covers(index, line, cell) for line in lines)
        now = Staffing(have, cell.minimum, cell.target)
        before = found[cell.row.id][cell.day]
        if before is None or _worse(now, before):
            found[cell.row.id][cell.day] = now
    return {row: tuple(days) for row, days in found.items()}


def _covers(index: ProblemIndex, line: Line, cell: Cell) -> bool:
    return any(
        cell.covered_by(duty) and cell.row.competence.met_by(index.held(line.person, duty.day))
        for day in {day for day, _ in cell.options}
        for duty in line.on(day)
    )


def _worse(one: Staffing, two: Staffing) -> bool:
    def misses(s: Staffing) -> tuple[int, int]:
        return max(0, s.minimum - s.have), s.target - s.have

    return misses(one) > misses(two)
