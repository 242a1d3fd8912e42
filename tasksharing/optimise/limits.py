"""What bounds the minutes in the model: time, and who may do what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from math import lcm

from ortools.sat.python import cp_model

from tasksharing.domain.minutes import Place
from tasksharing.optimise.facts import Room
from tasksharing.optimise.variables import Linear, Model


def capacities(model: Model) -> None:
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


def lawful(model: Model) -> None:
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
