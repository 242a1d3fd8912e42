"""``turnus health``: lights of everybody, of one person, and counts without names."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from fixtures import ward
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.health import WardCounts, WardHealth, counts, ward_health
from rostering.health.thresholds import ThresholdTable, shipped
from tests.turnus.console import turnus

WARD, ROSTER = "ward:tiny", "roster.json"


def engine(folder: Path) -> WardHealth:
    roster = Roster.model_validate_json((folder / ROSTER).read_text("utf-8"))
    return ward_health(ward("tiny"), roster)


def test_everybody_has_a_row_with_values_and_signs(tiny: Path) -> None:
    done = turnus(tiny, "health", WARD, ROSTER, "--all")
    assert (done.code, done.err) == (0, "")
    signs = {"green": "ok", "amber": "!", "red": "!!"}
    names = {person.id: person.name for person in ward("tiny").people}
    for person in engine(tiny).people:
        (row,) = [text for text in done.out.splitlines() if f" {names[person.person]} " in text]
        shown = [one for one in person.measures if one.measure == "nights_in_a_row"]
        assert f" {shown[0].value} {signs[shown[0].light]} " in row
    assert "ok green, ! amber, !! red" in done.out
    assert "AML § 10-8 (1), https://lovdata.no/" in done.out
    assert "no written source found" in done.out


def test_json_is_what_the_engine_finds_with_its_thresholds(tiny: Path) -> None:
    found = turnus(tiny, "health", WARD, ROSTER, "--json").document
    thresholds = found.pop("thresholds")
    assert ThresholdTable.model_validate_json(json.dumps(thresholds)) == shipped()
    assert WardHealth.model_validate_json(json.dumps(found)) == engine(tiny)


def test_counts_name_nobody(tiny: Path) -> None:
    done = turnus(tiny, "health", WARD, ROSTER, "--counts", "--json")
    found = done.document
    del found["thresholds"]
    assert WardCounts.model_validate_json(json.dumps(found)) == counts(engine(tiny))
    shown = turnus(tiny, "health", WARD, ROSTER, "--counts")
    assert shown.code == 0
    for person in ward("tiny").people:
        assert person.name not in done.out + shown.out
        assert f'"{person.id}"' not in done.out
    assert "people; 0 of them have no duty" in shown.out


def test_one_person_sees_where_each_light_comes_from(tmp_path: Path) -> None:
    problem = ward("tiny")
    who, start = problem.people[0], problem.horizon.start
    codes = {shift.kind.value: shift.code for shift in problem.shifts}
    unit, later = who.home_unit, start.replace(day=start.day + 1)
    duties = (
        Assignment(person=who.id, date=start, shift=codes["evening"], unit=unit),
        Assignment(person=who.id, date=later, shift=codes["day"], unit=unit),
    )
    roster = Roster(
        problem_name=problem.name, problem_hash="", start=start, days=problem.horizon.days,
        assignments=duties,
    )  # fmt: skip
    (tmp_path / ROSTER).write_text(roster.model_dump_json(), "utf-8")
    done = turnus(tmp_path, "health", WARD, ROSTER, "--person", who.id)
    assert done.code == 0
    assert f"{who.name}. Worst light: ! amber" in done.out
    (row,) = [text for text in done.out.splitlines() if text.startswith(" Quick returns ")]
    assert "! amber" in row
    assert f" {start.day} " in row
    assert f" {later.day} " in row
    assert [one for one in problem.people[1:] if one.name in done.out] == []
    told = turnus(tmp_path, "health", WARD, ROSTER, "--person", who.id, "--json").document
    (person,) = told["people"]
    quick = next(one for one in person["measures"] if one["measure"] == "quick_returns")
    assert quick["findings"][0]["dates"] == [start.isoformat(), later.isoformat()]


@pytest.mark.parametrize(
    ("language", "told"),
    [("nb", "Hvile etter"), ("nn", "Kvile etter"), ("en", "Rest after")],
)
def test_it_speaks_three_languages(tiny: Path, language: str, told: str) -> None:
    done = turnus(tiny, "health", WARD, ROSTER, "--language", language)
    assert (done.code, told in done.out) == (0, True)


def test_a_base_roster_is_told_by_week_and_weekday(tmp_path: Path) -> None:
    problem = Problem.model_validate(
        {
            "name": "Base",
            "horizon": {"start": "2027-01-04", "days": 14, "kind": "cyclic"},
            "units": [{"id": "u"}],
            "shifts": [{"code": "D", "kind": "day", "start": "08:00", "end": "15:00"}],
            "people": [{"id": "p1", "name": "Kari", "home_unit": "u"}],
        }
    )
    worked = [date(2027, 1, day) for day in (4, 13, 14, 15, 16, 17)]  # Monday; Wednesday on
    duties = [Assignment(person="p1", date=day, shift="D", unit="u") for day in worked]
    roster = Roster(
        problem_name="Base", problem_hash="", start=worked[0], days=14, assignments=tuple(duties)
    )
    (tmp_path / "base.json").write_text(problem.model_dump_json(), "utf-8")
    (tmp_path / ROSTER).write_text(roster.model_dump_json(), "utf-8")
    done = turnus(tmp_path, "health", "base.json", ROSTER, "--person", "Kari")
    assert (done.code, done.err) == (0, "")
    assert "Base roster, 2 weeks that repeat" in done.out
    assert "week 2 We – week 1 Mo (6 days)" in done.out


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--person", "nobody"], "nobody called 'nobody'"),
        (["--person", "x", "--counts"], "leave out one of --counts and --person"),
    ],
)
def test_what_cannot_be_shown_is_told(tiny: Path, more: list[str], told: str) -> None:
    done = turnus(tiny, "health", WARD, ROSTER, *more)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_a_roster_for_another_version_of_the_ward_is_told(tiny: Path, tmp_path: Path) -> None:
    roster = Roster.model_validate_json((tiny / ROSTER).read_text("utf-8"))
    stale = roster.model_copy(update={"problem_hash": "sha256:0"})
    (tmp_path / "stale.json").write_text(stale.model_dump_json(), "utf-8")
    done = turnus(tmp_path, "health", WARD, "stale.json")
    assert (done.code, "another version of this ward" in done.err) == (0, True)
