"""The question as a CP-SAT model: which tasks, to whom, on which new shifts, at what time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, lcm
from typing import NamedTuple

from ortools.sat.python import cp_model

from tasksharing.domain.minutes import Place
from tasksharing.domain.tasks import QUARTER, Task
from tasksharing.optimise.facts import Facts, Room, Supply
from tasksharing.optimise.training import Trainee

Linear = cp_model.LinearExpr | int


class Limit(NamedTuple):
    """Bounds of one search: paid minutes of new staff a week, and shifts of a single head."""

    new_minutes: int
    single: int


class Found(NamedTuple):
    """A solution: task to group on weekdays, heads by shift and weekday, who is trained, its worth.

    ``worth`` is freed time of health staff, weighed by when it is needed, in whole units.
    """

    moves: tuple[tuple[str, str, tuple[int, ...]], ...]
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
    able: dict[tuple[str, str], dict[str, cp_model.IntVar]] = field(default_factory=dict)
    moved: dict[tuple[str, int], Linear] = field(default_factory=dict)
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
            moves=tuple(
                (task, group, self._weekdays(solver, task))
                for (task, group), var in sorted(self.goes.items())
                if solver.value(var)
            ),
            heads=tuple(
                (rooms[n].group, rooms[n].shift, rooms[n].weekday, solver.value(var))
                for n, var in self.heads.items()
                if solver.value(var)
            ),
            trained=tuple(sorted(key for key, var in self.trains.items() if solver.value(var))),
            worth=ceil(round(solver.objective_value) / self.step),
            bound=ceil(round(solver.best_objective_bound) / self.step),
        )

    def _weekdays(self, solver: cp_model.CpSolver, task: str) -> tuple[int, ...]:
        moved = {w: solver.value(m) for (name, w), m in self.moved.items() if name == task}
        return tuple(weekday for weekday, minutes in sorted(moved.items()) if minutes)


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
        opened = {
            key
            for key, listed in model.facts.openings.items()
            if any(trainee in some for one in listed for some in one.by)
        }
        model.cp.add(sum(v for key, v in model.goes.items() if key in opened) >= trains)


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
    for name in facts.tasks:
        for group in dict.fromkeys(room.group for room in facts.rooms):
            if any(r.group == group and _open(facts, name, r) for r in facts.rooms):
                model.goes[name, group] = cp.new_bool_var(f"{name}->{group}")
        cp.add(sum(v for (t, _), v in model.goes.items() if t == name) <= 1)
    cp.add(sum(model.goes.values()) <= facts.question.max_tasks)
    for number, room in enumerate(facts.rooms):
        if room.most:
            model.heads[number] = cp.new_int_var(0, room.most, f"heads {number}")
    _training(model)


def _open(facts: Facts, task: str, room: Room) -> bool:
    """Return whether anybody in a room may do a task, or could learn to."""
    key = task, room.group
    if room.most:
        return key in facts.new
    return bool(min(facts.lawful[key])) or key in facts.openings


def _training(model: Model) -> None:
    """Training within its hours; a person may do a task when any set of courses is enough."""
    facts, cp = model.facts, model.cp
    useful = {t for listed in facts.openings.values() for one in listed for s in one.by for t in s}
    for trainee in sorted(useful):
        model.trains[trainee] = cp.new_bool_var(f"train {trainee.person}")
    most = facts.question.max_training_hours
    whole = lcm(most.denominator, *(h.denominator for h in facts.hours.values()))
    hours = [int(facts.hours[t] * whole) * var for t, var in model.trains.items()]
    cp.add(sum(hours) <= int(most * whole))
    for key, listed in facts.openings.items():
        for one in listed:
            able = model.able.setdefault(key, {})[one.person] = cp.new_bool_var("")
            ways = []
            for some in one.by:
                way = cp.new_bool_var("")
                for trainee in some:
                    cp.add_implication(way, model.trains[trainee])
                ways.append(way)
            cp.add(sum(ways) >= able)


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
        if room.weekday == weekday and _open(facts, task.id, room)
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
    model.moved[task.id, weekday] = sum(gone.values())
    theirs = {
        group: sum(n for key, n in mine.items() if key.group == group)
        for (name, group) in model.goes
        if name == task.id
    }
    all_of_it = sum((total - theirs[g]) * model.goes[task.id, g] for g in theirs)
    _divided(model, task, sum(gone.values()), all_of_it)


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
            var = model.cp.new_int_var(0, min(total, _capacity(model.facts, room, quarter)), "")
            model.into.setdefault((number, task.id, quarter), []).append(var)
            made.append(var)
    return made


def _capacity(facts: Facts, room: Room, quarter: int) -> int:
    """Return the most units that everybody in a room can do in a quarter-hour."""
    if room.most:
        return room.units[quarter] * room.most
    heads = facts.heads[Place(room.group, room.weekday, quarter)]
    return ceil(heads * facts.full)


def _divided(model: Model, task: Task, moved: Linear, all_of_it: Linear) -> None:
    """Tell whether a day's task is divided; one that may not be goes whole or stays whole.

    What the receivers do of it already is theirs and need not go anywhere.
    """
    cp = model.cp
    whole, some = cp.new_bool_var(""), cp.new_bool_var("")
    cp.add(moved == all_of_it).only_enforce_if(whole)
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
    for (number, _, quarter), listed in model.into.items():
        inside[number][quarter] += listed
    for number, room in enumerate(facts.rooms):
        for quarter, listed in inside[number].items():
            if room.most:
                cp.add(sum(listed) <= room.units[quarter] * model.heads[number])
            else:
                _slack(model, room, quarter, listed)
        if room.most:
            every = [var for listed in inside[number].values() for var in listed]
            cp.add(sum(every) >= room.least * model.heads[number])


def _slack(model: Model, room: Room, quarter: int, listed: list[cp_model.IntVar]) -> None:
    """Those on duty have what their work leaves, and what they hand over to others."""
    given = [
        var
        for key, var in model.out.items()
        if (key.group, key.weekday, key.quarter) == (room.group, room.weekday, quarter)
    ]
    if room.units[quarter] >= 0:
        model.cp.add(sum(listed) <= room.units[quarter] + sum(given))
        return
    some = model.cp.new_bool_var("")
    model.cp.add(sum(listed) <= room.units[quarter] + sum(given)).only_enforce_if(some)
    model.cp.add(sum(listed) == 0).only_enforce_if(~some)


def _lawful(model: Model) -> None:
    """Where only some may do a task, no more of it than their part of those on duty."""
    facts, cp = model.facts, model.cp
    by: dict[tuple[str, Place], list[cp_model.IntVar]] = defaultdict(list)
    for (number, name, quarter), listed in model.into.items():
        room = facts.rooms[number]
        place = Place(room.group, room.weekday, quarter)
        if not room.most and min(facts.lawful[name, room.group]) < 1:
            by[name, place] += listed
        if facts.tasks[name].people > 1:
            _two_at_once(model, name, place, listed)
    for (name, place), listed in by.items():
        heads, own = facts.heads[place], facts.own.get((name, place), 0)
        opened = cp.new_bool_var("")
        for shares in _able(model, name, place.group):
            parts = [(heads * facts.full * part, var) for part, var in shares]
            whole = lcm(*(part.denominator for part, _ in parts))
            most = sum(int(part * whole) * var for part, var in parts)
            # rounded up to whole units: what is applied counts exactly
            cp.add(sum(listed) * whole <= most + (whole - 1) - own * whole).only_enforce_if(opened)
        cp.add(sum(listed) == 0).only_enforce_if(~opened)


def _able(model: Model, task: str, group: str) -> Iterator[list[tuple[Fraction, Linear]]]:
    """Yield, for each day on which it may differ, the parts of a group that may do a task."""
    facts, key = model.facts, (task, group)
    learnt = [(one.parts, model.able[key][one.person]) for one in facts.openings.get(key, ())]
    days = {
        (share, *(parts[number] for parts, _ in learnt))
        for number, share in enumerate(facts.lawful[key])
    }
    for share, *parts in sorted(days):
        yield [(share, 1), *zip(parts, (var for _, var in learnt), strict=True)]


def _two_at_once(model: Model, name: str, place: Place, listed: list[cp_model.IntVar]) -> None:
    """A task for two needs two receivers there who may do it."""
    facts, cp = model.facts, model.cp
    new = [
        model.heads[number]
        for number, room in enumerate(facts.rooms)
        if room.most and (room.group, room.weekday) == place[:2] and place.quarter in room.units
    ]
    slack = place.group in facts.question.slack
    heads = facts.heads.get(place, Fraction(0)) if slack else Fraction(0)
    pair, whole = cp.new_bool_var(""), heads.denominator
    needed = facts.tasks[name].people * whole
    cp.add(sum(new) * whole + int(heads * whole) >= needed).only_enforce_if(pair)
    cp.add(sum(listed) == 0).only_enforce_if(~pair)
    able = sum(new) if (name, place.group) in facts.new else 0
    for shares in _able(model, name, place.group) if slack else ([],):
        parts = [(heads * part, var) for part, var in shares]
        whole = lcm(1, *(part.denominator for part, _ in parts))
        theirs = sum(int(part * whole) * var for part, var in parts)
        needed = facts.tasks[name].people * whole
        cp.add(able * whole + theirs >= needed).only_enforce_if(pair)
