"""The shape of a rule: an id, values with a sense, a check and a post."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, Literal, TypeVar

from rostering.domain.findings import Violation
from rostering.domain.line import Line, Plan
from rostering.domain.tokens import ANY, OFF, WORK
from rostering.verbs import TRUE, UnitVerbs, Verbs
from rostering.verbs import Literal as Said

V = TypeVar("V")
Value = Any
"""A rule's value as data: a whole number, a truth value, or patterns."""


class Sense(StrEnum):
    """Which way a value is stricter; a SETTING is neither."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Form:
    """What an entry of a list value looks like.

    Parameters
    ----------
    example
        An entry that fits.
    fits
        Whether an entry can be used; it has at least one part.
    tokens
        How many parts name shifts; None for all from ``skip`` on.
    skip
        How many parts stand in front of them.
    words
        Whether a part is a word of the rule's own, such as ``work``, in place of a shift.
    """

    example: tuple[str, ...]
    fits: Callable[[Sequence[str]], bool]
    tokens: int | None = None
    skip: int = 0
    words: Callable[[str], bool] = "off".__eq__

    def shifts(self, entry: Sequence[str]) -> Sequence[str]:
        """Return the parts of an entry that must be shift codes or kinds."""
        last = None if self.tokens is None else self.skip + self.tokens
        return [part for part in entry[self.skip : last] if not self.words(part)]


PATTERN = Form(("night", "day"), bool)
"""Shift kinds, shift codes or ``off``, one a day."""


CLOCK = "clock"
"""The unit of a time of day: minutes after local midnight, shown as 23:00."""


def limit(
    sense: Sense,
    unit: str,
    default: Value = None,
    within: tuple[int, int] = (0, 1_000_000),
    form: Form | None = None,
) -> Value:
    """Return a dataclass field for a rule's value; None means that nothing is limited.

    ``within`` holds the least and the most that the value may be set to, ``form`` what the entries
    of a list look like.
    """
    metadata = {"sense": sense, "unit": unit, "within": within}
    return field(default=default, metadata={**metadata, **({"form": form} if form else {})})


@dataclass(frozen=True, slots=True)
class Dated(Generic[V]):
    """Values that change on certain days: (first day, values) pairs, earliest first."""

    spans: tuple[tuple[int, V], ...]

    def at(self, day: int) -> V:
        """Return the values in force on a day."""
        held = self.spans[0][1]
        for first, values in self.spans[1:]:
            if first > day:
                break
            held = values
        return held

    def least(self, name: str, days: Iterable[int]) -> int | None:
        """Return the smallest value of a field on the given days of the period, if it has any.

        Of a value that is stricter when it is less, this is the strictest: an agreement opens
        whole windows only. What held before the period does not matter any more.
        """
        return min(self._held(name, days), default=None)

    def most(self, name: str, days: Iterable[int]) -> int | None:
        """Return the largest value of a field on the given days of the period, if it has any.

        Of a value that is stricter when it is more, this is the strictest.
        """
        return max(self._held(name, days), default=None)

    def _held(self, name: str, days: Iterable[int]) -> list[int]:
        planned = [day for day in days if day >= 0]
        if len(self.spans) == 1:
            planned = planned[:1]
        values = (getattr(self.at(day), name) for day in planned)
        return [value for value in values if value is not None]


@dataclass(frozen=True, slots=True)
class Rule(Generic[V]):
    """A rule with two faces that must say the same.

    Parameters
    ----------
    id
        Name in rulebooks, files and reports.
    scope
        ``employee``: judged on one person's line; ``unit``: on the whole plan.
    values
        Dataclass of the values; its fields carry sense and unit.
    check
        Yields a violation for each breach, from plain data.
    post
        Says the same to a solver through verbs.
    seldom
        Whether it seldom decides, such as a mean over many weeks: a first roster is sketched
        without it, which is found much sooner.
    always
        Whether it asks for something even where nobody has set any of its values.
    """

    id: str
    scope: Literal["employee", "unit"]
    values: type[V]
    check: Callable[[Any, Dated[V]], Iterator[Violation]]
    post: Callable[[Any, Dated[V]], None]
    seldom: bool = False
    always: bool = False


LineCheck = Callable[[Line, Dated[V]], Iterator[Violation]]
PlanCheck = Callable[[Plan, Dated[V]], Iterator[Violation]]
LinePost = Callable[[Verbs, Dated[V]], None]
PlanPost = Callable[[UnitVerbs, Dated[V]], None]


def said(verbs: Verbs, day: int, token: str) -> Said:
    """Return the literal of a day being as a token says: work, off, any, a kind or a code."""
    if token == ANY:
        return TRUE
    if token in (OFF, WORK):
        return verbs.works(day) if token == WORK else -verbs.works(day)
    matching = [duty for duty in verbs.on(day) if token in {duty.code, duty.kind.value}]
    return verbs.any_of([verbs.takes(duty) for duty in matching])


def employee_rule(
    name: str,
    values: type[V],
    check: LineCheck[V],
    post: LinePost[V],
    *,
    seldom: bool = False,
    always: bool = False,
) -> Rule[V]:
    """Return a rule that judges one person's line."""
    return Rule(name, "employee", values, check, post, seldom, always)


def unit_rule(name: str, values: type[V], check: PlanCheck[V], post: PlanPost[V]) -> Rule[V]:
    """Return a rule that judges the whole plan."""
    return Rule(name, "unit", values, check, post)
