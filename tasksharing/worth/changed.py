"""The planning problem with one more of something, and what the task book says of it."""

from __future__ import annotations

from rostering.domain.problem import Problem
from rostering.errors import BadInput
from tasksharing.domain.names import Name
from tasksharing.domain.tasks import Task
from tasksharing.scenarios.apply import Applied, apply
from tasksharing.scenarios.changes import Change, Move, Train
from tasksharing.scenarios.scenario import Scenario
from tasksharing.scenarios.staffing import staffed
from tasksharing.worth.models import Candidate, WorthQuestion


class Ward:
    """The ward that candidates change: as it is, or under the question's scenario."""

    def __init__(self, asked: WorthQuestion) -> None:
        self.asked = asked
        self._applied = None if asked.scenario is None else self._apply(asked.scenario.changes)
        self.problem: Problem = asked.problem
        if self._applied is not None:
            self.problem = self._applied.problem

    def _apply(self, changes: tuple[Change, ...]) -> Applied:
        return apply(self.asked.problem, self.asked.book, self._scenario(changes))

    def _scenario(self, changes: tuple[Change, ...]) -> Scenario:
        if self.asked.scenario is not None:
            return self.asked.scenario.model_copy(update={"changes": changes})
        return Scenario(id="one-more", name=Name(nb="En til"), changes=changes)

    def with_one_more(self, one: Candidate) -> tuple[Problem, float | None]:
        """Return the changed problem, and the hours a week that a delegation lets move."""
        if one.kind != "delegation":
            return staffed(self.problem, self.asked.book, self._scenario((one.change,)), ()), None
        if self.asked.scenario is None or self._applied is None:
            changed = staffed(self.problem, self.asked.book, self._scenario((one.change,)), ())
            return changed, self._could_move(one)
        applied = self._apply((one.change, *self.asked.scenario.changes))
        more = applied.effects.freed_health_hours - self._applied.effects.freed_health_hours
        return applied.problem, round(max(0.0, more), 2)

    def _could_move(self, one: Candidate) -> float:
        """Return hours a week of the task that the person's group may take over by it."""
        task = self.asked.book.task(one.subject)
        givers = tuple(group for group in task.groups if group != one.group)
        if not givers:
            return 0.0
        move = Move(kind="move", tasks=(task.id,), givers=givers, to=one.group, slack=True)
        assert isinstance(one.change, Train)
        after = self._moved(task, (one.change, move))
        return round(max(0.0, after - self._moved(task, (move,))), 2)

    def _moved(self, task: Task, changes: tuple[Change, ...]) -> float:
        try:
            effects = self._apply(changes).effects
        except BadInput:  # without it nobody in the group may do the task
            return 0.0
        return float(sum(moved.minutes for moved in effects.moved if moved.task == task.id) / 60)
