"""What the reserve of a ward saves, told beside its score card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.card import NoticeEntry
from rostering.domain.demand import NOK_PER_POINT
from rostering.domain.line import Plan
from rostering.terms.registry import weights
from rostering.terms.reserve import present, stacks
from rostering.texts import Catalogue


@dataclass(frozen=True, slots=True)
class ReserveAccount:
    """Reserve heads asked for and placed, and what both sides are worth in points.

    A row's price is what a head is worth before its own cost: what it costs stands under the goals
    ``hours`` and ``cost``.
    """

    asked: int
    placed: int
    saved: int
    lost: int


def reserve_account(plan: Plan) -> ReserveAccount | None:
    """Return what a plan has of the reserve; None when the ward asks for none."""
    found = stacks(plan.index)
    weight = weights(plan.index.problem)["reserve"]
    if not found or not weight:
        return None
    placed = saved = 0
    for stack in found:
        above = min(max(0, present(plan, stack) - stack.target), stack.heads)
        placed += above
        saved += stack.worth(above)
    asked = sum(stack.heads for stack in found)
    worth = sum(stack.worth(stack.heads) for stack in found)
    return ReserveAccount(asked, placed, saved * weight, (worth - saved) * weight)


def reserve_notes(plan: Plan, texts: Catalogue) -> Iterator[NoticeEntry]:
    """Yield the sentence that tells what the reserve saves, when there is any."""
    told = reserve_account(plan)
    if told is None:
        return
    facts = {"asked": told.asked, "placed": told.placed, "saved": told.saved, "lost": told.lost}
    known = weights(plan.index.problem)
    if known["cost"]:
        saved = told.saved * NOK_PER_POINT // (known["cost"] * known["reserve"])
        nok = _spaced(saved, texts.language)
        text = texts.say("notice.reserve", saved_nok=nok, **facts)
    else:
        text = texts.say("notice.reserve_points", **facts)
    yield NoticeEntry(kind="reserve", subject="reserve", date=None, text=text)


def _spaced(number: int, language: str) -> str:
    sign = "," if language == "en" else "\N{NO-BREAK SPACE}"
    return f"{number:,}".replace(",", sign)
