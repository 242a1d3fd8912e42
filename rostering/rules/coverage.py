"""Safe staffing: every demand cell has its minimum and not more than its maximum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.cells import Cell, counts_in
from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Plan
from rostering.rules.base import Dated, Sense, limit, unit_rule
from rostering.verbs import UnitVerbs

ID = "coverage"


@dataclass(frozen=True, slots=True)
class Values:
    """Whether minimum and maximum staffing bind."""

    required: bool = limit(Sense.AT_LEAST, "")


def check(plan: Plan, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every cell with too few or too many people; what only the past decides is left."""
    for cell in _present(plan.index):
        if not limits.at(cell.day).required:
            continue
        here = plan.in_cell(cell)
        if here < cell.minimum:
            yield _violation(cell, "coverage.under", here, cell.minimum, cell.minimum - here)
        if cell.maximum is not None and here > cell.maximum:
            most = max(cell.maximum, _past(plan, cell))
            if here > most:
                yield _violation(cell, "coverage.over", here, most, here - most)


def _present(index: ProblemIndex) -> list[Cell]:
    """Return the cells that not the past alone decides."""
    if "present_cells" not in index.memo:
        index.memo["present_cells"] = [cell for cell in index.cells if not _only_past(cell)]
    found: list[Cell] = index.memo["present_cells"]
    return found


def _only_past(cell: Cell) -> bool:
    return bool(cell.options) and all(day < 0 for day, _ in cell.options)


def _past(plan: Plan, cell: Cell) -> int:
    return sum(
        counts_in(plan.index, person, duty, cell)
        for day, code in cell.options
        if day < 0
        for person, duty in plan.on_duty(day, code)
    )


def _violation(cell: Cell, text: str, here: int, bound: int, amount: int) -> Violation:
    facts = {"row": cell.row.name or cell.row.id, "here": here, "bound": bound}
    return Violation(
        ID, None, cell.day, cell.day, amount, amount, "people", text, facts, "required"
    )


def post(verbs: UnitVerbs, limits: Dated[Values]) -> None:
    """Say it to the solver."""
    for cell in verbs.index.cells:
        if not limits.at(cell.day).required:
            continue
        days = {day for day, _ in cell.options}
        if days and max(days) < 0:
            continue
        present = [
            (duty.day, literal)
            for day, code in cell.options
            for person, duty, literal in verbs.on_duty(day, code)
            if counts_in(verbs.index, person, duty, cell)
        ]
        if cell.minimum:
            verbs.at_least([(1, literal) for _, literal in present], cell.minimum)
        if cell.maximum is not None:
            fixed = sum(day < 0 for day, _ in present)
            verbs.at_most([(1, literal) for _, literal in present], max(cell.maximum, fixed))


RULE = unit_rule(ID, Values, check, post)
