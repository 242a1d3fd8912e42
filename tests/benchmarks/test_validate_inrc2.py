"""INRC-II: two weeks of two nurses, each constraint broken and kept, reckoned in the comments."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.validators import Unusable, Verdict, validate
from benchmarks.validators.inrc2 import WEIGHTS
from benchmarks.validators.verify import main as verify

LONG = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CODES = {"E": "Early", "N": "Night"}
WIDE = {"assignments": (0, 14), "work": (1, 14), "off": (1, 99), "weekends": 2, "complete": 0}
NAME = "n002w2_0_1-0"


def contract(name: str, limits: dict[str, Any]) -> dict[str, Any]:
    given: dict[str, Any] = {**WIDE, **limits}
    return {
        "id": name,
        "minimumNumberOfAssignments": given["assignments"][0],
        "maximumNumberOfAssignments": given["assignments"][1],
        "minimumNumberOfConsecutiveWorkingDays": given["work"][0],
        "maximumNumberOfConsecutiveWorkingDays": given["work"][1],
        "minimumNumberOfConsecutiveDaysOff": given["off"][0],
        "maximumNumberOfConsecutiveDaysOff": given["off"][1],
        "maximumNumberOfWorkingWeekends": given["weekends"],
        "completeWeekends": given["complete"],
    }


def nurse_history(nurse: str, past: dict[str, Any]) -> dict[str, Any]:
    return {
        "nurse": nurse,
        "numberOfAssignments": 0,
        "numberOfWorkingWeekends": 0,
        "lastAssignedShiftType": "None",
        "numberOfConsecutiveAssignments": 0,
        "numberOfConsecutiveWorkingDays": 0,
        "numberOfConsecutiveDaysOff": 5,
        **past,
    }


def worked(shift: str, days: int) -> dict[str, Any]:
    """Return the history of somebody who comes in from a run of one shift."""
    return {
        "lastAssignedShiftType": CODES[shift],
        "numberOfConsecutiveAssignments": days,
        "numberOfConsecutiveWorkingDays": days,
        "numberOfConsecutiveDaysOff": 0,
    }


def world(
    folder: Path,
    limits: dict[str, Any] | None = None,
    past: dict[str, Any] | None = None,
    nights: tuple[int, int] = (1, 14),
) -> Path:
    """Write a scenario of Ann, who has the limits and the past given, and Bo, who has neither."""
    place = folder / "n002w2"
    place.mkdir(exist_ok=True)
    scenario = {
        "id": "n002w2",
        "numberOfWeeks": 2,
        "skills": ["Nurse", "Head"],
        "shiftTypes": [shift("Early", 1, 14), shift("Night", *nights)],
        "forbiddenShiftTypeSuccessions": [
            {"precedingShiftType": "Early", "succeedingShiftTypes": []},
            {"precedingShiftType": "Night", "succeedingShiftTypes": ["Early"]},
        ],
        "contracts": [contract("Full", limits or {}), contract("Free", {})],
        "nurses": [
            {"id": "Ann", "contract": "Full", "skills": ["Nurse"]},
            {"id": "Bo", "contract": "Free", "skills": ["Nurse", "Head"]},
        ],
    }
    history = {
        "week": 0,
        "scenario": "n002w2",
        "nurseHistory": [nurse_history("Ann", past or {}), nurse_history("Bo", {})],
    }
    (place / "Sc-n002w2.json").write_text(json.dumps(scenario))
    (place / "H0-n002w2-0.json").write_text(json.dumps(history))
    # week file 1 comes first in the instance's name; file 0 asks for nothing and has two wishes
    week(place, 1, [("Early", "Head", 0, 1, 2), ("Night", "Nurse", 6, 0, 1)], [])
    wishes = [("Ann", "Any", "Monday"), ("Ann", "Night", "Tuesday")]
    week(place, 0, [], wishes)
    return folder


def shift(name: str, low: int, high: int) -> dict[str, Any]:
    return {
        "id": name,
        "minimumNumberOfConsecutiveAssignments": low,
        "maximumNumberOfConsecutiveAssignments": high,
    }


def week(
    place: Path,
    number: int,
    needs: list[tuple[str, str, int, int, int]],
    wishes: list[tuple[str, str, str]],
) -> None:
    """Write a week file: heads needed as (shift, skill, weekday, least, best)."""
    requirements = []
    for code, skill, weekday, least, best in needs:
        heads = {f"requirementOn{day}": {"minimum": 0, "optimal": 0} for day in LONG}
        heads[f"requirementOn{LONG[weekday]}"] = {"minimum": least, "optimal": best}
        requirements.append({"shiftType": code, "skill": skill, **heads})
    off = [{"nurse": who, "shiftType": code, "day": day} for who, code, day in wishes]
    data = {"scenario": "n002w2", "requirements": requirements, "shiftOffRequests": off}
    (place / f"WD-n002w2-{number}.json").write_text(json.dumps(data))


def rows(ann: str, bo: str, skill: str = "Nurse") -> list[list[tuple[str, str, str, str]]]:
    """Return the assignments of each week; Bo works as Head, Ann with the skill given."""
    weeks: list[list[tuple[str, str, str, str]]] = [[], []]
    for who, line, role in (("Ann", ann, skill), ("Bo", bo, "Head")):
        for day, code in enumerate(line):
            if code != "-":
                weeks[day // 7].append((who, LONG[day % 7][:3], CODES[code], role))
    return weeks


def text_roster(folder: Path, weeks: list[list[tuple[str, str, str, str]]]) -> Path:
    place = folder / "roster"
    place.mkdir(exist_ok=True)
    for number, duties in enumerate(weeks):
        lines = ["SOLUTION", f"{number} n002w2", "", f"ASSIGNMENTS = {len(duties)}"]
        lines += [" ".join(duty) for duty in duties]
        (place / f"sol-week{number}.txt").write_text("\n".join(lines) + "\n")
    return place


FREE = "-" * 14
# Bo's E on the first Monday is the one Head of two that are best; nobody is there on Sunday night:
# one missing each, 2 x 30. That is the cost of every roster below with Bo on this line.
HEAD = "E-------------"
BASE = 60


def judge(
    folder: Path,
    ann: str = FREE,
    bo: str = HEAD,
    limits: dict[str, Any] | None = None,
    past: dict[str, Any] | None = None,
    nights: tuple[int, int] = (1, 14),
) -> Verdict:
    place = world(folder, limits, past, nights)
    return validate("inrc2", place, NAME, text_roster(folder, rows(ann, bo)))


def test_the_least_roster_costs_what_is_missing_to_the_best_cover(tmp_path: Path) -> None:
    verdict = judge(tmp_path)
    assert verdict.parts == {**dict.fromkeys(WEIGHTS, 0), "optimal coverage": BASE}
    assert verdict.breaches == ()


COSTS = [
    # nights are to come by twos: one alone inside costs 1; the last day's may go on
    ("consecutive shifts", {"nights": (2, 3)}, "-N-----------N", 15),
    # three at most: five in a row are two too many
    ("consecutive shifts", {"nights": (2, 3)}, "-NNNNN--------", 30),
    # the history's single night is not gone on with: 1 short of 2
    ("consecutive shifts", {"nights": (2, 3), "past": worked("N", 1)}, FREE, 15),
    ("consecutive shifts", {"nights": (2, 3), "past": worked("N", 1)}, "N-------------", 0),
    # four nights before, one now: only the new one is charged
    ("consecutive shifts", {"nights": (2, 3), "past": worked("N", 4)}, "N-------------", 15),
    ("consecutive working days", {"limits": {"work": (2, 3)}}, "-E---NN------E", 30),
    ("consecutive working days", {"limits": {"work": (2, 3)}}, "-EEENN--------", 60),
    ("consecutive working days", {"limits": {"work": (2, 3)}}, "-EEN----------", 0),
    # off for five days before and one now: above 4 by the new day; then one day off alone
    ("days off", {"limits": {"off": (2, 4)}}, "-E-EEEEEEEEEEE", 60),
    ("days off", {"limits": {"off": (2, 4)}}, "EEE--EEE----EE", 0),
    ("complete weekends", {"limits": {"complete": 1}}, "-----E------EE", 30),
    ("complete weekends", {}, "-----E------EE", 0),
    ("total assignments", {"limits": {"assignments": (0, 2)}}, "EEEE----------", 40),
    ("total assignments", {"limits": {"assignments": (5, 9)}}, "EEEE----------", 20),
    ("total assignments", {"limits": {"assignments": (4, 4)}}, "EEEE----------", 0),
    ("weekends", {"limits": {"weekends": 1}}, "-----E-------E", 30),
    ("weekends", {"limits": {"weekends": 2}}, "-----E-------E", 0),
    # the second week's wishes: free on Monday (day 7), no night on Tuesday (day 8)
    ("preferences", {}, "-------EN-----", 20),
    ("preferences", {}, "--------E-----", 0),
    ("optimal coverage", {}, "------N-------", BASE - 30),
]


@pytest.mark.parametrize(("part", "given", "line", "cost"), COSTS)
def test_a_constraint_costs_what_was_reckoned_by_hand(
    tmp_path: Path, part: str, given: dict[str, Any], line: str, cost: int
) -> None:
    parts = judge(tmp_path, line, **given).parts
    assert parts[part] == cost


def test_every_constraint_is_broken_above() -> None:
    assert {part for part, _, _, cost in COSTS if cost} == set(WEIGHTS)


def test_totals_go_on_from_the_history(tmp_path: Path) -> None:
    past = {"numberOfAssignments": 3, "numberOfWorkingWeekends": 1}
    limits = {"assignments": (0, 4), "weekends": 1}
    # 3 + 2 duties, one above 4; 1 + 1 weekends, one above 1
    parts = judge(tmp_path, "-----EE-------", limits=limits, past=past).parts
    assert (parts["total assignments"], parts["weekends"]) == (20, 30)


def test_each_hard_constraint_is_told_by_name(tmp_path: Path) -> None:
    assert judge(tmp_path, bo=FREE).broken == {"H2 minimum coverage": 1}
    assert judge(tmp_path, "-NE-----------").broken == {"H3 forbidden succession": 1}
    night = judge(tmp_path, "E-------------", past=worked("N", 1))
    assert night.broken == {"H3 forbidden succession": 1}
    place = world(tmp_path)
    head = text_roster(tmp_path, rows("-E------------", HEAD, skill="Head"))
    assert validate("inrc2", place, NAME, head).broken == {"H4 missing skill": 1}
    weeks = rows("-E------------", HEAD)
    weeks[0].append(("Ann", "Tue", "Night", "Nurse"))
    twice = text_roster(tmp_path, weeks)
    assert validate("inrc2", place, NAME, twice).broken == {"H1 single assignment per day": 1}


def test_the_json_form_of_a_roster_costs_the_same(tmp_path: Path) -> None:
    place = tmp_path / "json"
    place.mkdir()
    for number, duties in enumerate(rows("-------EN-----", HEAD)):
        fields = ("nurse", "day", "shiftType", "skill")
        entries = [dict(zip(fields, duty, strict=True)) for duty in duties]
        data = {"scenario": "n002w2", "week": number, "assignments": entries}
        (place / f"Sol-n002w2-x-{number}.json").write_text(json.dumps(data))
    assert validate("inrc2", world(tmp_path), NAME, place).total == BASE + 20


@pytest.mark.parametrize(
    ("duty", "message"),
    [
        (("Zoe", "Mon", "Early", "Nurse"), "assignment 2: found unknown nurse 'Zoe'"),
        (("Ann", "Mon", "Late", "Nurse"), "found unknown shift 'Late'; needed one of Early, Night"),
        (("Ann", "Day", "Early", "Nurse"), "found unknown day 'Day'"),
        (("Ann", "Mon", "Early", "Cook"), "found unknown skill 'Cook'"),
    ],
)
def test_a_roster_that_does_not_fit_is_told_in_one_message(
    tmp_path: Path, duty: tuple[str, str, str, str], message: str
) -> None:
    weeks = rows(FREE, HEAD)
    weeks[0].append(duty)
    with pytest.raises(Unusable, match=message):
        validate("inrc2", world(tmp_path), NAME, text_roster(tmp_path, weeks))


def test_a_week_that_is_missing_is_told(tmp_path: Path) -> None:
    roster = text_roster(tmp_path, rows(FREE, HEAD))
    (roster / "sol-week1.txt").unlink()
    with pytest.raises(Unusable, match="found the weeks 0; needed the weeks 0 to 1"):
        validate("inrc2", world(tmp_path), NAME, roster)


def test_published_rosters_are_verified_by_the_cost_in_their_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = world(tmp_path)
    assert verify(["--dir", str(place)]) == 2
    shelf = place / "verified_solutions"
    shelf.mkdir()
    text_roster(tmp_path, rows(FREE, HEAD)).rename(shelf / f"{NAME}_{BASE}")
    assert verify(["--dir", str(place)]) == 0
    (shelf / f"{NAME}_{BASE}").rename(shelf / f"{NAME}_{BASE - 1}")
    assert verify(["--dir", str(place)]) == 1
    assert f"{NAME}_{BASE - 1}: costs {BASE}" in capsys.readouterr().out
