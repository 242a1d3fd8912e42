"""Targets: each limit can be reached and missed, and what is missed is told with its figure."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.harness.record import Record
from benchmarks.harness.report.cells import cells
from benchmarks.harness.report.targets import missed, targets_table
from benchmarks.harness.suites import NAMES
from benchmarks.harness.targets import Limits, Row, judge, rows
from tests.benchmarks.small_runs import run


def held(must: Limits, *instances: str) -> Row:
    return Row("small", "curtois", instances or ("4",), 60, must, {}, 60)


def first(must: Limits, *runs: Record) -> list[bool]:
    return [v.reached for v in judge(cells(runs), [held(must)])[0].must]


@pytest.mark.parametrize(
    ("limit", "just", "short"),
    [
        ("above", 0.05, 0.04),  # 105 against 100
        ("gap", 55 / 105, 0.5),
        ("bound", 50, 51),
        ("first_s", 1.0, 0.9),
        ("peak_mb", 200, 199),
        ("total_s", 60, 59),
    ],
)
def test_a_limit_is_reached_at_its_value_and_not_short_of_it(
    limit: str, just: float, short: float
) -> None:
    mine = run("auto", 105, 30.0)
    assert first({limit: just}, mine) == [True]
    assert first({limit: short}, mine) == [False]


def test_proved_needs_every_seed() -> None:
    proved = replace(run("auto", 50, 9.0), status="optimal")
    assert first({"proved": True}, proved) == [True]
    assert first({"proved": True}, proved, run("auto", 50, 9.0, seed=2)) == [False]


def test_only_auto_within_the_budget_counts_and_the_longest_of_them() -> None:
    short, long = run("auto", 105, 9.0, budget_s=30), run("auto", 101, 9.0)
    longer, other = run("auto", 100, 9.0, budget_s=600), run("lns", 100, 9.0)
    (judged,) = judge(cells([short, long, longer, other]), [held({"above": 0.01})])
    assert judged.cell is not None
    assert judged.cell.objective == 101


def test_a_row_is_listed_as_soon_as_one_of_its_instances_was_run() -> None:
    judged = judge(cells([run("auto", 105, 9.0)]), [held({"above": 0.01, "total_s": 99}, "4", "5")])
    text = "\n".join(targets_table(judged))
    assert "not run" in text
    assert missed(judged) == [
        "- small, 4: **above best known 5.0%**, at most 1.0% wanted",
        "- small, 4: s in all: not known",
        "- small, 5: above best known: not known",
        "- small, 5: s in all: not known",
    ]
    assert judge(cells([run("lns", 105, 9.0)]), [held({})]) == []


def test_the_files_rows_are_of_known_suites_and_hold_limits() -> None:
    found = rows()
    assert len({row.name for row in found}) == len(found)
    assert all(row.suite in NAMES and row.instances for row in found)
    assert all(row.must or row.aim for row in found)
    assert all(row.budget <= row.seconds for row in found)


def test_a_limit_nobody_knows_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "targets.toml"
    entry = '[[row]]\nname = "a"\nsuite = "own"\ninstances = ["tiny"]\nseconds = 1\n'
    file.write_text(entry + "must = { costs = 1 }\n", "utf-8")
    with pytest.raises(ValueError, match="a: no such limit: costs"):
        rows(file)
