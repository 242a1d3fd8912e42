"""Which role a duty marked with a star has: the one demand row that it can be."""

from __future__ import annotations

from rostering.domain.demand import DemandRow
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.errors import Fault

UNNAMED = "*"


def settle_roles(ward: Problem, duties: list[tuple[Assignment, str]], faults: list[Fault]) -> None:
    """Name the role of every duty that is only marked; a fault where not exactly one fits.

    Parameters
    ----------
    ward
        Its exclusive demand rows are the roles.
    duties
        Duties and their places; changed in place. The role ``UNNAMED`` is one without name.
    faults
        Where faults are added.
    """
    rows = {row.id: row for row in ward.demand if row.exclusive}
    held = {person.id: person for person in ward.people}
    for number, (duty, where) in enumerate(duties):
        if duty.role is None:
            continue
        fitting = [row for row in rows.values() if _fits(row, duty)]
        if len(fitting) > 1:
            person = held[duty.person]
            codes = {c.code for c in person.competences if c.holds_on(duty.date)}
            fitting = [row for row in fitting if row.competence.met_by(codes)] or fitting
        if duty.role in rows:
            continue
        if duty.role != UNNAMED or len(fitting) != 1:
            faults.append(_unclear(duty, where, fitting))
            duties[number] = (duty.model_copy(update={"role": None}), where)
            continue
        duties[number] = (duty.model_copy(update={"role": fitting[0].id}), where)


def _fits(row: DemandRow, duty: Assignment) -> bool:
    return duty.shift in row.shifts and duty.unit in row.units and row.applies(duty.date)


def _unclear(duty: Assignment, where: str, fitting: list[DemandRow]) -> Fault:
    if duty.role != UNNAMED:
        return Fault(where, f"unknown role {duty.role!r}", "an exclusive demand row of the ward")
    found = f"{duty.shift}*, a duty with a role"
    if not fitting:
        guess = "give the ward with --ward, or leave the star out"
        return Fault(where, found, "a ward with an exclusive demand row for it", guess)
    listed = " or ".join(f"{duty.shift}*{row.id}" for row in fitting)
    return Fault(where, f"{found}, and {len(fitting)} rows fit", "the role's name", f"{listed}")
