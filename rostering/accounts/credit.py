"""The hours that known absence and agreed days credit, by their kind."""

from __future__ import annotations

from collections.abc import Iterable

from rostering.domain.contract import credit, weekly_minutes
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person
from rostering.domain.wishes import AbsenceKind


def credited_minutes(index: ProblemIndex, person: Person, kind: AbsenceKind) -> int:
    """Return the minutes that a person's absence of one kind credits inside the horizon.

    As in the contract: the hours of the shift that is covered, else a fifth of the week on each
    day Monday to Friday, nothing on a planned day off.
    """
    return _credited(index, person, days_of(index, person, kind))


def vacation_minutes(index: ProblemIndex, person: Person) -> int:
    """Return the minutes that vacation draws from its account inside the horizon.

    On a Sunday or a public holiday, which is no working day of vacation (ferieloven § 5 (1)), the
    absence credits its hours and draws nothing.
    """
    days = days_of(index, person, AbsenceKind.VACATION)
    drawing = tuple(day for day in days if not index.calendar.is_red(day))
    return _credited(index, person, drawing)


def _credited(index: ProblemIndex, person: Person, days: Iterable[int]) -> int:
    total = 0.0
    for day in days:
        away = index.away(person.id, day)
        if away is not None and away.credited:
            total += credit(index, away, day, _weekly(index, person, day))
    return round(total)


def days_of(index: ProblemIndex, person: Person, kind: AbsenceKind) -> tuple[int, ...]:
    """Return the days of the horizon on which absence of a kind is what holds."""
    touched = {
        day
        for first, last, away in index.absences[person.id]
        if away.kind is kind
        for day in range(max(0, first), min(index.days - 1, last) + 1)
    }
    return tuple(
        day
        for day in sorted(touched)
        if (away := index.away(person.id, day)) is not None and away.kind is kind
    )


def agreed_minutes(index: ProblemIndex, person: Person, kind: str) -> int:
    """Return the minutes that agreed days off of a kind credit: a fifth of the week each."""
    days = sum(
        agreed.days
        for agreed in index.problem.agreed_days
        if agreed.person == person.id and agreed.kind == kind
    )
    return round(days * _weekly(index, person, 0) / 5)


def _weekly(index: ProblemIndex, person: Person, day: int) -> float:
    when = index.clock.date(day)
    return sum(weekly_minutes(p, when) for p in person.positions if p.holds_on(when))
