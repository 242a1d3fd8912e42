"""The question as a CP-SAT model: which tasks, to whom, on which new shifts, at what time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

from ortools.sat.python import cp_model

from tasksharing.domain.minutes import Place
from tasksharing.domain.tasks import QUARTER, Task
from tasksharing.optimise.facts import Facts, Room, Supply, Trainee

Linear = cp_model.LinearExpr | int


class Limit(NamedTuple):
    """Bounds of one search: paid minutes of new staff a week, and shifts of a single head."""

    new_minutes: int
    single: int


class Found(NamedTuple):
    """A solution: task to group, heads by shift and weekday, who is trained, and its worth.

    ``worth`` is freed time of health staff, weighed by when it is needed, in whole units.
    """

    moves: tuple[tuple[str, str], ...]
    heads: tuple[tuple[str, str, int, int], ...]
    trained: tuple[Trainee, ...]
    worth: int
    bound: int


@dataclass
class Model:
    """The variables of a question; ``build`` fills them in."""

    facts: Facts
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    goes: dict[tuple[str, str], cp_model.IntVar] = field(default_factory=dict)
    heads: dict[int, cp_model.IntVar] = field(default_factory=dict)
    trains: dict[Trainee, cp_model.IntVar] = field(default_factory=dict)
    out: dict[Supply, cp_model.IntVar] = field(default_factory=dict)
    into: dict[tuple[int, str, int], list[cp_model.IntVar]] = field(default_factory=dict)
    divided: list[Linear] = field(default_factory=list)
    step: int = 1

    def solve(self, limit: Limit, steps: float, seed: int) -> Found | None:
        """Return the best solution within limits; the same on every machine with one worker."""
        copy = self.cp.clone()
        paid = [
            self.facts.rooms[number].minutes * copy.get_int_var_from_proto_index(var.index)
            for number, var in self.heads.items()
        ]
        copy.add(sum(paid) <= limit.new_minutes)
        single = []
        for var in self.heads.values():
            mine = copy.get_int_var_from_proto_index(var.index)
            alone = copy.new_bool_var("")
            copy.add(mine == 1).only_enforce_if(alone)
            copy.add(mine != 1).only_enforce_if(~alone)
            single.append(alone)
        copy.add(sum(single) <= limit.single)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = seed
        solver.parameters.max_deterministic_time = steps
        status = solver.solve(copy)
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return None
        return self._read(solver)

    def _read(self, solver: cp_model.CpSolver) -> Found:
        rooms = self.facts.rooms
        return Found(
            moves=tuple(sorted(key for key, var in self.goes.items() if solver.value(var))),
            heads=tuple(
                (rooms[n].group, rooms[n].shift, rooms[n].weekday, solver.value(var))
                for n, var in self.heads.items()
                if solver.value(var)
            ),
            trained=tuple(sorted(key for key, var in self.trains.items() if solver.value(var))),
            worth=ceil(round(solver.objective_value) / self.step),
            bound=ceil(round(solver.best_objective_bound) / self.step),
        )


def build(facts: Facts) -> Model:
    """Return the model of a question: maximise the worth of what is freed."""
    model = Model(facts)
    _choices(model)
    for task in facts.tasks.values():
        for weekday in range(1, 8):
            _day(model, task, weekday)
    _capacities(model)
    _lawful(model)
    _nothing_idle(model)
    spent = [*model.goes.values(), *model.heads.values(), *model.trains.values()]
    model.step = 1 + len(model.goes) + len(model.trains) + sum(room.most for room in facts.rooms)
    model.cp.maximize(model.step * sum(_worth(model)) - sum(spent))  # of equals, the simplest
    return model


def _nothing_idle(model: Model) -> None:
    """A task that goes somewhere takes minutes along, and nobody is trained for one that stays."""
    rooms = model.facts.rooms
    for (name, group), goes in model.goes.items():
        taken = [
            var
            for (number, task, _), listed in model.into.items()
            if (task, rooms[number].group) == (name, group)
            for var in listed
        ]
        model.cp.add(sum(taken) >= goes)
    for trainee, trains in model.trains.items():
        model.cp.add(sum(v for (t, _), v in model.goes.items() if t == trainee.task) >= trains)


def _worth(model: Model) -> Iterator[Linear]:
    """Yield what is freed of health staff, less what other health staff take over."""
    facts = model.facts
    weight = facts.question.weight
    for key, var in model.out.items():
        if key.group in facts.health:
            yield weight(key.weekday, key.quarter * QUARTER) * var
    for (number, _, quarter), listed in model.into.items():
        room = facts.rooms[number]
        if room.group in facts.health:
            yield from (-weight(room.weekday, quarter * QUARTER) * var for var in listed)


def _choices(model: Model) -> None:
    """Each task goes to one group at most; few tasks at once; training within its hours."""
    facts, cp = model.facts, model.cp
    groups = dict.fromkeys(room.group for room in facts.rooms)
    gained = {key.task for key in facts.gains}
    for name in facts.tasks:
        for group in groups:
            if facts.lawful[name, group] or (name in gained and group in facts.question.slack):
                model.goes[name, group] = cp.new_bool_var(f"{name}->{group}")
        cp.add(sum(v for (t, _), v in model.goes.items() if t == name) <= 1)
    cp.add(sum(model.goes.values()) <= facts.question.max_tasks)
    for number, room in enumerate(facts.rooms):
        if room.most:
            model.heads[number] = cp.new_int_var(0, room.most, f"heads {number}")
    for trainee in facts.gains:
        model.trains[trainee] = cp.new_bool_var(f"train {trainee.person}")
    hundredths = [round(facts.hours[t] * 100) * var for t, var in model.trains.items()]
    cp.add(sum(hundredths) <= int(facts.question.max_training_hours * 100))


def _day(model: Model, task: Task, weekday: int) -> None:
    """Post a task's flow on a weekday: out of its quarter-hours, into rooms at lawful times.

    All minutes of a task share one window, so it is enough to tell those that stay at their time
    from those that go anywhere inside it.
    """
    facts, cp = model.facts, model.cp
    mine = {k: n for k, n in facts.supply.items() if (k.task, k.weekday) == (task.id, weekday)}
    rooms = [
        (number, room)
        for number, room in enumerate(facts.rooms)
        if room.weekday == weekday and (task.id, room.group) in model.goes
    ]
    if not mine or not rooms:
        return
    total = sum(mine.values())
    gone = {key: cp.new_int_var(0, amount, "") for key, amount in mine.items()}
    model.out |= gone
    for key, var in gone.items():
        if (task.id, key.group) in model.goes:  # nobody hands over to the own group
            cp.add(var == 0).only_enforce_if(model.goes[task.id, key.group])
    stays: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    arrived: list[cp_model.IntVar] = []
    for number, room in rooms:
        here = _same_time(model, task, number, room, mine, stays)
        here += _in_window(model, task, number, room, total)
        cp.add(sum(here) <= total * model.goes[task.id, room.group])
        arrived += here
    cp.add(sum(gone.values()) == sum(arrived))
    for quarter, listed in stays.items():
        cp.add(sum(listed) <= sum(v for k, v in gone.items() if k.quarter == quarter))
    _divided(model, task, sum(gone.values()), total)


def _same_time(
    model: Model,
    task: Task,
    number: int,
    room: Room,
    mine: dict[Supply, int],
    stays: dict[int, list[cp_model.IntVar]],
) -> list[cp_model.IntVar]:
    made = []
    for quarter in sorted({key.quarter for key in mine} & set(room.units)):
        amount = sum(n for key, n in mine.items() if key.quarter == quarter)
        var = model.cp.new_int_var(0, amount, "")
        stays[quarter].append(var)
        model.into.setdefault((number, task.id, quarter), []).append(var)
        made.append(var)
    return made


def _in_window(
    model: Model, task: Task, number: int, room: Room, total: int
) -> list[cp_model.IntVar]:
    made: list[cp_model.IntVar] = []
    if task.window is None:
        return made
    for quarter in range(task.window.first // QUARTER, task.window.last // QUARTER):
        if quarter in room.units:
            var = model.cp.new_int_var(0, total, "")
            model.into.setdefault((number, task.id, quarter), []).append(var)
            made.append(var)
    return made


def _divided(model: Model, task: Task, moved: Linear, total: int) -> None:
    """Tell whether a day's task is divided; one that may not be goes whole or stays whole."""
    cp = model.cp
    whole, some = cp.new_bool_var(""), cp.new_bool_var("")
    cp.add(moved == total).only_enforce_if(whole)
    cp.add(moved == 0).only_enforce_if(~some)
    if not task.splittable:
        cp.add(whole == some)
    cp.add_implication(whole, some)
    model.divided.append(some - whole)


def _capacities(model: Model) -> None:
    """Nobody does more than there is time for; a new shift is filled or not formed."""
    facts, cp = model.facts, model.cp
    cp.add(sum(model.divided) <= facts.question.max_handovers)
    inside: dict[int, dict[int, list[cp_model.IntVar]]] = defaultdict(lambda: defaultdict(list))
    for (number, name, quarter), listed in model.into.items():
        inside[number][quarter] += listed
        if facts.tasks[name].people > 1:
            _two_at_once(model, number, facts.rooms[number], quarter, listed)
    for number, room in enumerate(facts.rooms):
        heads = model.heads.get(number, 1)
        for quarter, listed in inside[number].items():
            cp.add(sum(listed) <= room.units[quarter] * heads)
        if room.most:
            every = [var for listed in inside[number].values() for var in listed]
            cp.add(sum(every) >= room.least * model.heads[number])


def _two_at_once(
    model: Model, number: int, room: Room, quarter: int, listed: list[cp_model.IntVar]
) -> None:
    """A task for two needs two receivers there."""
    facts, cp = model.facts, model.cp
    if not room.most:
        here = facts.present.get(Place(room.group, room.weekday, quarter), 0)
        if here < 2 * QUARTER * facts.scale:
            cp.add(sum(listed) == 0)
        return
    pair = cp.new_bool_var("")
    cp.add(model.heads[number] >= 2).only_enforce_if(pair)
    cp.add(sum(listed) == 0).only_enforce_if(~pair)


def _lawful(model: Model) -> None:
    """Where only some may do a task, no more of it than their part of those on duty."""
    facts, cp = model.facts, model.cp
    by: dict[tuple[str, Place], list[cp_model.IntVar]] = defaultdict(list)
    for (number, name, quarter), listed in model.into.items():
        room = facts.rooms[number]
        if facts.lawful[name, room.group] < 1:
            by[name, Place(room.group, room.weekday, quarter)] += listed
    for (name, place), listed in by.items():
        there = facts.present.get(place, 0)
        most = int(facts.lawful[name, place.group] * there) - facts.own.get((name, place), 0)
        learnt = [
            int(facts.gains[key] * there) * var
            for key, var in model.trains.items()
            if key.task == name
        ]
        opened = cp.new_bool_var("")
        cp.add(sum(listed) <= most + sum(learnt)).only_enforce_if(opened)
        cp.add(sum(listed) == 0).only_enforce_if(~opened)
