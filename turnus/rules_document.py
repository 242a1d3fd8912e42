"""Every rule of a ward as plain data: values, paragraphs, who has set them, and for whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from rostering.domain.fields import format_time
from rostering.rules.base import CLOCK, Rule, Sense
from rostering.rules.registry import RULES
from rostering.rulings import Rulings, Source
from rostering.rulings.groups import Group, changes, groups
from rostering.rulings.notices import notice_entries
from rostering.texts import Catalogue, hours
from turnus.rule_entries import entry_told
from turnus.texts import Words

if TYPE_CHECKING:
    from rostering.domain.people import Person
    from rostering.domain.problem import Agreement

PER_CENT = {"per cent": 1, "per mille": 10}
"""How many of a unit are one per cent."""


@dataclass(frozen=True, slots=True)
class RulesOn:
    """The rules of a ward on a date, for everybody or for one person, in a language."""

    rulings: Rulings
    words: Words
    when: date
    person: Person | None = None

    def document(self) -> dict[str, Any]:
        """Return the page as data; what is ready to be read stands under ``shown`` and ``told``."""
        problem = self.rulings.index.given
        return {
            "ward": problem.name,
            "date": self.when.isoformat(),
            "start": problem.horizon.start.isoformat(),
            "end": problem.horizon.end.isoformat(),
            "person": None if self.person is None else self.person.id,
            "rulebooks": [
                {"id": book.id, "name": book.name, "authority": book.authority.value}
                for book in self.rulings.books
            ],
            "notices": [
                entry.model_dump(mode="json")
                for entry in notice_entries(self.rulings, self.words.language)
            ],
            "agreements": [
                {**_agreement(agreement), "told": self._whole(agreement)}
                for agreement in problem.agreements
                if self.person is None or self.person.id in (agreement.persons or [self.person.id])
            ],
            "rules": [self._rule(rule) for rule in RULES],
        }

    def _rule(self, rule: Rule[Any]) -> dict[str, Any]:
        index, setting = self.rulings.index, self.rulings.setting(rule.id)
        day = index.clock.day(self.when)
        persons = list(index.people) if self.person is None else [self.person.id]
        found = groups(self.rulings, rule, day, persons)
        turns = changes(self.rulings, rule, day, persons)
        return {
            "rule": rule.id,
            "name": Catalogue(self.words.language).say(f"rule.{rule.id}"),
            "scope": rule.scope,
            "mode": setting.mode.value,
            "price": setting.price,
            "reason": setting.reason,
            "told": self._mode(setting.mode.value, setting.price, setting.reason),
            "changes": [index.clock.date(turn).isoformat() for turn in turns],
            "groups": [self._group(rule, group, number) for number, group in enumerate(found)],
        }

    def _mode(self, mode: str, price: int, reason: str) -> str:
        if mode == "priced":
            return self.words.say("rules.priced", price=price)
        return self.words.say("rules.off", reason=reason) if mode == "off" else ""

    def _group(self, rule: Rule[Any], group: Group, number: int) -> dict[str, Any]:
        people = self.rulings.index.people
        everybody = self.person is None and len(group.persons) == len(people)
        told = ", ".join(people[who].name for who in group.persons)
        if rule.scope == "unit":
            told = self.words.say("rules.unit")
        elif everybody:
            told = self.words.say("rules.everybody")
        elif self.person is None and number == 0:
            told = self.words.say("rules.others")
        return {
            "default": number == 0,
            "persons": list(group.persons),
            "told": told,
            "values": [self._value(rule, source) for source in group.sources if _matters(source)],
        }

    def _value(self, rule: Rule[Any], source: Source) -> dict[str, Any]:
        provision, agreement = source.provision, source.agreement
        return {
            "value": source.name,
            "name": Catalogue(self.words.language).say(f"value.{rule.id}.{source.name}"),
            "amount": source.value,
            "shown": "".join(self._shown(rule, source)),
            "unit": source.unit,
            "sense": source.sense.value,
            "paragraph": self._paragraph(source),
            "link": provision.link if provision else "",
            "valid_from": provision.valid_from.isoformat() if provision else None,
            "status": provision.status if provision else "",
            "rulebook": source.book.id if source.book else None,
            "level": source.level.value if source.level else None,
            "minor": source.minor,
            "own": source.own,
            "agreement": _agreement(agreement) if agreement else None,
            "told": self._set_by(source),
        }

    def _shown(self, rule: Rule[Any], source: Source) -> Iterator[str]:
        words, value = self.words, source.value
        if isinstance(value, bool):
            yield words.say("rules.yes" if value else "rules.no")
        elif isinstance(value, tuple):
            told = [entry_told(rule.id, entry, words) for entry in value]
            yield ", ".join(told) or words.say("rules.nothing")
        elif source.unit == CLOCK:
            yield format_time(value)
        else:
            if source.sense is not Sense.SETTING:
                yield words.say(f"rules.{source.sense.value}") + " "
            yield self._amount(value, source.unit)

    def _amount(self, value: int, unit: str) -> str:
        """Return an amount with its unit; thousandths as per cent."""
        words = self.words
        if unit == "minutes":
            return hours(value, words.language)
        if unit in PER_CENT:
            return f"{words.number(value / PER_CENT[unit])} %"
        return f"{words.number(value)} {words.say(f'unit.{unit}', count=value)}"

    def _paragraph(self, source: Source) -> str:
        if source.provision is None:
            return ""
        if source.provision.paragraph == "local":
            return Catalogue(self.words.language).say("paragraph.local")
        return source.provision.paragraph

    def _set_by(self, source: Source) -> str:
        """Return who has set a value, in words."""
        words = self.words
        if source.agreement is not None:
            return self._agreed(source.agreement)
        key = "default" if source.nobody else "own"
        if source.minor:
            key = "minor"
        elif source.book is not None:
            key = source.book.authority.value
        return words.say(f"rules.by_{key}")

    def _agreed(self, agreement: Agreement) -> str:
        """Return an agreement's name, level and dates."""
        words = self.words
        parts = [words.say("rules.by_level", agreement=agreement.id, level=agreement.level.value)]
        if agreement.first:
            parts.append(words.say("rules.from", date=agreement.first))
        if agreement.last:
            parts.append(words.say("rules.until", date=agreement.last))
        return ", ".join(parts)

    def _whole(self, agreement: Agreement) -> str:
        """Return an agreement with its parties and its document."""
        told = (self._agreed(agreement), agreement.parties, agreement.document)
        return ". ".join(part.strip(".") for part in told if part) + "."


def _matters(source: Source) -> bool:
    """Return whether a value says anything: one that nobody has set may be no limit at all."""
    return not source.nobody or source.value not in (None, False, ())


def _agreement(agreement: Agreement) -> dict[str, Any]:
    return {
        "id": agreement.id,
        "document": agreement.document,
        "parties": agreement.parties,
        "first": agreement.first.isoformat() if agreement.first else None,
        "last": agreement.last.isoformat() if agreement.last else None,
    }
