"""``turnus check``, ``score``, ``diff`` and ``show`` on a solved ward."""

import json
import re
from pathlib import Path

import pytest

from tests.turnus.console import Done, in_terminal, process, turnus


def changed(tiny: Path, name: str, **changes: object) -> Path:
    """Write the solved roster with other fields."""
    roster = json.loads((tiny / "roster.json").read_text("utf-8"))
    file = tiny / name
    file.write_text(json.dumps({**roster, **changes}), "utf-8")
    return file


@pytest.fixture(scope="module")
def empty(tiny: Path) -> Path:
    return changed(tiny, "empty.json", assignments=[])


def test_a_solved_roster_is_lawful(tiny: Path) -> None:
    done = turnus(tiny, "check", "ward:tiny", "roster.json")
    assert (done.code, done.out, done.err) == (0, "No hard rule is broken.\n", "")


def test_a_broken_rule_is_one_with_rule_date_and_paragraph(tiny: Path, empty: Path) -> None:
    done = process(tiny, "check", "ward:tiny", empty)
    assert done.code == 1
    assert "Safe staffing" in done.out
    assert "2027-01-11" in done.out
    assert "omsorgstjenesteloven" in done.out


def test_rows_beyond_thirty_are_shown_on_demand(tiny: Path, empty: Path) -> None:
    few = turnus(tiny, "check", "ward:tiny", empty)
    every = turnus(tiny, "check", "ward:tiny", empty, "--all")
    count = len(turnus(tiny, "check", "ward:tiny", empty, "--json").document["breaches"])
    assert f"{count - 30} more" in few.out
    assert "more; --all" not in every.out
    assert len(every.out) > len(few.out)


def test_a_roster_of_another_version_of_the_ward_is_told(tiny: Path) -> None:
    other = changed(tiny, "other.json", problem_hash="sha256:0")
    done = turnus(tiny, "check", "ward:tiny", other)
    assert done.code == 0
    assert "another version of this ward" in done.err


def test_score_prints_the_card_that_solve_wrote(tiny: Path) -> None:
    card = json.loads((tiny / "card.json").read_text("utf-8"))
    done = turnus(tiny, "score", "ward:tiny", "roster.json", "--json")
    assert done.document["total"] == card["total"]
    assert f"{card['total']:,}" in turnus(tiny, "score", "ward:tiny", "roster.json").out


def test_score_says_when_the_roster_is_unlawful(tiny: Path, empty: Path) -> None:
    done = turnus(tiny, "score", "ward:tiny", empty)
    assert done.code == 0
    assert "Breaks hard rules in" in done.out


def difference(tiny: Path, a: Path | str, b: Path | str) -> Done:
    return turnus(tiny, "diff", "ward:tiny", a, b, "--json")


def test_diff_is_the_difference_of_the_cards(tiny: Path, empty: Path) -> None:
    found = difference(tiny, "roster.json", empty).document
    assert found["difference"] == found["b"] - found["a"]
    assert sum(term["points"] for term in found["terms"]) == found["difference"]
    duties = json.loads((tiny / "roster.json").read_text("utf-8"))["assignments"]
    assert len(found["changes"]) == len(duties)
    assert all(change["b"] is None for change in found["changes"])


def test_diff_of_a_roster_with_itself_is_nothing(tiny: Path) -> None:
    done = turnus(tiny, "diff", "ward:tiny", "roster.json", "roster.json")
    assert "Both have the same points." in done.out
    assert "Not one duty differs." in done.out


def test_diff_names_a_moved_duty(tiny: Path) -> None:
    duties = json.loads((tiny / "roster.json").read_text("utf-8"))["assignments"]
    swapped = {"D": "A", "A": "D"}[duties[0]["shift"]]
    moved = changed(tiny, "moved.json", assignments=[{**duties[0], "shift": swapped}, *duties[1:]])
    done = difference(tiny, "roster.json", moved)
    assert done.document["changes"] == [
        {"person": "t01", "date": duties[0]["date"], "a": duties[0]["shift"], "b": swapped}
    ]
    assert "Máret Gáddevárri" in turnus(tiny, "diff", "ward:tiny", "roster.json", moved).out


def test_show_is_as_wide_as_the_terminal_and_wraps_by_weeks(tiny: Path) -> None:
    narrow = turnus(tiny, "show", "ward:tiny", "roster.json", COLUMNS="50").out
    wide = turnus(tiny, "show", "ward:tiny", "roster.json", COLUMNS="90").out
    assert narrow.count("Máret") == 2
    assert wide.count("Máret") == 1
    grid = [line for line in narrow.splitlines() if "│" in line]
    assert max(map(len, grid)) <= 50


def test_show_marks_staffing_below_the_minimum(tiny: Path, empty: Path) -> None:
    shown = turnus(tiny, "show", "ward:tiny", empty, "--weeks", "1").out
    (row,) = [line for line in shown.splitlines() if line.startswith("Dag  ")]
    assert row.count("0!") == 5


def test_show_begins_where_it_is_asked_to(tiny: Path) -> None:
    first = turnus(tiny, "show", "ward:tiny", "roster.json", "--weeks", "1").out
    second = turnus(tiny, "show", "ward:tiny", "roster.json", "--from", "2027-01-20").out
    assert "Week 2" in first
    assert "Week 3" not in first
    assert "Week 2" not in second
    assert "Week 3" in second


def test_a_date_outside_the_period_is_a_fault(tiny: Path) -> None:
    done = turnus(tiny, "show", "ward:tiny", "roster.json", "--from", "2028-01-01")
    assert done.code == 2
    assert "2027-01-11 to 2027-01-24" in done.err


def test_show_one_person_by_a_part_of_the_name(tiny: Path) -> None:
    done = turnus(tiny, "show", "ward:tiny", "roster.json", "--person", "minh", "--json")
    facts = done.document["person"]
    assert facts["id"] == "t05"
    assert facts["minutes"] == 450 * len(done.document["assignments"])
    shown = turnus(tiny, "show", "ward:tiny", "roster.json", "--person", "t05").out
    assert "Wishes granted" in shown
    assert "Øystein" not in shown


def test_nobody_of_that_name_is_a_fault_with_a_guess(tiny: Path) -> None:
    done = turnus(tiny, "show", "ward:tiny", "roster.json", "--person", "Mihn Phamvan")
    assert done.code == 2
    assert "Maybe t05 (Minh Phamvan) is meant." in done.err


def test_colours_in_a_terminal_only_and_not_against_a_wish(tiny: Path) -> None:
    arguments = ("show", "ward:tiny", "roster.json", "--weeks", "1")
    coloured = re.compile(r"\x1b\[[0-9;]*4[0-7]m")
    assert coloured.search(in_terminal(tiny, *arguments))
    assert not coloured.search(in_terminal(tiny, *arguments, NO_COLOR="1"))
    assert "\x1b" not in process(tiny, *arguments).out
