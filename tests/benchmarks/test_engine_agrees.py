"""The engine's score card and the validators cost the same rosters the same, found by chance.

The two read the same public files and share no code, so that a rule misread on one side shows.
"""

import random
from pathlib import Path

from benchmarks.validators import validate
from rostering.domain.problem import Problem
from rostering.readers.public import read_curtois, read_inrc1, read_inrc2, read_public_roster
from rostering.score import score
from tests.benchmarks import test_validate_curtois as curtois
from tests.benchmarks import test_validate_inrc1 as inrc1
from tests.benchmarks import test_validate_inrc2 as inrc2

ROSTERS = 25
LINE = 14


def lines(seed: int, shifts: str, people: int) -> list[str]:
    """Return everybody's days: runs of one to four days of a shift or off."""
    chance = random.Random(seed)
    drawn = []
    for _ in range(people):
        line = ""
        while len(line) < LINE:
            line += chance.choice(f"--{shifts}") * chance.randint(1, 4)
        drawn.append(line[:LINE])
    return drawn


def agree(suite: str, folder: Path, instance: str, problem: Problem, roster: Path) -> int:
    """Require the same cost and the same verdict on the hard rules; return the cost."""
    card = score(problem, read_public_roster(suite, roster, problem))
    verdict = validate(suite, folder, instance, roster)
    assert card.total == verdict.total, verdict.parts
    assert card.lawful == (not verdict.breaches), verdict.breaches
    return verdict.total


def test_curtois(tmp_path: Path) -> None:
    (tmp_path / "Instance7.txt").write_text(curtois.INSTANCE)
    problem = read_curtois(tmp_path, "7")
    lawful = curtois.write(tmp_path, curtois.LAWFUL, curtois.FREE)
    costs = {agree("curtois", tmp_path, "7", problem, lawful)}
    for _, line in curtois.BROKEN:
        roster = curtois.write(tmp_path, line, curtois.FREE)
        costs.add(agree("curtois", tmp_path, "7", problem, roster))
    for seed in range(ROSTERS):
        roster = curtois.write(tmp_path, *lines(seed, "DN", 2))
        costs.add(agree("curtois", tmp_path, "7", problem, roster))
    assert len(costs) > 15


RULES = {
    "single": "1|1",
    "max assignments": "1|4|5",
    "min assignments": "1|3|4",
    "max work": "1|7|3",
    "min work": "1|11|2",
    "max free": "1|13|4",
    "min free": "1|17|2",
    "max weekends in a row": "1|19|1",
    "max weekends": "1|29|1",
    "complete": "1|31",
    "identical": "1|37",
    "night before": "1|41",
    "two free": "1|43",
    "skill": "1|47",
    "pattern": "0, 53, 2 (N|Any) (E|Any)",
}
EXTRA = """\
DAY_OF_WEEK_COVER = 1;
Monday, E, 1;

DATE_SPECIFIC_COVER = 0;

DAY_OFF_REQUESTS = 1;
7, 2010-01-05, 59;

DAY_ON_REQUESTS = 1;
7, 2010-01-06, 61;

SHIFT_OFF_REQUESTS = 1;
7, 2010-01-07, N, 67;

SHIFT_ON_REQUESTS = 1;
7, 2010-01-08, E, 71;
"""


def test_inrc1(tmp_path: Path) -> None:
    costs = set()
    for weekend in ("SaturdaySunday", inrc1.FSS):
        (tmp_path / "small.txt").write_text(inrc1.instance(RULES, weekend, EXTRA))
        problem = read_inrc1(tmp_path, "small")
        drawn = ["".join(lines(seed, "EHN", 1)) for seed in range(ROSTERS)]
        for line in [*(line.ljust(LINE, "-") for _, _, line, _ in inrc1.COSTS), *drawn]:
            roster = inrc1.write(tmp_path, *inrc1.duties(line))
            costs.add(agree("inrc1", tmp_path, "small", problem, roster))
    assert len(costs) > 40


def test_inrc2(tmp_path: Path) -> None:
    costs = set()
    tight = {"assignments": (4, 6), "work": (2, 3), "off": (2, 4), "weekends": 1, "complete": 1}
    for past in (None, inrc2.worked("N", 1), inrc2.worked("E", 5)):
        place = inrc2.world(tmp_path, tight, past, (2, 3))
        problem = read_inrc2(place, inrc2.NAME)
        for seed in range(ROSTERS):
            roster = inrc2.text_roster(tmp_path, inrc2.rows(*lines(seed, "EN", 2)))
            costs.add(agree("inrc2", place, inrc2.NAME, problem, roster))
    assert len(costs) > 40
