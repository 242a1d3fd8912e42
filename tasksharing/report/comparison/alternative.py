"""One alternative of a comparison: what moves, when, who covers, what is gained, what to do."""

from __future__ import annotations

from collections.abc import Iterator

from tasksharing.evaluate.models import Alternative, Base
from tasksharing.gains.models import GainLine, GainPlan
from tasksharing.report.blocks import Block, Bullets, Figure, Grid, Heading, Text
from tasksharing.report.comparison import pictures
from tasksharing.report.comparison.told import Told


def alternative_blocks(told: Told, base: Base, one: Alternative) -> Iterator[Block]:
    """Yield all that is to be told of one alternative."""
    yield Heading(told.name(one))
    if one.infeasible is not None:
        yield Text(one.infeasible.told(told.language), strong=True)
    if one.effects is not None:
        yield Heading(told.say("comparison.moved"), 3)
        yield from _moved(told, one)
    yield from alternative_figures(told, base, one)
    if one.cover:
        yield Heading(told.say("comparison.cover"), 3)
        yield _cover(told, one)
    if one.gains is not None:
        yield Heading(told.say("comparison.gains"), 3)
        yield from _gains(told, one.gains)
    if one.steps:
        yield Heading(told.say("comparison.steps"), 3)
        yield Bullets(tuple(told.say(f"step.{step}") for step in one.steps))


def alternative_figures(told: Told, base: Base, one: Alternative) -> Iterator[Figure]:
    """Yield the pictures of an alternative, as far as there is anything to see."""
    drawn = (
        pictures.hours_waterfall(told, base, one),
        pictures.cost_waterfall(told, base, one),
        pictures.day_by_group(told, one),
        pictures.day_by_task(told, one),
    )
    yield from (picture for picture in drawn if picture is not None)


def _moved(told: Told, one: Alternative) -> Iterator[Block]:
    effects = one.effects
    if effects is None:
        return
    moved = [
        (told.task(m.task), told.group(m.giver), told.group(m.receiver), float(m.minutes) / 60)
        for m in effects.moved
    ]
    moved += [
        (told.task(r.task), "", told.say(f"removed.{r.why}"), float(r.minutes) / 60)
        for r in effects.removed
    ]
    moved += [
        (told.task(left.task), "", told.say("scenario.left"), float(left.minutes) / 60)
        for left in effects.left
    ]
    if not moved:
        yield Text(told.say("scenario.nothing_moved"))
        return
    heads = tuple(told.say(f"scenario.{h}") for h in ("task", "giver", "receiver", "hours_week"))
    rows = tuple((*names, told.words.number(hours, 1)) for *names, hours in moved)
    yield Grid(heads, rows, frozenset({3}), named=True)
    yield Text(told.say("scenario.scattered"))


def _cover(told: Told, one: Alternative) -> Grid:
    rows = tuple(
        (
            row.name.told(told.language),
            told.shift(row.shift),
            str(row.minimum),
            str(row.days),
            _range(row.met),
            _range(row.on_target),
            _range(row.lone),
        )
        for row in one.cover
    )
    heads = ("need", "shift", "minimum", "days", "met", "on_target", "lone_days")
    names = tuple(told.say(f"comparison.cover.{head}") for head in heads)
    return Grid(names, rows, frozenset(range(2, 7)), named=True)


def _range(values: tuple[int, ...]) -> str:
    low, high = min(values, default=0), max(values, default=0)
    return str(low) if low == high else f"{low}–{high}"


def _gains(told: Told, plan: GainPlan) -> Iterator[Block]:
    say = told.say
    facts = {
        "money": told.value(plan.nok_per_year, "nok"),
        "cost": told.value(plan.yearly_cost_nok, "nok"),
        "net": told.value(plan.net_nok_per_year, "nok"),
        "once": told.value(plan.one_off_nok, "nok"),
    }
    yield Text(say("comparison.gains_sum", **facts))
    yield Text(say("comparison.gains_rule"))
    if plan.lines:
        heads = ("gain", "amount", "owner", "date", "baseline", "expected")
        names = tuple(say(f"comparison.gain.{head}") for head in heads)
        rows = tuple(_gain(told, line) for line in plan.lines)
        yield Grid(names, rows, frozenset({1, 4, 5}), named=True)
    yield from (Text(one.told(told.language)) for one in plan.withheld)
    yield Bullets(
        tuple(
            say(f"comparison.record.{one.kind}", date=one.date, who=one.who, note=one.note)
            if one.date
            else say(f"comparison.record.{one.kind}_missing")
            for one in plan.records
        )
    )


def _gain(told: Told, line: GainLine) -> tuple[str, ...]:
    if line.nok_per_year is not None:
        amount = told.say("comparison.gain.nok", amount=told.value(line.nok_per_year, "nok"))
    else:
        hours = told.value(line.hours_per_week or 0.0, "hours")
        amount = told.say("comparison.gain.hours", amount=hours)
    empty = told.say("comparison.gain.empty")
    return (
        line.what.told(told.language),
        amount,
        line.owner or empty,
        str(line.date) if line.date else empty,
        told.words.number(line.baseline, 1),
        told.words.number(line.follow_up.expected, 1),
    )
