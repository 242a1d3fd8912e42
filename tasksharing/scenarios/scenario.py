"""A scenario: changes with a name, as a file; several stack to one."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from importlib import resources
from pathlib import Path
from typing import Literal

from pydantic import Field

from rostering.domain.fields import Code, Model
from rostering.wages.exact import Exact
from tasksharing.domain.names import Name
from tasksharing.files.json_file import read_json
from tasksharing.files.toml import read_toml, toml_model
from tasksharing.scenarios.changes import Change

SCENARIO_FORMAT = "helseturnus.scenario"
SHIPPED = (
    "service_hosts",
    "laundry_ordering",
    "delegated_medication",
    "shared_units",
    "trondheim",
)


class Scenario(Model):
    """Named changes to a planning problem.

    Parameters
    ----------
    changes
        In order. What disappears (drop, planning) and who is there (staff, training) is settled
        first; then tasks move in the order written, each weekday for itself.
    fill
        How much of a new shift's paid time must be filled with tasks for it to be formed.
    load
        How much of a quarter-hour can be filled with tasks; the rest is breaks and walking.
    slide
        Minutes by which work that stays may slide when somebody fewer is on duty; a task with
        a window of its own slides within that.
    demand
        ``lower``: a whole shift that is freed lowers the target of the staffing plan, never the
        minimum; ``keep``: all that is freed stays as time for patients.
    """

    format: Literal["helseturnus.scenario"] = "helseturnus.scenario"
    version: Literal[1] = 1
    id: Code
    name: Name
    changes: tuple[Change, ...] = Field(min_length=1)
    fill: Exact = Fraction(4, 5)
    load: Exact = Fraction(9, 10)
    slide: int = Field(default=60, ge=0, le=480)
    demand: Literal["lower", "keep"] = "lower"


def stack(scenarios: Sequence[Scenario]) -> Scenario:
    """Return scenarios as one: all their changes in order, the strictest of their settings."""
    first, *others = scenarios
    if not others:
        return first
    joined = {
        language: " + ".join(one.name.told(language) for one in scenarios)[:200]
        for language in ("nb", "nn", "en")
    }
    return Scenario(
        id="+".join(one.id for one in scenarios)[:24],
        name=Name(**joined),
        changes=tuple(change for one in scenarios for change in one.changes),
        fill=max(one.fill for one in scenarios),
        load=min(one.load for one in scenarios),
        slide=min(one.slide for one in scenarios),
        demand="keep" if any(one.demand == "keep" for one in scenarios) else "lower",
    )


def read_scenario(path: Path) -> Scenario:
    """Return the scenario in a .toml or .json file.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    if path.suffix.lower() == ".json":
        return read_json(Scenario, path, SCENARIO_FORMAT)
    return read_toml(Scenario, path, SCENARIO_FORMAT)


def shipped(name: str) -> Scenario:
    """Return a scenario that ships, for the bundled nursing home."""
    data = (resources.files("tasksharing.scenarios.bundled") / f"{name}.toml").read_bytes()
    return toml_model(Scenario, data, f"{name}.toml", SCENARIO_FORMAT)
