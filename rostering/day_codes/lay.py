"""The codes of a whole plan: absence first, then F1 and F2, then the agreed days off."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.check import Court
from rostering.day_codes.rest import fixed_weeks
from rostering.day_codes.weekly import is_open, other_day, rest_day, touched
from rostering.domain.line import Line, Plan
from rostering.domain.problem import AgreedDays
from rostering.domain.roster import DayCode, Overlay, Roster

Laid = dict[int, Overlay]


def day_codes(court: Court, plan: Plan) -> tuple[Overlay, ...]:
    """Return every person's codes, by person in the ward's order and by date.

    Known absence keeps its days. F1 and F2 stand in each fixed week that lies wholly in the
    horizon. Agreed days take days off that are left; ``unplaced`` tells of those that found none.
    """
    found: list[Overlay] = []
    for line in plan.lines.values():
        laid = _absences(line)
        for monday in fixed_weeks(line):
            _lay_week(court, line, monday, laid)
        for agreed in court.index.problem.agreed_days:
            if agreed.person == line.person.id:
                _lay_agreed(line, agreed, laid)
        found.extend(laid[day] for day in sorted(laid))
    return tuple(found)


def codes_of(court: Court, plan: Plan, roster: Roster) -> tuple[Overlay, ...]:
    """Return the codes that hold: the roster's own when it has any, with known absence, else new.

    A roster's own code goes before an absence on the same day.
    """
    if not roster.overlays:
        return day_codes(court, plan)
    own = {(overlay.person, overlay.date) for overlay in roster.overlays}
    known = [
        overlay
        for line in plan.lines.values()
        for overlay in _absences(line).values()
        if (overlay.person, overlay.date) not in own
    ]
    place = {person: number for number, person in enumerate(plan.lines)}
    both = [overlay for overlay in roster.overlays if overlay.person in place] + known
    return tuple(sorted(both, key=lambda overlay: (place[overlay.person], overlay.date)))


def unplaced(court: Court, codes: tuple[Overlay, ...]) -> Iterator[tuple[AgreedDays, int]]:
    """Yield the agreed days that do not all stand in the plan, with how many are missing."""
    index = court.index
    laid: dict[tuple[str, str], int] = {}
    for overlay in codes:
        away = index.away(overlay.person, index.clock.day(overlay.date))
        if away is None:
            key = (overlay.person, overlay.code.value)
            laid[key] = laid.get(key, 0) + 1
    for agreed in index.problem.agreed_days:
        key = (agreed.person, agreed.kind)
        here = min(laid.get(key, 0), agreed.days)
        laid[key] = laid.get(key, 0) - here
        if here < agreed.days:
            yield agreed, agreed.days - here


def _absences(line: Line) -> Laid:
    index, person = line.index, line.person.id
    found: Laid = {}
    for first, last, _ in index.absences[person]:
        for day in range(max(0, first), min(line.last, last) + 1):
            away = index.away(person, day)
            if away is not None:
                found[day] = Overlay(
                    person=person,
                    date=index.clock.date(day),
                    code=DayCode(away.kind.value),
                    shift=away.shift,
                )
    return found


def _lay_week(court: Court, line: Line, monday: int, laid: Laid) -> None:
    rest = rest_day(court, line, monday)
    if rest is not None:
        _put(line, rest, DayCode.F1, laid)
    other = other_day(line, monday, rest)
    if other is not None:
        _put(line, other, DayCode.F2, laid)


def _lay_agreed(line: Line, agreed: AgreedDays, laid: Laid) -> None:
    """Put agreed days on days off: F3 on red weekdays first, Monday to Friday before weekends.

    Days that a night ends on come last; otherwise the earliest date goes first.
    """
    calendar = line.index.calendar
    free = [
        day
        for day in range(line.last + 1)
        if day not in laid and not line.works(day) and is_open(line, day)
    ]

    def rank(day: int) -> tuple[bool, bool, bool, int]:
        red_weekday = bool(calendar.holiday(day)) and calendar.weekday(day) != 7
        plain = agreed.kind != "F3" or not red_weekday
        return plain, touched(line, day), calendar.is_weekend(day), day

    for day in sorted(free, key=rank)[: agreed.days]:
        _put(line, day, DayCode(agreed.kind), laid)


def _put(line: Line, day: int, code: DayCode, laid: Laid) -> None:
    laid[day] = Overlay(person=line.person.id, date=line.index.clock.date(day), code=code)
