"""People above the target, in minutes of work, by demand row."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.cells import counts_in
from rostering.domain.findings import Cause
from rostering.domain.line import Plan
from rostering.terms.base import unit_term
from rostering.verbs import UnitVerbs


def measure(plan: Plan) -> Iterator[Cause]:
    """Yield the minutes above target in each cell of a row that counts everybody."""
    for cell in plan.index.cells:
        if cell.row.competence.codes:
            continue
        over = plan.in_cell(cell) - cell.target
        if over > 0:
            facts = {"row": cell.row.name or cell.row.id, "people": over}
            yield Cause(over * cell.minutes, None, cell.day, "surplus", facts)


def post(verbs: UnitVerbs, weight: int) -> None:
    """Charge each person above target; more competence than asked for is no surplus."""
    for cell in verbs.index.cells:
        if not cell.row.competence.codes:
            present = [
                (1, literal)
                for day, code in cell.options
                for person, duty, literal in verbs.on_duty(day, code)
                if counts_in(verbs.index, person, duty, cell)
            ]
            verbs.price_over(present, cell.target, weight * cell.minutes)


TERM = unit_term("surplus", "minutes", measure, post)
