"""``turnus stress``: the simulation on the screen and as JSON."""

import json
import os
import signal
from pathlib import Path

import pytest

from fixtures import ward
from rostering.replan.stress import StressTest
from tests.turnus.console import Done, turnus
from turnus.stress import _followed
from turnus.terminal.screen import Screen
from turnus.texts import Words


def stressed(folder: Path, *more: str) -> Done:
    return turnus(folder, "stress", "ward:tiny", "roster.json", "--samples", "4", *more)


def test_json_is_the_whole_answer_and_repeats_with_its_seed(tiny: Path) -> None:
    done = stressed(tiny, "--sick", "1,2", "--seed", "7", "--json")
    assert (done.code, done.err) == (0, "")
    found = StressTest.model_validate_json(json.dumps(done.document))
    assert [row.sick for row in found.sick_calls] == [1, 2]
    assert (found.seed, found.samples, found.partial, found.simulation) == (7, 4, False, True)
    assert all(row.day_samples == 4 * found.days for row in found.sick_calls)
    assert stressed(tiny, "--sick", "2, 1", "--seed", "7", "--json").out == done.out


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("This is a simulation, no forecast", "Lawful and covered")),
        ("nb", ("Dette er en simulering, ikke et varsel", "Lovlig og dekket")),
        ("nn", ("Dette er ei simulering, ikkje eit varsel", "Lovleg og dekt")),
    ],
)
def test_the_screen_says_that_it_is_a_simulation(
    tiny: Path, language: str, words: tuple[str, str]
) -> None:
    done = stressed(tiny, "--language", language)
    assert done.code == 0
    first, second = words
    assert first in done.out
    assert second.split()[0] in done.out
    assert "%" in done.out


def test_single_points_are_listed_with_shift_and_person(tiny: Path) -> None:
    found = StressTest.model_validate_json(json.dumps(stressed(tiny, "--json").document))
    shown = stressed(tiny, "--all").out
    if not found.single_points:
        assert "No duty stands or falls with one person" in shown
    assert shown.count("Everybody on duty was equally likely") == 1
    words = Words("en")
    names = {person.id: person.name for person in ward("tiny").people}
    for one in found.single_points:
        told = (words.short_date(one.date), one.shift, names[one.person])
        assert any(all(part in line for part in told) for line in shown.splitlines()), told


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--sick", "one"), "whole numbers with commas between"),
        (("--sick", "1,9"), "numbers from 1 to 6"),
        (("--samples", "0"), "a number from 1 to 10000"),
    ],
)
def test_what_is_wrong_is_told_with_exit_code_2(
    tiny: Path, more: tuple[str, str], told: str
) -> None:
    done = stressed(tiny, *more)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_an_interrupt_asks_the_test_to_stop() -> None:
    with _followed(Screen("en")) as progress:
        assert progress(1, 10) is False
        os.kill(os.getpid(), signal.SIGINT)
        assert progress(2, 10) is True
