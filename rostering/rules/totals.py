"""Totals: how many duties, minutes or weekends the whole period has, at most and at least.

The past is not counted. A weekend of which the period has only some days counts by these.

An entry is `[weekends, at most, 2, 30]`: what (`duties`, `minutes`, `weekends` for worked ones,
`weekends567` from Friday to Sunday, a shift kind or a shift code), at most or at least, how many,
and the points of each. At a price each one costs its points times the price.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.tokens import is_token
from rostering.domain.weekend_days import names_weekends, weekends
from rostering.rules.base import Dated, Form, Sense, employee_rule, limit
from rostering.verbs import Literal, Verbs

ID = "totals"
AT_MOST, AT_LEAST = "at most", "at least"
DUTIES, MINUTES = "duties", "minutes"
Entry = tuple[str, ...]


def _fits(entry: Sequence[str]) -> bool:
    return (
        len(entry) == 4
        and entry[0] != "off"
        and entry[1] in (AT_MOST, AT_LEAST)
        and all(part.isdecimal() for part in entry[2:])
        and 0 < int(entry[3]) <= 100_000
    )


def _is_word(part: str) -> bool:
    return part in (DUTIES, MINUTES) or names_weekends(part)


FORM = Form(("night", AT_MOST, "8", "1"), _fits, tokens=1, words=_is_word)


@dataclass(frozen=True, slots=True)
class Values:
    """Entries of what is counted, ``at most`` or ``at least``, how many, points of each.

    What is ``duties``, ``minutes``, a shift kind, a shift code or ``weekends``: worked ones,
    ``weekends567`` from Friday to Sunday.
    """

    limits: tuple[Entry, ...] = limit(Sense.SETTING, "", (), form=FORM)


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every entry of which the period has too much or too little."""
    for entry in dict.fromkeys(limits.at(0).limits):
        token, sense, bound, points = entry
        total = _total(line, token)
        wrong = total - int(bound) if sense == AT_MOST else int(bound) - total
        if wrong > 0:
            text, facts, unit = _told(token)
            yield Violation(
                ID,
                line.person.id,
                0,
                line.last,
                wrong * int(points),
                wrong,
                unit,
                f"{ID}.{'over' if sense == AT_MOST else 'under'}_{text}",
                {**facts, **_numbers(token, total, int(bound))},
                "limits",
            )


def _total(line: Line, token: str) -> int:
    if token == DUTIES:
        return len(line.planned)
    if token == MINUTES:
        return sum(duty.minutes for duty in line.planned)
    if names_weekends(token):
        worked = {duty.day for duty in line.planned}
        return sum(not worked.isdisjoint(days) for days in _weekends(line.index, token))
    return sum(is_token(duty, token) for duty in line.planned)


def _weekends(index: ProblemIndex, token: str) -> list[tuple[int, ...]]:
    """Return the days that the period has of each weekend; a base roster's may wrap round."""
    inside = range(index.days)
    if index.cyclic:
        found = [days for days in weekends(index, token) if days[-1] in inside]
        return [tuple(day % index.days for day in days) for days in found]
    found = [tuple(d for d in days if d in inside) for days in weekends(index, token)]
    return [days for days in found if days]


def _told(token: str) -> tuple[str, dict[str, object], str]:
    if token == MINUTES:
        return "minutes", {}, "minutes"
    if names_weekends(token):
        return "weekends", {}, "weekends"
    return ("duties", {}, "duties") if token == DUTIES else ("shifts", {"pattern": token}, "duties")


def _numbers(token: str, total: int, bound: int) -> dict[str, object]:
    if token == MINUTES:
        return {"planned": total, "wanted": bound}
    return {"count": total, "bound": bound}


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: one sum for each entry, weighed by its points."""
    for entry in dict.fromkeys(limits.at(0).limits):
        token, sense, bound, points = entry
        terms = [(int(points) * size, literal) for size, literal in _counted(verbs, token)]
        if sense == AT_MOST:
            verbs.at_most(terms, int(points) * int(bound))
        else:
            verbs.at_least(terms, int(points) * int(bound))


def _counted(verbs: Verbs, token: str) -> list[tuple[int, Literal]]:
    if names_weekends(token):
        return [
            (1, verbs.any_of([verbs.works(day) for day in days]))
            for days in _weekends(verbs.index, token)
        ]
    planned = [duty for day in range(verbs.index.days) for duty in verbs.on(day)]
    if token == MINUTES:
        return [(duty.minutes, verbs.takes(duty)) for duty in planned]
    named = [d for d in planned if token in {DUTIES, d.code, d.kind.value}]
    return [(1, verbs.takes(duty)) for duty in named]


RULE = employee_rule(ID, Values, check, post)
