"""`make bench-absence`: what the forecast of absence must show, what it aims at, what it reaches.

The data are not in the project. TURNUS_ABSENCE_DATA names the folder that holds
`nhs_england_trust_daily_staff_absence_2022_2025.csv.gz` (NHS England, Urgent and Emergency Care
daily situation reports, OGL v3) and `pbj_nursing_home_daily_2017_2023.csv.gz` (CMS payroll-based
journal, US public domain).
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from absence_model.reserve.reference import FORECAST
from benchmarks import reserve_policies
from benchmarks.absence_scale import MOST_MB, MOST_S, scale_row

OUT = Path("build/bench-absence.json")
NHS = "nhs_england_trust_daily_staff_absence_2022_2025.csv.gz"
HOME = "pbj_nursing_home_daily_2017_2023.csv.gz"
LAST_WINTER = date(2024, 10, 1)
HOME_FROM = date(2022, 1, 1)
SKILL = {1: (0.14, 0.22), 7: (0.08, 0.13), 14: (0.05, 0.09), 28: (0.05, 0.09)}
YEAR = 365


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what is asked, what was reached; ``met`` None where nothing is asked."""

    what: str
    must: str
    aim: str
    reached: str
    met: bool | None


def nhs_rows(folder: Path) -> Iterator[Row]:
    """The last shipped winter against the best naive forecast."""
    scores = _scores(folder / NHS, LAST_WINTER)
    for horizon, (must, aim) in SKILL.items():
        yield _skill(f"NHS {horizon} d", scores[horizon], must, aim)
    year = scores[YEAR]
    saved = 1 - year["pinball_80"] / year["pinball_80_naive"]
    yield Row("NHS year, 80 %-pinball", "5 %", "12 %", _percent(saved), saved >= 0.05)
    yield _skill("NHS year, mean error", year, 0.0, 0.05)
    yield from _everywhere("NHS", scores)


def home_rows(folder: Path) -> Iterator[Row]:
    """The nursing home, hours of employees."""
    scores = _scores(folder / HOME, HOME_FROM)
    yield _skill("nursing home 1 d", scores[1], 0.12, 0.18)
    yield from _everywhere("nursing home", scores)


def contract_rows(folder: Path) -> Iterator[Row]:
    """The same home's contract hours, whose level jumps: what the gate is for."""
    scores = _scores(folder / HOME, HOME_FROM, series="contract")
    yield from _everywhere("nursing home, contract", scores)


def reserve_rows(_: Path) -> Iterator[Row]:
    """The reference simulation: what a pooled reserve costs by the forecast; none is 100."""
    found = reserve_policies.measured()
    line = next(one for one in found if one.pooled and one.policy == FORECAST)
    gaps = (line.against_oracle, line.against_mean)
    musts = (f"{reserve_policies.NEAR_ORACLE} points more", "below 0 points")
    verdict = reserve_policies.verdict(found).items()
    for (what, kept), gap, must in zip(verdict, gaps, musts, strict=True):
        told = "" if gap is None else f"{gap.mean:+.2f} [{gap.low:+.2f}, {gap.high:+.2f}]"
        yield Row(f"pooled reserve {what}", must, "", told, kept)


def scale_rows(_: Path) -> Iterator[Row]:
    """A whole municipality's units and years: fit and a year ahead, in a process of its own."""
    found = scale_row()
    what = f"{found.units} units x {found.days} days: fit, and a year ahead"
    must = f"{MOST_S:.0f} s, {MOST_MB:.0f} MB"
    yield Row(what, must, "", f"{found.seconds:.1f} s, {found.peak_mb:.0f} MB", found.met)


ROWS: tuple[Callable[[Path], Iterator[Row]], ...] = (
    *(nhs_rows, home_rows, contract_rows),
    *(reserve_rows, scale_rows),
)
"""What is measured, in order; each takes the data folder and yields rows of the table."""


def _scores(path: Path, first: date, series: str = "employee") -> dict[int, dict[str, float]]:
    from absence_model.evaluate import evaluate
    from absence_model.series import read_series

    frame, info = read_series(path, series=series)
    told = evaluate(frame, info, first, progress=_progress(path.name))
    with tempfile.TemporaryDirectory() as folder:
        told.write(Path(folder))
        rows = json.loads((Path(folder) / "metrics.json").read_text("utf-8"))["horizons"]
    return {row["horizon"]: row for row in rows}


def _progress(name: str) -> Callable[[int, int], None]:
    def told(done: int, total: int) -> None:
        sys.stderr.write(f"{name}: {done} of {total}\n")

    return told


def _skill(what: str, score: dict[str, float], must: float, aim: float) -> Row:
    ends: list[float | None] = [score["skill_low"], score["skill_high"]]  # none: one season
    known = [_percent(end) for end in ends if end is not None]
    reached = f"{_percent(score['skill'])} [{', '.join(known) or '–'}]"
    return Row(what, _percent(must), _percent(aim), reached, score["skill"] >= must)


def _everywhere(what: str, scores: dict[int, dict[str, float]]) -> Iterator[Row]:
    covered = [score["coverage_80"] for score in scores.values()]
    inside = all(0.75 <= share <= 0.87 for share in covered)
    told = ", ".join(f"{h}: {_percent(s['coverage_80'])}" for h, s in scores.items())
    yield Row(f"{what}, 80 % covers", "75-87 %", "78-83 %", told, inside)
    worst = min(score["skill"] for score in scores.values())
    yield Row(f"{what}, worst horizon", "-2 %", "", _percent(worst), worst >= -0.02)


def _percent(part: float) -> str:
    return f"{100 * part:.1f} %"


def main() -> int:
    """Measure everything, show the table and write it."""
    place = os.environ.get("TURNUS_ABSENCE_DATA", "")
    folder = Path(place)
    missing = [name for name in (NHS, HOME) if not (folder / name).is_file()]
    if not place or missing:
        lack = f" (not there: {', '.join(missing)})" if place else ""
        sys.stderr.write(f"set TURNUS_ABSENCE_DATA to the folder of the absence data{lack}\n")
        return 2
    rows = [row for measure in ROWS for row in measure(folder)]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n")
    grid = Table(title="Forecast of absence")
    for head in ("", "must", "aim", "reached", "met"):
        grid.add_column(head)
    for row in rows:
        met = {True: "yes", False: "NO", None: ""}[row.met]
        grid.add_row(row.what, row.must, row.aim, row.reached, met)
    Console().print(grid)
    return 0 if all(row.met is not False for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
