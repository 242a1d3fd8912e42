"""Units with their parents and employees: what suppression asks, and what it leaves to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from absence_model.table.faults import Faults
from absence_model.table.sheets import Grid, read_grid
from absence_model.table.suppression import SHOW, Place, shown_places
from absence_model.table.words import personal, plain
from rostering.errors import BadInput, Fault

if TYPE_CHECKING:
    import pandas as pd

_HEADINGS = {
    "unit": ("unit", "enhet", "eining", "avdeling"),
    "parent": ("parent", "over", "under", "overordnet", "overordna", "ligger under", "ligg under"),
    "employees": ("employees", "ansatte", "tilsette", "antall ansatte", "talet på tilsette"),
}
ALL = "*"
"""The name of everything together, where no tree is given."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A place whose history may be shown."""

    name: str
    employees: int
    planned: float
    absent: float


def read_places(path: str | Path) -> tuple[Place, ...]:
    """Return the tree of units in a file with the columns unit, parent and employees.

    Raises
    ------
    BadInput
        With each fault and its row.
    """
    grid = read_grid(Path(path), lambda row: sum(bool(_meaning(cell)) for cell in row))
    at = {_meaning(heading): number for number, heading in enumerate(grid.head)}
    faults = Faults()
    for name in _HEADINGS:
        if name not in at:
            faults.add(grid.file, "no such column", f"a column for {name}")
    faults.require_none()
    places = [_place(grid, row, at, faults) for row in range(len(grid.rows))]
    faults.require_none()
    return tuple(places)


def _meaning(heading: str) -> str:
    bare = plain(heading)
    return next((name for name, words in _HEADINGS.items() if bare in words), "")


def _place(grid: Grid, row: int, at: dict[str, int], faults: Faults) -> Place:
    cells = (*grid.rows[row], "", "", "")
    unit, parent, number = (cells[at[name]] for name in ("unit", "parent", "employees"))
    if not unit or personal(unit):
        faults.add(grid.place(row, at["unit"]), "no unit's name", "the name of a unit", row=row)
    if number and not number.isdecimal():
        needed = "a whole number, or nothing for what units lie under"
        faults.add(grid.place(row, at["employees"]), faults.shown(number), needed, row=row)
    return Place(unit, parent or None, int(number) if number.isdecimal() else 0)


def flat(employees: dict[str, int]) -> tuple[Place, ...]:
    """Return units with their employees as a tree: all of them lie under one place."""
    return (Place(ALL, None), *(Place(name, ALL, count) for name, count in employees.items()))


def shown_history(
    table: pd.DataFrame, places: Iterable[Place], show: int = SHOW
) -> tuple[Shown, ...]:
    """Return the planned and absent shifts of the places that may be shown.

    Raises
    ------
    BadInput
        When a unit of the table is no place, or the places are no tree.
    """
    listed = tuple(places)
    names = {place.name for place in listed}
    faults = [
        Fault(f"the unit {unit!r}", "not among the units", "a row for it with its employees")
        for unit in sorted(set(table["unit"]) - names)
    ]
    if faults:
        raise BadInput(faults)
    days = table.drop_duplicates(["unit", "date", "group"])
    planned = days.groupby("unit")["planned"].sum().to_dict()
    absent = table.groupby("unit")["absent"].sum().to_dict()
    told = [replace(place, amount=float(absent.get(place.name, 0.0))) for place in listed]
    shown = shown_places(told, show)
    under = {place.name: _units_under(place.name, listed) for place in listed}
    size = {place.name: place.employees for place in listed}
    return tuple(
        Shown(
            place.name,
            sum(size[unit] for unit in under[place.name]),
            float(sum(planned.get(unit, 0.0) for unit in under[place.name])),
            float(sum(absent.get(unit, 0.0) for unit in under[place.name])),
        )
        for place in listed
        if place.name in shown
    )


def _units_under(name: str, places: tuple[Place, ...]) -> list[str]:
    children = [place.name for place in places if place.parent == name]
    return [unit for child in children for unit in _units_under(child, places)] or [name]
