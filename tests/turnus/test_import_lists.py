"""Lists merged by the command: the ward file is the old one or the whole new one."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from rostering.readers import problem_from_data, read_problem
from rostering.writers import write_json
from tests.readers.small_ward import small
from tests.turnus.console import turnus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_json(problem_from_data(small()), tmp_path / "ward.json")
    (tmp_path / "staff.csv").write_text("Id;Navn;%\np2;Ola Hansen;75\n", "utf-8")
    (tmp_path / "wishes.csv").write_text("Navn;Dato;Vakt\nOla Hansen;04.03.2027;D\n", "utf-8")
    (tmp_path / "plan.csv").write_text("Vakt;Man;Tir\nD;3;2\n", "utf-8")
    return tmp_path


INTO = ("--ward", "ward.json", "--out", "ward.json")


def test_a_staff_list_changes_the_ward_in_its_place(folder: Path) -> None:
    done = turnus(folder, "import", "staff", "staff.csv", *INTO)
    assert (done.code, done.err) == (0, "")
    assert read_problem(folder / "ward.json").people[1].positions[0].percent == 75
    assert "Changed: 1\n  p2 Ola Hansen (%)\n" in done.out
    assert "In the ward but not on the list, and left as they are: 1\n  p1 Kari" in done.out
    assert "Written: ward.json (ward)" in done.out


def test_wishes_and_plan_are_merged_and_told_in_norwegian(folder: Path) -> None:
    done = turnus(folder, "import", "wishes", "wishes.csv", *INTO, "--language", "nb")
    assert "Lagt til: 1\n  Ola Hansen 2027-03-04: D\n" in done.out
    done = turnus(folder, "import", "plan", "plan.csv", *INTO, "--replace", "--numbers", "both")
    assert done.code == 0
    problem = read_problem(folder / "ward.json")
    assert len(problem.wishes) == 2
    assert [(r.weekdays, r.minimum, r.target) for r in problem.demand] == [
        ((1,), 3, 3),
        ((2,), 2, 2),
    ]


def test_a_fault_writes_nothing(folder: Path) -> None:
    before = (folder / "ward.json").read_bytes()
    (folder / "staff.csv").write_text("Navn;%\nOla Hansen;75\nKari Nordman;50\n", "utf-8")
    done = turnus(folder, "import", "staff", "staff.csv", *INTO)
    assert done.code == 2
    assert "staff.csv, line 3, column 1 (Navn)" in done.err
    assert 'write "Kari Nordman" = "p1" under [people] in a mapping' in done.err
    assert (folder / "ward.json").read_bytes() == before
    (folder / "unit.toml").write_text('[people]\n"Kari Nordman" = "p1"\n', "utf-8")
    done = turnus(folder, "import", "staff", "staff.csv", *INTO, "--mapping", "unit.toml")
    assert done.code == 0
    assert read_problem(folder / "ward.json").people[0].positions[0].percent == 50


def test_the_document_names_everything_and_the_ward_may_be_a_workbook(folder: Path) -> None:
    arguments = ("--ward", "ward.json", "--out", "new.xlsx", "--json", "--ignore", "Hobby")
    (folder / "staff.csv").write_text("Id;Hobby;%\np1;sjakk;50\n", "utf-8")
    done = turnus(folder, "import", "staff", "staff.csv", *arguments)
    assert done.document == {
        "files": {"ward": "new.xlsx"},
        "added": [],
        "changed": ["p1 Kari Nordmann (%)"],
        "replaced": [],
        "unchanged": [],
        "kept": ["p2 Ola Hansen"],
        "left": ["Hobby"],
    }
    assert read_problem(folder / "new.xlsx").people[0].positions[0].percent == 50


def test_a_long_list_is_cut_unless_all_is_asked_for(folder: Path) -> None:
    lines = ["Id;Navn;%", *(f"x{n};Vikar {n * 7919:06d};50" for n in range(31))]
    (folder / "staff.csv").write_text("\n".join(lines), "utf-8")
    (folder / "unit.toml").write_text(
        "[people]\n" + "".join(f'"Vikar {n * 7919:06d}" = "new"\n' for n in range(31)), "utf-8"
    )
    more = ("--mapping", "unit.toml")
    cut = turnus(folder, "import", "staff", "staff.csv", "--ward", "ward.json", "--out", "a.json",
                 *more)  # fmt: skip
    assert "and 1 more; --all shows them" in cut.out
    whole = turnus(folder, "import", "staff", "staff.csv", "--ward", "ward.json", "--out",
                   "a.json", *more, "--all")  # fmt: skip
    assert whole.out.count("Vikar") == 31


@pytest.mark.parametrize(
    ("out", "words"),
    [("staff.csv", "ending in .json or .xlsx"), ("list.xlsx", "found an input"), ("no/w.json", "")],
)
def test_an_output_that_would_hide_an_input_is_refused(out: str, words: str, folder: Path) -> None:
    book = Workbook()
    book.save(folder / "list.xlsx")
    before = (folder / "list.xlsx").read_bytes()
    done = turnus(folder, "import", "staff", "list.xlsx", "--ward", "ward.json", "--out", out)
    assert done.code == 2
    assert words in done.err
    assert (folder / "list.xlsx").read_bytes() == before


def test_two_runs_give_the_same_bytes(folder: Path) -> None:
    texts = set()
    for name in ("a.json", "b.json"):
        turnus(folder, "import", "staff", "staff.csv", "--ward", "ward.json", "--out", name)
        texts.add((folder / name).read_text("utf-8"))
    assert len(texts) == 1
    assert json.loads(texts.pop())["people"][1]["positions"][0]["percent"] == 75
