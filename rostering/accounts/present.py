"""The duties that were really there: those that hold and that no known absence covers."""

from __future__ import annotations

from rostering.domain.index import ProblemIndex
from rostering.domain.roster import Assignment, Roster


def covered(index: ProblemIndex, roster: Roster) -> frozenset[Assignment]:
    """Return the duties on whose day their person is known to be away.

    The absence credits their hours, so that they would count twice: they are left out of hours
    and staffing, and stay breaches of availability. What was really worked is not covered.
    """
    worked = {(entry.person, entry.date) for entry in roster.worked}
    laid = {(code.person, code.date, code.shift) for code in roster.overlays}
    return frozenset(
        duty
        for duty in roster.effective
        if (duty.person, duty.date) not in worked
        and (
            index.away(duty.person, index.clock.day(duty.date)) is not None
            or (duty.person, duty.date, duty.shift) in laid
        )
    )


def present(index: ProblemIndex, roster: Roster) -> tuple[Assignment, ...]:
    """Return the duties that hold and that no known absence covers."""
    away = covered(index, roster)
    return tuple(duty for duty in roster.effective if duty not in away)
