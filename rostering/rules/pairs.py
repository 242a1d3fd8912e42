"""Pairs: two people who never share a shift, or of whom one works only where the other does.

To share a shift is to start the same code on the same day in the same unit. Who may be neither new
nor trained alone, or must not meet at work, is told by the ward; the engine asks for no reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.findings import Violation
from rostering.domain.line import Line, Plan
from rostering.domain.problem import Pair, PairKind
from rostering.rules.base import Dated, Sense, limit, unit_rule
from rostering.verbs import Literal, UnitVerbs

ID = "pairs"


@dataclass(frozen=True, slots=True)
class Values:
    """Whether the ward's pairs bind."""

    required: bool = limit(Sense.AT_LEAST, "")


def check(plan: Plan, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every shift that a pair shares and must not, or that one works without the other."""
    index = plan.index
    for pair in index.problem.pairs:
        name = index.people[pair.other].name
        for day in range(index.days):
            if not limits.at(day).required or not pair.holds_on(index.clock.date(day)):
                continue
            mine = _shifts(plan.lines[pair.person], day, pair)
            theirs = _shifts(plan.lines[pair.other], day, pair)
            apart = pair.kind is PairKind.APART
            for code, unit in sorted(mine & theirs if apart else mine - theirs):
                yield Violation(
                    ID, pair.person, day, day, 1, 1, "duties", f"pairs.{pair.kind.value}",
                    {"other": name, "shift": code, "unit": unit}, "required",
                )  # fmt: skip


def _shifts(line: Line, day: int, pair: Pair) -> set[tuple[str, str]]:
    return {
        (duty.code, duty.unit)
        for duty in line.on(day)
        if not pair.shifts or duty.code in pair.shifts
    }


def post(verbs: UnitVerbs, limits: Dated[Values]) -> None:
    """Say it to the solver, shift by shift and unit by unit."""
    for pair in verbs.index.problem.pairs:
        for day in range(verbs.index.days):
            if limits.at(day).required and pair.holds_on(verbs.index.clock.date(day)):
                for code in pair.shifts or verbs.index.shifts:
                    _post_shift(verbs, pair, day, code)


def _post_shift(verbs: UnitVerbs, pair: Pair, day: int, code: str) -> None:
    here: dict[str, dict[str, list[Literal]]] = {}
    for person, duty, literal in verbs.on_duty(day, code):
        here.setdefault(duty.unit, {}).setdefault(person.id, []).append(literal)
    for held in here.values():
        one = verbs.any_of(held.get(pair.person, ()))
        two = verbs.any_of(held.get(pair.other, ()))
        verbs.forbid([one, two if pair.kind is PairKind.APART else -two])


RULE = unit_rule(ID, Values, check, post)
