"""A suite of one small ward of two people, judged as our own wards are."""

from dataclasses import dataclass

from benchmarks.harness.suites import Own
from rostering.domain.problem import Problem
from tests.solve.corner import corner


@dataclass(frozen=True, slots=True)
class Corner(Own):
    """The corner ward under the name ``corner``, and once more as ``again``."""

    def instances(self) -> tuple[str, ...]:
        return ("corner", "again")

    def problem(self, instance: str) -> Problem:
        return corner()
