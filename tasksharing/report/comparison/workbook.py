"""A comparison as an Excel workbook: a sheet for each table, real numbers with formats."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostering.writers import palette
from rostering.writers.roster_book.style import fill, font, heading, landscape, wrapped, write
from tasksharing.evaluate.models import Alternative, Base, Comparison
from tasksharing.report.comparison.build import hashes
from tasksharing.report.comparison.told import Told

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEAD_ROW = 3
_FORMATS = {
    "points": "#,##0",
    "nok": "#,##0",
    "fte": "0.00",
    "people": "0.0",
    "hours": "#,##0.0",
    "share": "0 %",
    "percent": "0.0",
    "count": "#,##0.0",
    "text": "General",
}
_FILLS = {"better": "#CCDDEE", "worse": "#F6D3BF"}
Value = str | float | None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet; ``formats`` by column, ``verdict`` colours it."""

    cells: tuple[Value, ...]
    formats: dict[int, str]
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its key, columns with widths, and lines."""

    key: str
    columns: tuple[tuple[str, float], ...]
    lines: tuple[Line, ...]


def workbook(comparison: Comparison, language: str = "nb") -> bytes:
    """Return the workbook's bytes."""
    from openpyxl import Workbook

    told = Told(comparison, language)
    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    book.properties.title = told.title
    for sheet in _sheets(told):
        _fill(told, book.create_sheet(told.say(f"comparison.sheet.{sheet.key}")), sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheets(told: Told) -> Iterator[Sheet]:
    yield _comparison(told)
    yield _differences(told)
    yield _hours(told)
    yield _gains(told)
    yield _steps(told)
    yield _runs(told)
    yield _basis(told)


def _fill(told: Told, sheet: Worksheet, table: Sheet) -> None:
    write(sheet, 1, 1, told.title).font = font(palette.HEAD, 16, bold=True)
    write(sheet, 2, 1, told.say(f"comparison.sheet_note.{table.key}")).font = font(italic=True)
    heading(sheet, _HEAD_ROW, {told.say(f"comparison.column.{n}"): w for n, w in table.columns})
    for row, line in enumerate(table.lines, _HEAD_ROW + 1):
        for column, value in enumerate(line.cells, 1):
            cell = write(sheet, row, column, value)
            if isinstance(value, str):
                wrapped(cell)
            elif column in line.formats:
                cell.number_format = _FORMATS[line.formats[column]]
            if line.verdict in _FILLS:
                cell.fill = fill(_FILLS[line.verdict])
    sheet.freeze_panes = f"C{_HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEAD_ROW}:{sheet.cell(_HEAD_ROW, len(table.columns)).coordinate}"
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    landscape(sheet)


def _all(told: Told) -> Iterator[tuple[Base, Alternative, str]]:
    for base in told.comparison.bases:
        yield base, base.zero, told.say("comparison.zero")
        for one in told.of(base):
            yield base, one, told.name(one)


def _comparison(told: Told) -> Sheet:
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
    return Sheet("comparison", columns, tuple(lines))


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
                told_of = found.mean if found.verdict != "none" else None
                lines.append(
                    Line(
                        (
                            told.name(one),
                            told.name(measure),
                            told.say(f"comparison.unit.{measure.unit}"),
                            told.say(f"comparison.verdict.{found.verdict}"),
                            told_of,
                            found.low,
                            found.high,
                        ),
                        dict.fromkeys((5, 6, 7), measure.unit),
                        found.verdict,
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
        for withheld in plan.withheld:
            lines.append(Line((name, withheld.told(told.language)), formats))
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
            ),  # fmt: skip
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
