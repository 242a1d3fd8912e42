"""A small comparison written by hand: one alternative that frees time, one without a roster."""

import datetime as dt

from tasksharing.domain.names import Name
from tasksharing.domain.sentences import Told
from tasksharing.evaluate.models import (
    Alternative,
    Base,
    Comparison,
    Difference,
    Measure,
    Run,
    ShiftCover,
    TaskDay,
)
from tasksharing.gains.models import FollowUp, GainLine, GainPlan, Record
from tasksharing.scenarios.effects import Effects
from tests.tasksharing.small import HOSTS, book, scenario, task, ward

HASH = "sha256:" + "0" * 64


def effects() -> Effects:
    from tasksharing.scenarios import apply

    given = book(task("kitchen", *(("nurse", day, "08:00", [15] * 16) for day in range(1, 8))))
    move = {"kind": "move", "tasks": ["kitchen"], "to": "host"}
    return apply(ward(), given, scenario(HOSTS, move)).effects


def measure(
    name: str, section: str, unit: str, better: str, source: str, *values: float
) -> Measure:
    return Measure.model_validate(
        {
            "id": name,
            "name": {"nb": f"Mål {name}", "en": f"Measure {name}"},
            "section": section,
            "group": name.partition(".")[2] if name.startswith(("fte.", "task_hours.")) else "",
            "unit": unit,
            "better": better,
            "source": source,
            "values": values,
            "mean": sum(values) / len(values),
            "low": min(values),
            "high": max(values),
        }
    )


def zero(cost: float, hours: float, short: float) -> tuple[Measure, ...]:
    return (
        measure("cost.total", "cost", "nok", "lower", "rostered", cost, cost),
        measure("cost.base", "cost", "nok", "lower", "calculated", cost, cost),
        measure("hours.short", "hours", "hours", "lower", "rostered", short, short + 1),
        measure("hours.agency", "hours", "hours", "lower", "rostered", 0, 0),
        measure("task_hours.nurse", "hours", "hours", "neither", "calculated", hours, hours),
    )


def difference(name: str, mean: float, verdict: str, span: float = 0.0) -> Difference:
    return Difference.model_validate(
        {"measure": name, "mean": mean, "low": mean - span, "high": mean + span, "verdict": verdict}
    )


def comparison(*, invented: bool = True) -> Comparison:
    """Hosts against the ward as it is, and a scenario for which no roster was found."""
    runs = (Run(seed=1, status="feasible", points=900, bound=800, gap=1 / 9, seconds=2.0),)
    day = TaskDay(
        task="kitchen",
        group="nurse",
        before=(0.0,) * 32 + (15.0,) * 4 + (0.0,) * 60,
        after=(0.0,) * 96,
    )
    line = GainLine(
        id="capacity.nurse",
        kind="capacity",
        what=Told(nb="=Frigjort tid"),
        hours_per_week=25.5,
        baseline=28.0,
        follow_up=FollowUp(measure="task_hours.nurse", expected=2.5),
    )
    records = (
        Record(kind="discussion", date=dt.date(2027, 2, 1), who="HTV"),
        Record(kind="risk_assessment"),
    )
    hosts = Alternative(
        id="hosts",
        name=Name(nb="Serviceverter", en="Service hosts"),
        base="ward",
        scenario_hash=HASH,
        runs=runs,
        measures=zero(1250.5, 2.5, 7),
        differences=(
            difference("cost.total", 250.5, "worse"),
            difference("cost.base", 250.5, "worse"),
            difference("hours.short", -3.75, "none", 8),
            difference("hours.agency", 0, "none"),
            difference("task_hours.nurse", -25.5, "different"),
        ),
        cover=(
            ShiftCover(
                what="day-nurse",
                name=Name(nb="Sykepleier"),
                shift="D",
                minimum=1,
                target=2,
                days=14,
                met=(14, 13),
                on_target=(7, 7),
                lone=(2, 3),
            ),
        ),
        effects=effects(),
        day=(day,),
        steps=("discuss", "risk"),
        gains=GainPlan(
            one_off_nok=6000,
            lines=(line,),
            nok_per_year=0,
            yearly_cost_nok=9000,
            net_nok_per_year=-9000,
            records=records,
        ),
    )
    none = Alternative(
        id="none", name=Name(nb="Umulig"), base="ward", infeasible=Told(nb="To mangler på natt.")
    )
    base = Base(
        id="ward",
        name=Told(nb="Avdeling 2"),
        units=("u",),
        people=4,
        start=dt.date(2027, 3, 1),
        days=14,
        problem_hash=HASH,
        zero=Alternative(
            id="zero", name=Name(nb="Null"), base="ward", runs=runs, measures=zero(1000, 28, 10)
        ),
    )
    return Comparison.model_validate(
        {
            "invented": invented,
            "question_hash": HASH,
            "problem_hash": HASH,
            "book_hash": HASH,
            "result_hash": HASH,
            "seeds": (1,),
            "seconds": 5.0,
            "steps": None,
            "strategy": "auto",
            "reserve_share": 0.09,
            "days": 14,
            "period_days": 28,
            "versions": {"turnus": "0.1.0"},
            "groups": {"nurse": {"nb": "Sykepleier"}},
            "tasks": {"kitchen": {"nb": "Kjøkken"}},
            "shifts": {"D": {"nb": "Dag"}},
            "bases": (base,),
            "alternatives": (hosts, none),
        }
    )
