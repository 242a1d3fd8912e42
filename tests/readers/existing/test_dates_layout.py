"""Layout *dates*: one row a person, a column for each date."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from rostering.check import check
from rostering.domain.canonical import content_hash
from rostering.domain.roster import DayCode
from rostering.domain.shifts import ShiftKind
from rostering.domain.wishes import AbsenceKind
from tests.readers.existing.sheets import LEGEND, MONDAY, csv, days, duties, read, week, xlsx


def test_cells_become_duties_on_their_dates(tmp_path: Path) -> None:
    done = read(week(tmp_path, "Kari Nordmann;75,5;D1;;K1;;;;", "Ola Moe;100;;;;N1;;;"))
    assert duties(done) == [
        ("p01", 0, "D1"),
        ("p01", 2, "K1"),
        ("p02", 3, "N1"),
    ]
    horizon = done.problem.horizon
    assert (horizon.start, horizon.days) == (MONDAY, 7)
    assert done.roster.evidence.strategy == "imported"
    assert done.roster.problem_hash == content_hash(done.problem)


def test_positions_come_from_the_percent_column(tmp_path: Path) -> None:
    people = read(week(tmp_path, "Kari Nordmann;75,5;D1", "Ola Moe;100 %;D1")).problem.people
    assert [p.positions[0].percent for p in people] == [75.5, 100]
    assert people[0].positions[0].full_time_hours == 35.5


def test_shares_of_one_are_percentages(tmp_path: Path) -> None:
    people = read(week(tmp_path, "Kari Nordmann;0,75;D1", "Ola Moe;1;D1")).problem.people
    assert [p.positions[0].percent for p in people] == [75, 100]


def test_the_code_table_below_gives_times_and_kinds(tmp_path: Path) -> None:
    shifts = {s.code: s for s in read(week(tmp_path, "Kari Nordmann;75;D1")).problem.shifts}
    assert {code: s.kind for code, s in shifts.items()} == {
        "D1": ShiftKind.DAY,
        "K1": ShiftKind.EVENING,
        "N1": ShiftKind.NIGHT,
    }
    assert (shifts["N1"].start, shifts["N1"].end_minute) == (1380, 1860)


def test_vacation_over_a_shift_is_overlay_and_credited_absence(tmp_path: Path) -> None:
    done = read(week(tmp_path, "Kari Nordmann;75;(K1) FE;(K1) FE;FE;D1"))
    assert duties(done) == [("p01", 3, "D1")]
    assert [(o.code, o.shift) for o in done.roster.overlays] == [
        (DayCode.VACATION, "K1"),
        (DayCode.VACATION, "K1"),
        (DayCode.VACATION, None),
    ]
    # days in a row are one absence only where they cover the same shift
    assert [(a.kind, a.first.day, a.end.day, a.shift) for a in done.problem.absences] == [
        (AbsenceKind.VACATION, 1, 2, "K1"),
        (AbsenceKind.VACATION, 3, 3, None),
    ]


def test_f1_and_f2_are_overlays_and_no_absence(tmp_path: Path) -> None:
    done = read(week(tmp_path, "Kari Nordmann;75;D1;F1;F2;F;F3"))
    assert [o.code for o in done.roster.overlays] == [DayCode.F1, DayCode.F2, DayCode.F3]
    assert [a.kind for a in done.problem.absences] == [AbsenceKind.F3]


def test_times_of_its_own_make_a_shift_type_of_its_own(tmp_path: Path) -> None:
    done = read(week(tmp_path, "Kari Nordmann;75;A 15-22:30;K1 15-23;D1 7.45-12"))
    assert [code for _, _, code in duties(done)] == ["A_1500-2230", "K1", "D1_0745-1200"]
    shifts = {s.code: s for s in done.problem.shifts}
    own = shifts["A_1500-2230"]
    assert (own.start, own.end, own.kind) == (900, 1350, ShiftKind.EVENING)
    assert shifts["D1_0745-1200"].kind is ShiftKind.DAY


def test_several_duties_stand_in_one_cell(tmp_path: Path) -> None:
    done = read(week(tmp_path, "Kari Nordmann;75;D1/K1"))
    assert [code for _, _, code in duties(done)] == ["D1", "K1"]


def test_a_vacant_line_is_a_base_line_and_nobody(tmp_path: Path) -> None:
    done = read(week(tmp_path, "Kari Nordmann;75;D1", "Vakant 1;50;;K1"))
    (line,) = done.problem.base_lines
    assert (line.percent, line.holders, line.cells[:3]) == (50, (), ("", "K1", ""))
    assert [p.name for p in done.problem.people] == ["Kari Nordmann"]
    assert any("Vakant 1 is a vacant line" in note for note in done.notes)


def test_two_lines_called_vacant_are_two_lines(tmp_path: Path) -> None:
    done = read(week(tmp_path, "Kari Nordmann;75;D1", "Vakant;50;K1", "Vakant;75;;D1"))
    lines = [(line.id, line.percent, line.cells[:2]) for line in done.problem.base_lines]
    assert lines == [("vakant", 50, ("K1", "")), ("vakant-4", 75, ("", "D1"))]


def test_a_sum_row_is_no_person_and_is_told(tmp_path: Path) -> None:
    done = read(week(tmp_path, "Kari Nordmann;75;D1", "Sum;;1;0;0", "Sum timer;;7,5"))
    assert [p.name for p in done.problem.people] == ["Kari Nordmann"]
    assert len([note for note in done.notes if "no person" in note]) == 2


def test_dates_of_excel_are_read_and_weekday_rows_passed_over(tmp_path: Path) -> None:
    heads = [MONDAY + timedelta(days=n) for n in range(7)]
    rows = [
        ["Post 3"],
        [None, None, *["ma", "ti", "on", "to", "fr", "lø", "sø"]],
        ["Navn", "Stilling %", *heads],
        ["Kari Nordmann", 80, "D1", None, "N1 22-07"],
        [],
        ["Kode", "Tid"],
        ["D1", "07:30-15"],
    ]
    done = read(xlsx(tmp_path, rows))
    assert duties(done) == [("p01", 0, "D1"), ("p01", 2, "N1_2200-0700")]


@pytest.mark.parametrize("year_in", ["Turnus 2027", "post 3, uke 9-10, 2027"])
def test_dates_without_a_year_take_it_from_above(tmp_path: Path, year_in: str) -> None:
    heads = ";".join(["28.02", "01.03", "02.03", "03.03"])
    path = csv(tmp_path, year_in, f"Navn;%;{heads}", "Kari Nordmann;50;D1;;;K1", *LEGEND)
    assert [a.date for a in read(path).roster.assignments] == [date(2027, 2, 28), date(2027, 3, 3)]


def test_short_dates_run_over_new_year(tmp_path: Path) -> None:
    heads = ";".join(["30.12", "31.12", "01.01", "02.01"])
    path = csv(tmp_path, "Turnus 2027", f"Navn;%;{heads}", "Kari Nordmann;50;D1;;;K1", *LEGEND)
    assert [a.date for a in read(path).roster.assignments] == [date(2027, 12, 30), date(2028, 1, 2)]


def test_a_night_may_belong_to_the_date_on_which_it_ends(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;75;N1;F1;N1;D1;;(N1) FE")
    done = read(path, night_belongs_to="end")
    # the night of the third column begins on the day of F1
    assert duties(done) == [("p01", 1, "N1"), ("p01", 3, "D1")]
    # the night of the first column began before the period: it is the past
    assert [(a.date, a.shift) for a in done.problem.history] == [(date(2027, 2, 28), "N1")]
    assert [(o.date.day, o.shift) for o in done.roster.overlays] == [(2, None), (5, "N1")]


def test_the_ward_and_the_roster_pass_each_others_check(tmp_path: Path) -> None:
    done = read(week(tmp_path, "Kari Nordmann;20;D1", "Ola Moe;25;;K1"))
    assert [b.rule for b in check(done.problem, done.roster)] == []


def test_an_employee_id_is_the_persons_id(tmp_path: Path) -> None:
    path = week(tmp_path, "0117;Kari Nordmann;75;D1", head="Ansattnr;Navn;%")
    assert read(path).problem.people[0].id == "0117"


def test_competences_and_units_become_codes(tmp_path: Path) -> None:
    head = "Navn;%;Kompetanse;Avdeling"
    path = week(tmp_path, "Kari Nordmann;75;Sykepleier, Ansvarsvakt;Post 3;D1", head=head)
    problem = read(path).problem
    assert [c.code for c in problem.people[0].competences] == ["sykepleier", "ansvarsvakt"]
    assert [(u.id, u.name) for u in problem.units] == [("post-3", "Post 3")]


def test_days_without_a_column_are_told(tmp_path: Path) -> None:
    heads = days().replace("03.03.2027;", "")
    path = csv(tmp_path, f"Navn;%;{heads}", "Kari Nordmann;75;D1", *LEGEND)
    assert any("No columns between 2027-03-02 and 2027-03-04" in note for note in read(path).notes)
