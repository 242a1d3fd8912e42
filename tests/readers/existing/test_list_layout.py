"""Layout *list*: one row a duty, with semicolons, decimal commas and often cp1252."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from rostering.domain.roster import DayCode
from tests.readers.existing.sheets import csv, duties, faults, read, xlsx

HEAD = "Ansattnr;Ansatt;Stillingsprosent;Dato;Vakt;Fra;Til;Timer"
ROWS = (
    HEAD,
    "7;Åse Bø;62,5;01.03.2027;D1;07:45;15:15;7,00",
    "7;Åse Bø;62,5;02.03.2027;N1;23:00;07:00;8,00",
    "9;Ola Moe;100;02.03.2027;FE;;;",
)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_every_encoding_gives_the_same_names(tmp_path: Path, encoding: str) -> None:
    people = read(csv(tmp_path, *ROWS, encoding=encoding)).problem.people
    assert [(p.id, p.name, p.positions[0].percent) for p in people] == [
        ("7", "Åse Bø", 62.5),
        ("9", "Ola Moe", 100),
    ]


def test_rows_become_duties_with_the_times_beside_them(tmp_path: Path) -> None:
    done = read(csv(tmp_path, *ROWS))
    assert duties(done) == [("7", 0, "D1"), ("7", 1, "N1")]
    shifts = {s.code: s for s in done.problem.shifts}
    assert (shifts["D1"].unpaid_break, shifts["D1"].minutes) == (30, 420)
    assert shifts["N1"].crosses_midnight
    assert [o.code for o in done.roster.overlays] == [DayCode.VACATION]


def test_times_and_dates_of_excel_are_read(tmp_path: Path) -> None:
    night = [datetime.fromisoformat(text) for text in ("2027-03-02 23:00", "2027-03-03 07:00")]
    rows = [
        ["Ansatt", "Dato", "Vakt", "Fra", "Til"],
        ["Åse Bø", date(2027, 3, 1), "D1", time(7, 45), time(15, 15)],
        ["Åse Bø", date(2027, 3, 2), "N1", *night],
    ]
    done = read(xlsx(tmp_path, rows))
    assert [(a.date, a.shift) for a in done.roster.assignments] == [
        (date(2027, 3, 1), "D1"),
        (date(2027, 3, 2), "N1"),
    ]
    assert {s.code: s.minutes for s in done.problem.shifts} == {"D1": 450, "N1": 480}


def test_english_headings_and_ids_alone_are_enough(tmp_path: Path) -> None:
    path = csv(tmp_path, "id;date;code;from;to", "17;2027-03-01;D1;07:45;15:15")
    done = read(path)
    assert duties(done) == [("17", 0, "D1")]
    assert done.problem.shifts[-1].minutes == 450


def test_two_duties_of_a_day_stand_on_two_rows(tmp_path: Path) -> None:
    more = "7;Åse Bø;62,5;01.03.2027;K1;16:00;21:00;5,00"
    assert duties(read(csv(tmp_path, *ROWS, more)))[:2] == [("7", 0, "D1"), ("7", 0, "K1")]


def test_the_same_row_twice_is_one_duty(tmp_path: Path) -> None:
    assert len(duties(read(csv(tmp_path, *ROWS, ROWS[1])))) == 2


def test_overlapping_duties_contradict_each_other(tmp_path: Path) -> None:
    more = "7;Åse Bø;62,5;01.03.2027;M1;12:00;20:00;8,00"
    (fault,) = faults(csv(tmp_path, *ROWS, more))
    assert (fault.where, fault.found) == (
        "post.csv, line 5, column 5",
        "'M1', but 'D1' at post.csv, line 2, column 5",
    )


def test_other_hours_than_the_code_tables_are_told(tmp_path: Path) -> None:
    more = [f"7;Åse Bø;62,5;0{day}.03.2027;D1;07:45;15:15;7,00" for day in (3, 4)]
    last = "7;Åse Bø;62,5;05.03.2027;D1;07:45;15:15;7,50"
    notes = read(csv(tmp_path, *ROWS, *more, last)).notes
    assert [note for note in notes if "7.5 hours stand beside D1 (1 times), 7 by" in note]


def test_one_code_with_two_times_is_asked_about_and_can_be_answered(tmp_path: Path) -> None:
    more = "9;Ola Moe;100;03.03.2027;D1;07:45;12:00;4,25"
    again = "7;Åse Bø;62,5;05.03.2027;D1;07:45;15:15;7,00"
    path = csv(tmp_path, *ROWS, more, again)
    (fault,) = faults(path)
    assert fault.where == "post.csv, line 5, column 5"
    assert fault.found == "'D1' with 07:45-12:00 (1 times)"
    assert fault.needed == "07:45-15:15, as it stands 2 times"
    assert "means = 'own_times'" in fault.maybe
    codes = [{"code": "D1", "means": "own_times"}, {"code": "N1", "means": "own_times"}]
    done = read(path, codes=[*codes, {"code": "FE", "means": "vacation"}])
    assert [code for _, _, code in duties(done)] == [
        "D1_0745-1515",
        "N1_2300-0700",
        "D1_0745-1515",
        "D1_0745-1200",
    ]


def test_units_of_a_row_are_where_the_duty_is_worked(tmp_path: Path) -> None:
    path = csv(
        tmp_path,
        "Ansatt;Avdeling;Dato;Vakt;Fra;Til",
        "Åse Bø;Post 1;01.03.2027;D1;07:45;15:15",
        "Åse Bø;Post 2;02.03.2027;D1;07:45;15:15",
    )
    done = read(path)
    assert [a.unit for a in done.roster.assignments] == ["post-1", "post-2"]
    assert done.problem.people[0].units == ("post-1", "post-2")


@pytest.mark.parametrize(
    ("row", "found", "where"),
    [
        (";;50;03.03.2027;D1;07:45;15:15;7", "no name", "line 5, column 2"),
        ("7;Åse Bø;62,5;;D1;07:45;15:15;7", "no date", "line 5, column 4"),
        ("7;Åse Bø;62,5;31.02.2027;D1;07:45;15:15;7", "'31.02.2027'", "line 5, column 4"),
        ("7;Åse Bø;62,5;03.03.2027;D1;07:45;;7", "one clock time alone", "line 5, column 6"),
        ("7;Åse Bø;62,5;03.03.2027;D1;07:45;25:00;7", "'25:00'", "line 5, column 7"),
        ("7;Åse Bø;80;03.03.2027;D1;07:45;15:15;7", "80 % for Åse Bø", "line 5, column 3"),
        (
            "7;Per Lie;62,5;03.03.2027;D1;07:45;15:15;7",
            "'Per Lie' with the employee id of",
            "line 5",
        ),
        ("7;Åse Bø;62,5;03.03.2027;;07:45;15:15;7;rest", "'rest' in a column without", "line 5"),
    ],
)
def test_a_row_that_is_not_plain_is_told_with_its_line(
    tmp_path: Path, row: str, found: str, where: str
) -> None:
    told = faults(csv(tmp_path, *ROWS, row))
    assert [f for f in told if f.found.startswith(found) and where in f.where], told
