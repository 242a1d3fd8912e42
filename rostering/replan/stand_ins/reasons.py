"""Why somebody is not asked for a shift, told before any line is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rostering.check import Court
from rostering.day_codes import codes_of, day_codes
from rostering.domain.able import bars, employed
from rostering.domain.duty import Duty
from rostering.domain.line import Plan
from rostering.domain.people import Person
from rostering.domain.roster import DayCode, Roster
from rostering.domain.wishes import CallKind
from rostering.replan.stand_ins.models import Reason

_PRIVATE = (DayCode.SICK, DayCode.SICK_CHILD, DayCode.LEAVE)
_BARRING = (
    *(DayCode.VACATION, DayCode.COURSE, DayCode.TIME_OFF),
    *(DayCode.F3, DayCode.F4, DayCode.F5),
)


class Bars:
    """What keeps people of one roster from extra shifts: codes on days, locks, their own word.

    The codes are the roster's own where it marks F1 at all; else those that the engine lays, under
    the roster's own.
    """

    def __init__(self, court: Court, plan: Plan, roster: Roster) -> None:
        self.index = index = court.index
        marked = any(overlay.code is DayCode.F1 for overlay in roster.overlays)
        laid = () if marked else day_codes(court, plan)
        both = (*laid, *codes_of(court, plan, roster))
        self._codes = {(o.person, index.clock.day(o.date)): o.code for o in both}
        self._locked = {(lock.person, lock.date) for lock in index.problem.locks}

    def code(self, person: str, day: int) -> DayCode | None:
        """Return the code on a person's day, known absence first where the period has no days."""
        code = self._codes.get((person, day))
        away = self.index.away(person, day) if code is None else None
        return DayCode(away.kind.value) if away is not None else code

    def touched(self, duty: Duty) -> Iterator[int]:
        """Yield the days on which a duty has a minute."""
        day = duty.day
        while self.index.clock.at(day) < duty.end:
            yield day
            day += 1

    def called(self, person: str, duty: Duty, kind: CallKind) -> bool:
        """Return whether a person has volunteered for a shift, or must not be called for it."""
        when = self.index.clock.date(duty.day)
        return any(
            choice.kind is kind and choice.holds(when, duty.code, duty.kind)
            for choice in self.index.problem.call_choices
            if choice.person == person
        )

    def reason(self, person: Person, duty: Duty, mine: Iterable[Duty]) -> Reason | None:
        """Return the first reason why a person is not asked; None when the rules must decide.

        ``mine`` are the person's duties. The weekly rest is another matter (``rest.py``).
        """
        return (
            self._not_there(person, duty)
            or self._unwilling(person, duty)
            or self._not_able(person, duty)
            or (Reason.ON_DUTY if any(d.overlaps(duty.start, duty.end) for d in mine) else None)
        )

    def _not_there(self, person: Person, duty: Duty) -> Reason | None:
        if not employed(self.index, person, duty.day):
            return Reason.EMPLOYMENT
        if duty.unit not in person.units:
            return Reason.UNIT
        for day in self.touched(duty):
            code = self.code(person.id, day)
            if code in _PRIVATE:
                return Reason.ABSENT
            if code in _BARRING:
                return Reason(code.value)
        return None

    def _unwilling(self, person: Person, duty: Duty) -> Reason | None:
        if self.called(person.id, duty, CallKind.DO_NOT_CALL):
            return Reason.DO_NOT_CALL
        locked = (person.id, self.index.clock.date(duty.day)) in self._locked
        return Reason.LOCKED if locked else None

    def _not_able(self, person: Person, duty: Duty) -> Reason | None:
        index = self.index
        if any(bars(index, exemption, duty) for exemption in person.exemptions):
            return Reason.EXEMPTION
        held, role = index.held(person, duty.day), index.role_need(duty.role)
        able = index.shifts[duty.code].requires.met_by(held)
        if not able or (role is not None and not role.met_by(held)):
            return Reason.COMPETENCE
        return None if person.counts else Reason.NOT_COUNTED
