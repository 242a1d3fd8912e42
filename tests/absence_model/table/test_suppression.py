"""What is shown tells nobody what is hidden: an attacker adds, subtracts and bounds."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from absence_model.table.suppression import FLOOR, SHOW, Place, rolled_up, shown_places
from rostering.errors import BadInput


@st.composite
def trees(draw: st.DrawFn) -> list[Place]:
    """A municipality of districts of units, some districts with one more level."""
    places = [Place("town", None)]
    for district in range(draw(st.integers(1, 3))):
        name = f"d{district}"
        places.append(Place(name, "town"))
        for unit in range(draw(st.integers(1, 5))):
            below = f"{name}u{unit}"
            if draw(st.booleans()) or unit:
                places.append(_unit(draw, below, name))
            else:
                places.append(Place(below, name))
                places += [
                    _unit(draw, f"{below}x{n}", below) for n in range(draw(st.integers(1, 3)))
                ]
    return places


def _unit(draw: st.DrawFn, name: str, parent: str) -> Place:
    employees = draw(st.integers(0, 30))
    return Place(name, parent, employees, float(draw(st.integers(0, 12)) if employees else 0))


def units_under(places: list[Place], name: str) -> list[str]:
    children = [place.name for place in places if place.parent == name]
    return [unit for child in children for unit in units_under(places, child)] or [name]


def published(places: list[Place], shown: frozenset[str]) -> tuple[list[str], np.ndarray]:
    """Return the units, and a row of zeros and ones for each total that is shown."""
    units = [p.name for p in places if not any(q.parent == p.name for q in places)]
    told = [units_under(places, name) for name in sorted(shown)]
    return units, np.array([[float(u in inside) for u in units] for inside in told])


@settings(max_examples=120, deadline=None)
@given(places=trees(), show=st.sampled_from([FLOOR, SHOW]))
def test_no_group_under_the_floor_follows_by_subtraction(places: list[Place], show: int) -> None:
    shown = shown_places(places, show)
    units, rows = published(places, shown)
    if not len(rows):
        return
    size = np.array([next(p.employees for p in places if p.name == unit) for unit in units])
    rank = np.linalg.matrix_rank(rows)
    small = [n for n in range(len(units)) if 0 < size[n] < show]
    groups = [g for k in (1, 2, 3) for g in combinations(small, k) if size[list(g)].sum() < show]
    for group in groups:
        asked = np.zeros(len(units))
        asked[list(group)] = 1
        # people without work tell nothing: a group with or without an empty unit is the same
        free = [np.eye(len(units))[n] for n in range(len(units)) if not size[n]]
        known = np.vstack([rows, *free])
        rank = np.linalg.matrix_rank(known)
        assert np.linalg.matrix_rank(np.vstack([known, asked])) > rank


@settings(max_examples=60, deadline=None)
@given(places=trees())
def test_no_hidden_count_is_known_more_closely_than_five(places: list[Place]) -> None:
    shown = shown_places(places)
    units, rows = published(places, shown)
    if not len(rows):
        return
    of = {place.name: place for place in places}
    amounts = np.array([of[unit].amount for unit in units], dtype=float)
    bounds = [(0, None) if of[unit].employees else (0, 0) for unit in units]
    for number, unit in enumerate(units):
        if unit in shown or not of[unit].employees:
            continue
        goal = np.zeros(len(units))
        goal[number] = 1
        low, high = (
            linprog(sign * goal, A_eq=rows, b_eq=rows @ amounts, bounds=bounds) for sign in (1, -1)
        )
        if high.status == 3:  # nothing that is shown bounds it
            continue
        assert -high.fun - low.fun >= FLOOR - 1e-6


def test_the_last_hidden_unit_takes_the_next_small_one_with_it() -> None:
    places = [
        Place("town", None),
        *(Place(n, "town", s) for n, s in (("a", 4), ("b", 11), ("c", 30))),
    ]
    shown = shown_places(places)
    assert shown == {"town", "c"}
    assert rolled_up(places, shown) == {"town": "town", "a": "town", "b": "town", "c": "c"}


def test_what_is_large_everywhere_is_shown_everywhere() -> None:
    places = [Place("town", None), Place("a", "town", 10), Place("b", "town", 12)]
    assert shown_places(places) == {"town", "a", "b"}
    assert shown_places([replace(places[1], parent=None, employees=9)]) == frozenset()


@pytest.mark.parametrize(
    ("places", "show"),
    [
        ([Place("a", None, 20)], FLOOR - 1),
        ([Place("a", "b", 20)], SHOW),
        ([Place("a", "b", 20), Place("b", "a")], SHOW),
        ([Place("a", None, 20), Place("a", None, 3)], SHOW),
    ],
)
def test_a_lower_floor_and_broken_trees_are_refused(places: list[Place], show: int) -> None:
    with pytest.raises(BadInput):
        shown_places(places, show)
