"""What is not clear is asked once, and the advice does no harm when it is followed."""

from pathlib import Path

import pytest

from rostering.domain.roster import DayCode
from rostering.readers.existing import propose_mapping
from tests.readers.existing.sheets import CODES, LEGEND, csv, days, duties, faults, read, week

WEEKS = "Navn;%;Uke;Mandag;Tirsdag;Onsdag;Torsdag;Fredag;Lørdag;Søndag"


@pytest.mark.parametrize("code", ["A", "K1", "FE1", "P", "S"])
def test_a_shift_letter_is_never_taken_for_an_absence(tmp_path: Path, code: str) -> None:
    path = csv(tmp_path, f"Navn;%;{days()}", f"Kari Nordmann;75;{code};D 7-15")
    (fault,) = faults(path)
    assert "is meant" not in fault.maybe
    assert f'{{ code = "{code}", ' in fault.maybe


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("EGEN", '{ code = "EGEN", means = "sick" }'),
        ("SYKM", '{ code = "SYKM", means = "sick" }'),
        ("PERMI", '{ code = "PERMI", means = "leave" }'),
        ("Frid", '{ code = "Frid", means = "off" }'),
        ("N", '{ code = "N", start = "", end = "", kind = "night" }'),
        ("Q7", '{ code = "Q7", start = "", end = "" }'),
    ],
)
def test_a_proposed_row_has_the_right_kind_and_no_invented_times(
    tmp_path: Path, code: str, row: str
) -> None:
    path = csv(tmp_path, f"Navn;%;{days()}", f"Kari Nordmann;75;{code};D 7-15")
    (fault,) = faults(path)
    assert fault.maybe.endswith(row)
    assert [q for q in propose_mapping(path).questions if q.endswith(row)]


def test_a_proposed_row_left_empty_is_refused(tmp_path: Path) -> None:
    from rostering.errors import BadInput
    from rostering.readers.existing import read_mapping

    text = 'layout = "dates"\ncodes = [\n{ code = "N", start = "", end = "", kind = "night" },\n]'
    (tmp_path / "unit.toml").write_text(text, "utf-8")
    with pytest.raises(BadInput, match=r"codes\[0\]"):
        read_mapping(tmp_path / "unit.toml")


@pytest.mark.parametrize(
    ("code", "meant"),
    [("SYK", "sick"), ("KU", "course"), ("F1", "F1"), ("perm", "leave"), ("AV", "time_off")],
)
def test_known_day_codes_hold_with_a_mapping_of_ones_own(
    tmp_path: Path, code: str, meant: str
) -> None:
    done = read(week(tmp_path, f"Kari Nordmann;75;D1;{code};F;(K1) {code}"), codes=CODES)
    assert duties(done) == [("p01", 0, "D1")]
    assert [o.code for o in done.roster.overlays] == [DayCode(meant)] * 2


def test_a_mapping_may_say_otherwise_of_a_known_day_code(tmp_path: Path) -> None:
    own = ({"code": "F", "start": "07:00", "end": "12:00"}, {"code": "KU", "means": "ignore"})
    done = read(week(tmp_path, "Kari Nordmann;75;F;KU"), codes=[*CODES, *own])
    assert duties(done) == [("p01", 0, "F")]
    assert done.roster.overlays == ()


def test_two_shifts_on_one_date_are_written_in_one_cell(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;50;D1;K1", "Kari Nordmann;25;K1;K1")
    (fault,) = faults(path)
    assert "write D1/K1 in one cell" in fault.maybe
    assert "two positions" in fault.maybe
    away = week(tmp_path, "Kari Nordmann;50;D1", "Kari Nordmann;25;FE")
    assert "as (D1) FE" in faults(away)[0].maybe


def test_a_planned_shift_alone_is_asked_what_covers_it(tmp_path: Path) -> None:
    (fault,) = faults(week(tmp_path, "Kari Nordmann;75;(K1);FE"))
    assert fault.maybe == "a day code covers the planned shift: write both, as (K1) FE"


def test_a_code_with_two_times_speaks_of_a_code_table_only_where_there_is_one(
    tmp_path: Path,
) -> None:
    head = "Ansatt;Dato;Vakt;Fra;Til"
    rows = ("Kari;01.03.2027;D;7;15", "Kari;02.03.2027;D;7;15", "Kari;03.03.2027;D;8;16")
    assert faults(csv(tmp_path, head, *rows))[0].needed == "07:00-15:00, as it stands 2 times"
    table = [{"code": "D", "start": "06:00", "end": "12:00"}]
    assert faults(csv(tmp_path, head, *rows), codes=table)[0].needed.endswith("code table says")


def test_weeks_without_a_year_are_told_once_and_hide_no_code(tmp_path: Path) -> None:
    lines = ("Kari Nordmann;75;9;D1;X", ";;10;X;", "Ola Moe;50;9;D1")
    path = csv(tmp_path, WEEKS, *lines, *LEGEND)
    year, code = faults(path)
    assert year.found == "a week without year (3 times, first here)"
    assert code.found == "unknown code 'X', 2 times, first here"
    proposal = propose_mapping(path)
    assert len([q for q in proposal.questions if "without year" in q]) == 1
    assert len([q for q in proposal.questions if "code 'X'" in q]) == 1
    assert len(proposal.refused) == 2


def test_dates_without_a_year_hide_no_code(tmp_path: Path) -> None:
    path = csv(tmp_path, "Navn;%;01.03;02.03;03.03;04.03", "Kari Nordmann;75;D1;X", *LEGEND)
    assert [f.found for f in faults(path)] == [
        "'01.03', a date without year",
        "unknown code 'X', once",
    ]


def test_a_day_off_with_clock_times_is_asked_about(tmp_path: Path) -> None:
    head, free = "Ansatt;Dato;Vakt;Fra;Til", "Kari;02.03.2027;F1;00:00;00:00"
    rows = ("Kari;01.03.2027;F;07:00;15:00", free, "Kari;03.03.2027;D;07:00;15:00")
    path = csv(tmp_path, head, *rows)
    (fault,) = faults(path)
    assert fault.where == "post.csv, line 2, column 3"
    assert 'means = "own_times"' in fault.maybe
    own = [{"code": "F", "means": "own_times"}, {"code": "D", "means": "own_times"}]
    assert [code for _, _, code in duties(read(path, codes=own))] == ["F_0700-1500", "D_0700-1500"]
