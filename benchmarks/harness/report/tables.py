"""The report's tables as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.harness.report.cells import Cell
from benchmarks.harness.report.verdicts import Comparison, Speed, is_worse
from benchmarks.published import Peer

DESCRIBING = ("weeks", "staff", "shift_types")
"""Columns of a suite's table that describe an instance instead of a result."""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table as lines; a column of which the head ends in ``:`` is aligned to the right."""
    rule = ["--:" if head.endswith(":") else "---" for head in heads]
    lines = [[head.removesuffix(":") for head in heads], rule, *rows]
    return [f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines]


def number(value: float | None, digits: int = 1) -> str:
    """Return a number with its thousands apart, whole ones without decimals."""
    if value is None:
        return "-"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.{digits}f}"


def share(value: float | None, digits: int = 1) -> str:
    """Return a share in percent."""
    return "-" if value is None else f"{value:.{digits}%}"


def signed(value: float | None) -> str:
    """Return a share in percent with its sign."""
    return "-" if value is None else f"{value:+.2%}"


RUNS = (
    *("instance", "strategy", "seeds:", "status", "objective:", "as judged:", "bound:", "gap:"),
    *("to best known:", "first s:", "within 1 % s:", "wall s:", "peak MB:"),
)


def runs_table(cells: Sequence[Cell]) -> list[str]:
    """Return a row for each instance and strategy."""
    return table(RUNS, (_row(cell) for cell in cells))


def _row(cell: Cell) -> list[str]:
    within = cell.within_s
    return [
        cell.place.instance,
        cell.place.strategy,
        str(len(cell.runs)),
        cell.statuses,
        number(cell.objective),
        number(cell.evaluated),
        number(cell.bound),
        share(cell.gap),
        signed(cell.above_best_known),
        number(cell.median(lambda run: run.first_s)),
        "not reached" if within is None else number(within),
        number(cell.median(lambda run: run.wall_s)),
        number(cell.median(lambda run: run.peak_mb), 0),
    ]


def others_table(cells: Sequence[Cell], peers: Sequence[Peer]) -> list[str]:
    """Return ours beside what others have published, a row an instance; nothing when none has."""
    instances = list(dict.fromkeys(cell.place.instance for cell in cells))
    rows = {cell.place.instance: cell.runs[0].published for cell in cells}
    ours = list(dict.fromkeys(_setting(cell) for cell in cells))
    names = dict.fromkeys(n for row in rows.values() for n in row if n not in DESCRIBING)
    solvers = dict.fromkeys(peer.solver for peer in peers if peer.instance in rows)
    if not names and not solvers:
        return []
    costs = {(cell.place.instance, _setting(cell)): number(cell.objective) for cell in cells}
    told = {(peer.instance, peer.solver): peer.told() for peer in peers}
    heads = ["instance", *(f"{name}:" for name in ours), *(f"{n}:" for n in names), *solvers]
    return table(
        heads,
        (
            [
                instance,
                *(costs.get((instance, name), "") for name in ours),
                *(rows[instance].get(name, "") for name in names),
                *(told.get((instance, solver), "") for solver in solvers),
            ]
            for instance in instances
        ),
    )


def _setting(cell: Cell) -> str:
    place = cell.place
    return f"{place.strategy}, {place.budget_s:g} s, {place.workers} workers"


def speed_table(speeds: Sequence[Speed]) -> list[str]:
    """Return each strategy's time to within 1 % as a multiple of plain CP-SAT's."""
    heads = ("strategy", "times plain CP-SAT:", "instances:", "of these never reached by either:")
    return table(
        heads,
        ([s.strategy, f"{s.ratio:.3f}", str(s.instances), str(s.never)] for s in speeds),
    )


def worse_list(comparisons: Sequence[Comparison], tolerance: float = 0.0) -> list[str]:
    """Return a line for each comparison that is lost, or one that none is."""
    lost = [_lost(one) for one in comparisons if is_worse(one, tolerance)]
    count = len(comparisons)
    if lost:
        return [f"- {len(lost)} of {count} lost:", *(f"  - {line}" for line in lost)]
    return [f"- none of {count} lost"]


def _lost(comparison: Comparison) -> str:
    mine, other = comparison.cell, comparison.other
    what = f"{mine.place.suite} {mine.place.instance} ({_setting(mine)})"
    costs = f"{number(mine.objective)} against {number(other.objective)} of {other.place.strategy}"
    return f"{what}: {costs}, {signed(comparison.worse)}"
