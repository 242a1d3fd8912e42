"""A wish that any roster grants which can: the same problem with that day at a great price."""

from __future__ import annotations

from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.domain.wishes import Wish
from rostering.explain.granting import WishDay

DEAR = 100_000  # wish points of a day that is to be granted if any roster can


def insisting(problem: Problem, day: WishDay, court: Court) -> Problem:
    """Return the problem with one wish day at a price that nothing outweighs.

    A wish over several dates is cut into its dates, so that the others keep their points.
    """
    when = court.index.clock.date(day.day)
    wishes: list[Wish] = []
    taken = False
    for wish in problem.wishes:
        if taken or wish != day.wish:
            wishes.append(wish)
            continue
        taken = True
        held = (
            when.fromordinal(n) for n in range(wish.first.toordinal(), wish.end.toordinal() + 1)
        )
        for one in held:
            points = DEAR if one == when else wish.points
            wishes.append(wish.model_copy(update={"first": one, "last": None, "points": points}))
    return problem.model_copy(update={"wishes": tuple(wishes)})
