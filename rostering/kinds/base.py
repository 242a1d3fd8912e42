"""The base roster of a ward: its ordinary weeks as a problem that wraps round."""

from __future__ import annotations

from datetime import date, timedelta

from rostering.domain.problem import Horizon, HorizonKind, Problem
from rostering.errors import BadInput, Fault

MOST_WEEKS = 53
SUFFIX = ", grunnturnus"
DATED = (
    *("wishes", "absences", "history", "published", "locks", "reserve"),
    *("accounts", "agreed_days", "ledger", "call_choices"),
)


def base_problem(ward: Problem, weeks: int, start: date | None = None) -> Problem:
    """Return a ward's cyclic base problem: everything that holds week after week.

    Parameters
    ----------
    ward
        A calendar problem. What lies on a date is left out: wishes, absence, the past, reserves,
        accounts, agreed days, locks. What holds from or to a date keeps it, for ``dated_problem``.
    weeks
        Weeks in the cycle.
    start
        A Monday; the ward's first Monday on or after its start when left out. Positions,
        competences, exemptions, agreements and demand that hold on it hold in all weeks, others
        in none (``domain/standing.py``).

    Raises
    ------
    BadInput
        When the weeks are no number from 1 to 53, or the start is no Monday.
    """
    faults = []
    first = start or _monday(ward.horizon.start)
    if not 1 <= weeks <= MOST_WEEKS:
        faults.append(Fault("weeks", str(weeks), f"a number of weeks from 1 to {MOST_WEEKS}"))
    if first.isoweekday() != 1:
        faults.append(Fault("start", str(first), "a Monday", f"{_monday(first)} is meant"))
    if faults:
        raise BadInput(faults)
    left_out: dict[str, object] = dict.fromkeys(DATED, ())
    return ward.model_copy(
        update={
            **left_out,
            "name": f"{ward.name[:100]}{SUFFIX}",
            "horizon": Horizon(start=first, days=7 * weeks, kind=HorizonKind.CYCLIC),
            "history_from": None,
            "people": tuple(p.model_copy(update={"max_hours": None}) for p in ward.people),
        }
    )


def dated_problem(base: Problem, start: date, weeks: int) -> Problem:
    """Return a base roster's ward on real dates, with no wishes, absence or past on them yet.

    What holds from or to a date begins or ends on it.

    Raises
    ------
    BadInput
        When the number of weeks is not from 1 to 53.
    """
    if not 1 <= weeks <= MOST_WEEKS:
        fault = Fault("weeks", str(weeks), f"a number of weeks from 1 to {MOST_WEEKS}")
        raise BadInput([fault])
    name = f"{base.name.removesuffix(SUFFIX)}, {start:%Y-%m-%d}"
    return base.model_copy(update={"name": name, "horizon": Horizon(start=start, days=7 * weeks)})


def _monday(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)
