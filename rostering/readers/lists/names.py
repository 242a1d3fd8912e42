"""Units, competences and shift codes as lists write them: code, full name, or the mapping's."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Dictionary
from typing import Literal

from rostering.domain.problem import Problem
from rostering.readers import guesses
from rostering.readers.lists import vocabulary
from rostering.readers.lists.mapping import Mapping
from rostering.readers.workbook.cells import Cell, Unreadable, split, text

Thing = Literal["unit", "competence", "shift"]


class Names:
    """Readers of cells that name units, competences, shifts or kinds of shifts of a ward."""

    def __init__(self, problem: Problem, mapping: Mapping) -> None:
        pairs: dict[Thing, Iterable[tuple[str, str]]] = {
            "unit": [(unit.id, unit.name) for unit in problem.units],
            "competence": [(one.code, one.name) for one in problem.competences],
            "shift": [(shift.code, shift.name) for shift in problem.shifts],
        }
        self._answers: dict[Thing, Dictionary[str, str]] = {
            "unit": mapping.units,
            "competence": mapping.competences,
            "shift": mapping.shifts,
        }
        self._known: dict[Thing, dict[str, str]] = {}
        for thing, listed in pairs.items():
            self._known[thing] = dict(listed)

    @property
    def all_units(self) -> list[str]:
        """Every unit of the ward."""
        return list(self._known["unit"])

    def one(self, thing: Thing, written: str) -> str:
        """Return the id or code that a written word names.

        Raises
        ------
        Unreadable
            When nothing of the ward has this id, code or name, or two things have.
        """
        known = self._known[thing]
        meant = self._answers[thing].get(written, written)
        if meant in known:
            return meant
        plain = meant.casefold()
        codes = [code for code in known if code.casefold() == plain]
        found = codes or [code for code, name in known.items() if name.casefold() == plain]
        if len(found) == 1:
            return found[0]
        listed = ", ".join(f"{code} ({name})" if name else code for code, name in known.items())
        spellings = [*known, *(name for name in known.values() if name)]
        guess = guesses.spelling(written, spellings)
        answer = f'write "{written}" = "..." under [{thing}s] in a mapping'
        raise Unreadable(f"a {thing} of the ward: {listed[:200]}", guess or answer)

    def unit(self, cell: Cell) -> str:
        """Return the unit in a cell."""
        return self.one("unit", text(cell))

    def units(self, cell: Cell) -> list[str]:
        """Return the units in a cell."""
        return self._several("unit", cell)

    def competences(self, cell: Cell) -> list[str]:
        """Return the competences in a cell."""
        return self._several("competence", cell)

    def shifts(self, cell: Cell) -> list[str]:
        """Return the shift codes in a cell."""
        return self._several("shift", cell)

    def shifts_and_kinds(self, written: str) -> tuple[list[str], list[str]]:
        """Return the shift codes, and the kinds of shifts, that a text names.

        Raises
        ------
        Unreadable
            When a word is neither.
        """
        codes: list[str] = []
        kinds: list[str] = []
        for word in split(written.replace("/", ",").replace(" eller ", ",")):
            kind = vocabulary.meaning("kind", word)
            if kind and word not in self._known["shift"]:
                kinds.append(kind)
            else:
                codes.append(self.one("shift", word))
        return list(dict.fromkeys(codes)), list(dict.fromkeys(kinds))

    def _several(self, thing: Thing, cell: Cell) -> list[str]:
        written = text(cell)
        try:
            return [self.one(thing, written)]  # a name may have a comma in it
        except Unreadable:
            found = [self.one(thing, word) for word in split(written.replace("+", ","))]
        return list(dict.fromkeys(found))
