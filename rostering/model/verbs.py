"""The verbs for one person's line and for the whole plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person
from rostering.model.listener import Listener
from rostering.verbs import TRUE, Literal, Weighted

_NONE: tuple[Duty, ...] = ()


class _Delegating:
    """The verbs that need no person, passed on to the speaker."""

    def __init__(self, speaker: Listener) -> None:
        self.speaker = speaker
        self.index: ProblemIndex = speaker.index

    def any_of(self, literals: Iterable[Literal]) -> Literal:
        return self.speaker.any_of(literals)

    def forbid(self, literals: Sequence[Literal], amount: int = 1) -> None:
        self.speaker.forbid(literals, amount)

    def at_most(self, weighted: Weighted, bound: int) -> None:
        self.speaker.at_most(weighted, bound)

    def at_least(self, weighted: Weighted, bound: int) -> None:
        self.speaker.at_least(weighted, bound)

    def some_clear(self, alternatives: Sequence[Sequence[Sequence[Literal]]]) -> None:
        self.speaker.some_clear(alternatives)

    def reaches(self, weighted: Weighted, bound: int) -> Literal:
        return self.speaker.reaches(weighted, bound)

    def share(self, weighted: Weighted, divisor: int, low: int, high: int) -> Weighted:
        return self.speaker.share(weighted, divisor, low, high)

    def price(self, literals: Sequence[Literal], amount: int) -> None:
        self.speaker.price(literals, amount)

    def price_over(self, weighted: Weighted, bound: int, amount: int, convex: int = 0) -> None:
        self.speaker.price_over(weighted, bound, amount, convex)


class PersonVerbs(_Delegating):
    """``Verbs`` of one person: past duties are true, possible ones are open.

    In a cyclic problem the round before is made of copies, each with its duty's own literal.
    """

    def __init__(self, speaker: Listener, person: Person, one_a_day: bool) -> None:
        super().__init__(speaker)
        self.person = person
        self._literals: dict[Duty, Literal] = {}
        self._works: dict[int, Literal] = {}
        self._slots: dict[int, list[tuple[Duty, Literal]]] = {}
        self._one_a_day = one_a_day
        known = () if self.index.cyclic else self.index.history[person.id]
        self._literals.update((duty, TRUE) for duty in known)
        for duty in self._possible():
            literal = self._literals[duty] = speaker.literals.new()
            if self.index.cyclic:
                self._literals[self.index.copied(duty)] = literal
            if one_a_day and duty.contractual:
                speaker.owns(literal, (person.id, duty.day))
        self.candidates: list[Duty] = sorted(
            self._literals, key=lambda d: (d.start, d.end, d.code, d.role or "")
        )
        self._sort_by_day()

    def _possible(self) -> Iterable[Duty]:
        for day in range(self.index.days):
            yield from self.index.options(self.person, day)

    def _sort_by_day(self) -> None:
        self._by_day: dict[int, tuple[Duty, ...]] = {}
        for duty in self.candidates:
            self._by_day[duty.day] = (*self._by_day.get(duty.day, _NONE), duty)

    def prune(self) -> None:
        """Drop the duties that are already barred."""
        self.candidates = [duty for duty in self.candidates if self.takes(duty) != -TRUE]
        self._sort_by_day()
        self._works.clear()
        self._slots.clear()

    def takes(self, duty: Duty) -> Literal:
        """See ``Verbs.takes``."""
        return self.speaker.literals.folded(self._literals[duty])

    def on(self, day: int) -> Sequence[Duty]:
        """See ``Verbs.on``."""
        return self._by_day.get(day, _NONE)

    def slots(self, day: int) -> Sequence[tuple[Duty, Literal]]:
        """See ``Verbs.slots``; duties that may be worked together are never merged."""
        if day not in self._slots:
            groups: dict[object, list[Duty]] = {}
            for duty in self.on(day):
                alone = self._one_a_day and duty.contractual
                key = (duty.start, duty.end, duty.kind) if alone else duty
                groups.setdefault(key, []).append(duty)
            self._slots[day] = [
                (group[0], self.any_of([self.takes(duty) for duty in group]))
                for group in groups.values()
            ]
            if self._one_a_day and day >= 0:
                literals = [one for duty, one in self._slots[day] if duty.contractual]
                open_ones = (one for one in literals if abs(one) != TRUE)
                self.speaker.parts(open_ones, (self.person.id, day))
        return self._slots[day]

    def works(self, day: int) -> Literal:
        """See ``Verbs.works``."""
        found = self._works.get(day)
        if found is None:
            found = self.speaker.any_of([self.takes(duty) for duty in self.on(day)])
            self._works[day] = found
        return self.speaker.literals.folded(found)


class PlanVerbs(_Delegating):
    """``UnitVerbs``: everybody's candidates by day and shift code."""

    def __init__(self, speaker: Listener, people: Iterable[PersonVerbs]) -> None:
        super().__init__(speaker)
        self._on_duty: dict[tuple[int, str], list[tuple[Person, Duty, Literal]]] = {}
        for verbs in people:
            for duty in verbs.candidates:
                found = self._on_duty.setdefault((duty.day, duty.code), [])
                found.append((verbs.person, duty, verbs.takes(duty)))

    def on_duty(self, day: int, code: str) -> Sequence[tuple[Person, Duty, Literal]]:
        """See ``UnitVerbs.on_duty``."""
        return self._on_duty.get((day, code), ())
