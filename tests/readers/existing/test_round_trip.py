"""The roster workbook reads back as the same roster."""

import datetime as dt
from pathlib import Path

import pytest

from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, DayCode, Overlay, Roster, Worked
from rostering.domain.shifts import Pay
from rostering.domain.wishes import Absence, AbsenceKind
from rostering.errors import BadInput
from rostering.readers import problem_from_data
from rostering.readers.existing import import_roster, propose_mapping
from rostering.writers import write_roster_workbook
from tests.readers.small_ward import small
from tests.solved import solved

START = dt.date(2027, 3, 1)


def ward() -> Problem:
    """Return the small ward with a second unit, roles, and namesakes."""
    data = small()
    data["units"].append({"id": "post 4/b"})
    data["people"].append({**data["people"][0], "id": "p3", "other_units": ["post 4/b"]})
    for number, role in enumerate(("ansvar", "leder"), 1):
        data["demand"].append(
            {
                "id": role, "units": ["post3"], "shifts": ["D", "A"][: number], "minimum": 0,
                "target": 1, "exclusive": True,
            }
        )  # fmt: skip
    for number, name in enumerate(("Ekstra / Vikar", "Vakant", "Bemanning Pool"), 4):
        data["people"].append({**data["people"][1], "id": f"p{number}", "name": name})
    data["absences"] = []
    return problem_from_data(data)


def roster(problem: Problem, **parts: object) -> Roster:
    return Roster.model_validate(
        {
            "problem_name": problem.name,
            "problem_hash": content_hash(problem),
            "start": problem.horizon.start,
            "days": problem.horizon.days,
            **parts,
        }
    )


def duty(person: str, day: int, shift: str, **more: object) -> Assignment:
    values = {"person": person, "date": START + dt.timedelta(days=day), "shift": shift}
    return Assignment.model_validate({"unit": "post3", **values, **more})


def again(tmp_path: Path, problem: Problem, made: Roster) -> Roster:
    """Return a roster written as a workbook and read back with its ward."""
    path = tmp_path / "roster.xlsx"
    write_roster_workbook(problem, made, None, path)
    done = import_roster(path, propose_mapping(path, problem).mapping, problem)
    assert done.same_ward
    return done.roster


@pytest.mark.parametrize("name", ["tiny", "small"])
def test_a_solved_roster_comes_back_with_its_day_codes(tmp_path: Path, name: str) -> None:
    problem, made = solved(name)
    assert made.overlays
    back = again(tmp_path, problem, made)
    assert set(back.assignments) == set(made.assignments)
    assert set(back.overlays) == set(made.overlays)
    assert back.problem_hash == made.problem_hash


def test_roles_units_pay_and_several_duties_survive(tmp_path: Path) -> None:
    problem = ward()
    duties = (
        duty("p1", 0, "A", role="leder"),
        duty("p1", 1, "D", role="leder"),
        duty("p2", 1, "D", role="ansvar"),
        duty("p3", 0, "D", unit="post 4/b"),
        duty("p3", 1, "D", unit="post 4/b", pay=Pay.EXTRA),
        duty("p3", 1, "N", pay=Pay.OVERTIME),
        duty("p2", 3, "N", pay=Pay.MOVED),
        duty("p4", 3, "N"),
        duty("p5", 4, "N"),
        duty("p6", 5, "N"),
    )
    back = again(tmp_path, problem, roster(problem, assignments=duties))
    assert set(back.assignments) == set(duties)


def test_worked_shifts_and_codes_beside_duties_survive(tmp_path: Path) -> None:
    problem = ward()
    day = {n: START + dt.timedelta(days=n) for n in range(9)}
    made = roster(
        problem,
        assignments=(duty("p1", 0, "D"), duty("p1", 1, "D"), duty("p1", 2, "D")),
        overlays=(
            Overlay(person="p1", date=day[2], code=DayCode.F1),
            Overlay(person="p2", date=day[3], code=DayCode.F2),
        ),
        worked=(
            Worked(person="p1", date=day[0], shift="N", unit="post3"),
            Worked(person="p1", date=day[1]),
            Worked(person="p2", date=day[5], shift="D", unit="post3", pay=Pay.OVERTIME),
        ),
    )
    back = again(tmp_path, problem, made)
    assert set(back.assignments) == set(made.assignments)
    assert set(back.overlays) == set(made.overlays)
    assert set(back.worked) == set(made.worked)


def test_vacation_over_a_planned_shift_survives_and_stays_credited(tmp_path: Path) -> None:
    problem = ward().model_copy(
        update={
            "absences": (
                Absence(person="p1", kind=AbsenceKind.VACATION, first=START, shift="D"),
                Absence(person="p2", kind=AbsenceKind.SICK_CHILD, first=START),
            )
        }
    )
    overlays = (
        Overlay(person="p1", date=START, code=DayCode.VACATION, shift="D"),
        Overlay(person="p2", date=START, code=DayCode.SICK_CHILD),
    )
    made = roster(problem, overlays=overlays)
    assert set(again(tmp_path, problem, made).overlays) == set(overlays)


def test_an_absence_that_the_ward_lacks_is_added_to_it(tmp_path: Path) -> None:
    problem = ward()
    overlays = (Overlay(person="p1", date=START, code=DayCode.VACATION, shift="D"),)
    path = tmp_path / "roster.xlsx"
    write_roster_workbook(problem, roster(problem, overlays=overlays), None, path)
    done = import_roster(path, propose_mapping(path, problem).mapping, problem)
    assert not done.same_ward
    assert [(a.person, a.kind, a.shift) for a in done.problem.absences] == [
        ("p1", AbsenceKind.VACATION, "D")
    ]
    assert done.roster.problem_hash == content_hash(done.problem)


def test_an_absence_that_contradicts_the_ward_is_told(tmp_path: Path) -> None:
    sick = Absence(person="p1", kind=AbsenceKind.SICK, first=START)
    problem = ward()
    overlays = (Overlay(person="p1", date=START, code=DayCode.VACATION),)
    path = tmp_path / "roster.xlsx"
    write_roster_workbook(problem, roster(problem, overlays=overlays), None, path)
    known = problem.model_copy(update={"absences": (sick,)})
    with pytest.raises(BadInput) as caught:
        import_roster(path, propose_mapping(path, known).mapping, known)
    (fault,) = caught.value.faults
    assert fault.where == "sheet Turnus, cell D7"
    assert fault.found == "vacation over no shift"


def test_without_the_ward_people_keep_their_ids_and_duties(tmp_path: Path) -> None:
    problem = ward()
    problem = problem.model_copy(update={"people": problem.people[:-3]})  # no odd names
    made = roster(problem, assignments=(duty("p1", 0, "D"), duty("p3", 2, "N")))
    path = tmp_path / "roster.xlsx"
    write_roster_workbook(problem, made, None, path)
    done = import_roster(path, propose_mapping(path).mapping)
    assert [(a.person, a.date, a.shift) for a in done.roster.assignments] == [
        ("p1", START, "D"),
        ("p3", START + dt.timedelta(days=2), "N"),
    ]
    times = {s.code: (s.start, s.end_minute, s.minutes) for s in problem.shifts}
    assert {s.code: (s.start, s.end_minute, s.minutes) for s in done.problem.shifts} == times


def test_a_star_that_two_roles_fit_is_asked_about(tmp_path: Path) -> None:
    problem = ward()
    path = tmp_path / "roster.xlsx"
    made = roster(problem, assignments=(duty("p1", 1, "D", role="leder"),))
    write_roster_workbook(problem, made, None, path)
    from openpyxl import load_workbook

    book = load_workbook(path)
    assert book["Turnus"]["E7"].value == "D*leder"
    book["Turnus"]["E7"].value = "D*"
    book.save(path)
    with pytest.raises(BadInput, match=r"D\*, a duty with a role, and 2 rows fit"):
        import_roster(path, propose_mapping(path, problem).mapping, problem)


def test_a_person_whom_the_ward_lacks_is_told(tmp_path: Path) -> None:
    problem = ward()
    path = tmp_path / "roster.csv"
    heads = ";".join(f"{START + dt.timedelta(days=n):%d.%m.%Y}" for n in range(5))
    names = "Nordmann, Kari", "Ukjent Person"
    path.write_text("\n".join([f"Navn;{heads}", *(f"{name};D" for name in names)]), "utf-8")
    mapping = propose_mapping(path, problem).mapping
    with pytest.raises(BadInput) as caught:
        import_roster(path, mapping, problem)
    near, unknown = caught.value.faults
    assert '"Nordmann, Kari" = "p1"' in near.maybe
    assert unknown.found == "'Ukjent Person', whom the ward does not have"
