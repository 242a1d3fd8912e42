"""Published rosters made by hand: for what comes after a publication no search is needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy.orm import Session

from api.db.engine import Database
from api.periods.composing import composed
from api.periods.tables import Period, Stage
from api.rosters.drafts import keep_draft, keep_problem
from api.rosters.succession import add_publication
from api.rosters.tables import Source
from api.units.documents import packed
from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from tests.api.world import World, ok

Cells = Iterable[tuple[str, int, str]]
"""Person, day of the period, shift."""


def planned(world: World, name: str, weeks: int = 0) -> str:
    """Set up a period of two weeks that begins so many weeks after the ward's own dates."""
    start = world.problem.horizon.start + dt.timedelta(weeks=weeks)
    facts = {"name": name, "start": str(start), "days": 14}
    made = ok(world.client("manager").post(f"/api/units/{world.unit}/periods", json=facts), 201)
    return str(made["id"])


def hold(world: World, period: str, cells: Cells, source: Source = Source.DRAFT) -> None:
    """Publish a roster in a period, whatever rules it breaks."""
    hold_in(world.database, period, cells, source)


def hold_in(database: Database, period: str, cells: Cells, source: Source = Source.DRAFT) -> None:
    """Publish a roster in a period of a database."""
    with database.writing() as session:
        found = session.get_one(Period, period)
        problem = composed(session, found)
        made = roster(problem, cells)
        add_publication(
            session,
            found,
            draft="none",
            problem_hash=keep_problem(session, problem),
            roster=packed(made),
            takes_effect=found.start,
            source=source,
            reason="",
            by=None,
        )
        found.stage = Stage.PUBLISHED.value


def show(world: World, period: str, cells: Cells) -> None:
    """Show staff a draft, whatever rules it breaks."""
    with world.database.writing() as session:
        found = session.get_one(Period, period)
        found.shown = draft(session, found, cells)
        found.stage = Stage.PREVIEW.value


def draft(session: Session, period: Period, cells: Cells) -> str:
    """Add a draft to a period."""
    problem = composed(session, period)
    made = roster(problem, cells)
    return keep_draft(session, period, problem, made, name="", source="edited", by=None).id


def roster(problem: Problem, cells: Cells) -> Roster:
    """Return a roster of some cells."""
    units = {person.id: person.home_unit for person in problem.people}
    start = problem.horizon.start
    return Roster(
        problem_name=problem.name,
        problem_hash=content_hash(problem),
        start=start,
        days=problem.horizon.days,
        assignments=tuple(
            Assignment(
                person=who, date=start + dt.timedelta(days=day), shift=shift, unit=units[who]
            )
            for who, day, shift in cells
        ),
    )
