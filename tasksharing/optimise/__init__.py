"""Which tasks to move to whom and when: the ways that no other beats."""

from __future__ import annotations

from tasksharing.optimise.models import Frontier, Point
from tasksharing.optimise.question import Question, read_question

__all__ = ["Frontier", "Point", "Question", "read_question"]
