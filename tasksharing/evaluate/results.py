"""An alternative put together from its runs: measures, differences, cover, day and gains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rostering.domain.canonical import content_hash
from tasksharing.domain.minutes import Minutes
from tasksharing.domain.names import Name
from tasksharing.domain.sentences import Told
from tasksharing.domain.tasks import QUARTERS
from tasksharing.evaluate.candidates import Candidate
from tasksharing.evaluate.measuring import Values
from tasksharing.evaluate.models import (
    Alternative,
    Difference,
    Measure,
    Run,
    ShiftCover,
    TaskDay,
)
from tasksharing.evaluate.naming import in_order, measure
from tasksharing.evaluate.staffing import calculated, weekly_hours, yearly_pay
from tasksharing.evaluate.verdicts import differences
from tasksharing.gains.entered import EnteredPlan
from tasksharing.gains.models import GainPlan
from tasksharing.gains.plan import Facts, Figure, Vacated, gain_plan

_WEEK = 7
_COUNTED = ("fte", "people", "task_hours")


@dataclass(frozen=True)
class Made:
    """One run of an alternative with what was read from its roster."""

    run: Run
    values: Values | None = None
    cover: tuple[ShiftCover, ...] = ()


@dataclass(frozen=True)
class Side:
    """All runs of an alternative; ``stopped`` tells that some were not made."""

    candidate: Candidate
    made: tuple[Made, ...]
    infeasible: Told | None = None
    stopped: bool = False

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs in the order of the seeds."""
        return tuple(one.run for one in self.made)

    @property
    def valued(self) -> list[Made]:
        """The runs that found a roster."""
        return [one for one in self.made if one.values is not None]


def zero_of(side: Side, groups: Mapping[str, Name]) -> Alternative:
    """Return a base's zero."""
    return _plain(side, groups)


def alternative(
    side: Side,
    zero: Side,
    drift: Mapping[str, float],
    *,
    groups: Mapping[str, Name],
    entered: EnteredPlan,
    days: int,
) -> Alternative:
    """Return an alternative held against its zero."""
    here, before = _plain(side, groups), measures(zero, groups)
    found: tuple[Difference, ...] = ()
    if before and here.measures:
        filled = _with_none(here.measures, before, groups)
        here = here.model_copy(update={"measures": filled})
        before = _with_none(before, filled, groups)
        found = differences(before, filled, (zero.runs, side.runs), drift)
    gains = _gains(side, zero, (before, here.measures, found), groups, entered, days)
    return here.model_copy(update={"differences": found, "gains": gains})


def measures(side: Side, groups: Mapping[str, Name]) -> tuple[Measure, ...]:
    """Return the measures of an alternative that has rosters; without any there are none."""
    valued = [one.values for one in side.valued if one.values is not None]
    if not valued:
        return ()
    known = set.intersection(*(set(values) for values in valued))
    one = side.candidate
    effects = one.applied.effects if one.applied else None
    fixed = calculated(one.problem, one.after, effects)
    told = {name: [values[name] for values in valued] for name in known}
    told |= {name: [value] * len(valued) for name, value in fixed.items()}
    told["cost.total"] = [fixed["cost.base"] + value for value in told["cost.variable"]]
    return tuple(measure(name, told[name], dict(groups)) for name in in_order(told))


def _with_none(
    here: Sequence[Measure], there: Sequence[Measure], groups: Mapping[str, Name]
) -> tuple[Measure, ...]:
    """Return measures with 0 for the groups that only the other side has."""
    known = {one.id: one for one in here}
    runs = len(here[0].values)
    for one in there:
        if one.id not in known and one.id.partition(".")[0] in _COUNTED:
            known[one.id] = measure(one.id, [0.0] * runs, dict(groups))
    return tuple(known[name] for name in in_order(known))


def _plain(side: Side, groups: Mapping[str, Name]) -> Alternative:
    one = side.candidate
    applied = one.applied
    return Alternative(
        id=one.id,
        name=one.name,
        base=one.base,
        scenario_hash=content_hash(one.scenario) if one.scenario else None,
        runs=side.runs,
        measures=measures(side, groups),
        cover=tuple(_together([made.cover for made in side.valued])),
        effects=applied.effects if applied else None,
        day=tuple(task_days(one.before, one.after)),
        steps=applied.effects.steps if applied else (),
        infeasible=side.infeasible,
        stopped=side.stopped,
    )


def _together(covers: Sequence[tuple[ShiftCover, ...]]) -> Iterator[ShiftCover]:
    """Yield the cover of all runs: each need with one number a run."""
    for same in zip(*covers, strict=True):
        yield same[0].model_copy(
            update={
                name: tuple(number for one in same for number in getattr(one, name))
                for name in ("met", "on_target", "lone")
            }
        )


def task_days(before: Minutes, after: Minutes) -> Iterator[TaskDay]:
    """Yield the minutes of each task and group over a mean day, before and after."""
    both = [_by_quarter(minutes) for minutes in (before, after)]
    for task, group in sorted({*both[0], *both[1]}):
        yield TaskDay(
            task=task,
            group=group,
            before=_mean_day(both[0].get((task, group), {})),
            after=_mean_day(both[1].get((task, group), {})),
        )


def _by_quarter(minutes: Minutes) -> dict[tuple[str, str], dict[int, Fraction]]:
    found: defaultdict[tuple[str, str], defaultdict[int, Fraction]] = defaultdict(
        lambda: defaultdict(Fraction)
    )
    for slot, amount in minutes.items():
        found[slot.task, slot.group][slot.quarter] += amount
    return {key: dict(quarters) for key, quarters in found.items()}


def _mean_day(minutes: Mapping[int, Fraction]) -> tuple[float, ...]:
    week = (minutes.get(quarter, Fraction(0)) for quarter in range(QUARTERS))
    return tuple(round(float(amount / _WEEK), 4) for amount in week)


def _gains(
    side: Side,
    zero: Side,
    known: tuple[Sequence[Measure], Sequence[Measure], Sequence[Difference]],
    groups: Mapping[str, Name],
    entered: EnteredPlan,
    days: int,
) -> GainPlan | None:
    if side.candidate.applied is None:
        return None
    before, here, found = known
    old, new = zero.candidate.whole, side.candidate.whole
    ids, left = {p.id for p in old.people}, {p.id for p in new.people}
    gone, added, stay = frozenset(ids - left), frozenset(left - ids), frozenset(ids & left)
    means = {one.id: one.mean for one in before}
    verdicts = {one.measure: one.verdict for one in found}
    return gain_plan(
        Facts(
            effects=side.candidate.applied.effects,
            figures={
                one.id: Figure(means.get(one.id, 0.0), one.mean, verdicts.get(one.id, "none"))
                for one in here
                if before
            },
            vacated=Vacated(
                nok_per_year=yearly_pay(old, gone),
                weekly_hours=weekly_hours(old, gone),
                posts=sum(p.percent for one in old.people if one.id in gone for p in one.positions)
                / 100,
                groups=tuple(dict.fromkeys(one.group for one in old.people if one.id in gone)),
            ),
            new_nok_per_year=yearly_pay(new, added)
            + max(0.0, yearly_pay(new, stay) - yearly_pay(old, stay)),
            groups=groups,
            days=days,
        ),
        entered,
    )
