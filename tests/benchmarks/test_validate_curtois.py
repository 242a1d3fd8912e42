"""Curtois' instances: every hard rule once broken and once kept, and a cost added up by hand."""

from pathlib import Path

import pytest

from benchmarks.validators import Unusable, Verdict, validate
from benchmarks.validators.__main__ import main
from benchmarks.validators.curtois import RULES

# Monday is day 0, so that the weekends are days 5, 6 and 12, 13. D takes 480 minutes, N 600.
# A: at most 8 D and 2 N, 2,880 to 4,000 minutes, runs of 2 to 3, rests of 2, 1 weekend, day 13 off.
INSTANCE = """\
# a comment
SECTION_HORIZON
14

SECTION_SHIFTS
D,480,
N,600,D

SECTION_STAFF
A,D=8|N=2,4000,2880,3,2,2,1
B,D=14|N=14,9999,0,14,1,1,2

SECTION_DAYS_OFF
A,13

SECTION_SHIFT_ON_REQUESTS
A,0,D,2
A,3,D,5

SECTION_SHIFT_OFF_REQUESTS
A,5,D,3
A,4,D,7

SECTION_COVER
0,D,2,100,1
1,D,0,100,4
2,D,1,100,1
3,D,1,10,1
"""
LAWFUL = "DDD--DD--DD---"
FREE = "-" * 14


def judge(folder: Path, *lines: str) -> Verdict:
    (folder / "Instance7.txt").write_text(INSTANCE)
    return validate("curtois", folder, "7", write(folder, *lines))


def write(folder: Path, *lines: str) -> Path:
    rows = ["\t".join("" if cell == "-" else cell for cell in line) for line in lines]
    path = folder / "roster.txt"
    path.write_text("\n".join(rows) + "\n")
    return path


def test_a_cost_is_the_sum_of_requests_and_cover_as_added_up_by_hand(tmp_path: Path) -> None:
    verdict = judge(tmp_path, LAWFUL, FREE)
    assert verdict.parts == {
        "shift on requests": 5,  # D on day 0 is worked, D on day 3 is not
        "shift off requests": 3,  # D on day 5 is worked, D on day 4 is not
        "under cover": 110,  # day 0 lacks one of two (100), day 3 its one (10)
        "over cover": 4,  # day 1 has one where none is needed
    }
    assert verdict.total == 122
    assert verdict.breaches == ()


BROKEN = [
    ("forbidden succession", "NDD--DD--DD---"),  # D after N
    ("max shifts of a type", "NNN--DD--DD---"),  # three N
    ("max total minutes", "DDD--NN--DDD--"),  # 6 x 480 + 2 x 600 = 4,080
    ("min total minutes", "DDD--DD-------"),  # 5 x 480 = 2,400
    ("max consecutive shifts", "DDDD---DD--DD-"),  # four at the beginning
    ("min consecutive shifts", "DDD--DD--D----"),  # one alone on day 9
    ("min consecutive days off", "DDD-DD---DD---"),  # day 3 alone
    ("max weekends", "DDD--DD---DDD-"),  # days 6 and 12
    ("days off", "DDD-----DD--DD"),  # day 13
]


def test_every_rule_of_the_validator_is_broken_once() -> None:
    assert [rule for rule, _ in BROKEN] == list(RULES)


@pytest.mark.parametrize(("rule", "line"), BROKEN)
def test_each_hard_rule_is_told_by_name_and_alone(tmp_path: Path, rule: str, line: str) -> None:
    assert judge(tmp_path, line, FREE).broken == {rule: 1}


@pytest.mark.parametrize("line", [LAWFUL, "D--DD--DDD----", "-DDD--DD--DD--"])
def test_short_runs_and_rests_at_an_end_of_the_horizon_break_nothing(
    tmp_path: Path, line: str
) -> None:
    # the second begins with one duty alone, the third with one free day
    assert judge(tmp_path, line, FREE).broken == {}


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ((LAWFUL,), "found 1 rows; needed 2, one an employee"),
        ((LAWFUL, "-" * 13), r"row 2 \(employee B\): found 13 cells; needed 14, one a day"),
        (("X" + LAWFUL[1:], FREE), r"row 1 \(employee A\): found unknown shift 'X'; needed one of"),
    ],
)
def test_a_roster_that_does_not_fit_is_told_in_one_message(
    tmp_path: Path, lines: tuple[str, ...], message: str
) -> None:
    with pytest.raises(Unusable, match=message):
        judge(tmp_path, *lines)


def test_the_command_prints_the_parts_and_says_by_its_code_what_it_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "Instance7.txt").write_text(INSTANCE)
    roster = write(tmp_path, "NDD--DD--DD---", FREE)
    given = ["curtois", "--dir", str(tmp_path), "--instance", "7", "--roster"]
    assert main([*given, str(roster)]) == 1
    said = capsys.readouterr().out
    assert "broken, forbidden succession: 1" in said
    assert "A: D on day 1 after N" in said
    assert main([*given, str(tmp_path / "none.txt")]) == 2
    assert "No such file" in capsys.readouterr().err
