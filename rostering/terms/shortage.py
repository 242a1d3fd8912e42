"""Missing people against the target, in minutes of work, by demand row without a price."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.cells import counts_in
from rostering.domain.findings import Cause
from rostering.domain.line import Plan
from rostering.terms.base import unit_term
from rostering.verbs import UnitVerbs


def measure(plan: Plan) -> Iterator[Cause]:
    """Yield the minutes missing in each cell."""
    for cell in plan.index.cells:
        asked = cell.target and cell.row.price_under is None
        short = cell.target - plan.in_cell(cell) if asked else 0
        if short > 0:
            facts = {"row": cell.row.name or cell.row.id, "people": short}
            yield Cause(short * cell.minutes, None, cell.day, "shortage", facts)


def post(verbs: UnitVerbs, weight: int) -> None:
    """Charge each person missing in a cell."""
    for cell in verbs.index.cells:
        if not cell.target or cell.row.price_under is not None:
            continue
        present = [
            (-1, literal)
            for day, code in cell.options
            for person, duty, literal in verbs.on_duty(day, code)
            if counts_in(verbs.index, person, duty, cell)
        ]
        verbs.price_over(present, -cell.target, weight * cell.minutes)


TERM = unit_term("shortage", "minutes", measure, post)
