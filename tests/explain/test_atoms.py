"""What a ward asks for, part by part: letting go of one never asks for more."""

from datetime import timedelta

from rostering.check import Court
from rostering.domain.index import ProblemIndex
from rostering.domain.wishes import Absence, AbsenceKind
from rostering.explain.atoms import Atom, AtomKind, credited, restricted
from rostering.explain.levers import steps_of, taken
from rostering.explain.models import Step
from rostering.explain.oracle import Oracle
from rostering.solve import Budget
from tests.replan import wards

ROW = {"units": ["post"], "shifts": ["D"], "target": 1}


def test_who_need_not_be_away_is_asked_for_no_more_hours() -> None:
    away = Absence(person="kari", kind=AbsenceKind.VACATION, first=wards.MONDAY, last=wards.date(6))
    problem = wards.ward([wards.person("kari", 100)]).model_copy(update={"absences": (away,)})
    index = ProblemIndex(problem)
    free = restricted(problem, (), credited(index))
    assert free.absences == ()
    assert ProblemIndex(free).contracts["kari"].at_least == index.contracts["kari"].at_least
    kept = restricted(problem, [Atom(AtomKind.ABSENCE, person="kari")], credited(index))
    assert (kept.absences, kept.accounts) == (problem.absences, problem.accounts)


def test_rows_of_one_name_are_lowered_each_by_its_own() -> None:
    rows = [
        {**ROW, "id": "one", "name": "day", "minimum": 1},
        {**ROW, "id": "two", "name": "day", "minimum": 1, "only_dates": [wards.date(1)]},
    ]
    rules = {"coverage": {"mode": "hard", "values": {"required": True}}}
    problem = wards.ward([wards.person("kari", 100)], demand=rows, rules=rules)
    duties = wards.roster(problem, {"kari": "D.DDDDDDDDDDDD"}).assignments
    steps = steps_of(problem, Court.of(problem), "lower", duties)
    assert {(one.subject, one.date) for one in steps} == {
        ("one", wards.date(1)),
        ("two", wards.date(1)),
    }


def test_a_part_of_a_row_gets_an_id_that_no_row_has() -> None:
    rows = [{**ROW, "id": name, "minimum": 1} for name in ("day", "day-1")]
    problem = wards.ward([wards.person("kari", 100)], demand=rows)
    step = Step(kind="lower", subject="day", date=wards.date(0) + timedelta(days=1))
    ids = [row.id for row in taken(problem, [step]).demand]
    assert len(ids) == len(set(ids)) == 3


def test_posts_and_units_at_a_price_are_no_atoms() -> None:
    rules = {"availability": {"mode": "priced", "price": 5}}
    kari = wards.person("kari", 100)
    kari["positions"][0]["first"] = wards.date(7)
    problem = wards.ward([kari], rules=rules)
    oracle = Oracle(problem, Budget(seconds=5, workers=1))
    duties = wards.roster(problem, {"kari": "D"}).assignments
    line = oracle.court.index.plan(duties).lines["kari"]
    assert "availability.employment" in {one.text for one in oracle.court.judge_line(line)}
    assert not {one.kind for one in oracle.broken(duties)} & {AtomKind.ABSENCE, AtomKind.EXEMPTION}
