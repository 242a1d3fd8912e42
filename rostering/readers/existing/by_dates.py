"""Layout *dates*: a row for each person, a column for each date."""

from __future__ import annotations

from datetime import date, timedelta

from rostering.readers.existing.dates import DateReader, Written, written
from rostering.readers.existing.found import (
    CellText,
    Found,
    end_row,
    is_vacant,
    line_text,
    locate,
    no_person,
    refuse_merged,
)
from rostering.readers.existing.layouts import is_sum, is_week, weekday
from rostering.readers.existing.mapping import Mapping
from rostering.readers.existing.table import Table, letter


def read_dates(table: Table, mapping: Mapping) -> Found:
    """Return lines and cells of a table with a column for each date."""
    found = Found(table)
    columns = locate(found, mapping)
    if "name" not in columns:
        if not mapping.columns.name:
            words = "no column of names", "name under columns in the mapping"
            found.refuse(mapping.header_row, None, *words)
        return found
    beside = frozenset(columns.values())
    dated = {
        column: at
        for column in range(1, table.width + 1)
        if column not in beside
        and (at := written(table.at(mapping.header_row, column), mapping.header_row, column))
    }
    last = end_row(table, mapping)
    days = _days(found, mapping, dated)
    rows = range(mapping.header_row + 1, last + 1)
    _other_columns(found, mapping, (set(beside), dated), rows)
    refuse_merged(found, mapping.header_row, last, frozenset())
    for row in rows:
        _row(found, mapping, columns, (days, set(dated) - set(days)), row)
    return found


def _days(found: Found, mapping: Mapping, dated: dict[int, Written]) -> dict[int, date]:
    """Return the date of each column; two columns of one date are a fault."""
    reader = DateReader(found.table, mapping.date_format, mapping.year)
    reader.settle(dated.values())
    days: dict[int, date] = {}
    left: date | None = None
    for column, at in dated.items():
        when = reader.read(at)
        if when is None:
            continue
        if when in days.values():
            found.refuse(at.row, column, f"{at.text} a second time", "one column for each date")
        elif left is not None and when < left:
            words = f"{at.text} to the right of {left:%d.%m.%Y}", "dates from left to right"
            found.refuse(at.row, column, *words, _later(left))
        days[column] = left = when
        found.seen.setdefault(when, found.table.place(at.row, column))
    found.faults += reader.faults
    found.days = sorted(set(days.values()))
    for early, late in zip(found.days, found.days[1:], strict=False):
        if late - early > timedelta(days=1):
            found.notes.append(f"No columns between {early} and {late}: read as days off.")
    return days


def _later(before: date) -> str:
    following = before + timedelta(days=1)
    return f"the year is wrong: {following:%d.%m.%Y} comes after {before:%d.%m.%Y}"


def _other_columns(
    found: Found, mapping: Mapping, taken: tuple[set[int], dict[int, Written]], rows: range
) -> None:
    """Refuse columns without a date among those that have one; note what else is not read."""
    beside, dated = taken
    first, last = min(dated, default=0), max(dated, default=0)
    for column in range(1, found.table.width + 1):
        if column in beside or column in dated:
            continue
        head = found.table.text(mapping.header_row, column)
        filled = next((row for row in rows if found.table.text(row, column)), None)
        if (first < column < last and not is_sum(head)) or (not head and column > last):
            if head or filled:
                value = f", and {found.table.text(filled, column)!r} below it" if filled else ""
                guess = "the date was deleted, or the column is a sum: head it Sum"
                words = f"{head!r}{value}" if head else f"no date{value}"
                found.refuse(mapping.header_row, column, words, "a date", guess)
        elif head or filled:
            found.notes.append(f"Column {letter(column)} ({head or 'no heading'}) is not read.")


def _row(
    found: Found,
    mapping: Mapping,
    columns: dict[str, int],
    at: tuple[dict[int, date], set[int]],
    row: int,
) -> None:
    days, undated = at
    dated = sorted({*days, *undated})
    texts = {column: text for column in dated if (text := found.text(row, column))}
    name = found.text(row, columns["name"])
    if not name and not texts:
        return
    place = found.table.place(row)
    leading = [t for t in found.table.texts(row)[: min(dated, default=2) - 1] if t]
    employee = found.text(row, columns["id"]) if "id" in columns else ""
    if _is_calendar(name, texts, days):
        _calendar(found, row, texts, days)
        return
    if other := no_person(mapping, name, employee, leading):
        found.notes.append(f"{place} ({other}) is not read: it is no person.")
        return
    if not name:
        guess = "the row belongs to the person above: give each row its name"
        words = f"{len(texts)} filled cells and no name", "a name, Vakant, or Sum"
        found.refuse(row, columns["name"], *words, guess)
        return
    if is_vacant(mapping, name) and any(line.name == name for line in found.lines):
        name = f"{name} {row}"  # two lines called Vakant are two lines
    line = line_text(found, row, name, columns)
    if not texts and line.percent is None and not line.employee:
        found.notes.append(f"{place} ({name}) is not read: nothing stands beside the name.")
        return
    found.lines.append(line)
    for column, text in texts.items():
        cell = CellText(
            line.key,
            days.get(column, date.min),
            text,
            found.table.place(row, column),
            unit=line.unit,
        )
        (found.cells if column in days else found.undated).append(cell)


def _calendar(found: Found, row: int, texts: dict[int, str], days: dict[int, date]) -> None:
    """Note a row of weekdays or weeks; weekdays that do not fit the dates are a fault."""
    first = next(iter(texts.values()))
    told = f"{found.table.place(row)} ({first}) is not read: it is no person, and names the days."
    found.notes.append(told)
    for column in _unfit(texts, days)[:1]:
        words = f"{texts[column]!r} on {days[column]:%d.%m.%Y}", "weekdays that fit the dates"
        found.refuse(row, column, *words, "the year of the dates is wrong")


def _is_calendar(name: str, texts: dict[int, str], days: dict[int, date]) -> bool:
    """Return whether a row only names weekdays or weeks once more.

    Beside a name they must fit the dates: FR may be a code of the unit.
    """
    if not texts or not all(weekday(text) or is_week(text) for text in texts.values()):
        return False
    return not name or (len(set(texts.values())) > 1 and not _unfit(texts, days))


def _unfit(texts: dict[int, str], days: dict[int, date]) -> list[int]:
    """Return the columns whose weekday is another than their date's."""
    named = {column: weekday(text) for column, text in texts.items() if column in days}
    return [column for column, day in named.items() if day not in (0, days[column].isoweekday())]
