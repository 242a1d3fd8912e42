"""A grid's columns by their meaning, and cells turned to dates, numbers and kinds at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from absence_model.table.faults import Faults, rows_of
from absence_model.table.sheets import Grid, letters
from absence_model.table.words import column_of, is_name, personal, plain, refused_as

_EARLIEST, _LATEST = np.datetime64("1990-01-01"), np.datetime64("2100-01-01")


class Columns:
    """The columns of a grid that are read, as arrays of text; faults gather beside them."""

    def __init__(self, grid: Grid, faults: Faults, ignored: Collection[str] = ()) -> None:
        self.grid, self.faults = grid, faults
        self.at: dict[str, list[int]] = {}
        width = len(grid.head)
        skipped = {plain(name) for name in ignored}
        for number, heading in enumerate(grid.head):
            self._meet(number, heading, skipped)
        for row, cells in enumerate(grid.rows):
            if any(cells[width:]):
                needed = f"{width} cells, as many as there are headings"
                self.add(row, None, f"{len(cells)} cells", needed, "a separator stands in a text")

    def _meet(self, number: int, heading: str, skipped: Collection[str]) -> None:
        where = self._heading_place(number)
        if refused := refused_as(heading):
            needed = f"a file without {refused}"
            self.faults.add(where, f"a column for {refused}", needed, "it can be deleted", -1)
        elif plain(heading) in skipped:
            return
        elif meaning := column_of(heading):
            self.at.setdefault(meaning, []).append(number)
            if len(self.at[meaning]) > 1 and meaning != "employee":
                self.faults.add(where, f"a second column for {meaning}", "one", row=-1)
        elif heading or any(row[number : number + 1] != ("",) for row in self.grid.rows[:100]):
            needed = "a heading that is known: docs/absence/data.md lists them"
            guess = "it is not needed: delete the column, or name it with --ignore"
            found = "an unknown heading" if heading else "a column without heading"
            self.faults.add(where, found, needed, guess, -1)

    def _heading_place(self, number: int) -> str:
        where = f"sheet {self.grid.sheet}" if self.grid.sheet else self.grid.file
        return f"{where}, column {letters(number) if self.grid.sheet else number + 1}"

    def require(self, names: Collection[str]) -> None:
        """Note each column that is missing, and raise when anything is wrong with the headings."""
        for name in names:
            if name not in self.at:
                where = f"sheet {self.grid.sheet}" if self.grid.sheet else self.grid.file
                needed = f"a column for {name}"
                guess = "its heading has another name: docs/absence/data.md lists those known"
                self.faults.add(where, "no such column", needed, guess, -1)
        self.faults.require_none()

    def has(self, name: str) -> bool:
        """Return whether there is such a column."""
        return name in self.at

    def texts(self, name: str) -> np.ndarray:
        """Return a column's cells; several columns of one meaning are joined."""
        numbers = self._keys() if name == "employee" else self.at[name]
        found = [
            "\x1f".join([row[n] if n < len(row) else "" for n in numbers]) for row in self.grid.rows
        ]
        return np.array(found, dtype=object)

    def _keys(self) -> list[int]:
        """Return the columns that tell who a row is about: a number if there is one, else names."""
        columns = self.at["employee"]
        numbered = [at for at in columns if not is_name(self.grid.head[at])]
        return numbered[:1] or columns

    def add(self, row: int, name: str | None, found: str, needed: str, maybe: str = "") -> None:
        """Note a fault of a row or of one of its cells."""
        column = self.at[name][0] if name in self.at else None
        self.faults.add(self.grid.place(row, column), found, needed, maybe, row)

    def refuse(self, mask: np.ndarray, name: str, needed: str, maybe: str = "") -> None:
        """Note a fault for each row of a mask: what stands there is not what is needed."""
        wrong = rows_of(mask)
        cells = self.texts(name) if wrong else ()
        for row in wrong:
            self.add(row, name, self.faults.shown(cells[row]), needed, maybe)

    def days(self, name: str, *, needed: bool = True) -> np.ndarray:
        """Return a column of dates; what is no date, or out of reach, is a fault."""
        import pandas as pd

        cells = pd.Series(self.texts(name), dtype=object)
        found = pd.to_datetime(cells, format="%Y-%m-%d", errors="coerce")
        norwegian = pd.to_datetime(cells, format="%d.%m.%Y", errors="coerce")
        found = found.fillna(norwegian)
        days: np.ndarray = found.to_numpy().astype("datetime64[D]")
        wrong = np.isnat(days) & (needed | (cells != "").to_numpy())
        guess = "day and month have changed places, or the year has two digits"
        self.refuse(wrong, name, "a date such as 2027-01-31 or 31.01.2027", guess)
        far = (days < _EARLIEST) | (days >= _LATEST)
        self.refuse(far, name, "a date from 1990 to 2099", "the year is wrong")
        return days

    def numbers(self, name: str, *, empty: float | None = None) -> np.ndarray:
        """Return a column of numbers from 0 up; ``empty`` stands for an empty cell."""
        import pandas as pd

        cells = pd.Series(self.texts(name), dtype=object)
        bare = cells.str.replace(",", ".", regex=False).str.replace("[ %\u00a0]", "", regex=True)
        number = pd.to_numeric(bare, errors="coerce")
        found: np.ndarray = number.to_numpy(dtype=np.float64, copy=True)
        blank = (cells == "").to_numpy()
        if empty is not None:
            found[blank] = empty
        self.refuse(~np.isfinite(found), name, "a number, such as 7.5")
        with np.errstate(invalid="ignore"):
            self.refuse(np.isfinite(found) & (found < 0), name, "0 or more", "the sign is wrong")
        return found

    def names(self, name: str) -> np.ndarray:
        """Return a column of units' or groups' names, none of which is personal."""
        import pandas as pd

        cells = self.texts(name)
        numbers, unique = pd.factorize(cells)
        looks = np.array([personal(text) for text in unique], dtype=object)
        self.refuse(cells == "", name, f"the name of a {name}")
        for row in rows_of((looks != "")[numbers]) if len(unique) else ():
            needed, guess = f"the name of a {name}", "columns have changed places"
            if looks[numbers[row]] == "a diagnosis code":
                guess = "a unit is called so: write its whole name"
            self.add(row, name, f"what looks like {looks[numbers[row]]}", needed, guess)
        return cells

    def kinds(self, name: str, meanings: Mapping[str, str], *, empty: str = "") -> np.ndarray:
        """Return a column of kinds of absence; ``empty`` stands for an empty cell."""
        import pandas as pd

        cells = self.texts(name)
        numbers, unique = pd.factorize(cells)
        known = [meanings.get(plain(text), "") if text else empty for text in unique]
        found = np.array(known, dtype=object)[numbers] if len(unique) else cells
        looks = np.array([personal(text) for text in unique], dtype=object)
        listed = ", ".join(sorted(set(meanings.values())))
        for row in rows_of((found == "") & ((cells != "") | (empty == ""))):
            shape = looks[numbers[row]]
            word = f"what looks like {shape}" if shape else "a kind that is not known"
            self.add(row, name, word if cells[row] else "nothing", f"one of: {listed}")
        return found
