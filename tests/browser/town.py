"""A service with units in it: each test has one of its own, and one has a period in each stage."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from api.accounts.sessions import Begun, begin
from api.accounts.tables import Account
from api.db.engine import Database
from api.settings import Settings
from fixtures import ward
from fixtures.task_files import task_file
from tests.api.receivers import MailServer
from tests.api.world import ROLES, add_staff, add_unit
from tests.browser.hands import Hand
from tests.browser.sharing import thought_through

OSLO = ZoneInfo("Europe/Oslo")
_NUMBERS = itertools.count(1)


def this_monday() -> dt.date:
    """Return the Monday of this week."""
    today = dt.datetime.now(OSLO).date()
    return today - dt.timedelta(days=today.weekday())


def moment(days: int) -> str:
    """Return the moment so many days from now."""
    return (dt.datetime.now(OSLO) + dt.timedelta(days=days)).isoformat(timespec="seconds")


@dataclass
class Place:
    """A unit, who is signed in there, and its periods by the stage they stand in."""

    address: str
    unit: str
    name: str
    sessions: dict[str, Begun]
    periods: dict[str, str] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)
    hands: dict[str, Hand] = field(default_factory=dict)

    def hand(self, who: str) -> Hand:
        """Return somebody's way to the API."""
        if who not in self.hands:
            begun = self.sessions[who]
            self.hands[who] = Hand.holding(self.address, begun.secret, begun.csrf)
        return self.hands[who]

    def period(self, name: str, weeks_from_now: int = 6, days: int = 14, **more: int | str) -> str:
        """Set up a period; wishes may be entered as soon as its round is opened."""
        start = this_monday() + dt.timedelta(weeks=weeks_from_now)
        facts = {"name": name, "start": str(start), "days": days}
        facts |= {"wishes_from": moment(-3), "wishes_to": moment(18), **more}
        return str(self.hand("manager").post(f"/units/{self.unit}/periods", facts)["id"])

    def span(self, period: str) -> tuple[dt.date, dt.date]:
        """Return a period's first and last date."""
        told = self.hand("employee").ask(f"/periods/{period}")
        return dt.date.fromisoformat(told["start"]), dt.date.fromisoformat(told["end"])

    def close(self) -> None:
        """Let go of all connections."""
        for hand in self.hands.values():
            hand.close()


@dataclass
class Town:
    """A running service and its database."""

    address: str
    url: str
    post: MailServer
    places: list[Place] = field(default_factory=list)

    def settle(self, ward_name: str = "tiny", name: str = "") -> Place:
        """Add a unit with somebody in every role, all signed in."""
        number = next(_NUMBERS)
        title, prefix = name or f"Enhet {number}", f"u{number} "
        database = Database(self.url)
        with database.writing() as session:
            problem = ward(ward_name)
            unit = add_unit(session, title, problem)
            add_staff(session, prefix, unit, problem)
            query = select(Account).where(Account.login.startswith(prefix))
            accounts = {account.login: account for account in session.scalars(query)}
            settings = Settings()
            begun = {who: begin(session, accounts[prefix + who], settings) for who in ROLES}
        database.close()
        place = Place(self.address, unit, title, begun)
        self.places.append(place)
        return place

    def close(self) -> None:
        """Let go of all connections."""
        for place in self.places:
            place.close()


def counts(unit: str, days: int) -> bytes:
    """Return a file of a unit's absence by day, up to last Sunday: more in winter."""
    rows = ["unit,date,group,planned,absent,kind"]
    first = this_monday() - dt.timedelta(days=days)
    for number in range(days):
        date = first + dt.timedelta(days=number)
        usual = (3 if date.month in {11, 12, 1, 2} else 2) - (date.weekday() == 6) * 2
        absent = max(0, usual + (number * 7919) % 5 - 2)
        rows.append(f"{unit},{date},pleie,12,{absent},self_certified")
    return ("\n".join(rows) + "\n").encode()


def staged(place: Place, least: float = 0) -> None:
    """Give a unit a period in each stage, with what is said and wished in them.

    Searches go on for some seconds at least; stages that have a period already keep it.
    """
    manager, employee = place.hand("manager"), place.hand("employee")
    manager.send(f"/units/{place.unit}/absence-counts/file", counts(place.name, 60))
    plans = (("published", 0), ("preview", 4), ("drafting", 8), ("wishing", 12), ("setup", 16))
    for stage, weeks in plans:
        period = place.periods.get(stage) or _planned(place, stage, weeks)
        if stage == "setup":
            continue
        _wishes(place, period)
        if stage != "wishing":
            manager.lead(period, "drafting")
            draft = place.made[f"{stage}.draft"] = manager.search(period, least)
        if stage in {"preview", "published"}:
            manager.show(period, draft, moment(10))
        if stage == "published":
            manager.publish(period, draft, "Alle er enige.")
    _more(place, place.periods["drafting"])
    _talk(place, place.periods["preview"])
    _swap(place)
    _tasks(place)
    thought_through(place, place.periods["drafting"])
    recurring = {"first": str(this_monday()), "weekdays": [4], "every": 2, "kind": "avoid"}
    employee.post(f"/units/{place.unit}/recurring-wishes/mine", recurring)


def _tasks(place: Place) -> None:
    """Have tasks proposed, approved and logged, and one delegated that runs out soon."""
    hr, manager, path = place.hand("hr"), place.hand("manager"), f"/units/{place.unit}"
    hr.send(f"{path}/task-book/file", task_file("nursing_home", "log").read_bytes())
    for task in ("laundry", "kitchen"):
        made = hr.post(f"{path}/task-approvals", {"task": task, "ways": [0]})["id"]
        manager.post(f"{path}/task-approvals/{made}/approval", {})
    hr.post(f"{path}/task-approvals", {"task": "activity"})
    for days, person in ((20, "t04"), (200, "t05")):
        hr.post(
            f"{path}/task-delegations",
            {
                "person": person,
                "task": "medication_round",
                "forms": ["tabletter"],
                "last": moment(days)[:10],
                "signed_by": "Leder",
                "signed_on": moment(0)[:10],
            },
        )


def _planned(place: Place, stage: str, weeks: int) -> str:
    start = this_monday() + dt.timedelta(weeks=weeks)
    period = place.period(f"Turnus fra {start:%d.%m.%Y}", weeks, days=28, comments_to=moment(10))
    place.periods[stage] = period
    if stage != "setup":
        place.hand("manager").lead(period, "wishing")
    return period


def _more(place: Place, period: str) -> None:
    """Name what more there is to look at: a search, a second draft, answers, an account."""
    manager, administrator = place.hand("manager"), place.hand("administrator")
    place.made["drafting.job"] = manager.ask_all(f"/periods/{period}/jobs")[0]["id"]
    asked = {"name": "Kopi", "copy_of": place.made["drafting.draft"]}
    place.made["drafting.other"] = manager.post(f"/periods/{period}/drafts", asked)["id"]
    stress = f"/drafts/{place.made['drafting.draft']}/stress"
    place.made["drafting.stress"] = manager.answered(stress, {"samples": 2})
    choice = {"seconds": 10, "favour": ["wishes"]}
    place.made["drafting.choice"] = manager.answered(f"/periods/{period}/choice", choice)
    place.made["account"] = administrator.ask("/session")["account"]


def _wishes(place: Place, period: str) -> None:
    first, _ = place.span(period)
    choices: tuple[dict[str, object], ...] = (
        {"kind": "avoid", "strength": 3, "reason": "Bursdag"},
        {"kind": "want", "shifts": ["D"], "strength": 2},
        {"kind": "avoid", "shifts": ["A"], "strength": 1},
    )
    for days, choice in zip((5, 8, 11), choices, strict=True):
        date = first + dt.timedelta(days=days)
        place.hand("employee").put(f"/periods/{period}/wishes/mine/{date}", choice)
    date = first + dt.timedelta(days=5)
    place.hand("colleague").put(f"/periods/{period}/wishes/mine/{date}", choices[0])


def _swap(place: Place) -> None:
    """Have a swap agreed on, and name a shift that could be swapped."""
    employee, path = place.hand("employee"), f"/units/{place.unit}/swaps"
    for shift in employee.ask(f"/units/{place.unit}/my-shifts")["shifts"][1:]:
        date = shift["date"]
        found = employee.ask(f"{path}/possible/{date}", shift=shift["shift"], kind="two_way")
        if found["swaps"]:
            place.made["swap.date"] = date
            parts = found["swaps"][0]["parts"]
            asked = {"handovers": [_handover(part) for part in parts]}
            made = employee.post(path, asked)
            place.hand("colleague").post(f"/swaps/{made['id']}/answer", {"accept": True})
            return


def _handover(part: dict[str, Any]) -> dict[str, object]:
    gives, takes = ({"date": part[side]["date"], "shift": part[side]["shift"]} for side in _SIDES)
    takes["person"] = part["takes_from"]
    return {"person": part["person"], "gives": gives, "takes": takes}


_SIDES = ("gives", "takes")


def _talk(place: Place, period: str) -> None:
    """Say something about the draft that is shown, on every side."""
    path = f"/periods/{period}/comments"
    said = place.hand("employee").post(path, {"text": "Kan jeg slippe aften den første fredagen?"})
    place.hand("representative").post(path, {"text": "Er hviletiden natt til mandag vurdert?"})
    answer = {"answer": "Det ser jeg på sammen med Øystein."}
    place.hand("manager").put(f"{path}/{said['id']}/answer", answer)
    record = {"held": moment(0), "present": "Leder og tillitsvalgt", "text": "Gjennomgått."}
    place.hand("manager").put(f"/periods/{period}/protocol", record, tag='"0"')
