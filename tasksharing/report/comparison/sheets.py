"""The sheets of a comparison's workbook, before anybody has said how they look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tasksharing.evaluate.models import Alternative, Base, Difference, Measure
from tasksharing.report.comparison.build import hashes
from tasksharing.report.comparison.told import Told, unmoved

Value = str | float | None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet; ``formats`` are units by column, ``verdicts`` colour cells."""

    cells: tuple[Value, ...]
    formats: dict[int, str]
    verdicts: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its key, its columns (a key or a title) with widths in letters, and its lines."""

    key: str
    columns: tuple[tuple[str, float], ...]
    lines: tuple[Line, ...]
    number: int = 1


def sheets(told: Told) -> Iterator[Sheet]:
    """Yield the sheets of a comparison."""
    yield from _comparison(told)
    yield _values(told)
    yield _differences(told)
    yield _hours(told)
    yield _gains(told)
    yield _steps(told)
    yield _runs(told)
    yield _basis(told)


def _all(told: Told) -> Iterator[tuple[Base, Alternative, str]]:
    for base in told.comparison.bases:
        yield base, base.zero, told.say("comparison.zero")
        for one in told.of(base):
            yield base, one, told.name(one)


def _comparison(told: Told) -> Iterator[Sheet]:
    """Yield a sheet for each base: measures down, the zero and the alternatives across."""
    for number, base in enumerate(told.comparison.bases, 1):
        listed = told.of(base)
        if listed:
            yield _across(told, base, listed, number)


def _across(told: Told, base: Base, listed: Sequence[Alternative], number: int) -> Sheet:
    columns = [("measure", 48.0), ("unit", 10.0), ("source", 14.0)]
    columns.append((told.say("comparison.zero"), 14.0))
    for one in listed:
        name, change = told.name(one), told.say("comparison.column.difference")
        columns += [(name, 18.0), (f"{name}: {change}", 18.0)]
    lines = []
    for measure in told.measures(base):
        unit = told.say(f"comparison.unit.{measure.unit}")
        cells: list[Value] = [told.name(measure), unit, told.source(measure)]
        cells.append(_mean(base.zero, measure))
        verdicts: dict[int, str] = {}
        for one in listed:
            found = one.difference(measure.id)
            cells += [_mean(one, measure), _difference(told, found)]
            if found is not None:
                verdicts[len(cells)] = found.verdict
        formats: dict[int, str] = dict.fromkeys(range(4, len(cells) + 1), measure.unit)
        lines.append(Line(tuple(cells), formats, verdicts))
    return Sheet("comparison", tuple(columns), tuple(lines), number)


def _mean(one: Alternative, measure: Measure) -> float | None:
    found = one.measure(measure.id)
    return None if found is None else found.mean


def _difference(told: Told, found: Difference | None) -> Value:
    """Return a figure where something was measured, else words: never a figure to be used."""
    if found is None:
        return None
    if found.verdict != "none":
        return found.mean
    return (
        told.say("comparison.unchanged") if unmoved(found) else told.say("comparison.verdict.none")
    )


def _values(told: Told) -> Sheet:
    columns = (
        ("base", 22.0), ("alternative", 30.0), ("measure", 48.0), ("group", 20.0), ("unit", 10.0),
        ("source", 14.0), ("mean", 14.0), ("low", 14.0), ("high", 14.0),
    )  # fmt: skip
    lines = [
        Line(
            (
                told.name(base),
                name,
                told.name(measure),
                told.group(measure.group) if measure.group else "",
                told.say(f"comparison.unit.{measure.unit}"),
                told.source(measure),
                measure.mean,
                measure.low,
                measure.high,
            ),
            dict.fromkeys((7, 8, 9), measure.unit),
        )
        for base, one, name in _all(told)
        for measure in one.measures
    ]
    return Sheet("values", columns, tuple(lines))


def _differences(told: Told) -> Sheet:
    columns = (
        ("alternative", 30.0), ("measure", 48.0), ("unit", 10.0), ("verdict", 26.0),
        ("difference", 14.0), ("least", 14.0), ("most", 14.0),
    )  # fmt: skip
    lines = []
    for base in told.comparison.bases:
        known = {measure.id: measure for measure in told.measures(base)}
        for one in told.of(base):
            for found in one.differences:
                measure = known[found.measure]
                lines.append(
                    Line(
                        (
                            told.name(one),
                            told.name(measure),
                            told.say(f"comparison.unit.{measure.unit}"),
                            told.say(f"comparison.verdict.{found.verdict}"),
                            _difference(told, found),
                            found.low,
                            found.high,
                        ),
                        dict.fromkeys((5, 6, 7), measure.unit),
                        {4: found.verdict, 5: found.verdict},
                    )
                )
    return Sheet("differences", columns, tuple(lines))


def _hours(told: Told) -> Sheet:
    columns = (
        ("alternative", 30.0), ("task", 40.0), ("group", 22.0), ("hour", 10.0), ("before", 12.0),
        ("after", 12.0), ("change", 12.0),
    )  # fmt: skip
    lines = []
    for one in told.comparison.alternatives:
        for row in one.day:
            for hour in range(24):
                before, after = (_hour(side, hour) for side in (row.before, row.after))
                if before or after:
                    names = (told.name(one), told.task(row.task), told.group(row.group))
                    clock = f"{hour:02d}–{hour + 1:02d}"
                    cells = (*names, clock, before, after, after - before)
                    lines.append(Line(cells, dict.fromkeys((5, 6, 7), "fte")))
    return Sheet("hours", columns, tuple(lines))


def _hour(quarters: Sequence[float], hour: int) -> float:
    return round(sum(quarters[4 * hour : 4 * hour + 4]) / 60, 4)


def _gains(told: Told) -> Sheet:
    columns = (
        ("alternative", 30.0), ("gain", 50.0), ("nok_year", 14.0), ("hours_week", 14.0),
        ("owner", 22.0), ("date", 12.0), ("baseline", 14.0), ("expected", 14.0),
        ("follow_up", 40.0),
    )  # fmt: skip
    formats = {3: "nok", 4: "hours", 7: "hours", 8: "hours"}
    lines = []
    for one in told.comparison.alternatives:
        plan, name = one.gains, told.name(one)
        if plan is None:
            continue
        for line in plan.lines:
            measure = one.measure(line.follow_up.measure)
            followed = line.follow_up.measure if measure is None else told.name(measure)
            money = None if line.nok_per_year is None else float(line.nok_per_year)
            cells: tuple[Value, ...] = (
                name, line.what.told(told.language), money, line.hours_per_week, line.owner,
                str(line.date or ""), line.baseline, line.follow_up.expected, followed,
            )  # fmt: skip
            lines.append(Line(cells, formats))
        for key in ("nok_per_year", "yearly_cost_nok", "net_nok_per_year", "one_off_nok"):
            amount = float(getattr(plan, key))
            lines.append(Line((name, told.say(f"comparison.sum.{key}"), amount), formats))
        lines += [Line((name, told_of.told(told.language)), formats) for told_of in plan.withheld]
    return Sheet("gains", columns, tuple(lines))


def _steps(told: Told) -> Sheet:
    columns = (("alternative", 30.0), ("step", 80.0), ("date", 14.0), ("who", 30.0), ("note", 40.0))
    lines = []
    for one in told.comparison.alternatives:
        name = told.name(one)
        lines += [Line((name, told.say(f"step.{step}"), "", "", ""), {}) for step in one.steps]
        for record in () if one.gains is None else one.gains.records:
            what = told.say(f"comparison.record_name.{record.kind}")
            cells = (name, what, str(record.date or ""), record.who, record.note)
            lines.append(Line(cells, {}))
    return Sheet("steps", columns, tuple(lines))


def _runs(told: Told) -> Sheet:
    columns = (
        ("alternative", 30.0), ("seed", 8.0), ("status", 14.0), ("points", 12.0), ("bound", 12.0),
        ("gap", 10.0), ("seconds", 10.0), ("roster", 30.0),
    )  # fmt: skip
    formats = {2: "text", 4: "points", 5: "points", 6: "share", 7: "hours"}
    lines = [
        Line(
            (
                name,
                run.seed,
                told.say(f"comparison.status.{run.status}"),
                run.points,
                run.bound,
                run.gap,
                run.seconds,
                run.roster_hash.removeprefix("sha256:")[:16],
            ),
            formats,
        )
        for _, one, name in _all(told)
        for run in one.runs
    ]
    return Sheet("runs", columns, tuple(lines))


def _basis(told: Told) -> Sheet:
    asked, say = told.comparison, told.say
    facts: list[tuple[str, Value]] = [
        (
            say("comparison.fact.invented"),
            say("comparison.yes" if asked.invented else "comparison.no"),
        ),
        (say("comparison.fact.start"), str(asked.bases[0].start)),
        (say("comparison.fact.days"), asked.days),
        (say("comparison.fact.period_days"), asked.period_days),
        (say("comparison.fact.seeds"), ", ".join(map(str, asked.seeds))),
        (say("comparison.fact.limit"), told.limit()),
        (say("comparison.fact.strategy"), asked.strategy),
        (say("comparison.fact.took"), round(asked.took_seconds, 1)),
    ]
    if asked.reserve_share is not None:
        facts.append((say("comparison.fact.reserve"), asked.reserve_share))
    facts += list(asked.versions.items())
    facts += list(hashes(told).items())
    facts += [
        ("", say(f"comparison.reading.{key}")) for key in ("calculated", "rostered", "assumed")
    ]
    columns = (("fact", 46.0), ("value", 90.0))
    return Sheet("basis", columns, tuple(Line(pair, {}) for pair in facts))
