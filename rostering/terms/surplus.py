"""People above the target, in minutes of work, by demand row without a price."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.cells import Cell, counts_in
from rostering.domain.findings import Cause
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Plan
from rostering.terms.base import unit_term
from rostering.verbs import UnitVerbs


def measure(plan: Plan) -> Iterator[Cause]:
    """Yield the minutes above target in each cell of a row that counts everybody."""
    for cell in plan.index.cells:
        if cell.row.competence.codes or cell.row.price_over is not None:
            continue
        over = plan.in_cell(cell) - _allowed(plan.index, cell)
        if over > 0:
            facts = {"row": cell.row.name or cell.row.id, "people": over}
            yield Cause(over * cell.minutes, None, cell.day, "surplus", facts)


def _allowed(index: ProblemIndex, cell: Cell) -> int:
    """Return the people that are no surplus: the target, and the reserve asked for above it."""
    if not index.problem.reserve:
        return cell.target
    when = index.clock.date(cell.day)
    return cell.target + sum(
        extra.heads
        for extra in index.problem.reserve
        if extra.date == when
        and set(extra.shifts) <= set(cell.row.shifts)
        and set(extra.units) <= set(cell.row.units)
    )


def post(verbs: UnitVerbs, weight: int) -> None:
    """Charge each person above target; more competence than asked for is no surplus."""
    for cell in verbs.index.cells:
        if not cell.row.competence.codes and cell.row.price_over is None:
            present = [
                (1, literal)
                for day, code in cell.options
                for person, duty, literal in verbs.on_duty(day, code)
                if counts_in(verbs.index, person, duty, cell)
            ]
            verbs.price_over(present, _allowed(verbs.index, cell), weight * cell.minutes)


TERM = unit_term("surplus", "minutes", measure, post)
