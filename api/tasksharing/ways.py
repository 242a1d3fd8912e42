"""The ways of being allowed to do a task, with the names of competences and who has them."""

from __future__ import annotations

import datetime as dt

from api.errors import Wrong
from api.tasksharing.catalogue_shapes import TaskWay
from rostering.domain.people import Person
from rostering.domain.problem import Problem
from tasksharing.catalogue import draft
from tasksharing.domain.names import Name
from tasksharing.domain.tasks import Task


def draft_task(task: str) -> Task:
    """Return a task of the catalogue, or refuse."""
    for one in draft().tasks:
        if one.id == task:
            return one
    raise Wrong("task.unknown", "task", found=task)


def ways_of(task: Task, ward: Problem, day: dt.date) -> list[TaskWay]:
    """Return the catalogue's ways of being allowed, and who of a ward has the competences."""
    called = competence_names(ward)
    held = [competences_on(person, day) for person in ward.people if person.counts]
    return [
        TaskWay(
            number=number,
            all_of=[called.get(code, Name(nb=code)) for code in way.all_of],
            any_of=[called.get(code, Name(nb=code)) for code in way.any_of],
            delegation=way.delegation,
            groups=[group.name for group in draft().groups if way.met_by(group.brings)],
            staff=sum(way.met_by(codes) for codes in held),
        )
        for number, way in enumerate(task.minimum)
    ]


def competence_names(ward: Problem) -> dict[str, Name]:
    """Return what competences are called: as the ward calls them where the catalogue is silent."""
    own = {one.code: Name(nb=one.name or one.code) for one in ward.competences}
    return own | {one.code: one.name for one in draft().competences}


def competences_on(person: Person, day: dt.date) -> frozenset[str]:
    """Return the codes of the competences that a person holds on a day."""
    return frozenset(one.code for one in person.competences if one.holds_on(day))
