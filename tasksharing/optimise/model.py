"""The question as a CP-SAT model: which tasks, to whom, on which new shifts, at what time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import ceil, lcm

from ortools.sat.python import cp_model

from tasksharing.domain.minutes import Place
from tasksharing.domain.tasks import QUARTER, Task
from tasksharing.optimise.facts import Facts, Room, Supply
from tasksharing.optimise.limits import capacities, lawful
from tasksharing.optimise.variables import Linear, Model


def build(facts: Facts) -> Model:
    """Return the model of a question: maximise the worth of what is freed."""
    model = Model(facts)
    _choices(model)
    for task in facts.tasks.values():
        for weekday in range(1, 8):
            _day(model, task, weekday)
    capacities(model)
    lawful(model)
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
