"""The linear programme over known lines: one row a person, one a sum of the unit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from ortools.linear_solver import pywraplp

from rostering.strategies.columns.pricing import Floats
from rostering.strategies.columns.rows import Row, Rows
from rostering.strategies.columns.team import Column

BARRED = 1e5  # points for a unit in a barred place; only while no better column is known
PARAMETERS = "use_preprocessing:false use_dual_simplex:false"


@dataclass(frozen=True, slots=True)
class Relaxed:
    """An optimum of the master.

    ``duals`` by row and ``worth`` by person; ``shares`` of the columns that are used.
    """

    objective: float
    duals: Floats
    worth: Floats
    shares: list[tuple[Column, float]]
    barred: float


class Master:
    """A restricted master that is kept warm between calls."""

    def __init__(self, people: int, rows: Rows) -> None:
        self.solver = pywraplp.Solver.CreateSolver("GLOP")
        self.solver.SetSolverSpecificParametersAsString(PARAMETERS)
        self.columns: dict[tuple[int, tuple[int, ...]], tuple[Column, pywraplp.Variable]] = {}
        self._people = [self.solver.Constraint(1.0, 1.0) for _ in range(people)]
        self._rows: list[pywraplp.Constraint] = []
        self._barred: list[pywraplp.Variable] = []
        self._objective = self.solver.Objective()
        self._objective.SetMinimization()
        for convexity in self._people:
            self._slack(convexity, 1.0, 10 * BARRED, None, barred=True)
        for row in rows.rows:
            self._row(row)

    def _row(self, row: Row) -> None:
        """Add a row with slack on both sides of its cheapest value, dearer step by step."""
        at = int(np.argmin(row.price))
        constraint = self.solver.Constraint(float(row.low + at), float(row.low + at))
        self._rows.append(constraint)
        for sign, prices in ((-1.0, row.price[at:]), (1.0, row.price[at::-1])):
            held = prices[np.isfinite(prices)]
            steps = np.diff(held)
            edges = np.flatnonzero(np.diff(steps)) + 1
            for part in np.split(steps, edges):
                if len(part):
                    self._slack(constraint, sign, float(part[0]), float(len(part)))
            if len(held) < len(prices):
                self._slack(constraint, sign, BARRED, None, barred=True)

    def _slack(
        self,
        constraint: pywraplp.Constraint,
        sign: float,
        price: float,
        most: float | None,
        *,
        barred: bool = False,
    ) -> None:
        top = self.solver.infinity() if most is None else most
        variable = self.solver.NumVar(0.0, top, "")
        constraint.SetCoefficient(variable, sign)
        self._objective.SetCoefficient(variable, price)
        if barred:
            self._barred.append(variable)

    def add(self, column: Column) -> bool:
        """Add a column; return whether it was not there yet."""
        key = (column.person, column.options)
        if key in self.columns:
            return False
        variable = self.solver.NumVar(0.0, self.solver.infinity(), "")
        self._objective.SetCoefficient(variable, float(column.cost))
        self._people[column.person].SetCoefficient(variable, 1.0)
        for row, weight in column.rows:
            self._rows[row].SetCoefficient(variable, float(weight))
        self.columns[key] = (column, variable)
        return True

    def solve(self) -> Relaxed:
        """Return the optimum over the columns so far."""
        status = self.solver.Solve()
        if status != pywraplp.Solver.OPTIMAL:
            raise ArithmeticError(f"the master ended with status {status}")
        shares = [
            (column, value)
            for column, variable in self.columns.values()
            if (value := variable.solution_value()) > 1e-9
        ]
        return Relaxed(
            self._objective.Value(),
            np.array([row.dual_value() for row in self._rows]),
            np.array([row.dual_value() for row in self._people]),
            shares,
            sum(variable.solution_value() for variable in self._barred),
        )
