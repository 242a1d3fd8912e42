"""A staffing plan merged into a ward: a matrix of shifts and weekdays, or rows with numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rostering.domain.problem import Problem
from rostering.readers.lists.draft import Draft, Merged
from rostering.readers.lists.headings import WEEKDAY_FIELDS
from rostering.readers.lists.mapping import Mapping
from rostering.readers.lists.names import Names
from rostering.readers.lists.page import Entry, Page, open_page
from rostering.readers.lists.plan_rows import demands

EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)
_ASKED = ("shifts", "competence", "units", "exclusive", "first", "last", "only_dates")
_ROWS_ONLY = ("weekdays", "minimum", "target", "maximum", "price_under", "price_over", "id")


def read_plan(
    path: str | Path,
    problem: Problem,
    mapping: Mapping | None = None,
    *,
    replace: bool = False,
) -> Merged:
    """Return a ward with the rows of a staffing plan.

    A row with the id of one in the ward takes its place. Other rows are added, unless the ward
    asks for people on the same shifts already.

    Parameters
    ----------
    path
        An .xlsx or CSV file: a row for each shift and competence with a column for each weekday,
        or a row for each line of the plan with weekdays and numbers.
    problem
        The ward.
    mapping
        Which column is which; what a plain number means.
    replace
        Whether the plan is the whole plan of its units, in place of what the ward has. Rows of
        roles, of single dates and with curves stay.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong, unknown or doubtful.
    """
    mapping = mapping or Mapping()
    page = open_page(path, "plan", mapping)
    _require_one_form(page)
    draft, names = Draft(problem, page), Names(problem, mapping)
    found = [(e, row) for e in page.entries() for row in demands(e, names, mapping)]
    _require_once(found)
    return _Placing(draft, found, replace=replace).merged(problem)


def _require_one_form(page: Page) -> None:
    """Refuse a matrix that has the columns of the other form as well."""
    both = [name for name in _ROWS_ONLY if name in page.columns]
    if both and any(name in page.columns for name in WEEKDAY_FIELDS):
        entry = Entry(page, page.head)
        guess = "they are sums: name them under ignore in a mapping"
        entry.refuse(both[0], f"weekdays as columns beside {', '.join(both)}", "one form", guess)
        page.require_whole()


def _require_once(found: list[tuple[Entry, dict[str, Any]]]) -> None:
    """Refuse a row that asks for the same people on the same days as one before it."""
    for number, (entry, row) in enumerate(found):
        for other, before in found[:number]:
            needed = f"one row (the other is {other.place()})"
            if "id" in row and row["id"] == before.get("id"):
                entry.refuse("id", f"{row['id']!r} a second time", needed, "a row was copied")
                break
            if _same_people(row, before):
                what = ", ".join(row["shifts"])
                entry.refuse("shifts", f"{what} a second time", needed, "a row was copied")
                break


def _same_people(one: dict[str, Any], other: dict[str, Any]) -> bool:
    days = set(one.get("weekdays", EVERY_DAY)) & set(other.get("weekdays", EVERY_DAY))
    return bool(days) and all(one.get(name) == other.get(name) for name in _ASKED)


class _Placing:
    """Puts the rows of a plan among those of the ward."""

    def __init__(
        self, draft: Draft, found: list[tuple[Entry, dict[str, Any]]], *, replace: bool
    ) -> None:
        self._draft = draft
        self._found = found
        self._replace = replace
        self._units = {unit for _, row in found for unit in row["units"]}
        self._given = {row["id"] for _, row in found if "id" in row}
        self._mine: set[str] = set()

    def merged(self, before: Problem) -> Merged:
        """Return the ward with the plan in it; ``before`` is the ward without."""
        old = self._draft.entries("demand")
        gone = [row["id"] for row in old if self._replace and self._is_replaced(row)]
        rows = [row for row in old if row["id"] not in gone]
        for entry, row in self._found:
            self._require_room(entry, row, rows)
            place = next((n for n, o in enumerate(rows) if o["id"] == row.get("id")), len(rows))
            if place < len(rows):
                rows[place] = _settled({**rows[place], **row})
            else:
                rows.append(_settled(row | {"id": self._free_id(row, rows)}))
            self._mine.add(rows[place]["id"])
            self._mark(entry, f"demand[{place}]")
        self._draft.data["demand"] = rows
        problem = self._draft.finished()
        known = {row.id: row for row in before.demand}
        mine = [row for row in problem.demand if row.id in self._mine]
        return Merged(
            problem,
            tuple(row.id for row in mine if row.id not in known),
            tuple(row.id for row in mine if row.id in known and row != known[row.id]),
            tuple(row.id for row in mine if row == known.get(row.id)),
            tuple(gone),
            tuple(row.id for row in problem.demand if row.id not in self._mine),
            tuple(self._draft.page.left),
        )

    def _is_replaced(self, row: dict[str, Any]) -> bool:
        ordinary = row.get("shifts") and not row.get("exclusive") and not row.get("only_dates")
        return bool(ordinary and self._units & set(row["units"]) and row["id"] not in self._given)

    def _require_room(self, entry: Entry, row: dict[str, Any], rows: list[dict[str, Any]]) -> None:
        """Ask what is meant when the ward has a row for the same shift already."""
        for old in rows:
            if {old["id"]} & (self._mine | self._given) or old.get("exclusive"):
                continue
            if row.get("exclusive") or not set(old["units"]) & set(row["units"]):
                continue
            if both := set(old.get("shifts", ())) & set(row["shifts"]):
                found = f"{', '.join(sorted(both))}, which the ward's row {old['id']!r} has too"
                guess = "the list is the unit's whole plan: give --replace"
                entry.refuse("shifts", found, "the row's id, or no such row in the ward", guess)
                return

    def _free_id(self, row: dict[str, Any], rows: list[dict[str, Any]]) -> str:
        """Return the row's id, or one made of its shifts, competence and weekday."""
        taken = {one["id"] for one in rows} | self._given - {row.get("id")}
        wanted = str(row.get("id") or row["label"])[:58]
        name, number = wanted, 2
        while name in taken:
            name, number = f"{wanted}-{number}", number + 1
        return name

    def _mark(self, entry: Entry, path: str) -> None:
        self._draft.mark(path, entry.place())
        numbers = ("minimum", "target", "maximum", "price_under", "price_over")
        for field in ("id", "shifts", *numbers, "first", "last"):
            if field in entry.page.columns:
                self._draft.mark(f"{path}.{field}", entry.place(field))


def _settled(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of demand as the ward holds it; a minimum alone is the target too."""
    made = {name: value for name, value in row.items() if name != "label"}
    if "target" not in row and "minimum" in row:
        made["target"] = made["minimum"]
    return made
