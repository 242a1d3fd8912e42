"""A bridge as data: from today's full-time years of planning to those that are left."""

from __future__ import annotations

from typing import Literal

from rostering.domain.fields import Model
from tasksharing.bridge.assumptions import Status, Unit
from tasksharing.domain.names import Name

BRIDGE_FORMAT = "helseturnus.bridge"
Note = Literal["changed_published", "own_before", "own_hours", "drawn_hours", "own_rates"]
"""What was put in the place of what: each has a sentence in the language catalogues."""


class Used(Model):
    """A value that the bridge stands on, as it was used."""

    value: float
    low: float | None = None
    high: float | None = None
    unit: Unit
    status: Status
    text: Name
    source: Name | None = None
    own: bool = False


class Span(Model):
    """Lowest and highest value of a figure over the band."""

    low: float
    high: float


class Lever(Model):
    """How far one assumption alone moves two figures, the others as they are."""

    key: str
    saved: Span
    by_automation: Span


class Bottom(Model):
    """Where the hours come from: units one by one."""

    units: int
    people: int
    hours: float
    invented: bool
    seed: int | None = None
    fte: Span | None = None


class Bridge(Model):
    """Full-time years before, what automation and coordination take away, and after.

    ``saved_by_automation`` and ``saved_by_coordination`` are the two steps once more.
    ``statuses`` tells what each of the five figures is. ``calibrated`` tells that the total was
    set so that it meets the published figure and is no finding; with a published value changed
    nothing is. ``notes`` say what was put in the place of what; ``idle`` names values that were
    set and change nothing. ``band`` spans all corners of the assumptions, ``levers`` one of them
    at a time.
    """

    format: Literal["helseturnus.bridge"] = "helseturnus.bridge"
    version: Literal[1] = 1
    before: float
    by_automation: float
    by_coordination: float
    after: float
    saved: float
    saved_by_automation: float
    saved_by_coordination: float
    calibrated: bool
    statuses: dict[str, Status]
    notes: tuple[Note, ...] = ()
    idle: tuple[str, ...] = ()
    assumptions: dict[str, Used]
    band: dict[str, Span]
    levers: tuple[Lever, ...]
    hours_per_unit_week: tuple[float, float] | None = None
    bottom: Bottom | None = None
    sources: tuple[Name, ...]
