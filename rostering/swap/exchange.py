"""One person's part of a swap, a duty given for a duty taken, judged once and kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from rostering.domain.able import able
from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.domain.problem import RuleMode
from rostering.rules.base import Dated, Rule
from rostering.swap.breaches import new_breaches
from rostering.swap.cells import Cells
from rostering.swap.codes import Recoded, recoded
from rostering.swap.points import OwnPoints, exchanged
from rostering.swap.room import Room, room, same_duty
from rostering.swap.staffing import Staffing

GLANCE = 3
"""Rules that are asked at a first glance."""


class Exchange:
    """A duty given and one taken; what that means is found out as far as it is asked for.

    ``wishes`` are wish points gained; ``gives_as`` and ``takes_as`` tell as what the unit sees the
    person on the days of the two duties.
    """

    __slots__ = (
        *("_glanced", "_lawful", "_line", "_points", "_step"),
        *("given", "gives_as", "of", "person", "taken", "takes_as", "wishes"),
    )

    def __init__(self, of: Holder, given: Duty, taken: Duty) -> None:
        self.of, self.given, self.taken = of, given, taken
        self.person = of.line.person.id
        self.gives_as = of.staffing.seen(self.person, given.day)
        self.takes_as = of.staffing.seen(self.person, taken.day)
        self.wishes = of.own.wishes(given, taken)
        self._points: int | None = None
        self._step = 0
        self._line: Line | None = None
        self._lawful: bool | None = None
        self._glanced = False

    @property
    def line(self) -> Line:
        """The person's line afterwards."""
        if self._line is None:
            duties = exchanged(self.of.line.planned, self.given, self.taken)
            self._line = self.of.line.index.line(self.person, duties)
        return self._line

    @property
    def points(self) -> int:
        """The change of the person's part of the score card: a floor of it until ``exact``."""
        if self._points is None:
            self._points = self.of.own.floor(self.given, self.taken)
        return self._points

    @property
    def exact(self) -> bool:
        """Whether ``points`` is more than a floor."""
        return self._step == 2

    def measure(self) -> None:
        """Measure some more of what the line costs, those goals first that cost points now."""
        own = self.of.own
        more = sum(measure(self.line) for measure in (own.costly, own.free)[self._step])
        known = own.at_once(self.given, self.taken) - own.now if self._step == 0 else self.points
        self._points = known + more
        self._step += 1

    def exact_points(self) -> int:
        """Return the change of the person's part of the score card, measured to the end."""
        while not self.exact:
            self.measure()
        return self.points

    def glance(self) -> None:
        """Ask the rules that have refused most so far, and no others."""
        if not self._glanced and self._lawful is None:
            self._glanced = True
            if self.of.first_breach(self.line, GLANCE) is not None:
                self._lawful = False

    @property
    def judged(self) -> bool:
        """Whether it is known if the exchange is lawful."""
        return self._lawful is not None

    @property
    def lawful(self) -> bool:
        """Whether the line breaks no hard rule that it did not break before, and keeps its F1."""
        if self._lawful is None:
            self._lawful = self.of.first_breach(self.line) is None and not self.codes.bare
        return self._lawful

    @property
    def codes(self) -> Recoded:
        """What becomes of the person's F1 and F2."""
        return recoded(
            self.of.court, self.of.cells, (self.of.line, self.line), (self.given, self.taken)
        )


class Holder:
    """One person with all that is known of the line as it stands."""

    def __init__(
        self, staffing: Staffing, cells: Cells, line: Line, refusals: Counter[str]
    ) -> None:
        self.court = court = staffing.court
        self.staffing, self.cells, self.line = staffing, cells, line
        self.own = OwnPoints(court, line)
        self._refusals = refusals
        self._room: dict[int, Room | None] = {}
        self._known: dict[tuple[int, int], Exchange] = {}
        self._before: dict[str, tuple[Violation, ...]] = {}
        self._hard = [
            (rule, values)
            for rule, values in court.rulings.asking(line.person.id)
            if court.rulings.mode(rule.id) is RuleMode.HARD
        ]

    def exchange(self, given: Duty, taken: Duty) -> Exchange:
        """Return an exchange; the same one whenever it is asked for.

        An index has one object for each duty, whose id is found much faster than its hash.
        """
        key = (id(given), id(taken))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = Exchange(self, given, taken)
        return found

    def room(self, taken: Duty) -> Room | None:
        """Return what must be given for a duty.

        None where the person cannot have it: cell closed, not employed or exempt, another unit,
        not enough competence, or just this duty already.
        """
        key = id(taken)
        if key not in self._room:
            person = self.line.person
            free = self.cells.may_take(person.id, taken) and not self.has(taken)
            free = free and able(self.court.index, person, taken)
            self._room[key] = room(self.court, self.line, taken) if free else None
        return self._room[key]

    def has(self, duty: Duty) -> bool:
        """Return whether the person has a duty already, however it is paid."""
        return any(same_duty(held, duty) for held in self.line.on(duty.day))

    def has_room(self, given: Duty, taken: Duty) -> bool:
        """Return whether no cheap fact rules an exchange out."""
        found = self.room(taken)
        return found is not None and found.after(given)

    def first_breach(self, line: Line, most: int | None = None) -> Violation | None:
        """Return a hard breach of a line that was not there before.

        The rules that have refused most so far go first; with ``most`` only so many are asked.
        """
        busiest = sorted(self._hard, key=lambda held: -self._refusals[held[0].id])
        for rule, values in busiest[:most]:
            for found in self._new(rule, values, line):
                self._refusals[rule.id] += 1
                return found
        return None

    @cached_property
    def breaches_now(self) -> tuple[Violation, ...]:
        """Every breach of the line as it stands, priced ones too."""
        return tuple(self.court.judge_line(self.line))

    def breaches(self, line: Line) -> Iterator[Violation]:
        """Yield every hard breach of a line that was not there before."""
        for rule, values in self._hard:
            yield from self._new(rule, values, line)

    def _new(self, rule: Rule[Any], values: Dated[Any], line: Line) -> Iterator[Violation]:
        after = list(rule.check(line, values))
        if after:
            if rule.id not in self._before:
                self._before[rule.id] = tuple(rule.check(self.line, values))
            yield from new_breaches(self._before[rule.id], after)
