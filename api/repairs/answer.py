"""An engine's repair as it is told: names, a bill in lines, and what limits and rest it uses up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from api.repairs.disruptions import Disrupted
from api.repairs.shapes import CostLine, OptionChange, OptionFill, RepairOptionShape
from api.rosters.courts import court_of
from rostering.bill.models import BillDifference
from rostering.check import Court
from rostering.domain.line import Plan
from rostering.domain.roster import Roster
from rostering.domain.wishes import CallKind
from rostering.replan.repair import Repair, RepairOption
from rostering.replan.repair.disruption import remaining
from rostering.replan.repair.models import Fill
from rostering.replan.stand_ins.limits import limits_used
from rostering.replan.stand_ins.models import NewRest
from rostering.replan.stand_ins.precedence import precedence_of
from rostering.replan.stand_ins.reasons import Bars
from rostering.replan.stand_ins.rest import taken_rests


def without_away(asked: Disrupted, before: Roster, found: Repair) -> Roster:
    """Return the roster without who is away, nobody put in their place."""
    index = court_of(asked.ward).index
    left = remaining(index, before.effective, asked.found, found.now)
    return before.model_copy(
        update={"assignments": left, "worked": (), "problem_hash": found.problem_hash}
    )


def option_shapes(asked: Disrupted, before: Roster, found: Repair) -> list[RepairOptionShape]:
    """Return the options in the order in which they were found, counted from 1."""
    if not found.options:
        return []
    court = court_of(asked.ward)
    held = _Held(court, without_away(asked, before, found))
    return [_option(held, place, option) for place, option in enumerate(found.options, start=1)]


class _Held:
    """The roster without who is away, and what its codes bar."""

    def __init__(self, court: Court, roster: Roster) -> None:
        self.court, self.plan = court, court.index.plan(roster.effective)
        self.bars = Bars(court, self.plan, roster)


def _option(held: _Held, place: int, option: RepairOption) -> RepairOptionShape:
    after = held.court.index.plan(option.roster.effective)
    return RepairOptionShape(
        place=place,
        favours=option.favours,
        fills=[_fill(held, after, fill) for fill in option.fills],
        changes=[
            OptionChange(
                person=one.person,
                date=one.date,
                before=list(one.before),
                after=list(one.after),
                notice=one.notice,
                consent=one.consent,
            )
            for one in option.changes
        ],
        uncovered=list(option.uncovered),
        ore=option.ore,
        lines=list(_lines(option.bill)),
        points=option.points,
        notice=option.notice,
        burdens=list(option.burdens),
    )


def _lines(apart: BillDifference) -> Iterator[CostLine]:
    for one in apart.kinds:
        minutes = one.minutes_after - one.minutes_before
        yield CostLine(key=one.key, minutes=minutes, ore=one.ore)
    ore = sum(one.ore for one in apart.on_costs)
    if ore:
        yield CostLine(key="on_costs", minutes=0, ore=ore)


def _fill(held: _Held, after: Plan, fill: Fill) -> OptionFill:
    told = OptionFill(fill=fill, precedence=None, limits=[], new_rest=[])
    if fill.person is None:
        return told
    index, opening = held.court.index, fill.opening
    line, day = after.lines[fill.person], index.clock.day(opening.date)
    duty = next(one for one in line.on(day) if one.code == opening.shift)
    told.limits = list(limits_used(held.court, line, duty))
    if fill.way == "come_in":
        volunteer = held.bars.called(fill.person, duty, CallKind.VOLUNTEER)
        told.precedence = precedence_of(line.person, opening.date, volunteer=volunteer)
    if fill.on_request:
        before = held.plan.lines[fill.person]
        rests = taken_rests(held.court, held.bars, before, line, duty)
        told.new_rest = list(_kept(rest.told(line) for rest in rests))
    return told


def _kept(rests: Iterable[NewRest | None]) -> Iterator[NewRest]:
    yield from (rest for rest in rests if rest is not None)


def named(asked: Disrupted, found: Repair) -> dict[str, str]:
    """Return the names of everybody of whom the answer speaks."""
    people = {gone.person for gone in asked.found.gone}
    people |= {one.person for one in found.openings if one.person}
    for option in found.options:
        people |= {one.person for one in option.changes}
        people |= {one.person for one in option.burdens}
        people |= {fill.person for fill in option.fills if fill.person}
    return {one.id: one.name for one in asked.problem.people if one.id in people}
