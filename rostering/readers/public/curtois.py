"""Instances of Curtois and Qu (2014) as problems: staff rules hard, requests and cover at a price.

Source: T. Curtois, R. Qu, Computational results on new staff scheduling benchmark instances, 2014.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rostering.domain.demand import DemandRow
from rostering.domain.people import Exemption, Person
from rostering.domain.problem import Horizon, Problem, RuleSetting, Unit
from rostering.domain.shifts import ShiftKind, ShiftType
from rostering.domain.wishes import Lock, Wish, WishKind
from rostering.readers.public.contracts import WEEKENDS, Terms, agreements, stretch, total
from rostering.readers.public.curtois_text import Contract, Cover, Instance, Request, Shift, parse
from rostering.readers.public.finishing import finished, weights
from rostering.readers.public.reading import existing

UNIT = "ward"
START = date(2026, 1, 5)  # a Monday, as all these instances begin on one
SHIFT_START = 360  # minutes: 06:00, so that no shift meets the night on which clocks change
HARD = 1  # points of a limit that binds hard: nobody is ever charged them


def read_curtois(folder: str | Path, name: str) -> Problem:
    """Return an instance as a problem: name ``1`` is the file ``Instance1.txt``.

    Raises
    ------
    BadInput
        With one fault and its line for each thing that is wrong.
    """
    stem = name if name.startswith("Instance") else f"Instance{name}"
    path = existing(Path(folder), f"{stem}.txt", "Instance*.txt")
    return finished(path.name, _data(stem, parse(path)))


def _data(name: str, instance: Instance) -> dict[str, Any]:
    days = range(instance.days)
    return {
        "name": name,
        "horizon": Horizon(start=START, days=len(days)),
        "units": (Unit(id=UNIT),),
        "shifts": tuple(_shift(shift) for shift in instance.shifts),
        "people": tuple(_people(instance)),
        "demand": tuple(_rows(instance.covers)),
        "wishes": tuple(_wish(request) for request in instance.requests if request.weight),
        "locks": tuple(
            Lock(person=person, date=_date(day)) for person, day in dict.fromkeys(instance.days_off)
        ),
        "rulebooks": ("curtois",),
        "rules": {"successions": RuleSetting(values={"forbidden": _forbidden(instance)})},
        "agreements": agreements(_contracts(instance)),
        "weights": weights(),
    }


def _date(day: int) -> date:
    return START + timedelta(days=day)


def _shift(shift: Shift) -> ShiftType:
    end = SHIFT_START + shift.minutes
    return ShiftType(code=shift.id, kind=ShiftKind.DAY, start=SHIFT_START, end=end)


def _people(instance: Instance) -> Iterator[Person]:
    """Yield everybody, barred from the days off.

    Not from one on which the person wants to work: that wish would then count no more. Such a day
    is locked alone.
    """
    wanted = {(request.person, request.day) for request in instance.requests if request.wanted}
    for name in instance.staff:
        off = {day for person, day in instance.days_off if person == name}
        barred = tuple(
            Exemption(first=_date(day), last=_date(day), kinds=(ShiftKind.DAY,))
            for day in sorted(off)
            if (name, day) not in wanted
        )
        yield Person(id=name, name=name, home_unit=UNIT, exemptions=barred)


def _forbidden(instance: Instance) -> list[list[str]]:
    return [[shift.id, late] for shift in instance.shifts for late in shift.barred]


def _wish(request: Request) -> Wish:
    return Wish(
        person=request.person,
        first=_date(request.day),
        kind=WishKind.WANT if request.wanted else WishKind.AVOID,
        shifts=(request.shift,),
        points=request.weight,
    )


def _rows(covers: tuple[Cover, ...]) -> Iterator[DemandRow]:
    """Yield a row for each shift, number of people and weights, with the dates that ask for it."""
    dates: dict[tuple[str, int, int, int], list[date]] = {}
    for cover in covers:
        key = (cover.shift, cover.need, cover.under, cover.over)
        dates.setdefault(key, []).append(_date(cover.day))
    for (shift, need, under, over), when in dates.items():
        yield DemandRow(
            id=f"{shift}-{need}-{under}-{over}",
            units=(UNIT,),
            shifts=(shift,),
            target=need,
            only_dates=tuple(sorted(when)),
            price_under=under,
            price_over=over,
        )


def _contracts(instance: Instance) -> Iterator[tuple[str, str, Terms]]:
    numbers: dict[Contract, str] = {}
    for person, contract in instance.staff.items():
        name = numbers.setdefault(contract, f"contract-{len(numbers) + 1}")
        yield name, person, _terms(contract, instance.days)


def _terms(contract: Contract, days: int) -> Terms:
    terms = Terms()
    terms.totals = [total(code, "at most", most, HARD) for code, most in contract.max_shifts]
    terms.totals += [
        total("minutes", "at most", contract.max_minutes, HARD),
        total("minutes", "at least", contract.min_minutes, HARD),
        total(WEEKENDS, "at most", contract.max_weekends, HARD),
    ]
    if contract.max_run < days:
        terms.stretches.append(stretch("work", "at most", contract.max_run, HARD))
    if contract.min_run > 1:
        terms.stretches.append(stretch("work", "at least", contract.min_run, HARD))
    if contract.min_off > 1:
        terms.stretches.append(stretch("off", "at least", contract.min_off, HARD))
    return terms
