"""Where a scenario begins: empty, or one that ships, fitted to the unit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from api.tasksharing.scenarios.rows import document_of
from rostering.domain.problem import Problem
from tasksharing.domain.names import Name
from tasksharing.scenarios import SHIPPED, Scenario, shipped
from tasksharing.scenarios.changes import Change, Enlarge, ShareStaff, Train, Vacate


def blank(name: str) -> dict[str, Any]:
    """Return the document of a scenario without a change."""
    fields = Scenario.model_fields
    usual = {key: fields[key].default for key in ("slide", "demand")}
    parts = {key: str(float(fields[key].default)) for key in ("fill", "load")}
    return {"name": Name(nb=name).model_dump(), "changes": [], **parts, **usual}


def begun_from(start: str, name: str, problem: Problem | None) -> dict[str, Any]:
    """Return the document of a shipped scenario under a name, without people of other wards.

    The shipped ones are for a nursing home that is invented: who is to learn or to leave must be
    chosen anew where these people are not.
    """
    found = shipped(start)
    told = document_of(found)
    if name not in found.name.all:
        told["name"] = Name(nb=name).model_dump()
    known = {person.id for person in problem.people} if problem else set()
    kept = [one.model_dump(mode="json") for one in _fitting(found.changes, known)]
    return {**told, "changes": kept}


def _fitting(changes: tuple[Change, ...], known: set[str]) -> Iterator[Change]:
    for change in changes:
        if not isinstance(change, Train | Vacate | ShareStaff | Enlarge):
            yield change
        elif here := tuple(person for person in change.people if person in known):
            yield change.model_copy(update={"people": here})


def starts(language: str) -> dict[str, str]:
    """Return the scenarios that ship, by id, with their names."""
    return {one: shipped(one).name.told(language) for one in SHIPPED}
