"""Whole shifts formed from freed minutes, and what they lower in the staffing plan."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from rostering.domain.competence import CompetenceNeed
from rostering.domain.demand import DemandRow
from rostering.domain.problem import Problem
from rostering.domain.shifts import ShiftType
from tasksharing.domain.book import TaskBook
from tasksharing.domain.minutes import Heads, Minutes, Place, Slot, quarters
from tasksharing.domain.tasks import QUARTER

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Freed:
    """What is freed under a row of the staffing plan on a weekday.

    ``minutes`` are those that its staff groups have less to do within the shift, ``enough`` the
    whole shifts that these make up, ``formed`` the heads that can really go: what remains is done
    by those who are left, nothing more than ``slide`` away from its time. ``lowered`` is how far
    the target falls without touching the minimum.
    """

    row: str
    shift: str
    weekday: int
    minutes: Fraction
    paid: int
    enough: int
    formed: int
    lowered: int
    general: bool


@dataclass(frozen=True, slots=True)
class Week:
    """The minutes of a week before and after, and who is on duty."""

    before: Minutes
    after: Minutes
    heads: Heads


def freed_shifts(book: TaskBook, problem: Problem, week: Week, slide: int) -> list[Freed]:
    """Return, for each row and weekday that asks for people on shifts, what is freed under it.

    A quarter-hour in which two shifts meet counts under the one that begins later, so that no
    minute is counted twice for the same competence. Rows for dates of their own (public holidays),
    exclusive rows, and rows for competences that no group has as such stay as they are.
    """
    rows = [row for row in problem.demand if _counts(row, book)]
    shifts = {shift.code: shift for shift in problem.shifts}
    owners = _owners(rows, shifts)
    found = []
    for row in rows:
        groups = carriers(row.competence, book, week)
        for weekday in row.weekdays:
            spans = (quarters(shifts[code], weekday) for code in row.shifts)
            places = {place for span in spans for place in span}
            listed = {p for p in places if owners[row.competence][p] == row.id}
            if groups and listed:
                found.append(_freed(book, row, groups, listed, weekday, week, slide, shifts))
    return found


def carriers(need: CompetenceNeed, book: TaskBook, week: Week) -> frozenset[str]:
    """Return the groups whose work a row stands for: those at work today who meet its need."""
    today = {slot.group for slot in week.before} | {place.group for place in week.heads}
    return frozenset(g.id for g in book.groups if g.id in today and need.met_by(g.brings))


def _counts(row: DemandRow, book: TaskBook) -> bool:
    return (
        bool(row.shifts) and not row.exclusive and not row.only_dates and row.units == (book.unit,)
    )


def _owners(
    rows: Iterable[DemandRow], shifts: dict[str, ShiftType]
) -> dict[CompetenceNeed, dict[tuple[int, int], str]]:
    """Return which row of each competence a quarter-hour counts under: the latest to begin."""
    begins: dict[CompetenceNeed, dict[tuple[int, int], tuple[int, str]]] = defaultdict(dict)
    for row in rows:
        for weekday in row.weekdays:
            for code in row.shifts:
                start = (weekday - 1) * 1440 + shifts[code].start
                for place in quarters(shifts[code], weekday):
                    known = begins[row.competence].get(place)
                    # on Monday morning the shift that began on Sunday is the earlier one
                    order = start - 7 * 1440 if place[0] < weekday else start
                    if known is None or order > known[0]:
                        begins[row.competence][place] = (order, row.id)
    return {need: {p: row for p, (_, row) in places.items()} for need, places in begins.items()}


def _freed(  # noqa: PLR0913, PLR0917 - the facts of one row on one weekday
    book: TaskBook,
    row: DemandRow,
    groups: frozenset[str],
    inside: set[tuple[int, int]],
    weekday: int,
    week: Week,
    slide: int,
    shifts: dict[str, ShiftType],
) -> Freed:
    net = _total(week.before, groups, inside) - _total(week.after, groups, inside)
    paid = max(shifts[code].minutes for code in row.shifts)
    enough = max(0, int(net // paid))
    heads = {p: _present(week.heads, groups, p, row) for p in inside}
    formed = next(
        (k for k in range(enough, 0, -1) if _fits(book, week, groups, heads, k, slide)), 0
    )
    return Freed(
        row=row.id,
        shift="/".join(row.shifts),
        weekday=weekday,
        minutes=net,
        paid=paid,
        enough=enough,
        formed=formed,
        lowered=min(formed, row.target - row.minimum),
        general=not row.competence.codes,
    )


def _total(minutes: Minutes, groups: frozenset[str], places: set[tuple[int, int]]) -> Fraction:
    listed = (m for s, m in minutes.items() if s.group in groups and s[2:] in places)
    return sum(listed, ZERO)


def _present(
    heads: Heads, groups: frozenset[str], place: tuple[int, int], row: DemandRow
) -> Fraction:
    """Return who is there by the log; by the staffing plan where nobody numbered the forms."""
    if not heads:
        return Fraction(row.target)
    return sum((heads.get(Place(group, *place), ZERO) for group in groups), ZERO)


def _fits(
    book: TaskBook,
    week: Week,
    groups: frozenset[str],
    heads: dict[tuple[int, int], Fraction],
    fewer: int,
    slide: int,
) -> bool:
    """Return whether what remains can be done by fewer people, each piece near enough its time.

    The piece that must be done first goes first, which finds a way whenever there is one.
    """
    order = {place: number for number, place in enumerate(sorted(heads, key=_in_order(heads)))}
    jobs: dict[int, list[tuple[int, Fraction]]] = defaultdict(list)
    for slot, minutes in week.after.items():
        if slot.group in groups and slot[2:] in order:
            first, last = _when(book, slot, order[slot[2:]], len(order), slide)
            jobs[first].append((last, minutes))
    waiting: list[tuple[int, Fraction]] = []
    for number, place in enumerate(order):
        for job in jobs[number]:
            heapq.heappush(waiting, job)
        room = max(ZERO, (heads[place] - fewer) * QUARTER)
        while waiting and room > 0:
            last, minutes = heapq.heappop(waiting)
            done = min(minutes, room)
            room -= done
            if done < minutes:
                heapq.heappush(waiting, (last, minutes - done))
        if waiting and waiting[0][0] <= number:
            return False
    return True


def _in_order(heads: dict[tuple[int, int], Fraction]) -> _Order:
    weekdays = {weekday for weekday, _ in heads}
    return _Order(wraps=weekdays == {1, 7})


@dataclass(frozen=True, slots=True)
class _Order:
    """Sorts a shift's quarter-hours by time; one that begins on Sunday goes on on Monday."""

    wraps: bool

    def __call__(self, place: tuple[int, int]) -> tuple[int, int]:
        weekday, quarter = place
        return (8 if self.wraps and weekday == 1 else weekday, quarter)


def _when(book: TaskBook, slot: Slot, here: int, length: int, slide: int) -> tuple[int, int]:
    """Return first and last place in the shift at which minutes may be done."""
    window = book.task(slot.task).window
    if window is None:
        steps = slide // QUARTER
        return max(0, here - steps), min(length - 1, here + steps)
    early = max(0, slot.quarter - window.first // QUARTER)
    late = max(0, window.last // QUARTER - 1 - slot.quarter)
    return max(0, here - early), min(length - 1, here + late)


def lowered_rows(problem: Problem, freed: Iterable[Freed]) -> Iterator[DemandRow]:
    """Yield the staffing plan with its targets lowered; a row is divided where weekdays differ."""
    known = {(one.row, one.weekday): one.lowered for one in freed}
    taken = {row.id for row in problem.demand}
    for row in problem.demand:
        by: dict[int, list[int]] = defaultdict(list)
        for weekday in row.weekdays:
            by[known.get((row.id, weekday), 0)].append(weekday)
        if row.only_dates or set(by) <= {0}:
            yield row
            continue
        for number, (fewer, weekdays) in enumerate(sorted(by.items())):
            name = row.id if number == 0 else _free(f"{row.id}-minus-{fewer}", taken)
            yield _less(row, name, fewer, weekdays)


def _less(row: DemandRow, name: str, fewer: int, weekdays: list[int]) -> DemandRow:
    top = None if row.maximum is None else row.maximum - fewer
    update = {
        "id": name,
        "target": row.target - fewer,
        "maximum": top,
        "weekdays": tuple(weekdays),
    }
    return row.model_copy(update=update)


def _free(name: str, taken: set[str]) -> str:
    found, number = name, 2
    while found in taken:
        found, number = f"{name}-{number}", number + 1
    taken.add(found)
    return found
