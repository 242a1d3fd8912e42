"""Which values of which rule hold for whom, from when: rulebooks, agreements and the unit's own.

The law's value is taken at the best level that an agreement opens for the person on that day.
Among law and agreements the strictest holds; the unit's own values replace the local defaults
and may be stricter than the rest, never looser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import MISSING, Field, fields
from datetime import date
from functools import cached_property
from typing import Any

from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Agreement, RuleMode, RuleSetting
from rostering.domain.shifts import ShiftKind
from rostering.errors import BadInput, Fault
from rostering.rulebooks.book import Authority, Provision, Rulebook, books_of
from rostering.rules.base import Dated, Rule, Sense, Value
from rostering.rules.registry import BY_ID, RULES

_DEFAULT_SETTING = RuleSetting()
_OWN = Provision(rule="", value="", levels={}, valid_from=date.min, paragraph="local")
_KINDS = {kind.value for kind in ShiftKind}


class Rulings:
    """The rules of one problem, resolved.

    Raises
    ------
    BadInput
        When the problem names an unknown rule or value, a value of the wrong type, or a value
        looser than law and agreements allow.
    """

    def __init__(self, index: ProblemIndex, books: tuple[Rulebook, ...] | None = None) -> None:
        self.index = index
        self.books = books_of(index.problem) if books is None else books
        found = list(self._faults())
        if found:
            raise BadInput(found)
        self._cache: dict[tuple[str, tuple[int, ...]], Dated[Any]] = {}

    def mode(self, rule: str) -> RuleMode:
        """Return how a rule binds."""
        return self._setting(rule).mode

    def price(self, rule: str) -> int:
        """Return a priced rule's points for each unit of breach."""
        return self._setting(rule).price

    def values(self, rule: Rule[Any], person: str | None) -> Dated[Any]:
        """Return a rule's values for a person (None for unit-wide rules), by day."""
        agreed = tuple(a for a in self.index.problem.agreements if _covers(a, rule.id, person))
        key = (rule.id, tuple(id(a) for a in agreed))
        if key not in self._cache:
            self._cache[key] = self._dated(rule, agreed)
        return self._cache[key]

    def provision(self, rule: str, day: int) -> Provision | None:
        """Return the provision to quote: the unit's own value, else the first book's newest."""
        return _OWN if self._setting(rule).values else self._shipped(rule, day)

    def _shipped(self, rule: str, day: int) -> Provision | None:
        when = self.index.clock.date(max(0, day))
        for book in self.books:
            held = [p for p in book.provisions if p.rule == rule and p.valid_from <= when]
            if held:
                return max(held, key=lambda p: p.valid_from)
        return None

    @cached_property
    def active(self) -> tuple[Rule[Any], ...]:
        """The rules that are not switched off."""
        return tuple(rule for rule in RULES if self.mode(rule.id) is not RuleMode.OFF)

    def _setting(self, rule: str) -> RuleSetting:
        return self.index.problem.rules.get(rule, _DEFAULT_SETTING)

    def _dated(self, rule: Rule[Any], agreed: tuple[Agreement, ...]) -> Dated[Any]:
        spans: list[tuple[int, Any]] = []
        for day in self._turns(rule, agreed):
            values = self._on(rule, agreed, day)
            if not spans or spans[-1][1] != values:
                spans.append((day, values))
        return Dated(tuple(spans))

    def _turns(self, rule: Rule[Any], agreed: tuple[Agreement, ...]) -> list[int]:
        """Return the days on which any value may change, the first known day among them."""
        clock, first, last = self.index.clock, self.index.first_known, self.index.days
        turns = {first}
        turns.update(clock.day(a.first) for a in agreed if a.first)
        turns.update(clock.day(a.last) + 1 for a in agreed if a.last)
        for book in self.books:
            turns.update(clock.day(p.valid_from) for p in book.provisions if p.rule == rule.id)
        return sorted(day for day in turns if first <= day < last)

    def _on(self, rule: Rule[Any], agreed: tuple[Agreement, ...], day: int) -> Value:
        own = self._setting(rule.id).values
        found = {}
        for field in fields(rule.values):
            bound = self._bound(rule.id, field, agreed, day)
            local = own.get(field.name, self._local(rule.id, field, day))
            value = _strictest(field, [v for v in (bound, local) if v is not None])
            if value is not None:
                found[field.name] = _frozen(value)
        return rule.values(**found)

    def _bound(
        self, rule: str, field: Field[Any], agreed: tuple[Agreement, ...], day: int
    ) -> Value:
        """Return the strictest of law and agreements, each at its best open level."""
        when = self.index.clock.date(day)
        open_levels = {"L0", *(a.level.value for a in agreed if a.holds_on(when))}
        found = []
        for book in self.books:
            provision = book.in_force(rule, field.name, when)
            if provision is not None and book.authority is not Authority.LOCAL:
                offered = [v for level, v in provision.levels.items() if level.value in open_levels]
                found.append(_loosest(field, offered))
        return _strictest(field, found)

    def _local(self, rule: str, field: Field[Any], day: int) -> Value:
        when = self.index.clock.date(day)
        for book in self.books:
            provision = book.in_force(rule, field.name, when)
            if provision is not None and book.authority is Authority.LOCAL:
                return next(iter(provision.levels.values()))
        return None

    def _faults(self) -> Iterator[Fault]:
        for number, agreement in enumerate(self.index.problem.agreements):
            for name in agreement.rules:
                if name not in BY_ID:
                    where = f"agreements[{number}].rules"
                    yield Fault(where, f"unknown rule {name!r}", f"one of: {', '.join(BY_ID)}")
        yield from self._book_faults()
        for name, setting in self.index.problem.rules.items():
            where = f"rules.{name}"
            if name not in BY_ID:
                known = ", ".join(BY_ID)
                yield Fault(where, f"unknown rule {name!r}", f"one of: {known}")
                continue
            if setting.mode is RuleMode.OFF and not setting.reason.strip():
                guess = "only local rules should be switched off; law binds in any case"
                yield Fault(f"{where}.reason", "nothing", "why the rule is switched off", guess)
            if setting.mode is RuleMode.PRICED and setting.price == 0:
                yield Fault(f"{where}.price", "0", "a price above 0 for a priced rule")
            yield from self._value_faults(BY_ID[name], setting, where)

    def _value_faults(self, rule: Rule[Any], setting: RuleSetting, where: str) -> Iterator[Fault]:
        known = {field.name: field for field in fields(rule.values)}
        for name, value in setting.values.items():
            here = f"{where}.values.{name}"
            if name not in known:
                yield Fault(here, f"unknown value {name!r}", f"one of: {', '.join(known)}")
            elif not _fits(known[name], value):
                yield Fault(here, repr(value), f"a value like {_example(known[name])}")
            elif isinstance(value, (list, tuple)):
                yield from self._token_faults(value, here)
            elif setting.mode is RuleMode.HARD:
                yield from self._looser(rule, known[name], value, here)

    def _token_faults(self, patterns: Sequence[Sequence[str]], where: str) -> Iterator[Fault]:
        known = {*_KINDS, *self.index.shifts, "off"}
        for token in dict.fromkeys(token for pattern in patterns for token in pattern):
            if token not in known:
                listed = ", ".join(sorted(known))
                yield Fault(where, f"unknown shift or kind {token!r}", f"one of: {listed}")

    def _book_faults(self) -> Iterator[Fault]:
        """Yield the provisions that no rule can use; a stored rulebook may be damaged."""
        for book in self.books:
            for provision in book.provisions:
                where = f"rulebook {book.id}, {provision.rule}.{provision.value}"
                rule = BY_ID.get(provision.rule)
                known = {f.name: f for f in fields(rule.values)} if rule else {}
                if provision.value not in known:
                    yield Fault(where, "an unknown rule or value", "a value of a known rule")
                elif "L0" not in provision.levels:
                    yield Fault(
                        where, "no value at level L0", "a value that holds without agreement"
                    )
                elif not all(_fits(known[provision.value], v) for v in provision.levels.values()):
                    needed = f"values like {_example(known[provision.value])}"
                    yield Fault(where, repr(provision.levels), needed)

    def _looser(
        self, rule: Rule[Any], field: Field[Any], value: Value, where: str
    ) -> Iterator[Fault]:
        agreed = tuple(
            a for a in self.index.problem.agreements if not a.rules or rule.id in a.rules
        )
        bounds = [self._bound(rule.id, field, agreed, day) for day in self._turns(rule, agreed)]
        held = [bound for bound in bounds if bound is not None]
        if held and _loosest(field, [value, *held]) == value and value not in held:
            allowed = _loosest(field, held)
            provision = self._shipped(rule.id, 0)
            source = provision.paragraph if provision else "the law"
            yield Fault(
                where,
                f"{value}, looser than {source} allows",
                f"{field.metadata['sense'].replace('_', ' ')} {allowed} {field.metadata['unit']}",
                "an agreement that opens another level is missing from agreements",
            )


def _covers(agreement: Agreement, rule: str, person: str | None) -> bool:
    named = not agreement.rules or rule in agreement.rules
    return named and (not agreement.persons or person in agreement.persons)


def _loosest(field: Field[Any], values: list[Value]) -> Value:
    return _pick(field, values, Sense.AT_MOST)


def _strictest(field: Field[Any], values: list[Value]) -> Value:
    return _pick(field, values, Sense.AT_LEAST)


def _pick(field: Field[Any], values: list[Value], largest_when: Sense) -> Value:
    """Return the largest value where the sense says so, else the smallest; a setting's last."""
    if not values:
        return None
    sense = field.metadata["sense"]
    if sense is Sense.SETTING:
        return values[-1]
    return max(values) if sense is largest_when else min(values)


def _fits(field: Field[Any], value: Value) -> bool:
    example = _example(field)
    if isinstance(example, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(example, bool)
    if isinstance(example, tuple):
        return isinstance(value, (list, tuple)) and all(
            isinstance(p, (list, tuple)) and p and all(isinstance(t, str) for t in p) for p in value
        )
    least, most = field.metadata["within"]
    return isinstance(value, int) and least <= value <= most


def _example(field: Field[Any]) -> Value:
    if "bool" in str(field.type):
        return True
    if "tuple" in str(field.type):
        return (("night", "day"),)
    return 1 if field.default in (MISSING, None) else field.default


def _frozen(value: Value) -> Value:
    return tuple(_frozen(part) for part in value) if isinstance(value, (list, tuple)) else value
