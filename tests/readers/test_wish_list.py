"""A list of wishes in a ward: what people write, and what is asked instead of guessed."""

import datetime as dt
from pathlib import Path

import pytest

from rostering.readers.lists import Mapping, read_wishes
from tests.readers.listed import csv, excel, only, ward

HEAD = "Navn;Dato;Ønske;Vakt"


@pytest.mark.parametrize(
    ("row", "kind", "shifts", "kinds"),
    [
        ("Kari Nordmann;03.03.2027;ønsker ikke;N", "avoid", ("N",), ()),
        ("Kari Nordmann;03.03.2027;Ønsker;D, A", "want", ("D", "A"), ()),
        ("Kari Nordmann;03.03.2027;;D/A", "want", ("D", "A"), ()),
        ("Kari Nordmann;03.03.2027;fri;", "avoid", (), ()),
        ("Kari Nordmann;03.03.2027;;Fri", "avoid", (), ()),
        ("Kari Nordmann;03.03.2027;ikke natt;", "avoid", (), ("night",)),
        ("Kari Nordmann;03.03.2027;Vil ha kveldsvakt;", "want", (), ("evening",)),
        ("Kari Nordmann;03.03.2027;-;n", "avoid", ("N",), ()),
        ("Kari Nordmann;03.03.2027;helst ikkje;dag og kveld".replace(" og ", ", "), "avoid", (),
         ("day", "evening")),
        ("Kari Nordmann;03.03.2027;N eller A;", "want", ("N", "A"), ()),
    ],
)  # fmt: skip
def test_a_wish_is_read_as_people_write_it(
    row: str, kind: str, shifts: tuple[str, ...], kinds: tuple[str, ...], tmp_path: Path
) -> None:
    merged = read_wishes(csv(tmp_path, HEAD, row), ward(wishes=[]))
    (wish,) = merged.problem.wishes
    assert (wish.person, wish.first, wish.last) == ("p1", dt.date(2027, 3, 3), None)
    assert (wish.kind, wish.shifts, wish.kinds, wish.strength) == (kind, shifts, kinds, 2)


def test_a_kind_of_shift_that_the_ward_lacks_is_a_fault(tmp_path: Path) -> None:
    path = csv(tmp_path, HEAD, "Kari Nordmann;03.03.2027;ikke langvakt;")
    fault = only(read_wishes, path, ward(wishes=[]))
    assert fault.found == "'ikke langvakt'"
    assert fault.needed.startswith("a kind of shift that the ward has: dag, kveld, natt; or")
    assert fault.maybe == 'write "langvakt" = "..." under [shifts] in a mapping'
    answered = read_wishes(path, ward(wishes=[]), Mapping(shifts={"langvakt": "D"}))
    (wish,) = answered.problem.wishes
    assert (wish.kind, wish.shifts, wish.kinds) == ("avoid", ("D",), ())


@pytest.mark.parametrize(
    ("dates", "last", "spans"),
    [
        ("03.03.2027", "", ["03-03"]),
        ("2027-03-03", "", ["03-03"]),
        ("03.03.2027, 09.03.2027", "", ["03-03", "03-09"]),
        ("03.03.2027 - 05.03.2027", "", ["03-03 03-05"]),
        ("03.03.2027–05.03.2027, 9.3.2027", "", ["03-03 03-05", "03-09"]),
        ("03.03.2027", "06.03.2027", ["03-03 03-06"]),
        ("03.03.2027", "03.03.2027", ["03-03"]),
    ],
)
def test_dates_come_alone_in_lists_and_in_stretches(
    dates: str, last: str, spans: list[str], tmp_path: Path
) -> None:
    path = csv(tmp_path, "Id;Fra dato;Til dato;Ønske", f"p2;{dates};{last};fri")
    wishes = read_wishes(path, ward(wishes=[])).problem.wishes
    found = [f"{w.first:%m-%d}" + (f" {w.last:%m-%d}" if w.last else "") for w in wishes]
    assert found == spans


@pytest.mark.parametrize(
    ("written", "strength"),
    [("svakt", 1), ("Middels", 2), ("veldig viktig", 3), ("3", 3), ("høy", 3), ("", 2)],
)
def test_strength_is_a_word_or_a_number(written: str, strength: int, tmp_path: Path) -> None:
    path = csv(tmp_path, "Id;Dato;Ønske;Styrke", f"p1;03.03.2027;fri;{written}")
    assert read_wishes(path, ward(wishes=[])).problem.wishes[0].strength == strength


def test_excel_dates_numbers_and_cells_merged_downwards_are_read(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = excel(
        tmp_path,
        ["Ønsker mars"],
        ["Ansatt", "Når", "Vakt", "Prioritet"],
        ["Kari Nordmann", dt.date(2027, 3, 3), "D", 3],
        [None, dt.date(2027, 3, 4), "fri", 1],
    )
    book = load_workbook(path)
    book["Ark1"].merge_cells("A3:A4")
    book.save(path)
    one, two = read_wishes(path, ward(wishes=[])).problem.wishes
    assert (one.person, one.first, one.shifts, one.strength) == (
        "p1",
        dt.date(2027, 3, 3),
        ("D",),
        3,
    )
    assert (two.person, two.first, two.kind, two.strength) == (
        "p1",
        dt.date(2027, 3, 4),
        "avoid",
        1,
    )


def test_wishes_that_are_there_already_are_not_added_again(tmp_path: Path) -> None:
    path = csv(
        tmp_path,
        "Id;Dato;Ønske;Styrke",
        "p1;06.03.2027 - 07.03.2027;fri;sterkt",
        "p1;08.03.2027;fri;",
        "p1;08.03.2027;fri;",
    )
    merged = read_wishes(path, ward())
    assert [(w.first.day, w.strength) for w in merged.problem.wishes] == [(6, 3), (8, 2)]
    assert merged.changed == ("Kari Nordmann 2027-03-06: fri",)
    assert merged.added == ("Kari Nordmann 2027-03-08: fri",)
    assert merged.unchanged == ("Kari Nordmann 2027-03-08: fri",)


ROWS = {
    "a misspelt name": ("Kari Nordman;03.03.2027;fri;", 1, "Kari Nordman", '"Kari Nordman" = "p1"'),
    "an unknown name": ("Trine Berg;03.03.2027;fri;", 1, "Trine Berg", "not in the ward yet"),
    "no person": (";03.03.2027;fri;", 1, "an empty cell", "half filled"),
    "no date": ("Ola Hansen;;fri;", 2, "an empty cell", "forgotten"),
    "no wish": ("Ola Hansen;03.03.2027;;", 0, "no wish", "half filled"),
    "a short year": ("Ola Hansen;03.03.27;fri;", 2, "03.03.27", "write 03.03.2027"),
    "a date outside the period": ("Ola Hansen;03.03.2028;fri;", 2, "2028", "year is wrong"),
    "an unknown shift": ("Ola Hansen;03.03.2027;ønsker;DD", 4, "'DD'", "'D' is meant"),
    "an unknown word": ("Ola Hansen;03.03.2027;kanskje;", 3, "'kanskje'", "under [shifts]"),
    "a shift beside fri": ("Ola Hansen;03.03.2027;fri;N", 4, "'N'", "ikke in place of fri"),
    "the shift twice": ("Ola Hansen;03.03.2027;ikke N;N", 3, "'ikke N'", "stands twice"),
    "the opposite of the ward": ("Kari Nordmann;06.03.2027-07.03.2027;ønsker;", 3, "want", "chang"),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_wrong_or_doubtful_wish_is_told_once_with_its_place(name: str, tmp_path: Path) -> None:
    row, column, found, guess = ROWS[name]
    fault = only(read_wishes, csv(tmp_path, HEAD, row), ward())
    place = f", column {column} ({HEAD.split(';')[column - 1]})" if column else ""
    assert fault.where == f"list.csv, line 2{place}"
    assert found in fault.found
    assert fault.needed
    assert guess in fault.maybe


def test_every_row_with_a_fault_is_told_at_once(tmp_path: Path) -> None:
    path = csv(tmp_path, HEAD, "X;03.03.2027;fri;", "Ola Hansen;3.3;fri;", "Y;i går;kanskje;")
    from rostering.errors import BadInput

    with pytest.raises(BadInput) as caught:
        read_wishes(path, ward())
    assert [fault.where.split(", ")[1] for fault in caught.value.faults] == [
        "line 2",
        "line 3",
        "line 4",
        "line 4",
        "line 4",
    ]


def test_the_mapping_knows_the_units_own_words_for_shifts(tmp_path: Path) -> None:
    path = csv(tmp_path, HEAD, "Ola Hansen;03.03.2027;ønsker;Tidlig 1")
    wishes = read_wishes(path, ward(wishes=[]), Mapping(shifts={"Tidlig 1": "D"})).problem.wishes
    assert wishes[0].shifts == ("D",)
