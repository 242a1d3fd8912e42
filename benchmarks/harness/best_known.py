"""What others have reached on an instance: the row of a folder's ``best_known.csv``, if any."""

from __future__ import annotations

import csv
from pathlib import Path

from rostering.errors import BadInput, Fault

NAMES = ("best_known", "ub_best_known", "ub_wssuite_inrc_yml")
"""Columns that may hold the best-known cost; each suite's table has its own."""


def read_best_known(folder: Path) -> dict[str, dict[str, str]]:
    """Return the rows by instance, empty cells left out; nothing when there is no such file.

    Raises
    ------
    BadInput
        When the file has no column ``instance``.
    """
    path = folder / "best_known.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        if "instance" not in (reader.fieldnames or ()):
            found = f"the columns {', '.join(reader.fieldnames or ('none',))}"
            raise BadInput([Fault(str(path), found, "a column named instance")])
        rows = [{name: text for name, text in row.items() if name and text} for row in reader]
    return {row.pop("instance"): row for row in rows if "instance" in row}


def best_known(row: dict[str, str]) -> int | None:
    """Return the best-known cost of a row, None when no column tells it."""
    told = next((row[name] for name in NAMES if name in row), "")
    return int(told) if told.strip().isdecimal() else None
