"""Contracts of public instances as limits of rules, and as agreements for those they bind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from rostering.domain.problem import Agreement, AgreementLevel, RuleMode, RuleSetting

Sense = Literal["at most", "at least"]
Entry = tuple[str, ...]
LEVEL = AgreementLevel.L1  # the rulebooks of the public instances open their limits at it
SATURDAY = 6
WEEKENDS = "weekends67"


def stretch(token: str, sense: Sense, days: int, points: int, *, closed: bool = False) -> Entry:
    """Return a limit on days in a row.

    Parameters
    ----------
    token
        ``work``, ``off`` or a shift code.
    points
        What each day too many or too few costs where the rule binds at a price.
    closed
        Whether a run that touches the first or last day is judged as it stands; otherwise it
        may go on outside the horizon, and is never too short.
    """
    return (token, sense, str(days), str(points), "closed" if closed else "open")


def total(token: str, sense: Sense, number: int, points: int) -> Entry:
    """Return a limit on a sum over the horizon: ``duties``, ``minutes``, weekends or a code."""
    return (token, sense, str(number), str(points))


def pattern(points: int, weekday: int | None, *tokens: str) -> Entry:
    """Return shifts on days in a row that cost points, from a weekday (Monday 1) or any day."""
    return (str(points), "any" if weekday is None else str(weekday), *tokens)


@dataclass(slots=True)
class Terms:
    """The limits of one contract; what costs no points is left out of it."""

    stretches: list[Entry] = field(default_factory=list)
    totals: list[Entry] = field(default_factory=list)
    patterns: list[Entry] = field(default_factory=list)

    def between(
        self, token: str, least: int, most: int, points: int, *, closed: bool = False
    ) -> None:
        """Add the least and the most days in a row; a least of 1 asks for nothing."""
        self.stretches.append(stretch(token, "at most", most, points, closed=closed))
        if least > 1:
            self.stretches.append(stretch(token, "at least", least, points, closed=closed))

    @property
    def values(self) -> dict[str, dict[str, Any]]:
        """The limits by rule, as an agreement holds them; rules without any are left out."""
        found = {"stretches": self.stretches, "totals": self.totals, "patterns": self.patterns}
        return {
            rule: {"limits": [list(entry) for entry in entries]}  # lists, as JSON has them
            for rule, entries in found.items()
            if entries
        }


def agreements(bound: Iterable[tuple[str, str, Terms]]) -> tuple[Agreement, ...]:
    """Return one agreement for each contract, from (contract, person, limits) of everybody."""
    persons: dict[str, list[str]] = {}
    values: dict[str, Mapping[str, dict[str, Any]]] = {}
    for contract, person, terms in bound:
        persons.setdefault(contract, []).append(person)
        values[contract] = terms.values
    return tuple(
        Agreement(
            id=contract,
            level=LEVEL,
            rules=tuple(values[contract]),
            persons=tuple(names),
            values=dict(values[contract]),
        )
        for contract, names in persons.items()
        if values[contract]
    )


def priced(*rules: str) -> dict[str, RuleSetting]:
    """Return settings under which rules cost the points that their limits say."""
    return {rule: RuleSetting(mode=RuleMode.PRICED, price=1) for rule in rules}
