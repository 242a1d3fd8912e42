"""The hard breaches of a roster by ``check``, told apart without the numbers in them."""

import re
from collections import Counter

from rostering.check import check
from rostering.domain.card import BreachEntry
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster

Breach = tuple[str, str | None, str]
_NUMBERS = re.compile(r"[\d.,]+")


def hard(problem: Problem, roster: Roster) -> Counter[Breach]:
    """Return the sizes of hard breaches by rule, person and sentence without its numbers."""
    found: Counter[Breach] = Counter()
    for breach in check(problem, roster):
        if breach.hard:
            found[_key(breach)] += breach.amount
    return found


def _key(breach: BreachEntry) -> Breach:
    dates = f"{breach.first} {breach.last}"
    return breach.rule, breach.person, f"{dates} {_NUMBERS.sub('', breach.text)}"
