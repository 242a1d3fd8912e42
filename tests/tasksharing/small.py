"""A small ward with a small task book, built from what a test says."""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

from rostering.domain.competence import Competence, CompetenceNeed
from rostering.domain.demand import DemandRow
from rostering.domain.people import HeldCompetence, Person, Position
from rostering.domain.problem import Horizon, Problem, Unit
from rostering.domain.shifts import ShiftKind, ShiftType
from tasksharing.domain.book import Presence, TaskBook
from tasksharing.domain.groups import StaffGroup
from tasksharing.domain.names import Name
from tasksharing.domain.permits import Approval, Delegation
from tasksharing.domain.tasks import Logged, Route, Task, Window
from tasksharing.scenarios.scenario import Scenario

START = dt.date(2027, 3, 1)
UNIT = "u"
GROUPS = ("nurse", "worker", "host")
SIGNED = dt.date(2027, 1, 4)


def ward(*, minimum: int = 1, target: int = 3, units: tuple[str, ...] = (UNIT,)) -> Problem:
    """A ward with two nurses and two workers on a day shift from 08:00 to 12:00."""
    return Problem(
        name="small",
        horizon=Horizon(start=START, days=14),
        units=tuple(Unit(id=unit) for unit in units),
        competences=tuple(Competence(code=code) for code in GROUPS),
        shifts=(ShiftType(code="D", kind=ShiftKind.DAY, start=480, end=720),),
        people=tuple(person(f"p{n}", "nurse" if n < 2 else "worker") for n in range(4)),
        demand=(
            DemandRow(id="day", units=(UNIT,), shifts=("D",), minimum=minimum, target=target),
            DemandRow(
                id="day-nurse",
                units=(UNIT,),
                shifts=("D",),
                competence=CompetenceNeed(all_of=("nurse",)),
                minimum=1,
                target=2,
            ),
        ),
        rulebooks=(),
    )


def person(person_id: str, group: str) -> Person:
    return Person(
        id=person_id,
        name=person_id.upper(),
        home_unit=UNIT,
        group=group,
        positions=(Position(id=f"{person_id}-1", unit=UNIT, percent=50),),
        competences=(HeldCompetence(code=group),),
    )


def task(task_id: str, *logged: tuple[str, int, str, Iterable[object]], **more: object) -> Task:
    """A task; each ``logged`` is group, weekday, start and minutes by quarter-hour."""
    works = [
        {"group": g, "weekday": w, "start": s, "minutes": list(m), "days": 2}
        for g, w, s, m in logged
    ]
    facts = {"name": Name(nb=task_id), "minimum": (Route(any_of=GROUPS),), **more}
    return Task(id=task_id, logged=tuple(Logged(**one) for one in works), **facts)  # type: ignore[arg-type]


def book(
    *tasks: Task,
    approved: Iterable[str] | None = None,
    delegations: Iterable[Delegation] = (),
    heads: dict[str, int] | None = None,
) -> TaskBook:
    """A book in which every task is approved unless told otherwise; all week's days alike."""
    there = {"nurse": 2, "worker": 2} if heads is None else heads
    names = [one.id for one in tasks] if approved is None else approved
    return TaskBook(
        unit=UNIT,
        groups=tuple(
            StaffGroup(id=g, name=Name(nb=g), brings=(g,), health=g != "host") for g in GROUPS
        ),
        tasks=tasks,
        presence=tuple(
            Presence(
                group=group, weekday=weekday, start=480, heads=tuple(Fraction(n) for _ in range(16))
            )
            for group, n in there.items()
            for weekday in range(1, 8)
        ),
        approvals=tuple(Approval(task=name, unit=UNIT, by="head", on=SIGNED) for name in names),
        delegations=tuple(delegations),
    )


def scenario(*changes: dict[str, object], **more: object) -> Scenario:
    facts = {"id": "s", "name": {"nb": "s"}, "changes": list(changes), **more}
    return Scenario.model_validate(facts)


HOSTS = {
    "kind": "add_staff",
    "group": "host",
    "shift": {"code": "V", "start": "08:00", "end": "12:00"},
    "weekdays": [1, 2, 3, 4, 5, 6, 7],
    "heads": 1,
    "posts": [80],
}
WINDOW = Window(first=480, last=720)
