"""Whether a duty can exist in a problem at all: shift, unit, role and date fit together."""

from __future__ import annotations

from datetime import date

from rostering.domain.problem import Problem
from rostering.domain.standing import asks_on


def misplaced(
    problem: Problem, shift: str, unit: str | None, role: str | None, when: date
) -> tuple[str, str] | None:
    """Return (what was found, what is needed) for a duty that cannot exist, else None.

    Shift, unit and role must be known; a unit of None stands for any.
    """
    units = next(known.units for known in problem.shifts if known.code == shift)
    if units and unit is not None and unit not in units:
        return f"shift {shift!r} in unit {unit!r}", f"one of the shift's units: {', '.join(units)}"
    if role is None:
        return None
    row = next(row for row in problem.demand if row.id == role)
    if shift not in row.shifts or (unit is not None and unit not in row.units):
        asked = f"shift {' or '.join(row.shifts)} in {' or '.join(row.units)}"
        return f"role {role!r} on shift {shift!r} in unit {unit or 'any'!r}", asked
    if not asks_on(problem, row, when):
        return f"role {role!r} on {when}", "a date on which its demand row asks for somebody"
    return None
