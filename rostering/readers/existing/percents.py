"""Percentages of positions on one scale, and who has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rostering.errors import Fault
from rostering.readers.existing.found import Found, LineText
from rostering.readers.existing.mapping import Mapping
from rostering.readers.existing.people import Staff
from rostering.readers.existing.table import joined


def settle_percents(found: Found) -> None:
    """Turn shares of one into percent where all are such; a single one among others is a fault.

    0,8 beside 75 may be 80 percent or a slip, and is asked about.
    """
    bare = [line.percent for line in found.lines if line.percent and not line.marked]
    others = [line.percent for line in found.lines if line.percent and line.marked]
    if not bare or min(bare) > 1:
        return
    if max(bare) <= 1 and not others:
        found.lines = [
            line if line.percent is None else replace(line, percent=round(line.percent * 100, 2))
            for line in found.lines
        ]
        first = found.table.place(found.lines[0].row)
        found.notes.append(f"{first}: percentages are shares of one: 0,8 is read as 80 %.")
        return
    most = max(*bare, *others)
    for line in found.lines:
        if line.percent and line.percent <= 1 and not line.marked:
            share = f"{line.percent:g}".replace(".", ",")
            words = f"{share} for {line.name}, while another has {most:g} %"
            guess = f"{share}: {line.percent * 100:g} percent? Write that, or {share} % if it is so"
            needed = "all percentages written in one way"
            found.faults.append(Fault(found.table.place(line.row), words, needed, guess))


def without_percent(found: Found, mapping: Mapping, staff: Staff) -> Iterator[Fault]:
    """Yield a fault for each person whose percentage is empty; note who gets no position.

    Without a column of percentages, or where the mapping says *hourly*, there is only a note.
    """
    empty = [
        lines
        for lines in staff.lines.values()
        if all(line.percent is None and not line.unread for line in lines)
    ]
    asks = bool(mapping.columns.percent) and mapping.without_percent == "ask"
    yield from (_asked(found, lines[0]) for lines in empty if asks)
    none = [
        lines[0].name
        for lines in staff.lines.values()
        if not any(line.percent for line in lines) and not (asks and lines in empty)
    ]
    if none:
        told = f"{joined(none, 40)}: no percentage, so no position and no hours owed"
        found.notes.append(f"{found.table.place(mapping.header_row)}: {told} ({len(none)} in all).")


def _asked(found: Found, line: LineText) -> Fault:
    guess = (
        "0 is meant, for one who is called in; or write"
        ' without_percent = "hourly" in the mapping, and who has none has no position'
    )
    place = found.table.place(line.row)
    return Fault(place, f"no percentage for {line.name}", "a percentage from 0 to 100", guess)
