"""``turnus import curtois|inrc1|inrc2``: instances and their published rosters."""

from pathlib import Path

import pytest

from rostering.readers import read_problem, read_roster
from rostering.readers.public import read_curtois, read_inrc1, read_inrc2
from tests.readers.public.small import INRC2_NAME, put_curtois, put_inrc1, put_inrc2
from tests.readers.public.test_rosters import WEEK_0, WEEK_1
from tests.turnus.console import turnus


def test_each_family_becomes_a_ward_that_is_read_again(tmp_path: Path) -> None:
    wanted = {
        "curtois": ("1", read_curtois(put_curtois(tmp_path), "1")),
        "inrc1": ("tiny01", read_inrc1(put_inrc1(tmp_path), "tiny01")),
        "inrc2": (INRC2_NAME, read_inrc2(put_inrc2(tmp_path), INRC2_NAME)),
    }
    for family, (name, problem) in wanted.items():
        done = turnus(tmp_path, "import", family, name, "--dir", ".", "--out", "ward.json")
        assert done.code == 0, done.err
        assert f"Read: 2 people, {len(problem.shifts)} shifts" in done.out
        assert read_problem(tmp_path / "ward.json") == problem


def test_a_published_roster_is_scored_in_the_points_of_its_suite(tmp_path: Path) -> None:
    put_inrc2(tmp_path)
    (tmp_path / "sol-week0.txt").write_text(
        WEEK_0.replace("Ann Tue Early Head\n", "").replace("3", "2"), "utf-8"
    )
    (tmp_path / "sol-week1.txt").write_text(WEEK_1, "utf-8")
    files = ("--out", "ward.json", "--solution", ".", "--out-roster", "roster.json")
    done = turnus(tmp_path, "import", "inrc2", INRC2_NAME, "--dir", ".", *files, "--json")
    assert (done.code, done.document["duties"]) == (0, 2), done.err
    assert len(read_roster(tmp_path / "roster.json").assignments) == 2
    card = turnus(tmp_path, "score", "ward.json", "roster.json", "--json").document
    # One nurse under the optimum on two shifts (60); Ann's nights of the past and of Wednesday
    # are one short of two (30).
    assert card["total"] == 90


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--out", "ward.xlsx"), "ward.json is meant"),
        (("--out", "w.json", "--solution", "r.txt"), "found --solution alone; needed --out-roster"),
        (("--out", "w.json", "--out-roster", "r.json"), "found --out-roster alone"),
        (("--out", "nowhere/w.json"), "no such folder"),
    ],
)
def test_a_place_that_does_not_fit_is_refused_before_anything_is_written(
    tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    put_curtois(tmp_path)
    done = turnus(tmp_path, "import", "curtois", "1", "--dir", ".", *arguments)
    assert (done.code, told in done.err) == (2, True), done.err
    assert [path.name for path in tmp_path.iterdir()] == ["Instance1.txt"]


def test_a_fault_writes_nothing(tmp_path: Path) -> None:
    done = turnus(tmp_path, "import", "inrc1", "sprint01", "--dir", ".", "--out", "ward.json")
    assert (done.code, "no such file" in done.err) == (2, True)
    assert list(tmp_path.iterdir()) == []
