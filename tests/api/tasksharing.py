"""A small task book for the ward of the tests: invented minutes of a kitchen and a round."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

from api.tasksharing.tables import KeptTaskBook, TaskApproval
from api.units.documents import packed
from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from tasksharing.catalogue import draft
from tasksharing.domain.book import Presence, TaskBook
from tasksharing.domain.tasks import Logged
from tests.api.world import World

KITCHEN, ROUND = "kitchen", "medication_round"
DAY = "07:30"
QUARTERS = 30


def book(ward: Problem) -> TaskBook:
    """Return a book: health workers spend the day in the kitchen, nurses some of it with pills."""
    tasks = {task.id: task for task in draft().tasks}
    work = {
        KITCHEN: [_logged("helsefagarbeider", day, 15) for day in range(1, 8)],
        ROUND: [_logged("sykepleier", day, 5) for day in range(1, 8)],
    }
    return TaskBook(
        unit=ward.units[0].id,
        invented=True,
        groups=draft().groups,
        tasks=tuple(
            tasks[one].model_copy(update={"logged": tuple(logged), "estimated": ()})
            for one, logged in work.items()
        ),
        presence=tuple(
            Presence(group=group, weekday=day, start=DAY, heads=(Fraction(1),) * QUARTERS)
            for group in ("helsefagarbeider", "sykepleier")
            for day in range(1, 8)
        ),
    )


def _logged(group: str, weekday: int, minutes: int) -> Logged:
    spent = [minutes] * QUARTERS
    facts = {"group": group, "weekday": weekday, "start": DAY, "minutes": spent, "days": 2}
    return Logged.model_validate(facts)


HOST: dict[str, Any] = {
    "kind": "add_staff",
    "group": "servicevert",
    "shift": {"code": "V", "name": "Vert", "start": "07:30", "end": "15:00"},
    "weekdays": [1, 2, 3, 4, 5],
    "heads": 1,
    "posts": [100],
    "one_off_nok": 12000,
}
MOVE: dict[str, Any] = {"kind": "move", "tasks": [KITCHEN], "to": "servicevert"}
VACATE: dict[str, Any] = {"kind": "vacate", "people": ["t05"]}
SETTINGS: dict[str, Any] = {"fill": 0.8, "load": 0.9, "slide": 60, "demand": "lower"}


def stock(here: World, *approved: str) -> None:
    """Give the unit its book, with some tasks approved by its head."""
    found = book(here.problem)
    with here.database.writing() as session:
        kept = KeptTaskBook(unit_id=here.unit, document=packed(found), hash=content_hash(found)[7:])
        session.add(kept)
        for task in approved:
            signed = here.problem.horizon.start - dt.timedelta(days=7)
            row = TaskApproval(unit_id=here.unit, task=task, first=signed, approved_on=signed)
            row.minimum = [way.model_dump(mode="json") for way in found.task(task).minimum]
            session.add(row)
