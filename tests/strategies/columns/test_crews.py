"""People with one contract share a lattice; what is in none is told."""

from __future__ import annotations

from dataclasses import replace

from rostering.strategies.columns.component import DEAD
from rostering.strategies.columns.crews import EARLY, Crew, crews
from rostering.strategies.columns.formula import Formulas, Gate, Leaf
from rostering.strategies.columns.person import Options, Subject
from rostering.strategies.columns.statements import Clause, Counter, Use

DAYS = 21
TOKENS = (("D", "u", None, "ordinary"), ("N", "u", None, "ordinary"))
FORMULAS = Formulas(dict.fromkeys(range(DAYS), 0b111))
MANY = 1_000_000


def somebody(name: str, *said: Clause | Counter) -> Subject:
    """Return a person who may work day or night on each day, under some statements."""
    options = Options((TOKENS,) * DAYS, ((2, 3),) * DAYS, ((),) * DAYS)
    return Subject(
        name,
        options,
        ((0, 0, 0),) * DAYS,
        ((False, False, False),) * DAYS,
        frozenset(one for one in said if isinstance(one, Clause)),
        frozenset(one for one in said if isinstance(one, Counter)),
        constant=0,
        left_out=0,
    )


def both(first: int, last: int, price: int | None = None) -> Clause:
    """Return that nobody works on two days."""
    found = FORMULAS.joined(True, [FORMULAS.leaf(day, 0b110) for day in (first, last)])
    assert isinstance(found, Gate)
    return Clause(found, price)


def working(days: range, *uses: Use) -> Counter:
    """Return what is said of a number of worked days."""
    leaves = [FORMULAS.leaf(day, 0b110) for day in days]
    return Counter(tuple((leaf, 1) for leaf in leaves if isinstance(leaf, Leaf)), uses)


def members(found: list[Crew]) -> list[list[str]]:
    return [[one.person for one in crew.members] for crew in found]


def test_equal_statements_are_one_crew_with_one_root() -> None:
    (crew,) = crews([somebody("ann", both(3, 4)), somebody("bo", both(3, 4))])
    assert crew.root_of == (0, 0)
    assert len(crew.lattice.roots) == 1


def test_what_differs_in_the_first_days_only_is_a_root_of_its_own() -> None:
    found = crews([somebody("ann", both(0, 1)), somebody("bo"), somebody("cy", both(0, 1))])
    assert members(found) == [["ann", "cy", "bo"]]
    assert found[0].root_of == (0, 0, 1)


def test_what_differs_later_parts_them() -> None:
    later = both(EARLY, EARLY + 1)
    assert members(crews([somebody("ann", later), somebody("bo")])) == [["ann"], ["bo"]]


def test_other_shifts_part_them_too() -> None:
    bo = somebody("bo")
    fewer = replace(bo.options, tokens=(TOKENS[:1], *bo.options.tokens[1:]))
    found = crews([somebody("ann"), replace(bo, options=fewer)])
    assert members(found) == [["ann"], ["bo"]]


def test_a_long_sum_that_makes_the_lattice_too_large_stays_outside_and_is_told() -> None:
    long = working(range(DAYS), Use(1, 10, None, 1))
    clause = both(3, 4)
    (whole,) = crews([somebody("ann", long, clause)], MANY)
    assert whole.outside == ()
    (small,) = crews([somebody("ann", long, clause)], whole.lattice.arcs // 2)
    assert small.outside == (long,)
    assert small.lattice.arcs == crews([somebody("ann", clause)], MANY)[0].lattice.arcs


def test_a_statement_that_no_line_keeps_takes_the_root_and_only_that_person_s() -> None:
    never = working(range(3), Use(-1, -4, None, 1))  # four days of three
    found = crews([somebody("ann", never), somebody("bo")])
    roots = {
        one.person: crew.lattice.roots[root]
        for crew in found
        for one, root in zip(crew.members, crew.root_of, strict=True)
    }
    assert roots["ann"] == DEAD
    assert roots["bo"] != DEAD


def test_two_statements_that_only_together_leave_no_line_take_the_root() -> None:
    least, most = working(range(3), Use(-1, -2, None, 1)), both(0, 1)
    (crew,) = crews([somebody("ann", least, most, both(0, 2), both(1, 2))])
    assert crew.lattice.roots == (DEAD,)
