"""What a kind of question is: how it is run, how its answer is read and told.

To add one: a name in ``JobKind``, a module with its ``Question``, an entry in ``registry`` and in
its ``Answer``, and a route that calls ``Counter.ask``. Import what is heavy inside functions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, Field

from api.accounts.shapes import Asked
from rostering.domain.fields import Model
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.strategies.base import Budget, Report, Stopped


class Patience(Asked):
    """What every question is asked with: how long it may take, and its seed."""

    seconds: float = Field(default=60, ge=2, le=600)
    seed: int = Field(default=1, ge=0, le=2**31 - 1)


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker has at hand: ``roster`` is the one that is asked about, where there is one.

    ``matter`` is what else the question is about, packed; see ``Subject``.
    """

    problem: Problem
    roster: Roster | None
    request: dict[str, Any]
    budget: Budget
    matter: bytes | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer is told with; ``roster`` and problem are as they were asked about."""

    problem: Problem
    request: dict[str, Any]
    language: str


@dataclass(frozen=True, slots=True)
class Question:
    """One kind.

    Parameters
    ----------
    run
        Answers it in a worker: off the calling thread, so in a child process. Parts of the answer
        go into the news (``Progress.told``), and a stop gives what there is.
    read
        Makes the engine's answer of the JSON in which it is kept.
    size
        How much is in an answer: a smaller one never takes a larger one's place, 0 is none at all.
    show
        What the service tells of an answer, in the reader's language.
    """

    run: Callable[[Task, Report, Stopped], Model | None]
    read: Callable[[bytes], Model]
    size: Callable[[Any], int]
    show: Callable[[Any, Told], BaseModel]
