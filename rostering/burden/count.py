"""What a person's line weighs, burden by burden: one point each."""

from __future__ import annotations

from rostering.burden.models import Burden
from rostering.domain.fair_share import BURDENS
from rostering.domain.line import Line
from rostering.domain.wish_days import refused, wish_days
from rostering.domain.wishes import Strength
from rostering.terms.base import short_rests

ALL: tuple[Burden, ...] = (
    "weekend",
    "night",
    "evening",
    "christmas",
    "easter",
    "holiday",
    "quick_return",
    "wish",
)


def counted(line: Line) -> dict[Burden, int]:
    """Return the points of each burden on the planned days of a line.

    A duty may weigh in several: a night on Christmas Eve is a night and a Christmas duty.
    """
    found: dict[Burden, int] = dict.fromkeys(ALL, 0)
    for burden in ALL:
        carries = BURDENS.get(burden)
        if carries is not None:
            found[burden] = sum(carries(line.index, duty) for duty in line.planned)
    found["quick_return"] = sum(1 for _, later in short_rests(line) if later.day >= 0)
    found["wish"] = sum(
        wish.strength is Strength.STRONG and refused(line, wish, day)
        for wish, day in wish_days(line.index, line.person.id)
        if 0 <= day < line.index.days
    )
    return found
