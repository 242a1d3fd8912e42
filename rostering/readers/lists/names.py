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
        self._kinds = {shift.kind.value for shift in problem.shifts}
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
            When a word is neither, or a kind of which the ward has no shift.
        """
        codes: list[str] = []
        kinds: list[str] = []
        for word in split(written.replace("/", ",").replace(" eller ", ",")):
            kind = vocabulary.meaning("kind", word)
            if not kind or word in self._known["shift"] or word in self._answers["shift"]:
                codes.append(self.one("shift", word))
            elif kind in self._kinds:
                kinds.append(kind)
            else:
                raise Unreadable(*self._no_such_kind(word))
        return list(dict.fromkeys(codes)), list(dict.fromkeys(kinds))

    def _no_such_kind(self, word: str) -> tuple[str, str]:
        """Return what is needed, and a guess, where the ward has no shift of a kind."""
        usual = [word for word in vocabulary.usual("kind") if self._has(word)]
        codes = ", ".join(self._known["shift"])
        needed = f"a kind of shift that the ward has: {', '.join(usual)}; or a shift: {codes}"
        return needed, f'write "{word}" = "..." under [shifts] in a mapping'

    def _has(self, word: str) -> bool:
        return vocabulary.meaning("kind", word) in self._kinds

    def _several(self, thing: Thing, cell: Cell) -> list[str]:
        written = text(cell)
        try:
            return [self.one(thing, written)]  # a name may have a comma in it
        except Unreadable:
            found = [self.one(thing, word) for word in split(written.replace("+", ","))]
        return list(dict.fromkeys(found))
