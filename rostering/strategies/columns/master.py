"""The linear programme over known lines: one row a person, one a sum of the unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from ortools.linear_solver import pywraplp

from rostering.strategies.columns.node import Node
from rostering.strategies.columns.pricing import Floats
from rostering.strategies.columns.rows import Row, Rows
from rostering.strategies.columns.team import Column

BARRED = 1e5  # points for a unit in a barred place, while no better column is known
DEAREST = 1e7  # ... and when none seems to exist
PRIMAL = "use_preprocessing:false change_status_to_imprecise:false"  # after new columns
DUAL = f"{PRIMAL} use_dual_simplex:true"  # after new bounds: twice as fast there
TINY = 1e-7
SCRATCH = "use_preprocessing:true change_status_to_imprecise:false"


@dataclass(frozen=True, slots=True)
class Relaxed:
    """An optimum of the master.

    ``duals`` by row and ``worth`` by person; ``shares`` of the columns that are used; ``values``
    of the rows' sums; ``barred`` is what is left in barred places.
    """

    objective: float
    duals: Floats
    worth: Floats
    shares: list[tuple[Column, float]]
    values: Floats
    barred: float

    @property
    def whole(self) -> bool:
        """Whether every line is taken wholly or not at all."""
        return all(share > 1 - 1e-6 for _, share in self.shares)


@dataclass(slots=True)
class _Step:
    """Slack of one row at one price: ``size`` units from ``start`` units off its cheapest value."""

    variable: pywraplp.Variable
    sign: int
    start: int
    size: int


class Master:
    """A restricted master that is kept warm between calls and between nodes."""

    def __init__(self, people: int, rows: Rows) -> None:
        self.solver = pywraplp.Solver.CreateSolver("GLOP")
        self._entered = False
        self._warm, self._cold = pywraplp.MPSolverParameters(), pywraplp.MPSolverParameters()
        off = pywraplp.MPSolverParameters.INCREMENTALITY_OFF
        self._cold.SetIntegerParam(pywraplp.MPSolverParameters.INCREMENTALITY, off)
        self.rows = rows
        self._columns: list[dict[tuple[int, ...], tuple[Column, pywraplp.Variable]]]
        self._columns = [{} for _ in range(people)]
        self._people = [self.solver.Constraint(1.0, 1.0) for _ in range(people)]
        self._sums: list[pywraplp.Constraint] = []
        self._at: list[int] = []
        self._steps: list[list[_Step]] = []
        self._barred: list[pywraplp.Variable] = []
        self._price = BARRED
        self._objective = self.solver.Objective()
        self._objective.SetMinimization()
        self._node = Node()
        for convexity in self._people:
            self._emergency(convexity, 1.0)
        for row in rows.rows:
            self._row(row)

    def __len__(self) -> int:
        return sum(len(held) for held in self._columns)

    def _row(self, row: Row) -> None:
        """Add a row with slack on both sides of its cheapest value, dearer step by step."""
        at = int(np.argmin(row.price))
        constraint = self.solver.Constraint(float(row.low + at), float(row.low + at))
        self._sums.append(constraint)
        self._at.append(row.low + at)
        self._steps.append([])
        for sign, prices in ((-1, row.price[at:]), (1, row.price[at::-1])):
            held = prices[np.isfinite(prices)]
            steps, start = np.diff(held), 0
            for part in np.split(steps, np.flatnonzero(np.diff(steps)) + 1):
                if len(part):
                    variable = self.solver.NumVar(0.0, float(len(part)), "")
                    constraint.SetCoefficient(variable, float(sign))
                    self._objective.SetCoefficient(variable, float(part[0]))
                    self._steps[-1].append(_Step(variable, sign, start, len(part)))
                    start += len(part)
            self._emergency(constraint, float(sign))

    def _emergency(self, constraint: pywraplp.Constraint, sign: float) -> None:
        variable = self.solver.NumVar(0.0, self.solver.infinity(), "")
        constraint.SetCoefficient(variable, sign)
        self._objective.SetCoefficient(variable, self._price)
        self._barred.append(variable)

    def dearer(self) -> bool:
        """Raise the price of barred places; return whether it was not the highest already."""
        if self._price >= DEAREST:
            return False
        self._price *= 100
        for variable in self._barred:
            self._objective.SetCoefficient(variable, self._price)
        return True

    def add(self, column: Column) -> bool:
        """Add a column; return whether it was not there yet."""
        if column.options in self._columns[column.person]:
            return False
        top = self.solver.infinity() if self._node.allows(column) else 0.0
        variable = self.solver.NumVar(0.0, top, "")
        self._objective.SetCoefficient(variable, float(column.cost))
        self._people[column.person].SetCoefficient(variable, 1.0)
        for row, weight in column.rows:
            self._sums[row].SetCoefficient(variable, float(weight))
        self._columns[column.person][column.options] = (column, variable)
        return True

    def enter(self, node: Node) -> None:
        """Make the programme that of a node."""
        if node is self._node:
            return
        for row in {*node.spans, *self._node.spans}:
            if node.spans.get(row) != self._node.spans.get(row):
                self._keep_in(row, node.span(row, self.rows.rows[row]))
        for column in node.fixed.values():
            self.add(column)
        for person, held in enumerate(self._columns):
            if node.differs(self._node, person):
                for column, variable in held.values():
                    variable.SetUb(self.solver.infinity() if node.allows(column) else 0.0)
        self._node, self._entered = node, True

    def _keep_in(self, row: int, span: tuple[int, int]) -> None:
        for step in self._steps[row]:
            ends = [step.sign * (self._at[row] - value) for value in span]
            low, high = min(ends) - step.start, max(ends) - step.start
            step.variable.SetBounds(
                float(min(max(low, 0), step.size)), float(min(max(high, 0), step.size))
            )

    def value(self) -> float:
        """Return the points of the optimum over the columns so far."""
        self._solve()
        return float(self._objective.Value() + self.rows.constant)

    def _solve(self) -> None:
        """Solve; what GLOP gives up on from its last basis is tried from scratch."""
        first = DUAL if self._entered else PRIMAL
        self._entered = False
        for parameters in (first, PRIMAL, DUAL, SCRATCH):
            self.solver.SetSolverSpecificParametersAsString(parameters)
            status = self.solver.Solve(self._warm if parameters is first else self._cold)
            if status == pywraplp.Solver.OPTIMAL:
                return
        raise ArithmeticError(f"the master ended with status {status}")

    def solve(self) -> Relaxed:
        """Return the optimum over the columns so far."""
        self._solve()
        shares = [
            (column, value)
            for held in self._columns
            for column, variable in held.values()
            if (value := variable.solution_value()) > TINY
        ]
        values = np.zeros(len(self._sums))
        for column, share in shares:
            for row, weight in column.rows:
                values[row] += weight * share
        return Relaxed(
            self._objective.Value() + self.rows.constant,
            np.array([row.dual_value() for row in self._sums]),
            np.array([row.dual_value() for row in self._people]),
            shares,
            values,
            sum(variable.solution_value() for variable in self._barred),
        )

    def columns(self) -> Mapping[int, list[Column]]:
        """Return all columns by person."""
        return {n: [c for c, _ in held.values()] for n, held in enumerate(self._columns)}
