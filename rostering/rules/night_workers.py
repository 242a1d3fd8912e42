"""Night workers: fewer ordinary hours over four weeks (AML § 10-11 (1), (6)).

Whoever regularly works more than three hours at night is a night worker; here, in the weeks that
hold so many such duties.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.day_parts import minutes_between
from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.fixed_weeks import days_of, windows
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.shifts import Pay
from rostering.rules.base import CLOCK, Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "night_workers"


@dataclass(frozen=True, slots=True)
class Values:
    """Most ordinary minutes of a night worker in so many weeks in a row.

    A night worker has at least ``nights`` duties in them with more than ``night_minutes`` between
    the local times ``night_from`` and ``night_to``. The least ``maximum`` of the planned days of
    the weeks holds for them, of the rest what holds on the first; ``weeks`` is that of the period's
    first day.
    """

    maximum: int | None = limit(Sense.AT_MOST, "minutes")
    nights: int = limit(Sense.SETTING, "duties", 8, within=(1, 400))
    night_minutes: int = limit(Sense.SETTING, "minutes", 180)
    night_from: int = limit(Sense.SETTING, CLOCK, 1260, within=(0, 1439))
    night_to: int = limit(Sense.SETTING, CLOCK, 360, within=(0, 1439))
    weeks: int = limit(Sense.SETTING, "weeks", 4, within=(1, 52))


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every row of weeks in which a night worker has too many ordinary hours."""
    index = line.index
    by_week: dict[int, list[Duty]] = defaultdict(list)
    for duty in line.planned if index.cyclic else line.duties:
        by_week[index.calendar.monday(duty.day)].append(duty)
    for window in windows(index, limits.at(0).weeks):
        values, maximum = limits.at(max(0, window[0])), limits.least("maximum", days_of(window))
        duties = [duty for monday in window for duty in by_week[monday]]
        ordinary = [duty for duty in duties if duty.pay is not Pay.OVERTIME]
        total = sum(duty.minutes for duty in ordinary)
        if maximum is None or total <= maximum:
            continue
        nights = sum(_at_night(index, duty, values) for duty in duties)
        most = max(maximum, sum(duty.minutes for duty in ordinary if duty.past))
        if total > most and nights >= values.nights:
            last, over = window[0] + 7 * len(window) - 1, total - most
            facts = {"total": total, "most": most, "nights": nights}
            yield Violation(
                ID, line.person.id, window[0], last, over, over, "minutes", "night_workers.over",
                facts, "maximum",
            )  # fmt: skip


def _at_night(index: ProblemIndex, duty: Duty, values: Values) -> bool:
    at_night = minutes_between(index, duty, values.night_from, values.night_to)
    return at_night > values.night_minutes


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: enough nights make the ordinary minutes count against the bound."""
    for window in windows(verbs.index, limits.at(0).weeks):
        values, maximum = limits.at(max(0, window[0])), limits.least("maximum", days_of(window))
        duties = [duty for day in days_of(window) for duty in verbs.on(day)]
        nights = [d for d in duties if _at_night(verbs.index, d, values)]
        ordinary = [duty for duty in duties if duty.pay is not Pay.OVERTIME]
        everything = sum(duty.minutes for duty in ordinary)
        if maximum is None or everything <= maximum:
            continue
        worker = verbs.reaches([(1, verbs.takes(night)) for night in nights], values.nights)
        bound = max(maximum, sum(duty.minutes for duty in ordinary if duty.past))
        minutes = [(duty.minutes, verbs.takes(duty)) for duty in ordinary]
        verbs.at_most([*minutes, (everything, worker)], bound + everything)


RULE = employee_rule(ID, Values, check, post, seldom=True)
