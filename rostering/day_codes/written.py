"""What is wrong with the codes that a roster brings along: F1 without rest, codes on duty days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rostering.check import Court
from rostering.day_codes.lay import codes_of, unplaced
from rostering.day_codes.rest import fixed_weeks, least_rest, rest_blocks
from rostering.day_codes.weekly import rest_day
from rostering.domain.findings import Violation
from rostering.domain.line import Line, Plan
from rostering.domain.roster import DayCode, Overlay, Roster

RULE_ID = "day_codes"
_PRIVATE = {DayCode.SICK, DayCode.SICK_CHILD, DayCode.LEAVE}


def written_codes(court: Court, plan: Plan, roster: Roster) -> Iterator[Violation]:
    """Yield a finding for each code that cannot be true, and for each week without F1.

    A week without F1 is only a finding in a roster that marks F1 at all, and only where a day
    could have been marked. Agreed days that stand nowhere are told last.

    Notes
    -----
    The findings bear ``rule="day_codes"``, which is no rule of the registry: they speak of marks
    on paper. The rest itself is judged by ``weekly_rest``.
    """
    index = court.index
    by_person: dict[str, dict[int, Overlay]] = {person: {} for person in plan.lines}
    for overlay in roster.overlays:
        day = index.clock.day(overlay.date)
        if overlay.person in by_person and 0 <= day < index.days:
            by_person[overlay.person][day] = overlay
    marked = any(overlay.code is DayCode.F1 for overlay in roster.overlays)
    for person, laid in by_person.items():
        line = plan.lines[person]
        yield from _on_duty(line, laid)
        if marked:
            yield from _rests(court, line, laid)
    yield from _unplaced(court, plan, roster)


def _on_duty(line: Line, laid: dict[int, Overlay]) -> Iterator[Violation]:
    for day, overlay in sorted(laid.items()):
        for duty in line.on(day):
            facts = {"code": _shown(overlay.code), "shift": duty.code}
            yield _finding(line, (day, day), 1, "days", "on_duty", facts)


def _shown(code: DayCode) -> str:
    """Return a code as others may read it: why somebody is away is nobody's business."""
    return "FR" if code in _PRIVATE else code.value


def _rests(court: Court, line: Line, laid: dict[int, Overlay]) -> Iterator[Violation]:
    for monday in fixed_weeks(line):
        marks = [d for d in range(monday, monday + 7) if d in laid and laid[d].code is DayCode.F1]
        if not marks and _could_rest(court, line, monday):
            yield _finding(line, (monday, monday + 6), 1, "days", "no_f1", {})
        least = least_rest(court, line.person.id, monday)
        for day in marks:
            block = 0 if line.works(day) else _around(line, monday, day)
            if not line.works(day) and block < least:
                facts = {"block": block, "least": least}
                yield _finding(line, (day, day), least - block, "minutes", "short", facts)


def _around(line: Line, monday: int, day: int) -> int:
    """Return the longest block with a whole calendar day that touches a day."""
    start, end = line.index.clock.at(day), line.index.clock.at(day + 1)
    touching = [b for b in rest_blocks(line, monday) if b.days and b.touches(start, end)]
    return max((block.minutes for block in touching), default=0)


def _could_rest(court: Court, line: Line, monday: int) -> bool:
    """Return whether a week should have an F1: a day could bear it, or nobody was away."""
    if rest_day(court, line, monday) is not None:
        return True
    away = any(line.index.away(line.person.id, day) for day in range(monday, monday + 7))
    works = any(line.works(day) for day in range(monday, monday + 7))
    return works and not away


def _unplaced(court: Court, plan: Plan, roster: Roster) -> Iterator[Violation]:
    if not court.index.problem.agreed_days:
        return
    for agreed, missing in unplaced(court, codes_of(court, plan, roster)):
        facts = {"code": agreed.kind, "count": missing, "bound": agreed.days}
        line = plan.lines[agreed.person]
        yield _finding(line, (0, line.last), missing, "days", "unplaced", facts)


def _finding(
    line: Line,
    days: tuple[int, int],
    missing: int,
    unit: str,
    text: str,
    facts: Mapping[str, object],
) -> Violation:
    return Violation(
        RULE_ID, line.person.id, *days, missing, missing, unit, f"{RULE_ID}.{text}", facts
    )
