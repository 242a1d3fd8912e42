"""What a ward's rules, its agreements or a stored rulebook may not say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import Field, fields
from datetime import date
from typing import Any

from rostering.domain.fields import format_time
from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Agreement, AgreementLevel, RuleMode, RuleSetting
from rostering.domain.shifts import ShiftKind
from rostering.errors import Fault
from rostering.rulebooks.book import Authority, Provision, Rulebook, Who
from rostering.rules.base import CLOCK, Rule, Sense, Value
from rostering.rules.registry import BY_ID
from rostering.rulings import bounds
from rostering.rulings.senses import example, fits, form, is_looser, loosest, strictest

_KINDS = {kind.value for kind in ShiftKind}
_FLIPPED = {Sense.AT_MOST: Sense.AT_LEAST, Sense.AT_LEAST: Sense.AT_MOST}


def faults(index: ProblemIndex, books: bounds.Books) -> Iterator[Fault]:
    """Yield one fault for each thing that is wrong, in reading order."""
    for number, agreement in enumerate(index.problem.agreements):
        yield from _Agreed(index, books, agreement, f"agreements[{number}]").faults()
    for book in books:
        for provision in book.provisions:
            yield from _provision_faults(book, provision)
    for name, setting in index.problem.rules.items():
        yield from _Own(index, books, setting, f"rules.{name}").faults(name)


def _unknown_rule(name: str, where: str) -> Fault:
    return Fault(where, f"unknown rule {name!r}", f"one of: {', '.join(BY_ID)}")


def _field_faults(rule: Rule[Any], name: str, value: Value, where: str) -> Iterator[Fault]:
    """Yield a fault when a rule has no value of that name and type."""
    known = {field.name: field for field in fields(rule.values)}
    if name not in known:
        yield Fault(where, f"unknown value {name!r}", f"one of: {', '.join(known)}")
    elif not fits(known[name], value):
        yield Fault(where, repr(value), f"a value like {example(known[name])}")


def _token_faults(
    index: ProblemIndex, field: Field[Any], entries: Sequence[Sequence[str]], where: str
) -> Iterator[Fault]:
    known, told = {*_KINDS, *index.shifts, "off"}, form(field)
    for token in dict.fromkeys(token for entry in entries for token in told.shifts(entry)):
        if token not in known:
            listed = ", ".join(sorted(known))
            yield Fault(where, f"unknown shift or kind {token!r}", f"one of: {listed}")


def _field(rule: Rule[Any], name: str) -> Field[Any]:
    return next(field for field in fields(rule.values) if field.name == name)


def _told(field: Field[Any], sense: Sense, value: Value) -> str:
    told, unit = sense.value.replace("_", " "), field.metadata["unit"]
    if unit == CLOCK:
        return f"{told} {value} ({format_time(value)})"
    return f"{told} {value} {unit}".rstrip()


def _provision_faults(book: Rulebook, provision: Provision) -> Iterator[Fault]:
    """Yield what no rule can use; a stored rulebook may be damaged."""
    where = f"rulebook {book.id}, {provision.rule}.{provision.value}"
    rule = BY_ID.get(provision.rule)
    known = {f.name: f for f in fields(rule.values)} if rule else {}
    if provision.value not in known:
        yield Fault(where, "an unknown rule or value", "a value of a known rule")
    elif AgreementLevel.L0 not in provision.levels:
        yield Fault(where, "no value at level L0", "a value that holds without agreement")
    elif not all(fits(known[provision.value], v) for v in provision.levels.values()):
        needed = f"values like {example(known[provision.value])}"
        yield Fault(where, repr(provision.levels), needed)
    elif provision.who is Who.MINOR and len(provision.levels) > 1:
        yield Fault(where, repr(provision.levels), "level L0 alone: no agreement opens chapter 11")


class _Own:
    """The faults of a unit's own setting of a rule."""

    def __init__(
        self, index: ProblemIndex, books: bounds.Books, setting: RuleSetting, where: str
    ) -> None:
        self.index, self.books, self.setting, self.where = index, books, setting, where

    def faults(self, name: str) -> Iterator[Fault]:
        setting, where = self.setting, self.where
        if name not in BY_ID:
            yield _unknown_rule(name, where)
            return
        if setting.mode is RuleMode.OFF and not setting.reason.strip():
            guess = "only local rules should be switched off; law binds in any case"
            yield Fault(f"{where}.reason", "nothing", "why the rule is switched off", guess)
        if setting.mode is RuleMode.PRICED and setting.price == 0:
            yield Fault(f"{where}.price", "0", "a price above 0 for a priced rule")
        for value_name, value in setting.values.items():
            yield from self._value_faults(BY_ID[name], value_name, value)

    def _value_faults(self, rule: Rule[Any], name: str, value: Value) -> Iterator[Fault]:
        here = f"{self.where}.values.{name}"
        wrong = list(_field_faults(rule, name, value, here))
        if wrong:
            yield from wrong
        elif isinstance(value, (list, tuple)):
            yield from _token_faults(self.index, _field(rule, name), value, here)
        elif self.setting.mode is RuleMode.HARD:
            yield from self._looser(rule.id, _field(rule, name), value, here)

    def _looser(self, rule: str, field: Field[Any], value: Value, where: str) -> Iterator[Fault]:
        """Yield a fault for a value looser than law and agreements allow to anybody, ever."""
        agreed = [a for a in self.index.problem.agreements if not a.rules or rule in a.rules]
        sense = field.metadata["sense"]
        held = []
        for day in bounds.turns(self.index, self.books, rule, agreed):
            when = self.index.clock.date(day)
            if asked := bounds.asked(self.books, rule, field, agreed, when):
                held.append(strictest(sense, asked))
        if held and all(is_looser(sense, value, bound.value) for bound in held):
            allowed = loosest(sense, held)
            source = allowed.provision.paragraph if allowed.provision else "the law"
            yield Fault(
                where,
                f"{value}, looser than {source} allows",
                _told(field, sense, allowed.value),
                "an agreement that opens another level is missing from agreements",
            )


class _Agreed:
    """The faults of an agreement."""

    def __init__(
        self, index: ProblemIndex, books: bounds.Books, agreement: Agreement, where: str
    ) -> None:
        self.index, self.books, self.agreement, self.where = index, books, agreement, where

    def faults(self) -> Iterator[Fault]:
        agreement = self.agreement
        for name in agreement.rules:
            if name not in BY_ID:
                yield _unknown_rule(name, f"{self.where}.rules")
        for name, values in agreement.values.items():
            here = f"{self.where}.values.{name}"
            if name not in BY_ID:
                yield _unknown_rule(name, here)
            elif agreement.rules and name not in agreement.rules:
                needed = f"one of the agreement's rules: {', '.join(agreement.rules)}"
                guess = f"{name!r} is missing from {self.where}.rules"
                yield Fault(here, "a rule that the agreement does not name", needed, guess)
            else:
                for value_name, value in values.items():
                    yield from self._value_faults(
                        BY_ID[name], value_name, value, f"{here}.{value_name}"
                    )

    def _value_faults(
        self, rule: Rule[Any], name: str, value: Value, where: str
    ) -> Iterator[Fault]:
        wrong = list(_field_faults(rule, name, value, where))
        if not wrong and isinstance(value, (list, tuple)):
            wrong = list(_token_faults(self.index, _field(rule, name), value, where))
        yield from wrong or self._bound_faults(rule.id, _field(rule, name), value, where)

    def _bound_faults(
        self, rule: str, field: Field[Any], value: Value, where: str
    ) -> Iterator[Fault]:
        """Yield a fault unless what is written lies between the law and what the level allows."""
        law_only = self.agreement.level is AgreementLevel.L4
        known = False
        for when in self._dates(rule):
            found = list(bounds.in_force(self.books, rule, field.name, when))
            known |= any(b.authority is Authority.LAW or not law_only for b, _ in found)
            if found and known and (fault := self._outside(field, value, where, found)):
                yield fault
                return
        if not known:
            bounding = "law" if law_only else "law or collective agreement"
            guess = "the unit's own value is meant: it belongs under rules"
            yield Fault(where, repr(value), f"a value that a {bounding} bounds", guess)

    def _dates(self, rule: str) -> list[date]:
        """Return the dates of the agreement, within what is known, from which a bound holds."""
        agreement, clock = self.agreement, self.index.clock
        last = agreement.last or self.index.problem.horizon.end
        earliest = clock.date(self.index.first_known)
        first = min(max(agreement.first or earliest, earliest), last)
        if agreement.first:
            first = max(first, agreement.first)
        later = [p.valid_from for book in self.books for p in book.provisions if p.rule == rule]
        return [first, *sorted({day for day in later if first < day <= last})]

    def _outside(
        self,
        field: Field[Any],
        value: Value,
        where: str,
        found: list[tuple[Rulebook, Provision]],
    ) -> Fault | None:
        sense, level = field.metadata["sense"], self.agreement.level
        law = [p.levels[AgreementLevel.L0] for _, p in found]
        most = [
            p.levels.get(level, p.levels[AgreementLevel.L0])
            for book, p in found
            if not (level is AgreementLevel.L4 and book.authority is Authority.LAW)
        ]
        if sense is Sense.SETTING:
            shut = not any(bounds.opens(self.agreement, book, p) for book, p in found)
            if not shut or value == law[-1]:
                return None
            return Fault(where, repr(value), f"{law[-1]!r}", "a higher level is meant")
        strict = min(law) if sense is Sense.AT_MOST else max(law)
        if is_looser(sense, strict, value):
            guess = "the unit's own value is meant: it belongs under rules"
            return Fault(where, f"{value}", _told(field, _FLIPPED[sense], strict), guess)
        loose = min(most, default=None) if sense is Sense.AT_MOST else max(most, default=None)
        if loose is not None and is_looser(sense, value, loose):
            found_text = f"{value}, looser than level {level.value} allows"
            return Fault(where, found_text, _told(field, sense, loose), "a higher level is meant")
        return None
