"""``turnus import roster``: the command, its files and its questions."""

from pathlib import Path

import pytest

import fixtures
from rostering.readers import read_problem, read_roster
from tests.turnus.console import turnus

EXAMPLES = Path(fixtures.__file__).parent / "existing"


@pytest.mark.parametrize("name", ["dates.csv", "dates.xlsx", "weeks.csv", "list.csv", "list.xlsx"])
def test_an_example_is_imported_and_its_ward_fits(tmp_path: Path, name: str) -> None:
    files = ("--out", "roster.json", "--out-ward", "ward.json")
    done = turnus(tmp_path, "import", "roster", EXAMPLES / name, *files)
    assert done.code == 0, done.err
    checked = turnus(tmp_path, "check", "ward.json", "roster.json", "--json")
    assert checked.code == 1
    assert checked.document["same_ward"]


def test_a_mapping_is_saved_and_used_again(tmp_path: Path) -> None:
    path = EXAMPLES / "dates.xlsx"
    first = turnus(tmp_path, "import", "roster", path, "--save-mapping", "unit.toml")
    assert first.code == 0, first.err
    assert "Question: how long is a full-time week?" in first.err
    files = ("--out", "r.json", "--out-ward", "w.xlsx")
    done = turnus(tmp_path, "import", "roster", path, "--mapping", "unit.toml", *files)
    assert done.code == 0, done.err
    assert "Question" not in done.err
    assert "Vakant 1 is a vacant line" in done.err
    assert turnus(tmp_path, "check", "w.xlsx", "r.json", "--json").document["same_ward"]


def test_a_saved_mapping_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "unit.toml").write_text("mine", "utf-8")
    path = EXAMPLES / "dates.csv"
    done = turnus(tmp_path, "import", "roster", path, "--save-mapping", "unit.toml")
    assert (done.code, "a mapping that exists" in done.err) == (2, True)
    assert (tmp_path / "unit.toml").read_text("utf-8") == "mine"


def test_a_staffing_plan_joins_the_roster(tmp_path: Path) -> None:
    plan = ("--demand", EXAMPLES / "matrix.csv")
    files = ("--out", "r.json", "--out-ward", "w.json")
    path = EXAMPLES / "matrix_roster.csv"
    done = turnus(tmp_path, "import", "roster", path, *plan, *files)
    assert done.code == 0, done.err
    checked = turnus(tmp_path, "check", "w.json", "r.json", "--json").document
    assert checked["same_ward"]
    assert [breach["rule"] for breach in checked["breaches"]] == ["coverage"]


def test_roster_and_staffing_plan_may_be_sheets_of_one_workbook(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(EXAMPLES / "matrix_roster.xlsx")
    plan = book.create_sheet("Bemanning", 0)
    for row in load_workbook(EXAMPLES / "matrix.xlsx").worksheets[0].iter_rows(values_only=True):
        plan.append(row)
    book.save(tmp_path / "both.xlsx")
    files = ("--demand", "both.xlsx", "--out", "r.json", "--out-ward", "w.json", "--json")
    done = turnus(tmp_path, "import", "roster", "both.xlsx", *files)
    assert done.code == 0, done.err
    assert (done.document["demand_rows"], done.document["people"]) == (5, 7)


def test_a_staffing_plan_goes_into_a_ward_alone(tmp_path: Path) -> None:
    path = EXAMPLES / "matrix_roster.csv"
    turnus(tmp_path, "import", "roster", path, "--out-ward", "bare.json")
    plan = EXAMPLES / "matrix.xlsx"
    more = ("--ward", "bare.json", "--out-ward", "staffed.json", "--json")
    done = turnus(tmp_path, "import", "roster", plan, *more)
    assert done.document["demand_rows"] == 5
    assert len(read_problem(tmp_path / "staffed.json").demand) == 5
    lost = turnus(tmp_path, "import", "roster", plan, "--out-ward", "lost.json")
    assert (lost.code, "--demand" in lost.err) == (2, True)


def test_the_rosters_own_workbook_comes_back_for_its_ward(tmp_path: Path, tiny: Path) -> None:
    book = tiny / "roster.xlsx"
    more = ("--ward", "ward:tiny", "--out", "back.json")
    done = turnus(tmp_path, "import", "roster", book, *more)
    assert done.code == 0, done.err
    assert "--out-ward writes it" not in done.err
    back, made = read_roster(tmp_path / "back.json"), read_roster(tiny / "roster.json")
    assert set(back.assignments) == set(made.assignments)
    assert back.problem_hash == made.problem_hash


def test_a_faulty_roster_writes_nothing_but_the_mapping(tmp_path: Path) -> None:
    text = (EXAMPLES / "dates.csv").read_text("utf-8-sig").replace("K1;K1;K1", "K9;K1;K1", 1)
    (tmp_path / "post.csv").write_text(text, "utf-8")
    files = ("--out", "r.json", "--out-ward", "w.json", "--save-mapping", "unit.toml")
    done = turnus(tmp_path, "import", "roster", "post.csv", *files)
    assert done.code == 2
    assert "unknown code 'K9', once" in done.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["post.csv", "unit.toml"]
    assert "# QUESTION: code 'K9'" in (tmp_path / "unit.toml").read_text("utf-8")


def test_what_is_refused_is_told_once(tmp_path: Path) -> None:
    text = (EXAMPLES / "weeks.csv").read_text("utf-8").replace(", turnus 2027", "", 1)
    (tmp_path / "post.csv").write_text(text.replace("D1;D1", "X9;X9"), "utf-8")
    done = turnus(tmp_path, "import", "roster", "post.csv", "--save-mapping", "unit.toml")
    told = " ".join(done.err.split())
    assert (told.count("week without year"), told.count("code 'X9'")) == (1, 1)
    assert "42 times, first here" in told


def test_people_without_numbers_get_the_same_ids_from_a_saved_mapping(tmp_path: Path) -> None:
    path = EXAMPLES / "weeks.csv"
    first = ("--save-mapping", "unit.toml", "--out-ward", "one.json", "--json")
    told = turnus(tmp_path, "import", "roster", path, *first)
    assert told.document["assumed"] == ["full_time_hours", "night_belongs_to", "year"]
    assert (
        turnus(
            tmp_path, "import", "roster", path, "--mapping", "unit.toml", "--out-ward", "two.json"
        ).code
        == 0
    )
    one, two = read_problem(tmp_path / "one.json"), read_problem(tmp_path / "two.json")
    assert [p.id for p in one.people] == [f"p{n:02d}" for n in range(1, 8)]
    assert one.people == two.people
    assert one.people[0].name == "Ingrid Bakkemo"


def test_faults_are_told_as_json_too(tmp_path: Path) -> None:
    done = turnus(tmp_path, "import", "roster", "no.csv", "--out", "r.json", "--json")
    assert done.code == 2
    assert done.document["error"]["faults"][0]["found"] == "no such file"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), "nowhere to write"),
        (("--out", "r.xlsx"), ".xlsx"),
        (("--out", "a.json", "--out-ward", "a.json"), "the same file as the roster"),
        (("--save-mapping", "m.json"), ".json"),
    ],
)
def test_a_place_that_does_not_fit_is_told_first(
    tmp_path: Path, options: tuple[str, ...], found: str
) -> None:
    done = turnus(tmp_path, "import", "roster", EXAMPLES / "dates.csv", *options)
    assert done.code == 2
    assert found in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_ward_that_must_be_written_is_told(tmp_path: Path) -> None:
    done = turnus(tmp_path, "import", "roster", EXAMPLES / "dates.csv", "--out", "r.json")
    assert done.code == 0
    assert "--out-ward writes it" in done.err


def test_the_command_speaks_norwegian(tmp_path: Path) -> None:
    path, language = EXAMPLES / "weeks.csv", ("--language", "nb")
    done = turnus(tmp_path, "import", "roster", path, "--out-ward", "w.json", *language)
    assert "Ingen oppsettfil er gitt. Forslag: oppsett weeks" in done.err
