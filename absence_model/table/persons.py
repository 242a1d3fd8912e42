"""Rows about people: read in memory, made to counts at once, and forgotten.

Two forms. *Shifts*: a row for each planned shift of a person, with the kind of absence when the
person was away. *Spells*: a row for each absence from a date to another, and the planned shifts in
a file of their own. Who it was is needed only to put the two side by side; it is a number from the
first moment on, and gone when this module returns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from absence_model.table.few import merged
from absence_model.table.frame import Columns
from absence_model.table.gaps import gaps_of
from absence_model.table.model import Imported, Report
from absence_model.table.rows import CELL, sorted_table
from absence_model.table.spells import Spells, joined
from absence_model.table.words import KNOWN_KINDS, kind_meanings

if TYPE_CHECKING:
    import pandas as pd

HOURS = 7.5
"""Hours of one shift in the table, when the export tells hours."""
PRESENT = "present"


def is_personal(columns: Columns) -> bool:
    """Return whether a file's rows are about people."""
    return any(columns.has(name) for name in ("employee", "from", "to", "share"))


def shifts_of(columns: Columns) -> Imported:
    """Return the table of a file with a row for each planned shift.

    Raises
    ------
    BadInput
        With each fault's row and column; never with what stands there.
    """
    columns.require(("employee", "unit", "date", "kind"))
    shifts = _shifts(columns)
    meanings = kind_meanings(persons=True)
    kinds = columns.kinds("kind", meanings, empty=PRESENT)
    unclear = kinds == "doctor_certified"
    needed = "doctor_certified_1_16 or long_term: a row of one day does not tell which day it is"
    columns.refuse(unclear, "kind", needed, "give the absences as spells, with --shifts")
    share = _share(columns)
    columns.faults.require_none()
    known = np.isin(kinds, KNOWN_KINDS)
    shifts["known"] = np.where(known, share, 0.0)
    shifts["short"] = np.where(known | (kinds == PRESENT), 0.0, share)
    shifts["kind"] = np.where(shifts["short"] > 0, kinds, "")
    shifts["reason"] = np.where(known, kinds, "")
    return _counted(shifts, "shifts", 0)


def spells_of(columns: Columns, planned: Columns) -> Imported:
    """Return the table of a file of absences beside one of planned shifts.

    Raises
    ------
    BadInput
        With each fault's row and column; never with what stands there.
    """
    columns.require(("employee", "from", "kind"))
    planned.require(("employee", "unit", "date"))
    first, last = columns.days("from"), _last(columns)
    with np.errstate(invalid="ignore"):
        backwards = ~np.isnat(last) & (last < first)
    columns.refuse(backwards, "to", "a date not before the first")
    kinds = columns.kinds("kind", kind_meanings(persons=True))
    share = _share(columns)
    shifts = _shifts(planned)
    columns.faults.require_none()
    planned.faults.require_none()
    spells = Spells(_people(columns), first, last, kinds, share)
    found, unmatched = joined(spells, shifts, _people(planned))
    return _counted(found, "spells", unmatched, len(first))


def _last(columns: Columns) -> np.ndarray:
    if columns.has("to"):
        return columns.days("to", needed=False)
    return np.full(len(columns.grid.rows), np.datetime64("NaT", "D"))


def _people(columns: Columns) -> np.ndarray:
    """Return who each row is about; nobody is a fault that was told before."""
    return columns.texts("employee")


def _shifts(columns: Columns) -> pd.DataFrame:
    import pandas as pd

    people = columns.texts("employee")
    columns.refuse(np.array([not text.strip("\x1f") for text in people], bool), "employee", "an id")
    again = np.array([hash(row) for row in columns.grid.rows]) if len(people) else people
    for row in np.flatnonzero(pd.Series(again).duplicated()).tolist():
        guess = "delete it; give two shifts of one day their hours in one row"
        columns.add(row, None, "a row that stands twice", "each shift once", guess)
    count = len(people)
    hours = columns.numbers("hours") if columns.has("hours") else np.full(count, HOURS)
    group = columns.names("group") if columns.has("group") else np.full(count, "all", object)
    return pd.DataFrame(
        {
            "person": pd.factorize(people)[0],
            "unit": columns.names("unit"),
            "date": columns.days("date"),
            "group": group,
            "planned": hours / HOURS,
        }
    )


def _share(columns: Columns) -> np.ndarray:
    """Return the share of a shift that each row is away: graded leave counts by its hours.

    ``50``, ``50 %`` and ``0.5`` are a half; an empty cell is the whole shift.
    """
    count = len(columns.grid.rows)
    if not columns.has("share"):
        return np.ones(count)
    found = columns.numbers("share", empty=1.0)
    with np.errstate(invalid="ignore"):
        found = np.where(found > 1, found / 100, found)
        columns.refuse(found > 1, "share", "at most 100 per cent")
    return found


def _counted(shifts: pd.DataFrame, form: str, unmatched: int, rows: int | None = None) -> Imported:
    """Return unit-day counts of shifts with their known and short shares of absence."""
    import pandas as pd

    people = shifts.groupby("unit")["person"].nunique()
    shifts = shifts.assign(group=merged(shifts))
    kept_out = (shifts["planned"] * shifts["known"]).groupby(shifts["reason"]).sum()
    rest = shifts.drop(columns="person")
    rest["absent"] = rest["planned"] * rest["short"]
    rest["planned"] = rest["planned"] * (1 - rest["known"])
    planned = rest.groupby(CELL)["planned"].sum()
    away = rest[rest["short"] > 0].groupby([*CELL, "kind"])["absent"].sum().reset_index()
    quiet = planned.index.difference(pd.MultiIndex.from_frame(away[CELL]))
    empty = pd.DataFrame(index=quiet).reset_index().assign(absent=0.0, kind="self_certified")
    table = pd.concat([away, empty], ignore_index=True) if len(empty) else away
    table["planned"] = planned.reindex(pd.MultiIndex.from_frame(table[CELL])).to_numpy()
    table = table[table["planned"] > 0]
    report = Report(
        form,
        len(shifts) if rows is None else rows,
        kept_out={str(k): round(float(v), 2) for k, v in kept_out.items() if k},
        unmatched=unmatched,
        gaps=gaps_of(table),
        employees={str(unit): int(number) for unit, number in people.items()},
    )
    return Imported(sorted_table(table.round({"planned": 4, "absent": 4})), report)
