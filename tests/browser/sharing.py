"""A unit whose tasks are logged and approved, and what HR has thought through there."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING, Any

from tests.browser.hands import Hand

if TYPE_CHECKING:
    from tests.browser.town import Place

KITCHEN = "kitchen"
HOST: dict[str, Any] = {
    "kind": "add_staff",
    "group": "servicevert",
    "shift": {"code": "V", "start": "07:30", "end": "15:00"},
    "weekdays": [1, 2, 3, 4, 5],
    "heads": 1,
    "posts": [100],
    "one_off_nok": 12000,
}
MOVE: dict[str, Any] = {"kind": "move", "tasks": [KITCHEN], "to": "servicevert"}
UNLAWFUL: dict[str, Any] = {"kind": "move", "tasks": [KITCHEN], "to": "assistent"}
SETTINGS: dict[str, Any] = {"fill": 0.8, "load": 0.9, "slide": 60, "demand": "lower"}


def logged(place: Place) -> None:
    """Log two weeks of a health worker in the kitchen, and have others for it approved."""
    hr, unit = place.hand("hr"), f"/units/{place.unit}"
    first = dt.date(2026, 1, 5)
    rows = ["Dato;Skjema;Gruppe;Klokkeslett;Minutter;Oppgave"]
    for number in range(14):
        day = first + dt.timedelta(days=number)
        rows.append(f"{day};H1;helsefagarbeider;07:30;450;{KITCHEN}")
        rows.append(f"{day};S1;sykepleier;07:30;90;care")
    hr.send(f"{unit}/task-book/file", "\n".join(rows).encode())
    proposed = hr.post(f"{unit}/task-approvals", {"task": KITCHEN})
    place.hand("manager").post(f"{unit}/task-approvals/{proposed['id']}/approval")


def scenario(hr: Hand, period: str, name: str, *changes: dict[str, Any]) -> str:
    """Make a scenario of some changes."""
    made = hr.post(f"/periods/{period}/scenarios", {"name": name})["id"]
    given = {"name": name, "changes": list(changes), **SETTINGS}
    hr.put(f"/scenarios/{made}", given, tag='"1"')
    return str(made)


def thought_through(place: Place, period: str) -> None:
    """Have two scenarios, one of them unlawful, and a comparison that has found something."""
    hr = place.hand("hr")
    place.made["scenario"] = scenario(hr, period, "Serviceverter", HOST, MOVE)
    place.made["scenario.faulty"] = scenario(hr, period, "Uten kurs", UNLAWFUL)
    asked = {"scenarios": [place.made["scenario"]], "seeds": 1, "seconds": 10, "days": 7}
    place.made["comparison"] = hr.post(f"/periods/{period}/comparisons", asked)["id"]
    while hr.ask(f"/comparisons/{place.made['comparison']}")["state"] in {"waiting", "running"}:
        time.sleep(0.2)
