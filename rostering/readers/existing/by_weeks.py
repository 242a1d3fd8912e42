"""Layout *weeks*: a block for each person, a row for each week, Monday to Sunday."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from rostering.readers.existing.dates import DateReader, written
from rostering.readers.existing.found import (
    CellText,
    Found,
    LineText,
    end_row,
    line_text,
    locate,
    no_person,
    other_columns,
    refuse_merged,
)
from rostering.readers.existing.layouts import weekday
from rostering.readers.existing.mapping import Mapping
from rostering.readers.existing.table import Table, joined

_WEEK = re.compile(
    r"^(?:uke|veke|week|u\.?|w\.?)?\s*(\d{1,2})(?:\s*[-/]\s*(\d{4}))?$", re.IGNORECASE
)


@dataclass(slots=True)
class _Block:
    """The person whose rows are being read, and where the weeks have come to."""

    found: Found
    mapping: Mapping
    columns: dict[str, int]
    weekdays: dict[int, int]
    dates: DateReader
    line: LineText | None = None
    mondays: list[date] = field(default_factory=list)
    first_label: int | None = None
    names_alone: bool = False
    weeks: dict[str, list[date]] = field(default_factory=dict)
    without_year: list[int] = field(default_factory=list)


def read_weeks(table: Table, mapping: Mapping) -> Found:
    """Return lines and cells of a table with a block for each person."""
    found = Found(table)
    columns = locate(found, mapping)
    weekdays = {
        column: day
        for column in range(1, table.width + 1)
        if column not in columns.values()
        and (day := weekday(table.text(mapping.header_row, column)))
    }
    if sorted(weekdays.values()) != [1, 2, 3, 4, 5, 6, 7]:
        words = f"{len(weekdays)} weekdays as headings", "Monday to Sunday, each once"
        found.refuse(mapping.header_row, None, *words)
    if "name" not in columns and not mapping.columns.name:
        words = "no column of names", "name under columns in the mapping"
        found.refuse(mapping.header_row, None, *words)
    if found.faults:
        return found
    last = end_row(table, mapping)
    beside = frozenset(columns[k] for k in columns if k in {"name", "id", "percent", "competence"})
    refuse_merged(found, mapping.header_row, last, beside)
    dates = DateReader(table, mapping.date_format, mapping.year)
    block = _Block(found, mapping, columns, weekdays, dates)
    _where_names_stand(block, last)
    rows = range(mapping.header_row + 1, last + 1)
    _settle(block, rows)
    other_columns(found, mapping.header_row, {*columns.values(), *weekdays}, rows)
    for row in rows:
        _row(block, row)
    found.faults += dates.faults
    _tell_without_year(block)
    if not found.faults:
        _tell_missing(block)
    return found


def _settle(block: _Block, rows: range) -> None:
    """Find out how the dates of the week column are written."""
    if "week" in block.columns:
        table, column = block.found.table, block.columns["week"]
        block.dates.settle(
            at for row in rows if (at := written(table.at(row, column), row, column)) is not None
        )


def _row(block: _Block, row: int) -> None:
    found, columns = block.found, block.columns
    name = found.text(row, columns["name"])
    texts = {c: text for c in block.weekdays if (text := found.text(row, c))}
    if _is_heading(block, texts) or not (name or texts or _label(block, row)):
        return
    employee = found.text(row, columns["id"]) if "id" in columns else ""
    leading = [text for text in (_label(block, row), employee) if text]
    if other := no_person(block.mapping, name, employee, leading):
        found.notes.append(f"{found.table.place(row)} ({other}) is not read: it is no person.")
        return
    if name and _is_name_alone(block, row, name):
        return
    if block.line is None:
        found.refuse(row, columns["name"], "a week before the first name", "a name")
        return
    monday = _monday(block, row)
    if monday is None:
        _undated(block, row, texts)
        return
    if monday in block.mondays:
        words = f"the week from {monday} a second time for {block.line.name}", "each week once"
        found.refuse(row, columns.get("week"), *words, "a name is missing in the next block")
    block.mondays.append(monday)
    block.weeks.setdefault(block.line.key, []).append(monday)
    found.seen.setdefault(monday, found.table.place(row))
    found.days += [monday, monday + timedelta(days=6)]
    for column, text in texts.items():
        when = monday + timedelta(days=block.weekdays[column] - 1)
        where = found.table.place(row, column)
        found.cells.append(CellText(block.line.key, when, text, where, unit=block.line.unit))


def _undated(block: _Block, row: int, texts: dict[int, str]) -> None:
    """Keep the cells of a week without its date, so that unknown codes are told at once."""
    line = block.line.key if block.line else ""
    block.found.undated += [
        CellText(line, date.min, text, block.found.table.place(row, column))
        for column, text in texts.items()
    ]


def _is_name_alone(block: _Block, row: int, name: str) -> bool:
    """Begin a person's block; return whether the name has the row to itself."""
    if block.names_alone and _WEEK.match(name):
        return False
    _next_person(block, row, name)
    return block.names_alone


def _tell_without_year(block: _Block) -> None:
    rows = block.without_year
    if rows:
        guess = "write start = the first Monday, or year, in the mapping"
        more = f" ({len(rows)} times, first here)" if len(rows) > 1 else ""
        words = f"a week without year{more}", "a year"
        block.found.refuse(rows[0], block.columns.get("week"), *words, guess)


def _tell_missing(block: _Block) -> None:
    """Tell of weeks that a person lacks and others have: days off, or a row that was lost."""
    found = block.found
    every = sorted({monday for weeks in block.weeks.values() for monday in weeks})
    for line in found.lines:
        own = block.weeks.get(line.key, [])
        lacks = [monday for monday in every if monday not in own]
        inside = [monday for monday in lacks if own and min(own) < monday < max(own)]
        for monday in inside:
            words = f"no {_week(monday)} for {line.name}, though others have it"
            guess = "the row is missing: give it, with empty cells for days off"
            found.refuse(line.row, block.columns["name"], words, "every week of the person", guess)
        outside = [_week(monday) for monday in lacks if monday not in inside]
        if outside:
            told = f"{line.name} has no {joined(outside)}, though others have: read as days off."
            found.notes.append(f"{found.table.place(line.row)}: {told}")
    for early, late in pairwise(every):
        if late - early > timedelta(weeks=1):
            found.notes.append(f"No weeks between {early} and {late}: read as days off.")


def _week(monday: date) -> str:
    return f"week {monday.isocalendar().week} ({monday})"


def _where_names_stand(block: _Block, last: int) -> None:
    """Find out whether names and week numbers share a column: then a name has its own row."""
    column = block.columns["name"]
    rows = range(block.mapping.header_row + 1, last + 1)
    weeks = any(_WEEK.match(block.found.table.text(row, column)) for row in rows)
    block.names_alone = weeks and block.columns.setdefault("week", column) == column


def _is_heading(block: _Block, texts: dict[int, str]) -> bool:
    """Return whether a row only names the weekdays once more."""
    return bool(texts) and all(weekday(text) == block.weekdays[c] for c, text in texts.items())


def _next_person(block: _Block, row: int, name: str) -> None:
    """Begin a block, unless the name is only repeated on each row of the same one."""
    line = line_text(block.found, row, name, block.columns)
    if block.line is not None and line.key == block.line.key:
        return
    if any(known.key == line.key for known in block.found.lines):
        guess = "the person has two positions: give both weeks in one block"
        words = f"a second block for {name}", "one block for each person"
        block.found.refuse(row, block.columns["name"], *words, guess)
    block.line, block.mondays, block.first_label = line, [], None
    block.found.lines.append(line)


def _label(block: _Block, row: int) -> str:
    return block.found.text(row, block.columns["week"]) if "week" in block.columns else ""


def _monday(block: _Block, row: int) -> date | None:
    """Return the Monday of a row: a date of its own, an ISO week, or counted from the start."""
    column = block.columns.get("week")
    at = written(block.found.table.at(row, column), row, column) if column else None
    if at is not None:
        when = block.dates.read(at)
        if when is not None and when.weekday():
            block.found.refuse(row, column, f"{when}, no Monday", "the Monday of the week")
            return None
        return when
    label = _label(block, row)
    match = _WEEK.match(label)
    if label and not match:
        needed = "a week number, or the Monday's date"
        block.found.refuse(row, column, repr(label), needed)
        return None
    number = int(match[1]) if match else None
    return _counted(block, row, number, int(match[2]) if match and match[2] else None)


def _counted(block: _Block, row: int, number: int | None, year: int | None) -> date | None:
    start = block.mapping.start
    if start is not None:
        if block.first_label is None:
            block.first_label = number
        after = len(block.mondays)
        if number is not None and block.first_label is not None:
            after = (number - block.first_label) % 53
        return start + timedelta(weeks=after)
    year = year or block.mapping.year
    if number is None or year is None:
        block.without_year.append(row)
        return None
    last = block.mondays[-1] if block.mondays else None
    while last is not None and date(year, 12, 28) < last:
        year += 1
    try:
        monday = date.fromisocalendar(year, number, 1)
        turned = last is not None and (last - monday).days > 180
        return date.fromisocalendar(year + 1, number, 1) if turned else monday
    except ValueError:
        words = f"week {number}", f"a week of the year {year}"
        block.found.refuse(row, block.columns.get("week"), *words)
        return None
