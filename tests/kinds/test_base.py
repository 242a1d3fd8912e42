"""A base roster wraps round: what is lawful in it is lawful on every rotation."""

import datetime as dt

import pytest

from rostering.check import Court, check
from rostering.domain.problem import HorizonKind, Problem
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput
from rostering.kinds import base_problem, dated_problem, unroll
from rostering.solve import Budget, solve
from tests.kinds.small_base import MONDAY, PEOPLE, letters, roster, ward


def rules(problem: Problem, lines: dict[str, str]) -> list[tuple[str, str | None, dt.date]]:
    full = {person: lines.get(person, "F" * problem.horizon.days) for person in PEOPLE}
    found = check(problem, roster(problem, full))
    return [(b.rule, b.person, b.first) for b in found if b.rule != "coverage"]


def test_a_base_problem_keeps_what_recurs_and_drops_what_has_a_date() -> None:
    made = ward(
        wishes=[{"person": "ada", "kind": "avoid", "first": MONDAY}],
        absences=[{"person": "bo", "kind": "vacation", "first": MONDAY}],
        history=[{"person": "ada", "date": MONDAY - dt.timedelta(1), "shift": "D", "unit": "u"}],
        demand=[
            {"id": "day", "units": ["u"], "shifts": ["D"], "except_dates": [MONDAY]},
            {"id": "once", "units": ["u"], "shifts": ["D"], "only_dates": [MONDAY]},
        ],
    )
    base = base_problem(made, 3)
    assert base.horizon.kind is HorizonKind.CYCLIC
    assert (base.horizon.start, base.horizon.days) == (MONDAY, 21)
    assert [row.id for row in base.demand] == ["day"]
    assert base.demand[0].except_dates == ()
    assert [base.wishes, base.absences, base.history] == [(), (), ()]
    Court.of(base)


def test_an_agreement_that_holds_on_the_start_holds_always_and_another_not_at_all() -> None:
    ended = {"id": "old", "level": "L1", "last": MONDAY - dt.timedelta(1)}
    running = {"id": "now", "level": "L2", "first": MONDAY, "last": MONDAY}
    base = base_problem(ward(agreements=[ended, running]), 2)
    assert [(a.id, a.first, a.last) for a in base.agreements] == [("now", None, None)]


@pytest.mark.parametrize(
    ("weeks", "start", "where"),
    [(0, None, "weeks"), (54, None, "weeks"), (2, MONDAY + dt.timedelta(2), "start")],
)
def test_no_weeks_too_many_or_a_start_on_wednesday_are_refused(
    weeks: int, start: dt.date | None, where: str
) -> None:
    with pytest.raises(BadInput) as caught:
        base_problem(ward(), weeks, start)
    assert [fault.where for fault in caught.value.faults] == [where]


def test_rest_is_judged_across_the_seam() -> None:
    base = base_problem(ward(), 2)
    worked = {"ada": "DFFFFFF FFFFFFN"}
    assert ("daily_rest", "ada", MONDAY - dt.timedelta(1)) in rules(base, worked)
    assert rules(base, {"ada": "FDFFFFF FFFFFFN"}) == []


def test_a_run_of_days_goes_on_across_the_seam() -> None:
    base = base_problem(ward(), 2)
    found = rules(base, {"ada": "DDDFFFF FFFDDDD"})
    assert [(rule, person) for rule, person, _ in found if rule == "runs"] == [("runs", "ada")]


def test_a_calendar_roster_of_the_same_days_does_not_wrap_round() -> None:
    assert rules(ward(), {"ada": "DDDFFFF FFFDDDD"}) == []


def test_a_solved_base_roster_is_lawful_on_each_rotation() -> None:
    base = base_problem(ward(), 4)
    outcome = solve(base, Budget(seconds=None, steps=2, workers=1, seed=1))
    assert outcome.roster is not None
    for turned in range(4):
        shown = turn(base, outcome.roster, turned)
        assert [b for b in check(base, shown) if b.hard] == []
        dated = dated_problem(base, MONDAY, 12)
        laid = unroll(base, outcome.roster, dated, first_week=turned + 1).problem
        on_dates = roster(laid, {}).model_copy(update={"assignments": laid.published})
        assert [b.text for b in check(laid, on_dates) if b.hard] == []


def turn(base: Problem, shown: Roster, weeks: int) -> Roster:
    """Return the roster as it looks from a later week of the cycle."""
    start, days = base.horizon.start, base.horizon.days
    moved = []
    for duty in shown.assignments:
        day = ((duty.date - start).days - 7 * weeks) % days
        moved.append(duty.model_copy(update={"date": start + dt.timedelta(day)}))
    return shown.model_copy(update={"assignments": tuple(moved)})


def test_holders_of_one_line_work_the_same_weeks_each_from_its_own() -> None:
    held = [{"person": person, "entry_week": week} for week, person in enumerate(PEOPLE, 1)]
    line = {"id": "rota", "unit": "u", "percent": 100, "holders": held}
    base = base_problem(ward(base_lines=[line]), 4)
    outcome = solve(base, Budget(seconds=None, steps=2, workers=1, seed=1))
    assert outcome.roster is not None
    own = {p: letters(base, outcome.roster.assignments, p) for p in PEOPLE}
    assert len(set(own.values())) > 1
    for week, person in enumerate(PEOPLE):
        assert own[person] == own["ada"][7 * week :] + own["ada"][: 7 * week]


def test_parts_of_weeks_and_things_with_dates_are_no_base_roster() -> None:
    base = base_problem(ward(), 2)
    odd = base.model_copy(
        update={
            "horizon": base.horizon.model_copy(update={"days": 10}),
            "history": (
                Assignment(person="ada", date=MONDAY - dt.timedelta(1), shift="D", unit="u"),
            ),
        }
    )
    with pytest.raises(BadInput) as caught:
        Court.of(odd)
    assert {fault.where for fault in caught.value.faults} == {"horizon", "history"}
