"""A staff list in a ward: who is added, who is changed, and what is asked instead of guessed."""

import datetime as dt
from pathlib import Path

import pytest

from rostering.readers import problem_from_data
from rostering.readers.lists import Mapping, read_mapping, read_staff, vocabulary
from rostering.readers.lists.vocabulary import KINDS, bare
from tests.readers.listed import csv, excel, faults, only, ward
from tests.readers.small_ward import full


def test_a_norwegian_csv_in_any_column_order_adds_and_changes_people(tmp_path: Path) -> None:
    path = csv(
        tmp_path,
        "Ansattliste;;;;",
        "St.%;Etternavn;Fornavn;Ansattnr;Stillingstittel;Fra dato",
        "75,5;Nordmann;Kari;p1;Sykepleier;01.03.2027",
        "60 %;Ås;Bjørg;p9;HFA;",
        encoding="cp1252",
    )
    merged = read_staff(path, ward())
    kari, ola, new = merged.problem.people
    assert (kari.name, kari.positions[0].percent) == ("Kari Nordmann", 75.5)
    assert kari.positions[0].first == dt.date(2027, 3, 1)
    assert ola == ward().people[1]
    assert (new.id, new.name, new.home_unit) == ("p9", "Bjørg Ås", "post3")
    assert (new.positions[0].percent, new.positions[0].unit) == (60, "post3")
    assert [held.code for held in new.competences] == ["HFA"]
    assert merged.added == ("p9 Bjørg Ås",)
    assert merged.changed == ("p1 Kari Nordmann (St.%)",)
    assert merged.kept == ("p2 Ola Hansen",)


def test_an_excel_list_with_percent_cells_and_dates_is_read(tmp_path: Path) -> None:
    path = excel(
        tmp_path,
        ["Navn", "Stillingsprosent", "Til dato", "Timer per uke"],
        ["Ola Hansen", 0.5, dt.date(2027, 3, 9), 35.5],
    )
    from openpyxl import load_workbook

    book = load_workbook(path)
    book["Ark1"]["B2"].number_format = "0 %"
    book.save(path)
    (position,) = read_staff(path, ward()).problem.people[1].positions
    assert (position.percent, position.full_time_hours) == (50, 35.5)
    assert position.last == dt.date(2027, 3, 9)


def test_what_a_list_says_nothing_of_stays(tmp_path: Path) -> None:
    before = problem_from_data(full())
    path = csv(tmp_path, "Id;Gruppe", "p1;dag")
    merged = read_staff(path, before)
    assert merged.problem == before.model_copy(
        update={
            "people": (before.people[0].model_copy(update={"group": "dag"}), *before.people[1:])
        }
    )
    assert merged.changed == ("p1 Kari Nordmann (Gruppe)",)


def test_reading_the_same_list_again_changes_nothing(tmp_path: Path) -> None:
    path = csv(tmp_path, "Id;Navn;%;Kompetanse", "p8;Liv Li;50;SPL, HFA", "p2;Ola Hansen;40;")
    once = read_staff(path, ward()).problem
    again = read_staff(path, once)
    assert again.problem == once
    assert again.unchanged == ("p2 Ola Hansen", "p8 Liv Li")


def test_two_rows_of_one_person_are_two_positions(tmp_path: Path) -> None:
    head = "Id;Navn;Stilling id;%;Fra dato;Til dato"
    path = csv(tmp_path, head, "p5;Liv Li;1;50;;", "p5;Liv Li;natt;25;01.04.2027;")
    liv = read_staff(path, ward()).problem.people[2]
    assert [(p.id, p.percent) for p in liv.positions] == [("1", 50), ("natt", 25)]
    assert liv.positions[1].first == dt.date(2027, 4, 1)


def test_hours_of_a_full_position_that_the_list_leaves_out_stay(tmp_path: Path) -> None:
    path = csv(tmp_path, "Id;Prosent", "p2;80")
    (position,) = read_staff(path, ward()).problem.people[1].positions
    assert (position.percent, position.full_time_hours) == (80, 37.5)


def test_a_change_of_percentage_from_a_date_is_two_rows(tmp_path: Path) -> None:
    rows = ("p2;50,5;;07.03.2027", "p2;80;08.03.2027;")
    path = csv(tmp_path, "Id;Prosent;Fra dato;Til dato", *rows)
    old, new = read_staff(path, ward()).problem.people[1].positions
    assert (old.percent, old.first, old.last) == (50.5, None, dt.date(2027, 3, 7))
    assert (new.percent, new.first, new.last) == (80, dt.date(2027, 3, 8), None)
    assert old.full_time_hours == new.full_time_hours == 37.5


def test_an_id_in_the_column_of_names_is_an_id(tmp_path: Path) -> None:
    path = csv(tmp_path, "Ansatt;Gruppe", "p2;natt")
    assert read_staff(path, ward()).problem.people[1].group == "natt"


def test_one_row_never_takes_the_place_of_two_contracts(tmp_path: Path) -> None:
    path = csv(tmp_path, "Id;Stilling id;Prosent", "p1;1;80")
    fault = only(read_staff, path, problem_from_data(full()))
    assert fault.where == "list.csv, line 2, column 3 (Prosent)"
    assert "1 contract for the position '1'" in fault.found
    assert "2 contracts" in fault.needed


def test_people_who_are_called_in_have_no_position(tmp_path: Path) -> None:
    path = csv(tmp_path, "Id;Navn;%;Ansettelse", "p7;Per Li;0 %;Tilkallingsvikar")
    per = read_staff(path, ward()).problem.people[2]
    assert (per.kind, per.positions) == ("on_call", ())
    fault = only(read_staff, csv(tmp_path, "Id;Navn;%", "p7;Per Li;0 %"), ward())
    assert (fault.found, fault.where) == ("0 percent", "list.csv, line 2, column 3 (%)")
    assert "tilkalling" in fault.maybe


ROWS = {
    "another spelling without id": (
        ["Navn;%", "Kari Nordman;80"],
        "column 1 (Navn)", "an unknown name 'Kari Nordman'", 'write "Kari Nordman" = "p1"',
    ),
    "an unknown name without id": (
        ["Navn;%", "Trine Berg;80"],
        "column 1 (Navn)", "an unknown name 'Trine Berg'", "add a column with the id",
    ),
    "another name with a known id": (
        ["Id;Navn;%", "p1;Kari Olsen;80"],
        "column 2 (Navn)", "the name 'Kari Olsen' for the id p1", '"Kari Olsen" = "p1"',
    ),
    "a known name with a new id": (
        ["Id;Navn;%", "p77;Kari Nordmann;80"],
        "column 1 (Id)", "the new id p77", "ids of its own",
    ),
    "a likely misspelling with a new id": (
        ["Id;Navn;%", "p77;Kari Nordman;80"],
        "column 1 (Id)", "the new id p77", '"Kari Nordman" = "new"',
    ),
    "a new person without percentage": (
        ["Id;Navn;%", "p77;Trine Berg;"],
        "column 3 (%)", "an empty cell", "tilkalling",
    ),
    "a new person without name": (
        ["Id;Navn;%", "p77;;50"],
        "column 2 (Navn)", "an empty cell", "another name or id",
    ),
    "nobody": (["Id;Navn;%", ";;50"], "column 1 (Id)", "an empty cell", "half filled"),
    "a percentage that may be a share": (
        ["Id;%", "p1;0,8"], "column 2 (%)", '"0,8"', "80 is meant",
    ),
    "a percentage over a hundred": (["Id;%", "p1;800"], "column 2 (%)", "800", "digit too many"),
    "no number": (["Id;%", "p1;åtti"], "column 2 (%)", '"åtti"', ""),
    "an unknown competence": (
        ["Id;Kompetanse", "p1;Sykeplejer"], "column 2 (Kompetanse)", '"Sykeplejer"', "'Sykepleier'",
    ),
    "an unknown unit": (["Id;Enhet", "p1;Post 3"], "column 2 (Enhet)", '"Post 3"', "'post3'"),
    "an unknown kind of employment": (
        ["Id;Ansettelse", "p1;fasst"], "column 2 (Ansettelse)", '"fasst"', "'fast' is meant",
    ),
    "a date that is none": (
        ["Id;%;Fra dato", "p1;80;31.02.2027"], "column 3 (Fra dato)", "31.02.2027", "28 days",
    ),
    "dates turned round": (
        ["Id;%;Fra dato;Til dato", "p1;80;02.03.2027;01.03.2027"], "", "2027-03-01", "changed",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_a_wrong_or_doubtful_row_is_told_once_with_its_place(name: str, tmp_path: Path) -> None:
    lines, where, found, guess = ROWS[name]
    fault = only(read_staff, csv(tmp_path, *lines), ward())
    assert fault.where.startswith("list.csv, line 2")
    assert fault.where.endswith(where)
    assert found in fault.found
    assert fault.needed
    assert guess in fault.maybe


def test_the_mapping_answers_who_is_meant(tmp_path: Path) -> None:
    path = csv(tmp_path, "Id;Navn;%", ";Kari Nordman;70", "p77;Ola Hansenn;60")
    answers = Mapping(people={"Kari Nordman": "p1", "Ola Hansenn": "new"})
    kari, ola, new = read_staff(path, ward(), answers).problem.people
    assert (kari.id, kari.name, kari.positions[0].percent) == ("p1", "Kari Nordmann", 70)
    assert ola == ward().people[1]
    assert (new.id, new.name) == ("p77", "Ola Hansenn")


def test_a_name_that_the_mapping_explains_renames_nobody(tmp_path: Path) -> None:
    path = csv(tmp_path, "Navn;%", "Kari Nordman;50")
    before = ward()
    merged = read_staff(path, before, Mapping(people={"Kari Nordman": "p1"}))
    assert [p.name for p in merged.problem.people] == [p.name for p in before.people]
    assert not any("Nordman " in told or "(Navn" in told for told in merged.changed)


def test_an_answer_that_names_nobody_is_refused(tmp_path: Path) -> None:
    path = csv(tmp_path, "Navn;%", "Kari Nordman;70")
    fault = only(read_staff, path, ward(), Mapping(people={"Kari Nordman": "p11"}))
    assert "'p11', which the mapping gives for 'Kari Nordman'" in fault.found


def test_two_people_of_one_name_are_asked_for_by_id(tmp_path: Path) -> None:
    people = [{"id": n, "name": "Kari Li", "home_unit": "post3"} for n in ("a", "b")]
    twins = ward(people=people, wishes=[], absences=[])
    fault = only(read_staff, csv(tmp_path, "Navn;Gruppe", "Kari Li;x"), twins)
    assert "the name of 2 people (a, b)" in fault.found


def test_a_name_written_last_name_first_is_the_same_name(tmp_path: Path) -> None:
    path = csv(tmp_path, "Navn;Gruppe", '"Nordmann, Kari";dag')
    assert read_staff(path, ward()).problem.people[0].group == "dag"


def test_one_new_id_for_two_names_is_refused(tmp_path: Path) -> None:
    path = csv(tmp_path, "Id;Navn;%", "p7;Per Li;50", "p7;Siv Moe;50")
    fault = only(read_staff, path, ward())
    assert fault.where == "list.csv, line 3, column 1 (Id)"
    assert fault.found == "'Siv Moe' with the id of 'Per Li'"


def test_unknown_doubled_and_missing_headings_are_told(tmp_path: Path) -> None:
    path = csv(tmp_path, "Id;Stillingsprosnt;Skostørrelse;Prosent;%;", "p1;1;2;80;80;huskes")
    unknown, strange, doubled, stray = faults(read_staff, path, ward())
    assert unknown.where == "list.csv, line 1, column 2"
    assert unknown.maybe.startswith("'stillingsprosent' is meant, or")
    assert "ignore" in strange.maybe
    assert doubled.found == "'%' beside 'Prosent'"
    assert stray.found == "no heading above 'huskes'"


def test_columns_that_nobody_needs_are_told_and_never_read(tmp_path: Path) -> None:
    path = csv(tmp_path, "Id;Telefon;Hobby;Gruppe", "p1;99 88 77 66;sjakk;dag", "Sum;;;2")
    merged = read_staff(path, ward(), Mapping(ignore=("Hobby",)))
    assert merged.left == ("Telefon", "Hobby", "list.csv, line 3")


def test_a_saved_mapping_names_the_columns(tmp_path: Path) -> None:
    path = csv(tmp_path, "Ressurs|Andel|Prosent", "p1|0.8|x")
    saved = tmp_path / "mapping.toml"
    saved.write_text(
        'delimiter = "|"\nshares = true\nignore = ["Prosent"]\n'
        '[columns]\nid = "Ressurs"\npercent = "Andel"\n',
        "utf-8",
    )
    merged = read_staff(path, ward(), read_mapping(saved))
    assert merged.problem.people[0].positions[0].percent == 80


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("[columns", "mapping.toml", "not TOML"),
        ("colums = 1", "mapping.toml, colums", "colums"),
        ("shares = 1", "mapping.toml, shares", "1"),
    ],
)
def test_a_wrong_mapping_is_refused_with_its_place(
    text: str, where: str, words: str, tmp_path: Path
) -> None:
    (tmp_path / "mapping.toml").write_text(text, "utf-8")
    fault = only(read_mapping, tmp_path / "mapping.toml")
    assert fault.where == where
    assert words in f"{fault.where} {fault.found}"


def test_a_mapping_of_columns_that_are_not_there_is_told(tmp_path: Path) -> None:
    path = csv(tmp_path, "Id;Navn;%", "p1;Kari Nordmann;80")
    missing = only(read_staff, path, ward(), Mapping(columns={"group": "Team 2"}))
    assert "'Team 2'" in missing.needed
    unknown = only(read_staff, path, ward(), Mapping(columns={"percents": "%"}))
    assert unknown.where == "the mapping, columns.percents"
    assert "'percent' is meant" in unknown.maybe


def test_a_list_on_two_sheets_is_asked_for(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = excel(tmp_path, ["Id", "Gruppe"], ["p1", "dag"], title="Nå")
    book = load_workbook(path)
    old = book.create_sheet("I fjor")
    for row in (["Id", "Gruppe"], ["p1", "natt"]):
        old.append(row)
    book.save(path)
    assert "Nå, I fjor" in only(read_staff, path, ward()).found
    chosen = read_staff(path, ward(), Mapping(sheet="I fjor")).problem
    assert chosen.people[0].group == "natt"


def test_a_list_of_names_alone_says_that_there_is_nothing_to_read(tmp_path: Path) -> None:
    fault = only(read_staff, csv(tmp_path, "Id;Navn", "p1;Kari Nordmann"), ward())
    assert (fault.where, fault.found) == ("list.csv, line 1", "Id, Navn")
    assert "Stillingsprosent" in fault.needed


def test_a_file_without_a_list_says_what_is_missing(tmp_path: Path) -> None:
    fault = only(read_staff, csv(tmp_path, "hei", "på", "deg"), ward())
    assert "the person (Id or Navn)" in fault.needed


def test_a_new_person_of_a_ward_with_two_units_needs_one(tmp_path: Path) -> None:
    two = ward(units=[{"id": "post3"}, {"id": "post4"}])
    path = csv(tmp_path, "Id;Navn;%", "p7;Per Li;50")
    assert only(read_staff, path, two).needed == "one of the units post3, post4"
    named = read_staff(path, two, Mapping(unit="post4")).problem
    assert named.people[2].home_unit == named.people[2].positions[0].unit == "post4"


@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_names_two_fields_of_a_list(kind: str) -> None:
    words = [bare(word) for word in vocabulary.all_headings(kind)]  # type: ignore[arg-type]
    assert len(words) == len(set(words))
    assert not any(vocabulary.is_unread(kind, word) for word in words)  # type: ignore[arg-type]


def test_no_heading_of_a_plan_is_the_name_of_a_weekday() -> None:
    assert not any(map(vocabulary.weekday, vocabulary.all_headings("plan")))


@pytest.mark.parametrize("table", ["wish", "strength", "kind", "employment"])
def test_no_word_means_two_things(table: str) -> None:
    listed = [bare(word) for words in vocabulary._book()[table].values() for word in words]
    assert len(listed) == len(set(listed))
