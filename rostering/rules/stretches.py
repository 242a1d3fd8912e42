"""Stretches: how many days or weekends in a row are alike, at most and at least.

A stretch that the known past began is judged with its whole length: it is too long by the days that
the period adds, and too short when the person could have gone on with it. With ``open`` edges
nothing is asked of the length of a stretch whose beginning nobody knows or which the period's end
cuts off; with ``closed`` edges it is judged as it stands. Known absence makes no stretch of days
off too long.

An entry is `[off, at least, 2, 10, open]`: what (`work`, `off`, a shift kind, a shift code, or
`weekends` for worked ones, `weekends567` from Friday to Sunday), at most or at least, how many in a
row, the points of each, and the edges. At a price each day or weekend costs its points times the
price.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rostering.domain.able import can_work, is_there
from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.people import Person
from rostering.domain.tokens import OFF, WORK, can_take, is_token
from rostering.domain.weekend_days import names_weekends, weekends
from rostering.rules.base import Dated, Form, Sense, employee_rule, limit, said
from rostering.verbs import FALSE, TRUE, Literal, Verbs

ID = "stretches"
AT_MOST, AT_LEAST = "at most", "at least"
OPEN, CLOSED = "open", "closed"
Entry = tuple[str, ...]
Unit = tuple[int, ...]
"""What is counted: one day, or the days of one weekend."""


def _fits(entry: Sequence[str]) -> bool:
    return (
        len(entry) == 5
        and entry[1] in (AT_MOST, AT_LEAST)
        and all(part.isdecimal() for part in entry[2:4])
        and 0 < int(entry[3]) <= 100_000
        and entry[4] in (OPEN, CLOSED)
    )


def _is_word(part: str) -> bool:
    return part in (WORK, OFF) or names_weekends(part)


FORM = Form(("night", AT_MOST, "3", "1", OPEN), _fits, tokens=1, words=_is_word)


@dataclass(frozen=True, slots=True)
class Values:
    """Entries of what, ``at most`` or ``at least``, how many in a row, points of each, edges.

    What is ``work``, ``off``, a shift kind, a shift code or ``weekends``: worked ones in a row,
    ``weekends567`` of Friday to Sunday. Edges are ``open`` or ``closed``.
    """

    limits: tuple[Entry, ...] = limit(Sense.SETTING, "", (), form=FORM)


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every stretch that is too long or too short for an entry."""
    stretches: dict[str, list[tuple[int, int]]] = {}
    for entry in _entries(limits):
        token = entry[0]
        units = _units(line.index, token)
        if token not in stretches:
            stretches[token] = list(_stretches(_held(line, units, token)))
        bound = int(entry[2])
        for first, last in stretches[token]:
            if entry[1] == AT_MOST and last - first + 1 > bound:
                yield from _too_long(line, limits, entry, first, last)
            elif entry[1] == AT_LEAST and last - first + 1 < bound:
                yield from _too_short(line, limits, entry, first, last)


def _entries(limits: Dated[Values]) -> list[Entry]:
    """Return the entries that hold at any time."""
    return list(dict.fromkeys(entry for _, values in limits.spans for entry in values.limits))


def _units(index: ProblemIndex, token: str) -> Sequence[Unit]:
    """Return the days or weekends, unknown days of a weekend included."""
    if names_weekends(token):
        return weekends(index, token)
    known: list[Unit] | None = index.memo.get("stretch_days")
    if known is None:
        known = [(day,) for day in range(index.first_known, index.days)]
        index.memo["stretch_days"] = known
    return known


def _held(line: Line, units: Sequence[Unit], token: str) -> list[bool]:
    if token == OFF:
        return [not line.works(day) for (day,) in units]
    if token == WORK:
        return [line.works(day) for (day,) in units]
    if names_weekends(token):
        return [any(line.works(day) for day in unit) for unit in units]
    days = {duty.day for duty in line.duties if is_token(duty, token)}
    return [day in days for (day,) in units]


def _stretches(held: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the first and last place of each stretch."""
    first = None
    for place, here in enumerate([*held, False]):
        if here and first is None:
            first = place
        elif not here and first is not None:
            yield first, place - 1
            first = None


def _too_long(
    line: Line, limits: Dated[Values], entry: Entry, first: int, last: int
) -> Iterator[Violation]:
    index, most = line.index, int(entry[2])
    units = _units(index, entry[0])
    over, begins = 0, first
    for place in range(first, last + 1):
        unit = units[place]
        if entry[0] == OFF and not is_there(index, line.person, unit[0]):
            begins = place + 1  # absence is not rest, so the stretch begins anew after it
        if place - begins < most or not _is_planned(index, unit):
            continue
        if any(duty.past for day in unit for duty in line.on(day)):
            continue
        days = [units[back][0] for back in range(place - most, place + 1)]
        could = entry[0] != OFF or any(_could_work(line, day) for day in days)
        over += could and entry in limits.at(max(0, unit[0])).limits
    if over:
        yield _violation(line, entry, (units[first], units[last]), last - first + 1, over)


def _could_work(line: Line, day: int) -> bool:
    changeable = day >= 0 or line.index.cyclic
    return changeable and can_work(line.index, line.person, day % line.index.days)


def _is_planned(index: ProblemIndex, unit: Unit) -> bool:
    """Return whether a unit is judged here; a base roster's weekend where it ends."""
    return 0 <= unit[-1] < index.days or (not index.cyclic and unit[0] < index.days <= unit[-1])


def _too_short(
    line: Line, limits: Dated[Values], entry: Entry, first: int, last: int
) -> Iterator[Violation]:
    index, least = line.index, int(entry[2])
    units = _units(index, entry[0])
    closed = entry[4] == CLOSED and not index.cyclic
    known = first > 0 and units[first - 1][0] >= index.first_known
    end = units[last + 1] if last + 1 < len(units) else None
    if not closed and (not known or end is None or end[-1] >= index.days):
        return
    if end is not None and not _is_planned(index, end):
        return
    begun = any(day < 0 and _is_held(line, day, entry[0]) for day in units[first])
    if begun and not index.cyclic and not _could_go_on(line, end, entry[0]):
        return
    day = line.last if end is None else max(0, end[0])
    if entry in limits.at(day).limits:
        length = last - first + 1
        yield _violation(line, entry, (units[first], units[last]), length, least - length)


def _is_held(line: Line, day: int, token: str) -> bool:
    if token == OFF:
        return not line.works(day)
    if token == WORK or names_weekends(token):
        return line.works(day)
    return any(is_token(duty, token) for duty in line.on(day))


def _could_go_on(line: Line, end: Unit | None, token: str) -> bool:
    """Return whether a stretch that the past began could have been longer than it is."""
    what = WORK if names_weekends(token) else token
    days = () if end is None else end
    return any(
        0 <= day <= line.last and can_take(line.index, line.person, day, what) for day in days
    )


def _violation(
    line: Line, entry: Entry, span: tuple[Unit, Unit], length: int, amount: int
) -> Violation:
    token, sense, bound, points, _ = entry
    by_weekend = names_weekends(token)
    text = "long" if sense == AT_MOST else "short"
    return Violation(
        ID,
        line.person.id,
        max(span[0][0], line.first),
        min(span[1][-1], line.last),
        amount * int(points),
        amount,
        "weekends" if by_weekend else "days",
        f"{ID}.{text}_weekends" if by_weekend else f"{ID}.{text}",
        {"length": length, "bound": int(bound)} | ({} if by_weekend else {"pattern": token}),
        "limits",
    )


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver, window by window."""
    for entry in _entries(limits):
        units = _units(verbs.index, entry[0])
        if entry[1] == AT_MOST:
            _post_longest(verbs, limits, entry, units)
        else:
            _post_shortest(verbs, limits, entry, units)


def _post_longest(verbs: Verbs, limits: Dated[Values], entry: Entry, units: Sequence[Unit]) -> None:
    index, person, most = verbs.index, verbs.person, int(entry[2])

    def lasts(unit: Unit) -> Literal:
        if entry[0] == OFF and not is_there(index, person, unit[0]):
            return FALSE
        return _literal(verbs, unit, entry[0])

    for place in range(most, len(units)):
        unit, window = units[place], units[place - most : place + 1]
        planned = unit[0] < index.days and (0 <= unit[-1] < index.days or not index.cyclic)
        if not planned or unit[-1] < 0 or entry not in limits.at(max(0, unit[0])).limits:
            continue
        fixed = any(duty.past for day in unit for duty in verbs.on(day))
        free = entry[0] != OFF or any(_is_open(index, person, day) for (day,) in window)
        if free and not fixed:
            verbs.forbid([lasts(one) for one in window], int(entry[3]))


def _is_open(index: ProblemIndex, person: Person, day: int) -> bool:
    return (index.cyclic or day >= 0) and can_work(index, person, day % index.days)


def _literal(verbs: Verbs, unit: Unit, token: str) -> Literal:
    if names_weekends(token):
        return verbs.any_of([verbs.works(day) for day in unit])
    return said(verbs, unit[0], token)


def _post_shortest(
    verbs: Verbs, limits: Dated[Values], entry: Entry, units: Sequence[Unit]
) -> None:
    index, least = verbs.index, int(entry[2])
    closed = entry[4] == CLOSED and not index.cyclic
    for end in range(1, len(units) + closed):
        ends = units[end] if end < len(units) else ()
        if ends and (ends[-1] < 0 or (ends[-1] >= index.days and not closed)):
            continue
        if entry not in limits.at(max(0, ends[0]) if ends else index.days - 1).limits:
            continue
        shut = [-_literal(verbs, ends, entry[0])] if ends else []
        for first in range(max(0, end - least + 1), end):
            opened = _opening(verbs, entry, units, first, closed=closed)
            if opened is not None and _is_avoidable(verbs, entry[0], units[first], ends):
                inside = [_literal(verbs, unit, entry[0]) for unit in units[first:end]]
                amount = (least - end + first) * int(entry[3])
                verbs.forbid([*opened, *inside, *shut], amount)


def _opening(
    verbs: Verbs, entry: Entry, units: Sequence[Unit], first: int, *, closed: bool
) -> list[Literal] | None:
    """Return what must be so for a stretch to begin at a place; None when nobody knows."""
    before = units[first - 1] if first else ()
    if before and (closed or before[0] >= verbs.index.first_known):
        return [-_literal(verbs, before, entry[0])]
    return [] if closed else None


def _is_avoidable(verbs: Verbs, token: str, first: Unit, ends: Unit) -> bool:
    """Return whether the period can do anything about a stretch, if the past began it."""
    index = verbs.index
    past = [day for day in first if day < 0 and not index.cyclic]
    if not any(_literal(verbs, (day,), token) == TRUE for day in past):
        return True
    more = WORK if names_weekends(token) else token
    left = [day for day in ends if 0 <= day < index.days]
    return any(can_take(index, verbs.person, day, more) for day in left)


RULE = employee_rule(ID, Values, check, post)
