"""The shape of health lights: codes, dates and numbers; ids of people, never names."""

from __future__ import annotations

import datetime as dt

from rostering.domain.fields import Id, Model
from rostering.health.thresholds import Light, Measure


class Finding(Model):
    """One place in a person's line that a light looks at.

    Parameters
    ----------
    dates
        The days of the duties that make it, in order (of a single day off, that day); some may lie
        before the period. In a base roster, which goes round, they are always dates of it.
    size
        Minutes of rest for a quick return and for the rest after nights; else how many nights, days
        or weekends it is long.
    light
        Its own light; of what is counted, such as quick returns, the light of the count.
    """

    dates: tuple[dt.date, ...]
    size: int
    light: Light


class MeasureHealth(Model):
    """One measure of one person.

    ``value`` is in the unit of the measure's thresholds; None where there is nothing to measure.
    ``findings`` are all quick returns and single days of the period, and those runs and rests that
    are amber or red; ``count`` is how many they are.
    """

    measure: Measure
    value: int | None
    light: Light
    count: int
    findings: tuple[Finding, ...] = ()


class PersonHealth(Model):
    """One person's lights; ``light`` is the worst of them, ``duties`` those of the period."""

    person: Id
    duties: int
    light: Light
    measures: tuple[MeasureHealth, ...]


class WardHealth(Model):
    """Everybody's lights, in the order of the ward's people."""

    problem_name: str
    start: dt.date
    days: int
    people: tuple[PersonHealth, ...]


class LightCounts(Model):
    """How many people have which light."""

    green: int
    amber: int
    red: int


class MeasureCounts(LightCounts):
    """How many people have which light by one measure."""

    measure: Measure


class WardCounts(Model):
    """How many people have which light, by measure and by their worst one; nobody is named.

    ``people`` is everybody; those ``without_duties`` in the period are counted as green.
    """

    problem_name: str
    start: dt.date
    days: int
    people: int
    without_duties: int
    worst: LightCounts
    measures: tuple[MeasureCounts, ...]
