"""Layout *list*: a row for each duty, with employee, date, code and clock times."""

from __future__ import annotations

from datetime import date, datetime, time

from rostering.readers.existing.codes import clock_time
from rostering.readers.existing.dates import DateReader, Written, written
from rostering.readers.existing.found import (
    CellText,
    Found,
    LineText,
    line_text,
    locate,
    no_person,
    other_columns,
    refuse_merged,
)
from rostering.readers.existing.mapping import Mapping
from rostering.readers.existing.table import Table


def read_list(table: Table, mapping: Mapping) -> Found:
    """Return lines and cells of a table with a row for each duty."""
    found = Found(table)
    columns = locate(found, mapping)
    if "id" in columns and not mapping.columns.name:
        columns["name"] = columns["id"]
    for key in ("name", "date", "code"):
        if key not in columns and not getattr(mapping.columns, key):
            words = f"no column {key!r}", f"{key} under columns in the mapping"
            found.refuse(mapping.header_row, None, *words)
    if found.faults:
        return found
    refuse_merged(found, mapping.header_row, len(table.rows), frozenset())
    rows = [row for row in table.numbers() if row > mapping.header_row]
    at = {row: written(table.at(row, columns["date"]), row, columns["date"]) for row in rows}
    reader = DateReader(table, mapping.date_format, mapping.year)
    reader.settle(one for one in at.values() if one is not None)
    lines: dict[tuple[str, str], LineText] = {}
    for row in rows:
        _row(found, mapping, columns, (row, at[row], reader), lines)
    found.lines = list(lines.values())
    found.faults += reader.faults
    span = range(mapping.header_row + 1, len(table.rows) + 1)
    other_columns(found, mapping.header_row, set(columns.values()), span)
    return found


def _row(
    found: Found,
    mapping: Mapping,
    columns: dict[str, int],
    at: tuple[int, Written | None, DateReader],
    lines: dict[tuple[str, str], LineText],
) -> None:
    row, when_written, reader = at
    name = found.text(row, columns["name"])
    employee = found.text(row, columns["id"]) if "id" in columns else ""
    leading = [text for text in found.table.texts(row) if text]
    own_id = employee if columns.get("id") != columns["name"] else ""
    if other := no_person(mapping, name, own_id, leading[:3]):
        found.notes.append(f"{found.table.place(row)} ({other}) is not read: it is no person.")
        return
    if not name:
        found.refuse(row, columns["name"], "no name", "the employee's name, or Vakant")
        return
    line = _line(found, columns, row, name, lines)
    when = reader.read(when_written) if when_written else None
    if when_written is None:
        text = found.text(row, columns["date"])
        found.refuse(row, columns["date"], repr(text) if text else "no date", "a date")
    text = found.text(row, columns["code"])
    if when is not None:
        found.days.append(when)
        found.seen.setdefault(when, found.table.place(row, columns["date"]))
        _cell(found, columns, row, (line, when, text))


def _line(
    found: Found,
    columns: dict[str, int],
    row: int,
    name: str,
    lines: dict[tuple[str, str], LineText],
) -> LineText:
    """Return the line of a row; a percentage that differs from row to row is a fault."""
    line = line_text(found, row, name, columns)
    known = lines.setdefault((line.key, line.name), line)
    if line.percent not in (None, known.percent):
        if known.percent is None:
            lines[line.key, line.name] = line
        else:
            words = f"{line.percent:g} % for {name}", f"{known.percent:g} % as in row {known.row}"
            found.refuse(row, columns["percent"], *words, "two positions: give their sum")
    return line


def _cell(
    found: Found, columns: dict[str, int], row: int, about: tuple[LineText, date, str]
) -> None:
    line, when, text = about
    times = [_time(found, row, columns[key]) for key in ("start", "end") if key in columns]
    filled = [one for one in times if one is not None]
    if len(filled) == 1 and len(times) == 2:
        needed = "both times, or none"
        found.refuse(row, columns["start"], "one clock time alone", needed)
        return
    if not text and not filled:
        return
    span = (filled[0], filled[1]) if len(filled) == 2 else None
    hours = found.number(row, columns["hours"]) if "hours" in columns else None
    where = found.table.place(row, columns["code"])
    found.cells.append(CellText(line.key, when, text, where, span, hours, line.unit))


def _time(found: Found, row: int, column: int) -> int | None:
    """Return minutes after midnight; a date in front of the time is read past."""
    value = found.table.at(row, column)
    if isinstance(value, datetime | time):
        return value.hour * 60 + value.minute
    if isinstance(value, float) and 0 <= value < 1:
        return round(value * 1440)
    text = found.text(row, column)
    if not text:
        return None
    last = text.split()[-1]
    meant = clock_time(last[:5] if last.count(":") == 2 else last)
    if meant is None:
        found.refuse(row, column, repr(text), "a time of day, for example 07:30")
    return meant
