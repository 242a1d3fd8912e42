"""The report's table of targets: what was wanted, what was found, and by how much it is missed."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.harness.report.tables import number, share, table
from benchmarks.harness.targets import Judged, Verdict

HEADS = ("group", "instance", "budget s:", "must", "aim")
_WORDS = {
    "above": "above best known",
    "proved": "proved",
    "gap": "gap",
    "bound": "bound",
    "first_s": "first lawful s",
    "peak_mb": "MB",
    "total_s": "s in all",
}
_SHARES = {"above", "gap"}


def targets_table(judged: Sequence[Judged]) -> list[str]:
    """Return a row for each instance: its limits, each with what was found."""
    return table(HEADS, (_row(one) for one in judged))


def missed(judged: Sequence[Judged]) -> list[str]:
    """Return a line for each limit of *must* that is not reached, or one that all are."""
    lines = [
        f"- {one.row.name}, {one.instance}: {told(verdict)}"
        for one in judged
        for verdict in one.must
        if not verdict.reached
    ]
    return lines or ["- nothing"]


def told(verdict: Verdict) -> str:
    """Return one verdict in a few words."""
    name = _WORDS[verdict.limit]
    if verdict.found is None:
        return f"{name}: not known"
    if verdict.limit == "proved":
        return name if verdict.reached else f"**not {name}**"
    as_text = share if verdict.limit in _SHARES else number
    found, wanted = as_text(verdict.found), as_text(verdict.wanted)
    sign = "at least" if verdict.limit == "bound" else "at most"
    if verdict.reached:
        return f"{name} {found}"
    return f"**{name} {found}**, {sign} {wanted} wanted"


def _row(one: Judged) -> list[str]:
    budget = "not run" if one.cell is None else number(one.cell.place.budget_s)
    must, aim = ("; ".join(told(verdict) for verdict in side) for side in (one.must, one.aim))
    return [one.row.name, one.instance, budget, must, aim]
