"""The bundled examples: every planted breach is found, and no other."""

import tomllib
from pathlib import Path

import pytest

import fixtures
from fixtures import existing_rosters
from rostering.check import Court, check
from rostering.day_codes import written_codes
from rostering.readers.existing import import_roster, import_staffing, propose_mapping

FOLDER = Path(fixtures.__file__).parent / "existing"


def planted(name: str, table: str = "breaches") -> set[tuple[str, ...]]:
    file = tomllib.loads((FOLDER / f"{name}.planted.toml").read_text("utf-8"))
    listed = file.get(table, [])
    return {(b["person"], b["rule"], str(b["first"]), str(b["last"])) for b in listed}


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("layout", ["dates", "weeks", "list", "matrix"])
def test_a_control_finds_what_is_planted_and_nothing_else(layout: str, ending: str) -> None:
    name = "matrix_roster" if layout == "matrix" else layout
    path = FOLDER / f"{name}.{ending}"
    done = import_roster(path, propose_mapping(path).mapping)
    problem = done.problem
    if layout == "matrix":
        plan = FOLDER / f"matrix.{ending}"
        problem = import_staffing(plan, propose_mapping(plan, problem).mapping, problem)
    found = check(problem, done.roster)
    told = {(b.person or "", b.rule, str(b.first), str(b.last)) for b in found}
    assert told == planted(layout)
    assert len(found) == len(told) > 0


@pytest.mark.parametrize("layout", ["dates", "weeks", "list"])
def test_the_marks_on_paper_are_right_but_for_those_listed(layout: str) -> None:
    path = FOLDER / f"{layout}.csv"
    done = import_roster(path, propose_mapping(path).mapping)
    court = Court.of(done.problem, done.roster)
    clock = court.index.clock
    told = {
        (str(v.person), v.rule, str(clock.date(v.day)), str(clock.date(v.last_day)))
        for v in written_codes(court, court.index.plan(done.roster.effective), done.roster)
    }
    assert told == planted(layout, "marks")


def test_both_endings_hold_the_same_roster() -> None:
    for name in ("dates", "weeks", "list", "matrix_roster"):
        one, two = (
            import_roster(path, propose_mapping(path).mapping)
            for path in (FOLDER / f"{name}.csv", FOLDER / f"{name}.xlsx")
        )
        assert one.roster.assignments == two.roster.assignments
        assert one.roster.overlays == two.roster.overlays
        times = ({s.code: (s.start, s.end_minute) for s in w.problem.shifts} for w in (one, two))
        assert next(times).items() <= next(times).items()


def test_the_files_are_fresh() -> None:
    assert existing_rosters.main(["--check"]) == 0
