"""A service with two units, a period in each stage that matters, and somebody in every role."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.accounts.routes import make
from api.accounts.secrets import hashed
from api.accounts.sessions import Begun, begin, cookie_name
from api.accounts.shapes import GrantShape, NewAccount
from api.accounts.tables import Account
from api.app import create_app
from api.db.engine import Database
from api.jobs.run import run
from api.policy.roles import NOBODY, Role
from api.service import Service
from api.settings import Settings
from api.units.tables import Unit
from api.units.wards import keep_ward
from fixtures import ward
from rostering.domain.problem import Problem

PASSWORD = "four words in a row"
WARD = "tiny"


@dataclass
class Queued:
    """A queue that only notes what is put into it; tests of the real one are in test_queue.py."""

    jobs: list[str] = field(default_factory=list)

    def begin(self, job: str, *, question: bool = False) -> None:
        self.jobs.append(job)

    def close(self) -> None:
        """Nothing is open."""


@dataclass
class World:
    """The service and what is in it."""

    service: Service
    queued: Queued
    unit: str
    other: str
    problem: Problem
    clients: dict[str, TestClient]

    def client(self, who: str) -> TestClient:
        return self.clients[who]

    @property
    def database(self) -> Database:
        return self.service.database

    @property
    def person(self) -> str:
        return self.problem.people[0].id

    def run_jobs(self) -> None:
        """Do all jobs in the queue here and now, with the real solver."""
        for job in self.queued.jobs:
            run(self.database, job, "test", 1)
        self.queued.jobs.clear()

    def period(self, name: str = "Vår", who: str = "manager") -> dict[str, Any]:
        """Set up a period of the unit."""
        facts: dict[str, Any] = {"name": name, "start": str(self.problem.horizon.start)}
        facts |= {"days": self.problem.horizon.days}
        return ok(self.client(who).post(f"/api/units/{self.unit}/periods", json=facts), 201)

    def stage(self, period: str, stage: str) -> dict[str, Any]:
        """Lead a period on."""
        manager = self.client("manager")
        tag = manager.get(f"/api/periods/{period}").headers["ETag"]
        return ok(
            manager.post(
                f"/api/periods/{period}/stage", json={"stage": stage}, headers={"If-Match": tag}
            )
        )

    def draft(self, period: str, seconds: float = 20) -> str:
        """Search for a roster and return its draft."""
        manager = self.client("manager")
        job = ok(manager.post(f"/api/periods/{period}/jobs", json={"seconds": seconds}), 201)
        self.run_jobs()
        found = ok(manager.get(f"/api/jobs/{job['id']}"))
        assert found["state"] == "done", found
        return str(found["draft"])

    def show(self, period: str, draft: str) -> dict[str, Any]:
        """Show a draft to everybody."""
        manager = self.client("manager")
        tag = manager.get(f"/api/periods/{period}").headers["ETag"]
        answer = manager.post(
            f"/api/periods/{period}/preview", json={"draft": draft}, headers={"If-Match": tag}
        )
        return ok(answer)

    def publish(self, period: str, seconds: float = 20) -> str:
        """Lead a new period to a published roster, found by a real search; return its draft."""
        manager = self.client("manager")
        self.stage(period, "drafting")
        draft = self.draft(period, seconds)
        self.show(period, draft)
        tag = manager.get(f"/api/periods/{period}").headers["ETag"]
        body = {"draft": draft, "reason": "For the tests."}
        address = f"/api/periods/{period}/publications"
        ok(manager.post(address, json=body, headers={"If-Match": tag}), 201)
        return draft


def ok(answer: Response, status: int = 200) -> Any:  # noqa: ANN401 - any JSON
    """Return an answer's content, which must have come with a status."""
    assert answer.status_code == status, answer.text
    return answer.json() if answer.content else None


def refused(answer: Response, status: int, code: str) -> dict[str, Any]:
    """Return a refusal, which must be this one, in the one shape."""
    assert answer.status_code == status, answer.text
    told: dict[str, Any] = answer.json()
    assert {"code", "message", "hint", "where"} <= set(told)
    assert told["code"] == code
    assert told["message"]
    return told


ROLES = {
    "employee": Role.EMPLOYEE,
    "colleague": Role.EMPLOYEE,
    "manager": Role.MANAGER,
    "representative": Role.REPRESENTATIVE,
    "hr": Role.HR,
    "administrator": Role.ADMINISTRATOR,
}


@dataclass(frozen=True)
class Seed:
    """What a template database holds: units, and everybody's session."""

    unit: str
    other: str
    begun: dict[str, Begun]


@cache
def known() -> str:
    """Return the hash of the password that everybody has."""
    return hashed(PASSWORD)


def seed(url: str) -> Seed:
    """Fill a migrated database: the slow hash of the one password is made once for all tests."""
    database, problem = Database(url), ward(WARD)
    with database.writing() as session:
        unit, other = (add_unit(session, name, problem) for name in ("Fjord", "Fjell"))
        add_staff(session, "", unit, problem)
        add_staff(session, "other ", other, problem)
        accounts = session.scalars(select(Account)).all()
        kept = known()
        for one in accounts:
            one.password = kept
        begun = {one.login: begin(session, one, Settings()) for one in accounts}
    database.close()
    return Seed(unit, other, begun)


@contextmanager
def world(url: str, seeded: Seed) -> Iterator[World]:
    """Give a world in a copy of the template."""
    service = Service(Settings(database_url=url), Database(url), queued := Queued())
    app = create_app(service)
    clients = {login: _client(app, begun) for login, begun in seeded.begun.items()}
    clients["nobody"] = TestClient(app)
    yield World(service, queued, seeded.unit, seeded.other, ward(WARD), clients)
    service.database.close()


def _client(app: FastAPI, begun: Begun) -> TestClient:
    client = TestClient(app, headers={"X-CSRF-Token": begun.csrf})
    client.cookies.set(cookie_name(Settings()), begun.secret)
    return client


def add_unit(session: Session, name: str, problem: Problem) -> str:
    """Add a unit with its ward."""
    row = Unit(name=name, ward_number=0)
    session.add(row)
    session.flush()
    keep_ward(session, row, problem, NOBODY, "all")
    return row.id


def add_staff(session: Session, prefix: str, unit: str, problem: Problem) -> None:
    """Add an account for each role in a unit, without a password; logins begin with a prefix."""
    people = iter(problem.people)
    for name, role in ROLES.items():
        everywhere = role in {Role.HR, Role.ADMINISTRATOR}
        grant = GrantShape(
            role=role,
            unit=None if everywhere else unit,
            person=next(people).id if role is Role.EMPLOYEE else None,
        )
        login = f"{prefix}{name}"
        given = NewAccount(login=login, name=login.title(), grants=[grant])
        make(session, given, NOBODY)
