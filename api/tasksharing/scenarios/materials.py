"""What scenarios of a period can be built of."""

from __future__ import annotations

from sqlalchemy.orm import Session

from api.periods.composing import framed
from api.periods.tables import Period
from api.tasksharing.book_of import book_of
from api.tasksharing.scenarios.shapes import (
    GroupMaterial,
    Materials,
    NamedMaterial,
    PersonMaterial,
    TaskMaterial,
)
from api.tasksharing.scenarios.starting import starts
from api.units.wards import unit_of
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.domain.minutes import minutes_of, sums


def materials_of(session: Session, period: Period, language: str) -> Materials:
    """Return tasks, groups and people of a unit, and the scenarios that ship.

    People are told by name, group and post alone: who they are must be known where a change is
    about somebody, and nothing more.
    """
    problem = framed(session, period)
    book = book_of(session, unit_of(session, period.unit_id))
    return Materials(
        book=book is not None,
        invented=book is not None and book.invented,
        first=problem.horizon.start,
        last=problem.horizon.end,
        tasks=[] if book is None else _tasks(book, problem, language),
        groups=[] if book is None else _groups(book, language),
        people=_people(problem),
        units=[NamedMaterial(id=one.id, name=one.name or one.id) for one in problem.units],
        competences=[
            NamedMaterial(id=one.code, name=one.name or one.code) for one in problem.competences
        ],
        shifts=[shift.code for shift in problem.shifts],
        shipped=[NamedMaterial(id=one, name=name) for one, name in starts(language).items()],
    )


def _tasks(book: TaskBook, problem: Problem, language: str) -> list[TaskMaterial]:
    weekly = sums(minutes_of(book, problem), lambda slot: slot.task)
    return [
        TaskMaterial(
            id=task.id,
            name=task.name.told(language),
            groups=list(task.groups),
            hours=round(float(weekly.get(task.id, 0)) / 60, 2),
            approved=book.approval(task.id, problem.horizon.start) is not None,
        )
        for task in book.tasks
    ]


def _groups(book: TaskBook, language: str) -> list[GroupMaterial]:
    return [
        GroupMaterial(id=one.id, name=one.name.told(language), health=one.health)
        for one in book.groups
    ]


def _people(problem: Problem) -> list[PersonMaterial]:
    first = problem.horizon.start
    return [
        PersonMaterial(
            id=person.id,
            name=person.name or person.id,
            group=person.group,
            percent=sum(post.percent for post in person.positions if post.holds_on(first)),
        )
        for person in problem.people
    ]
