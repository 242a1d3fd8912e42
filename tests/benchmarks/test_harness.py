"""Runs of a small ward: measured, judged from the file, kept line by line and never made twice."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from benchmarks.harness.best_known import best_known, read_best_known
from benchmarks.harness.campaign import Plan, Teller, campaign, with_targets
from benchmarks.harness.journal import Journal, read_runs
from benchmarks.harness.record import DRIFT, Key, Record, within
from benchmarks.harness.run import Trace, judged_status
from benchmarks.harness.suites import Evaluation, suite
from rostering.domain.problem import Problem
from rostering.errors import BadInput
from rostering.readers import read_roster
from rostering.strategies.base import Progress
from rostering.writers import write_json
from tests.benchmarks.small_suite import Corner
from tests.solve.corner import corner

ONCE = Plan(instances=("corner",), strategies=("cpsat",), seeds=(1,), workers=1, seconds=20.0)


@dataclass
class Heard(Teller):
    """Remembers what it is told."""

    skips: list[Key] = field(default_factory=list)

    def skipped(self, key: Key) -> None:
        self.skips.append(key)


def never() -> bool:
    return False


def runs(
    folder: Path, plan: Plan = ONCE, stop: Callable[[], bool] = never
) -> tuple[list[Record], Heard]:
    heard = Heard()
    return campaign(Corner(), plan, Journal(folder / "r.jsonl"), folder, stop, heard), heard


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the corner ward has been run once."""
    folder = tmp_path_factory.mktemp("corner")
    made, _ = runs(folder)
    assert len(made) == 1
    return folder


def test_a_run_is_one_line_with_all_that_was_measured(done: Path) -> None:
    (line,) = (done / "r.jsonl").read_text().splitlines()
    data = json.loads(line)
    assert data["suite"] == "own"
    assert (data["instance"], data["strategy"], data["seed"]) == ("corner", "cpsat", 1)
    assert (data["status"], data["gap"], data["broken"]) == ("optimal", 0.0, {})
    assert data["objective"] == data["evaluated"] == data["bound"]
    assert (data["people"], data["days"], data["best_known"]) == (2, 4, None)
    assert 0 < data["first_s"] <= data["within_1pct_s"] <= data["wall_s"] < 20
    assert data["peak_mb"] > 1
    assert data["engine"].startswith("helseturnus")
    assert data["trace"][-1][1:] == [data["objective"], data["bound"]]
    assert {"load", "cores", "commit", "workers", "budget_s"} <= data.keys()


def test_the_trace_only_gets_better(done: Path) -> None:
    (record,) = read_runs(done / "r.jsonl")
    seconds = [point[0] for point in record.trace]
    found = [point[1] for point in record.trace if point[1] is not None]
    assert seconds == sorted(seconds)
    assert found == sorted(found, reverse=True)


def test_the_roster_is_kept_in_its_public_form(done: Path) -> None:
    roster = read_roster(done / "own-corner-cpsat-1w-20s-seed1.json")
    assert {duty.shift for duty in roster.assignments} == {"D"}


def test_a_run_that_the_file_has_is_skipped_and_said(done: Path) -> None:
    before = (done / "r.jsonl").read_bytes()
    made, heard = runs(done)
    assert made == []
    assert [str(key) for key in heard.skips] == ["own corner, cpsat, 20 s, 1 workers, seed 1"]
    assert (done / "r.jsonl").read_bytes() == before


def test_other_seeds_budgets_and_workers_are_other_runs(done: Path) -> None:
    journal = Journal(done / "r.jsonl")
    (key,) = ONCE.keys("own")
    assert key in journal
    for other in (replace(key, seed=2), replace(key, budget_s=9.0), replace(key, workers=2)):
        assert other not in journal


def test_a_line_that_was_cut_off_is_removed_and_the_rest_stays(done: Path, tmp_path: Path) -> None:
    line = (done / "r.jsonl").read_text()
    path = tmp_path / "r.jsonl"
    path.write_text(line + line[:50])
    journal = Journal(path)
    assert journal.cut_off
    assert len(journal.records) == 1
    assert path.read_text() == line
    path.write_text(line.rstrip("\n"))
    assert not Journal(path).cut_off
    assert path.read_text() == line


def test_a_file_that_holds_something_else_is_refused_with_its_line(
    done: Path, tmp_path: Path
) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text((done / "r.jsonl").read_text() + '{"suite": 3}\n')
    with pytest.raises(BadInput, match=r"r.jsonl, line 2: found .*; needed a run"):
        Journal(path)


def test_a_stop_leaves_the_run_out_and_keeps_those_before(done: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_bytes((done / "r.jsonl").read_bytes())
    made, heard = runs(tmp_path, replace(ONCE, instances=("corner", "again")), lambda: True)
    assert (made, heard.skips) == ([], [])
    assert path.read_bytes() == (done / "r.jsonl").read_bytes()


def test_a_falsified_roster_is_drift(done: Path, tmp_path: Path) -> None:
    (record,) = read_runs(done / "r.jsonl")
    roster = read_roster(done / "own-corner-cpsat-1w-20s-seed1.json")
    true = Corner().evaluate("corner", corner(), done / "own-corner-cpsat-1w-20s-seed1.json")
    assert judged_status("optimal", record.objective, true) == "optimal"
    # one duty less: the demand's minimum is broken, and the points are others
    path = tmp_path / "false.json"
    write_json(roster.model_copy(update={"assignments": roster.assignments[1:]}), path)
    false = Corner().evaluate("corner", corner(), path)
    assert false.broken == {"coverage": 1}
    assert judged_status("optimal", record.objective, false) == DRIFT


def test_another_cost_alone_is_drift_too() -> None:
    assert judged_status("feasible", 10, Evaluation(11, {})) == DRIFT
    assert judged_status("feasible", 10, Evaluation(10, {})) == "feasible"
    assert judged_status("unknown", None, None) == "unknown"


@dataclass(frozen=True, slots=True)
class Impossible(Corner):
    """The corner ward with a problem that no strategy is given."""

    def problem(self, instance: str) -> Problem:
        return corner(weights={"no such goal": 1})


def test_an_error_is_a_line_too_and_the_next_run_goes_on(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "r.jsonl")
    plan = replace(ONCE, instances=("corner", "again"))
    made = campaign(Impossible(), plan, journal, tmp_path, never, Teller())
    assert [(run.instance, run.status, run.failed) for run in made] == [
        ("corner", "died", True),
        ("again", "died", True),
    ]
    assert "no such goal" in made[0].trouble
    assert read_runs(tmp_path / "r.jsonl") == made
    # they gave no answer, so that the same command makes them again, in the place of the old lines
    again = campaign(Impossible(), plan, Journal(tmp_path / "r.jsonl"), tmp_path, never, Teller())
    assert len(again) == 2
    assert read_runs(tmp_path / "r.jsonl") == again


def test_within_one_percent_is_the_first_time_that_near() -> None:
    trace = ((1.0, None, None), (2.0, 102, 5), (3.0, 101, 5), (4.0, 100, 5))
    assert within(trace, 100) == 3.0
    assert within(trace, 99) is None
    assert within(trace, None) is None


def test_without_a_best_known_cost_the_best_of_the_file_counts(done: Path) -> None:
    (one,) = read_runs(done / "r.jsonl")
    slow = replace(one, trace=((5.0, 200, 0), (9.0, 100, 0)), objective=100, best_known=None)
    good = replace(slow, seed=2, trace=((1.0, 50, 0),), objective=50)
    lost = replace(slow, seed=3, trace=((1.0, 1, 0),), objective=1, status=DRIFT)
    named = replace(slow, seed=4, best_known=199)
    found = with_targets([slow, good, lost, named])
    assert [record.within_1pct_s for record in found] == [None, 1.0, 1.0, 5.0]


def test_a_trace_keeps_what_is_better_and_nothing_else() -> None:
    trace = Trace()
    for objective, bound in ((None, None), (9, None), (9, 2), (12, 1), (8, None)):
        trace.take(Progress(0.0, "improve", objective, bound))
    assert [point[1:] for point in trace.points] == [(9, None), (9, 2), (8, 2)]
    assert trace.first_s is None


@pytest.mark.parametrize(
    ("column", "cost"), [("ub_best_known", 607), ("ub_wssuite_inrc_yml", 607), ("else", None)]
)
def test_the_best_known_cost_is_found_in_each_suites_column(
    tmp_path: Path, column: str, cost: int | None
) -> None:
    (tmp_path / "best_known.csv").write_text(f"instance,{column},other\n1,607,\n")
    assert best_known(read_best_known(tmp_path)["1"]) == cost


def test_a_folder_without_a_table_and_one_without_instances_are_told(tmp_path: Path) -> None:
    assert read_best_known(tmp_path) == {}
    (tmp_path / "best_known.csv").write_text("name,cost\n")
    with pytest.raises(BadInput, match="the columns name, cost; needed a column named instance"):
        read_best_known(tmp_path)


def test_instances_are_those_in_the_folder(tmp_path: Path) -> None:
    for name in ("Instance2.txt", "Instance10.txt", "sprint01.txt"):
        (tmp_path / name).touch()
    (tmp_path / "n005w4").mkdir()
    (tmp_path / "best_known.csv").write_text("instance,best_known\nn005w4_1_6-2,9\nn9_0_1,9\n")
    assert suite("curtois", tmp_path).instances() == ("2", "10")
    assert "sprint01" in suite("inrc1", tmp_path).instances()
    assert suite("inrc2", tmp_path).instances() == ("n005w4_1_6-2",)
    assert "tiny" in suite("own", None).instances()


@pytest.mark.parametrize(("name", "folder"), [("none", None), ("curtois", None)])
def test_an_unknown_suite_or_a_missing_folder_is_bad_input(name: str, folder: Path | None) -> None:
    with pytest.raises(BadInput):
        suite(name, folder)


def test_an_unknown_ward_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="found 'elsewhere'; needed some of: corner, again"):
        runs(tmp_path, replace(ONCE, instances=("elsewhere",)))
