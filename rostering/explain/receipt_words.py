"""Wish receipts in plain sentences: one copy for the person, with roles; one with names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rostering.domain.problem import Problem
from rostering.domain.wishes import Strength
from rostering.explain.receipt_models import Receipt
from rostering.terms.registry import weights
from rostering.terms.wishes import POINTS
from rostering.texts import Catalogue

MOST_CAUSES = 3


class ReceiptWords:
    """Says receipts of one problem.

    Parameters
    ----------
    problem
        Whose people, rows and competences are named.
    names
        Whether others are told by name: to a manager. Else by group alone.

    Raises
    ------
    BadInput
        When there is no such language.
    """

    def __init__(self, problem: Problem, language: str = "en", *, names: bool = False) -> None:
        self.texts = Catalogue(language)
        self.names = names
        self._people = {person.id: person.name for person in problem.people}
        self._strong = POINTS[Strength.STRONG] * weights(problem)["wishes"]
        self._codes = {one.code: one.name or one.code for one in problem.competences}

    def wish(self, one: Receipt) -> str:
        """Return what was wished for."""
        strength = self.texts.say(f"receipt.strength.{one.strength}")
        shifts = ", ".join(one.shifts)
        if one.kind == "want":
            key = "receipt.wish.want"
        else:
            key = "receipt.wish.not" if one.shifts else "receipt.wish.off"
        return self.texts.say(key, strength=strength, date=one.date, shifts=shifts)

    def verdict(self, one: Receipt) -> str:
        """Return what became of it."""
        return self.texts.say(f"receipt.status.{one.status}")

    def price(self, one: Receipt) -> str:
        """Return what granting it would have cost; empty where nothing is known of it."""
        if one.high is None or one.low is None:
            return ""
        if one.high == 0:
            return self.texts.say("receipt.price.none")
        key = "receipt.price.exact" if one.low == one.high else "receipt.price.between"
        return self.texts.say(key, lower=one.low, upper=one.high)

    def plain_price(self, one: Receipt) -> str:
        """Return the price for somebody who has never seen a score card: beside a strong wish."""
        if one.high is None or one.low is None:
            return ""
        if one.high == 0:
            return self.texts.say("receipt.plain.none")
        key = "receipt.plain.exact" if one.low == one.high else "receipt.plain.between"
        key = "receipt.plain.upto" if one.low == 0 else key
        return self.texts.say(key, lower=one.low, upper=one.high, strong=self._strong)

    def reasons(self, one: Receipt) -> Iterator[str]:
        """Yield why, the weightiest reason first."""
        if one.rules:
            rules = ", ".join(self.texts.say(f"rule.{rule}") for rule in one.rules)
            yield self.texts.say("receipt.rules", rules=rules)
        for strength, count in Counter(one.displaced).items():
            told = self.texts.say(f"receipt.strength.{strength}")
            yield self.texts.say("receipt.displaced", count=count, strength=told)
        worse = [cause for cause in one.causes if cause.points > 0 and cause.term != "wishes"]
        for cause in worse[:MOST_CAUSES]:
            goal = self.texts.say(f"term.{cause.term}")
            yield self.texts.say("receipt.cause", goal=goal, points=cause.points)
        if one.touched:
            named = self.names or any(touched.group for touched in one.touched)
            key = "receipt.touched" if named else "receipt.touched_by_number"
            who = self._who(one) if named else ""
            yield self.texts.say(key, count=len(one.touched), who=who)
        elif one.high is not None and one.status == "refused":
            yield self.texts.say("receipt.touches_nobody")

    def _who(self, one: Receipt) -> str:
        if self.names:
            return ", ".join(self._people.get(t.person or "", t.group) for t in one.touched)
        groups = Counter(touched.group for touched in one.touched)
        others = self.texts.say("receipt.colleague")
        return ", ".join(f"{group or others} ({count})" for group, count in groups.items())

    def ways(self, one: Receipt) -> Iterator[str]:
        """Yield what would have made it free."""
        for way in one.enabling:
            if way.competences:
                codes = ", ".join(self._codes.get(code, code) for code in way.competences)
                yield self.texts.say(
                    "receipt.enabling.with", competences=codes, shift=way.shift, date=way.date
                )
            else:
                yield self.texts.say("receipt.enabling", shift=way.shift, date=way.date)


def for_person(one: Receipt) -> Receipt:
    """Return the copy that the person may see: others by group, never by id or date."""
    touched = tuple(t.model_copy(update={"person": None, "dates": ()}) for t in one.touched)
    return one.model_copy(update={"touched": touched})
