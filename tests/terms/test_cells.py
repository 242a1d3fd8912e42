"""Demand spread over days: which cells there are, how long, and what covers them."""

from datetime import date

from rostering.domain.cells import Cell
from rostering.domain.index import ProblemIndex
from tests.rules.worlds import World


def cells(**entry: object) -> tuple[Cell, ...]:
    world = World("", {"name": "cells", **entry}, {})
    return ProblemIndex(world.problem({})).cells


def spans(found: tuple[Cell, ...]) -> list[tuple[int, int, int]]:
    return [(cell.start // 60, cell.end // 60, cell.minutes) for cell in found]


def test_a_curve_without_shifts_on_it_is_one_cell_a_step() -> None:
    shifts = {"N": "night 22:00-02:00"}
    curve = ["03:00-05:00 0/1", "05:00-06:00 0/2"]
    found = cells(line="F", shifts=shifts, demand=[{"id": "c", "curve": curve}])
    assert spans(found) == [(3, 5, 120), (5, 6, 60)]
    assert [cell.options for cell in found] == [(), ()]


def test_quarters_covered_by_the_same_shifts_are_one_cell() -> None:
    # D 07:30-15:00 and L 07:30-20:00 begin together, so 08:00-14:00 is one cell
    found = cells(line="F", demand=[{"id": "c", "curve": ["08:00-14:00 0/1"]}])
    assert spans(found) == [(8, 14, 360)]
    assert set(found[0].options) == {(0, "D"), (0, "L")}


def test_a_curve_is_cut_where_a_shift_begins_or_ends() -> None:
    # A begins when D ends, at 15:00; L goes on
    found = cells(line="F", demand=[{"id": "c", "curve": ["14:00-16:00 0/1"]}])
    assert spans(found) == [(14, 15, 60), (15, 16, 60)]
    assert [set(cell.options) for cell in found] == [{(0, "D"), (0, "L")}, {(0, "A"), (0, "L")}]


def test_a_quarter_that_a_shift_leaves_early_is_not_covered() -> None:
    shifts = {"G": "night 22:30-08:52"}
    found = cells(line="D | F", shifts=shifts, demand=[{"id": "c", "curve": ["08:30-09:00 0/1"]}])
    assert [cell.minutes for cell in found] == [15, 15]
    assert (-1, "G") in found[0].options
    assert (-1, "G") not in found[1].options


def test_steps_that_ask_for_different_numbers_are_never_one_cell() -> None:
    curve = ["08:00-09:00 1/1/2", "09:00-10:00 1/2/2", "10:00-11:00 1/2/3", "11:00-12:00 0/2/3"]
    found = cells(line="F", demand=[{"id": "c", "curve": curve}])
    assert [(c.minimum, c.target, c.maximum) for c in found] == [
        (1, 1, 2),
        (1, 2, 2),
        (1, 2, 3),
        (0, 2, 3),
    ]


def test_steps_that_ask_for_the_same_are_one_cell_when_they_touch() -> None:
    touching = ["08:00-09:00 0/1", "09:00-10:00 0/1"]
    apart = ["08:00-09:00 0/1", "09:15-10:00 0/1"]
    assert len(cells(line="F", demand=[{"id": "c", "curve": touching}])) == 1
    assert len(cells(line="F", demand=[{"id": "c", "curve": apart}])) == 2


def test_the_night_before_covers_a_morning_only_when_it_is_known() -> None:
    demand = [{"id": "c", "curve": ["00:00-06:00 0/1"]}]
    assert [cell.options for cell in cells(line="FF", demand=demand)] == [((0, "N"),)]
    assert cells(line="F | FF", demand=demand)[0].options == ((-1, "N"),)


def test_the_hour_that_autumn_repeats_is_counted_twice() -> None:
    found = cells(
        line="F | F", start=date(2027, 10, 31), demand=[{"id": "c", "curve": ["00:00-06:00 0/1"]}]
    )
    assert [cell.minutes for cell in found] == [7 * 60]


def test_the_hour_that_spring_skips_is_not_counted() -> None:
    found = cells(
        line="F | F", start=date(2027, 3, 28), demand=[{"id": "c", "curve": ["00:00-06:00 0/1"]}]
    )
    assert [cell.minutes for cell in found] == [5 * 60]


def test_shifts_of_other_units_cover_nothing_here() -> None:
    shifts = {"X": {"time": "day 08:00-10:00", "units": ["west"]}}
    demand = [{"id": "c", "curve": ["08:00-10:00 0/1"]}]
    found = cells(line="F", units=["ward", "west"], shifts=shifts, demand=demand)
    assert set(found[0].options) == {(0, "D"), (0, "L")}


def test_a_row_of_shifts_is_one_cell_a_day_as_long_as_its_longest() -> None:
    demand = [{"id": "days", "shifts": "DL", "target": 1, "weekdays": [1, 3]}]
    found = cells(line="FFFF", demand=demand)
    assert [(cell.day, cell.minutes) for cell in found] == [(0, 750), (2, 750)]
    assert found[0].options == ((0, "D"), (0, "L"))
    assert (found[0].start, found[0].end) == (7 * 60 + 30, 20 * 60)
