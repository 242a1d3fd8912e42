"""A scenario: changes with a name, as a file; several stack to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Literal

from pydantic import Field

from rostering.domain.fields import Code, Model
from rostering.errors import BadInput, Fault
from tasksharing.domain.exact import Share
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
_LONGEST = 24


class Settings(Model):
    """What a scenario assumes; ``Scenario`` tells what each is."""

    fill: Share = Fraction(4, 5)
    load: Share = Fraction(9, 10)
    slide: int = Field(default=60, ge=0, le=480)
    demand: Literal["lower", "keep"] = "lower"


class Stacked(Settings):
    """One of the scenarios that were stacked to one, with the settings it had of its own."""

    id: Code


class _Named(Model):
    format: Literal["helseturnus.scenario"] = "helseturnus.scenario"
    version: Literal[1] = 1
    id: Code
    name: Name
    changes: tuple[Change, ...] = Field(min_length=1)


class Scenario(Settings, _Named):  # in this order a file begins with its format
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
    stacked
        The scenarios that this one was stacked from, each with the settings of its own.
    """

    stacked: tuple[Stacked, ...] = ()

    @property
    def differing(self) -> tuple[str, ...]:
        """The settings in which the scenarios differ that this one was stacked from."""
        names = tuple(Settings.model_fields)
        return tuple(n for n in names if len({getattr(one, n) for one in self.stacked}) > 1)


def stack(scenarios: Sequence[Scenario]) -> Scenario:
    """Return scenarios as one: all their changes in order, the strictest of their settings.

    The settings that each had are kept beside them, so that nothing is hidden where they differ.

    Raises
    ------
    BadInput
        When one is there twice: its posts would be hired twice.
    """
    first, *others = scenarios
    if not others:
        return first
    if twice := tuple(_twice(scenarios)):
        raise BadInput(twice)
    joined = {
        language: " + ".join(one.name.told(language) for one in scenarios)[:200]
        for language in ("nb", "nn", "en")
    }
    return Scenario(
        id=_joined([one.id for one in scenarios]),
        name=Name(**joined),
        changes=tuple(change for one in scenarios for change in one.changes),
        fill=max(one.fill for one in scenarios),
        load=min(one.load for one in scenarios),
        slide=min(one.slide for one in scenarios),
        demand="keep" if any(one.demand == "keep" for one in scenarios) else "lower",
        stacked=tuple(part for one in scenarios for part in _parts(one)),
    )


def _twice(scenarios: Sequence[Scenario]) -> Iterator[Fault]:
    times = Counter(part.id for one in scenarios for part in _parts(one))
    for name, number in times.items():
        if number > 1:
            guess = "the same file was named again, or a copy kept its id"
            yield Fault(name, f"{number} times", "each scenario once in a stack", guess)


def _parts(scenario: Scenario) -> tuple[Stacked, ...]:
    if scenario.stacked:
        return scenario.stacked
    own = {name: getattr(scenario, name) for name in Settings.model_fields}
    return (Stacked(id=scenario.id, **own),)


def _joined(ids: Sequence[str]) -> str:
    """Return the ids in one; where that is too long its end is a hash of all of it."""
    name = "+".join(ids)
    if len(name) <= _LONGEST:
        return name
    return f"{name[: _LONGEST - 9]}~{sha256(name.encode()).hexdigest()[:8]}"


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
