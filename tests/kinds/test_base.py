"""A base roster wraps round: what is lawful in it is lawful on every rotation."""

import datetime as dt

import pytest

from rostering.check import Court, check
from rostering.domain.able import able
from rostering.domain.canonical import content_hash
from rostering.domain.placement import misplaced
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


def test_a_base_problem_keeps_what_recurs_and_drops_what_lies_on_a_date() -> None:
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
    assert [base.wishes, base.absences, base.history] == [(), (), ()]
    asked = [(cell.row.id, cell.day) for cell in Court.of(base).index.cells]
    assert asked == [("day", day) for day in range(21)]
    again = dated_problem(base, MONDAY, 1)
    asked = [(cell.row.id, cell.day) for cell in Court.of(again).index.cells]
    assert asked == [*(("day", day) for day in range(1, 7)), ("once", 0)]


def test_an_agreement_that_holds_on_the_start_holds_in_all_weeks_and_another_in_none() -> None:
    daily_rest = {"rules": ["daily_rest"], "level": "L2"}
    ends, begins = MONDAY + dt.timedelta(1), MONDAY + dt.timedelta(7)
    worked = {"ada": "FFFFFFF FADFFFF"}
    running = [{"id": "now", "last": ends, **daily_rest}]
    assert rules(base_problem(ward(agreements=running), 2), worked) == []
    coming = [{"id": "soon", "first": begins, **daily_rest}]
    found = rules(base_problem(ward(agreements=coming), 2), worked)
    assert found == [("daily_rest", "ada", MONDAY + dt.timedelta(8))]


def test_an_agreement_that_ends_in_the_dated_period_ends_there() -> None:
    last = MONDAY + dt.timedelta(14 + 8)
    agreement = {"id": "now", "rules": ["daily_rest"], "level": "L2", "last": last}
    base = base_problem(ward(agreements=[agreement]), 1)
    shown = roster(base, {"ada": "ADFFFFF"})  # 9 hours of rest
    assert rules(base, {"ada": "ADFFFFF"}) == []
    laid = unroll(base, shown, dated_problem(base, MONDAY + dt.timedelta(7), 4)).problem
    found = check(laid, roster(laid, {}).model_copy(update={"assignments": laid.published}))
    rests = [b.first for b in found if b.rule == "daily_rest"]
    assert rests == [MONDAY + dt.timedelta(28)]  # the fourth week; the second and third are opened


def test_what_people_have_begins_and_ends_in_the_dated_period() -> None:
    later = MONDAY + dt.timedelta(7)
    over = later - dt.timedelta(1)
    halves = [
        {"id": "p", "unit": "u", "percent": 50, "last": over},
        {"id": "p", "unit": "u", "percent": 80, "first": later},
    ]
    told = {
        "positions": halves,
        "competences": [{"code": "x", "last": over}, {"code": "y", "first": later}],
        "exemptions": [{"kinds": ["night"], "first": later}],
    }
    person = {"id": "ada", "name": "Ada", "home_unit": "u", **told}
    base = base_problem(ward(people=[person], competences=[{"code": "x"}, {"code": "y"}]), 2)
    line, dated = Court.of(base).index, Court.of(dated_problem(base, MONDAY, 2)).index
    for day in (0, 13):
        ada = line.people["ada"]
        assert line.held(ada, day) == {"x"}
        assert able(line, ada, line.duty(day, "N", "u"))
    assert line.contracts["ada"].owed == 2 * 1065  # 50 % of 35.5 h
    ada = dated.people["ada"]
    assert [dated.held(ada, day) for day in (0, 13)] == [{"x"}, {"y"}]
    assert [able(dated, ada, dated.duty(day, "N", "u")) for day in (0, 13)] == [True, False]
    assert dated.contracts["ada"].owed == 1065 + 1704


@pytest.mark.parametrize(
    "dates", [{"last": MONDAY - dt.timedelta(1)}, {"first": MONDAY + dt.timedelta(7)}]
)
def test_who_has_no_position_on_the_start_is_in_no_week_of_the_base(
    dates: dict[str, dt.date],
) -> None:
    post = {"id": "p", "unit": "u", "percent": 100, **dates}
    people: list[dict[str, object]] = [{"id": p, "name": p, "home_unit": "u"} for p in PEOPLE]
    people[0]["positions"] = [post]
    held = [{"person": person, "entry_week": week} for week, person in enumerate(PEOPLE[:2], 1)]
    line = {"id": "rota", "unit": "u", "percent": 100, "holders": held}
    base = base_problem(ward(people=people, base_lines=[line]), 2)
    index = Court.of(base).index
    there = [able(index, index.people["ada"], index.duty(day, "D", "u")) for day in range(-14, 14)]
    assert not any(there)
    assert [h.person for h in index.problem.base_lines[0].holders] == ["bo"]
    assert base.people[0].positions[0].first == dates.get("first")


def test_a_role_may_stand_in_any_week_whose_row_recurs() -> None:
    row = {"id": "boss", "units": ["u"], "shifts": ["D"], "exclusive": True}
    made = ward(demand=[row | {"except_dates": [MONDAY]}, row | {"id": "gone", "last": MONDAY}])
    base = base_problem(made, 1, MONDAY + dt.timedelta(7))
    assert placed(base, "boss", 0) is None
    assert placed(base, "gone", 0) is not None
    assert placed(dated_problem(base, MONDAY, 1), "boss", 0) is not None
    assert placed(dated_problem(base, MONDAY, 1), "gone", 0) is None


def placed(problem: Problem, role: str, day: int) -> tuple[str, str] | None:
    return misplaced(problem, "D", "u", role, problem.horizon.start + dt.timedelta(day))


def test_a_roster_names_the_base_as_it_was_given() -> None:
    agreement = {"id": "now", "level": "L2", "last": MONDAY}
    base = base_problem(ward(agreements=[agreement]), 2)
    outcome = solve(base, Budget(seconds=None, steps=2, workers=1, seed=1))
    assert outcome.roster is not None
    assert outcome.card is not None
    assert outcome.roster.problem_hash == outcome.card.problem_hash == content_hash(base)


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
