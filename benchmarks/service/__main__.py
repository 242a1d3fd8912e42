"""`make bench-service`: what the service is held to, over loopback HTTP, in a table.

Each part gets a server process and a database of its own. The part ``browser`` is measured in a
real Chromium by ``benchmarks.service.browser``, where that and a browser are there.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console

from benchmarks.service import grid, wishing
from benchmarks.service.figures import Row, keep, table
from benchmarks.service.server import Server, database, serving

OUT = Path("build/bench-service.jsonl")
BROWSER = "benchmarks.service.browser"
PARTS = ("grid", "wishes-sqlite", "wishes-postgresql", "browser")


def rows_of(part: str, seconds: float) -> Iterator[Row]:
    """Measure one part."""
    if part == "browser":
        if importlib.util.find_spec(BROWSER) is None:
            return
        module = importlib.import_module(BROWSER)
        yield from _with_server("SQLite", module.measure)
        return
    kind = "PostgreSQL" if part.endswith("postgresql") else "SQLite"
    if part == "grid":
        yield from _with_server(kind, grid.measure)
    else:
        yield from _with_server(kind, lambda server: wishing.measure(server, seconds))


def _with_server(kind: str, measure: Callable[[Server], list[Row]]) -> list[Row]:
    with (
        tempfile.TemporaryDirectory() as name,
        database(kind, folder := Path(name)) as url,
        serving(kind, url, folder) as server,
    ):
        return measure(server)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print the table, add the lines; return 1 when something is not as it must be."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.service", description=__doc__)
    parser.add_argument("--parts", default=",".join(PARTS), help="some of: %(default)s")
    parser.add_argument("--seconds", type=float, default=60, help="how long wishes come in")
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args(argv)
    console = Console(width=None if sys.stdout.isatty() else 140)
    rows: list[Row] = []
    for part in asked.parts.split(","):
        found = list(rows_of(part, asked.seconds))
        keep(found, asked.out)
        rows += found
    console.print(table(rows))
    return 1 if any(row.kept is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
