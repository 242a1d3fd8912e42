"""The unit's code table, where a file has one: rows of code, times and meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rostering.errors import Fault
from rostering.readers.existing.codes import clock_time, kind_of
from rostering.readers.existing.day_words import day_meaning
from rostering.readers.existing.layouts import heading
from rostering.readers.existing.mapping import CodeEntry
from rostering.readers.existing.table import Table, decimal

_SPAN = re.compile(r"^(\d{1,2}(?:[:.]?\d{2})?)\s*[-–—]\s*(\d{1,2}(?:[:.]?\d{2})?)$")


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A row of a code table and where it stands."""

    entry: CodeEntry
    where: str


def legend_heads(table: Table, row: int) -> dict[str, int]:
    """Return the columns of a code table when a row is its heading, else nothing."""
    heads: dict[str, int] = {}
    for column, text in enumerate(table.texts(row), 1):
        heads.setdefault(heading(text), column)
    heads.pop("", None)
    timed = "span" in heads or {"start", "end"} <= heads.keys()
    if "code" in heads and (timed or "meaning" in heads) and not {"date", "name"} & heads.keys():
        return heads
    return {}


def legends(tables: Iterable[Table]) -> Iterator[LegendRow]:
    """Yield the rows of every code table in a file."""
    for table in tables:
        row, last = 1, len(table.rows)
        while row <= last:
            heads = legend_heads(table, row)
            row += 1
            while heads and row <= last and any(table.texts(row)):
                if entry := _entry(table, row, heads):
                    yield LegendRow(entry, table.place(row))
                row += 1


def _entry(table: Table, row: int, heads: dict[str, int]) -> CodeEntry | None:
    code = table.text(row, heads["code"])
    if not code or len(code) > 40:
        return None
    meaning = table.text(row, heads["meaning"]) if "meaning" in heads else ""
    span = _span(table, row, heads)
    if span is not None and span[0] < 1440:
        start, end = span
        length = end - start + 1440 * (end <= start)
        hours = _hours(table, row, heads)
        rest = round(length - hours * 60) if hours else 0
        return CodeEntry(
            code=code,
            start=start,
            end=end,
            kind=kind_of(start, start + length),
            unpaid_break=rest if 0 < rest <= 240 else 0,
            name=meaning,
        )
    means = day_meaning(code) or day_meaning(meaning)
    return CodeEntry(code=code, means=means, name=meaning) if means else None


def _span(table: Table, row: int, heads: dict[str, int]) -> tuple[int, int] | None:
    if "span" in heads:
        match = _SPAN.match(table.text(row, heads["span"]))
        times = (clock_time(match[1]), clock_time(match[2])) if match else (None, None)
    elif {"start", "end"} <= heads.keys():
        times = (
            clock_time(table.text(row, heads["start"])),
            clock_time(table.text(row, heads["end"])),
        )
    else:
        return None
    return (times[0], times[1]) if times[0] is not None and times[1] is not None else None


def _hours(table: Table, row: int, heads: dict[str, int]) -> float:
    text = table.text(row, heads["hours"]) if "hours" in heads else ""
    return decimal(text) or 0.0


def unequal(rows: Iterable[LegendRow]) -> Iterator[Fault]:
    """Yield the fault of each code that stands twice with other times or another meaning."""
    first: dict[str, LegendRow] = {}
    for row in rows:
        before = first.setdefault(row.entry.code, row)
        one, two = before.entry, row.entry
        if (one.means, one.start, one.end) != (two.means, two.start, two.end):
            found = f"code {two.code!r} with another meaning than at {before.where}"
            guess = "the times differ from day to day: give each its own code"
            yield Fault(row.where, found, "one meaning for each code", guess)
