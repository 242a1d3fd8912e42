"""Literals as ints in front of CP-SAT's Boolean variables, made when first used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ortools.sat.python import cp_model

from rostering.verbs import FALSE, TRUE, Literal


class Literals:
    """Allots literals, remembers those fixed, and folds constants away.

    Number 1 is true; a literal gets a solver variable only when a constraint needs it, so what
    the rules bar at once costs nothing.
    """

    def __init__(self, model: cp_model.CpModel | None) -> None:
        self._model = model
        self._next = 2
        self._variables: dict[int, cp_model.IntVar] = {}
        self._names: dict[int, str] = {}
        self._fixed: dict[int, bool] = {}

    @property
    def model(self) -> cp_model.CpModel:
        """The model that the variables are made in; a record of statements has none."""
        assert self._model is not None
        return self._model

    def new(self, name: str = "") -> Literal:
        """Return a fresh literal."""
        number = self._next
        self._next += 1
        if name:
            self._names[number] = name
        return number

    def fix(self, literal: Literal, value: bool) -> None:
        """Fix a literal; a variable that exists already is fixed in the model too."""
        number, value = abs(literal), value if literal > 0 else not value
        self._fixed[number] = value
        if number in self._variables:
            self.model.add(self._variables[number] == int(value))

    def folded(self, literal: Literal) -> Literal:
        """Return ``TRUE`` or ``FALSE`` for a fixed literal, else the literal itself."""
        value = self._fixed.get(abs(literal))
        if value is None:
            return literal
        return TRUE if value == (literal > 0) else FALSE

    def variable(self, literal: Literal) -> cp_model.LiteralT:
        """Return the solver's literal."""
        number = abs(literal)
        if number == TRUE:
            return self.model.new_constant(int(literal == TRUE))
        if number not in self._variables:
            self._variables[number] = self.model.new_bool_var(self._names.get(number, ""))
            if number in self._fixed:
                self.model.add(self._variables[number] == int(self._fixed[number]))
        variable = self._variables[number]
        return variable if literal > 0 else ~variable

    def position(self, literal: Literal) -> int:
        """Return the index of a known literal's variable in the model."""
        return self._variables[abs(literal)].index

    def known(self, literal: Literal) -> bool:
        """Return whether a literal has a solver variable."""
        return abs(literal) in self._variables

    def conjunction(self, literals: Iterable[Literal]) -> list[Literal] | None:
        """Return the open literals of a conjunction; None when it is already false."""
        found: list[Literal] = []
        for literal in literals:
            folded = self.folded(literal)
            if folded == FALSE:
                return None
            if folded != TRUE and folded not in found:
                found.append(folded)
        if any(-literal in found for literal in found):
            return None
        return found

    def linear(self, weighted: Iterable[tuple[int, Literal]]) -> tuple[dict[int, int], int]:
        """Return coefficients by positive literal and the constant of a weighted sum."""
        coefficients: dict[int, int] = {}
        constant = 0
        for weight, literal in weighted:
            folded = self.folded(literal)
            if folded == TRUE:
                constant += weight
            elif folded != FALSE and folded > 0:
                coefficients[folded] = coefficients.get(folded, 0) + weight
            elif folded != FALSE:
                constant += weight
                coefficients[-folded] = coefficients.get(-folded, 0) - weight
        return {k: c for k, c in coefficients.items() if c}, constant

    def or_(self, literals: Sequence[Literal]) -> cp_model.Constraint:
        """Add a clause."""
        return self.model.add_bool_or([self.variable(literal) for literal in literals])
