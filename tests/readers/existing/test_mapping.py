"""The saved mapping: proposed, written, read back, and wrong in every way."""

from pathlib import Path

import pytest

from rostering.domain.shifts import ShiftKind
from rostering.errors import BadInput
from rostering.readers import problem_from_data
from rostering.readers.existing import (
    Layout,
    import_roster,
    mapping_text,
    propose_mapping,
    read_mapping,
)
from rostering.readers.existing.mapping import CodeEntry, Columns, Mapping, Meaning
from tests.readers.existing.sheets import CODES, LEGEND, csv, days, duties, week
from tests.readers.small_ward import small


def saved(folder: Path, text: str) -> Path:
    path = folder / "unit.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_proposal_written_and_read_is_the_same_mapping(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;75;D1;FE")
    proposal = propose_mapping(path)
    text = mapping_text(proposal.mapping, ("what is X1?\nsecond line",))
    assert text.startswith("# QUESTION: what is X1?\n# second line\n")
    assert read_mapping(saved(tmp_path, text)) == proposal.mapping


def test_every_field_survives_the_file(tmp_path: Path) -> None:
    mapping = Mapping.model_validate(
        {
            "layout": "weeks", "sheet": 'Ark "1"', "header_row": 4, "encoding": "cp1252",
            "delimiter": "\t", "date_format": "mm/dd/yyyy", "year": 2027, "start": "2027-03-01",
            "night_belongs_to": "end", "ward": "Øst\\vest", "unit": "post-3", "unit_name": "Post 3",
            "full_time_hours": 37.5, "demand_is": "target", "blank_competence": "above",
            "ends_before": "Koder", "ignored_rows": ["Bakvakt"], "vacant": ["Åpen"],
            "columns": {"name": "Navn", "percent": "Stilling %"},
            "without_percent": "hourly", "gaps": "off", "assumed": ["year"],
            "people": {"Kari Nordmann": "p01"}, "groups": {"Spl.": "sykepleier"},
            "aliases": {"Nordmann, Kari": "7"}, "units": {"Post 3": "p3"},
            "competences": {"Spl.": "SPL"}, "codes": [*CODES, {"code": "X", "credited": False,
            "means": "leave", "name": "ulønnet"}],
        }
    )  # fmt: skip
    assert read_mapping(saved(tmp_path, mapping_text(mapping))) == mapping


def test_the_unit_edits_what_a_code_means(tmp_path: Path) -> None:
    path = csv(tmp_path, f"Navn;%;{days()}", "Kari Nordmann;75;B1;R;Z")
    text = """
layout = "dates"
codes = [
  { code = "B1", start = "07:30", end = "15:30", unpaid_break = 30, kind = "office", shift = "D" },
  { code = "R", means = "ignore" },
  { code = "Z", means = "time_off" },
]
[columns]
name = "Navn"
percent = "%"
"""
    done = import_roster(path, read_mapping(saved(tmp_path, text)))
    assert [code for _, _, code in duties(done)] == ["D"]
    (shift,) = done.problem.shifts
    assert (shift.kind, shift.minutes) == (ShiftKind.OFFICE, 450)
    assert [o.code.value for o in done.roster.overlays] == ["time_off"]


def test_rows_and_vacant_lines_are_named_by_the_unit(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;75;D1", "Bakvakt;;K1", "Åpen linje;50;K1")
    proposed = propose_mapping(path).mapping
    changed = proposed.model_copy(update={"ignored_rows": ("bakvakt",), "vacant": ("åpen",)})
    done = import_roster(path, changed)
    assert len(done.problem.people) == 1
    assert [line.cells[0] for line in done.problem.base_lines] == ["K1"]


def test_columns_are_headings_or_letters(tmp_path: Path) -> None:
    path = csv(tmp_path, f";Prosent;{days()}", "Kari Nordmann;75;D1", "Ola Moe;50;;D1", *LEGEND)
    proposed = propose_mapping(path).mapping
    assert proposed.columns == Columns(name="A", percent="Prosent")
    assert len(import_roster(path, proposed).problem.people) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('layout = "rows"', "rows"),
        ('layout = "dates"\nlayot = 1', "layot"),
        ('layout = "dates', "Unterminated string"),
        ('layout = "dates"\ncodes = [{ code = "D", start = "07:00" }]', "one clock time"),
        ('layout = "dates"\ncodes = [{ code = "F", means = "free" }]', "free"),
        (
            'layout = "dates"\ncodes = [{ code = "F", means = "F1", start = "7", end = "8" }]',
            "time of day",
        ),
        (
            'layout = "dates"\n[[codes]]\ncode = "D"\n[[codes]]\ncode = "D"\nmeans = "F1"',
            "'D' a second time with another meaning",
        ),
    ],
)
def test_a_mapping_that_is_wrong_is_told(tmp_path: Path, text: str, found: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_mapping(saved(tmp_path, text))
    fault = caught.value.faults[0]
    assert found in str(fault)
    assert fault.where.startswith("unit.toml")


def test_a_code_without_times_and_without_a_ward_is_told(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;75;D1")
    codes = (CodeEntry(code="D1", means=Meaning.SHIFT),)
    mapping = propose_mapping(path).mapping.model_copy(update={"codes": codes})
    with pytest.raises(BadInput, match="code 'D1' of the mapping: found no times"):
        import_roster(path, mapping)


def test_a_heading_that_is_gone_is_told_with_a_guess(tmp_path: Path) -> None:
    path = week(tmp_path, "Kari Nordmann;75;D1")
    columns = Columns(name="Navnet", percent="%")
    mapping = propose_mapping(path).mapping.model_copy(update={"columns": columns})
    with pytest.raises(BadInput, match="'Navn' is meant"):
        import_roster(path, mapping)


def test_what_is_not_sure_becomes_a_question(tmp_path: Path) -> None:
    path = csv(tmp_path, f"Navn;{days()}", "Kari Nordmann;D1;Q;Q;N1", *LEGEND)
    asked = " | ".join(propose_mapping(path).questions)
    assert "code 'Q' stands 2 times, first at post.csv, line 2, column 3" in asked
    assert "night_belongs_to" in asked
    assert "which column holds the percentages" in asked
    assert "full_time_hours" in asked


def test_a_year_from_the_title_is_asked_about(tmp_path: Path) -> None:
    heads = ";".join(f"0{day}.03" for day in range(1, 6))
    path = csv(tmp_path, "Post 3, 2027", f"Navn;{heads}", "Kari Nordmann;D1", *LEGEND)
    asked = "which year is it? Taken: year = 2027, so it begins on 2027-03-01."
    assert asked in propose_mapping(path).questions
    assert asked not in propose_mapping(week(tmp_path, "Kari Nordmann;75;D1")).questions


def test_each_layout_is_told_from_the_others(tmp_path: Path) -> None:
    weekdays = "Man;Tir;Ons;Tor;Fre;Lør;Søn"
    heads = {
        Layout.DATES: f"Navn;{days()}",
        Layout.WEEKS: f"Navn;Uke;{weekdays}",
        Layout.LIST: "Ansatt;Dato;Vakt",
        Layout.MATRIX: f"Kompetanse;Vaktkode;{weekdays}",
    }
    for layout, head in heads.items():
        path = csv(tmp_path, "Post 3, 2027", "", head, "Kari Nordmann;;;;;;;;")
        assert propose_mapping(path).mapping.layout is layout
        assert propose_mapping(path).mapping.header_row == 3


def test_codes_of_the_unit_are_matched_to_the_wards(tmp_path: Path) -> None:
    path = csv(tmp_path, f"Navn;{days()}", "Kari Nordmann;K1;D;D 8-12")
    codes = (CodeEntry(code="K1", shift="A"),)
    ward = problem_from_data(small())
    mapping = propose_mapping(path, ward).mapping.model_copy(update={"codes": codes})
    done = import_roster(path, mapping, ward)
    assert [(person, code) for person, _, code in duties(done)] == [
        ("p1", "A"),
        ("p1", "D"),
        ("p1", "D_0800-1200"),
    ]
    added = done.problem.shifts[len(ward.shifts) :]
    assert [(s.code, s.start, s.end, s.kind) for s in added] == [
        ("D_0800-1200", 480, 720, ShiftKind.DAY)
    ]
    assert not done.same_ward


def test_times_other_than_the_wards_are_a_second_meaning(tmp_path: Path) -> None:
    path = csv(tmp_path, f"Navn;{days()}", "Kari Nordmann;D")
    ward = problem_from_data(small())
    codes = (CodeEntry(code="D", start=360, end=720),)
    mapping = propose_mapping(path, ward).mapping.model_copy(update={"codes": codes})
    with pytest.raises(BadInput, match="one meaning for each code"):
        import_roster(path, mapping, ward)


def test_a_date_outside_the_wards_period_is_told(tmp_path: Path) -> None:
    ward = problem_from_data(small())
    heads = days().replace("03.2027", "06.2027")
    path = csv(tmp_path, f"Navn;{heads}", "Kari Nordmann;D;FE")
    with pytest.raises(BadInput) as caught:
        import_roster(path, propose_mapping(path, ward).mapping, ward)
    assert [fault.where for fault in caught.value.faults] == [
        "post.csv, line 2, column 2",
        "post.csv, line 2, column 3",
    ]
