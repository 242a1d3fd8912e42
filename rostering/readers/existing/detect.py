"""A mapping proposed for a file that nobody has described yet, with questions where unsure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rostering.domain.problem import Problem
from rostering.domain.shifts import ShiftKind
from rostering.errors import BadInput, Fault
from rostering.readers.existing.codes import Codes, kind_of
from rostering.readers.existing.contents import code_entry, contents, guessed
from rostering.readers.existing.dates import written
from rostering.readers.existing.day_words import USUAL, day_meaning
from rostering.readers.existing.found import Found, is_vacant
from rostering.readers.existing.layouts import ENDS, Layout, heading, weekday
from rostering.readers.existing.legend import legend_heads, legends, unequal
from rostering.readers.existing.mapping import CodeEntry, Columns, Mapping, Meaning
from rostering.readers.existing.people import numbered, slug
from rostering.readers.existing.read import read_table
from rostering.readers.existing.table import Table, joined, letter
from rostering.readers.validation import limited

_FIRST_ROWS = 60
_YEAR = re.compile(r"\b(20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mapping that may be right, and what somebody must answer or should look at.

    ``refused`` are the questions that an import with the mapping asks again, as faults.
    """

    mapping: Mapping
    questions: tuple[str, ...]
    refused: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Place:
    table: Table
    row: int
    layout: Layout


def propose(
    tables: Sequence[Table],
    path: Path,
    text: tuple[str, str] = ("", ""),
    ward: Problem | None = None,
    *,
    staffing: bool = False,
) -> Proposal:
    """Return a mapping for a file.

    Parameters
    ----------
    tables
        The file's sheets.
    path
        Its name becomes the ward's when there is no ward.
    text
        Encoding and separator of a text file.
    ward
        Its shift codes are known codes.
    staffing
        Whether a staffing plan is looked for, and no roster.

    Raises
    ------
    BadInput
        When no layout fits, or the file's own code table contradicts itself.
    """
    rows = list(legends(tables))
    if faults := tuple(limited(unequal(rows))):
        raise BadInput(faults)
    place = _place(tables, staffing=staffing)
    if place is None:
        found = "no row of dates, no row of weekdays and no headings Ansatt, Dato and Vakt"
        guess = "the roster stands on a sheet of another layout: write a mapping by hand"
        raise BadInput([Fault(path.name, found, "a roster in one of the four layouts", guess)])
    mapping = Mapping(
        layout=place.layout,
        sheet=place.table.sheet,
        header_row=place.row,
        encoding=text[0],
        delimiter=text[1],
        ward=ward.name if ward else path.stem[:120],
        unit=ward.units[0].id if ward else slug(path.stem),
        columns=_columns(place),
        ends_before=_below(place)[1],
        year=_year(place, path),
        start=_start(place),
        codes=tuple({row.entry.code: row.entry for row in rows}.values()),
    )
    return _with_codes(mapping, place.table, ward)


def _place(tables: Sequence[Table], *, staffing: bool) -> _Place | None:
    """Return the first heading row; a roster goes before a staffing plan in the same file.

    Weekdays are often written above dates: in one sheet a row of dates goes before them.
    """
    places: list[_Place] = []
    for table in tables:
        rows = range(1, min(len(table.rows), _FIRST_ROWS) + 1)
        found = [_Place(table, row, layout) for row in rows if (layout := _layout(table, row))]
        found = [place for place in found if (place.layout is Layout.MATRIX) or not staffing]
        if found:
            dated = {Layout.DATES, Layout.LIST}
            places.append(min(found, key=lambda place: place.layout not in dated))
    return min(places, key=lambda place: place.layout is Layout.MATRIX, default=None)


def _layout(table: Table, row: int) -> Layout | None:
    texts = table.texts(row)
    heads = {heading(text) for text in texts}
    if {"date", "code"} <= heads and {"name", "id"} & heads:
        return Layout.LIST
    if sum(written(table.at(row, c), row, c) is not None for c in range(1, len(texts) + 1)) >= 4:
        return Layout.DATES
    days = [day for text in texts if (day := weekday(text))]
    if sorted(days) != [1, 2, 3, 4, 5, 6, 7]:
        return None
    return Layout.MATRIX if "code" in heads else Layout.WEEKS


def _columns(place: _Place) -> Columns:
    """Return the columns by their headings; a name column without one by its letter."""
    table, row = place.table, place.row
    known: dict[str, str] = {}
    for text in table.texts(row):
        key = heading(text)
        listed = place.layout is Layout.LIST  # where "to" is no Thursday
        if key in Columns.model_fields and (listed or not weekday(text)):
            known.setdefault(key, text)
    if place.layout in (Layout.DATES, Layout.WEEKS):
        for key in ("code", "date", "start", "end", "hours"):
            known.pop(key, None)
        if "name" not in known and (column := _name_column(place)):
            known["name"] = letter(column)
    return Columns(**known)


def _name_column(place: _Place) -> int:
    """Return the first column left of the days in which most cells are words."""
    table, row = place.table, place.row
    last = min(_below(place)[0] - 1, row + 40)
    for column in range(1, table.width + 1):
        if written(table.at(row, column), row, column) or weekday(table.text(row, column)):
            break
        texts = [t for r in range(row + 1, last + 1) if (t := table.text(r, column))]
        if texts and sum(len(t) > 3 and t[:1].isalpha() for t in texts) * 2 > len(texts):
            return column
    return 0


def _below(place: _Place) -> tuple[int, str]:
    """Return row and text with which something else begins below the roster."""
    table = place.table
    for row in table.numbers():
        if row <= place.row:
            continue
        first = next((text for text in table.texts(row) if text), "")
        if first.casefold().startswith(ENDS) or legend_heads(table, row):
            return row, first
    return len(table.rows) + 1, ""


def _above(place: _Place) -> list[str]:
    rows = range(1, place.row)
    return [text for row in rows for text in place.table.texts(row) if text]


def _year(place: _Place, path: Path) -> int | None:
    """Return the first year that stands above the headings, in the sheet's or the file's name."""
    for text in (*_above(place), place.table.sheet, path.stem.replace("_", " ")):
        if match := _YEAR.search(text):
            return int(match[1])
    return None


def _start(place: _Place) -> date | None:
    """Return the Monday that stands above a block layout whose weeks are counted from 1."""
    if place.layout is not Layout.WEEKS:
        return None
    for text in _above(place):
        for match in re.finditer(r"\b(\d{1,2})\.(\d{1,2})\.(20\d\d)\b", text):
            when = date(int(match[3]), int(match[2]), int(match[1]))
            if when.weekday() == 0:
                return when
    return None


def _with_codes(mapping: Mapping, table: Table, ward: Problem | None) -> Proposal:
    """Return the mapping with every code that can be told, and questions for the rest."""
    if mapping.layout is Layout.MATRIX:
        return Proposal(mapping, ())
    found = read_table(table, mapping)
    entries = {entry.code: entry for entry in mapping.codes}
    shifts = {shift.code: shift for shift in ward.shifts} if ward else {}
    seen = {
        part for cell in found.cells for part in (cell.text, *re.split(r"[()/→\s]+", cell.text))
    }
    for code in (*USUAL, *sorted(seen)):
        means = day_meaning(code)
        if means is not None and code not in entries and code not in shifts:
            entries[code] = CodeEntry(code=code, means=means)
    for code, entry in _timed(found).items():
        if code not in shifts:
            entries.setdefault(code, entry)
    for code, shift in shifts.items():
        entries.setdefault(code, code_entry(shift))
    full = mapping.model_copy(update={"codes": tuple(entries.values())})
    if ward is None:
        people = numbered(found, full)
        full = full.model_copy(update={"people": people, "assumed": _assumed(full, found)})
    refused = _refused(full, found, ward)
    return Proposal(full, (*refused, *_questions(full, found, ward)), frozenset(refused))


def _assumed(mapping: Mapping, found: Found) -> tuple[str, ...]:
    """Return the settings that stand in a proposal and that nobody has said."""
    dated = mapping.year is not None and bool(found.days) and _without_year(mapping, found)
    nights = any(entry.kind is ShiftKind.NIGHT for entry in mapping.codes)
    said = {"full_time_hours": True, "night_belongs_to": nights, "year": dated}
    return tuple(name for name, is_so in said.items() if is_so)


def _refused(mapping: Mapping, found: Found, ward: Problem | None) -> list[str]:
    """Return the questions that must be answered before the file can be read, one a cause."""
    codes = Codes(mapping.codes, ward.shifts if ward else ())
    asked = []
    for code, at in contents(found, mapping, codes).unknown.items():
        often = "once" if at.times == 1 else f"{at.times} times, first"
        asks = f"code {code!r} stands {often} at {at.where}: what does it mean?"
        asked.append(f"{asks}\n{guessed(code, codes)}")
    asked += [f"{f.found}: {f.maybe}" for f in found.faults if "mapping" in f.maybe]
    empty = [line.name for line in found.lines if line.percent is None]
    who = [name for name in empty if not is_vacant(mapping, name)]
    if ward is None and mapping.columns.percent and who:
        names = joined(dict.fromkeys(who))
        asked.append(f'no percentage for {names}: fill it in, or without_percent = "hourly"?')
    return list(dict.fromkeys(asked))


def _timed(found: Found) -> dict[str, CodeEntry]:
    """Return codes whose times stand beside them, each with the times it mostly has."""
    spans: dict[str, Counter[tuple[tuple[int, int], float]]] = {}
    for cell in found.cells:
        if cell.span is not None and cell.text and day_meaning(cell.text) is None:
            spans.setdefault(cell.text, Counter())[cell.span, cell.hours or 0.0] += 1
    made = {}
    for code, counted in spans.items():
        ((start, end), hours), _ = counted.most_common(1)[0]
        length = end - start + 1440 * (end <= start)
        rest = round(length - hours * 60) if hours else 0
        made[code] = CodeEntry(
            code=code,
            start=start,
            end=end,
            kind=kind_of(start, start + length),
            unpaid_break=rest if 0 < rest <= 240 else 0,
        )
    return {code: e for code, e in made.items() if len(code) <= 40 and "(" not in code}


def _without_year(mapping: Mapping, found: Found) -> bool:
    """Return whether the file's dates or weeks leave their year to the mapping."""
    if mapping.layout is Layout.WEEKS:
        return mapping.start is None
    table, row = found.table, mapping.header_row
    heads = (written(table.at(row, column), row, column) for column in range(1, table.width + 1))
    return any(at is not None and at.form == "dd.mm" for at in heads)


def _questions(mapping: Mapping, found: Found, ward: Problem | None) -> list[str]:
    codes = Codes(mapping.codes, ward.shifts if ward else ())
    asked = []
    nights = [s.code for s in codes.shifts.values() if s.kind is ShiftKind.NIGHT]
    if nights:
        asked.append(
            f"does a night ({', '.join(nights[:3])}) stand on the date it starts, or ends?"
            f' Taken: night_belongs_to = "{mapping.night_belongs_to}".'
        )
    if mapping.year is not None and found.days and _without_year(mapping, found):
        first = min(found.days)
        asked.append(f"which year is it? Taken: year = {mapping.year}, so it begins on {first}.")
    if ward is None:
        hours = f"{mapping.full_time_hours:g}"
        asked.append(f"how long is a full-time week? Taken: full_time_hours = {hours}.")
    if ward is None and not mapping.columns.percent:
        asked.append("which column holds the percentages? Without one nobody owes hours.")
    own = [e.code for e in mapping.codes if e.means is Meaning.OWN_TIMES]
    return asked + [f"code {code!r} has times of its own each time: right?" for code in own]
