"""A published roster of the tiny ward in which three nurses have accounts; each test has a copy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select

from api.accounts.routes import make
from api.accounts.sessions import begin
from api.accounts.shapes import GrantShape, NewAccount
from api.accounts.tables import Account
from api.policy.roles import NOBODY, Role
from api.settings import Settings
from api.swaps import moments
from rostering.domain.clock import OSLO
from rostering.domain.roster import Roster
from tests.api.conftest import new_sqlite
from tests.api.world import Seed, World, ok, world

EARLY = dt.datetime(2026, 12, 20, 12, 0, tzinfo=OSLO)
THIRD, LEADS = "third", "leads"
Handed = dict[str, Any]
"""One handover of a request."""


def handover(person: str, gives: tuple[str, str], taken: tuple[str, str, str]) -> Handed:
    """Return one part: a person, the date and shift given, and person, date and shift taken."""
    return {
        "person": person,
        "gives": dict(zip(("date", "shift"), gives, strict=True)),
        "takes": dict(zip(("person", "date", "shift"), taken, strict=True)),
    }


def two_way(mine: tuple[str, str, str], theirs: tuple[str, str, str]) -> list[Handed]:
    """Return the handovers of two people; each duty is a person, a date and a shift."""
    return [handover(mine[0], mine[1:], theirs), handover(theirs[0], theirs[1:], mine)]


@dataclass
class Ward:
    """The published world, and short ways to ask it things."""

    world: World
    period: str
    clock: list[dt.datetime]

    def client(self, who: str) -> TestClient:
        return self.world.client(who)

    def at(self, moment: dt.datetime) -> None:
        """Make it another time."""
        self.clock[0] = moment

    @property
    def publications(self) -> list[dict[str, Any]]:
        told: list[dict[str, Any]] = ok(
            self.client("hr").get(f"/api/periods/{self.period}/publications")
        )
        return told

    @property
    def roster(self) -> Roster:
        """The roster that holds."""
        number = self.publications[0]["number"]
        address = f"/api/periods/{self.period}/publications/{number}/roster"
        return Roster.model_validate(ok(self.client("hr").get(address)))

    def duties(self, person: str) -> list[tuple[str, str, str]]:
        """Return somebody's duties as person, date and shift."""
        return [
            (d.person, str(d.date), d.shift) for d in self.roster.assignments if d.person == person
        ]

    def possible(self, who: str, date: str, shift: str, **more: int) -> Response:
        address = f"/api/units/{self.world.unit}/swaps/possible/{date}"
        return self.client(who).get(address, params={"shift": shift, **more})

    def found(self, who: str, person: str, kind: str = "two_way") -> Iterator[list[Handed]]:
        """Yield the handovers of all that is possible for somebody, duty by duty."""
        for _, date, shift in self.duties(person):
            for one in ok(self.possible(who, date, shift))["swaps"]:
                if one["kind"] == kind:
                    yield handed(one["parts"])

    def shared(self, kind: str = "two_way") -> list[Handed]:
        """Return a possible swap of the employee in which the colleague takes part."""
        found = self.found("employee", "t01", kind)
        return next(parts for parts in found if any(one["person"] == "t02" for one in parts))

    def ask(self, who: str, handovers: list[Handed], unit: str = "") -> Response:
        address = f"/api/units/{unit or self.world.unit}/swaps"
        return self.client(who).post(address, json={"handovers": handovers})

    def mine(self, who: str) -> list[dict[str, Any]]:
        told: list[dict[str, Any]] = ok(
            self.client(who).get(f"/api/units/{self.world.unit}/swaps/mine")
        )
        return told

    def answer(self, who: str, swap: str, *, accept: bool = True) -> Response:
        return self.client(who).post(f"/api/swaps/{swap}/answer", json={"accept": accept})

    def withdraw(self, who: str, swap: str) -> Response:
        return self.client(who).post(f"/api/swaps/{swap}/withdrawal")

    def decide(self, who: str, swap: str, *, approve: bool = True, **more: object) -> Response:
        body = {"approve": approve, "publication": self.publications[0]["number"], **more}
        return self.client(who).post(f"/api/swaps/{swap}/decision", json=body)

    def agreed(self, handovers: list[Handed]) -> str:
        """Have a swap asked for by the employee and accepted by all others."""
        swap: str = ok(self.ask("employee", handovers), 201)["id"]
        for one in handovers:
            who = WHO.get(one["person"], "employee")
            if who != "employee":
                ok(self.answer(who, swap))
        return swap

    def kinds(self, who: str) -> list[str]:
        """Return the kinds of what somebody has been told of swaps, the latest first."""
        told = ok(self.client(who).get("/api/notices"))
        return [one["kind"] for one in told if one["kind"].startswith("swap.")]


WHO = {"t02": "colleague", "t03": THIRD}


def handed(parts: list[dict[str, Any]]) -> list[Handed]:
    """Return what is asked for from what was shown."""
    return [
        handover(
            one["person"],
            (one["gives"]["date"], one["gives"]["shift"]),
            (one["takes_from"], one["takes"]["date"], one["takes"]["shift"]),
        )
        for one in parts
    ]


@pytest.fixture(scope="session")
def published(
    sqlite_template: tuple[Path, Seed], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Seed, str]:
    """A world with a published roster, a third nurse, and one who is a manager as well."""
    path, seeded = sqlite_template
    url = new_sqlite(path, tmp_path_factory.mktemp("published"))
    with world(url, seeded) as here:
        period = here.period()["id"]
        here.publish(period)
        with here.database.writing() as session:
            for login, person, roles in (
                (THIRD, "t03", [Role.EMPLOYEE]),
                (LEADS, "t01", [Role.EMPLOYEE, Role.MANAGER]),
            ):
                grants = [
                    GrantShape(
                        role=role, unit=here.unit, person=person if role is Role.EMPLOYEE else None
                    )
                    for role in roles
                ]
                make(session, NewAccount(login=login, name=login, grants=grants), NOBODY)
                account = session.scalars(select(Account).where(Account.login == login)).one()
                seeded.begun[login] = begin(session, account, Settings())
    return Path(url.removeprefix("sqlite:///")), seeded, period


@pytest.fixture
def staff(
    published: tuple[Path, Seed, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Ward]:
    path, seeded, period = published
    clock = [EARLY]
    monkeypatch.setattr(moments, "now", lambda: clock[0])
    with world(new_sqlite(path, tmp_path), seeded) as here:
        yield Ward(here, period, clock)
