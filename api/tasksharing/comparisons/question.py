"""The comparison as a question: each scenario rostered with every seed, in the worker."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from pydantic import BaseModel

from api.questions.kind import Question, Task, Told
from api.tasksharing.comparisons.discreet import discreet
from api.units.documents import unpacked
from rostering.strategies.base import Progress, Report, Stopped
from tasksharing.evaluate.models import Comparison
from tasksharing.evaluate.question import CompareQuestion

if TYPE_CHECKING:
    from tasksharing.evaluate.models import Progress as Stage


def _run(task: Task, report: Report, stop: Stopped) -> Comparison:
    from tasksharing.evaluate.run import evaluate

    assert task.matter is not None
    begun = time.monotonic()

    def news(stage: Stage) -> None:
        share = stage.done / max(1, stage.total)
        report(Progress(time.monotonic() - begun, stage.alternative, share=share))

    asked = CompareQuestion.model_validate_json(unpacked(task.matter))
    asked = asked.model_copy(update={"side_by_side": max(1, task.budget.workers)})
    found = evaluate(asked, on_progress=news, stop=stop)
    return discreet(found, asked.problem, asked.book)


def _read(document: bytes) -> Comparison:
    return Comparison.model_validate_json(document)


def _size(found: Comparison) -> int:
    """Return how many runs there are: the zero's alone are something already."""
    each = [*(base.zero for base in found.bases), *found.alternatives]
    return sum(len(one.runs) for one in each)


def _show(found: Comparison, told: Told) -> BaseModel:
    from api.tasksharing.comparisons.telling import comparison_told

    return comparison_told(found, told.language)


COMPARISON = Question(run=_run, read=_read, size=_size, show=_show)
