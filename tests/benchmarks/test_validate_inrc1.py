"""INRC-I: each rule of a contract on one nurse's two weeks, the cost reckoned in the comments."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from benchmarks.validators import Unusable, Verdict, validate
from benchmarks.validators.inrc1 import RULES

START = date(2010, 1, 4)  # a Monday: the weekends are days 5, 6 and 12, 13
FIELDS = (
    *("single", "max assignments", "min assignments", "max work", "min work"),
    *("max free", "min free", "max weekends in a row", "min weekends in a row", "max weekends"),
    *("complete", "identical", "night before", "two free", "skill"),
)
ON_OFF = ("single", *FIELDS[10:])


def instance(rules: dict[str, str], weekend: str, extra: str) -> str:
    """Return an instance of one nurse whose contract has only the rules named switched on."""
    cells = [f"({rules.get(name, '0|0' if name in ON_OFF else '0|0|0')})" for name in FIELDS]
    contract = ", ".join(["0, only", *cells[:10], weekend, *cells[10:], "1, 0"])
    return f"""\
////////
SCHEDULING_PERIOD;
////////
small, 2010-01-04, 2010-01-17;

SKILLS = 2;
Nurse;
HeadNurse;

SHIFT_TYPES = 3;
E, Early, 06:30:00, 14:30:00, 1, Nurse;
H, Head, 06:30:00, 14:30:00, 1, HeadNurse;
N, Night, 22:30:00, 06:30:00, 1, Nurse;

CONTRACTS = 1;
{contract};

PATTERNS = 1;
{rules.get("pattern", "0, 0, 2 (N|Any) (H|Any)")};

EMPLOYEES 1;
7, Ann, 0, 1, Nurse;

{extra}
"""


def judge(
    folder: Path,
    line: str,
    rules: dict[str, str] | None = None,
    weekend: str = "SaturdaySunday",
    extra: str = "",
) -> Verdict:
    (folder / "small.txt").write_text(instance(rules or {}, weekend, extra))
    return validate("inrc1", folder, "small", write(folder, *duties(line)))


def duties(line: str) -> list[tuple[date, str, str]]:
    return [(START + timedelta(days=d), "7", c) for d, c in enumerate(line) if c != "-"]


def write(folder: Path, *given: tuple[object, str, str]) -> Path:
    entries = (
        f"<Assignment><Date>{day}</Date><Employee>{who}</Employee>"
        f"<ShiftType>{shift}</ShiftType></Assignment>"
        for day, who, shift in given
    )
    path = folder / "roster.xml"
    path.write_text(f"<Solution>{''.join(entries)}</Solution>")
    return path


FSS = "FridaySaturdaySunday"
COSTS = [
    # five duties: two above 3 at 4 each; one below 6 at 2; just 5
    ("assignments", {"max assignments": "1|4|3"}, "EE--EE--E-----", 8),
    ("assignments", {"min assignments": "1|2|6"}, "EE--EE--E-----", 2),
    ("assignments", {"min assignments": "1|2|5", "max assignments": "1|2|5"}, "EEEEE---------", 0),
    # four in a row: two above 2 at 3; at either end of the horizon one duty: 2 short of 3, twice
    ("consecutive working days", {"max work": "1|3|2"}, "EEEE--EE------", 6),
    ("consecutive working days", {"min work": "1|4|3"}, "E----EEE-----E", 16),
    ("consecutive working days", {"min work": "0|4|3"}, "E----EEE-----E", 0),
    # free 7 and 5 days: 2 above 5; free days 1, 1 and 9: each of the two is one short of 2
    ("consecutive free days", {"max free": "1|5|5"}, "E-------E-----", 10),
    ("consecutive free days", {"min free": "1|6|2"}, "-E-EE---------", 12),
    ("consecutive free days", {"min free": "1|6|2"}, "--E--EEEEEEE--", 0),
    # both weekends in a row: one above 1; one alone: one short of 2
    ("consecutive working weekends", {"max weekends in a row": "1|7|1"}, "-----E------E-", 7),
    ("consecutive working weekends", {"min weekends in a row": "1|8|2"}, "-----EE-------", 8),
    ("consecutive working weekends", {"min weekends in a row": "1|8|2"}, "-----EE-----E-", 0),
    ("working weekends", {"max weekends": "1|9|1"}, "------E------E", 9),
    ("working weekends", {"max weekends": "1|9|2"}, "------E------E", 0),
    ("complete weekends", {"complete": "1|3"}, "-----E------EE", 3),
    ("complete weekends", {"complete": "1|3"}, "----E-------EN", 0),
    # two types in two days: each is one day short
    ("identical shifts in a weekend", {"identical": "1|5"}, "-----EN------", 10),
    ("identical shifts in a weekend", {"identical": "1|5"}, "-----EE-----N-", 5),
    ("identical shifts in a weekend", {"identical": "1|5"}, "-----EE-----NN", 0),
    ("alternative skill", {"skill": "1|9"}, "HE-H----------", 18),
    ("alternative skill", {"skill": "0|9"}, "HE-H----------", 0),
    ("unwanted patterns", {"pattern": "0, 4, 2 (N|Any) (E|Any)"}, "NE-NNE----NN--", 8),
    # a free Friday before a worked weekend, in the second week only
    (
        "unwanted patterns",
        {"pattern": "0, 4, 3 (None|Friday) (Any|Saturday) (Any|Sunday)"},
        "----EEE-----EN",
        4,
    ),
]


@pytest.mark.parametrize(("part", "rules", "line", "cost"), COSTS)
def test_a_rule_costs_what_was_reckoned_by_hand(
    tmp_path: Path, part: str, rules: dict[str, str], line: str, cost: int
) -> None:
    verdict = judge(tmp_path, line.ljust(14, "-"), rules)
    assert verdict.parts[part] == cost
    assert verdict.total == cost


def test_every_rule_is_once_kept_and_once_broken_above() -> None:
    kept = {part for part, _, _, cost in COSTS if cost == 0}
    broken = {part for part, _, _, cost in COSTS if cost > 0}
    assert set(RULES) <= kept
    assert {*RULES, "unwanted patterns"} == broken


@pytest.mark.parametrize(
    ("rules", "line", "cost"),
    [
        # duty, free, duty: each of the two is two days short of three
        ({"complete": "1|1"}, "----E-E-------", 4),
        ({"complete": "1|1"}, "----EE--------", 1),
        # E E N: one day short and two days short
        ({"identical": "1|1"}, "----EEN-------", 3),
        # E N E: one day short of E, two of N
        ({"identical": "1|1"}, "----ENE-------", 3),
        ({"identical": "1|1"}, "----ENH-------", 6),
        ({"max weekends": "1|1|0"}, "----E---------", 1),
    ],
)
def test_a_weekend_of_three_days_begins_on_friday(
    tmp_path: Path, rules: dict[str, str], line: str, cost: int
) -> None:
    assert judge(tmp_path, line, rules, FSS).total == cost


def test_what_the_competitions_evaluation_dropped_costs_nothing(tmp_path: Path) -> None:
    rules = {"night before": "1|6", "two free": "1|2"}
    assert judge(tmp_path, "----N------N-E", rules).total == 0


def test_requests_cost_their_weight_when_they_are_not_met(tmp_path: Path) -> None:
    extra = """\
DAY_OFF_REQUESTS = 2;
7, 2010-01-04, 1;
7, 2010-01-05, 2;

DAY_ON_REQUESTS = 2;
7, 2010-01-04, 4;
7, 2010-01-05, 8;

SHIFT_OFF_REQUESTS = 2;
7, 2010-01-04, E, 16;
7, 2010-01-04, N, 32;

SHIFT_ON_REQUESTS = 2;
7, 2010-01-04, E, 64;
7, 2010-01-04, N, 128;
"""
    # E on Monday the 4th, free on Tuesday: 1 (day off), 8 (day on), 16 (E off), 128 (N on)
    assert judge(tmp_path, "E-------------", extra=extra).parts["requests"] == 1 + 8 + 16 + 128


def test_cover_is_exact_and_a_date_replaces_its_weekday(tmp_path: Path) -> None:
    extra = """\
DAY_OF_WEEK_COVER = 2;
Monday, E, 1;
Tuesday, E, 1;

DATE_SPECIFIC_COVER = 1;
2010-01-12, E, 0;
"""
    assert judge(tmp_path, "EE-----E------", extra=extra).broken == {}
    assert judge(tmp_path, "E------EE-----", extra=extra).broken == {
        "understaffed": 1,  # Tuesday the 5th
        "overstaffed": 1,  # Tuesday the 12th
    }


def test_two_shifts_on_a_day_break_a_hard_rule(tmp_path: Path) -> None:
    judge(tmp_path, "--------------")
    path = write(tmp_path, (START, "7", "E"), (START, "7", "N"))
    assert validate("inrc1", tmp_path, "small", path).broken["one shift a day"] == 1


@pytest.mark.parametrize(
    ("duty", "message"),
    [
        ((START, "8", "E"), "assignment 1: found unknown employee '8'; needed one of 7"),
        ((START, "7", "X"), "found unknown shift 'X'; needed one of E, H, N"),
        (("2010-01-18", "7", "E"), "found the date 2010-01-18; needed one of 14 from 2010-01-04"),
        (("soon", "7", "E"), "found 'soon'; needed a date"),
    ],
)
def test_a_roster_that_does_not_fit_is_told_in_one_message(
    tmp_path: Path, duty: tuple[object, str, str], message: str
) -> None:
    judge(tmp_path, "--------------")
    with pytest.raises(Unusable, match=message):
        validate("inrc1", tmp_path, "small", write(tmp_path, duty))
