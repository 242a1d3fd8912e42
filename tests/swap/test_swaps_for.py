"""Which swaps are found, in which order, and what they are said to change."""

from datetime import date
from typing import Any

import pytest

from rostering.domain.problem import Problem
from rostering.domain.roster import Roster, Worked
from rostering.errors import BadInput
from rostering.swap import Consent, SwapKind, swaps_for
from tests.swap.small_swaps import MONDAY, code, court, day, duty, person, roster, told, ward

EVENINGS_NEVER = {"exemptions": [{"kinds": ["evening"]}]}
MONDAYS_NEVER = {"exemptions": [{"weekdays": [1]}]}


OFF = {"mode": "off", "reason": "apart"}


def found(
    problem: Problem,
    plan: Roster,
    who: str,
    number: int,
    **more: Any,  # noqa: ANN401
) -> list[str]:
    """Return what may be swapped for a duty, in order."""
    known = {"today": MONDAY, "most": None, **more}
    return [told(one) for one in swaps_for(court(problem), plan, who, day(number), **known)]


def test_two_people_exchange_their_duties() -> None:
    problem = ward(person("ada"), person("bo"))
    plan = roster(problem, {"ada": "D......", "bo": "..S...."})
    (swap,) = swaps_for(court(problem), plan, "ada", day(0), today=MONDAY)
    assert (swap.kind, told(swap)) == (SwapKind.TWO_WAY, "ada S2 bo D0")
    assert [one.minutes for one in swap.handovers] == [-150, 150]  # five hours for seven and a half
    assert (swap.wishes, swap.points, swap.needs_employer) == (0, 0, False)


def test_wishes_of_all_sides_decide_and_nobody_worse_off_comes_first() -> None:
    # ada wishes Monday off (3). With bo nothing else changes: 3 points. With cy, who wishes Monday
    # off strongly (9), the two lose 6 together. Dag wants a day shift (1) on Monday: 4 together.
    # Eva wants one strongly (9) and the day off weakly (1): she gains 8, the two 11.
    wish = {"first": day(0)}
    problem = ward(
        *(person(name) for name in ("ada", "bo", "cy", "dag", "eva")),
        wishes=[
            {"person": "ada", "kind": "avoid", **wish},
            {"person": "cy", "kind": "avoid", "strength": 3, **wish},
            {"person": "dag", "kind": "want", "kinds": ["day"], "strength": 1, **wish},
            {"person": "eva", "kind": "want", "shifts": ["D"], "strength": 3, **wish},
            {"person": "eva", "kind": "avoid", "strength": 1, **wish},
        ],
    )
    plan = roster(
        problem, {"ada": "D....", "bo": "..D..", "cy": "..D..", "dag": "..D..", "eva": "..D.."}
    )
    made = swaps_for(court(problem), plan, "ada", day(0), today=MONDAY, three_way=False)
    assert [told(one) for one in made] == [
        *("ada D2 eva D0", "ada D2 dag D0", "ada D2 bo D0", "ada D2 cy D0"),
    ]
    assert [one.wishes for one in made] == [11, 4, 3, -6]
    assert [[part.wishes for part in one.handovers] for one in made] == [
        *([3, 8], [3, 1], [3, 0], [3, -9]),
    ]
    assert [one.worse_off for one in made] == [False, False, False, True]
    assert [one.points for one in made] == [
        -550,
        -200,
        -150,
        300,
    ]  # 50 a wish point, less is better


def test_one_who_loses_comes_after_all_others_however_much_is_gained() -> None:
    # bo: ada gains 9, bo loses 1. cy: nobody gains or loses.
    problem = ward(
        *(person(name) for name in ("ada", "bo", "cy")),
        wishes=[
            {"person": "ada", "kind": "want", "shifts": ["A"], "first": day(1), "strength": 3},
            {"person": "bo", "kind": "avoid", "first": day(0), "strength": 1},
        ],
    )
    plan = roster(problem, {"ada": "D....", "bo": ".A...", "cy": "..D.."})
    made = swaps_for(court(problem), plan, "ada", day(0), today=MONDAY, three_way=False)
    assert [(told(one), one.wishes) for one in made] == [("ada D2 cy D0", 0), ("ada A1 bo D0", 8)]


def test_among_equals_the_nearest_date_comes_first_then_the_name() -> None:
    problem = ward(*(person(name) for name in ("ada", "zoe", "bo", "cy")))
    plan = roster(
        problem, {"ada": "...D......", "zoe": "....D.....", "bo": ".....D...", "cy": "..D......."}
    )
    assert found(problem, plan, "ada", 3, three_way=False) == [
        *("ada D2 cy D3", "ada D4 zoe D3", "ada D5 bo D3"),
    ]


def test_a_chain_of_three_is_found_where_two_cannot_do_it() -> None:
    # Ada (no evenings) cannot have bo's evening; cy (no Mondays) cannot have ada's Monday.
    problem = ward(person("ada", **EVENINGS_NEVER), person("bo"), person("cy", **MONDAYS_NEVER))
    plan = roster(problem, {"ada": "D......", "bo": ".A.....", "cy": "..D...."})
    (swap,) = swaps_for(court(problem), plan, "ada", day(0), today=MONDAY)
    assert (swap.kind, told(swap)) == (SwapKind.THREE_WAY, "ada D2 bo D0 cy A1")
    assert [one.gives.person for one in swap.handovers] == ["ada", "bo", "cy"]
    assert [one.takes.person for one in swap.handovers] == ["cy", "ada", "bo"]
    assert found(problem, plan, "ada", 0, three_way=False) == []


def test_rest_between_duties_bars_a_swap() -> None:
    # bo's evening ends 22:30, nine hours before ada's day shift: eleven are needed (AML § 10-8).
    problem = ward(person("ada"), person("bo"))
    plan = roster(problem, {"ada": ".D.....", "bo": "A...D.."})
    assert found(problem, plan, "ada", 1) == ["ada A0 bo D1"]


def test_nobody_gets_two_duties_a_day_unless_the_rules_allow_it() -> None:
    people = (person("ada"), person("bo"))
    lines = {"ada": "S......", "bo": "A..D..."}
    one = ward(*people)
    assert found(one, roster(one, lines), "ada", 0) == ["ada A0 bo S0"]
    two = ward(*people, rules={"no_overlap": {"values": {"duties_per_day": 2}}, "daily_rest": OFF})
    assert set(found(two, roster(two, lines), "ada", 0)) == {"ada A0 bo S0", "ada D3 bo S0"}


def test_staffing_keeps_its_competence() -> None:
    # The one nurse of Monday's shift is ada; bo is none, cy is.
    nurse = {"competences": [{"code": "SPL"}]}
    problem = ward(
        person("ada", **nurse),
        person("bo"),
        person("cy", **nurse),
        competences=[{"code": "SPL"}],
        demand=[
            {
                "id": "nurse",
                "units": ["u"],
                "shifts": ["D"],
                "competence": {"all_of": ["SPL"]},
                "only_dates": [day(0)],
                "minimum": 1,
                "target": 1,
            }
        ],
    )
    plan = roster(problem, {"ada": "D......", "bo": "..D....", "cy": "...D..."})
    assert found(problem, plan, "ada", 0) == ["ada D3 cy D0", "ada D2 cy D0 bo D3"]


def test_a_pair_that_must_not_meet_bars_a_swap() -> None:
    # bo would meet cy on Monday's day shift; dag would not.
    pair = {"id": "p", "kind": "apart", "person": "bo", "other": "cy"}
    problem = ward(*(person(name) for name in ("ada", "bo", "cy", "dag")), pairs=[pair])
    plan = roster(problem, {"ada": "D....", "bo": "..D..", "cy": "D....", "dag": "..D.."})
    assert found(problem, plan, "ada", 0, three_way=False) == ["ada D2 dag D0"]


CLOSED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "locked": ({"locks": [{"person": "bo", "date": day(2), "shift": "D"}]}, {}),
    "locked day off": ({"locks": [{"person": "bo", "date": day(0)}]}, {}),
    "vacation": ({"absences": [{"person": "bo", "kind": "vacation", "first": day(0)}]}, {}),
    "time off in lieu": ({}, {"overlays": (code("bo", 0, "F3"),)}),
    "worked": ({}, {"worked": (Worked(person="bo", date=day(2), shift="S"),)}),
}


@pytest.mark.parametrize("name", CLOSED)
def test_closed_cells_neither_give_nor_take(name: str) -> None:
    fields, more = CLOSED[name]
    problem = ward(person("ada"), person("bo"), **fields)
    plan = roster(problem, {"ada": "D......", "bo": "..D...."}, **more)
    assert found(problem, plan, "ada", 0) == []
    free = ward(person("ada"), person("bo"))
    assert found(free, roster(free, {"ada": "D......", "bo": "..D...."}), "ada", 0) != []


def test_a_night_that_runs_into_a_day_off_bars_a_swap() -> None:
    problem = ward(person("ada"), person("bo"))
    lines = {"ada": "N......", "bo": "...D..."}
    assert found(problem, roster(problem, lines), "ada", 0) == ["ada D3 bo N0"]
    codes = {"overlays": (code("bo", 1, "F4"),)}
    assert found(problem, roster(problem, lines, **codes), "ada", 0) == []


@pytest.mark.parametrize(("frozen", "today"), [(day(3), MONDAY), (None, day(3))])
def test_days_behind_today_and_frozen_ones_stay(frozen: date | None, today: date) -> None:
    lines = {"ada": "....D..", "bo": "..D..D."}
    horizon = {"start": MONDAY, "days": 14, "frozen_until": frozen}
    published = [duty("bo", 2, "D"), duty("bo", 5, "D"), duty("ada", 4, "D")]
    problem = ward(person("ada"), person("bo"), horizon=horizon, published=published)
    plan = roster(problem, lines)
    assert found(problem, plan, "ada", 4, today=today) == ["ada D5 bo D4"]
    free = ward(person("ada"), person("bo"))
    assert len(found(free, roster(free, lines), "ada", 4)) == 2


def test_the_window_bounds_how_far_the_others_may_lie() -> None:
    problem = ward(person("ada"), person("bo"))
    plan = roster(problem, {"ada": "...D...", "bo": "D...D.D"})
    assert found(problem, plan, "ada", 3, window=1) == ["ada D4 bo D3"]
    assert len(found(problem, plan, "ada", 3, window=3)) == 3
    assert found(problem, plan, "ada", 3, window=0) == []


def test_a_broken_rule_that_was_broken_before_is_no_hindrance_and_may_vanish() -> None:
    # bo's evening on Monday and day shift on Tuesday are nine hours apart. With Tuesday's shift
    # given that is mended; an exchange of other days leaves it as it was.
    problem = ward(person("ada"), person("bo"))
    plan = roster(problem, {"ada": "...D...", "bo": "AD...D."})
    made = swaps_for(court(problem), plan, "ada", day(3), today=MONDAY)
    assert [told(one) for one in made] == ["ada D1 bo D3", "ada D5 bo D3", "ada A0 bo D3"]
    gone = [[(g.rule, g.first, g.last) for h in one.handovers for g in h.gone] for one in made]
    assert gone == [[("daily_rest", day(0), day(1))], [], [("daily_rest", day(0), day(1))]]


def test_the_employer_is_asked_where_hours_are_paid_by_the_hour_or_otherwise() -> None:
    # bo is called in and has five hours more to work; ada's short shift is paid as overtime.
    problem = ward(person("ada"), person("bo", kind="on_call"))
    plan = roster(problem, {"ada": "N......", "bo": "...S..."})
    (swap,) = swaps_for(court(problem), plan, "ada", day(0), today=MONDAY)
    assert [one.consents for one in swap.handovers] == [(), (Consent.PAID_HOURS,)]
    assert swap.needs_employer
    paid = plan.model_copy(
        update={"assignments": (duty("ada", 0, "N", pay="overtime"), duty("bo", 3, "S"))}
    )
    (swap,) = swaps_for(court(problem), paid, "ada", day(0), today=MONDAY)
    assert Consent.PAY in swap.handovers[1].consents
    assert Consent.OVERTIME in swap.handovers[1].consents


def test_hours_above_the_contract_need_the_employer() -> None:
    # A tenth of 35.5 h a week is 7.1 h in two weeks, and half a shift, 3.75 h, is free: 10.85 h.
    # bo works 10 h; with ada's nine hours in place of five of them he works 14 h.
    post = {"positions": [{"id": "1", "unit": "u", "percent": 10}]}
    problem = ward(person("ada", **post), person("bo", **post))
    plan = roster(problem, {"ada": "N......", "bo": "...S..S"})
    made = swaps_for(court(problem), plan, "ada", day(0), today=MONDAY)
    assert {one.handovers[1].consents for one in made} == {(Consent.ABOVE_CONTRACT,)}
    assert {one.handovers[0].consents for one in made} == {()}


REFUSED: list[tuple[str, int, dict[str, Any], str]] = [
    ("zoe", 0, {}, "person: found unknown person 'zoe'"),
    ("ada", 1, {}, "D on 2027-08-02 or A on 2027-08-06 is meant"),
    ("ada", 0, {"shift": "N"}, "Ada has no N on 2027-08-02"),
    ("ada", 20, {}, "2027-08-22, outside the period"),
    ("ada", 0, {"today": day(1)}, "2027-08-02, which is past"),
    ("bo", 2, {}, "which is locked for Bo"),
    ("cy", 2, {}, "Cy is away or has a day off"),
    ("ada", 0, {"window": -1}, "window: found -1; needed 0 or more"),
]


@pytest.mark.parametrize(("who", "number", "more", "words"), REFUSED)
def test_what_cannot_be_asked_is_told(
    who: str, number: int, more: dict[str, Any], words: str
) -> None:
    problem = ward(
        *(person(name) for name in ("ada", "bo", "cy")),
        locks=[{"person": "bo", "date": day(2), "shift": "D"}],
    )
    lines = {"ada": "D...A..", "bo": "..D....", "cy": "..D...."}
    plan = roster(problem, lines, overlays=(code("cy", 2, "sick"),))
    with pytest.raises(BadInput) as error:
        found(problem, plan, who, number, **more)
    assert len(error.value.faults) == 1
    assert words in str(error.value)
    assert "sick" not in str(error.value)


def test_of_two_duties_on_a_day_the_shift_tells_which() -> None:
    rules = {"no_overlap": {"values": {"duties_per_day": 2}}, "daily_rest": OFF}
    problem = ward(person("ada"), person("bo"), rules=rules)
    plan = roster(problem, {"ada": "......D", "bo": "D......"})
    both = plan.model_copy(update={"assignments": (*plan.assignments, duty("ada", 6, "A"))})
    with pytest.raises(BadInput, match="one of them: A or D"):
        found(problem, both, "ada", 6)
    assert found(problem, both, "ada", 6, shift="A") == ["ada D0 bo A6"]


def test_a_base_roster_has_no_dates_to_swap() -> None:
    problem = ward(
        person("ada"), person("bo"), horizon={"start": MONDAY, "days": 14, "kind": "cyclic"}
    )
    plan = roster(problem, {"ada": "D......", "bo": "..D...."})
    with pytest.raises(BadInput, match="a base roster"):
        found(problem, plan, "ada", 0)
