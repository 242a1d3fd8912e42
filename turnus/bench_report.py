"""``turnus bench-report``: runs that ``turnus bench`` has made, as a page with pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language


def bench_report(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE.jsonl...", help="Files of runs.", show_default=False),
    ],
    *,
    out: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Write report.md and its pictures here.")
    ],
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Write a page of tables and pictures about benchmark runs (the page itself is in English).

    Per suite: cost, bound and times of each instance and strategy beside published results,
    curves over time, and how the strategies compare with plain CP-SAT.

    \b
    Example:
      turnus bench-report runs.jsonl --out report
      turnus bench-report monday.jsonl tuesday.jsonl --out report
    """
    from benchmarks.harness.journal import read_runs
    from benchmarks.harness.report import write_report
    from rostering.errors import BadInput, Fault
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    runs = [run for file in files for run in read_runs(file)]
    if not runs:
        raise BadInput([Fault(str(files[0]), "no runs", "at least one run")])
    out.mkdir(parents=True, exist_ok=True)
    page, *pictures = write_report(runs, out)
    told = {"file": str(page), "count": len(pictures), "runs": len(runs)}
    screen.say(screen.words.say("bench.report", **told))
    screen.emit({"file": str(page), "pictures": [str(path) for path in pictures]})
    return exits.OK
