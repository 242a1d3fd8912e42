"""The roster week by week: blocks of a few weeks, a row a person, staffing below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.report.model import CellEntry, ControlReport, DayEntry
from rostering.writers.control_report.findings_tables import staffed
from rostering.writers.control_report.signs import SIGN

WEEKS_A_BLOCK = 4


@dataclass(frozen=True, slots=True)
class Block:
    """Some weeks in a row: their days, people's cells and each demand row's staffing as text."""

    days: tuple[DayEntry, ...]
    people: tuple[tuple[str, tuple[str, ...]], ...]
    staffing: tuple[tuple[str, tuple[str, ...]], ...]


def cell_text(cell: CellEntry) -> str:
    """Return ``D``, ``D/A``, ``F1``, or ``(D) FE`` where a code covers a planned shift."""
    covered = f"({cell.covers})" if cell.covers else ""
    code = SIGN[cell.code] if cell.code is not None else ""
    return " ".join(part for part in ("/".join(cell.shifts), covered, code) if part)


def blocks(report: ControlReport) -> Iterator[Block]:
    """Yield the roster in blocks of whole calendar weeks, as even in length as can be."""
    staffing = {row.row: {day.date: staffed(day) for day in row.days} for row in report.staffing}
    for first, last in _spans(report):
        days = report.calendar[first:last]
        yield Block(
            days=days,
            people=tuple(
                (person.name, tuple(cell_text(cell) for cell in person.cells[first:last]))
                for person in report.people
            ),
            staffing=tuple(
                (row.name, tuple(staffing[row.row].get(day.date, "") for day in days))
                for row in report.staffing
            ),
        )


def _spans(report: ControlReport) -> Iterator[tuple[int, int]]:
    mondays = [n for n, day in enumerate(report.calendar) if day.weekday == 1]
    starts = sorted({0, *mondays})
    count = -(-len(starts) // WEEKS_A_BLOCK)
    weeks = -(-len(starts) // count)
    firsts = starts[::weeks]
    yield from zip(firsts, [*firsts[1:], len(report.calendar)], strict=True)
