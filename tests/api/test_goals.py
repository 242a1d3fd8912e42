"""What a period's searches aim for."""

from rostering.terms.base import defaults
from rostering.terms.registry import TERMS
from tests.api.world import World, ok


def test_goals_are_told_with_the_weights_that_hold_in_the_period(here: World) -> None:
    manager = here.client("manager")
    period = here.period()
    facts = {key: period[key] for key in ("name", "start", "days")}
    changed = {**facts, "weights": {"wishes": 70}}
    tag = {"If-Match": f'"{period["revision"]}"'}
    ok(manager.put(f"/api/periods/{period['id']}", json=changed, headers=tag))
    goals = ok(manager.get(f"/api/periods/{period['id']}/goals"))
    assert [goal["term"] for goal in goals] == [term.id for term in TERMS]
    usual = defaults()["weights"]
    for goal in goals:
        assert goal["usual"] == usual[goal["term"]]
        held = here.problem.weights.get(goal["term"], goal["usual"])
        assert goal["weight"] == (70 if goal["term"] == "wishes" else held)
    assert next(goal["unit"] for goal in goals if goal["term"] == "shortage") == "minutes"
