"""One ward with the common shifts, and rosters for it in a few words."""

from datetime import date, timedelta
from typing import Any

from rostering.bill.models import BillLine, PersonBill
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster, Worked
from rostering.wages.file import WageTable
from rostering.wages.load import completed
from rostering.wages.wages import Wages

SHIFTS = {
    "D": ("day", "07:30", "15:00"),
    "A": ("evening", "15:00", "22:30"),
    "N": ("night", "23:00", "07:00"),
}
TWO_HUNDRED = 369_200  # NOK a year: 200 an hour at 1846 h, 199.57 at the 1850 h of overtime


def shift(code: str, kind: str, start: str, end: str, **more: object) -> dict[str, Any]:
    told = {"code": code, "kind": kind, "start": start, "end": end}
    return {**told, "crosses_midnight": end < start, **more}


def person(name: str, percent: float | None = 100, **more: object) -> dict[str, Any]:
    positions = [{"id": name, "unit": "ward", "percent": percent}] if percent else []
    return {"id": name, "name": name, "home_unit": "ward", "positions": positions, **more}


def ward(start: date, days: int, *people: dict[str, Any], **more: object) -> Problem:
    told = {
        "name": "ward",
        "horizon": {"start": start, "days": days},
        "units": [{"id": "ward"}],
        "shifts": [shift(code, *times) for code, times in SHIFTS.items()],
        "people": list(people),
        **more,
    }
    return Problem.model_validate(told)


def duties(who: str, first: date, cells: str, pay: str | None = None) -> list[Assignment]:
    """Return a person's duties from ``D A . N``, a cell a day; ``D!`` carries the pay."""
    found = []
    for number, cell in enumerate(cells.split()):
        if cell != ".":
            when = first + timedelta(days=number)
            told = {"person": who, "date": when, "shift": cell.rstrip("!"), "unit": "ward"}
            paid = pay if cell.endswith("!") else None
            found.append(Assignment.model_validate({**told, "pay": paid}))
    return found


def roster(problem: Problem, *assignments: Assignment, worked: tuple[Worked, ...] = ()) -> Roster:
    return Roster(
        problem_name=problem.name,
        problem_hash="",
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=assignments,
        worked=worked,
    )


def table(**values: object) -> Wages:
    """Return the shipped table with some values of one's own."""
    period = {"valid_from": "2020-01-01", "status": "assumed", "source": "test", "values": values}
    return own([period])


def own(periods: list[dict[str, Any]], **more: object) -> Wages:
    told = {"format": "helseturnus.wages", "version": 1, "id": "own", "name": "Own"}
    written = {**told, "extends": "no_ks", "periods": periods, **more}
    return completed(WageTable.model_validate(written))


Told = tuple[str, str, str, float, float, str, float]


def told(found: PersonBill | tuple[BillLine, ...]) -> list[Told]:
    """Return lines as (shift, kind, part, hours, NOK an hour, percent, NOK)."""
    lines = found.lines if isinstance(found, PersonBill) else found
    return [
        (
            line.shift,
            line.kind,
            line.part,
            line.minutes / 60,
            line.rate_ore / 100,
            line.model_dump(mode="json")["percent"],
            line.ore / 100,
        )
        for line in lines
    ]
