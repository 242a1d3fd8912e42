"""The model of a whole ward: locks, what is frozen, modes of rules, and reading back."""

from datetime import date, timedelta
from typing import Any

import pytest

from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.model.build import Built, build
from rostering.model.listener import HARD, Binding
from rostering.model.settle import settle
from rostering.rulings import Rulings
from rostering.terms.registry import TERMS

START = date(2027, 1, 4)
FREE = {term.id: 0 for term in TERMS}
TIMES = {"D": ("day", "07:30", "15:00"), "A": ("evening", "15:00", "22:30")}


def ward(**parts: Any) -> Problem:  # noqa: ANN401
    """Return a ward of two units in which Kari may work anywhere and nothing binds."""
    shifts = [
        {"code": code, "kind": kind, "start": start, "end": end}
        for code, (kind, start, end) in TIMES.items()
    ]
    return Problem.model_validate(
        {
            "name": "ward",
            "horizon": {"start": START, "days": 3, **parts.pop("horizon", {})},
            "units": [{"id": "u"}, {"id": "w"}],
            "shifts": shifts,
            "people": [
                {"id": "Kari", "name": "Kari", "home_unit": "u", "other_units": ["w"]},
                {"id": "Per", "name": "Per", "home_unit": "u"},
            ],
            "demand": [
                {"id": "lead", "units": ["u"], "shifts": ["D"], "exclusive": True, "target": 1}
            ],
            "rulebooks": [],
            "weights": FREE,
            **parts,
        }
    )


def built(problem: Problem, **how: Any) -> Built:  # noqa: ANN401
    index = ProblemIndex(problem)
    return build(index, Rulings(index), **how)


def duty(
    day: int, shift: str, unit: str = "u", role: str | None = None, person: str = "Kari"
) -> Assignment:
    return Assignment(
        person=person, date=START + timedelta(days=day), shift=shift, unit=unit, role=role
    )


def allowed(problem: Problem, *duties: Assignment, **how: Any) -> bool:  # noqa: ANN401
    return settle(built(problem, **how), duties) is not None


def test_a_locked_shift_must_be_worked_and_nothing_else_that_day() -> None:
    problem = ward(locks=[{"person": "Kari", "date": START, "shift": "D"}])
    assert allowed(problem, duty(0, "D"))
    assert allowed(problem, duty(0, "D", "w")), "the lock leaves the unit open"
    assert allowed(problem, duty(0, "D", role="lead")), "the lock leaves the role open"
    assert allowed(problem, duty(0, "D"), duty(1, "A")), "other days are free"
    assert allowed(problem, duty(0, "D"), duty(0, "A", person="Per")), "so are other people"
    assert not allowed(problem)
    assert not allowed(problem, duty(0, "A"))
    assert not allowed(problem, duty(0, "D"), duty(0, "A"))


def test_a_lock_may_name_unit_and_role() -> None:
    problem = ward(
        locks=[
            {"person": "Kari", "date": START, "shift": "D", "unit": "w"},
            {"person": "Per", "date": START, "shift": "D", "role": "lead"},
        ]
    )
    right = (duty(0, "D", "w"), duty(0, "D", role="lead", person="Per"))
    assert allowed(problem, *right)
    assert not allowed(problem, duty(0, "D", "u"), right[1])
    assert not allowed(problem, right[0], duty(0, "D", person="Per"))


def test_a_locked_day_off_stays_free() -> None:
    problem = ward(locks=[{"person": "Kari", "date": START}])
    assert allowed(problem)
    assert not allowed(problem, duty(0, "D"))


def test_a_lock_that_a_rule_bars_leaves_no_roster() -> None:
    problem = ward(
        locks=[{"person": "Kari", "date": START, "shift": "D"}],
        absences=[{"person": "Kari", "kind": "sick", "first": START}],
        rulebooks=["no_aml"],
    )
    assert not allowed(problem, duty(0, "D"))
    assert not allowed(problem)


PUBLISHED = [
    {"person": "Kari", "date": START, "shift": "D", "unit": "u", "role": "lead"},
    {"person": "Kari", "date": START + timedelta(days=1), "shift": "A", "unit": "w"},
    {"person": "Kari", "date": START + timedelta(days=2), "shift": "A", "unit": "u"},
]


def test_before_the_frozen_day_everything_stays_as_published() -> None:
    problem = ward(published=PUBLISHED, horizon={"frozen_until": START + timedelta(days=2)})
    kept = (duty(0, "D", role="lead"), duty(1, "A", "w"))
    assert allowed(problem, *kept)
    assert allowed(problem, *kept, duty(2, "D"))
    assert not allowed(problem, kept[0])
    assert not allowed(problem, duty(0, "D"), kept[1]), "the role is part of it"
    assert not allowed(problem, kept[0], duty(1, "A", "u")), "so is the unit"
    assert not allowed(problem, *kept, duty(1, "D", person="Per")), "who was off stays off"
    assert allowed(problem, *kept, duty(2, "D", person="Per"))


def test_what_is_published_beyond_the_frozen_day_may_change() -> None:
    problem = ward(published=PUBLISHED, horizon={"frozen_until": START})
    assert allowed(problem)


def test_a_switched_model_lets_go_of_one_duty_a_day_too() -> None:
    """Asking whether somebody works must not assume what a switch may lift."""
    rules = {
        "runs": {"values": {"max_work": 1}},
        "coverage": {"mode": "off", "reason": "apart"},
    }
    problem = ward(rulebooks=["no_local"], rules=rules)
    both = (duty(0, "D"), duty(0, "A"))
    off = built(problem, goals=False, switched=lambda _rule, _person: Binding(switch=10**9))
    assert not allowed(problem, *both)
    off.model.add(off.speaker.literals.variable(10**9) == 0)
    assert settle(off, both) is not None


def test_a_switch_may_bind_one_rule_and_leave_the_others_hard() -> None:
    def switched(rule: str, _person: str | None) -> Binding:
        return Binding(switch=10**9) if rule == "runs" else HARD

    problem = ward(
        rules={
            "runs": {"values": {"max_work": 1}},
            "coverage": {"mode": "off", "reason": "apart"},
        },
        rulebooks=["no_local"],
    )
    free = built(problem, goals=False, switched=switched)
    free.model.add(free.speaker.literals.variable(10**9) == 0)
    assert settle(free, (duty(0, "D"), duty(1, "D"))) is not None
    assert settle(free, (duty(0, "D"), duty(0, "A"))) is None


def test_a_priced_rule_is_left_out_of_a_model_without_goals() -> None:
    rules = {"runs": {"mode": "priced", "price": 5, "values": {"max_work": 1}}}
    problem = ward(rules=rules)
    line = (duty(0, "D"), duty(1, "D"))
    with_goals, without = (settle(built(problem, goals=goals), line) for goals in (True, False))
    assert with_goals is not None
    assert without is not None
    assert (with_goals.objective, without.objective) == (5, 0)


@pytest.mark.parametrize("rule", ["availability", "competence"])
def test_a_rule_that_bars_single_duties_may_be_priced(rule: str) -> None:
    problem = ward(
        rulebooks=["no_aml"],
        rules={rule: {"mode": "priced", "price": 5}},
        absences=[{"person": "Kari", "kind": "sick", "first": START}],
        competences=[{"code": "n"}],
        demand=[{"id": "r", "units": ["u"], "shifts": ["D"], "exclusive": True,
                 "competence": {"all_of": ["n"]}}],
    )  # fmt: skip
    line = (duty(0, "D"),) if rule == "availability" else (duty(1, "D", role="r"),)
    settled = settle(built(problem), line)
    assert settled is not None
    assert settled.objective == 5


def test_a_hard_rule_after_a_priced_one_is_still_hard() -> None:
    problem = ward(
        rules={
            "daily_rest": {"mode": "priced", "price": 5, "values": {"minimum": 660}},
            "runs": {"values": {"max_work": 1}},
        }
    )
    assert allowed(problem, duty(0, "D"))
    assert not allowed(problem, duty(0, "D"), duty(1, "D"))


def test_a_roster_is_read_back_as_it_was_put_in() -> None:
    model = built(ward(weights={**FREE, "shortage": 1}))
    duties = (duty(0, "D", role="lead"), duty(1, "D", role="lead", person="Per"))
    settled = settle(model, duties)
    assert settled is not None
    found = model.read(lambda literal: bool(settled.values[literal.index]))
    assert found == duties


def test_duties_that_nobody_speaks_of_may_be_worked() -> None:
    assert allowed(ward(), duty(0, "A"))


def test_a_duty_that_is_not_offered_is_not_allowed() -> None:
    assert not allowed(ward(), duty(0, "A", "w", person="Per"))


def test_the_least_cost_is_settled_even_when_the_model_would_rather_do_otherwise() -> None:
    model = built(ward(weights={**FREE, "shortage": 2}))
    nobody = settle(model, ())
    assert nobody is not None
    assert nobody.objective == 2 * 3 * 450
