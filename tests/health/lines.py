"""Lines of shift letters with their health lights: small worlds whose answer is worked out by hand.

D 07:30-15:00, A 15:00-22:30, N 23:00-07:00, F off; what stands before a bar is the known past. The
first planned day is Monday 4 January 2027 unless told otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rostering.domain.roster import Roster
from rostering.health import Measure, ThresholdTable, WardHealth, ward_health
from rostering.health.models import MeasureHealth
from tests.rules.worlds import World


def lit(
    line: str | Mapping[str, str],
    table: ThresholdTable | None = None,
    **entry: Any,  # noqa: ANN401 - as in YAML
) -> WardHealth:
    """Return the lights of one line, or of several by name."""
    key = "line" if isinstance(line, str) else "lines"
    world = World("health", {"name": "by hand", key: line, **entry}, {})
    problem = world.problem({})
    roster = Roster(
        problem_name=problem.name,
        problem_hash="",
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=world.assignments(),
    )
    return ward_health(problem, roster, table)


def light(measure: Measure, line: str, **entry: Any) -> MeasureHealth:  # noqa: ANN401 - as in YAML
    """Return one measure of a line."""
    (person,) = lit(line, **entry).people
    return next(one for one in person.measures if one.measure is measure)


def told(measure: Measure, line: str, **entry: Any) -> tuple[int | None, str]:  # noqa: ANN401
    """Return a measure's value and light."""
    found = light(measure, line, **entry)
    return found.value, found.light.value


def placed(days: int, parts: Mapping[int, str]) -> str:
    """Return so many days off with some letters from certain days on."""
    cells = ["F"] * days
    for first, letters in parts.items():
        cells[first : first + len(letters)] = letters
    assert len(cells) == days
    return "".join(cells)


def january(*days: int) -> tuple[date, ...]:
    """Return dates of January 2027; 0 and less lie in December."""
    return tuple(date.fromordinal(date(2027, 1, 1).toordinal() + day - 1) for day in days)
