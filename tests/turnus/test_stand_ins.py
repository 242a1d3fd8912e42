"""``turnus stand-ins``: the ranked list on the screen, as JSON, and what is wrong in an asking."""

import json
from pathlib import Path

import pytest

from rostering.domain.roster import Assignment, Roster
from rostering.replan.stand_ins import Precedence, Reason, StandIns
from rostering.texts import LANGUAGES, Catalogue
from tests.turnus.console import Done, turnus

NOW = ("--now", "2027-01-10 12:00")


@pytest.fixture
def duty(tiny: Path) -> Assignment:
    """Return a duty of the tiny ward's roster that somebody else may take."""
    text = (tiny / "roster.json").read_text("utf-8")
    for duty in Roster.model_validate_json(text).assignments:
        if asked(tiny, duty, "--json").document["offered"]:
            return duty
    raise AssertionError("nobody may take anything")


def asked(folder: Path, duty: Assignment, *more: str) -> Done:
    where = ("--date", str(duty.date), "--shift", duty.shift, "--person", duty.person)
    return turnus(folder, "stand-ins", "ward:tiny", "roster.json", *where, *NOW, *more)


def test_json_is_the_whole_answer(tiny: Path, duty: Assignment) -> None:
    done = asked(tiny, duty, "--json")
    assert (done.code, done.err) == (0, "")
    found = StandIns.model_validate_json(json.dumps(done.document))
    assert (found.open.person, found.open.shift, found.held) == (duty.person, duty.shift, True)
    assert len(found.offered) + len(found.refused) == 5
    assert [one.rank for one in found.offered] == list(range(1, len(found.offered) + 1))


def test_the_screen_shows_everybody_with_class_pay_cost_or_reason(
    tiny: Path, duty: Assignment
) -> None:
    found = StandIns.model_validate_json(json.dumps(asked(tiny, duty, "--json").document))
    done = asked(tiny, duty)
    assert done.code == 0
    assert "whose duty the roster still holds" in done.out
    assert "AML § 14-3" in done.out
    texts = Catalogue("en")
    for one in found.offered:
        assert one.name in done.out
        assert f"{one.ore / 100:,.2f}" in done.out
        assert texts.say(f"stand_in.precedence.{one.precedence.value}")[:20] in done.out
    for other in found.refused:
        assert other.name in done.out
        assert texts.say(f"stand_in.reason.{other.reason.value}")[:20] in done.out


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "It begins in"), ("nb", "Den begynner om"), ("nn", "Ho byrjar om")],
)
def test_it_speaks_three_languages(tiny: Path, duty: Assignment, language: str, told: str) -> None:
    assert told in asked(tiny, duty, "--language", language).out


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_class_and_limit_has_its_words(language: str) -> None:
    texts = Catalogue(language)
    for reason in Reason:
        assert texts.knows(f"stand_in.reason.{reason.value}")
    for precedence in Precedence:
        assert texts.knows(f"stand_in.precedence.{precedence.value}")
    for limit in ("overtime.week", "overtime.four_weeks", "overtime.year", "all_hours.per_week"):
        assert texts.knows(f"stand_in.limit.{limit}")
    for name in ("maximum", "turnus", "round_the_clock"):
        assert texts.knows(f"stand_in.limit.hours_per_week.{name}")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--shift", "X"), "unknown shift 'X'"),
        (("--date", "11.1.2027"), "a date as YYYY-MM-DD"),
        (("--date", "2027-03-01"), "outside the period"),
        (("--now", "noon"), "a time as 'YYYY-MM-DD HH:MM'"),
        (("--now", "2027-01-30 12:00"), "a shift that begins after"),
        (("--unit", "elsewhere"), "unknown unit 'elsewhere'"),
    ],
)
def test_what_is_wrong_is_told_with_exit_code_2(
    tiny: Path, duty: Assignment, more: tuple[str, str], told: str
) -> None:
    done = asked(tiny, duty, *more)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_a_shift_that_lacks_nobody_names_who_is_on_it(tiny: Path, duty: Assignment) -> None:
    where = ("--date", str(duty.date), "--shift", duty.shift)
    done = turnus(tiny, "stand-ins", "ward:tiny", "roster.json", *where, *NOW)
    assert done.code == 2
    assert "from which nobody is missing" in done.err
    assert duty.person in done.err


def test_without_now_the_clock_of_today_counts(tiny: Path, duty: Assignment) -> None:
    where = ("--date", str(duty.date), "--shift", duty.shift, "--person", duty.person, "--json")
    done = turnus(tiny, "stand-ins", "ward:tiny", "roster.json", *where)
    begun = done.code == 2  # the ward's weeks of 2027 are over one day
    assert begun or done.document["notice"] > 0
