"""A scenario's effects as HR reads them: names for ids, hours for minutes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from api.tasksharing.comparisons.discreet import moved_together
from api.tasksharing.ground import Ground
from api.tasksharing.pooling import pool_name, pooled_groups
from api.tasksharing.scenarios.fault_words import fault_told
from api.tasksharing.scenarios.shapes import (
    EffectsShape,
    FiguresShape,
    FormedShape,
    FreedShape,
    MovedShape,
    TaskGone,
)
from api.tasksharing.telling import POOL
from rostering.errors import BadInput
from tasksharing.domain.book import TaskBook
from tasksharing.scenarios import Effects, Scenario, apply
from tasksharing.scenarios.effects import FreedShift
from tasksharing.texts import TaskWords

_SHOWN = 3
"""Minutes a week that still show as a tenth of an hour."""


def effects_told(ground: Ground, scenario: Scenario | None, language: str) -> EffectsShape:
    """Return what a scenario does, or every reason why it cannot be."""
    invented = ground.book.invented
    if scenario is None:
        return EffectsShape(faults=[], invented=invented)
    try:
        effects = apply(ground.problem, ground.book, scenario).effects
    except BadInput as error:
        told = [fault_told(fault, ground, language) for fault in error.faults]
        return EffectsShape(faults=told, invented=invented)
    words, book = TaskWords(language), ground.book
    rows = {row.id: row.name or row.id for row in ground.problem.demand}
    return EffectsShape(
        faults=[],
        invented=invented,
        figures=_figures(effects),
        moved=list(_moved(effects, ground, language)),
        gone=list(_gone(effects, book, language)),
        formed=list(_formed(effects, book, language)),
        freed=[_freed(one, rows) for one in effects.freed_shifts if abs(one.minutes) >= _SHOWN],
        steps=[words.say(f"step.{step}") for step in effects.steps],
    )


def _figures(effects: Effects) -> FiguresShape:
    sums = ("freed_hours", "freed_health_hours", "lowered_hours", "new_hours", "saved_hours")
    return FiguresShape(
        **{name: getattr(effects, name) for name in sums},
        capacity_hours=effects.capacity_hours,
        posts_added=effects.posts.added,
        posts_vacated=effects.posts.vacated,
        training_people=effects.training.people,
        training_hours=effects.training.hours,
        delegations=effects.training.delegations,
        one_off_nok=effects.one_off_nok,
    )


def _moved(effects: Effects, ground: Ground, language: str) -> Iterator[MovedShape]:
    book, pooled = ground.book, pooled_groups(ground.book, ground.problem)
    names = {group.id: group.name for group in book.groups} | {POOL: pool_name()}
    for one in moved_together(effects.moved, pooled):
        yield MovedShape(
            task=book.task(one.task).name.told(language),
            giver=names[one.giver].told(language),
            receiver=names[one.receiver].told(language),
            hours=float(one.minutes) / 60,
        )


def _gone(effects: Effects, book: TaskBook, language: str) -> Iterator[TaskGone]:
    for one in effects.removed:
        name = book.task(one.task).name.told(language)
        yield TaskGone(task=name, why=one.why, hours=float(one.minutes) / 60)
    for left in effects.left:
        name = book.task(left.task).name.told(language)
        yield TaskGone(task=name, why="no_room", hours=float(left.minutes) / 60)


def _formed(effects: Effects, book: TaskBook, language: str) -> Iterator[FormedShape]:
    for one in effects.new_shifts:
        yield FormedShape(
            group=book.group(one.group).name.told(language),
            shift=one.shift,
            weekday=one.weekday,
            wanted=one.wanted,
            heads=one.heads,
            filled=float(one.filled) / 60,
            offered=None if one.offered is None else float(one.offered) / 60,
        )


def _freed(one: FreedShift, rows: dict[str, str]) -> FreedShape:
    facts: dict[str, Any] = {"shift": one.shift, "weekday": one.weekday, "hours": one.minutes / 60}
    row = rows.get(one.row, one.row)
    if one.minutes < 0:
        return FreedShape(row=row, **facts, heads=0, becomes="more")
    if one.lowered:
        return FreedShape(row=row, **facts, heads=one.lowered, becomes="lowered")
    if one.formed:
        return FreedShape(row=row, **facts, heads=one.formed, becomes="minimum")
    return FreedShape(row=row, **facts, heads=0, becomes="scattered" if one.enough else "few")
