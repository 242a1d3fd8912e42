"""The order of AML § 14-3, and what decides within a class."""

from typing import Any

from rostering.replan.stand_ins import Precedence, precedence_table
from tests.replan.wards import MONDAY, held_against, offer, opened, person, ward

KARI = person("kari", 100)


def volunteer(*names: str) -> list[dict[str, Any]]:
    return [{"person": name, "kind": "volunteer", "first": MONDAY} for name in names]


def ranked(
    people: list[dict[str, Any]], lines: dict[str, str] | None = None, **more: object
) -> list[str]:
    problem = ward([KARI, *people], **more)
    found = held_against(problem, {"kari": "D", **(lines or {})}, opened())
    assert [one.rank for one in found.offered] == list(range(1, len(found.offered) + 1))
    return [one.person for one in found.offered]


def test_part_timers_come_first_then_those_called_in_then_overtime_and_agency_last() -> None:
    # named against the order, so that names alone would give another one
    people = [
        person("a", kind="agency"),
        person("b", 100),
        person("c", 100),
        person("d", kind="on_call"),
        person("e", 50),
        person("f", 50),
    ]
    calls = volunteer("c", "f")
    found = held_against(ward([KARI, *people], call_choices=calls), {"kari": "D"}, opened())
    assert [(one.person, one.precedence.value) for one in found.offered] == [
        ("f", "part_time_volunteer"),
        ("e", "part_time"),
        ("d", "called_in"),
        ("c", "full_time_volunteer"),
        ("b", "full_time"),
        ("a", "agency"),
    ]


def test_the_table_has_every_class_once_with_its_source() -> None:
    table = precedence_table()
    assert sorted(place.precedence for place in table.order) == sorted(Precedence)
    assert table.source == "AML § 14-3"
    assert "lovdata.no" in table.link
    assert [place.precedence for place in table.order if not place.law] == [
        Precedence.CALLED_IN,
        Precedence.FULL_TIME_VOLUNTEER,
        Precedence.FULL_TIME,
    ]


def test_two_posts_that_make_up_full_time_are_full_time_and_a_temp_with_a_post_part_time() -> None:
    double = person("ola", 60)
    double["positions"].append({"id": "ola-2", "unit": "post", "percent": 40})
    temp = person("per", 30, kind="temp")
    found = held_against(ward([KARI, double, temp]), {"kari": "D"}, opened())
    classes = {one.person: one.precedence for one in found.offered}
    assert classes == {"ola": Precedence.FULL_TIME, "per": Precedence.PART_TIME}


def test_a_temp_without_a_post_is_called_in_and_an_agency_post_changes_nothing() -> None:
    people = [person("ola", kind="temp"), person("per", 50, kind="agency"), person("eva")]
    found = held_against(ward([KARI, *people]), {"kari": "D"}, opened())
    assert offer(found, "ola").precedence is Precedence.CALLED_IN
    assert offer(found, "eva").precedence is Precedence.CALLED_IN
    assert offer(found, "per").precedence is Precedence.AGENCY


def test_within_a_class_volunteers_come_first_even_when_they_cost_more() -> None:
    dear = person("ola", kind="on_call", pay=600_000)
    cheap = person("per", kind="on_call", pay=400_000)
    assert ranked([dear, cheap]) == ["per", "ola"]
    assert ranked([dear, cheap], call_choices=volunteer("ola")) == ["ola", "per"]


def test_then_fewer_broken_wishes_then_lower_cost() -> None:
    dear, cheap = person("ola", 50, pay=600_000), person("per", 50, pay=400_000)
    off = [{"person": "per", "kind": "avoid", "first": MONDAY}]
    assert ranked([dear, cheap]) == ["per", "ola"]
    assert ranked([dear, cheap], wishes=off) == ["ola", "per"]


def test_then_the_lighter_burden_then_the_name() -> None:
    # equal pay: Ola has worked the Saturday that his share gives him, Per none
    people = [person("ola", 50, pay=400_000), person("per", 50, pay=400_000)]
    assert ranked(people) == ["ola", "per"]
    weekend = {"ola": ".....D"}
    found = held_against(ward([KARI, *people]), {"kari": "D", **weekend}, opened())
    ola, per = offer(found, "ola"), offer(found, "per")
    assert ola.ore == per.ore
    assert ola.burden == per.burden + 1
    assert [one.person for one in found.offered] == ["per", "ola"]


def test_a_cost_that_differs_by_rounding_alone_does_not_decide() -> None:
    # on-costs are reckoned of a person's whole bill and rounded: an øre or two come and go
    people = [person("ola", 50, pay=400_000), person("per", 50, pay=400_010)]
    weekend = {"ola": ".....D"}
    found = held_against(ward([KARI, *people]), {"kari": "D", **weekend}, opened())
    ola, per = offer(found, "ola"), offer(found, "per")
    assert 0 < per.ore - ola.ore < 50
    assert [one.person for one in found.offered] == ["per", "ola"]
