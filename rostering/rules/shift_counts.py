"""Shift counts: how many duties of a kind or code there are in some fixed weeks in a row.

The least number is asked only of weeks that lie wholly in the period and in which the person is
never away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.fixed_weeks import days_of, windows
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.people import Person
from rostering.rules.base import Dated, Form, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "shift_counts"
AT_MOST, AT_LEAST = "at most", "at least"
Entry = tuple[str, ...]


def _fits(entry: Sequence[str]) -> bool:
    return (
        len(entry) == 4
        and entry[0] != "off"
        and entry[1] in (AT_MOST, AT_LEAST)
        and all(part.isdecimal() for part in entry[2:])
        and int(entry[3]) > 0
    )


FORM = Form(("night", AT_MOST, "4", "2"), _fits, tokens=1)


@dataclass(frozen=True, slots=True)
class Values:
    """Entries of a shift kind or code, ``at most`` or ``at least``, how many, in how many weeks."""

    limits: tuple[Entry, ...] = limit(Sense.SETTING, "", (), form=FORM)


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every window of weeks with too many or too few duties of an entry."""
    for entry in _entries(limits):
        token, sense, bound, weeks = entry[0], entry[1], int(entry[2]), int(entry[3])
        for window in windows(line.index, weeks):
            if entry not in limits.at(max(0, window[-1])).limits:
                continue
            found = [d for day in days_of(window) for d in line.on(day) if token in _names(d)]
            if sense == AT_MOST:
                over = len(found) - max(bound, sum(duty.past for duty in found))
                if over > 0:
                    yield _violation(line, window, entry, "over", len(found), over)
                continue
            short = bound - len(found)
            whole = len(window) == weeks and _is_there(line.index, line.person, window)
            if short > 0 and whole:
                yield _violation(line, window, entry, "under", len(found), short)


def _entries(limits: Dated[Values]) -> list[Entry]:
    """Return the entries that hold at any time."""
    return list(dict.fromkeys(entry for _, values in limits.spans for entry in values.limits))


def _names(duty: Duty) -> tuple[str, str]:
    return (duty.kind.value, duty.code)


def _is_there(index: ProblemIndex, person: Person, window: tuple[int, ...]) -> bool:
    """Return whether a window lies in the period, and the person in post and never away."""
    for day in days_of(window):
        when = index.clock.date(day)
        employed = not person.positions or any(p.holds_on(when) for p in person.positions)
        if not 0 <= day < index.days or not employed or index.away(person.id, day):
            return False
    return True


def _violation(
    line: Line, window: tuple[int, ...], entry: Entry, text: str, count: int, amount: int
) -> Violation:
    first, last = max(min(window), line.first), min(max(window) + 6, line.last)
    facts = {"pattern": entry[0], "count": count, "bound": entry[2], "weeks": entry[3]}
    return Violation(
        ID,
        line.person.id,
        first,
        last,
        amount,
        amount,
        "duties",
        f"{ID}.{text}",
        facts,
        "limits",
    )


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver, window by window."""
    for entry in _entries(limits):
        for window in windows(verbs.index, int(entry[3])):
            if entry in limits.at(max(0, window[-1])).limits:
                _post_window(verbs, window, entry)


def _post_window(verbs: Verbs, window: tuple[int, ...], entry: Entry) -> None:
    token, sense, number, weeks = entry
    days = [day for monday in window for day in range(monday, monday + 7)]
    duties = [duty for day in days for duty in verbs.on(day)]
    counted = [duty for duty in duties if token in {duty.code, duty.kind.value}]
    taken = [(1, verbs.takes(duty)) for duty in counted]
    if sense == AT_MOST:
        verbs.at_most(taken, max(int(number), len([duty for duty in counted if duty.past])))
    elif len(window) == int(weeks) and _is_there(verbs.index, verbs.person, window):
        verbs.at_least(taken, int(number))


RULE = employee_rule(ID, Values, check, post)
