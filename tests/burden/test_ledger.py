"""The fairness ledger: counted by hand, credited for absence, and a start for the new."""

from datetime import date, timedelta
from typing import Any

import pytest

from rostering.burden import Ledger, carried_on, ledger, sight
from rostering.burden.sight import FEWEST, telling
from rostering.domain.carried import carried
from rostering.domain.fair_share import excesses, fair_shares
from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput

MONDAY = date(2027, 1, 11)
SHIFTS = [
    {"code": "D", "kind": "day", "start": "07:30", "end": "15:00"},
    {"code": "A", "kind": "evening", "start": "15:00", "end": "22:30"},
    {"code": "N", "kind": "night", "start": "22:30", "end": "07:30", "crosses_midnight": True},
]


def person(name: str, percent: float = 100, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    position = {"id": name, "unit": "u", "percent": percent, "full_time_hours": 37.5}
    return {"id": name, "name": name, "home_unit": "u", "positions": [position], **more}


def world(days: int = 14, start: date = MONDAY, **parts: Any) -> Problem:  # noqa: ANN401
    """Return a ward of Kari and Per with one day shift a day, no rules and no history."""
    rows = [{"id": "d", "units": ["u"], "shifts": ["D"], "target": 1}]
    return Problem.model_validate(
        {
            "name": "world",
            "horizon": {"start": start, "days": days},
            "units": [{"id": "u"}],
            "shifts": SHIFTS,
            "people": parts.pop("people", [person("Kari"), person("Per")]),
            "demand": parts.pop("demand", rows),
            "rulebooks": [],
            **parts,
        }
    )


def roster(problem: Problem, **lines: str) -> Roster:
    """Return the roster of lines of shift letters, F for a day off."""
    duties = [
        Assignment(
            person=name,
            date=problem.horizon.start + timedelta(days=day),
            shift=letter,
            unit="u",
        )
        for name, line in lines.items()
        for day, letter in enumerate(line)
        if letter != "F"
    ]
    return Roster(
        problem_name=problem.name,
        problem_hash="",
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=tuple(duties),
    )


def after(found: Ledger, name: str) -> dict[str, int]:
    (one,) = (one for one in found.people if one.person == name)
    return {entry.burden: entry.after for entry in one.entries if entry.after}


def test_each_burden_is_one_point_and_a_duty_may_weigh_in_several() -> None:
    problem = world(days=7)
    # Friday evening and Saturday day: 9 hours between; Sunday night is weekend and night
    found = ledger(problem, roster(problem, Kari="FFFFADN", Per="DDDDDFF"))
    assert after(found, "Kari") == {"weekend": 2, "night": 1, "evening": 1, "quick_return": 1}
    assert after(found, "Per") == {}


def test_christmas_and_easter_are_apart_from_other_holidays() -> None:
    eve = world(days=9, start=date(2027, 12, 24))  # a Friday
    found = ledger(eve, roster(eve, Kari="DDDFFFFDD", Per="F" * 9))
    # 24, 25, 26 December, 31 December and New Year's Day; the 25th, 26th and 1st are a weekend
    assert after(found, "Kari") == {"christmas": 5, "weekend": 3}
    easter = world(days=6, start=date(2027, 3, 25))
    found = ledger(easter, roster(easter, Kari="DDFFDD", Per="F" * 6))
    assert after(found, "Kari") == {"easter": 3}
    may = world(days=3, start=date(2027, 5, 17))
    assert after(ledger(may, roster(may, Kari="DFF", Per="FFF")), "Kari") == {"holiday": 1}


def test_only_strong_wishes_are_counted_when_they_are_refused() -> None:
    wishes = [
        {"person": "Kari", "kind": "avoid", "first": MONDAY, "strength": strength}
        for strength in (1, 2, 3)
    ]
    problem = world(days=7, wishes=wishes)
    assert after(ledger(problem, roster(problem, Kari="DFFFFFF", Per="FDDDDFF")), "Kari") == {
        "wish": 1
    }


def test_what_was_carried_before_goes_on() -> None:
    problem = world(days=7, ledger=[{"person": "Kari", "burden": "weekend", "points": 4}])
    found = ledger(problem, roster(problem, Kari="FFFFFDD", Per="DDDDDFF"))
    assert after(found, "Kari") == {"weekend": 6}
    carried_in = {(b.person, b.burden): b.points for b in carried_on(found)}
    assert carried_in["Kari", "weekend"] == 6
    assert carried_in["Per", "weekend"] == 0


def test_absence_is_credited_at_the_wards_mean() -> None:
    # Per is away the first of two weeks (credited 37.5 h); Kari works both weekends, Per none.
    away = {"person": "Per", "kind": "vacation", "first": MONDAY, "last": "2027-01-17"}
    problem = world(absences=[away])
    found = ledger(problem, roster(problem, Kari="FFFDDDDFFFDDDD", Per="FFFFFFFDDDFFFF"))
    # 4 weekend duties over 75 h + 37.5 h that were there: 4 / 112.5 x 37.5 = 1.33, rounded to 1
    (per,) = (one for one in found.people if one.person == "Per")
    weekend = per.entries[0]
    assert (weekend.here, weekend.credit, weekend.after) == (0, 1, 1)


def test_who_is_away_throughout_is_credited_like_who_is_away_for_a_week() -> None:
    away = {"person": "Per", "kind": "leave", "first": MONDAY, "last": "2027-01-24"}
    people = [person("Kari"), person("Per"), person("Ola", exemptions=[{"weekdays": [6, 7]}])]
    problem = world(absences=[away], people=people)
    line = "DDDDFFF" * 2
    found = ledger(problem, roster(problem, Kari="FFFFFDD" * 2, Per="F" * 14, Ola=line))
    (per,) = (one for one in found.people if one.person == "Per")
    weekend = next(entry for entry in per.entries if entry.burden == "weekend")
    # Ola never works weekends and is in no mean: Kari's 4 in 75 h, for the 75 h that Per was away
    assert (weekend.here, weekend.credit) == (0, 4)


def test_who_is_new_starts_at_the_median_by_position_size() -> None:
    held = [
        {"person": name, "burden": "weekend", "points": points}
        for name, points in (("Kari", 4), ("Per", 8), ("Ola", 10))
    ]
    people = [person("Kari"), person("Per"), person("Ola")]
    new = person("Eva", percent=50, in_post_since="2027-01-04")
    problem = world(people=[*people, new], ledger=held)
    assert carried(ProblemIndex(problem))["Eva", "weekend"] == 4  # half of the median 8
    old = person("Eva", percent=50, in_post_since="2020-01-04")
    assert ("Eva", "weekend") not in carried(
        ProblemIndex(world(people=[*people, old], ledger=held))
    )


def test_the_worst_off_has_the_least_share_left_and_the_highest_excess() -> None:
    held = [{"person": "Kari", "burden": "weekend", "points": 9}]
    index = ProblemIndex(world(ledger=held))
    # four weekend duties and nine carried: 6.5 each; Kari is 2.5 above before anything is planned
    assert fair_shares(index)["weekend", "Kari"] == 0
    assert excesses(index)["weekend", "Kari"] == 2
    assert fair_shares(index)["weekend", "Per"] == 7
    assert excesses(index)["weekend", "Per"] == 0


def test_the_spread_is_that_of_all_who_share_per_full_post() -> None:
    problem = world(days=7, people=[person("Kari"), person("Per", percent=50), person("Ola")])
    # 2, 2 and 0 weekend duties: 2, 4 and 0 a full post; the mean is 2, the deviation sqrt(8 / 3)
    found = ledger(problem, roster(problem, Kari="FFFFFDD", Per="FFFFFDD", Ola="F" * 7))
    assert found.spread["weekend"] == pytest.approx((8 / 3) ** 0.5, abs=1e-4)
    exempt = person("Ola", exemptions=[{"weekdays": [6, 7]}])
    apart = world(days=7, people=[person("Kari"), person("Per", percent=50), exempt])
    found = ledger(apart, roster(apart, Kari="FFFFFDD", Per="FFFFFDD", Ola="F" * 7))
    assert found.spread["weekend"] == 1


def crowd(**last: Any) -> Ledger:  # noqa: ANN401
    names = [f"p{n}" for n in range(FEWEST)]
    problem = world(days=7, people=[*(person(name) for name in names[1:]), person("p0", **last)])
    return ledger(problem, roster(problem, p1="FFFFFDD", p2="FFFFFDF"))


def test_a_person_sees_the_own_figures_and_the_wards_quartiles_without_names() -> None:
    seen = sight(crowd(), "p1")
    assert seen is not None
    assert next(one for one in seen.own if one.burden == "weekend").points == 2
    weekend = next(one for one in seen.ward if one.burden == "weekend")
    # ten people: eight without a point, one with 2 and one with 1
    assert (weekend.people, weekend.lower, weekend.middle, weekend.upper) == (10, 0, 0, 0)
    assert seen.named == ()
    assert "p2" not in seen.model_dump_json()


def test_of_few_people_no_distribution_is_shown() -> None:
    problem = world(days=7)
    seen = sight(ledger(problem, roster(problem, Kari="FFFFFDD")), "Kari")
    assert seen is not None
    assert seen.ward == ()


def test_names_hide_who_would_give_an_exemption_or_absence_away() -> None:
    found = crowd(exemptions=[{"weekdays": [6, 7]}])
    seen = sight(found, "p1", names=True)
    assert seen is not None
    assert [one.person for one in seen.named] == ["p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9"]
    (hidden,) = (one for one in found.people if one.person == "p0")
    assert telling(hidden, found)


def test_who_has_no_position_sees_nothing_and_carries_nothing() -> None:
    temp = {"id": "Vik", "name": "Vik", "home_unit": "u", "kind": "on_call"}
    problem = world(days=7, people=[person("Kari"), temp])
    found = ledger(problem, roster(problem, Vik="FFFFFDD"))
    assert sight(found, "Vik") is None
    assert {balance.person for balance in carried_on(found)} == {"Kari"}


def test_a_roster_of_another_ward_is_refused() -> None:
    problem = world(days=7)
    with pytest.raises(BadInput, match="another ward"):
        ledger(problem, roster(problem, Nobody="FFFFFDD"))
