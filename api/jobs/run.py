"""Run a job, whatever it is: claimed, done by what its kind says, ended once."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import structlog

from api.db.engine import Database
from api.forecasts.learning import learn
from api.jobs.rows import Claim, Fenced, answer, claim
from api.jobs.search import search
from api.jobs.tables import JobKind
from api.jobs.watch import Watch
from api.questions.kind import Question, Task
from api.questions.registry import QUESTIONS
from api.units.documents import packed, unpacked
from rostering.domain.fields import Model
from rostering.errors import HelseturnusError
from rostering.strategies.base import Budget, Progress

log = structlog.get_logger("jobs")


def run(database: Database, job: str, holder: str, workers: int) -> None:
    """Do a job to its end; one that has ended is left alone."""
    with database.writing() as session:
        held = claim(session, job, holder)
    if held is None:
        return
    if held.kind is JobKind.SEARCH:
        search(database, held, workers)
    elif held.kind is JobKind.FORECAST:
        learn(database, held)
    else:
        _ask(database, held, workers)


def _ask(database: Database, held: Claim, workers: int) -> None:
    """Answer a question; the fullest of its partial answers is kept, the latest of equals."""
    question = QUESTIONS[held.kind]
    fullest = _Fullest(question, held.result)
    watch, trouble = Watch(database, held), ""

    def report(news: Progress) -> None:
        told = fullest.take(news.told)
        watch.report(replace(news, objective=None, bound=None, roster=None, told=told))

    budget = Budget(seconds=held.left, workers=workers, seed=held.seed)
    task = Task(held.problem, held.warm, held.request, budget, held.matter)
    try:
        with watch:
            fullest.take(question.run(task, report, watch.stop))
    except HelseturnusError as error:
        log.exception("question", job=held.job, kind=held.kind)
        trouble = type(error).__name__
    found = fullest.found
    with contextlib.suppress(Fenced), database.writing() as session:
        answer(session, held, None if found is None else packed(found), trouble)


class _Fullest:
    """The fullest answer so far, with what a worker before this one had found."""

    def __init__(self, question: Question, kept: bytes | None) -> None:
        self._question = question
        self.found: Model | None = None if kept is None else question.read(unpacked(kept))

    def take(self, told: object | None) -> Model | None:
        """Keep an answer unless there is a fuller one; return it when it was kept."""
        size = self._question.size
        if not isinstance(told, Model) or not size(told):
            return None
        if self.found is not None and size(told) < size(self.found):
            return None
        self.found = told
        return told
