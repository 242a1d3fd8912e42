"""``turnus tasks``: the catalogue, logs and the bridge from the command line."""

import json
from pathlib import Path

import pytest

from rostering.writers.json_file import write_json
from tasksharing.evaluate.models import Comparison
from tests.tasksharing.asked import hosts, question
from tests.tasksharing.test_worth import one_delegate
from tests.turnus.console import turnus

HOME = ("--ward", "ward:nursing_home")


def test_a_log_becomes_a_book_that_the_head_approves(tmp_path: Path) -> None:
    done = turnus(tmp_path, "tasks", "log", "log:nursing_home", *HOME, "--out", "tasks.json")
    assert done.code == 0
    assert "INVENTED" in done.err
    assert "Written: tasks.json (task book)" in done.out
    signed = ("--by", "Head", "--on", "2027-01-11", "--until", "2027-06-30")
    catalogue = ("tasks", "catalogue", *HOME, "--tasks", "tasks.json", "--json")
    done = turnus(tmp_path, *catalogue, "--approve", "kitchen", *signed, "--out", "new.json")
    (approval,) = done.document["approvals"]
    assert (approval["task"], approval["last"]) == ("kitchen", "2027-06-30")
    assert json.loads((tmp_path / "new.json").read_text("utf-8"))["approvals"] == [
        {
            "task": "kitchen",
            "unit": "solbakken-2",
            "by": "Head",
            "on": "2027-01-11",
            "last": "2027-06-30",
        }
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("kitchen;assistent;2027-01-18;08:00;-20", "found -20"),
        ("kitchn;assistent;2027-01-18;08:00;20", "'kitchen' is meant"),
    ],
)
def test_a_fault_writes_nothing(row: str, told: str, tmp_path: Path) -> None:
    log = f"Oppgave;Gruppe;Dato;Klokkeslett;Minutter\n{row}\n"
    (tmp_path / "log.csv").write_text(log, "utf-8")
    done = turnus(tmp_path, "tasks", "log", "log.csv", *HOME, "--out", "tasks.json")
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert not (tmp_path / "tasks.json").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["catalogue", "--approve", "kitchen"], "no --by"),
        (["catalogue", "--ward", "ward:tiny"], "both, or neither"),
        (["worth", "ward:tiny", "tasks.json", "--increase", "0,x"], "percents between 0 and 100"),
        (["worth", "ward:tiny", "tasks.json", "--counts-as", "round"], "TASK=CODE"),
        (["log", "log:tiny", "--ward", "ward:tiny"], "log:nursing_home"),
    ],
)
def test_what_is_typed_wrongly_is_told(arguments: list[str], told: str, tmp_path: Path) -> None:
    done = turnus(tmp_path, "tasks", *arguments)
    assert done.code == 2
    assert told in done.err


def test_the_bridge_gives_25_and_moves(tmp_path: Path) -> None:
    found = turnus(tmp_path, "tasks", "bridge", "--json").document
    assert (found["before"], found["after"], found["saved"]) == (33.0, 8.0, 25.0)
    assert found["assumptions"]["split"]["status"] == "assumed"
    double = turnus(tmp_path, "tasks", "bridge", "--set", "before=66", "--json").document
    assert double["saved"] == 50.0
    done = turnus(tmp_path, "tasks", "bridge", "--out", "b.md", "--language", "nb")
    assert "Written" in done.out or "Skrevet" in done.out
    assert "8: vår egen subtraksjon" in (tmp_path / "b.md").read_text("utf-8")


def test_the_bridge_writes_nothing_when_something_is_wrong(tmp_path: Path) -> None:
    done = turnus(tmp_path, "tasks", "bridge", "--set", "spilt=1", "--out", "b.md")
    assert (done.code, done.out) == (2, "")
    assert "'split' is meant" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_scenario_makes_a_ward_that_can_be_read(tmp_path: Path) -> None:
    done = turnus(
        tmp_path,
        *("tasks", "scenario", "ward:nursing_home", "tasks:nursing_home", "scenario:service_hosts"),
        *("--out", "changed.json", "--report", "effects.md", "--language", "nb", "--json"),
    )
    assert done.code == 0
    assert "OPPDIKTET" in done.err
    effects = done.document["effects"]
    costs = effects["new_hours"] + effects["idle_hours"] + effects["pool_hours"]
    assert effects["saved_hours"] == pytest.approx(effects["lowered_hours"] - costs)
    assert turnus(tmp_path, "convert", "changed.json", "again.xlsx").code == 0
    assert "Bare hele vakter teller som spart" in (tmp_path / "effects.md").read_text("utf-8")


def test_an_unlawful_scenario_is_refused(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text(
        'format = "helseturnus.scenario"\nversion = 1\nid = "s"\nname = { nb = "s" }\n'
        '[[changes]]\nkind = "move"\ntasks = ["transport"]\nto = "assistent"\n',
        "utf-8",
    )
    ward = ("ward:nursing_home", "tasks:nursing_home", "s.toml")
    done = turnus(tmp_path, "tasks", "scenario", *ward, "--out", "new.json")
    assert (done.code, done.out) == (2, "")
    assert "'transport', not approved in solbakken-2" in done.err
    assert not (tmp_path / "new.json").exists()
    done = turnus(tmp_path, "tasks", "scenario", *ward[:2], "scenario:service_host")
    assert "'service_hosts' is meant" in done.err


def test_ways_of_sharing_become_scenario_files(tmp_path: Path) -> None:
    (tmp_path / "q.toml").write_text(
        'format = "helseturnus.task_question"\nversion = 1\ntasks = ["kitchen"]\nfill = 0.5\n'
        '[[shifts]]\ngroup = "servicevert"\nweekdays = [1, 2]\nheads = 1\n'
        'shift = { code = "V", start = "08:00", end = "14:00" }\n',
        "utf-8",
    )
    home = ("ward:nursing_home", "tasks:nursing_home")
    limits = ("--levels", "1", "--steps", "0.5", "--out", "ways")
    done = turnus(tmp_path, "tasks", "optimise", *home, "q.toml", *limits, "--language", "nb")
    assert done.code == 0
    assert "Hvilke oppgaver kan flyttes til hvem?" in done.out
    again = turnus(tmp_path, "tasks", "scenario", *home, "ways/way-1.json", "--json")
    moved = {one["task"] for one in again.document["effects"]["moved"]}
    assert moved == {"kitchen"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--seeds", "1,x"], "whole numbers"),
        (["--seeds", "1,1"], "each seed once"),
        (["--share", "60"], "per cent"),
        (["--steps", "0"], "a number above 0"),
        (["--out", "found.xlsx"], ".json"),
        (["ward:nursing_home", "tasks:nursing_home", "scenario:hosts"], "no scenario 'hosts'"),
    ],
)
def test_a_comparison_that_is_asked_wrongly_is_not_begun(
    arguments: list[str], told: str, tmp_path: Path
) -> None:
    done = turnus(tmp_path, "tasks", "compare", *arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_small_comparison_is_told_and_written(tmp_path: Path) -> None:
    asked = question(hosts())
    write_json(asked.problem, tmp_path / "ward.json")
    write_json(asked.book, tmp_path / "tasks.json")
    write_json(asked.scenarios[0], tmp_path / "hosts.json")
    files = ("ward.json", "tasks.json", "hosts.json", "--share", "0", "--out", "found.json")
    done = turnus(tmp_path, "tasks", "compare", *files, "--seeds", "3", "--steps", "0.1")
    assert done.code == 0
    assert "What differs from today" in done.out
    assert "+0.1" in done.out  # full-time posts, exactly
    found = Comparison.model_validate_json((tmp_path / "found.json").read_text("utf-8"))
    assert found.seeds == (3,)
    assert found.reserve_share == 0
    plan = 'format = "helseturnus.gain_plan"\nversion = 1\n[plans.other]\n'
    (tmp_path / "plan.toml").write_text(plan, "utf-8")
    done = turnus(tmp_path, "tasks", "compare", *files, "--plan", "plan.toml")
    assert done.code == 2
    assert "the scenario 'other'" in done.err


def test_one_more_of_everything_is_ranked_without_a_search(tmp_path: Path) -> None:
    problem, held = one_delegate()
    (tmp_path / "ward.json").write_text(problem.model_dump_json(), "utf-8")
    (tmp_path / "tasks.json").write_text(held.model_dump_json(), "utf-8")
    asked = ("tasks", "worth", "ward.json", "tasks.json", "--best", "0", "--course", "idle")
    told = ("--json", "--language", "nb", "--report", "worth.md")
    done = turnus(tmp_path, *asked, *told)
    assert done.code == 0
    first = done.document["worths"][0]
    assert (first["candidate"]["id"], first["found"]) == ("delegation:p3:round", None)
    assert "ikke et løfte" in (tmp_path / "worth.md").read_text("utf-8")
