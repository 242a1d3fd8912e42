"""A measure beside what it must be, as a row of a table and a line of JSON."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from rich.table import Table

MIDDLE, TAIL = 0.5, 0.95


@dataclass(frozen=True, slots=True)
class Row:
    """One measure; ``must`` is None for what is only told. ``count`` is how many it is made of."""

    what: str
    where: str
    measured: float
    must: float | None
    unit: str
    count: int
    at_least: bool = False

    @property
    def kept(self) -> bool | None:
        """Whether it is as it must be, None where nothing is asked."""
        if self.must is None:
            return None
        return self.measured >= self.must if self.at_least else self.measured < self.must


def quantile(values: Sequence[float], part: float) -> float:
    """Return the smallest value that at least a part of all does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, min(len(ordered) - 1, round(part * len(ordered) + 0.5) - 1))]


def times(what: str, where: str, seconds: Sequence[float], must_ms: float | None) -> list[Row]:
    """Return the median and the tail of some times; only the tail is held to anything."""
    middle, tail = statistics.median(seconds) * 1000, quantile(seconds, TAIL) * 1000
    count = len(seconds)
    return [
        Row(f"{what}, median", where, middle, None, "ms", count),
        Row(f"{what}, p95", where, tail, must_ms, "ms", count),
    ]


def table(rows: Iterable[Row]) -> Table:
    """Return the rows as a printable table."""
    shown = Table(title="The service over loopback HTTP")
    for name in ("measure", "where"):
        shown.add_column(name)
    for name in ("measured", "must", "of", "kept"):
        shown.add_column(name, justify="right")
    for row in rows:
        sign = ">=" if row.at_least else "<"
        must = "" if row.must is None else f"{sign} {row.must:g} {row.unit}"
        kept = {True: "yes", False: "NO", None: ""}[row.kept]
        told = f"{row.measured:,.1f} {row.unit}"
        shown.add_row(row.what, row.where, told, must, str(row.count), kept)
    return shown


def keep(rows: Iterable[Row], path: Path) -> None:
    """Add the rows to a file, a line of JSON each, with the machine and the moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    about = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": _commit(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
    }
    with path.open("a", encoding="utf-8") as file:
        for row in rows:
            told = {**asdict(row), "measured": round(row.measured, 3), "kept": row.kept}
            file.write(json.dumps({**told, **about}, ensure_ascii=False) + "\n")


def _commit() -> str:
    """Return the commit, empty outside a clone."""
    asked = ["git", "rev-parse", "--short", "HEAD"]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip()
