"""Instances of the First International Nurse Rostering Competition (2010) as problems.

Source: S. Haspeslagh and others, The first international nurse rostering competition 2010.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rostering.domain.competence import Competence
from rostering.domain.demand import DemandRow
from rostering.domain.people import HeldCompetence, Person
from rostering.domain.problem import Horizon, Problem, Unit
from rostering.domain.shifts import ShiftKind, ShiftType
from rostering.domain.wishes import Wish, WishKind
from rostering.readers.public.contracts import agreements, priced
from rostering.readers.public.finishing import finished, weights
from rostering.readers.public.inrc1_contracts import contracts
from rostering.readers.public.inrc1_file import parse
from rostering.readers.public.inrc1_text import Instance, Shift
from rostering.readers.public.reading import existing

UNIT = "ward"
EVENING_FROM = 720  # minutes: a shift that begins after noon and ends the same day


def read_inrc1(folder: str | Path, name: str) -> Problem:
    """Return an instance as a problem: name ``sprint01`` is the file ``sprint01.txt``.

    Raises
    ------
    BadInput
        With one fault and its line for each thing that is wrong.
    """
    path = existing(Path(folder), f"{name}.txt", "*.txt")
    return finished(path.name, _data(parse(path)))


def _data(instance: Instance) -> dict[str, Any]:
    days = (instance.last - instance.first).days + 1
    return {
        "name": instance.id,
        "horizon": Horizon(start=instance.first, days=days),
        "units": (Unit(id=UNIT),),
        "competences": tuple(Competence(code=skill) for skill in instance.skills),
        "shifts": tuple(_shift(shift) for shift in instance.shifts),
        "people": tuple(
            Person(
                id=employee.id,
                name=employee.name,
                home_unit=UNIT,
                competences=tuple(
                    HeldCompetence(code=skill) for skill in dict.fromkeys(employee.skills)
                ),
            )
            for employee in instance.employees
        ),
        "demand": tuple(_rows(instance)),
        "wishes": (*_requests(instance), *_unskilled(instance)),
        "rulebooks": ("inrc1",),
        "rules": priced("stretches", "totals", "patterns"),
        "agreements": agreements(contracts(instance)),
        "weights": weights(),
    }


def _shift(shift: Shift) -> ShiftType:
    late = ShiftKind.EVENING if shift.start >= EVENING_FROM else ShiftKind.DAY
    return ShiftType(
        code=shift.id,
        name=shift.name,
        kind=ShiftKind.NIGHT if shift.night else late,
        start=shift.start,
        end=shift.end,
        crosses_midnight=shift.night,
    )


def _rows(instance: Instance) -> Iterator[DemandRow]:
    """Yield a row for each shift and number of people; what is not asked for is not allowed."""
    dates: dict[tuple[str, int], list[date]] = {}
    for day in range((instance.last - instance.first).days + 1):
        when = instance.first + timedelta(days=day)
        for shift in instance.shifts:
            by_weekday = instance.weekday_cover.get((shift.id, when.isoweekday()), 0)
            need = instance.date_cover.get((shift.id, when), by_weekday)
            dates.setdefault((shift.id, need), []).append(when)
    for (shift_id, need), asked in dates.items():
        yield DemandRow(
            id=f"{shift_id}-{need}",
            units=(UNIT,),
            shifts=(shift_id,),
            minimum=need,
            target=need,
            maximum=need,
            only_dates=tuple(asked),
        )


def _requests(instance: Instance) -> Iterator[Wish]:
    for request in instance.requests:
        if request.points:
            yield Wish(
                person=request.person,
                first=request.day,
                kind=WishKind.WANT if request.wanted else WishKind.AVOID,
                shifts=(request.shift,) if request.shift else (),
                points=request.points,
            )


def _unskilled(instance: Instance) -> Iterator[Wish]:
    """Yield what it costs that somebody takes a shift without its skills: a goal here, no rule."""
    for employee in instance.employees:
        points = instance.contracts[employee.contract].limits["alternative_skill"].points
        for shift in instance.shifts:
            missing = set(shift.skills) - set(employee.skills)
            if points and missing:
                yield Wish(
                    person=employee.id,
                    first=instance.first,
                    last=instance.last,
                    kind=WishKind.AVOID,
                    shifts=(shift.id,),
                    points=points * len(missing),
                )
