"""Of a roster that grants a wish at some price, the part that the wish needs.

A search for the cheapest roster also moves days that have nothing to do with the wish. What can
be left as it was published without dearer points is left so: whole people first, then dates, then
single days; each try is judged by the checker. On small wards one solve then asks for the fewest
changed days at that price, and may prove it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from rostering.domain.problem import Problem, RuleMode
from rostering.domain.roster import Assignment
from rostering.explain.shrink import minimal
from rostering.live import Cell, LivePlan
from rostering.terms.registry import weights

SHARP = 1000  # times the points, so that a changed day weighs less than any point
MOST = 100_000  # what a weight may be
Duties = tuple[Assignment, ...]
Change = Mapping[Cell, Sequence[Assignment]]


def changed_cells(before: Iterable[Assignment], after: Iterable[Assignment]) -> Change:
    """Return the days that differ, with what stands there after."""
    old, new = set(before), set(after)
    cells = dict.fromkeys((duty.person, duty.date) for duty in sorted(old ^ new, key=_key))
    return {cell: [d for d in new if (d.person, d.date) == cell] for cell in cells}


def needed(
    live: LivePlan,
    after: Duties,
    limit: int,
    fits: Callable[[LivePlan], bool],
    over: Callable[[], bool],
) -> LivePlan:
    """Return a roster between two, near the first, that still fits and costs no more.

    Parameters
    ----------
    live
        The roster that holds.
    after
        A lawful roster that fits, of ``limit`` points at most.
    fits
        Whether a roster grants what is wished.
    over
        Whether time is up; then what is left is returned as it is.
    """
    held = changed_cells(live.assignments, after)
    steps: tuple[Callable[[Cell], Hashable], ...] = (_person, _date, _cell)
    for unit in steps:
        groups: dict[Hashable, list[Cell]] = {}
        for cell in held:
            groups.setdefault(unit(cell), []).append(cell)

        def fails(some: Sequence[Sequence[Cell]], known: Change = held) -> bool:
            if over():
                return False
            part = live.changed({cell: known[cell] for cells in some for cell in cells})
            return part.total <= limit and _lawful(part) and fits(part)

        kept = minimal(list(groups.values()), fails)
        held = {cell: held[cell] for cells in kept for cell in cells}
    return live.changed(held)


def moved(before: LivePlan, after: LivePlan) -> tuple[int, int]:
    """Return how many days of how many people differ between two rosters."""
    cells = changed_cells(before.assignments, after.assignments)
    return len(cells), len({person for person, _ in cells})


def sharpened(problem: Problem, roster: Duties) -> Problem | None:
    """Return the problem whose best roster is the cheapest with the fewest changed days.

    None where the ward counts changed days itself.
    """
    if problem.published or problem.horizon.frozen_until is not None:
        return None
    known = weights(problem)
    sharp = min(SHARP, MOST // max(1, *known.values()))
    priced = {
        rule: one.model_copy(update={"price": one.price * sharp})
        for rule, one in problem.rules.items()
        if one.mode is RuleMode.PRICED
    }
    points = {term: weight * sharp for term, weight in known.items()}
    return problem.model_copy(
        update={
            "published": roster,
            "rules": {**problem.rules, **priced},
            "weights": {**points, "stability": 1},
        }
    )


def _lawful(live: LivePlan) -> bool:
    mode = live.court.rulings.mode
    own = (found for line in live.lines.values() for found in line.violations)
    return not any(mode(found.rule) is RuleMode.HARD for found in (*own, *live.unit_wide))


def _person(cell: Cell) -> Hashable:
    return cell[0]


def _date(cell: Cell) -> Hashable:
    return cell[1]


def _cell(cell: Cell) -> Hashable:
    return cell


def _key(duty: Assignment) -> tuple[str, str]:
    return (duty.person, duty.date.isoformat())
