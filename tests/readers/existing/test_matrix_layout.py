"""Layout *matrix*: a staffing plan becomes the ward's demand."""

from pathlib import Path

import pytest

from rostering.domain.competence import CompetenceNeed
from rostering.domain.problem import Problem
from rostering.errors import BadInput
from rostering.readers.existing import (
    Layout,
    import_roster,
    import_staffing,
    propose_mapping,
)
from rostering.readers.existing.mapping import Mapping
from tests.readers.existing.sheets import CODES, csv, read, week, xlsx

HEAD = "Kompetanse;Vaktkode;Man;Tir;Ons;Tor;Fre;Lør;Søn;Sum"


@pytest.fixture
def ward(tmp_path: Path) -> Problem:
    path = week(tmp_path, "Kari Nordmann;75;Sykepleier;D1", head="Navn;%;Kompetanse")
    return read(path).problem


def staffed(path: Path, ward: Problem, **changes: object) -> Problem:
    mapping = propose_mapping(path, ward).mapping
    assert mapping.layout is Layout.MATRIX
    data = mapping.model_dump(mode="json") | changes
    return import_staffing(path, Mapping.model_validate(data), ward)


def test_equal_weekdays_are_one_demand_row(tmp_path: Path, ward: Problem) -> None:
    path = csv(tmp_path, HEAD, "Alle;D1;3;3;3;3;3;2;2;19", "Sykepleier;N1;1;1;1;1;1;;;5")
    rows = staffed(path, ward).demand
    assert [(r.shifts, r.weekdays, r.minimum, r.target) for r in rows] == [
        (("D1",), (1, 2, 3, 4, 5), 3, 3),
        (("D1",), (6, 7), 2, 2),
        (("N1",), (1, 2, 3, 4, 5), 1, 1),
    ]
    assert [r.name for r in rows] == ["D1 man-fre", "D1 lør-søn", "N1 sykepleier man-fre"]
    assert rows[0].competence == CompetenceNeed()
    assert rows[2].competence == CompetenceNeed(all_of=("sykepleier",))


def test_minimum_and_target_may_differ(tmp_path: Path, ward: Problem) -> None:
    path = csv(tmp_path, HEAD, "Alle;D1;2/3;3;3;3;3;3;3")
    rows = staffed(path, ward).demand
    assert {(r.minimum, r.target) for r in rows} == {(2, 3), (3, 3)}
    targets = staffed(path, ward, demand_is="target").demand
    assert {(r.minimum, r.target) for r in targets} == {(2, 3), (0, 3)}


def test_a_plan_replaces_what_the_ward_asked_for_on_these_shifts(
    tmp_path: Path, ward: Problem
) -> None:
    first = staffed(csv(tmp_path, HEAD, "Alle;D1;3;3;3;3;3;3;3", "Alle;K1;1;1;1;1;1;1;1"), ward)
    second = staffed(csv(tmp_path, HEAD, "Alle;D1;4;4;4;4;4;4;4"), first)
    assert sorted((r.shifts, r.minimum) for r in second.demand) == [(("D1",), 4), (("K1",), 1)]


def test_a_workbook_gives_the_same_rows(tmp_path: Path, ward: Problem) -> None:
    line = ["Alle", "D1", 3, 3, 3, 3, 3, 2, 2, 19]
    there = staffed(xlsx(tmp_path, [["Plan"], HEAD.split(";"), line]), ward).demand
    assert there == staffed(csv(tmp_path, HEAD, ";".join(map(str, line))), ward).demand


def test_a_blank_competence_is_asked_about(tmp_path: Path, ward: Problem) -> None:
    path = csv(tmp_path, HEAD, "Sykepleier;D1;1;1;1;1;1;1;1", ";K1;1;1;1;1;1;1;1")
    with pytest.raises(BadInput, match="blank_competence"):
        staffed(path, ward)
    above = staffed(path, ward, blank_competence="above").demand
    anyone = staffed(path, ward, blank_competence="anyone").demand
    assert above[1].competence.all_of == ("sykepleier",)
    assert anyone[1].competence == CompetenceNeed()


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Alle;D9;1;1;1;1;1;1;1", "unknown code 'D9'"),
        ("Lege;D1;1;1;1;1;1;1;1", "unknown competence 'Lege'"),
        ("Alle;D1;to;1;1;1;1;1;1", "'to'"),
        ("Alle;D1;1,5;1;1;1;1;1;1", "'1,5'"),
    ],
)
def test_a_cell_that_cannot_be_demand_is_told(
    tmp_path: Path, ward: Problem, row: str, found: str
) -> None:
    with pytest.raises(BadInput) as caught:
        staffed(csv(tmp_path, HEAD, row, name="plan.csv"), ward)
    assert caught.value.faults[0].found == found
    assert caught.value.faults[0].where.startswith("plan.csv, line 2, column")


def test_a_column_that_is_no_weekday_is_told(tmp_path: Path, ward: Problem) -> None:
    head = HEAD.replace("Sum", "Helligdag")
    with pytest.raises(BadInput, match="a column 'Helligdag'"):
        staffed(csv(tmp_path, head, "Alle;D1;3;3;3;3;3;2;2;2"), ward)


def test_a_staffing_plan_alone_is_no_roster(tmp_path: Path) -> None:
    path = csv(tmp_path, HEAD, "Alle;D1;1;1;1;1;1;1;1")
    with pytest.raises(BadInput, match="in which nobody's roster stands"):
        import_roster(path, propose_mapping(path).mapping)


def test_every_demand_row_has_a_name_of_its_own(tmp_path: Path, ward: Problem) -> None:
    path = csv(tmp_path, HEAD, "Alle;D1;3;4;1;3;1;1;2")
    names = [row.name for row in staffed(path, ward).demand]
    assert names == ["D1 man, tor", "D1 tir", "D1 ons, fre-lør", "D1 søn"]


def test_a_code_of_the_plan_is_never_taken_for_an_absence(tmp_path: Path, ward: Problem) -> None:
    with pytest.raises(BadInput) as caught:
        staffed(
            csv(tmp_path, HEAD, "Alle;A;1;1;1;1;1;1;1"),
            ward,
            codes=[*CODES, {"code": "AV", "means": "time_off"}],
        )
    (fault,) = caught.value.faults
    assert fault.needed == "a shift code: D1, K1, N1"
    assert "AV" not in fault.maybe
