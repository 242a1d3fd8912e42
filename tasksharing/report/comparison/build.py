"""A comparison as a report: in short, the tables, each alternative, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasksharing.evaluate.models import Alternative, Base, Comparison, Measure
from tasksharing.report.blocks import Block, Bullets, Grid, Heading, Report, Text
from tasksharing.report.comparison import pictures
from tasksharing.report.comparison.alternative import alternative_blocks
from tasksharing.report.comparison.told import Told, unmoved

BESIDE = 2
"""Alternatives beside the zero in one table: more would not fit across a page."""


def comparison_report(comparison: Comparison, language: str = "nb") -> Report:
    """Return a comparison as a report; every figure says what it is."""
    told = Told(comparison, language)
    return Report(told.title, language, tuple(_blocks(told)))


def _blocks(told: Told) -> Iterator[Block]:
    comparison, say = told.comparison, told.say
    if comparison.invented:
        yield Text(say("comparison.invented"), strong=True)
    if comparison.stopped:
        yield Text(say("comparison.stopped"), strong=True)
    if comparison.days < comparison.period_days:
        facts = {"days": comparison.days, "all": comparison.period_days}
        yield Text(say("comparison.part", **facts), strong=True)
    yield Heading(say("comparison.short"))
    yield Bullets(tuple(_in_short(told, one) for one in comparison.alternatives))
    yield Heading(say("comparison.reading"))
    yield Bullets(tuple(say(f"comparison.reading.{key}") for key in _READING))
    for base in comparison.bases:
        yield from _base(told, base)
    for base in comparison.bases:
        for one in told.of(base):
            yield from alternative_blocks(told, base, one)
    yield Heading(say("comparison.runs"))
    yield Text(say("comparison.runs_text", count=len(comparison.seeds), limit=told.limit()))
    yield _runs(told)
    yield Heading(say("comparison.basis"))
    yield Bullets(tuple(basis(told)))


_READING = ("published", "calculated", "rostered", "assumed", "none", "money")


def _base(told: Told, base: Base) -> Iterator[Block]:
    listed = told.of(base)
    if not listed:
        return
    yield Heading(told.say("comparison.against", base=told.name(base), people=base.people))
    picture = pictures.pareto(told, base)
    if picture is not None:
        yield picture
    for start in range(0, len(listed), BESIDE):
        part = listed[start : start + BESIDE]
        if len(listed) > BESIDE:
            yield Heading(", ".join(told.name(one) for one in part), 3)
        yield table(told, base, part)
    nothing = [told.name(m) for m in told.measures(base) if _nowhere(base, listed, m)]
    if nothing:
        yield Text(told.say("comparison.nowhere", names="; ".join(nothing)))


def _nowhere(base: Base, listed: Sequence[Alternative], measure: Measure) -> bool:
    """Return whether a measure is 0 in every run of everything."""
    held = [one.measure(measure.id) for one in (base.zero, *listed)]
    return not any(value for one in held if one is not None for value in one.values)


def table(told: Told, base: Base, listed: Sequence[Alternative]) -> Grid:
    """Return measures of the zero and of alternatives, each with its difference from the zero."""
    rows = []
    everything = told.of(base)
    for measure in told.measures(base):
        if _nowhere(base, everything, measure):
            continue
        zero = base.zero.measure(measure.id)
        before = "–" if zero is None else told.value(zero.mean, measure.unit)
        cells = [told.name(measure), told.source(measure), before]
        for one in listed:
            here = one.measure(measure.id)
            amount = "–" if here is None else told.value(here.mean, measure.unit)
            change = told.change(one.difference(measure.id), measure.unit)
            cells.append(f"{amount} · {change}" if change else amount)
        rows.append(tuple(cells))
    heads = (
        told.say("comparison.measure"),
        told.say("comparison.source"),
        told.say("comparison.zero"),
        *(told.name(one) for one in listed),
    )
    return Grid(heads, tuple(rows), named=True)


def _in_short(told: Told, one: Alternative) -> str:
    say, name = told.say, told.name(one)
    if one.infeasible is not None:
        return say("comparison.short_infeasible", name=name, why=one.infeasible.told(told.language))
    verdicts = [found.verdict for found in one.differences if not unmoved(found)]
    found = {verdict: verdicts.count(verdict) for verdict in ("better", "worse", "none")}
    same = len(one.differences) - len(verdicts)
    parts = [say("comparison.short_counts", name=name, same=same, **found)]
    if one.effects is not None:
        freed = told.value(one.effects.freed_health_hours, "hours")
        saved = one.effects.saved_hours
        key = "comparison.short_hours" if saved >= 0 else "comparison.short_hours_more"
        parts.append(say(key, freed=freed, saved=told.value(abs(saved), "hours")))
    if one.gains is not None:
        net = told.value(one.gains.net_nok_per_year, "nok")
        once = told.value(one.gains.one_off_nok, "nok")
        parts.append(say("comparison.short_money", net=net, once=once))
    if one.stopped:
        parts.append(say("comparison.short_stopped"))
    return " ".join(parts)


def _runs(told: Told) -> Grid:
    rows = []
    for base in told.comparison.bases:
        for one in (base.zero, *told.of(base)):
            name = told.name(one) if one is not base.zero else told.say("comparison.zero")
            for run in one.runs:
                gap = "" if run.gap is None else told.value(run.gap, "share")
                rows.append(
                    (
                        name,
                        str(run.seed),
                        "" if run.points is None else told.value(run.points, "points"),
                        "" if run.bound is None else told.value(run.bound, "points"),
                        gap,
                        told.words.number(run.seconds, 0),
                    )
                )
    heads = ("alternative", "seed", "points", "bound", "gap", "seconds")
    names = tuple(told.say(f"comparison.run.{head}") for head in heads)
    return Grid(names, tuple(rows), frozenset(range(1, 6)), named=True)


def basis(told: Told) -> Iterator[str]:
    """Yield what the comparison rests on: hashes, versions, seeds, limits and assumptions."""
    asked, say = told.comparison, told.say
    first = asked.bases[0]
    yield say("comparison.period", start=first.start, days=asked.days, all=asked.period_days)
    if asked.reserve_share is not None:
        yield say(
            "comparison.reserve", share=f"{told.words.number(asked.reserve_share * 100, 1)} %"
        )
    seeds = ", ".join(map(str, asked.seeds))
    yield say("comparison.searches", seeds=seeds, limit=told.limit(), strategy=asked.strategy)
    yield say("comparison.versions", told=", ".join(f"{k} {v}" for k, v in asked.versions.items()))
    for key, value in hashes(told).items():
        yield f"{key}: {value.removeprefix('sha256:')[:16]}"


def hashes(told: Told) -> dict[str, str]:
    """Return the content hashes by what they are of."""
    asked, say = told.comparison, told.say
    found = {
        say("hash.problem"): asked.problem_hash,
        say("hash.book"): asked.book_hash,
        say("comparison.hash.question"): asked.question_hash,
        say("comparison.hash.neighbour"): asked.neighbour_hash,
    }
    for one in asked.alternatives:
        found[f"{say('hash.scenario')} {told.name(one)}"] = one.scenario_hash
    return {key: value for key, value in found.items() if value}
