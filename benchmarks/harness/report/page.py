"""The report: one Markdown page with its pictures beside it."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from benchmarks.harness.campaign import with_targets
from benchmarks.harness.record import Record
from benchmarks.harness.report.cells import AUTO, PLAIN, Cell, cells
from benchmarks.harness.report.pictures import anytime, gaps
from benchmarks.harness.report.tables import (
    others_table,
    runs_table,
    speed_table,
    worse_list,
)
from benchmarks.harness.report.targets import missed, targets_table
from benchmarks.harness.report.verdicts import (
    NEAR,
    against_plain,
    auto_against_best,
    oddities,
    speeds,
)
from benchmarks.harness.targets import judge, rows
from benchmarks.published import peers
from rostering.writers.atomic import write_bytes

PAGE = "report.md"
_UNSAFE = re.compile(r"[^\w.-]")
_LEGEND = """\
Figures of several seeds are medians; the bound is the highest that any seed proved. *As judged* is
the cost of the written roster by the suite's validator, for our own wards by checker and score
card. *Gap* = (objective - bound) / max(1, objective). *Within 1 %* is the first time at which the
best roster cost at most 1 % more than the best known, or the best of all these runs where nothing
is known. Times are of the clock, as the caller saw them."""


def write_report(records: Sequence[Record], folder: Path) -> list[Path]:
    """Write the page and its pictures into a folder that exists; return their paths, page first.

    Where no best-known cost is told, the best of all these runs takes its place.
    """
    runs = with_targets(records)
    found = cells(runs)
    pictures: list[Path] = []
    lines = ["# Benchmark report", "", *_measured(runs), *_targets(found), *_verdicts(found, runs)]
    for suite, group in groupby(found, key=lambda cell: cell.place.suite):
        lines += _suite(suite, list(group), folder, pictures)
    page = folder / PAGE
    write_bytes(page, ("\n".join(lines).rstrip() + "\n").encode())
    return [page, *pictures]


def _measured(runs: Sequence[Record]) -> list[str]:
    """Return how the runs were made."""
    loads = [run.load for run in runs if run.load is not None]
    load = f"{statistics.median(loads):.2f} (highest {max(loads):.2f})" if loads else "not told"
    cores = ", ".join(sorted({str(run.cores) for run in runs}))
    engines = dict.fromkeys(f"{run.engine} {run.commit}".strip() for run in runs)
    seeds = ", ".join(map(str, sorted({run.seed for run in runs})))
    told = (
        f"{len(runs)} runs; seeds {seeds}; {cores} cores; load of the machine when a run began:"
        f" median {load}; engine: {', '.join(engines)}."
    )
    return [told, "", _LEGEND, ""]


def _targets(found: Sequence[Cell]) -> list[str]:
    judged = judge(found, rows())
    if not judged:
        return []
    lines = ["## Targets", "", f"Reached by `{AUTO}`; what is missed stands in bold.", ""]
    return [*lines, *targets_table(judged), "", "*Must* that is missed:", "", *missed(judged), ""]


def _verdicts(found: Sequence[Cell], runs: Sequence[Record]) -> list[str]:
    lines = ["## Strategies compared", ""]
    fast = speeds(found)
    if fast:
        lines += ["Time to within 1 %, against plain CP-SAT on the same instance, seed, workers"]
        lines += [
            "and budget: geometric mean; a run that never got there counts as its budget.",
            "",
        ]
        lines += [*speed_table(fast), ""]
    for strategy, comparisons in against_plain(found).items():
        lines += [f"`{strategy}` never worse than `{PLAIN}`:", "", *worse_list(comparisons), ""]
    against_best = auto_against_best(found)
    if against_best:
        lines += [f"`{AUTO}` within {NEAR:.1%} of the best single strategy:", ""]
        lines += [*worse_list(against_best, NEAR), ""]
    if len(lines) == 2:
        lines += ["Nothing to compare: these runs are of one strategy.", ""]
    odd = list(oddities(runs))
    lines += ["## To look at", "", *(f"- {line}" for line in odd or ["nothing"]), ""]
    return lines


def _suite(suite: str, found: list[Cell], folder: Path, pictures: list[Path]) -> list[str]:
    lines = [f"## Suite {suite}", ""]
    for (workers, budget), group in groupby(_by_budget(found), key=_budget):
        lines += [f"{budget:g} s, {workers} workers:", "", *runs_table(list(group)), ""]
    source, results = peers(suite)
    others = others_table(found, results)
    if others:
        lines += ["Beside others, as published:", "", *others, ""]
    if others and results:
        lines += [f"Solvers named in words: {source}.", ""]
    if any(cell.gap is not None for cell in found):
        lines += _picture(folder / f"{suite}-gaps.png", f"Gaps of {suite}", pictures)
        gaps(found, pictures[-1])
    for instance, group in groupby(found, key=lambda cell: cell.place.instance):
        path = folder / f"{suite}-{_UNSAFE.sub('_', instance)}.png"
        lines += _picture(path, f"{suite} {instance} over time", pictures)
        anytime(list(group), path)
    return lines


def _by_budget(found: list[Cell]) -> list[Cell]:
    return sorted(found, key=_budget)


def _budget(cell: Cell) -> tuple[int, float]:
    return (cell.place.workers, cell.place.budget_s)


def _picture(path: Path, text: str, pictures: list[Path]) -> list[str]:
    pictures.append(path)
    return [f"![{text}]({path.name})", ""]
