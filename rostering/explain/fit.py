"""Whether receipts can be asked for: of a lawful roster, for people that there are."""

from __future__ import annotations

from collections.abc import Sequence

from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.errors import BadInput, Fault
from rostering.live import LivePlan


def require_known(problem: Problem, people: Sequence[str] | None) -> None:
    """Raise ``BadInput`` for people that the ward does not have."""
    known = {person.id for person in problem.people}
    needed = f"a person of the ward {problem.name!r}"
    faults = [Fault("person", repr(one), needed) for one in people or () if one not in known]
    if faults:
        raise BadInput(faults)


def require_lawful(problem: Problem, roster: Roster) -> None:
    """Raise ``BadInput`` when a roster breaks a hard rule."""
    court = Court.of(problem, roster)
    live = LivePlan.of(court, roster.effective)
    hard = [breach for breach in live.breaches() if breach.hard]
    if hard:
        needed = "a lawful roster: what a wish costs is told beside one"
        raise BadInput([Fault("roster", f"{len(hard)} hard breaches: {hard[0].text}", needed)])
