"""Put single ways together to whole repairs that truly differ, and bill them.

Each option meets the openings one after another, the earliest first, by what it favours; a way is
taken when it still keeps every hard rule beside those taken before. Limits: at most one person a
day is moved for an opening, and no chains; what nobody may take stays open and is told.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

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
from rostering.replan.repair.models import (
    BurdenChange,
    DayChange,
    Disruption,
    Favours,
    Fill,
    Opening,
    Repair,
    RepairOption,
)
from rostering.replan.repair.ways import Candidate, Ways
from rostering.replan.stand_ins.lawful import Verdicts
from rostering.replan.stand_ins.opening import require_dates

FEWEST = 3  # options that are looked for, where there are as many
_CALM = {"move": 0, "trade": 1, "come_in": 2, "open": 3}
_ORDERS: dict[Favours, Callable[[Candidate], tuple[object, ...]]] = {
    "order": lambda one: (one.rank, one.points, one.fill.person),
    "cost": lambda one: (one.ore, one.points, one.moved, one.fill.person),
    "card": lambda one: (one.points, one.ore, one.moved, one.fill.person),
    "calm": lambda one: (_CALM[one.fill.way], one.points, one.ore, one.fill.person),
}


def repair(
    problem: Problem,
    roster: Roster,
    found: Disruption,
    *,
    now: dt.datetime,
    on_request: bool = False,
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
    opened = tuple(openings(court.index, roster.effective, ways.live.plan, now))
    builder = _Builder(problem, ward, roster, without, ways)
    options = builder.options(opened) if opened else ()
    return Repair(
        problem_name=problem.name,
        problem_hash=content_hash(ward),
        now=now,
        unchanged=not opened,
        openings=opened,
        options=options,
        seconds=round(time.monotonic() - began, 2),
    )


@dataclass(slots=True)
class _Draft:
    """An option in the making."""

    favours: Favours
    live: LivePlan
    fills: list[Fill] = field(default_factory=list)
    cells: set[Cell] = field(default_factory=set)

    def take(self, one: Candidate) -> None:
        """Meet an opening by one way."""
        self.live = self.live.changed(one.cells)
        self.fills.append(one.fill)
        self.cells |= set(one.cells)


class _Builder:
    def __init__(
        self, problem: Problem, ward: Problem, before: Roster, without: Roster, ways: Ways
    ) -> None:
        self.problem, self.ward, self.before, self.without = problem, ward, before, without
        self.ways, self.court = ways, ways.court
        self._bill: Bill | None = None

    def options(self, opened: tuple[Opening, ...]) -> tuple[RepairOption, ...]:
        """Return the options, no two with the same changes; more than three only by favour."""
        ways = {opening: self.ways.of(opening) for opening in dict.fromkeys(opened)}
        known = [ways[opening] for opening in opened]
        drafts: list[_Draft] = []
        for favours in _ORDERS:
            self._add(drafts, self._draft(favours, opened, known))
        turn = 1
        while len(drafts) < FEWEST and turn <= max(map(len, known)):
            for favours in _ORDERS:
                if len(drafts) < FEWEST:
                    self._add(drafts, self._draft(favours, opened, known, skip=turn))
            turn += 1
        return tuple(self._told(draft, opened) for draft in drafts)

    def _add(self, drafts: list[_Draft], one: _Draft) -> None:
        if all(set(one.fills) != set(other.fills) for other in drafts):
            drafts.append(one)

    def _draft(
        self,
        favours: Favours,
        opened: tuple[Opening, ...],
        known: list[list[Candidate]],
        skip: int = 0,
    ) -> _Draft:
        """Meet all openings by one favour; the first one by its next best way when told to."""
        draft = _Draft(favours, self.ways.live)
        for number, (opening, found) in enumerate(zip(opened, known, strict=True)):
            ordered = sorted(found, key=_ORDERS[favours])
            for one in ordered[skip if number == 0 else 0 :]:
                if self._fits(draft, one):
                    draft.take(one)
                    break
            else:
                draft.fills.append(Fill(opening=opening, way="open"))
        return draft

    def _fits(self, draft: _Draft, one: Candidate) -> bool:
        """Return whether a way is still lawful beside those taken before."""
        if draft.cells & set(one.cells):
            return False
        verdicts = Verdicts(self.court, draft.live.plan)
        after = draft.live.changed(one.cells)
        people = {person for person, _ in one.cells}
        if any(verdicts.on_line(after.lines[p].line, first=True) for p in people):
            return False
        return not verdicts.on_unit(after.plan)

    def _told(self, draft: _Draft, opened: tuple[Opening, ...]) -> RepairOption:
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
            uncovered=tuple(one for one in opened if self._short(draft, one)),
            ore=apart.total,
            bill=apart,
            points=draft.live.total - self.ways.live.total,
            people=len({change.person for change in changes}),
            notice=min((change.notice for change in changes), default=None),
            burdens=tuple(self._burdens(draft.live)),
            roster=roster,
        )

    def _short(self, draft: _Draft, opening: Opening) -> bool:
        """Return whether an opening leaves a row under its minimum."""
        index = self.court.index
        duty = index.duty(index.clock.day(opening.date), opening.shift, opening.unit, opening.role)
        return any(
            cell.covered_by(duty) and draft.live.plan.in_cell(cell) < cell.minimum
            for cell in index.cells
            if cell.day == duty.day
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
                    consent=bool(was),
                )

    def _burdens(self, after: LivePlan) -> Iterator[BurdenChange]:
        for person, judged in after.lines.items():
            if judged is self.ways.live.lines[person]:
                continue
            old, new = counted(self.ways.live.lines[person].line), counted(judged.line)
            for burden, points in new.items():
                if points != old[burden]:
                    yield BurdenChange(person=person, burden=burden, points=points - old[burden])
