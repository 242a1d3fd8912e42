"""A two-week time log out of a CSV or Excel list."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from rostering.domain.fields import DAY_MINUTES, format_time, parse_time
from rostering.errors import Fault
from rostering.readers.workbook.cells import Cell, Unreadable, clock, day, text, whole
from tasksharing.domain.groups import StaffGroup
from tasksharing.domain.logs import LogEntry, TaskLog
from tasksharing.domain.tasks import QUARTER, Task
from tasksharing.log.page import Column, Entry, Page, open_page
from tasksharing.log.words import is_invented, named

COLUMNS = (
    Column("task", ("Oppgave", "Oppgåve", "Task"), needed=True),
    Column("group", ("Gruppe", "Rolle", "Yrkesgruppe", "Group", "Role"), needed=True),
    Column("date", ("Dato", "Date")),
    Column("weekday", ("Ukedag", "Vekedag", "Weekday")),
    Column("week", ("Uke", "Veke", "Week")),
    Column("start", ("Klokkeslett", "Start", "Fra kl", "Frå kl", "Time"), needed=True),
    Column("minutes", ("Minutter", "Minutt", "Minutes"), needed=True),
    Column("sheet", ("Skjema", "Sheet")),
)
_WEEKDAYS = (
    "man mån mon",
    "tir tys tue",
    "ons wed",
    "tor thu",
    "fre fri",
    "lør lau sat",
    "søn sun",
)
_YEARS = (2000, 2199)


def read_log(path: Path, tasks: Iterable[Task], groups: Iterable[StaffGroup]) -> TaskLog:
    """Return a time log; every fault of it is told at once and nothing of it kept.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong: negative minutes, overlapping entries,
        unknown tasks or groups, cells that cannot be read.
    """
    page = open_page(path, COLUMNS)
    readers = (named("task", tasks), named("group", groups))
    found = [(row, entry) for row in page.entries() if (entry := _entry(row, *readers)) is not None]
    _refuse_overlaps(found)
    if not found and not page.faults:
        guess = "the rows were left out when it was saved"
        page.faults.append(Fault(path.name, "no rows under the headings", "a time log", guess))
    page.require_whole()
    entries = tuple(entry for _, entry in found)
    return TaskLog(name=path.stem, invented=is_invented(page.title), entries=entries)


def _entry(
    row: Entry, task_of: Callable[[Cell], str], group_of: Callable[[Cell], str]
) -> LogEntry | None:
    """Return a row's entry; None after noting its faults."""
    before = len(row.page.faults)
    task = row.read("task", task_of, needed=True)
    group = row.read("group", group_of, needed=True)
    when = _day(row)
    start, minutes = _start(row), _minutes(row)
    if start is not None and minutes is not None and start + minutes > DAY_MINUTES:
        guess = "it goes over midnight: give each day a row of its own"
        found = f"{minutes} minutes from {format_time(start)}"
        row.refuse("minutes", found, "an end by 24:00", guess)
    if len(row.page.faults) > before or when is None:
        return None
    date, week, weekday = when
    return row.made(
        LogEntry,
        {
            "task": task,
            "group": group,
            "date": date,
            "week": week,
            "weekday": weekday,
            "start": start,
            "minutes": minutes,
            "sheet": row.read("sheet", text) or "",
        },
    )


def _day(row: Entry) -> tuple[dt.date | None, int, int] | None:
    """Return date, week and weekday of a row; a date has the word."""
    columns = row.page.columns
    if "date" in columns:
        written = row.read("date", day, needed="weekday" not in columns)
        if written is not None:
            date = dt.date.fromisoformat(written)
            if not _YEARS[0] <= date.year <= _YEARS[1]:
                row.refuse("date", str(date), "a year from 2000 to 2199", "a digit is wrong")
            return date, 1, date.isoweekday()
        if "weekday" not in columns:
            return None
    weekday = row.read("weekday", _weekday, needed=True)
    week = row.read("week", whole)
    if week is not None and not 1 <= week <= 53:
        row.refuse("week", str(week), "a week from 1 to 53")
        return None
    return None if weekday is None else (None, 1 if week is None else week, weekday)


def _weekday(cell: Cell) -> int:
    written = cell.text.casefold()
    for number, starts in enumerate(_WEEKDAYS, 1):
        if written == str(number) or written[:3] in starts.split():
            return number
    raise Unreadable("a weekday, for example mandag", "its name is spelt otherwise")


def _start(row: Entry) -> int | None:
    written = row.read("start", clock, needed=True)
    if written is None:
        return None
    start = parse_time(written)
    if start % QUARTER:
        nearest = min(round(start / QUARTER) * QUARTER, DAY_MINUTES - QUARTER)
        guess = f"{format_time(nearest)} is meant"
        row.refuse("start", written, "a whole quarter-hour, for example 07:45", guess)
    return start


def _minutes(row: Entry) -> int | None:
    minutes = row.read("minutes", whole, needed=True)
    if minutes is not None and not 1 <= minutes <= DAY_MINUTES:
        guess = f"the sign is a slip and {-minutes} is meant" if minutes < 0 else ""
        row.refuse("minutes", str(minutes), f"minutes from 1 to {DAY_MINUTES}", guess)
        return None
    return minutes


def _refuse_overlaps(found: list[tuple[Entry, LogEntry]]) -> None:
    """Note each entry that begins before the one before it on the same sheet has ended."""
    sheets: dict[tuple[object, ...], list[tuple[Entry, LogEntry]]] = defaultdict(list)
    for row, entry in found:
        sheets[entry.day, entry.group, entry.sheet].append((row, entry))
    for listed in sheets.values():
        last: tuple[Entry, LogEntry] | None = None
        for row, entry in sorted(listed, key=lambda pair: (pair[1].start, pair[0].row)):
            if last is not None and entry.start < last[1].end:
                _refuse_overlap(row, entry, *last)
            if last is None or entry.end > last[1].end:
                last = (row, entry)


def _refuse_overlap(row: Entry, entry: LogEntry, before: Entry, earlier: LogEntry) -> None:
    begins = f"{format_time(entry.start)}, while {earlier.task} lasts to {format_time(earlier.end)}"
    sheet = f"sheet {entry.sheet}" if entry.sheet else f"all of {entry.group} as one sheet"
    twice = (entry.task, entry.start, entry.minutes) == (
        earlier.task,
        earlier.start,
        earlier.minutes,
    )
    guess = "the row was copied" if twice else "two people logged: number their forms under Skjema"
    needed = f"one thing at a time ({sheet}; see {before.place()})"
    row.refuse("start", begins, needed, guess)


__all__ = ["COLUMNS", "Page", "read_log"]
