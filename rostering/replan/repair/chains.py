"""Two ways together: somebody is moved to the opening, and the gap that leaves is met in turn.

Looked for only where single ways give too few options: a gap has ways of its own, and each is
judged again together with the move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from rostering.domain.cells import counts_in
from rostering.domain.duty import Duty
from rostering.replan.repair.models import Fill, Opening
from rostering.replan.repair.ways import BEHIND, Candidate, Cells, Ways

Mover = tuple[Fill, Cells, Duty]
Gap = tuple[object, ...]
"""What a move leaves behind: the duty and the cells that its person counted in."""


def chained(ways: Ways, opening: Opening, over: Callable[[], bool]) -> Iterator[Candidate]:
    """Yield every lawful pair of a move and what closes its gap, the best of each gap first.

    ``over`` ends the search; whether it did is for the caller to ask.
    """
    for movers in _by_gap(ways, opening).values():
        if over():
            return
        fill, cells, old = movers[0]
        found = ways.after(cells).of(_behind(opening, old, fill))
        found.sort(key=lambda one: (one.rank, one.points, one.ore))
        for second, mover in product(found, movers):
            if over():
                return
            one = _together(ways, opening, mover, second)
            if one is not None:
                yield one


def _by_gap(ways: Ways, opening: Opening) -> dict[Gap, list[Mover]]:
    """Return those whose own days allow the move, by the gap that they leave."""
    gaps: dict[Gap, list[Mover]] = {}
    for mover in ways.movers(opening):
        if ways.lawful_lines(mover[1]):
            gaps.setdefault(_gap(ways, mover), []).append(mover)
    return gaps


def _gap(ways: Ways, mover: Mover) -> Gap:
    fill, _, old = mover
    index = ways.court.index
    person = index.people[fill.person or ""]
    cells = (c for c in index.cells if c.covered_by(old) and counts_in(index, person, old, c))
    return (old, *((cell.row.id, cell.start) for cell in cells))


def _behind(opening: Opening, old: Duty, fill: Fill) -> Opening:
    return Opening(
        date=opening.date, shift=old.code, unit=old.unit, role=old.role, person=fill.person
    )


def _together(ways: Ways, opening: Opening, mover: Mover, second: Candidate) -> Candidate | None:
    """Return a move and what closes its gap as one way, judged as one; None when unlawful."""
    fill, cells, old = mover
    people = {person for person, _ in second.cells}
    if fill.person is None or fill.person in people:
        return None
    behind = _behind(opening, old, fill)
    then = tuple(one.model_copy(update={"opening": behind}) for one in second.fills)
    return ways.judged((fill, *then), {**cells, **second.cells}, BEHIND)
