"""The demonstration's data: three invented units, and accounts for each role."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from api.accounts.routes import make
from api.accounts.shapes import GrantShape, NewAccount
from api.db.base import now
from api.periods.tables import Period, Stage
from api.policy.roles import NOBODY, Role
from api.running import open_database
from api.settings import Settings
from api.units.tables import Unit
from api.units.wards import keep_ward
from fixtures import ward
from fixtures.task_files import WITH_TASKS, task_file
from turnus.demo_tasks import fill_tasks

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rostering.domain.problem import Problem

FOLDER = Path("build/serve")
PASSWORD = "vis meg turnusen"  # of the demonstration alone: `serve` without --demo knows none
STAFF_EACH = 3


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit of the demonstration: its ward, its name and where its period stands."""

    ward: str
    name: str
    short: str
    stage: Stage


UNITS = (
    _Unit("nursing_home", "Fjellheim, 2. etasje", "fjellheim", Stage.WISHING),
    _Unit("small", "Bofellesskapet Elvebakken", "elvebakken", Stage.DRAFTING),
    _Unit("home_care", "Hjemmetjenesten sone vest", "vest", Stage.SETUP),
)


def prepare(settings: Settings) -> Settings:
    """Fill the demonstration's database unless it is there already; return the settings for it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    url = f"sqlite:///{FOLDER / 'turnus.db'}"
    settings = settings.model_copy(
        update={
            "database_url": url,
            "jobs_url": "",
            "demo": True,
            "log_json": False,
            "invented_log": str(task_file(WITH_TASKS[0], "log")),
        }
    )
    database = open_database(settings)
    with database.writing() as session:
        if session.scalar(select(Unit.id).limit(1)) is None:
            _fill(session)
    database.close()
    return settings


def _fill(session: Session) -> None:
    _account(session, "admin", "Anne Administrator", [GrantShape(role=Role.ADMINISTRATOR)])
    _account(session, "hr", "Hege HR", [GrantShape(role=Role.HR)])
    for unit in UNITS:
        problem = ward(unit.ward)
        row = Unit(name=unit.name, ward_number=0)
        session.add(row)
        session.flush()
        keep_ward(session, row, problem, NOBODY, "all")
        session.add(_period(row, problem, unit.stage))
        _people(session, unit, row, problem)
        if unit.ward in WITH_TASKS:
            fill_tasks(session, row, problem, unit.ward, f"leder.{unit.short}")


def _period(row: Unit, problem: Problem, stage: Stage) -> Period:
    start = problem.horizon.start
    return Period(
        unit_id=row.id,
        name=f"Turnus fra {start:%d.%m.%Y}",
        start=start,
        days=problem.horizon.days,
        stage=stage.value,
        wishes_from=now() - dt.timedelta(days=3),
        wishes_to=now() + dt.timedelta(days=18),
        most_wishes=12,
        most_strong=3,
        weights={},
        revision=1,
    )


def _people(session: Session, unit: _Unit, row: Unit, problem: Problem) -> None:
    here = row.id
    manager = GrantShape(role=Role.MANAGER, unit=here)
    _account(session, f"leder.{unit.short}", f"Leder {unit.name}", [manager])
    union = GrantShape(role=Role.REPRESENTATIVE, unit=here)
    _account(session, f"tillitsvalgt.{unit.short}", f"Tillitsvalgt {unit.name}", [union])
    for number, person in enumerate(problem.people[:STAFF_EACH], 1):
        grant = GrantShape(role=Role.EMPLOYEE, unit=here, person=person.id)
        _account(session, f"ansatt{number}.{unit.short}", person.name, [grant])


def _account(session: Session, login: str, name: str, grants: list[GrantShape]) -> None:
    given = NewAccount(login=login, name=name, password=PASSWORD, grants=grants)
    make(session, given, NOBODY)


def accounts_told() -> str:
    """Return the accounts and their password, as lines."""
    names = ["admin", "hr"]
    for unit in UNITS:
        staff = [f"ansatt{number}.{unit.short}" for number in range(1, STAFF_EACH + 1)]
        names.append(f"leder.{unit.short}  tillitsvalgt.{unit.short}  {'  '.join(staff)}")
    return "\n".join(f"  {line}" for line in names)
