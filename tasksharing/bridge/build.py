"""The bridge: before, by automation, by coordination, after. Exact until it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from importlib import resources
from itertools import product
from typing import NamedTuple

from rostering.domain.fields import Model
from tasksharing.bridge.assumptions import (
    FROM_HOURS,
    OWN,
    Assumption,
    Assumptions,
    Status,
    shipped,
)
from tasksharing.bridge.models import Bottom, Bridge, Lever, Note, Span, Used
from tasksharing.domain.names import Name
from tasksharing.files.toml import toml_model

_WEEKS = 52
_PUBLISHED = ("before", "published_before", "published_saved")


class Figures(NamedTuple):
    """The four figures, exactly; what is saved is the sum of the middle two."""

    before: Fraction
    by_automation: Fraction
    by_coordination: Fraction
    after: Fraction

    @property
    def saved(self) -> Fraction:
        """Full-time years that are no longer needed."""
        return self.by_automation + self.by_coordination


class Rates(NamedTuple):
    """Shares: automation of all hours, coordination of what automation leaves."""

    automation: Fraction
    pooling: Fraction


def bridge(assumptions: Assumptions | None = None, bottom: Bottom | None = None) -> Bridge:
    """Return the bridge under some assumptions; those that ship when none are given.

    Automation and pooling are two changes, one after the other: automation takes a share of all
    hours, coordination a share of what is left. Unless they are set, both follow from the
    published total and the assumed split.
    """
    known = shipped() if assumptions is None else assumptions
    values = {key: one.value for key, one in known.items()}
    found = figures(values)
    return Bridge(
        before=_told(found.before),
        by_automation=_told(found.by_automation),
        by_coordination=_told(found.by_coordination),
        after=_told(found.after),
        saved=_told(found.saved),
        saved_by_automation=_told(found.by_automation),
        saved_by_coordination=_told(found.by_coordination),
        calibrated=_calibrated(known),
        statuses=_statuses(known),
        notes=tuple(_notes(known, bottom)),
        idle=tuple(key for key in sorted(_idle(known)) if known[key].own),
        assumptions=dict(_used(known)),
        band=_band(known),
        levers=tuple(_levers(known)),
        hours_per_unit_week=_per_unit(values, found),
        bottom=bottom,
        sources=sources(),
    )


def figures(values: Mapping[str, Fraction]) -> Figures:
    """Return the figures for plain values by key."""
    before = values["before"]
    if "hours" in values:
        before = values["hours"] / values["hours_per_fte"]
    rate = rates(values)
    automation = before * rate.automation
    coordination = (before - automation) * rate.pooling
    return Figures(before, automation, coordination, before - automation - coordination)


def rates(values: Mapping[str, Fraction]) -> Rates:
    """Return both shares: set by hand, or such that together they meet the published total."""
    total = values["published_saved"] / values["published_before"] * values["transfer"]
    automation = values.get("automation_rate", total * values["split"])
    calibrated = total * values["split"]
    pooling = 1 - (1 - total) / (1 - calibrated) if calibrated < 1 else Fraction(0)
    return Rates(automation, values.get("pooling_effect", pooling))


@lru_cache(maxsize=1)
def sources() -> tuple[Name, ...]:
    """Return what the sources say of 33, 25 and 8, and no more."""
    data = (resources.files("tasksharing.bridge") / "sources.toml").read_bytes()
    return toml_model(_Sources, data, "sources.toml", "helseturnus.bridge_sources").sentences


class _Sources(Model):
    format: str
    version: int
    sentences: tuple[Name, ...]


def _calibrated(known: Assumptions) -> bool:
    """Return whether the figures are those of the published case, met by construction.

    Only with the published values themselves: one that was changed is nobody's published figure.
    """
    own = {"hours", "automation_rate", "pooling_effect"} & set(known)
    published = all(known[key].status == "published" for key in _PUBLISHED)
    return not own and published and known["transfer"].value == 1


def _statuses(known: Assumptions) -> dict[str, Status]:
    """Return what each figure is: published, calculated, or resting on what is assumed."""
    calibrated = _calibrated(known)
    before: Status = "calculated" if "hours" in known else known["before"].status
    return {
        "before": before,
        "by_automation": "assumed",
        "by_coordination": "assumed",
        "after": "calculated",
        "saved": "published" if calibrated else "calculated",
    }


def _notes(known: Assumptions, bottom: Bottom | None) -> Iterator[Note]:
    if any(known[key].own for key in ("published_before", "published_saved")):
        yield "changed_published"
    if "hours" not in known and known["before"].own:
        yield "own_before"
    if "hours" in known:
        yield "drawn_hours" if bottom is not None and bottom.invented else "own_hours"
    if {"automation_rate", "pooling_effect"} & set(known):
        yield "own_rates"


def _idle(known: Assumptions) -> set[str]:
    """Return the values that no figure depends on as things are."""
    idle = {"before"} if "hours" in known else set[str]()
    if not {"hours", "units"} & set(known):
        idle.add("hours_per_fte")
    if {"automation_rate", "pooling_effect"} <= set(known):
        idle |= {"split", "transfer", "published_before", "published_saved"}
    return idle & set(known)


def _varied(known: Assumptions) -> list[Assumption]:
    """Return the assumptions that the band varies: those that the figures depend on."""
    idle = _idle(known)
    if "hours" not in known:
        idle.add("hours_per_fte")
    if _calibrated(known):
        idle.add("transfer")  # the published case is met by construction
    return [one for one in known.values() if len(one.span) > 1 and one.key not in idle]


def _band(known: Assumptions) -> dict[str, Span]:
    values = {key: one.value for key, one in known.items()}
    varied = _varied(known)
    corners = product(*(one.span for one in varied))
    keys = [one.key for one in varied]
    found = [figures(values | dict(zip(keys, corner, strict=True))) for corner in corners]
    return {
        name: _span(getattr(one, name) for one in found)
        for name in ("before", "by_automation", "by_coordination", "after", "saved")
    }


def _levers(known: Assumptions) -> Iterator[Lever]:
    values = {key: one.value for key, one in known.items()}
    for one in _varied(known):
        found = [figures(values | {one.key: value}) for value in one.span]
        yield Lever(
            key=one.key,
            saved=_span(each.saved for each in found),
            by_automation=_span(each.by_automation for each in found),
        )


def _used(known: Assumptions) -> Iterator[tuple[str, Used]]:
    replaced = "hours" in known
    for key, one in known.items():
        yield key, _replaced(known) if replaced and key == "before" else _use(one)
    values = {key: one.value for key, one in known.items()}
    for key, value in zip(("automation_rate", "pooling_effect"), rates(values), strict=True):
        if key not in known:
            unit, text = OWN[key]
            yield key, Used(value=_told(value), unit=unit, status="calculated", text=text)


def _replaced(known: Assumptions) -> Used:
    """Return what ``before`` is where hours were given: they take the place of the 33."""
    values = {key: one.value for key, one in known.items()}
    found = _told(figures(values).before)
    return Used(value=found, unit="fte", status="calculated", text=FROM_HOURS)


def _use(one: Assumption) -> Used:
    return Used(
        value=_told(one.value),
        low=None if one.low is None else _told(one.low),
        high=None if one.high is None else _told(one.high),
        unit=one.unit,
        status=one.status,
        text=one.text,
        source=one.source,
        own=one.own,
    )


def _per_unit(values: Mapping[str, Fraction], found: Figures) -> tuple[float, float] | None:
    if "units" not in values:
        return None
    hours = values["hours_per_fte"] / values["units"] / _WEEKS
    return _told(found.before * hours), _told(found.after * hours)


def _span(values: Iterable[Fraction]) -> Span:
    listed = list(values)
    return Span(low=_told(min(listed)), high=_told(max(listed)))


def _told(value: Fraction) -> float:
    return round(float(value), 4)
