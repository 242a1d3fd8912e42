"""Hold everybody of a ward against one open shift and rank those who may take it.

Nobody's other duties are moved. Who is away is taken out of the roster first; nothing else changes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from rostering.check import Court, require_fit
from rostering.domain.cells import counts_in
from rostering.domain.duty import Duty
from rostering.domain.line import Line, Plan
from rostering.domain.people import Person
from rostering.domain.roster import Assignment, Roster
from rostering.domain.shifts import Pay
from rostering.domain.wishes import CallKind
from rostering.replan.local_time import local_of, minute_of
from rostering.replan.stand_ins.effects import (
    Goals,
    burden,
    rest_around,
    week_minutes,
    wish_effects,
)
from rostering.replan.stand_ins.lawful import Verdicts
from rostering.replan.stand_ins.limits import limits_used
from rostering.replan.stand_ins.models import NewRest, OpenDuty, Reason, Refusal, StandIn, StandIns
from rostering.replan.stand_ins.opening import Opening, find_opening
from rostering.replan.stand_ins.paying import Till, longer, paid
from rostering.replan.stand_ins.precedence import precedence_of, precedence_table
from rostering.replan.stand_ins.reasons import Bars
from rostering.replan.stand_ins.rest import taken_rests


def stand_ins(
    court: Court,
    roster: Roster,
    open_duty: OpenDuty,
    *,
    now: dt.datetime,
    on_request: bool = False,
) -> StandIns:
    """Return who may take an open shift, in the order in which to ask, and who may not and why.

    Parameters
    ----------
    court
        The ward and its rulings.
    roster
        A roster of the ward, with or without the duty of who is away.
    open_duty
        The shift; with ``person`` where the roster still holds somebody's duty.
    now
        Local time (naive): what has begun is past, and notice counts from here.
    on_request
        Offer people on their F1 too, where the week keeps a lawful block; it is told where.

    Raises
    ------
    BadInput
        When the roster does not fit the ward, or the shift is unknown, outside the period, past,
        not missing anybody, or not the only one that it could be.

    Notes
    -----
    The order is AML § 14-3 (``precedence.toml``), then volunteers, fewer broken wishes, lower cost
    to the krone, lower burden and name. Notice is the same for all.
    """
    require_fit(court.index.given, roster)
    opening = find_opening(court.index, roster.effective, open_duty, now)
    return stand_ins_for(court, roster, opening, now=now, on_request=on_request)


def stand_ins_for(
    court: Court,
    roster: Roster,
    opening: Opening,
    *,
    now: dt.datetime,
    on_request: bool = False,
) -> StandIns:
    """Return who may take an opening that is known to the last detail; see ``stand_ins``."""
    search = _Search(court, roster, opening, minute_of(court.index.clock, now), on_request)
    found = [search.look_at(person) for person in court.index.problem.people]
    offered = [one for one in found if isinstance(one, StandIn)]
    refused = [one for one in found if isinstance(one, Refusal)]
    return _told(search, offered, refused, now)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way of paying somebody for the shift, with the line and the rules that it breaks."""

    pay: Pay
    duty: Duty
    line: Line
    plan: Plan
    rules: tuple[str, ...]


class _Search:
    """One opening, and all that is known before anybody is looked at."""

    def __init__(
        self, court: Court, roster: Roster, opening: Opening, now: int, on_request: bool
    ) -> None:
        self.court, self.opening, self.on_request = court, opening, on_request
        self.notice = opening.duty.start - now
        self.bars = Bars(court, opening.plan, roster)
        self.verdicts = Verdicts(court, opening.plan)
        self.till = Till(court.index)
        self.goals = Goals(court, opening.plan)

    def look_at(self, person: Person) -> StandIn | Refusal:
        """Return the offer to a person, or why there is none."""
        refusal = self._not_asked(person)
        if refusal is not None:
            return refusal
        line, duty = self.opening.plan.lines[person.id], self.opening.duty
        after = longer(line, duty)
        taken = taken_rests(self.court, self.bars, line, after, duty)
        rests = [rest.told(after) for rest in taken]
        found = tuple(rest for rest in rests if rest is not None)
        if rests and not self.on_request:
            return _refusal(person, Reason.F1)
        if len(found) < len(rests):
            return _refusal(person, Reason.NO_NEW_REST)
        best = min(self._ways(person, line), key=lambda way: len(way.rules))
        if best.rules:
            return _refusal(person, Reason.UNLAWFUL, rules=best.rules)
        return self._offer(person, best, found)

    def _not_asked(self, person: Person) -> Refusal | None:
        """Return why a person is not asked, whatever the rules would say."""
        if person.id == self.opening.whose:
            return _refusal(person, Reason.SELF)
        mine = self.opening.plan.lines[person.id].duties
        reason = self.bars.reason(person, self.opening.duty, mine)
        if reason is not None:
            return _refusal(person, reason)
        left = self._left_short(person)
        return _refusal(person, Reason.LEAVES_SHORT, rows=left) if left else None

    def _left_short(self, person: Person) -> tuple[str, ...]:
        """Return the open rows that a person would not help, by id."""
        index, short = self.court.index, self.opening.short
        uncounted = [c for c in short if not counts_in(index, person, self.opening.duty, c)]
        if not self.opening.every and len(uncounted) < len(short):
            return ()
        return tuple(dict.fromkeys(cell.row.id for cell in uncounted))

    def _ways(self, person: Person, line: Line) -> Iterator[_Way]:
        """Yield the ways of paying, the usual one first, up to the first lawful one."""
        for pay in self.till.ways(line, self.opening.duty):
            duty = paid(self.court.index, self.opening.duty, pay)
            after = longer(line, duty)
            plan = self.opening.plan.changed({person.id: after})
            rules = (*self.verdicts.on_line(after), *self.verdicts.on_unit(plan))
            yield _Way(pay, duty, after, plan, rules)
            if not rules:
                return

    def _offer(self, person: Person, way: _Way, new_rest: tuple[NewRest, ...]) -> StandIn:
        index, duty = self.court.index, way.duty
        before = self.opening.plan.lines[person.id]
        ore, parts = self.till.growth(before, way.line)
        goals = self.goals.changes(way.plan, person.id)
        rest_before, rest_after = rest_around(before, duty)
        volunteer = self.bars.called(person.id, duty, CallKind.VOLUNTEER)
        when = index.clock.date(duty.day)
        return StandIn(
            rank=0,
            person=person.id,
            name=person.name,
            precedence=precedence_of(person, when, volunteer=volunteer),
            volunteer=volunteer,
            assignment=Assignment(
                person=person.id,
                date=when,
                shift=duty.code,
                unit=duty.unit,
                role=duty.role,
                pay=None if way.pay is index.shifts[duty.code].pay else way.pay,
            ),
            pay=way.pay,
            ore=ore,
            parts=parts,
            notice=self.notice,
            off=not before.works(duty.day),
            wishes=tuple(wish_effects(before, way.line, duty)),
            rest_before=rest_before,
            rest_after=rest_after,
            week_before=week_minutes(before, duty.day),
            week_after=week_minutes(way.line, duty.day),
            limits=limits_used(self.court, way.line, duty),
            points=sum(goal.points for goal in goals),
            goals=goals,
            burden=burden(way.line),
            new_rest=new_rest,
        )


def _refusal(
    person: Person, reason: Reason, rules: tuple[str, ...] = (), rows: tuple[str, ...] = ()
) -> Refusal:
    return Refusal(person=person.id, name=person.name, reason=reason, rules=rules, rows=rows)


def _order(found: StandIn) -> tuple[object, ...]:
    place = precedence_table().rank(found.precedence)
    return (
        place,
        not found.volunteer,
        found.broken,
        round(found.ore / 100),  # the rounding of on-costs moves a bill by an øre or two
        found.burden,
        found.name,
        found.person,
    )


def _told(
    search: _Search, offered: list[StandIn], refused: list[Refusal], now: dt.datetime
) -> StandIns:
    opening, index = search.opening, search.court.index
    duty, table = opening.duty, precedence_table()
    ranked = sorted(offered, key=_order)
    return StandIns(
        problem_name=index.problem.name,
        open=OpenDuty(
            date=index.clock.date(duty.day),
            shift=duty.code,
            unit=duty.unit,
            role=duty.role,
            person=opening.whose,
        ),
        held=opening.held,
        now=now,
        starts=local_of(index.clock, duty.start),
        ends=local_of(index.clock, duty.end),
        notice=search.notice,
        on_request=search.on_request,
        short=tuple(dict.fromkeys(cell.row.id for cell in opening.short)),
        source=table.source,
        link=table.link,
        offered=tuple(s.model_copy(update={"rank": n}) for n, s in enumerate(ranked, 1)),
        refused=tuple(refused),
    )
