"""Which values of which rule hold for whom, from when: rulebooks, agreements and the unit's own.

The law's value is taken at the best level that an agreement opens for the person on that day, or at
the value that the agreement itself names. Among law and agreements the strictest holds; the unit's
own values replace the local defaults and may be stricter than the rest, never looser.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from functools import cached_property
from typing import Any

from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Agreement, RuleMode, RuleSetting
from rostering.errors import BadInput
from rostering.rulebooks.book import Provision, Rulebook, Who, books_of
from rostering.rules.base import Dated, Rule
from rostering.rules.registry import RULES
from rostering.rulings import bounds
from rostering.rulings.faults import faults
from rostering.rulings.senses import frozen, strictest
from rostering.rulings.source import Source

__all__ = ["Rulings", "Source"]

_DEFAULT_SETTING = RuleSetting()
_OWN = Provision(rule="", value="", levels={}, valid_from=date.min, paragraph="local")


class Rulings:
    """The rules of one problem, resolved.

    Raises
    ------
    BadInput
        When the problem names an unknown rule or value, a value of the wrong type, a value looser
        than law and agreements allow, or an agreement that goes further than its level.
    """

    def __init__(self, index: ProblemIndex, books: tuple[Rulebook, ...] | None = None) -> None:
        self.index = index
        self.books = books_of(index.problem) if books is None else books
        found = list(faults(index, self.books))
        if found:
            raise BadInput(found)
        self._held: dict[tuple[str, str | None], Dated[Any]] = {}
        self._asking: dict[str, tuple[tuple[Rule[Any], Dated[Any]], ...]] = {}
        self._cache: dict[tuple[str, tuple[int, ...], int | None], Dated[Any]] = {}

    def mode(self, rule: str) -> RuleMode:
        """Return how a rule binds."""
        return self.setting(rule).mode

    def price(self, rule: str) -> int:
        """Return a priced rule's points for each unit of breach."""
        return self.setting(rule).price

    def setting(self, rule: str) -> RuleSetting:
        """Return the unit's own setting of a rule."""
        return self.index.problem.rules.get(rule, _DEFAULT_SETTING)

    @cached_property
    def active(self) -> tuple[Rule[Any], ...]:
        """The rules that are not switched off."""
        return tuple(rule for rule in RULES if self.mode(rule.id) is not RuleMode.OFF)

    def asking(self, person: str) -> tuple[tuple[Rule[Any], Dated[Any]], ...]:
        """Return the active rules of which somebody has set a value for a person, with values.

        The others find nothing in any line, so that a live check need not call them.
        """
        if person not in self._asking:
            rules = [rule for rule in self.active if rule.scope == "employee"]
            held = [(rule, self.values(rule, person)) for rule in rules]
            self._asking[person] = tuple(
                (rule, values)
                for rule, values in held
                if rule.always or any(span != rule.values() for _, span in values.spans)
            )
        return self._asking[person]

    def values(self, rule: Rule[Any], person: str | None) -> Dated[Any]:
        """Return a rule's values for a person (None for unit-wide rules), by day."""
        held = self._held.get((rule.id, person))
        if held is None:
            held = self._held[rule.id, person] = self._shared(rule, person)
        return held

    def _shared(self, rule: Rule[Any], person: str | None) -> Dated[Any]:
        """Return a rule's values for a person, computed once for all with the same agreements."""
        agreed = self.covering(rule.id, person)
        birthday = self._birthday(rule.id, person)
        key = (rule.id, tuple(id(a) for a in agreed), birthday)
        if key not in self._cache:
            self._cache[key] = self._dated(rule, agreed, birthday)
        return self._cache[key]

    def sources(self, rule: Rule[Any], person: str | None, day: int) -> tuple[Source, ...]:
        """Return every value of a rule for a person on a day, and who has set it."""
        minor, when = self.is_minor(rule.id, person, day), self.index.clock.date(day)
        return self.decided(rule, self.covering(rule.id, person), when, minor=minor)

    def is_minor(self, rule: str, person: str | None, day: int) -> bool:
        """Return whether a rule's provisions on minors bind a person on a day."""
        birthday = self._birthday(rule, person)
        return birthday is not None and day < birthday

    def covering(self, rule: str, person: str | None) -> tuple[Agreement, ...]:
        """Return the agreements about a rule that cover a person, whatever their dates."""
        return tuple(a for a in self.index.problem.agreements if _covers(a, rule, person))

    def decided(
        self, rule: Rule[Any], agreed: Iterable[Agreement], when: date, *, minor: bool = False
    ) -> tuple[Source, ...]:
        """Return every value of a rule on a date under some agreements."""
        own, found = self.setting(rule.id).values, []
        for field in fields(rule.values):
            held = bounds.asked(self.books, rule.id, field, agreed, when, minor=minor)
            plain = Source(
                name=field.name,
                unit=field.metadata["unit"],
                sense=field.metadata["sense"],
                value=field.default,
            )
            if field.name in own:
                held.append(replace(plain, value=frozen(own[field.name]), own=True))
            elif default := bounds.local(self.books, rule.id, field, when):
                held.append(default)
            found.append(strictest(plain.sense, held) if held else plain)
        return tuple(found)

    def provision(
        self,
        rule: str,
        day: int,
        person: str | None = None,
        value: str = "",
        last_day: int | None = None,
    ) -> Provision | None:
        """Return the provision to quote to a person: that of the named value, where there is one.

        Of several days the strictest value is quoted. Without a name, or where nobody has set the
        value: that of minors where it decides, else the unit's own value, else the first book's
        newest.
        """
        known = next(known for known in RULES if known.id == rule)
        source = self._deciding(known, person, value, range(max(0, day), (last_day or day) + 1))
        if source is not None and not source.nobody:
            return _OWN if source.own else source.provision
        if self._birthday(rule, person) is not None:
            for source in self.sources(known, person, max(0, day)):
                if source.minor:
                    return source.provision
        return _OWN if self.setting(rule).values else self._shipped(rule, day)

    def _deciding(
        self, rule: Rule[Any], person: str | None, value: str, days: range
    ) -> Source | None:
        """Return the strictest source of a value on some days; it changes with the values only."""
        turns = [first for first, _ in self.values(rule, person).spans if first in days]
        found = [
            source
            for day in dict.fromkeys([days.start, *turns])
            for source in self.sources(rule, person, day)
            if source.name == value and source.value is not None
        ]
        return strictest(found[0].sense, found) if found else None

    def _shipped(self, rule: str, day: int) -> Provision | None:
        when = self.index.clock.date(max(0, day))
        for book in self.books:
            held = [p for p in book.provisions if p.rule == rule and p.valid_from <= when]
            held = [p for p in held if p.who is Who.EVERYONE]
            if held:
                return max(held, key=lambda p: p.valid_from)
        return None

    def _birthday(self, rule: str, person: str | None) -> int | None:
        """Return the day on which a rule's provisions on minors cease to bind a person."""
        until = self.index.people[person].minor_until if person in self.index.people else None
        if until is None or rule not in self._minors_rules:
            return None
        day = self.index.clock.day(until)
        return day if day > self.index.first_known else None

    @cached_property
    def _minors_rules(self) -> frozenset[str]:
        """The rules of which a book has provisions on minors."""
        told = (p for book in self.books for p in book.provisions)
        return frozenset(p.rule for p in told if p.who is Who.MINOR)

    def _dated(
        self, rule: Rule[Any], agreed: tuple[Agreement, ...], birthday: int | None
    ) -> Dated[Any]:
        spans: list[tuple[int, Any]] = []
        for day in bounds.turns(self.index, self.books, rule.id, agreed, birthday):
            minor = birthday is not None and day < birthday
            held = self.decided(rule, agreed, self.index.clock.date(day), minor=minor)
            values = rule.values(**{source.name: source.value for source in held})
            if not spans or spans[-1][1] != values:
                spans.append((day, values))
        return Dated(tuple(spans))


def _covers(agreement: Agreement, rule: str, person: str | None) -> bool:
    named = not agreement.rules or rule in agreement.rules
    return named and (not agreement.persons or person in agreement.persons)
