"""What single lines of a roster cost while it is edited, as the bill tells it."""

from __future__ import annotations

from functools import cached_property

from rostering.bill.bill import person_bill
from rostering.bill.lines import Planned, planned_before
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.wages.load import shipped
from rostering.wages.payroll import Payroll


class RunningBill:
    """Costs of lines of one problem, by the wage table that it names."""

    def __init__(self, index: ProblemIndex) -> None:
        self.index = index

    def ore(self, line: Line) -> int:
        """Return what a line costs beyond monthly pay, in øre, on-costs included."""
        return person_bill(self._book, line, self._planned).ore

    @cached_property
    def _book(self) -> Payroll:
        return Payroll(self.index, shipped(self.index.problem.wages))

    @cached_property
    def _planned(self) -> Planned:
        return planned_before(self.index.problem)
