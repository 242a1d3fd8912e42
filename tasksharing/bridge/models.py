"""A bridge as data: from today's full-time years of planning to those that are left."""

from __future__ import annotations

from typing import Literal

from pydantic import computed_field

from rostering.domain.fields import Model
from tasksharing.bridge.assumptions import Status, Unit
from tasksharing.domain.names import Name

BRIDGE_FORMAT = "helseturnus.bridge"


class Used(Model):
    """A value that the bridge stands on, as it was used."""

    value: float
    low: float | None = None
    high: float | None = None
    unit: Unit
    status: Status
    text: Name
    source: Name | None = None


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

    ``calibrated`` tells that the total was set so that it meets the published figure and is no
    finding. ``band`` spans all corners of the assumptions, ``levers`` one of them at a time.
    """

    format: Literal["helseturnus.bridge"] = "helseturnus.bridge"
    version: Literal[1] = 1
    before: float
    by_automation: float
    by_coordination: float
    after: float
    saved: float
    calibrated: bool
    assumptions: dict[str, Used]
    band: dict[str, Span]
    levers: tuple[Lever, ...]
    hours_per_unit_week: tuple[float, float] | None = None
    bottom: Bottom | None = None
    sources: tuple[Name, ...]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def saved_by_automation(self) -> float:
        """The same as ``by_automation``."""
        return self.by_automation

    @computed_field  # type: ignore[prop-decorator]
    @property
    def saved_by_coordination(self) -> float:
        """The same as ``by_coordination``."""
        return self.by_coordination
