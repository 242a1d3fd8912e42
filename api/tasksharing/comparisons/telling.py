"""A comparison as HR reads it: in one language, with the zero beside each alternative."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from api.tasksharing.comparisons.shapes import (
    AlternativeMeasure,
    AlternativeShape,
    BaseShape,
    ComparisonShape,
    CoverShape,
    GainShape,
    PlanShape,
    RecordShape,
    RunShape,
    TaskHours,
)
from tasksharing.domain.names import Name
from tasksharing.evaluate.models import Alternative, Comparison, Measure, ShiftCover, TaskDay
from tasksharing.gains.models import GainPlan
from tasksharing.texts import TaskWords

QUARTERS_AN_HOUR = 4


def comparison_told(
    found: Comparison, language: str, revisions: Mapping[str, int] | None = None
) -> ComparisonShape:
    """Return a comparison in a language; ``revisions`` are those of the entered gain plans."""
    alternatives: list[AlternativeShape] = []
    for base in found.bases:
        alternatives.append(_alternative(base.zero, None, found, language, 0))
        alternatives += [
            _alternative(one, base.zero, found, language, (revisions or {}).get(one.id, 0))
            for one in found.alternatives
            if one.base == base.id
        ]
    hashes = {"problem": found.problem_hash, "book": found.book_hash}
    hashes |= {one.id: one.scenario_hash for one in found.alternatives if one.scenario_hash}
    return ComparisonShape(
        invented=found.invented,
        stopped=found.stopped,
        seeds=len(found.seeds),
        seconds=found.seconds,
        took_seconds=found.took_seconds,
        days=found.days,
        period_days=found.period_days,
        versions=found.versions,
        hashes=hashes,
        bases=[
            BaseShape(id=b.id, name=b.name.told(language), people=b.people, days=b.days)
            for b in found.bases
        ],
        alternatives=alternatives,
    )


def _alternative(
    one: Alternative, zero: Alternative | None, found: Comparison, language: str, revision: int
) -> AlternativeShape:
    words = TaskWords(language)
    gaps = [run.gap for run in one.runs if run.gap is not None]
    return AlternativeShape(
        id=one.id if zero is not None else f"zero.{one.base}",
        name=one.name.told(language),
        zero=zero is None,
        base=one.base,
        infeasible="" if one.infeasible is None else one.infeasible.told(language),
        stopped=one.stopped,
        runs=[RunShape(**run.model_dump(exclude={"bound", "roster_hash"})) for run in one.runs],
        gap=max(gaps, default=None),
        measures=[_measure(measure, one, language) for measure in one.measures],
        cover=list(_cover(one, zero, found, language)),
        day=[_hours(day, found, language) for day in one.day],
        steps=[words.say(f"step.{step}") for step in one.steps],
        plan=None if one.gains is None else _plan(one.gains, (zero, one), language, revision),
    )


def _measure(measure: Measure, one: Alternative, language: str) -> AlternativeMeasure:
    difference = one.difference(measure.id)
    kept = measure.model_dump(exclude={"name", "group", "values"})
    return AlternativeMeasure(
        **kept,
        name=measure.name.told(language),
        difference=None if difference is None else difference.mean,
        least=None if difference is None else difference.low,
        most=None if difference is None else difference.high,
        verdict=None if difference is None else difference.verdict,
    )


def _cover(
    one: Alternative, zero: Alternative | None, found: Comparison, language: str
) -> Iterator[CoverShape]:
    before = {} if zero is None else {(c.what, c.shift): c for c in zero.cover}
    for cover in one.cover:
        held = before.get((cover.what, cover.shift))
        yield CoverShape(
            name=cover.name.told(language),
            shift=_named(found.shifts, cover.shift, language),
            days=cover.days,
            met=_mean(cover),
            zero_met=None if held is None else _mean(held),
        )


def _mean(cover: ShiftCover) -> float:
    return sum(cover.met) / max(1, len(cover.met))


def _hours(day: TaskDay, found: Comparison, language: str) -> TaskHours:
    return TaskHours(
        task=_named(found.tasks, day.task, language),
        group=_named(found.groups, day.group, language),
        before=_by_hour(day.before),
        after=_by_hour(day.after),
    )


def _by_hour(quarters: tuple[float, ...]) -> list[float]:
    starts = range(0, len(quarters), QUARTERS_AN_HOUR)
    return [round(sum(quarters[n : n + QUARTERS_AN_HOUR]) / 60, 3) for n in starts]


def _named(names: Mapping[str, Name], one: str, language: str) -> str:
    return names[one].told(language) if one in names else one


def _plan(
    plan: GainPlan, sides: tuple[Alternative | None, ...], language: str, revision: int
) -> PlanShape:
    known = (measure for side in sides if side is not None for measure in side.measures)
    measures = {measure.id: measure.name.told(language) for measure in known}
    sums = ("one_off_nok", "nok_per_year", "yearly_cost_nok", "net_nok_per_year")
    return PlanShape(
        **plan.model_dump(include=set(sums)),
        lines=[
            GainShape(
                **line.model_dump(
                    include={"id", "kind", "nok_per_year", "hours_per_week", "baseline"}
                ),
                what=line.what.told(language),
                measure=measures.get(line.follow_up.measure, line.follow_up.measure),
                expected=line.follow_up.expected,
                owner=line.owner,
                date=line.date,
            )
            for line in plan.lines
        ],
        withheld=[name.told(language) for name in plan.withheld],
        records=[RecordShape(**record.model_dump()) for record in plan.records],
        revision=revision,
    )
