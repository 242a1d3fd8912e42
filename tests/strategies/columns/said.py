"""Random statements about a short line: as written, and as the formulas made of them."""

from __future__ import annotations

from functools import cache
from itertools import product

from hypothesis import settings
from hypothesis import strategies as st

from rostering.strategies.columns.component import DEAD, Component
from rostering.strategies.columns.formula import Formula, Formulas

OPTIONS = {0: 2, 1: 3, 2: 4, 3: 2}
"""Number of options of each day."""
FULL = {day: (1 << number) - 1 for day, number in OPTIONS.items()}
Line = tuple[int, ...]
MANY = settings(deadline=None, max_examples=40)
FEW = settings(deadline=None, max_examples=20)


def lines() -> list[Line]:
    """Return every line, an option a day."""
    return list(product(*(range(number) for number in OPTIONS.values())))


@cache
def written() -> st.SearchStrategy[object]:
    """Return nested tuples: ("is", day, mask), ("not", one), ("all", several), ("any", several)."""
    leaf = st.sampled_from(sorted(OPTIONS)).flatmap(
        lambda day: st.tuples(st.just("is"), st.just(day), st.integers(0, FULL[day]))
    )
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.tuples(st.just("not"), inner),
            st.tuples(st.sampled_from(("all", "any")), st.lists(inner, max_size=4)),
        ),
        max_leaves=8,
    )


def formulas(told: object) -> Formula:
    """Return what was written as a formula."""
    assert isinstance(told, tuple)
    made, (word, *rest) = Formulas(FULL), told
    if word == "is":
        return made.leaf(*rest)
    if word == "not":
        return made.negated(formulas(rest[0]))
    return made.joined(word == "all", [formulas(part) for part in rest[0]])


def meant(told: object, line: Line) -> bool:
    """Evaluate what was written, without any formula."""
    assert isinstance(told, tuple)
    word, *rest = told
    if word == "is":
        day, mask = rest
        return bool(mask >> line[day] & 1)
    if word == "not":
        return not meant(rest[0], line)
    values = [meant(part, line) for part in rest[0]]
    return all(values) if word == "all" else any(values)


def paid(component: Component | None, line: Line) -> int | None:
    """Return what a component charges for a line; None when it is barred."""
    if component is None:
        return None
    state, points = 0, component.base
    for offset, day in enumerate(component.days):
        group = day.group[line[component.first + offset]]
        points += int(day.cost[state, group])
        state = int(day.to[state, group])
        if state == DEAD:
            return None
    return points
