"""What rules and terms report: breaches and the causes behind a score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Violation:
    """A breach of one rule.

    Parameters
    ----------
    rule
        The rule's id.
    person
        Who; None for a unit-wide breach.
    day, last_day
        Day indices that the breach spans.
    amount
        Size of the breach in the rule's pricing unit, at least 1.
    missing
        How much is missing or too much, in ``unit``.
    unit
        ``minutes``, ``days``, ``people``, ``weekends`` or ``duties``.
    text
        Key of the sentence in the language catalogue.
    facts
        Plain values for that sentence.
    value
        The rule's value that is broken: its provision is quoted.
    """

    rule: str
    person: str | None
    day: int
    last_day: int
    amount: int
    missing: int
    unit: str
    text: str
    facts: Mapping[str, object] = field(default_factory=dict)
    value: str = ""


@dataclass(frozen=True, slots=True)
class Cause:
    """A part of a term's value: how much, who and when."""

    amount: int
    person: str | None
    day: int
    text: str
    facts: Mapping[str, object] = field(default_factory=dict)
