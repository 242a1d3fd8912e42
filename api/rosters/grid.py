"""A draft as a grid: rows of people, rows of coverage, breaches with their paragraphs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from api.periods.tables import Period
from api.rosters.drafts import shape
from api.rosters.shapes import DutyShape, Grid, GridPerson, GridRow, GridShift, Verdict
from api.rosters.tables import Draft
from api.units.sight import breaches_for_others, codes_for_others
from api.wishes.verdict import breach_shape
from rostering.day_codes import day_codes
from rostering.domain.fields import format_time
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Plan
from rostering.domain.problem import Problem
from rostering.domain.red_days import red_days
from rostering.domain.wishes import WishKind
from rostering.live import JudgedLine, LivePlan


def grid_of(live: LivePlan, draft: Draft, period: Period, language: str) -> Grid:
    """Return a whole draft on one screen."""
    index = live.court.index
    red = red_days(index, 0, index.days - 1)
    return Grid(
        draft=shape(draft, period),
        start=index.problem.horizon.start,
        days=index.days,
        red_days={str(index.clock.date(day.day)): day.name for day in red},
        people=people_rows(live, draft, live.lines),
        coverage=coverage_rows(live),
        shifts=shift_rows(index),
        verdict=verdict(live, language),
    )


def grid_for(grid: Grid, person: str | None) -> Grid:
    """Return a grid as others than the unit's managers see it: nobody's wishes, own codes alone."""
    people = [
        row.model_copy(
            update={
                "wishes": {},
                "codes": row.codes if row.id == person else codes_for_others(row.codes),
            }
        )
        for row in grid.people
    ]
    breaches = breaches_for_others(grid.verdict.breaches)
    told = grid.verdict.model_copy(update={"breaches": breaches})
    return grid.model_copy(update={"people": people, "verdict": told})


def people_rows(live: LivePlan, draft: Draft, people: Iterable[str]) -> list[GridPerson]:
    """Return the rows of some people."""
    index = live.court.index
    wishes, locked = _wishes(index), _locked(draft)
    return [
        _row(live, live.lines[person], wishes.get(person, {}), locked.get(person, []))
        for person in people
    ]


def _row(
    live: LivePlan, judged: JudgedLine, wishes: dict[str, str], locked: list[dt.date]
) -> GridPerson:
    index, person, line = live.court.index, judged.line.person, judged.line
    start = index.problem.horizon.start
    held = [place for place in person.positions if place.holds_on(start)] or list(person.positions)
    return GridPerson(
        id=person.id,
        name=person.name,
        group=person.group,
        percent=round(sum(place.percent for place in held), 2),
        competences=[one.code for one in person.competences],
        planned=judged.minutes,
        contract=index.contracts[person.id].to_plan,
        home=person.home_unit,
        placed=_placed(judged),
        cells=["+".join(duty.code for duty in line.on(day)) for day in range(index.days)],
        codes=_codes(live, judged),
        wishes=wishes,
        locked=locked,
    )


def _placed(judged: JudgedLine) -> dict[str, list[DutyShape]]:
    """Return the dates of which a duty has a role or is in another unit than the person's own."""
    found: dict[str, list[DutyShape]] = {}
    home = judged.line.person.home_unit
    for duty in judged.duties:
        told = DutyShape(shift=duty.shift, unit=duty.unit, role=duty.role)
        found.setdefault(str(duty.date), []).append(told)
    return {
        date: duties
        for date, duties in found.items()
        if any(duty.role is not None or duty.unit != home for duty in duties)
    }


def _codes(live: LivePlan, judged: JudgedLine) -> dict[str, str]:
    """Return the codes of a person's days off and absence, by date."""
    alone = Plan(live.court.index, {judged.line.person.id: judged.line})
    return {str(laid.date): laid.code.value for laid in day_codes(live.court, alone)}


def _wishes(index: ProblemIndex) -> dict[str, dict[str, str]]:
    """Return each person's wishes by date, as sign and strength; the same for every roster."""
    if "grid_wishes" not in index.memo:
        index.memo["grid_wishes"] = _signed(index.problem)
    found: dict[str, dict[str, str]] = index.memo["grid_wishes"]
    return found


def _signed(problem: Problem) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for wish in problem.wishes:
        sign = "-" if wish.kind is WishKind.AVOID else "+"
        told = f"{sign}{int(wish.strength)}{','.join(wish.shifts)}"
        for number in range((wish.end - wish.first).days + 1):
            day = wish.first + dt.timedelta(days=number)
            found.setdefault(wish.person, {})[str(day)] = told
    return found


def _locked(draft: Draft) -> dict[str, list[dt.date]]:
    found: dict[str, list[dt.date]] = {}
    for person, day in draft.locks:
        found.setdefault(person, []).append(dt.date.fromisoformat(day))
    return found


def coverage_rows(live: LivePlan) -> list[GridRow]:
    """Return each row of the staffing plan that names shifts, date by date."""
    index, plan = live.court.index, live.plan
    rows = {
        row.id: _empty(row.id, row.name, row.shifts, index.days) for row in index.problem.demand
    }
    for cell in index.cells:
        row = rows[cell.row.id]
        if cell.row.shifts:
            row.have[cell.day] = plan.in_cell(cell)
            row.minimum[cell.day], row.target[cell.day] = cell.minimum, cell.target
    return [row for row in rows.values() if row.shifts]


def _empty(row: str, name: str, shifts: Iterable[str], days: int) -> GridRow:
    none = [0] * days
    return GridRow(
        id=row, name=name or row, shifts=[*shifts], have=[*none], minimum=[*none], target=[*none]
    )


def shift_rows(index: ProblemIndex) -> list[GridShift]:
    """Return the shift codes."""
    return [
        GridShift(
            code=shift.code,
            name=shift.name,
            kind=shift.kind.value,
            start=format_time(shift.start),
            end=format_time(shift.end),
            minutes=shift.minutes,
        )
        for shift in index.problem.shifts
    ]


def verdict(live: LivePlan, language: str) -> Verdict:
    """Return what a roster is worth and breaks."""
    breaches = [breach_shape(entry) for entry in live.breaches(language)]
    return Verdict(
        points=live.total,
        hard=sum(breach.hard for breach in breaches),
        breaches=breaches,
        cost_ore=live.known_cost,
    )
