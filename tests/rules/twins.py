"""All lines of a tiny world, and which of them checker and solver let pass."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import product

from ortools.sat.python import cp_model

from rostering.check import Court
from rostering.domain.roster import Assignment
from rostering.model.build import Built, build
from rostering.model.listener import Binding
from rostering.model.settle import settle
from tests.rules.letters import OPEN, Cell, cell
from tests.rules.worlds import World

Line = tuple[Cell, ...]
SWITCH = 1_000_000_000
MOST_LINES = 3000


class Twin:
    """A world whose open cells (``?``) range over its choices."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.choices: list[Cell] = [cell(str(token)) for token in world.entry["choices"]]
        self.places: list[tuple[str, int]] = []
        self.options: list[list[Cell]] = []
        for person, line in world.lines.items():
            for day, token in enumerate(line.days):
                self.places.append((person, day))
                self.options.append(self.choices if token == OPEN else [cell(token)])

    def lines(self) -> list[Line]:
        """Return every line of the world."""
        every = list(product(*self.options))
        assert len(every) <= MOST_LINES, f"{self.world.name}: {len(every)} lines, too many"
        return every

    def some_lines(self, number: int) -> list[Line]:
        """Return some of the lines, the same in each run."""
        every = self.lines()
        return random.Random(7).sample(every, min(number, len(every)))

    def assignments(self, line: Line) -> tuple[Assignment, ...]:
        """Return the duties of a line."""
        return tuple(
            duty
            for (person, day), works in zip(self.places, line, strict=True)
            for duty in self.world.duties(person, day, works)
        )

    def passed(self, beside: Iterable[str] = ()) -> set[Line]:
        """Return the lines in which the checker finds nothing; ``beside``: more rules that bind."""
        court = self.world.court(beside=beside)
        return {line for line in self.lines() if self.breaches(court, line) == (0, 0)}

    def breaches(self, court: Court, line: Line) -> tuple[int, int]:
        """Return the amounts of the breaches in a line: of the world's rule, and of others."""
        found = list(court.judge(court.index.plan(self.assignments(line))))
        mine = sum(v.amount for v in found if v.rule == self.world.rule)
        return mine, sum(v.amount for v in found) - mine

    def allowed(self, switched: bool | None = None, beside: Iterable[str] = ()) -> set[Line]:
        """Return the lines that the solver allows; under a switch when one is given."""
        court = self.world.court(beside=beside)
        binding = None if switched is None else Binding(switch=SWITCH)
        built = build(
            court.index,
            court.rulings,
            goals=False,
            switched=None if binding is None else lambda _rule, _person: binding,
        )
        if switched is not None:
            built.model.add(built.speaker.literals.variable(SWITCH) == int(switched))
        return set(self._solutions(built))

    def _solutions(self, built: Built) -> Iterator[Line]:
        """Yield every line that is part of a solution, all others barred."""
        chosen = self._choose(built)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.enumerate_all_solutions = True
        seen = _Seen(chosen)
        status = solver.solve(built.model, seen)
        assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
        for numbers in seen.lines:
            yield tuple(self.options[place][number] for place, number in enumerate(numbers))

    def _choose(self, built: Built) -> list[list[cp_model.IntVar]]:
        """Tie each duty of the model to the choices of its cell that hold it."""
        model, literals = built.model, built.speaker.literals
        chosen = [[model.new_bool_var("") for _ in options] for options in self.options]
        holding: dict[Assignment, list[cp_model.IntVar]] = {}
        for (person, day), options, variables in zip(
            self.places, self.options, chosen, strict=True
        ):
            model.add_exactly_one(variables)
            for works, variable in zip(options, variables, strict=True):
                for duty in self.world.duties(person, day, works):
                    holding.setdefault(duty, []).append(variable)
        for duty, literal in built.duties():
            model.add(literals.variable(literals.folded(literal)) == sum(holding.pop(duty, [])))
        for variables in holding.values():  # duties that the model does not even offer
            model.add(sum(variables) == 0)
        return chosen


class _Seen(cp_model.CpSolverSolutionCallback):
    """Collects which choice each cell has in each solution."""

    def __init__(self, chosen: list[list[cp_model.IntVar]]) -> None:
        super().__init__()
        self._chosen = chosen
        self.lines: set[tuple[int, ...]] = set()

    def on_solution_callback(self) -> None:
        self.lines.add(
            tuple(
                next(number for number, held in enumerate(cell) if self.boolean_value(held))
                for cell in self._chosen
            )
        )


def least_cost(built: Built, assignments: tuple[Assignment, ...]) -> int | None:
    """Return the model's least objective with the duties fixed; None when it bars them."""
    settled = settle(built, assignments)
    return None if settled is None else settled.objective
