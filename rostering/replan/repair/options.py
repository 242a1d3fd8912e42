"""Whole repairs of a published roster as options, each with its bill.

What they are made of is in ``ways`` and ``chains``, how they are put together in ``drafts``.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from rostering.bill.bill import bill
from rostering.bill.difference import bills_apart
from rostering.bill.models import Bill
from rostering.burden.count import counted
from rostering.check import Court, require_fit
from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.live import Cell, LivePlan
from rostering.replan.local_time import minute_of
from rostering.replan.repair.disruption import (
    disrupted,
    openings,
    remaining,
    require_disruption,
)
from rostering.replan.repair.drafts import Draft, Drafts, uncovered
from rostering.replan.repair.models import (
    BurdenChange,
    DayChange,
    Disruption,
    Favours,
    Repair,
    RepairOption,
)
from rostering.replan.repair.ways import Ways
from rostering.replan.stand_ins.opening import require_dates

SEARCHING = 3.5  # seconds after which nothing beyond the first options is looked for


def repair(
    problem: Problem,
    roster: Roster,
    found: Disruption,
    *,
    now: dt.datetime,
    on_request: bool = False,
    seconds: float = SEARCHING,
) -> Repair:
    """Return ways to repair a published roster.

    Parameters
    ----------
    problem, roster
        The ward, and the roster as it was published (or worked so far).
    found
        Who is away, and what demand has changed.
    now
        Local time (naive): what has begun is past, and notice counts from here.
    on_request
        Whether people on their F1 may be asked, where a new weekly rest is left.
    seconds
        After which no more options are looked for where the first ones are few.

    Raises
    ------
    BadInput
        When roster, people, rows or dates are not the ward's, or it is a base roster.
    """
    began = time.monotonic()
    require_fit(problem, roster)
    require_disruption(problem, found)
    ward = disrupted(problem, roster.effective, found)
    court = Court.of(ward)
    require_dates(court.index)
    without = roster.model_copy(
        update={
            "assignments": remaining(court.index, roster.effective, found, now),
            "worked": (),
            "problem_hash": content_hash(ward),
        }
    )
    ways = Ways(court, without, now, on_request=on_request)
    opened = tuple(openings(court.index, roster.effective, ways.live.plan, now, found.demand))
    drafts = Drafts(ways, opened, lambda: time.monotonic() - began > seconds)
    options = _Teller(problem, ward, without, ways).told(drafts.all()) if opened else ()
    return Repair(
        problem_name=problem.name,
        problem_hash=content_hash(ward),
        now=now,
        unchanged=not opened,
        openings=opened,
        options=options,
        fewer=drafts.fewer() if opened else None,
        seconds=round(time.monotonic() - began, 2),
    )


class _Teller:
    """Tells drafts with their bill, their changes and what they do to card and ledger."""

    def __init__(self, problem: Problem, ward: Problem, without: Roster, ways: Ways) -> None:
        self.problem, self.ward, self.without = problem, ward, without
        self.ways, self.court = ways, ways.court
        self._bill: Bill | None = None

    def told(self, drafts: Iterable[Draft]) -> tuple[RepairOption, ...]:
        """Return the options, each called what it is the best of."""
        return tuple(_called([self._told(draft) for draft in drafts]))

    def _told(self, draft: Draft) -> RepairOption:
        roster = self.without.model_copy(
            update={"assignments": draft.live.assignments, "overlays": ()}
        )
        if self._bill is None:
            self._bill = bill(self.ward, self.without)
        apart = bills_apart(
            self.ward, (self.without, self._bill), (roster, bill(self.ward, roster))
        )
        changes = tuple(self._changes(roster))
        return RepairOption(
            favours=draft.favours,
            fills=tuple(draft.fills),
            changes=changes,
            uncovered=tuple(uncovered(self.ways, draft)),
            ore=apart.total,
            bill=apart,
            points=draft.live.total - self.ways.live.total,
            people=len({change.person for change in changes}),
            notice=min((change.notice for change in changes), default=None),
            burdens=tuple(self._burdens(draft.live)),
            roster=roster,
        )

    def _changes(self, roster: Roster) -> Iterator[DayChange]:
        """Yield what differs from the published roster for those who are there."""
        index = self.court.index
        begun = minute_of(index.clock, self.ways.now)
        cells = {(d.person, d.date) for d in (*self.without.assignments, *roster.assignments)}
        old: dict[Cell, list[Assignment]] = {cell: [] for cell in cells}
        new: dict[Cell, list[Assignment]] = {cell: [] for cell in cells}
        for table, held in ((old, self.without), (new, roster)):
            for duty in held.assignments:
                table[duty.person, duty.date].append(duty)
        for person, date in sorted(old, key=lambda key: (key[1], key[0])):
            was, now = old[person, date], new[person, date]
            if was != now:
                start = min(index.placed(duty).start for duty in (*was, *now))
                yield DayChange(
                    person=person,
                    date=date,
                    before=tuple(duty.shift for duty in was),
                    after=tuple(duty.shift for duty in now),
                    notice=start - begun,
                    consent=bool(was) and [d.shift for d in was] != [d.shift for d in now],
                )

    def _burdens(self, after: LivePlan) -> Iterator[BurdenChange]:
        for person, judged in after.lines.items():
            if judged is self.ways.live.lines[person]:
                continue
            old, new = counted(self.ways.live.lines[person].line), counted(judged.line)
            for burden, points in new.items():
                if points != old[burden]:
                    yield BurdenChange(person=person, burden=burden, points=points - old[burden])


def _called(options: Sequence[RepairOption]) -> Iterator[RepairOption]:
    """Yield the options; cheapest and best for the card are called those that are it indeed.

    What leaves a shift open is compared with its like alone.
    """
    names = [option.favours for option in options]
    for name, amount in _MEASURES.items():
        size = [(_left(one), amount(one)) for one in options]
        names = [
            "other" if called == name and one > min(size) else called
            for called, one in zip(names, size, strict=True)
        ]
        best = size.index(min(size))
        if name not in names and names[best] == "other":
            names[best] = name
    for option, called in zip(options, names, strict=True):
        yield option.model_copy(update={"favours": called})


def _left(option: RepairOption) -> int:
    return sum(fill.way == "open" for fill in option.fills)


_MEASURES: dict[Favours, Callable[[RepairOption], int]] = {
    "cost": lambda option: option.ore,
    "card": lambda option: option.points,
}
