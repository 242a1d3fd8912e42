"""Wish receipts as a question: what became of each wish, for the manager and for the person."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, Field

from api.questions.kind import Patience, Question, Task, Told
from rostering.explain.receipt_models import Fulfilment, Receipt, Receipts, Touched
from rostering.strategies.base import Report, Stopped

if TYPE_CHECKING:
    from rostering.explain.receipt_words import ReceiptWords

FEW = 3  # a group of fewer people would tell who is meant
State = Literal["granted", "refused", "impossible", "unknown"]


class AskReceipts(Patience):
    """A question what became of the wishes."""

    seconds: float = Field(default=60, ge=2, le=600)


class ShareShape(BaseModel):
    """How many wish days of one strength were granted."""

    strength: str
    name: str
    granted: int
    asked: int


class ReceiptShape(BaseModel):
    """What became of one wish, in sentences."""

    date: dt.date
    state: State
    wish: str
    price: str = Field(description="What granting it would have cost, empty where not known.")
    reasons: list[str]
    ways: list[str] = Field(description="What would have made it possible.")


class PersonReceipts(BaseModel):
    """One person's receipts and how far the wishes were granted."""

    person: str
    name: str
    shares: list[ShareShape]
    receipts: list[ReceiptShape]


class ReceiptsShape(BaseModel):
    """All receipts of a roster by person; ``partial`` while some are not priced yet."""

    ward: list[ShareShape]
    people: list[PersonReceipts]
    partial: bool
    seconds: float


class ReceiptsAnswer(BaseModel):
    """The answer to what became of the wishes."""

    kind: Literal["receipts"] = "receipts"
    told: ReceiptsShape


def _run(task: Task, report: Report, stop: Stopped) -> Receipts:
    from rostering.explain.receipts import receipts

    assert task.roster is not None
    return receipts(task.problem, task.roster, task.budget, report=report, stop=stop)


def read(document: bytes) -> Receipts:
    """Return the engine's answer of its JSON."""
    return Receipts.model_validate_json(document)


def _size(told: Receipts) -> int:
    return 1 + sum(one.status != "unknown" for one in told.receipts) + (not told.partial)


def _show(found: Receipts, told: Told) -> ReceiptsAnswer:
    from rostering.explain.receipt_words import ReceiptWords

    words = ReceiptWords(told.problem, told.language, names=True)
    names = {person.id: person.name for person in told.problem.people}
    shares = {one.person: one.by_strength for one in found.people}
    people = [
        PersonReceipts(
            person=person,
            name=names.get(person, person),
            shares=[_share(words, one) for one in shares[person]],
            receipts=[_receipt(words, one) for one in found.receipts if one.person == person],
        )
        for person in shares
    ]
    return ReceiptsAnswer(
        told=ReceiptsShape(
            ward=[_share(words, one) for one in found.ward],
            people=people,
            partial=found.partial,
            seconds=found.seconds,
        )
    )


def nameable(others: Iterable[str]) -> set[str]:
    """Return the groups that may be named, of the groups of all others.

    Those that are not named are ``FEW`` people together, or none: else who is left would be known.
    """
    sizes = Counter(others)
    hidden = sizes.pop("", 0)
    ordered = sorted(sizes, key=lambda group: (sizes[group], group))
    while ordered and (sizes[ordered[0]] < FEW or 0 < hidden < FEW):
        hidden += sizes[ordered.pop(0)]
    return set(ordered)


def own(found: Receipts, told: Told, person: str) -> PersonReceipts:
    """Return a person's own receipts: of others only their group, and not that of a few."""
    from rostering.explain.receipt_words import ReceiptWords, for_person

    words = ReceiptWords(told.problem, told.language)
    groups = nameable(one.group for one in told.problem.people if one.id != person)

    def blurred(one: Touched) -> Touched:
        return one if one.group in groups else one.model_copy(update={"group": ""})

    mine = [for_person(one) for one in found.receipts if one.person == person]
    mine = [
        one.model_copy(update={"touched": tuple(blurred(t) for t in one.touched)}) for one in mine
    ]
    shares = next((one.by_strength for one in found.people if one.person == person), ())
    name = next((one.name for one in told.problem.people if one.id == person), "")
    return PersonReceipts(
        person=person,
        name=name,
        shares=[_share(words, one) for one in shares],
        receipts=[_receipt(words, one) for one in mine],
    )


def _share(words: ReceiptWords, one: Fulfilment) -> ShareShape:
    name = words.texts.say(f"receipt.strength.{one.strength}")
    return ShareShape(strength=one.strength, name=name, granted=one.granted, asked=one.asked)


def _receipt(words: ReceiptWords, one: Receipt) -> ReceiptShape:
    return ReceiptShape(
        date=one.date,
        state=one.status,
        wish=words.wish(one),
        price=words.plain_price(one),
        reasons=list(words.reasons(one)),
        ways=list(words.ways(one)),
    )


RECEIPTS = Question(run=_run, read=read, size=_size, show=_show)
