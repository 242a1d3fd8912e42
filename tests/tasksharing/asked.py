"""A small question for comparisons: hosts who take over a kitchen."""

from typing import Any

from rostering.domain.problem import Problem
from tasksharing.evaluate.question import CompareQuestion
from tests.tasksharing.small import HOSTS, WINDOW, book, scenario, task, ward

WEEK = range(1, 8)
MOVE = {"kind": "move", "tasks": ["kitchen"], "to": "host"}


def unit() -> Problem:
    """The small ward under the law, so that its minimum binds."""
    known = Problem.model_fields["rulebooks"].default
    return ward(minimum=1, target=2).model_copy(update={"rulebooks": known})


def question(*scenarios: Any, **more: Any) -> CompareQuestion:  # noqa: ANN401
    known = book(
        task("kitchen", *(("worker", day, "08:00", [15] * 12) for day in WEEK), window=WINDOW),
        task("care", *(("nurse", day, "08:00", [15] * 16) for day in WEEK)),
    )
    facts = {"seconds": None, "steps": 0.2, "seeds": (1, 2, 3), "days": None} | more
    return CompareQuestion(problem=unit(), book=known, scenarios=scenarios, **facts)


def hosts() -> Any:  # noqa: ANN401
    gone = {"kind": "vacate", "people": ["p3"]}
    return scenario({**HOSTS, "posts": [60]}, MOVE, gone, id="hosts", fill="0.5")
