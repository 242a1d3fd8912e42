"""What an exchange costs beyond monthly pay, and how its hours are paid, as the bill tells it."""

from __future__ import annotations

from dataclasses import dataclass

from rostering.bill.lines import Planned, Share, lines, planned_before, shares
from rostering.bill.models import BillLine
from rostering.bill.on_costs import on_costs
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.roster import Roster
from rostering.wages.file import HoursKind
from rostering.wages.load import shipped
from rostering.wages.payroll import Payroll


@dataclass(frozen=True, slots=True)
class Cost:
    """Øre of a line, on-costs included, and paid minutes by the kind of hours."""

    ore: int
    minutes: dict[HoursKind, int]

    def paid(self, *kinds: HoursKind) -> int:
        """Return the minutes that are paid in some ways."""
        return sum(self.minutes.get(kind, 0) for kind in kinds)


class Money:
    """Costs of lines of one roster; what a duty comes to is reckoned once for a problem."""

    def __init__(self, index: ProblemIndex, roster: Roster) -> None:
        if "swap_money" not in index.memo:
            index.memo["swap_money"] = Payroll(index, shipped(index.problem.wages)), {}
        self._book: Payroll
        self._entries: dict[tuple[object, ...], tuple[BillLine, ...]]
        self._book, self._entries = index.memo["swap_money"]
        self._planned: Planned = planned_before(index.problem, roster)

    def of(self, line: Line) -> Cost:
        """Return what a line costs, the same as its person's part of the bill."""
        minutes: dict[HoursKind, int] = {}
        entries: list[BillLine] = []
        for share in shares(self._book, line, self._planned):
            minutes[share.kind] = minutes.get(share.kind, 0) + share.minutes
            entries += self._lines(line.person.id, share)
        on_top = on_costs(self._book.wages, entries)
        ore = sum(entry.ore for entry in entries) + sum(cost.ore for cost in on_top)
        return Cost(ore, minutes)

    def _lines(self, person: str, share: Share) -> tuple[BillLine, ...]:
        key = (person, share.duty, share.kind, share.minutes, share.moved_minutes)
        if key not in self._entries:
            self._entries[key] = tuple(lines(self._book, share))
        return self._entries[key]
