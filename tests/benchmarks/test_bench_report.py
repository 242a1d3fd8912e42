"""The report: medians, ratios, lists and what must be looked at, reckoned by hand."""

import math
from pathlib import Path

import pytest

from benchmarks.harness.campaign import with_targets
from benchmarks.harness.record import DRIFT, Record
from benchmarks.harness.report import write_report
from benchmarks.harness.report.cells import cells, natural
from benchmarks.harness.report.verdicts import (
    against_plain,
    auto_against_best,
    is_worse,
    oddities,
    speeds,
)
from benchmarks.published import peers
from tests.benchmarks.small_runs import run

# Best known is 100, so that within 1 % means 101 or less.
PLAIN = [run("cpsat", 100, 40.0), run("cpsat", 110, 30.0, "5"), run("cpsat", 101, 20.0, "7")]
FAST = [run("lns", 100, 10.0), run("lns", 100, 15.0, "5"), run("lns", 103, 5.0, "7")]


def compared(*runs: Record) -> list[Record]:
    return with_targets(runs)


def test_speed_is_the_geometric_mean_against_plain_cpsat() -> None:
    (speed,) = speeds(cells(compared(*PLAIN, *FAST)))
    # 4: 10 of 40; 5: 15 of the budget of 60, which plain CP-SAT used up; 7: 60 of 20
    assert math.isclose(speed.ratio, (10 / 40 * 15 / 60 * 60 / 20) ** (1 / 3))
    assert (speed.strategy, speed.instances, speed.never) == ("lns", 3, 0)


def test_seeds_are_paired_and_where_neither_gets_there_it_counts_one() -> None:
    runs = [
        run("cpsat", 200, 9.0),
        run("lns", 300, 9.0),
        run("lns", 100, 1.0, seed=2),  # has no plain run beside it
    ]
    (speed,) = speeds(cells(compared(*runs)))
    assert (speed.ratio, speed.instances, speed.never) == (1.0, 1, 1)


def test_runs_of_other_budgets_are_not_compared() -> None:
    assert speeds(cells(compared(run("cpsat", 100, 9.0), run("lns", 100, 1.0, budget_s=5.0)))) == []


def test_lost_instances_are_listed_and_no_roster_is_worse_than_any() -> None:
    lost = run("lns", 0, 1.0, "8", objective=None, evaluated=None, gap=None, status="unknown")
    drift = run("lns", 90, 1.0, "9", status=DRIFT)
    plain = [*PLAIN, run("cpsat", 500, 9.0, "8"), run("cpsat", 500, 9.0, "9")]
    comparisons = against_plain(cells([*plain, *FAST, lost, drift]))["lns"]
    worse = {one.cell.place.instance: one.worse for one in comparisons if is_worse(one)}
    assert worse == {"7": pytest.approx(2 / 101), "8": None, "9": None}


def test_auto_is_measured_against_the_best_single_strategy() -> None:
    runs = [run("cpsat", 1000, 9.0), run("lns", 900, 9.0), run("auto", 905, 9.0)]
    (one,) = auto_against_best(cells(runs))
    assert one.other.place.strategy == "lns"
    assert not is_worse(one, 0.01)
    assert is_worse(one, 0.005)  # 5 of 900 is more than half a percent


def test_what_cannot_be_right_is_told() -> None:
    runs = [
        run("cpsat", 100, 9.0),
        run("lns", 120, 9.0, bound=110),
        run("columns", 95, 9.0),
        run("auto", 130, 9.0, status=DRIFT, evaluated=131, broken={"max weekends": 2}),
    ]
    told = list(oddities(runs))
    assert [line.split(": ", 1)[1] for line in told] == [
        "the bound 110 lies above the best-known cost 100",
        "the bound 110 lies above a roster of 95 in these files",
        "the cost 95 lies below the best-known cost 100",
        "drift; objective 130, judged 131; max weekends 2",
    ]


def test_several_seeds_are_told_by_their_medians() -> None:
    costs = (100, 104, 130)
    runs = [run("cpsat", cost, 9.0, seed=seed, bound=seed) for seed, cost in enumerate(costs)]
    (cell,) = cells(compared(*runs))
    assert (cell.objective, cell.evaluated, cell.bound) == (104, 104, 2)
    assert cell.above_best_known == pytest.approx(0.04)
    assert cell.within_s is None  # two of three seeds did not get there


def test_instances_are_in_the_order_of_their_numbers() -> None:
    names = ["10", "2", "sprint_late01", "sprint02", "sprint01"]
    ordered = ["2", "10", "sprint01", "sprint02", "sprint_late01"]
    assert sorted(names, key=natural) == ordered


def test_the_page_holds_every_table_and_picture(tmp_path: Path) -> None:
    auto = [run("auto", 101, 8.0)]
    page, *pictures = write_report([*PLAIN, *FAST, *auto], tmp_path)
    text = page.read_text("utf-8")
    assert {path.name for path in pictures} == {
        "curtois-gaps.png",
        *(f"curtois-{number}.png" for number in "457"),
    }
    for path in pictures:
        assert path.read_bytes().startswith(b"\x89PNG")
        assert path.stat().st_size > 5000
        assert f"]({path.name})" in text
    assert (
        "| 4 | lns | 1 | feasible | 100 | 100 | 50 | 50.0% | +0.00% | 1 | 10 | 60 | 200 |" in text
    )
    assert (
        "| 5 | cpsat | 1 | feasible | 110 | 110 | 50 | 54.5% | +10.00% | 1 | not reached |" in text
    )
    assert "- 1 of 3 lost:\n  - curtois 7 (lns, 60 s, 2 workers): 103 against 101 of cpsat" in text
    assert "`auto` within 0.5% of the best single strategy" in text
    assert "curtois 4 (auto, 60 s, 2 workers): 101 against 100 of" in text
    assert "| Gurobi_10min |" in text
    assert "1,728 / 1,728" in text  # another solver on instance 4, from the data file
    assert "weeks" not in text


def test_a_page_of_failed_runs_alone_can_be_written(tmp_path: Path) -> None:
    lost = run("cpsat", 0, 1.0, objective=None, evaluated=None, bound=None, gap=None, trace=())
    page, *pictures = write_report([lost], tmp_path)
    assert [path.name for path in pictures] == ["curtois-4.png"]
    assert "| 4 | cpsat | 1 | feasible | - | - | - | - | - |" in page.read_text("utf-8")


def test_the_peers_table_is_whole_and_names_its_source() -> None:
    source, found = peers("curtois")
    assert "comparable" in source
    told = {(peer.instance, peer.solver.split(",")[0]): peer.told() for peer in found}
    assert told["7", "branch and price"] == "proved in 52.7 s"
    assert told["8", "branch and price"] == "none / 1,438"
    assert told["12", "branch and price"] == "none / 4,041 (bound 4,040)"
    assert told["4", "compact HiGHS"] == "1,722 / 1,716 (proved in 165 s)"
    assert told["8", "compact HiGHS"] == "none / none (bound 1,266)"
    assert peers("own") == ("", ())
