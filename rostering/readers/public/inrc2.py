"""Instances of the Second International Nurse Rostering Competition as problems.

The static version: all weeks of the horizon are known at once. Source: S. Ceschia and others, The
Second International Nurse Rostering Competition, arXiv 1501.04177.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rostering.domain.competence import Competence, CompetenceNeed
from rostering.domain.demand import DemandRow
from rostering.domain.people import HeldCompetence, Person
from rostering.domain.problem import Horizon, Problem, RuleSetting, Unit
from rostering.domain.shifts import ShiftKind, ShiftType
from rostering.domain.wishes import Wish, WishKind
from rostering.readers.public.contracts import agreements, priced
from rostering.readers.public.finishing import finished, weights
from rostering.readers.public.inrc2_contracts import contracts
from rostering.readers.public.inrc2_files import Instance, open_instance
from rostering.readers.public.inrc2_json import ANY, Nurse, Scenario
from rostering.readers.public.inrc2_past import known_from, past
from rostering.readers.public.reading import WEEKDAYS
from rostering.readers.public.weights import COVER, PREFERENCE

UNIT = "ward"
START = date(2026, 1, 5)  # a Monday: the weeks of the competition have no dates
CLOCK = {
    "early": (ShiftKind.DAY, "07:00", "15:00"),
    "day": (ShiftKind.DAY, "09:00", "17:00"),
    "late": (ShiftKind.EVENING, "15:00", "23:00"),
    "night": (ShiftKind.NIGHT, "23:00", "07:00"),
}
"""Kind and times by name, for pictures alone: the competition gives none."""


def read_inrc2(folder: str | Path, name: str) -> Problem:
    """Return an instance such as ``n030w4_1_6-2-9-1`` as a problem.

    Parameters
    ----------
    folder
        Holds a folder for each set (``n030w4``), or is that folder itself.

    Raises
    ------
    BadInput
        With one fault, its file and its JSON path for each thing that is wrong.
    """
    instance = open_instance(Path(folder), name)
    return finished(name, _data(name, instance))


def _data(name: str, instance: Instance) -> dict[str, Any]:
    scenario = instance.scenario
    return {
        "name": name,
        "horizon": Horizon(start=START, days=7 * len(instance.weeks)),
        "units": (Unit(id=UNIT),),
        "competences": tuple(Competence(code=skill) for skill in scenario.skills),
        "shifts": tuple(_shift(shift.id) for shift in scenario.shift_types),
        "people": tuple(_person(nurse) for nurse in scenario.nurses),
        "demand": tuple(_rows(instance)),
        "wishes": tuple(_wishes(instance)),
        "history_from": known_from(START, instance.history),
        "history": past(START, UNIT, scenario, instance.history),
        "rulebooks": ("inrc2",),
        "rules": {
            "successions": RuleSetting(values={"forbidden": _forbidden(scenario)}),
            **priced("stretches", "totals", "patterns"),
        },
        "agreements": agreements(contracts(scenario, instance.history)),
        "weights": weights(),
    }


def _forbidden(scenario: Scenario) -> list[list[str]]:
    return [
        [rule.preceding_shift_type, late]
        for rule in scenario.forbidden_shift_type_successions
        for late in rule.succeeding_shift_types
    ]


def _shift(code: str) -> ShiftType:
    kind, start, end = CLOCK.get(code.lower(), (ShiftKind.DAY, "08:00", "16:00"))
    night = kind is ShiftKind.NIGHT
    return ShiftType(code=code, kind=kind, start=start, end=end, crosses_midnight=night)


def _person(nurse: Nurse) -> Person:
    held = tuple(HeldCompetence(code=skill) for skill in dict.fromkeys(nurse.skills))
    return Person(id=nurse.id, name=nurse.id, home_unit=UNIT, competences=held)


def _rows(instance: Instance) -> Iterator[DemandRow]:
    """Yield a row for each shift, skill, minimum and optimum, with the dates that ask for it."""
    dates: dict[tuple[str, str, int, int], list[date]] = {}
    for number, week in enumerate(instance.weeks):
        for asked in week.requirements:
            for day, level in enumerate(asked.levels):
                if level.optimal:
                    key = (asked.shift_type, asked.skill, level.minimum, level.optimal)
                    when = START + timedelta(days=7 * number + day)
                    dates.setdefault(key, []).append(when)
    for (shift, skill, least, best), days in dates.items():
        yield DemandRow(
            id=f"{shift}-{skill}-{least}-{best}",
            units=(UNIT,),
            competence=CompetenceNeed(all_of=(skill,)),
            shifts=(shift,),
            minimum=least,
            target=best,
            only_dates=tuple(days),
            exclusive=True,
            price_under=COVER,
        )


def _wishes(instance: Instance) -> Iterator[Wish]:
    for number, week in enumerate(instance.weeks):
        for request in week.shift_off_requests:
            day = 7 * number + WEEKDAYS.index(request.day)
            yield Wish(
                person=request.nurse,
                first=START + timedelta(days=day),
                kind=WishKind.AVOID,
                shifts=() if request.shift_type == ANY else (request.shift_type,),
                points=PREFERENCE,
            )
