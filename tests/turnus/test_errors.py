"""What is typed wrongly or found wrong in a file is told on standard error, with exit code 2."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from fixtures import path
from rostering.errors import BadInput, EngineDrift, Fault, SolverDied, Unsupported
from tests.turnus.console import environment, process, turnus
from turnus import exits


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["solve"], "Missing argument 'WARD'"),
        (["solve", "ward:tini"], "Maybe tiny is meant."),
        (["solve", "tiny"], "Maybe ward:tiny is meant."),
        (["solve", "nowhere.json"], "nowhere.json: found no such file"),
        (["solve", "ward:tiny", "--seconds", "nan"], "--seconds: found nan"),
        (["solve", "ward:tiny", "--strategy", "magic"], "one of: auto, cpsat"),
        (["solve", "ward:tiny", "--workers", "0"], "--workers"),
        (["solve", "ward:tiny", "--language", "se"], "'nb', 'nn', 'en'"),
        (["solve", "ward:tiny", "--sedd", "1"], "No such option: --sedd"),
        (["plan"], "No such command 'plan'"),
        (["show", "ward:tiny"], "ROSTER is missing"),
        (["template", "--ward", "big"], "no bundled ward 'big'"),
    ],
)
def test_a_mistake_is_two_and_told_in_words(
    arguments: list[str], told: str, tmp_path: Path
) -> None:
    done = turnus(tmp_path, *arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def spoilt(folder: Path) -> Path:
    """Write a ward with two faults."""
    ward = json.loads(path("tiny").read_text("utf-8"))
    ward["people"][0]["home_unit"] = "dagenhetn"
    ward["shifts"][0]["start"] = "7.30"
    file = folder / "spoilt.json"
    file.write_text(json.dumps(ward), "utf-8")
    return file


def test_every_fault_of_a_file_is_told_with_a_guess(tmp_path: Path) -> None:
    done = process(tmp_path, "solve", spoilt(tmp_path))
    assert done.code == 2
    assert "shifts[0].start: found" in done.err
    assert "Maybe" in done.err


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (["solve", "ward:tini", "--json"], "bad_input"),
        (["solve", "--json"], "usage"),
        (["plan", "--json"], "usage"),
        (["check", "ward:tiny", "nowhere.json", "--json"], "bad_input"),
    ],
)
def test_with_json_an_error_is_one_document_too(
    arguments: list[str], kind: str, tmp_path: Path
) -> None:
    done = turnus(tmp_path, *arguments)
    assert (done.code, done.err) == (2, "")
    error = done.document["error"]
    assert error["kind"] == kind
    assert set(error["faults"][0]) == {"where", "found", "needed", "maybe"}


@pytest.mark.parametrize(
    ("error", "kind", "code"),
    [
        (BadInput([Fault("a", "b", "c")]), "bad_input", 2),
        (Unsupported("horizon.kind: cyclic.\n  Maybe plan a calendar."), "unsupported", 2),
        (PermissionError(13, "Permission denied", "x.json"), "file", 2),
        (EngineDrift("5 is not 6"), "engine_drift", 70),
        (SolverDied("killed"), "solver_died", 70),
        (KeyboardInterrupt(), "interrupted", 130),
    ],
)
def test_each_error_has_its_exit_code(error: BaseException, kind: str, code: int) -> None:
    told = exits.failure(error)
    assert told is not None
    assert (told.kind, told.code) == (kind, code)
    assert told.faults


def test_what_is_unsupported_keeps_its_guess() -> None:
    told = exits.failure(Unsupported("horizon.kind: cyclic.\n  Maybe plan a calendar."))
    assert told is not None
    assert (told.faults[0].found, told.faults[0].maybe) == (
        "horizon.kind: cyclic",
        "plan a calendar",
    )


def test_an_unforeseen_error_is_no_failure_but_a_bug() -> None:
    assert exits.failure(ZeroDivisionError("division by zero")) is None
    assert exits.bug(ZeroDivisionError("division by zero")).code == 70


def test_a_full_disk_behind_standard_output_is_told(tmp_path: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "turnus", "show", "--weights", "--json"],
            cwd=tmp_path,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
