"""Few people: a count of theirs would tell of them, so it is never written down alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from absence_model.table.suppression import FLOOR
from rostering.errors import BadInput, Fault

if TYPE_CHECKING:
    import pandas as pd

    from absence_model.table.model import Imported

TOGETHER = "all"
"""The staff group of those whose own has too few people."""


def merged(shifts: pd.DataFrame) -> pd.Series:
    """Return the staff groups of people's shifts, those of too few people put together.

    Groups of fewer than ``FLOOR`` people of a unit become one, and with them the next smallest
    until there are as many in it.
    """
    groups = shifts["group"].copy()
    for _, rows in shifts.groupby("unit"):
        sizes = rows.groupby("group")["person"].nunique().sort_values(kind="stable")
        few = int((sizes < FLOOR).sum())
        while 0 < few < len(sizes) and _people(rows, sizes.index[:few]) < FLOOR:
            few += 1
        if few:
            groups.loc[rows.index[rows["group"].isin(sizes.index[:few])]] = TOGETHER
    return groups


def _people(rows: pd.DataFrame, groups: pd.Index) -> int:
    joined = rows["group"].isin({*groups, TOGETHER})
    return int(rows.loc[joined, "person"].nunique())


def without_small(found: Imported) -> Imported:
    """Return what may be written of an import: units of too few people are left out and named.

    Only rows about people tell how many there are.

    Raises
    ------
    BadInput
        When no unit is left.
    """
    people = found.report.employees
    small = tuple(sorted(unit for unit, count in people.items() if count < FLOOR))
    if not small:
        return found
    if len(small) == len(people):
        needed = f"{FLOOR} or more in a unit: fewer would tell of persons"
        guess = "give the people of small units the name of what these lie under"
        raise BadInput([Fault("the units", f"fewer than {FLOOR} people in each", needed, guess)])
    table = found.table[~found.table["unit"].isin(small)].reset_index(drop=True)
    large = {unit: count for unit, count in people.items() if unit not in small}
    gaps = tuple(gap for gap in found.report.gaps if gap.unit not in small)
    report = replace(found.report, employees=large, small=small, gaps=gaps)
    return replace(found, table=table, report=report)
