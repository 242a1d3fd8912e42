"""Smallest rosters of each layout, written where a test wants them."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from rostering.domain.problem import Problem
from rostering.errors import BadInput, Fault
from rostering.readers.existing import Imported, Mapping, import_roster, propose_mapping

MONDAY = date(2027, 3, 1)
LEGEND = ("", "Kode;Fra;Til", "D1;07:45;15:15", "K1;15;23", "N1;23;07")
CODES = (
    {"code": "D1", "start": "07:45", "end": "15:15"},
    {"code": "K1", "start": "15:00", "end": "23:00"},
    {"code": "N1", "start": "23:00", "end": "07:00"},
    {"code": "FE", "means": "vacation"},
)


def days(count: int = 7) -> str:
    """Return date headings from the Monday on, with semicolons between."""
    return ";".join(f"{MONDAY + timedelta(days=n):%d.%m.%Y}" for n in range(count))


def csv(folder: Path, *lines: str, name: str = "post.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def week(folder: Path, *lines: str, head: str = "Navn;%") -> Path:
    """Return a file of the layout *dates* with one week and a code table."""
    return csv(folder, f"{head};{days()}", *lines, *LEGEND)


def xlsx(folder: Path, rows: Sequence[Any], merge: str = "") -> Path:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Turnus"
    for row in rows:
        sheet.append(list(row))
    if merge:
        sheet.merge_cells(merge)
    book.save(folder / "post.xlsx")
    return folder / "post.xlsx"


def read(path: Path, ward: Problem | None = None, **changes: object) -> Imported:
    """Return what a file holds by the mapping proposed for it, with changes."""
    mapping = propose_mapping(path, ward).mapping
    data = mapping.model_dump(mode="json") | changes
    return import_roster(path, Mapping.model_validate(data), ward)


def faults(path: Path, ward: Problem | None = None, **changes: object) -> list[Fault]:
    with pytest.raises(BadInput) as caught:
        read(path, ward, **changes)
    return list(caught.value.faults)


def duties(done: Imported) -> list[tuple[str, int, str]]:
    """Return person, day of the period and code of each duty."""
    start = done.problem.horizon.start
    return [(a.person, (a.date - start).days, a.shift) for a in done.roster.assignments]
