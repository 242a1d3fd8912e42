"""A unit's rules and goals are told with values, paragraphs and what the unit has set itself."""

from rostering.rules.registry import RULES
from rostering.terms.registry import TERMS
from tests.api.world import World, ok


def test_norms_tell_values_paragraphs_and_weights(here: World) -> None:
    manager = here.client("manager")
    norms = ok(manager.get(f"/api/units/{here.unit}/norms"))
    assert [rule["rule"] for rule in norms["rules"]] == [rule.id for rule in RULES]
    assert [goal["term"] for goal in norms["goals"]] == [term.id for term in TERMS]
    rest = next(rule for rule in norms["rules"] if rule["rule"] == "daily_rest")
    value = next(value for value in rest["values"] if value["value"] == "minimum")
    assert "10-8" in value["paragraph"]
    assert value["unit"] == "minutes"
    assert value["form"] == "number"
    assert not value["own"]


def test_the_units_own_value_stands_beside_what_it_tightens(here: World) -> None:
    manager = here.client("manager")
    url = f"/api/units/{here.unit}/ward/rules"
    seen = manager.get(url)
    own = seen.json() | {"runs": {"values": {"max_work": 4}}}
    ok(manager.put(url, json=own, headers={"If-Match": seen.headers["ETag"]}))
    norms = ok(manager.get(f"/api/units/{here.unit}/norms"))
    runs = next(rule for rule in norms["rules"] if rule["rule"] == "runs")
    value = next(value for value in runs["values"] if value["value"] == "max_work")
    assert (value["held"], value["own"]) == (4, True)
    assert value["usual"] == 6
