"""Points of demand rows that have a price of their own for each person under or over the target.

`shortage` and `surplus` leave such a row's priced side to this goal.
"""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.cells import counts_in
from rostering.domain.findings import Cause
from rostering.domain.line import Plan
from rostering.terms.base import unit_term
from rostering.verbs import UnitVerbs


def measure(plan: Plan) -> Iterator[Cause]:
    """Yield the points of each cell of a priced row with too few or too many people."""
    for cell in plan.index.cells:
        under, over = cell.row.price_under, cell.row.price_over
        if not under and not over:
            continue
        short = cell.target - plan.in_cell(cell)
        price, side = (under, "under") if short > 0 else (over, "over")
        if short and price:
            facts = {"row": cell.row.name or cell.row.id, "people": abs(short)}
            yield Cause(abs(short) * price, None, cell.day, f"row_prices.{side}", facts)


def post(verbs: UnitVerbs, weight: int) -> None:
    """Charge each person under and over the target."""
    for cell in verbs.index.cells:
        under, over = cell.row.price_under or 0, cell.row.price_over or 0
        if not under + over:
            continue
        present = [
            literal
            for day, code in cell.options
            for person, duty, literal in verbs.on_duty(day, code)
            if counts_in(verbs.index, person, duty, cell)
        ]
        if under:
            verbs.price_over([(-1, one) for one in present], -cell.target, weight * under)
        if over:
            verbs.price_over([(1, one) for one in present], cell.target, weight * over)


TERM = unit_term("row_prices", "points", measure, post)
