"""Two units as one problem: side by side, until a scenario lets people work in both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from rostering.domain.problem import Agreement, HorizonKind, Pair, Problem
from rostering.domain.roster import Assignment
from rostering.domain.wishes import Lock
from rostering.errors import BadInput, Fault

_Placed = TypeVar("_Placed", Assignment, Lock)
_SAME = ("horizon", "weights", "wages", "rules", "rulebooks")
_ADDED = (
    "units", "people", "reserve", "wishes", "absences", "ledger", "accounts", "agreed_days",
    "base_lines", "call_choices",
)  # fmt: skip


def joined(ward: Problem, neighbour: Problem) -> Problem:
    """Return two units as one problem in which nobody works in the other unit.

    Rows, agreements and pairs of the neighbour that are called as the ward's get the unit's name
    in front; agreements for everybody become agreements for everybody of their own unit.

    Raises
    ------
    BadInput
        With everything that does not fit together.
    """
    if found := tuple(faults(ward, neighbour)):
        raise BadInput(found)
    other = _renamed(ward, neighbour)
    update: dict[str, Any] = {
        name: (*getattr(ward, name), *getattr(other, name)) for name in _ADDED
    }
    codes = {one.code for one in ward.competences}
    shifts = {one.code for one in ward.shifts}
    since = max((p.history_from for p in (ward, other) if p.history_from), default=None)
    return ward.model_copy(
        update={
            **update,
            "name": f"{ward.name[:58]} + {other.name[:58]}",
            "competences": (
                *ward.competences,
                *(one for one in other.competences if one.code not in codes),
            ),
            "shifts": (*ward.shifts, *(one for one in other.shifts if one.code not in shifts)),
            "demand": (*ward.demand, *other.demand),
            "pairs": (*ward.pairs, *other.pairs),
            "agreements": (*_own(ward), *_own(other)),
            "history_from": since,
            "history": tuple(
                duty
                for duty in (*ward.history, *other.history)
                if since is None or duty.date >= since
            ),
            "published": (*ward.published, *other.published),
            "locks": (*ward.locks, *other.locks),
        }
    )


def faults(ward: Problem, neighbour: Problem) -> Iterator[Fault]:
    """Yield why two wards cannot be planned as one."""
    for name in _SAME:
        if getattr(ward, name) != getattr(neighbour, name):
            found = f"another {name} than the ward's"
            yield Fault(f"neighbour.{name}", found, "the same in both units")
    if ward.horizon.kind is HorizonKind.CYCLIC:
        yield Fault("horizon.kind", "a base roster", "a ward on real dates")
    yield from _ids_twice(ward, neighbour)
    known = {shift.code: (shift.start, shift.end) for shift in ward.shifts}
    for shift in neighbour.shifts:
        if known.get(shift.code, (shift.start, shift.end)) != (shift.start, shift.end):
            found = f"{shift.code!r} at other times than in the ward"
            yield Fault("neighbour.shifts", found, "the same times, or another code")


def _ids_twice(ward: Problem, neighbour: Problem) -> Iterator[Fault]:
    for what in ("units", "people"):
        mine = {one.id for one in getattr(ward, what)}
        for one in getattr(neighbour, what):
            if one.id in mine:
                found = f"{one.id!r}, as in the ward"
                yield Fault(f"neighbour.{what}", found, "ids that are not the ward's")


def _renamed(ward: Problem, other: Problem) -> Problem:
    """Return the neighbour with row ids of its own, wherever they are spoken of."""
    taken = {row.id for row in ward.demand}
    unit = other.units[0].id
    new = {row.id: f"{unit}:{row.id}"[:64] for row in other.demand if row.id in taken}
    rows = tuple(r.model_copy(update={"id": new.get(r.id, r.id)}) for r in other.demand)
    pairs = {pair.id for pair in ward.pairs}
    return other.model_copy(
        update={
            "demand": rows,
            "history": tuple(_role(duty, new) for duty in other.history),
            "published": tuple(_role(duty, new) for duty in other.published),
            "locks": tuple(_role(lock, new) for lock in other.locks),
            "agreements": _apart(ward, other, unit),
            "pairs": tuple(_pair(pair, pairs, unit) for pair in other.pairs),
        }
    )


def _role(one: _Placed, new: dict[str, str]) -> _Placed:
    return one.model_copy(update={"role": new[one.role]}) if one.role in new else one


def _pair(pair: Pair, taken: set[str], unit: str) -> Pair:
    return pair.model_copy(update={"id": f"{unit}:{pair.id}"}) if pair.id in taken else pair


def _apart(ward: Problem, other: Problem, unit: str) -> tuple[Agreement, ...]:
    taken = {one.id for one in ward.agreements}
    return tuple(
        one.model_copy(update={"id": f"{unit}:{one.id}"[:64]}) if one.id in taken else one
        for one in other.agreements
    )


def _own(ward: Problem) -> Iterator[Agreement]:
    everybody = tuple(person.id for person in ward.people)
    for one in ward.agreements:
        yield one if one.persons else one.model_copy(update={"persons": everybody})
