"""``turnus absence import`` and ``turnus absence reserve`` as a person uses them."""

import json
from datetime import date
from pathlib import Path

from absence_model.simulate.norwegian import Size, norwegian_world, table_of
from absence_model.table.writing import write_table
from rostering.readers import read_problem
from tests.turnus.console import turnus


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, "utf-8")


def test_peoples_absences_become_a_table_without_them(tmp_path: Path) -> None:
    shifts = "".join(
        f"{n};Kari{n};Tunet;2026-01-{d:02};7,5\n" for n in range(12) for d in range(1, 15)
    )
    write(tmp_path, "shifts.csv", "Ansattnr;Navn;Enhet;Dato;Timer\n" + shifts)
    spells = "0;Kari0;2026-01-02;2026-01-04;egenmelding;100\n1;Kari1;2026-01-01;;permisjon;\n"
    write(tmp_path, "spells.csv", "Ansattnr;Navn;Fra;Til;Type;Grad\n" + spells)
    arguments = ("absence", "import", "spells.csv", "--shifts", "shifts.csv", "--out", "table.csv")
    told = turnus(tmp_path, *arguments)
    assert told.code == 0
    written = (tmp_path / "table.csv").read_text("utf-8")
    assert "Kari" not in written + told.out + told.err
    assert "Tunet,2026-01-02,all,11,1,self_certified\n" in written
    assert "planned leave, 14 shifts" in told.out
    assert "1.9 %" in told.out  # 3 of 154 shifts; twelve employees, so it may be shown
    document = json.loads(turnus(tmp_path, *arguments, "--json").out)
    assert (document["units"], document["kept_out"]) == (1, {"planned_leave": 14.0})


def test_a_small_units_history_is_not_told(tmp_path: Path) -> None:
    head = "unit,date,group,planned,absent,kind\n"
    rows = "".join(f"u{n},2026-01-01,all,12,{n},self_certified\n" for n in range(1, 4))
    write(tmp_path, "counts.csv", head + rows)
    write(
        tmp_path, "units.csv", "unit,parent,employees\ntown,,\nu1,town,20\nu2,town,7\nu3,town,15\n"
    )
    arguments = ("absence", "import", "counts.csv", "--out", "table.csv", "--json")
    assert json.loads(turnus(tmp_path, *arguments).out)["shown"] is None
    told = turnus(tmp_path, *arguments, "--units", "units.csv")
    shown = {one["name"]: one["absent"] for one in json.loads(told.out)["shown"]}
    assert shown == {"town": 6.0, "u1": 1.0}  # u3 too would leave u2 as the difference


def test_faults_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path, "bad.csv", "unit,date,group,planned,absent,kind\nTunet,x,all,12,-1,flu\n")
    told = turnus(tmp_path, "absence", "import", "bad.csv", "--out", "table.csv")
    assert told.code == 2
    assert told.err.count("bad.csv, line 2, column") == 3
    assert not (tmp_path / "table.csv").exists()


def test_reserves_are_written_into_the_ward_with_falling_prices(tmp_path: Path) -> None:
    arguments = ("absence", "reserve", "ward:tiny", "--share", "30", "--out", "with.json")
    told = turnus(tmp_path, *arguments)
    assert (told.code, "Reserves shift by shift" in told.out) == (0, True)
    problem = read_problem(tmp_path / "with.json")
    assert len(problem.reserve) >= 10
    document = json.loads(turnus(tmp_path, *arguments, "--json").out)
    assert document["rows"] == len(problem.reserve)
    assert document["saved_nok"] == document["without_nok"] - document["with_nok"]
    again = turnus(tmp_path, "absence", "reserve", "with.json", "--share", "30", "--out", "2.json")
    assert again.code == 0
    assert read_problem(tmp_path / "2.json").reserve == problem.reserve


def test_a_table_of_the_units_own_past_tells_what_to_expect(tmp_path: Path) -> None:
    world = norwegian_world(1, date(2025, 12, 1), 1, Size(1))
    write_table(table_of(world, 1), tmp_path / "table.csv")
    arguments = ("absence", "reserve", "ward:tiny", "--data", "table.csv", "--out", "with.json")
    told = turnus(tmp_path, *arguments, "--json")
    assert told.code == 0, told.err
    assert "unit-001" in told.err
    means = [one["expected"] for one in json.loads(told.out)["shifts"]]
    assert all(0 < mean < 3 for mean in means)


def test_prices_and_sources_that_make_no_sense_are_refused(tmp_path: Path) -> None:
    common = ("absence", "reserve", "ward:tiny", "--out", "with.json")
    for more in ((), ("--share", "90"), ("--share", "4", "--called", "0.9")):
        assert turnus(tmp_path, *common, *more).code == 2
    assert list(tmp_path.iterdir()) == []


def test_the_heads_asked_for_are_those_that_pay_and_more_only_for_owed_hours(
    tmp_path: Path,
) -> None:
    arguments = ("absence", "reserve", "ward:tiny", "--share", "12", "--json", "--out")
    plain = json.loads(turnus(tmp_path, *arguments, "plain.json").out)
    owed = json.loads(turnus(tmp_path, *arguments, "owed.json", "--owed").out)
    heads = [one["heads"] for one in plain["shifts"]]
    assert [len(one["worth_nok"]) for one in plain["shifts"]] == heads
    assert plain["rows"] == sum(heads) < owed["rows"]
    assert owed["saved_nok"] == plain["saved_nok"]
