"""A ward as a workbook: everything comes back, nothing is calculated, nothing is lost."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from rostering.domain.fields import Model
from rostering.domain.problem import Problem
from rostering.domain.wishes import AbsenceKind
from rostering.errors import BadInput
from rostering.readers import problem_from_data, read_problem
from rostering.readers.workbook import layout as read_layout
from rostering.readers.workbook import words as read_words
from rostering.writers import write_ward_workbook
from rostering.writers.ward_book import SHEETS, about_sheet, front
from rostering.writers.ward_book import words as write_words
from tests.readers.small_ward import cyclic, full, small


def round_trip(problem: Problem, folder: Path) -> Problem:
    write_ward_workbook(problem, folder / "ward.xlsx")
    return read_problem(folder / "ward.xlsx")


@pytest.mark.parametrize("data", [small(), full(), cyclic()], ids=["small", "full", "cyclic"])
def test_a_ward_comes_back_from_its_workbook(data: dict[str, Any], tmp_path: Path) -> None:
    problem = problem_from_data(data)
    assert round_trip(problem, tmp_path) == problem


def parts(value: object) -> Iterator[Model]:
    """Yield every object of the domain inside a value, itself included."""
    if isinstance(value, Model):
        yield value
        for name in type(value).model_fields:
            yield from parts(getattr(value, name))
    elif isinstance(value, (tuple, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from parts(inner)


def test_the_full_ward_sets_every_field_of_every_object_of_a_problem() -> None:
    found = list(parts(problem_from_data(full())))
    same = {
        f"{model.__name__}.{name}"
        for model in {type(part) for part in found}
        for name, field in model.model_fields.items()
        if all(
            getattr(part, name) == field.get_default(call_default_factory=True)
            for part in found
            if type(part) is model
        )
    }
    assert same == {"Problem.format", "Problem.version", "Horizon.kind"}


def test_the_full_ward_sets_each_kind_of_absence() -> None:
    assert {away.kind for away in problem_from_data(full()).absences} == set(AbsenceKind)


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\n\t,;\"'=+-@ "),
    max_size=20,
)
NAMES = TEXT.filter(str.strip)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | TEXT
    | st.floats(-1e14, 1e14),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


@st.composite
def wards(draw: st.DrawFn) -> dict[str, Any]:
    data = full()
    unit = draw(NAMES.filter(lambda t: t.strip() != "post3"))
    data["units"][0]["name"] = draw(TEXT)
    data["units"].append({"id": unit})
    person = data["people"][0]
    person |= {"name": draw(NAMES), "group": draw(TEXT), "other_units": [unit, "post3"]}
    person["positions"][0]["percent"] = draw(st.integers(1, 10_000)) / 100
    data["horizon"]["start"] = str(draw(st.dates(dt.date(2027, 3, 1), dt.date(2027, 3, 2))))
    data["demand"][0]["weekdays"] = draw(st.lists(st.integers(1, 7), max_size=8))
    data["rulebooks"] = draw(st.lists(TEXT, max_size=3))
    data["wages"] = draw(NAMES)
    weeks = draw(st.integers(0, 8000))
    data["people"][0]["weekend_from"] = str(dt.date(1950, 1, 7) + dt.timedelta(weeks=weeks))
    data["agreements"][0] |= {
        "document": draw(TEXT),
        "parties": draw(TEXT),
        "rules": draw(st.lists(TEXT, max_size=3)),
        "values": draw(
            st.dictionaries(NAMES, st.dictionaries(NAMES, VALUES, max_size=2), max_size=2)
        ),
    }
    data["base_lines"][0]["cells"] = draw(st.lists(TEXT, max_size=5))
    data["base_lines"][0]["percent"] = draw(st.floats(1e-6, 100))
    data["weights"] = draw(st.dictionaries(NAMES, st.integers(-(10**9), 10**9), max_size=3))
    data["rules"] = draw(
        st.dictionaries(
            NAMES,
            st.fixed_dictionaries(
                {
                    "mode": st.sampled_from(["hard", "priced", "off"]),
                    "price": st.integers(0, 9),
                    "values": st.dictionaries(NAMES, VALUES, max_size=3),
                    "reason": TEXT,
                }
            ),
            max_size=3,
        )
    )
    return data


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=wards())
def test_any_ward_comes_back_from_its_workbook(data: dict[str, Any], tmp_path: Path) -> None:
    try:
        problem = problem_from_data(data)
    except BadInput:
        return  # names that differ in spaces only are one name twice
    assert round_trip(problem, tmp_path) == problem


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(0)", "=", "''", "-"])
def test_a_name_that_looks_like_a_formula_stays_text(sign: str, tmp_path: Path) -> None:
    data = small()
    data["people"][0]["name"] = sign
    problem = problem_from_data(data)
    assert round_trip(problem, tmp_path).people[0].name == sign
    book = load_workbook(tmp_path / "ward.xlsx")
    assert all(cell.data_type != "f" for s in book for row in s.iter_rows() for cell in row)


def test_what_does_not_fit_into_a_cell_is_refused_by_name(tmp_path: Path) -> None:
    data = small()
    data["agreements"] = [{"id": "a", "level": "L1", "document": "x" * 40_000}]
    with pytest.raises(BadInput, match="sheet Avtaler, row 2: found text of 40000 characters"):
        write_ward_workbook(problem_from_data(data), tmp_path / "ward.xlsx")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("rules", {"": {}}, "sheet Regler, row 2, column Regel"),
        ("rules", {"r": {"values": {"": 1}}}, "sheet Regler, row 2, column Verdinavn"),
        ("weights", {"": 1}, "sheet Vekter"),
        ("wages", "", "sheet Om turnusen"),
        ("agreements", [{"id": "a", "level": "L4", "values": {"": {}}}], "sheet Avtaleverdier"),
        ("base_lines", [{"id": "l", "unit": "post3", "percent": 1}] * 2, "a second time"),
        ("units", [{"id": "post3"}] * 2, "a second time"),
    ],
)
def test_what_a_workbook_cannot_tell_apart_is_refused(
    field: str, value: object, words: str, tmp_path: Path
) -> None:
    problem = Problem.model_validate(small() | {field: value})
    with pytest.raises(BadInput, match=words):
        write_ward_workbook(problem, tmp_path / "ward.xlsx")


def test_control_characters_and_nan_are_refused(tmp_path: Path) -> None:
    for spoilt in ({"name": "a\x07b"}, {"rules": {"r": {"values": {"v": float("nan")}}}}):
        problem = Problem.model_validate(small() | spoilt)
        with pytest.raises(BadInput):
            write_ward_workbook(problem, tmp_path / "ward.xlsx")


def test_reader_and_writer_know_the_same_sheets_and_headings() -> None:
    reading: dict[str, set[str]] = {}
    for table in (*read_layout.TABLES, read_layout.POSITIONS):
        headings = {column.heading for column in table.columns}
        reading[table.sheet] = reading.get(table.sheet, set()) | headings
    assert reading == {sheet.name: {c.heading for c in sheet.columns} for sheet in SHEETS}
    assert [f.heading for f in read_layout.ABOUT_FIELDS] == [f.label for f in about_sheet.FIELDS]
    assert (read_layout.ABOUT, read_layout.FRONT) == (about_sheet.NAME, front.NAME)


def test_reader_and_writer_mark_the_same_columns_as_needed() -> None:
    reading = {
        (table.sheet, column.heading)
        for table in (*read_layout.TABLES, read_layout.POSITIONS)
        for column in table.columns
        if column.needed
    }
    writing = {(s.name, c.heading) for s in SHEETS for c in s.columns if c.needed}
    assert writing - reading <= {("Vekter", "Vekt")}
    assert reading <= writing


@pytest.mark.parametrize(
    "name",
    [
        *("SHIFT_KIND", "STAFF_KIND", "HORIZON_KIND", "WISH_KIND", "STRENGTH", "ABSENCE_KIND"),
        *("RULE_MODE", "BURDEN", "ACCOUNT", "PAY", "PAIR_KIND", "AGREED_DAY"),
    ],
)
def test_reader_and_writer_use_the_same_norwegian_words(name: str) -> None:
    reading: dict[str, object] = getattr(read_words, name)
    assert {value: word for word, value in reading.items()} == getattr(write_words, name)


def test_the_template_helps_with_lists_comments_and_frozen_headings(tmp_path: Path) -> None:
    write_ward_workbook(None, tmp_path / "ward.xlsx")
    book = load_workbook(tmp_path / "ward.xlsx")
    staff = book["Ansatte"]
    offers = {str(o.sqref): o.formula1 for o in staff.data_validations.dataValidation}
    assert offers["D2:D1000"] == '"fast,vikar,tilkalling,bemanningsbyrå,student,leder"'
    assert offers["C2:C1000"] == "=Enheter!$A$2:$A$200"
    assert staff.freeze_panes == "A2"
    assert all(
        cell.comment and cell.font.bold for sheet in book.worksheets[1:] for cell in sheet[1]
    )
    assert book.sheetnames[0] == "Les meg først"
    assert all(sheet.max_row == 1 for sheet in book.worksheets[2:])
