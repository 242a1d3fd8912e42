"""``turnus swaps``: what is possible on the screen, as JSON, and the roster after a swap."""

import json
from pathlib import Path

import pytest

from fixtures import ward
from rostering.check import check
from rostering.domain.roster import Assignment, Roster
from rostering.swap import Swap, apply
from tests.turnus.console import Done, turnus

PEOPLE = {person.id: person.name for person in ward("tiny").people}


@pytest.fixture(scope="module")
def plan(tiny: Path) -> Roster:
    return Roster.model_validate_json((tiny / "roster.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def mine(tiny: Path, plan: Roster) -> Assignment:
    """Return a duty that can be swapped."""
    return next(duty for duty in plan.assignments if offered(tiny, duty))


def ask(folder: Path, duty: Assignment, *more: object) -> Done:
    where = ("--person", duty.person, "--date", duty.date, "--today", "2027-01-01")
    return turnus(folder, "swaps", "ward:tiny", "roster.json", *where, *more)


def offered(folder: Path, duty: Assignment, *more: object) -> list[Swap]:
    done = ask(folder, duty, *more, "--json")
    assert (done.code, done.err) == (0, "")
    return [Swap.model_validate_json(json.dumps(one)) for one in done.document["swaps"]]


def test_the_screen_shows_who_gives_and_takes_what(tiny: Path, mine: Assignment) -> None:
    found = offered(tiny, mine)
    done = ask(tiny, mine)
    assert done.code == 0
    assert f"Lawful swaps: {len(found)}" in done.out
    assert "The others have not been asked." in done.out
    for part in found[0].handovers:
        assert PEOPLE[part.person] in done.out
        assert f"{part.gives.date.day} Jan {part.gives.shift}" in done.out


@pytest.mark.parametrize(
    ("language", "words"), [("nb", "Lovlige bytter"), ("nn", "Lovlege byte"), ("en", "Lawful")]
)
def test_it_speaks_three_languages(tiny: Path, mine: Assignment, language: str, words: str) -> None:
    assert words in ask(tiny, mine, "--language", language).out


def test_two_way_window_and_most_narrow_the_search(tiny: Path, mine: Assignment) -> None:
    every = offered(tiny, mine, "--most", 1000)
    two = offered(tiny, mine, "--most", 1000, "--two-way")
    assert two == [swap for swap in every if len(swap.handovers) == 2]
    assert offered(tiny, mine, "--most", 1) == every[:1]
    near = offered(tiny, mine, "--most", 1000, "--window", 1)
    far = [abs((h.gives.date - mine.date).days) for s in near for h in s.handovers]
    assert max(far, default=0) <= 1


def test_the_nth_swap_is_taken(tiny: Path, tmp_path: Path, plan: Roster, mine: Assignment) -> None:
    found, out = offered(tiny, mine), tmp_path / "after.json"
    done = ask(tiny, mine, "--take", len(found), "--out", out)
    assert (done.code, f"Written: {out} (roster)" in done.out.replace("\n", "")) == (0, True)
    after = Roster.model_validate_json(out.read_text("utf-8"))
    assert after == apply(found[-1], plan)
    assert not [breach for breach in check(ward("tiny"), after) if breach.hard]


def test_what_is_wrong_is_told_and_nothing_is_written(
    tiny: Path, tmp_path: Path, plan: Roster, mine: Assignment
) -> None:
    before, out = (tiny / "roster.json").read_bytes(), tmp_path / "after.json"
    many = len(offered(tiny, mine)) + 1000
    cases = {
        "--take: found 2 without --out": ("--take", 2),
        "without --take; needed the number of a swap": ("--out", out),
        "the same file as an input": ("--take", 1, "--out", "roster.json"),
        "a file name ending in .json": ("--take", 1, "--out", "after.xlsx"),
        "needed a number from 1 to": ("--take", many, "--out", out),
        "which is past; needed a date from today": ("--today", "2027-12-31"),
        "a date as YYYY-MM-DD": ("--today", "31.12.2027"),
        "Invalid value for '--window'": ("--window", -1),
    }
    for words, more in cases.items():
        done = ask(tiny, mine, *more)
        assert (done.code, done.out, words in done.err) == (2, "", True), (words, done)
    assert not out.exists()
    assert (tiny / "roster.json").read_bytes() == before


def test_a_day_without_a_duty_names_the_nearest_ones(tiny: Path, plan: Roster) -> None:
    days = {duty.date for duty in plan.assignments if duty.person == "t01"}
    free = next(d for d in sorted({a.date for a in plan.assignments} - days) if d > min(days))
    done = turnus(
        tiny, "swaps", "ward:tiny", "roster.json", "--person", "t01", "--date", free,
        "--today", "2027-01-01",
    )  # fmt: skip
    last = max(day for day in days if day < free)
    assert done.code == 2
    assert f"--date: found {PEOPLE['t01']} has no duty on {free}" in done.err
    assert f" on {last}" in done.err.partition("Maybe")[2]


def test_somebody_of_another_ward_is_told_with_a_guess(tiny: Path, mine: Assignment) -> None:
    done = turnus(
        tiny, "swaps", "ward:tiny", "roster.json", "--person", "n05", "--date", mine.date, "--json"
    )
    assert done.code == 2
    (fault,) = done.document["error"]["faults"]
    assert fault["where"] == "--person"
    assert fault["maybe"] == "somebody of another ward"
    named = turnus(
        tiny, "swaps", "ward:tiny", "roster.json", "--person", PEOPLE["t02"], "--date", mine.date
    )
    assert "Maybe 't02' is meant" in named.err
