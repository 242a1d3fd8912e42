"""Whether a person's duties of one day exclude each other, as options of a day must."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rostering.domain.duty import Duty
from rostering.errors import Unsupported
from rostering.model.record import Barred, Bounded, Record
from rostering.model.verbs import PersonVerbs
from rostering.verbs import Literal

Day = Sequence[tuple[Literal, Duty]]
Pair = tuple[Literal, Literal]


def require_one_a_day(record: Record, verbs: PersonVerbs, days: Sequence[Day]) -> None:
    """Refuse a person who may work two duties on one day.

    Parameters
    ----------
    days
        The duties of each day that are not barred, with their literals.

    Raises
    ------
    Unsupported
        When hard rules let two duties of a day stand together.
    """
    apart = set(_apart(record, verbs.person.id, days))
    for number, day in enumerate(days):
        for (one, early), (other, late) in combinations(day, 2):
            if _pair(one, other) not in apart:
                raise Unsupported(
                    f"columns plans one duty a day and person, but {verbs.person.id} may work "
                    f"{early.code} and {late.code} on {verbs.index.clock.date(number)}. "
                    "Use the strategy lns or cpsat."
                )


def _apart(record: Record, person: str, days: Sequence[Day]) -> Iterator[Pair]:
    """Yield pairs of a day's literals that a hard statement keeps apart by itself."""
    day_of = {literal: number for number, day in enumerate(days) for literal, _ in day}
    for statement in record.said.get(person, ()):
        if isinstance(statement, Bounded):
            yield from _too_much(statement, day_of)
        elif isinstance(statement, Barred) and statement.price is None:
            literals = statement.literals
            yield from [_pair(*literals)] if len(literals) == 2 else []


def _too_much(statement: Bounded, day_of: dict[Literal, int]) -> Iterator[Pair]:
    room = statement.bound - sum(weight for weight, _ in statement.terms if weight < 0)
    held: dict[int, list[tuple[int, Literal]]] = {}
    for weight, literal in statement.terms:
        if weight > 0 and literal in day_of:
            held.setdefault(day_of[literal], []).append((weight, literal))
    for day in held.values():
        for (weight, one), (more, other) in combinations(day, 2):
            if weight + more > room:
                yield _pair(one, other)


def _pair(one: Literal, other: Literal) -> Pair:
    return min(one, other), max(one, other)
