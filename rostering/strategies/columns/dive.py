"""Diving: what is nearly whole is fixed and the rest priced anew, until everything is whole.

Two ways to fix: duties (an option of a person's day, whatever the rest of the line), and whole
lines. Duties leave more to later rounds and end lower where people have several skills; lines end
sooner and lower where few lines of each person are any good.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from random import Random

import numpy as np

from rostering.strategies.columns.generation import End, Found, Generation
from rostering.strategies.columns.node import Node
from rostering.strategies.columns.pricing import Floats
from rostering.strategies.columns.team import Column, Seat, Shares, Team

ROUNDS = 30  # of pricing after a fixing; fewer are sooner done and end dearer
NEAR = 0.001  # of the bound: how far above it the master may stay between two fixings
SURE = 0.7  # share of a line from which on it is fixed together with the best one
PART = 6  # at most one in so many people is fixed at once, but for whole lines
LIKELY = 0.9  # share of a duty from which on it is fixed with others
MOST = 0.15  # part of all days of all people that is fixed at once
LEAST = 0.01  # part that is fixed at once, however small the shares
HASTE = 5.0  # times the usual that is fixed at most when time is short
HASTY = 3.0  # ... from which on nothing is taken back
SETTLED = 0.1  # share of the time after which the pace so far tells when the dive would end
FINEST = 0.01  # part of the usual that is fixed at least
WAVER = 0.1  # share of a line's share that chance may take
TINY = 1e-6
JUMP = 0.001  # of the bound: a rise that makes a fixing doubtful


@dataclass(frozen=True, slots=True)
class Fixing:
    """A smaller node; ``other`` is what it leaves of the node when one duty alone was fixed."""

    node: Node
    other: Node | None = None


Fix = Callable[[Team, Node, Shares, float], Fixing | None]


def dive(
    generation: Generation,
    start: Node,
    first: Found,
    cutoff: float,
    stop: Callable[[], bool],
    used: Callable[[], float],
    fix: Fix,
) -> tuple[Column, ...] | None:
    """Return whole lines near the relaxed optimum of a node; None when the dive ends nowhere.

    They may need barred values of a row; see ``Team.charged``. A fixing after which the optimum
    jumps is taken back, and fewer are fixed; a single duty that makes it jump is barred instead.
    Where haste leads into a corner, everybody's likeliest line before that is returned.

    Parameters
    ----------
    first
        What the rounds at the node gave.
    cutoff
        Points from which on a roster is of no interest.
    used
        Share of the time for it that is used: the further behind, the more is fixed at once, and
        at last nothing is taken back.
    fix
        ``duties`` or ``lines``: makes a node smaller; None where nothing is left to fix.
    """
    node, result, part = start, first, 1.0
    near = nearness(generation.team, first.bound)

    def run(smaller: Node) -> Found:
        return generation.run(smaller, cutoff, stop, near_enough=near, most=ROUNDS)

    while result.end is not End.CUT and not result.relaxed.whole:
        haste = _haste(_fixed(generation.team, node, start), used())
        hasty = haste >= HASTY
        at_once = haste if hasty else part * haste
        fixing = None if stop() else _fixing(generation.team, node, result, fix, at_once)
        if fixing is None:
            return None
        found = run(fixing.node)
        if hasty and found.end is End.CUT:
            break
        most = result.relaxed.objective + JUMP * abs(first.bound)
        jumped = not hasty and (found.end is End.CUT or found.relaxed.objective > most)
        if jumped and part > FINEST:
            part /= 4
            continue
        node, result, part = fixing.node, found, min(1.0, part * 2)
        if jumped and fixing.other is not None:
            other = run(fixing.other)
            if other.end is not End.CUT and other.relaxed.objective < found.relaxed.objective:
                node, result = fixing.other, other
        generation.forget(node)
    return None if result.end is End.CUT else _rounded(first, result)


def _rounded(first: Found, last: Found) -> tuple[Column, ...]:
    """Return everybody's likeliest line: a roster to mend, for want of time.

    In a corner somebody may go without a line, where that breaks fewer rows than any line does;
    then it is the likeliest one of the beginning.
    """
    found = _likeliest(first.relaxed.shares) | _likeliest(last.relaxed.shares)
    return tuple(column for _, column in sorted(found.items()))


def _likeliest(shares: Shares) -> dict[int, Column]:
    """Return, by person, the line with the largest share."""
    best: dict[int, tuple[float, Column]] = {}
    for column, share in shares:
        if column.person not in best or share > best[column.person][0]:
            best[column.person] = (share, column)
    return {person: column for person, (_, column) in best.items()}


def nearness(team: Team, points: float) -> float:
    """Return how near the bound a master may stay, as a share: less than a grain tells nothing."""
    return max(NEAR, team.grain / 2 / max(1.0, abs(points)))


def _fixed(team: Team, node: Node, start: Node) -> float:
    """Return how much of what was open at the start is fixed, by options or by people."""
    cells = sum(len(seat.option_at) - 1 for seat in team.seats)
    options = sum(len(seat.own) for seat in team.seats)
    barred = sum(map(len, node.barred.values())) - sum(map(len, start.barred.values()))
    people = len(node.fixed) / len(team.seats)
    return min(1.0, max(people, barred / max(1, options - cells)))


def _haste(done: float, used: float) -> float:
    """Return how many times the usual must be fixed at once, so that all is fixed in time."""
    if used >= 1:
        return HASTE
    if used < SETTLED or done >= 1:
        return 1.0
    needed, pace = (1 - done) / (1 - used), done / used
    return min(HASTE, max(1.0, needed / max(pace, TINY)))


def _fixing(team: Team, node: Node, result: Found, fix: Fix, part: float) -> Fixing | None:
    """Fix something in lines that are lawful alone, or else in any."""
    shares = result.relaxed.shares
    found = fix(team, node, [pair for pair in shares if team.lawful(pair[0])], part)
    return fix(team, node, shares, part) if found is None else found


def lines(_team: Team, node: Node, shares: Shares, part: float) -> Fixing | None:
    """Fix the lines that are taken wholly, or else the few with the largest shares."""
    open_ones = [(share, column) for column, share in shares if column.person not in node.fixed]
    if not open_ones:
        return None
    whole = [column for share, column in open_ones if share > 1 - TINY]
    if whole and part == 1:
        return Fixing(node.fixing(whole))
    ordered = sorted(open_ones, key=lambda item: (-item[0], item[1].person))
    left = len({column.person for _, column in open_ones})
    sure = [column for share, column in ordered[: max(1, int(part * left / PART))] if share > SURE]
    return Fixing(node.fixing(sure or [ordered[0][1]]))


def duties(team: Team, node: Node, shares: Shares, part: float) -> Fixing | None:
    """Fix the duties and days off with the largest shares.

    Of a person's duties only those are fixed together that one of the person's lines has.
    """
    held: dict[int, list[Column]] = {}
    for column, _ in shares:
        held.setdefault(column.person, []).append(column)
    sums = team.sums(shares)
    found = [item for p in held for item in _open(team.seats[p], node, p, sums[p])]
    found.sort(key=lambda item: (-item[0], item[1:]))
    cells = part * sum(len(seat.option_at) - 1 for seat in team.seats)
    likely = [item for item in found[: ceil(MOST * cells)] if item[0] > LIKELY]
    chosen = max(likely, found[: ceil(LEAST * cells)], key=len)
    smaller, other = node, None
    for _, person, day, option in chosen:
        left = [column for column in held[person] if column.flat[day] == option]
        if left:
            held[person] = left
            seat = team.seats[person]
            rest = frozenset(range(int(seat.option_at[day]), int(seat.option_at[day + 1])))
            smaller = smaller.without(person, rest - {option}, -float("inf"))
            if len(chosen) == 1:
                other = node.without(person, frozenset([option]), -float("inf"))
    return None if smaller is node else Fixing(smaller, other)


def wavering(luck: Random) -> Fix:
    """Return ``duties`` with shares that chance lowers a little, for another roster each time."""

    def fix(team: Team, node: Node, shares: Shares, part: float) -> Fixing | None:
        drawn = [(column, share * (1 - WAVER * luck.random())) for column, share in shares]
        return duties(team, node, drawn, part)

    return fix


def _open(seat: Seat, node: Node, person: int, sums: Floats) -> list[tuple[float, int, int, int]]:
    """Return share, person, day and option of the likeliest option of each day not yet fixed."""
    free = np.isfinite(seat.own)
    free[list(node.barred.get(person, ()))] = False
    found = []
    for day, (first, end) in enumerate(zip(seat.option_at[:-1], seat.option_at[1:], strict=True)):
        if free[first:end].sum() > 1:
            option = int(first + sums[first:end].argmax())
            found.append((float(sums[option]), person, day, option))
    return found
