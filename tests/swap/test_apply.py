"""The roster after a swap differs in what the swap says and in nothing else."""

import pytest

from rostering.errors import BadInput
from rostering.swap import apply, require_swap
from tests.swap.small_swaps import MONDAY, asked, court, duty, person, roster, ward


def test_each_duty_goes_to_the_next_one_and_keeps_everything_else() -> None:
    problem = ward(*(person(name) for name in ("ada", "bo", "cy")))
    plan = roster(problem, {"ada": "D..D...", "bo": ".A.....", "cy": "..D...."})
    given = (duty("ada", 0, "D"), duty("bo", 1, "A"), duty("cy", 2, "D"))
    swap = require_swap(court(problem), plan, asked(*given), MONDAY)
    after = apply(swap, plan)
    assert set(after.assignments) == {
        *(duty("ada", 2, "D"), duty("ada", 3, "D"), duty("bo", 0, "D"), duty("cy", 1, "A")),
    }
    assert list(after.assignments) == sorted(after.assignments, key=lambda one: one.key)
    left = {"assignments": (), "evidence": plan.evidence}
    assert after.model_copy(update=left) == plan.model_copy(update=left)
    assert after.evidence.strategy == "manual"


def test_role_unit_and_pay_go_with_the_duty() -> None:
    row = {"id": "lead", "units": ["u"], "shifts": ["D"], "exclusive": True, "target": 1}
    problem = ward(person("ada"), person("bo"), demand=[row])
    lead = duty("ada", 0, "D", role="lead", pay="moved")
    plan = roster(problem, {"ada": "", "bo": ""}, assignments=(lead, duty("bo", 2, "D")))
    swap = require_swap(court(problem), plan, asked(lead, duty("bo", 2, "D")), MONDAY)
    assert duty("bo", 0, "D", role="lead", pay="moved") in apply(swap, plan).assignments


def test_pay_need_not_be_told_to_name_a_duty() -> None:
    problem = ward(person("ada"), person("bo"))
    plan = roster(problem, {}, assignments=(duty("ada", 0, "D", pay="extra"), duty("bo", 2, "D")))
    swap = require_swap(
        court(problem), plan, asked(duty("ada", 0, "D"), duty("bo", 2, "D")), MONDAY
    )
    assert swap.handovers[0].gives == duty("ada", 0, "D", pay="extra")


def test_a_swap_of_another_roster_is_refused() -> None:
    problem = ward(person("ada"), person("bo"))
    plan = roster(problem, {"ada": "D......", "bo": "..D...."})
    given = (duty("ada", 0, "D"), duty("bo", 2, "D"))
    after = apply(require_swap(court(problem), plan, asked(*given), MONDAY), plan)
    with pytest.raises(BadInput) as error:
        apply(asked(*given), after)
    assert [one.where for one in error.value.faults] == ["handovers[0].gives", "handovers[1].gives"]
    mixed = asked(*given).model_copy(update={"handovers": (asked(*given).handovers[0],)})
    with pytest.raises(BadInput, match="which nobody gives"):
        apply(mixed, plan)
