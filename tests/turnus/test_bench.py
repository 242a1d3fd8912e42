"""The commands ``bench`` and ``bench-report``, on files whose runs are done already."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.harness.record import DRIFT, Record
from tests.benchmarks.small_runs import run
from tests.turnus.console import turnus

TINY = replace(run("cpsat", 480, 9.0), suite="own", instance="tiny", best_known=None, published={})
ASKED = ("bench", "--suite", "own", "--instances", "tiny", "--out", "r.jsonl")


def write(folder: Path, *runs: Record) -> None:
    lines = (json.dumps(one.as_dict()) + "\n" for one in runs)
    (folder / "r.jsonl").write_text("".join(lines))


def test_a_run_that_is_there_is_skipped_and_shown(tmp_path: Path) -> None:
    write(tmp_path, TINY)
    done = turnus(tmp_path, *ASKED)
    assert done.code == 0
    said = "In the file already, skipped: own tiny, cpsat, 60 s, 2 workers, seed 1"
    assert said in done.err
    assert "480" in done.out
    assert "Written: one run in r.jsonl" in done.out


def test_json_is_one_document_with_every_run_asked_for(tmp_path: Path) -> None:
    write(tmp_path, TINY, replace(TINY, seed=2), replace(TINY, strategy="lns"))
    done = turnus(tmp_path, *ASKED, "--seed", "1,2", "--json")
    assert [one["seed"] for one in done.document["runs"]] == [1, 2]
    assert done.document["file"] == "r.jsonl"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_drift_ends_with_a_code_of_its_own(tmp_path: Path, language: str) -> None:
    write(tmp_path, replace(TINY, status=DRIFT))
    done = turnus(tmp_path, *ASKED, "--language", language)
    assert done.code == 70
    assert "drift" in done.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--suite", "none"), "found 'none'; needed one of: curtois, inrc1, inrc2, own"),
        (("--suite", "curtois"), "--dir: found nothing; needed the folder of the files of curtois"),
        (("--strategy", "cpsat,magic"), "found 'magic'; needed some of: "),
        (("--seed", "1,x"), "found '1,x'; needed whole numbers"),
        (("--instances", "large"), "found 'large'; needed some of: tiny"),
        (("--out", "nowhere/r.jsonl"), "found no such folder"),
    ],
)
def test_what_was_typed_wrongly_is_told(
    tmp_path: Path, options: tuple[str, str], message: str
) -> None:
    done = turnus(tmp_path, *ASKED, *options)
    assert done.code == 2
    assert message in done.err


def test_a_line_that_was_cut_off_is_told(tmp_path: Path) -> None:
    write(tmp_path, TINY)
    with (tmp_path / "r.jsonl").open("a") as stream:
        stream.write('{"suite": "ow')
    done = turnus(tmp_path, *ASKED)
    assert done.code == 0
    assert "The last line of r.jsonl was cut off" in done.err


def test_a_report_is_written_of_several_files(tmp_path: Path) -> None:
    write(tmp_path, TINY)
    (tmp_path / "more.jsonl").write_text(json.dumps(run("lns", 470, 3.0).as_dict()) + "\n")
    done = turnus(
        tmp_path, "bench-report", "r.jsonl", "more.jsonl", "--out", "new/report", "--json"
    )
    assert done.code == 0
    page = tmp_path / done.document["file"]
    assert page.read_text("utf-8").startswith("# Benchmark report\n\n2 runs; seeds 1; 2 cores")
    assert len(done.document["pictures"]) == 4
    assert all((tmp_path / name).stat().st_size > 0 for name in done.document["pictures"])


def test_a_report_of_nothing_is_refused(tmp_path: Path) -> None:
    done = turnus(tmp_path, "bench-report", "none.jsonl", "--out", "report")
    assert (done.code, (tmp_path / "report").exists()) == (2, False)
    assert "none.jsonl: found no such file" in done.err
    (tmp_path / "r.jsonl").touch()
    assert "found no runs" in turnus(tmp_path, "bench-report", "r.jsonl", "--out", "report").err
