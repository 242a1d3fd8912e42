"""Rulebooks made for a test, and the rulings of a tiny ward under them."""

from __future__ import annotations

from datetime import date
from typing import Any

from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem
from rostering.rulebooks.book import Rulebook
from rostering.rules.registry import BY_ID
from rostering.rulings import Rulings

START = date(2027, 1, 4)


def book(name: str, authority: str, *provisions: dict[str, Any]) -> Rulebook:
    """Return a rulebook; provisions hold from 2000 on unless they say otherwise."""
    dated = [{"valid_from": date(2000, 1, 1), **provision} for provision in provisions]
    return Rulebook.model_validate(
        {"id": name, "name": name, "authority": authority, "provisions": dated}
    )


def rest(authority: str = "law", **levels: int) -> Rulebook:
    """Return a rulebook that knows nothing but the daily rest, in minutes by level."""
    return book(
        f"rest of {authority}",
        authority,
        {"rule": "daily_rest", "value": "minimum", "levels": levels, "paragraph": "§ 1"},
    )


def ward(**parts: object) -> Problem:
    """Return a ward of Kari and Per over fourteen days."""
    return Problem.model_validate(
        {
            "name": "ward",
            "horizon": {"start": START, "days": 14},
            "units": [{"id": "u"}],
            "shifts": [{"code": "D", "kind": "day", "start": "07:30", "end": "15:00"}],
            "people": [
                {"id": "Kari", "name": "Kari", "home_unit": "u"},
                {"id": "Per", "name": "Per", "home_unit": "u"},
            ],
            **parts,
        }
    )


def rulings(*books: Rulebook, **parts: object) -> Rulings:
    """Return the rulings of the ward, under the given books or else under the ward's own."""
    return Rulings(ProblemIndex(ward(**parts)), books or None)


def held(found: Rulings, rule: str, value: str, day: int = 0, person: str | None = "Kari") -> Any:  # noqa: ANN401
    """Return the value that holds for somebody on a day."""
    return getattr(found.values(BY_ID[rule], person).at(day), value)


def agreed(level: str, **parts: object) -> dict[str, Any]:
    """Return an agreement."""
    return {"id": level, "level": level, **parts}
