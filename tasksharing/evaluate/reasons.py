"""Why an alternative has no lawful roster: the coach's findings in the three languages."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.problem import Problem
from rostering.explain.coach import diagnose
from rostering.explain.models import Diagnosis
from rostering.explain.words import CoachWords
from rostering.strategies.base import Budget
from tasksharing.domain.sentences import LANGUAGES, Told, told
from tasksharing.evaluate.models import Stop

MOST_SHORTFALLS = 3


def reason(problem: Problem, seconds: float, workers: int, stop: Stop) -> Told:
    """Return why a problem has no lawful roster, as far as the coach finds out."""
    if stop():
        return told("tasksharing.evaluate", "not_found")
    found = diagnose(problem, Budget(seconds=seconds, workers=workers), stop=stop)
    if found.status == "possible":
        return told("tasksharing.evaluate", "not_found")
    said = {
        language: " ".join(_sentences(CoachWords(problem, language), found))
        for language in LANGUAGES
    }
    return Told(**said)


def _sentences(words: CoachWords, found: Diagnosis) -> Iterator[str]:
    yield words.status(found)
    first = {one.row: one for one in reversed(found.shortfalls)}  # a row's days are alike
    for one in list(first.values())[:MOST_SHORTFALLS]:
        yield words.shortfall(one)
    if found.clashes and not found.shortfalls:
        yield "; ".join(words.element(part) for part in found.clashes[0].elements)
