"""The gain plan of an alternative: what the re-rostered plan truly removes, and the rest as time.

Money comes from posts that are not filled again, overtime, temps and agency, and only as far as the
rosters show it. A post counts as far as whole shifts fall out of the staffing plan, and only while
the new rosters are not measurably worse staffed; hours count when the difference is measurable.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tasksharing.domain.names import Name
from tasksharing.domain.sentences import Told, told
from tasksharing.gains.entered import EnteredPlan
from tasksharing.gains.models import (
    FollowUp,
    GainKind,
    GainLine,
    GainPlan,
    Record,
    RecordKind,
)
from tasksharing.scenarios.effects import Effects

PACKAGE = "tasksharing.gains"
#: Times of day by which capacity is told: from hour to hour; the last one goes over midnight.
BANDS = ((7, 10), (10, 15), (15, 22), (22, 7))
LEAST_HOURS = 0.25
_WORKDAYS, _WEEKEND = (1, 2, 3, 4, 5), (6, 7)
_PAID: dict[GainKind, tuple[str, str]] = {
    "overtime": ("cost.overtime", "hours.overtime"),
    "temps": ("cost.temps", "hours.temps"),
    "agency": ("cost.agency", "hours.agency"),
}
_STAFFING = "coverage."
"""Measures of which none may be worse where a post is told as money."""
_RECORDS: tuple[RecordKind, ...] = ("discussion", "risk_assessment")


@dataclass(frozen=True)
class Vacated:
    """Posts that are not filled again: what they cost a year and owe a week, by the zero's pay."""

    nok_per_year: float
    weekly_hours: float
    posts: float
    groups: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """A measure in the zero and here, and whether the difference is better, worse or none."""

    zero: float
    here: float
    verdict: str


@dataclass(frozen=True)
class Facts:
    """All that a gain plan is made from.

    ``figures`` are empty where no roster was found. ``new_nok_per_year`` is the pay of new and of
    larger posts, ``days`` how many days the rosters have.
    """

    effects: Effects
    figures: Mapping[str, Figure]
    vacated: Vacated
    new_nok_per_year: float
    groups: Mapping[str, Name]
    days: int


def gain_plan(facts: Facts, entered: EnteredPlan) -> GainPlan:
    """Return the gain plan of an alternative, with what people have entered for it."""
    lines, withheld = list[GainLine](), list[Told]()
    if not facts.figures:
        withheld.append(told(PACKAGE, "no_roster"))
    else:
        _vacancy(facts, lines, withheld)
        _paid(facts, lines, withheld)
    if facts.effects.capacity_hours >= LEAST_HOURS:
        withheld.append(told(PACKAGE, "no_shift", hours=facts.effects.capacity_hours))
    lines += _capacity(facts)
    money = sum(line.nok_per_year or 0 for line in lines)
    cost = round(facts.new_nok_per_year)
    return GainPlan(
        one_off_nok=facts.effects.one_off_nok,
        lines=tuple(_entered(line, entered) for line in lines),
        nok_per_year=money,
        yearly_cost_nok=cost,
        net_nok_per_year=money - cost,
        withheld=tuple(withheld),
        records=tuple(_record(kind, entered) for kind in _RECORDS),
    )


def _vacancy(facts: Facts, lines: list[GainLine], withheld: list[Told]) -> None:
    gone, effects = facts.vacated, facts.effects
    if not gone.weekly_hours:
        return
    if any(
        figure.verdict == "worse"
        for name, figure in facts.figures.items()
        if name.startswith(_STAFFING)
    ):
        withheld.append(told(PACKAGE, "vacancy_worse"))
        return
    counted = min(1.0, max(0.0, effects.lowered_hours) / gone.weekly_hours)
    if counted < 1:
        hours, lowered = gone.weekly_hours, counted * gone.weekly_hours
        withheld.append(told(PACKAGE, "vacancy_partly", hours=hours, lowered=lowered))
    if not counted:
        return
    names = ", ".join
    groups = [facts.groups.get(group, Name(nb=group)) for group in gone.groups]
    called = Name(
        nb=names(one.told("nb") for one in groups),
        nn=names(one.told("nn") for one in groups),
        en=names(one.told("en") for one in groups),
    )
    posts = facts.figures["fte.total"]
    lines.append(
        GainLine(
            id="vacancy",
            kind="vacancy",
            what=told(PACKAGE, "vacancy", posts=round(gone.posts, 2), groups=called),
            nok_per_year=round(gone.nok_per_year * counted),
            baseline=posts.zero,
            follow_up=FollowUp(measure="fte.total", expected=posts.here),
        )
    )


def _paid(facts: Facts, lines: list[GainLine], withheld: list[Told]) -> None:
    for kind, (cost, hours) in _PAID.items():
        money, time = facts.figures[cost], facts.figures[hours]
        fewer = money.zero - money.here
        if fewer <= 0:
            continue
        what = told(PACKAGE, kind)
        if money.verdict != "better":
            withheld.append(told(PACKAGE, "not_measurable", what=what))
            continue
        lines.append(
            GainLine(
                id=kind,
                kind=kind,
                what=what,
                nok_per_year=round(fewer * 365 / facts.days),
                baseline=time.zero,
                follow_up=FollowUp(measure=hours, expected=time.here),
            )
        )


def _capacity(facts: Facts) -> Iterator[GainLine]:
    """Yield the hours by group and time of day, less what whole shifts have taken out."""
    effects = facts.effects
    left = effects.capacity_hours / effects.freed_hours if effects.freed_hours > 0 else 1.0
    for (group, days, band), hours in _freed(effects).items():
        counted = hours * min(1.0, left) if hours > 0 else hours
        if abs(counted) < LEAST_HOURS or group not in facts.groups:
            continue
        figure = facts.figures.get(f"task_hours.{group}", Figure(0.0, 0.0, "none"))
        yield GainLine(
            id=f"capacity.{group}.{'workdays' if days == _WORKDAYS else 'weekend'}.{band[0]:02d}",
            kind="capacity",
            what=told(
                PACKAGE,
                "capacity" if counted > 0 else "more_to_do",
                group=facts.groups[group],
                days=told(PACKAGE, "workdays" if days == _WORKDAYS else "weekend"),
                first=f"{band[0]:02d}",
                last=f"{band[1]:02d}",
            ),
            hours_per_week=round(counted, 2),
            group=group,
            weekdays=days,
            first=band[0],
            last=band[1],
            baseline=figure.zero,
            follow_up=FollowUp(measure=f"task_hours.{group}", expected=figure.here),
        )


_Key = tuple[str, tuple[int, ...], tuple[int, int]]


def _freed(effects: Effects) -> dict[_Key, float]:
    """Return freed hours a week of those on duty today, new staff's own work left out."""
    new = {one.group for one in effects.new_shifts}
    found: defaultdict[_Key, float] = defaultdict(float)
    for one in effects.freed:
        if one.group not in new:
            days = _WORKDAYS if one.weekday <= 5 else _WEEKEND
            band = next((b for b in BANDS if b[0] <= one.hour < b[1]), BANDS[-1])
            found[one.group, days, band] += one.minutes / 60
    return dict(sorted(found.items()))


def _entered(line: GainLine, entered: EnteredPlan) -> GainLine:
    mine = next((one for one in entered.gains if one.line == line.id), None)
    if mine is None:
        return line
    return line.model_copy(update={"owner": mine.owner, "date": mine.date})


def _record(kind: RecordKind, entered: EnteredPlan) -> Record:
    return next((one for one in entered.records if one.kind == kind), Record(kind=kind))
