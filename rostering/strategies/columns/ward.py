"""A problem as column generation sees it, and rosters to and from columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from rostering.check import Court
from rostering.domain.problem import Problem, RuleMode
from rostering.domain.roster import Assignment
from rostering.errors import Unsupported
from rostering.model.build import Recorded, record
from rostering.score import total_points
from rostering.strategies.columns.component import DEAD
from rostering.strategies.columns.crews import Crew, crews
from rostering.strategies.columns.lattice import TooLarge
from rostering.strategies.columns.person import Subject, subject
from rostering.strategies.columns.pricing import traced
from rostering.strategies.columns.rows import personal, rows_of
from rostering.strategies.columns.team import Column, Team
from rostering.verbs import Literal


class Ward:
    """The court of a problem and its team.

    ``exact`` tells that a roster's points are those of its columns and rows: nothing that rules
    and terms say had to be left out. ``possible`` is false when it is seen at once that no lawful
    roster exists.

    Parameters
    ----------
    court
        The problem's court when it is there already.

    Raises
    ------
    Unsupported
        When somebody may work two duties on one day, or has too many lines.
    """

    def __init__(self, problem: Problem, court: Court | None = None) -> None:
        self.court = Court.of(problem) if court is None else court
        index = self.court.index
        recorded = self.recorded()
        subjects = [subject(recorded, verbs, index.days) for verbs in recorded.people]
        owner: dict[Literal, object] = {
            literal: (one.person, day)
            for one in subjects
            for day, literals in enumerate(one.options.literals)
            for literal in literals
        }
        held = _crews(subjects)
        rows = rows_of(recorded.record, owner)
        own = [
            personal(counter, one.options)
            for crew in held
            for one in crew.members
            for counter in crew.outside
        ]
        self.rows = replace(rows, rows=(*rows.rows, *(row for row in own if row is not None)))
        left_out = len(self.rows.left_out) + sum(one.left_out for one in subjects)
        self.exact = not left_out and all(row is not None for row in own)
        self.team = Team(held, self.rows, exact=self.exact)
        roots = [crew.lattice.roots[root] for crew in held for root in crew.root_of]
        able = all(one.possible for one in subjects) and all(root != DEAD for root in roots)
        self.possible = able and self.rows.possible
        self.seat_of = {seat.subject.person: n for n, seat in enumerate(self.team.seats)}

    def recorded(self) -> Recorded:
        """Return all that rules and terms say; what bars one duty alone is noted apart."""
        return record(self.court.index, self.court.rulings, personal=True)

    def assignments(self, columns: Iterable[Column]) -> tuple[Assignment, ...]:
        """Return the roster of one column a person."""
        found = []
        for column in columns:
            one = self.team.seats[column.person].subject
            for day, option in enumerate(column.options):
                if option:
                    found.append(self._assignment(one, day, option))
        return tuple(sorted(found, key=lambda assignment: assignment.key))

    def _assignment(self, one: Subject, day: int, option: int) -> Assignment:
        index = self.court.index
        duty = one.options.duties[day][option - 1]
        usual = index.shifts[duty.code].pay
        return Assignment(
            person=one.person,
            date=index.clock.date(day),
            shift=duty.code,
            unit=duty.unit,
            role=duty.role,
            pay=None if duty.pay is usual else duty.pay,
        )

    def columns(self, assignments: Iterable[Assignment]) -> tuple[Column, ...] | None:
        """Return a roster's columns; None when somebody's line is in no lattice."""
        index = self.court.index
        lines = [np.zeros(index.days, dtype=np.int64) for _ in self.team.seats]
        for assignment in assignments:
            seat = self.seat_of[assignment.person]
            duty = index.placed(assignment)
            duties = self.team.seats[seat].subject.options.duties[duty.day]
            if duty not in duties or lines[seat][duty.day]:
                return None
            lines[seat][duty.day] = duties.index(duty) + 1
        found = [self._column(number, line) for number, line in enumerate(lines)]
        return None if any(one is None for one in found) else tuple(c for c in found if c)

    def _column(self, number: int, line: np.ndarray) -> Column | None:
        seat = self.team.seats[number]
        if seat.root == DEAD:
            return None
        options = seat.option_at[:-1] + line
        flat = self.team.flats[seat.crew]
        root = int(flat.node_at[0]) + seat.root
        paid = traced(flat, seat.arc_of[options], root)
        if paid < 0 or not np.isfinite(seat.own[options]).all():
            return None
        return self.team.column(number, options, paid)

    def judged(self, assignments: Sequence[Assignment]) -> int | None:
        """Return a roster's points as the score card has them; None when it breaks a hard rule."""
        plan = self.court.index.plan(assignments)
        mode = self.court.rulings.mode
        if any(mode(breach.rule) is RuleMode.HARD for breach in self.court.judge(plan)):
            return None
        return total_points(self.court, plan)


def _crews(subjects: Sequence[Subject]) -> list[Crew]:
    try:
        return crews(subjects)
    except TooLarge:
        raise Unsupported(
            "columns cannot follow rules that have this many different lines of one person. "
            "Use the strategy lns or cpsat."
        ) from None
