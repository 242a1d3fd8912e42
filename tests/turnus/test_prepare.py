"""``turnus prepare``: from a ward to its base roster, onto dates, into summer and a feast."""

from pathlib import Path

import pytest

from rostering.readers import read_problem
from tests.turnus.console import turnus


@pytest.fixture(scope="module")
def based(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("base")
    for arguments in (
        ("prepare", "base", "ward:tiny", "--weeks", 2, "--out", "base.json"),
        ("solve", "base.json", "--steps", 2, "--workers", 1, "--out", "line.json"),
        (
            *("prepare", "dates", "base.json", "line.json", "--start", "2027-03-15"),
            *("--weeks", 4, "--out", "dated.json"),
        ),
    ):
        done = turnus(folder, *arguments)
        assert done.code == 0, done.err
    return folder


def test_a_base_roster_is_lawful_in_itself(based: Path) -> None:
    assert turnus(based, "check", "base.json", "line.json").code == 0


def test_its_weeks_stand_on_the_dates_twice(based: Path) -> None:
    dated = read_problem(based / "dated.json")
    days = {(d.person, d.date.toordinal(), d.shift) for d in dated.published}
    first = {entry for entry in days if entry[1] < dated.horizon.start.toordinal() + 14}
    assert {(person, day + 14, shift) for person, day, shift in first} == days - first


def test_summer_puts_a_group_on_vacation(based: Path) -> None:
    person = read_problem(based / "dated.json").people[0].id
    plan = f'[[groups]]\nfirst = 2027-03-15\nlast = 2027-03-21\npersons = ["{person}"]\n'
    (based / "summer.toml").write_text(plan)
    arguments = ("prepare", "summer", "dated.json", "summer.toml", "--out", "summer.xlsx")
    assert turnus(based, *arguments).code == 0
    made = read_problem(based / "summer.xlsx")
    assert {(a.person, a.kind.value) for a in made.absences} == {(person, "vacation")}


def test_a_feast_is_its_whole_weeks(based: Path) -> None:
    dates = ("--first", "2027-03-25", "--last", "2027-03-29")
    done = turnus(based, "prepare", "feast", "dated.json", *dates, "--out", "easter.json", "--json")
    assert done.code == 0
    made = read_problem(based / "easter.json")
    assert (str(made.horizon.start), made.horizon.days) == ("2027-03-22", 14)
    given = {d.person: d.days for d in made.agreed_days}
    assert done.document["f3"] == given


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("base", "ward:tiny", "--weeks", 0, "--out", "x.json"), "weeks"),
        (("base", "ward:tiny", "--start", "15.03.2027", "--out", "x.json"), "2027-03-15 is meant"),
        (("dates", "base.json", "line.json", "--out", "x.json"), "one of the two"),
        (("feast", "base.json", "--first", "2027-03-25", "--last", "2027-03-29", "--out", "x.json"),
         "published"),
        (("base", "ward:tiny", "--out", "x.txt"), ".json or .xlsx"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_nothing_is_written(
    based: Path, arguments: tuple[object, ...], told: str
) -> None:
    done = turnus(based, "prepare", *arguments)
    assert done.code == 2
    assert told in done.err
    assert not list(based.glob("x.*"))
