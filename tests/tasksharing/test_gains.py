"""Money only from what the rosters truly remove; freed minutes that form no shift are time."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from rostering.errors import BadInput
from tasksharing.domain.names import Name
from tasksharing.gains.entered import EnteredGain, EnteredPlan, read_entered
from tasksharing.gains.models import GainLine, GainPlan, Record
from tasksharing.gains.plan import Facts, Figure, Vacated, gain_plan
from tasksharing.scenarios import Effects, apply, shipped
from tests.tasksharing import shared

PAID = ("overtime", "temps", "agency")
SAME = Figure(10.0, 10.0, "none")
GONE = Vacated(nok_per_year=600_000, weekly_hours=37.5, posts=1.06, groups=("assistent",))
NOBODY = Vacated(0, 0, 0, ())


@cache
def applied() -> Effects:
    return apply(shared.nursing_home(), shared.book(), shipped("service_hosts")).effects


def effects(**more: object) -> Effects:
    return applied().model_copy(update=more)


def plan(
    vacated: Vacated = GONE, entered: EnteredPlan | None = None, **more: Figure | object
) -> GainPlan:
    paid = [f"{unit}.{kind}" for unit in ("cost", "hours") for kind in PAID]
    figures = dict.fromkeys(("coverage.below_target_hours", "fte.total", *paid), SAME)
    given = {n.replace("__", "."): f for n, f in more.items() if isinstance(f, Figure)}
    kept = {n: f for n, f in more.items() if not isinstance(f, Figure)}
    groups = {group.id: group.name for group in shared.book().groups}
    facts = Facts(effects(**kept), figures | given, vacated, 900_000, groups, 28)
    return gain_plan(facts, entered or EnteredPlan())


def money(found: GainPlan) -> list[GainLine]:
    return [line for line in found.lines if line.kind != "capacity"]


def test_a_post_counts_as_far_as_whole_shifts_fall_away() -> None:
    (line,) = money(plan(lowered_hours=37.5))
    assert (line.kind, line.nok_per_year) == ("vacancy", 600_000)
    (half,) = money(plan(lowered_hours=18.75))
    assert half.nok_per_year == 300_000
    assert money(plan(lowered_hours=0.0)) == []


def test_scattered_minutes_are_never_money_nor_posts() -> None:
    found = plan(NOBODY, lowered_hours=0.0)
    assert found.nok_per_year == 0
    assert {line.kind for line in found.lines} == {"capacity"}
    assert all(line.nok_per_year is None and line.hours_per_week for line in found.lines)
    assert found.net_nok_per_year == -900_000
    assert any("no posts" in why.en for why in found.withheld)


@pytest.mark.parametrize("figure", ["below_target_hours", "competence_short", "new_shift_hours"])
def test_a_worse_staffed_unit_earns_nothing_by_its_vacancies(figure: str) -> None:
    worse = Figure(10.0, 60.0, "worse")
    found = plan(**{"lowered_hours": 37.5, f"coverage__{figure}": worse})
    assert money(found) == []
    assert "measurably worse" in found.withheld[0].en


@pytest.mark.parametrize(("verdict", "nok"), [("better", 130_357), ("none", 0)])
def test_overtime_counts_when_it_is_measurably_less(verdict: str, nok: int) -> None:
    less = Figure(30_000, 20_000, verdict)
    found = plan(NOBODY, lowered_hours=0.0, cost__overtime=less)
    assert found.nok_per_year == nok


def test_capacity_is_what_no_shift_has_taken() -> None:
    made = effects()
    hours = sum(line.hours_per_week or 0 for line in plan().lines)
    assert 0 < hours <= made.capacity_hours + 0.5
    days = {(line.weekdays, line.first, line.last) for line in plan().lines if line.group}
    assert ((1, 2, 3, 4, 5), 10, 15) in days


def test_what_was_entered_stands_in_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(
        'format = "helseturnus.gain_plan"\nversion = 1\n'
        '[[plans.service_hosts.gains]]\nline = "vacancy"\nowner = "Unit head"\n'
        "date = 2027-06-01\n"
        '[[plans.service_hosts.records]]\nkind = "discussion"\ndate = 2027-01-20\nwho = "All"\n',
        "utf-8",
    )
    entered = read_entered(path).plans["service_hosts"]
    assert entered.gains == (
        EnteredGain(line="vacancy", owner="Unit head", date=dt.date(2027, 6, 1)),
    )
    found = plan(entered=entered, lowered_hours=37.5)
    assert (found.lines[0].owner, found.lines[0].date) == ("Unit head", dt.date(2027, 6, 1))
    assert found.records[0] == Record(kind="discussion", date=dt.date(2027, 1, 20), who="All")
    assert found.records[1] == Record(kind="risk_assessment")
    path.write_text('format = "helseturnus.gain_plan"\nversion = 1\n[plans.x]\nowner = 1\n')
    with pytest.raises(BadInput):
        read_entered(path)


def test_groups_are_named_in_their_language() -> None:
    (line,) = money(plan(lowered_hours=37.5))
    group: Name = shared.book().group("assistent").name
    assert group.nb in line.what.nb
    assert group.en in line.what.en
