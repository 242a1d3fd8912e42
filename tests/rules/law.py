"""The law files: what each rule must say about short lines, and the tiny worlds of its twins."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rostering.check import Court
from rostering.domain.findings import Violation
from rostering.rules.base import Rule
from rostering.rules.registry import BY_ID, RULES
from tests.rules.letters import length, span
from tests.rules.worlds import SOMEBODY, World

LAW = Path(__file__).resolve().parents[2] / "fixtures" / "law"
LAWFUL = "lawful"
FEWEST_CASES = 6


@dataclass(frozen=True, slots=True, order=True)
class Breach:
    """A breach as a law file tells it: who, from which day to which, what, how much of what."""

    person: str
    first: int
    last: int
    text: str
    missing: int
    unit: str

    def __str__(self) -> str:
        return f"{self.person}: {self.first}..{self.last} {self.text} {self.missing} {self.unit}"


def told(text: str) -> Breach:
    """Read ``0..1 short 1h45``, ``Per: 3 long_work 2 days`` or ``all: 2 under 1 people``."""
    who, _, rest = text.rpartition(": ")
    days, what, amount, *unit = rest.split()
    first, last = span(days)
    return Breach(
        who or SOMEBODY, first, last, what, int(str(length(amount))), unit[0] if unit else "minutes"
    )


def found(violation: Violation) -> Breach:
    """Return a violation in the same words."""
    return Breach(
        violation.person or "all",
        violation.day,
        violation.last_day,
        violation.text.removeprefix(f"{violation.rule}."),
        violation.missing,
        violation.unit,
    )


@cache
def law(name: str) -> dict[str, Any]:
    """Return a law file.

    Raises
    ------
    LookupError
        When the rule or term has none.
    """
    path = LAW / f"{name}.yaml"
    if not path.exists():
        raise LookupError(
            f"{name} has no law file: write fixtures/law/{name}.yaml with its paragraph, "
            f"at least {FEWEST_CASES} cases and its twins (docs in fixtures/law/README.md)"
        )
    read: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return read


def worlds(rule: str, part: str) -> list[World]:
    """Return the ``cases`` or ``twins`` of a rule's file; none when it has no file."""
    try:
        file = law(rule)
    except LookupError:
        return []
    return [World(rule, entry, file.get("shared", {})) for entry in file.get(part, [])]


def every(part: str) -> list[World]:
    """Return the ``cases`` or ``twins`` of all registered rules."""
    return [world for rule in RULES for world in worlds(rule.id, part)]


def named(world: World) -> str:
    """Return the name of a test over a world."""
    return f"{world.rule}: {world.name}"


def expected(world: World) -> list[Breach]:
    """Return the breaches that a case tells of, in order."""
    expect = world.entry["expect"]
    return [] if expect == LAWFUL else sorted(told(text) for text in expect)


def violations(world: World, court: Court | None = None) -> list[Violation]:
    """Return what the rule's check finds in a case."""
    court = court or world.court()
    plan = court.index.plan(world.assignments())
    return [v for v in court.judge(plan) if v.rule == world.rule]


def rule_of(world: World) -> Rule[Any]:
    """Return the rule that a world is about."""
    return BY_ID[world.rule]
