"""``turnus prepare``: from a ward to its base roster, onto dates, into summer and a feast."""

import json
from datetime import date
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


def test_an_agreement_that_ends_in_the_dated_period_is_told_and_the_law_holds_after_it(
    based: Path,
) -> None:
    arguments = ("prepare", "dates", "base.json", "line.json", "--start", "2027-12-20")
    assert turnus(based, *arguments, "--weeks", 4, "--out", "winter.json").code == 0
    assert [a.last for a in read_problem(based / "winter.json").agreements] == [date(2027, 12, 31)]
    told = {
        when: next(
            rule
            for rule in turnus(based, "rules", "winter.json", "--date", when, "--json").document[
                "rules"
            ]
            if rule["rule"] == "daily_rest"
        )
        for when in ("2027-12-31", "2028-01-01")
    }
    assert told["2027-12-31"] != told["2028-01-01"]


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
    given = {d.person: d.days for d in made.agreed_days if d.kind == "F3"}
    assert done.document["f3"] == given


def test_a_feast_without_f3_days_says_why(based: Path) -> None:
    def said(**changed: object) -> tuple[str, object]:
        ward = json.loads((based / "dated.json").read_text("utf-8")) | changed
        (based / "feast.json").write_text(json.dumps(ward), "utf-8")
        dates = ("--first", "2027-03-25", "--last", "2027-03-29")
        arguments = ("prepare", "feast", "feast.json", *dates, "--out", "easter.json")
        document = turnus(based, *arguments, "--json").document
        assert document["f3"] == {}
        return turnus(based, *arguments).out.replace("\n", " "), document["why_none"]

    told, why = said(agreements=[{"id": "a", "level": "L1"}])
    assert why == "averaged"
    assert "an agreement on averaging (AML § 10-8 (4)) covers 5 of 5 people" in told
    few = json.loads((based / "dated.json").read_text("utf-8"))["published"][:1]
    told, why = said(published=few, agreements=[])
    assert why == "kept"
    assert "the published weeks keep the rule on Sundays and holidays" in told
    told, why = said(rules={"red_days": {"mode": "off", "reason": "a trial"}})
    assert why == "off"
    assert "switched off in this ward" in told


def test_another_ward_s_roster_is_warned_of(based: Path) -> None:
    arguments = ("prepare", "dates", "other.json", "line.json", "--start", "2027-03-15")
    ward = json.loads((based / "base.json").read_text("utf-8"))
    (based / "other.json").write_text(json.dumps(ward | {"name": "another"}), "utf-8")
    done = turnus(based, *arguments, "--out", "laid.json", "--json")
    assert done.code == 0
    assert "line.json was made for another ward" in done.err.replace("\n", " ")
    assert done.document["same_ward"] is False
    own = turnus(based, *arguments[:2], "base.json", *arguments[3:], "--out", "laid.json", "--json")
    assert "another ward" not in own.err
    assert own.document["same_ward"] is True


def test_summer_tells_what_it_has_put_in(based: Path) -> None:
    dated = read_problem(based / "dated.json")
    one, two = (person.id for person in dated.people[:2])
    unit, start = dated.units[0].id, dated.horizon.start
    plan = (
        f'[[groups]]\nfirst = {start}\nlast = 2027-03-21\npersons = ["{one}", "{two}"]\n'
        f'[[groups]]\nfirst = 2027-04-10\nlast = 2027-04-30\npersons = ["{one}"]\n'
        f'[[temps]]\nid = "v1"\nname = "Vikar"\nhome_unit = "{unit}"\nkind = "temp"\n'
        f"[[reductions]]\nfirst = {start}\nlast = 2027-03-21\npercent = 0\n"
        f'rows = ["{dated.demand[0].id}"]\n'
    )
    (based / "told.toml").write_text(plan)
    arguments = ("prepare", "summer", "dated.json", "told.toml", "--out", "told.json")
    document = turnus(based, *arguments, "--json").document
    opened = sum(
        (duty.person in (one, two) and duty.date <= date(2027, 3, 21))
        or (duty.person == one and duty.date >= date(2027, 4, 10))
        for duty in dated.published
    )
    assert opened
    told = {key: document[key] for key in ("vacation_days", "temps", "reduced_rows", "opened")}
    assert told == {"vacation_days": 16, "temps": 1, "reduced_rows": 1, "opened": opened}
    said = turnus(based, *arguments, "--language", "nb").out.replace("\n", " ")
    assert (
        f"Feriedager: 16. Vikarer: 1. Rader med redusert bemanning: 1. Vakter åpnet: {opened}."
        in said
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("base", "ward:tiny", "--weeks", 0, "--out", "x.json"), "weeks"),
        (("base", "ward:tiny", "--start", "15.03.2027", "--out", "x.json"), "2027-03-15 is meant"),
        (("dates", "base.json", "line.json", "--out", "x.json"), "one of the two"),
        (("feast", "base.json", "--first", "2027-03-25", "--last", "2027-03-29", "--out", "x.json"),
         "published"),
        (("feast", "dated.json", "--first", "2027-03-29", "--last", "2027-03-25",
          "--out", "x.json"), "the last date is before the first"),
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
