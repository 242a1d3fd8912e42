"""The shipped table: whole, founded, and at one with the goals of the score card."""

from __future__ import annotations

import copy
import re
import tomllib
from importlib import resources
from typing import Any

import pytest
from pydantic import ValidationError

from rostering.health.thresholds import Light, Measure, Status, ThresholdTable, shipped
from rostering.terms.base import threshold

WRITTEN: dict[str, Any] = tomllib.loads(
    (resources.files("rostering.health") / "thresholds.toml").read_text("utf-8")
)


def test_amber_begins_where_the_goals_of_the_score_card_begin_to_count() -> None:
    table = shipped()
    assert table.of(Measure.NIGHTS_IN_A_ROW).amber.at == threshold("nights_in_a_row") + 1
    assert table.of(Measure.DAYS_IN_A_ROW).amber.at == threshold("days_in_a_row") + 1
    assert table.of(Measure.REST_AFTER_NIGHTS).amber.at == threshold("night_recovery")
    assert table.of(Measure.QUICK_RETURNS).amber.at == 1


def test_every_published_number_has_a_reference_that_can_be_looked_up() -> None:
    table = shipped()
    numbers = [found for one in table.measures for found in (one.amber, one.red)]
    assert {found.status for found in numbers} == set(Status)
    for found in numbers:
        assert bool(found.references) or found.status is not Status.PUBLISHED
    for reference in table.references.values():
        assert reference.link.startswith("https://")
        assert reference.citation
    cited = table.references["vedaa_2017"].citation
    assert cited.startswith("Vedaa Ø, Pallesen S, Waage S, et al. (2017). Short rest")
    assert table.references["aml_10_8_1"].citation == "AML § 10-8 (1)"


def test_lights_are_ordered() -> None:
    assert [light.rank for light in (Light.GREEN, Light.AMBER, Light.RED)] == [0, 1, 2]


def broken(change: str) -> dict[str, Any]:
    table = copy.deepcopy(WRITTEN)
    first = table["measures"][0]
    if change == "missing measure":
        del table["measures"][0]
    elif change == "twice":
        table["measures"].append(first)
    elif change == "red before amber":
        first["red"]["at"] = 1
    elif change == "published by nobody":
        first["amber"]["references"] = []
    elif change == "unknown reference":
        first["amber"]["references"].append("nobody_1900")
    elif change == "unused reference":
        table["references"]["extra"] = {"paragraph": "AML § 1", "link": "https://lovdata.no"}
    elif change == "nameless reference":
        table["references"]["vedaa_2017"] = {"author": "Vedaa Ø", "link": "https://doi.org"}
    return table


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("missing measure", "every measure must stand in the table once"),
        ("twice", "every measure must stand in the table once"),
        ("red before amber", "red at 1 is not beyond amber"),
        ("published by nobody", "a published number needs a reference"),
        ("unknown reference", "unknown or unused: nobody_1900"),
        ("unused reference", "unknown or unused: extra"),
        ("nameless reference", "a reference needs a paragraph, or author and title"),
    ],
)
def test_a_broken_table_is_refused(change: str, told: str) -> None:
    assert ThresholdTable.model_validate(WRITTEN) == shipped()
    with pytest.raises(ValidationError, match=re.escape(told)):
        ThresholdTable.model_validate(broken(change))
