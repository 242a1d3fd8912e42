"""How swaps are told: duties with their times, rests around them, each part with its person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from api.calendar.shapes import OffShape, ShiftShape
from api.rosters.standing import Standing
from api.swaps.moments import begins, ends
from api.swaps.shapes import AnsweredPart, GoneShape, OwnEffect, PartShape
from api.swaps.tables import Answer, SwapPart
from rostering.domain.fields import format_time
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Overlay
from rostering.swap import GoneBreach, Handover, Swap


def told_duty(problem: Problem, duty: Assignment) -> ShiftShape:
    """Return a duty with its times; one whose shift is gone keeps its code alone."""
    kind = next((shift for shift in problem.shifts if shift.code == duty.shift), None)
    if kind is None:
        return ShiftShape(
            date=duty.date, shift=duty.shift, name="", kind="", start="", end="", minutes=0
        )
    return ShiftShape(
        date=duty.date,
        shift=duty.shift,
        name=kind.name,
        kind=kind.kind.value,
        start=format_time(kind.start),
        end=format_time(kind.end),
        minutes=kind.minutes,
    )


def name_of(problem: Problem, person: str) -> str:
    """Return a person's name."""
    return next((one.name for one in problem.people if one.id == person), "")


def told_part(problem: Problem, part: Handover | SwapPart, viewer: str | None) -> PartShape:
    """Return a part of a swap, one's own part first told as such."""
    if isinstance(part, SwapPart):
        gives, takes = part.given, part.taken
    else:
        gives, takes = part.gives, part.takes
    return PartShape(
        person=part.person,
        name=name_of(problem, part.person),
        gives=told_duty(problem, gives),
        takes=told_duty(problem, takes),
        takes_from=takes.person,
        mine=part.person == viewer,
    )


def told_answers(
    problem: Problem, parts: Iterable[SwapPart], viewer: str | None
) -> list[AnsweredPart]:
    """Return parts with what their people have said."""
    return [
        AnsweredPart(**told_part(problem, part, viewer).model_dump(), answer=Answer(part.answer))
        for part in parts
    ]


def own_effect(place: Standing, swap: Swap, person: str) -> OwnEffect:
    """Return what a swap means for somebody in it."""
    mine = next(one for one in swap.handovers if one.person == person)
    rests = _rests(place, mine)
    return OwnEffect(
        minutes=mine.minutes,
        rest_before=rests.before,
        rest_after=rests.after,
        off_before=told_codes(mine.codes_before),
        off_after=told_codes(mine.codes_after),
        consents=list(mine.consents),
    )


def told_codes(codes: Iterable[Overlay]) -> list[OffShape]:
    """Return days off."""
    return [OffShape(date=code.date, code=code.code.value) for code in codes]


def told_gone(gone: Iterable[GoneBreach]) -> list[GoneShape]:
    """Return breaches that vanish."""
    return [GoneShape(rule=one.rule, first=one.first, last=one.last) for one in gone]


@dataclass(frozen=True, slots=True)
class _Rests:
    before: int | None
    after: int | None


def _rests(place: Standing, mine: Handover) -> _Rests:
    """Return the minutes between the duty that is taken and those around it after the swap."""
    problem, codes = place.problem, {shift.code for shift in place.problem.shifts}
    own = [
        duty
        for duty in (*problem.history, *place.roster.effective)
        if duty.person == mine.person and duty.shift in codes and duty.key != mine.gives.key
    ]
    first, last = begins(problem, mine.takes), ends(problem, mine.takes)
    since = [first - ends(problem, duty) for duty in own if begins(problem, duty) < first]
    until = [begins(problem, duty) - last for duty in own if begins(problem, duty) > first]
    return _Rests(
        before=int(min(since).total_seconds()) // 60 if since else None,
        after=int(min(until).total_seconds()) // 60 if until else None,
    )
