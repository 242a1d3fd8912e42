"""A bill as tables that a screen, a workbook and a page show alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.bill.models import Bill, BillDifference, Change, PersonBill
from rostering.bill.words import BillWords
from rostering.wages.exact import written
from rostering.wages.payroll import PARTS
from rostering.wages.status import Status


@dataclass(frozen=True, slots=True)
class Money:
    """A cell in øre; ``signed`` for a change."""

    ore: int
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """A cell in minutes, shown as hours."""

    minutes: int


Cell = str | Money | Hours


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a title; the last row is a total when ``summed``."""

    id: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    summed: bool = False


def shown(words: BillWords, cell: Cell) -> str:
    """Return a cell as text."""
    if isinstance(cell, Money):
        return words.more(cell.ore) if cell.signed else words.nok(cell.ore)
    return words.hours(cell.minutes) if isinstance(cell, Hours) else cell


def summary(bill: Bill, words: BillWords) -> tuple[Sheet, ...]:
    """Return the sums of a bill: by kind, by person and by group."""
    return _kinds(bill, words), _people(bill, words), _groups(bill, words)


def details(bill: Bill, words: BillWords) -> tuple[Sheet, ...]:
    """Return every line of a bill, on-costs, pay, and the values that it stands on."""
    return _lines(bill, words), _on_costs(bill, words), _pay(bill, words), _values(bill, words)


def _heads(words: BillWords, *names: str) -> tuple[str, ...]:
    return tuple(words.say(f"head.{name}") for name in names)


def _kinds(bill: Bill, words: BillWords) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    for kind in bill.kinds:
        rows.append((words.key(kind.key), "", Hours(kind.minutes), Money(kind.ore)))
        parts = {part.key.removeprefix(f"{kind.key}."): part for part in bill.parts}
        for what, part in ((what, parts[what]) for what in PARTS if what in parts):
            told = words.say(f"part.{what}")
            rows.append(("", told, Hours(part.minutes), Money(part.ore)))
    rows += [(words.key(cost.key), "", "", Money(cost.ore)) for cost in bill.on_costs]
    rows.append((words.say("total"), "", "", Money(bill.total)))
    heads = _heads(words, "kind", "part", "hours", "nok")
    return Sheet("kinds", words.say("title.kinds"), heads, tuple(rows), summed=True)


def _people(bill: Bill, words: BillWords) -> Sheet:
    kinds = [kind.key for kind in bill.kinds]
    heads = (
        *_heads(words, "person", "hours"),
        *(words.say(f"kind.{kind}") for kind in kinds),
        *_heads(words, "on_costs", "total"),
    )
    rows = [_person(person, kinds) for person in bill.people]
    on_costs = Money(sum(cost.ore for cost in bill.on_costs))
    minutes = Hours(sum(kind.minutes for kind in bill.kinds))
    sums = (Money(kind.ore) for kind in bill.kinds)
    rows.append((words.say("total"), minutes, *sums, on_costs, Money(bill.total)))
    return Sheet("people", words.say("title.people"), heads, tuple(rows), summed=True)


def _person(person: PersonBill, kinds: list[str]) -> tuple[Cell, ...]:
    ore = {kind.key: kind.ore for kind in person.kinds}
    minutes = sum(kind.minutes for kind in person.kinds)
    amounts = (Money(ore[kind]) if kind in ore else "" for kind in kinds)
    on_top = Money(sum(cost.ore for cost in person.on_costs))
    return (person.name, Hours(minutes), *amounts, on_top, Money(person.ore))


def _groups(bill: Bill, words: BillWords) -> Sheet:
    rows = [
        (words.group(g.key) or words.say("no_group"), Hours(g.minutes), Money(g.ore))
        for g in bill.groups
    ]
    heads = _heads(words, "group", "hours", "total")
    return Sheet("groups", words.say("title.groups"), heads, tuple(rows))


def _lines(bill: Bill, words: BillWords) -> Sheet:
    rows = [
        (
            person.name,
            words.date(line.date),
            line.shift,
            words.say(f"kind.{line.kind}"),
            words.say(f"part.{line.part}"),
            Hours(line.minutes),
            Money(line.rate_ore),
            words.percent(written(line.percent)),
            Money(line.ore),
        )
        for person in bill.people
        for line in person.lines
    ]
    names = ("person", "date", "shift", "kind", "part", "hours", "rate", "percent", "nok")
    return Sheet("lines", words.say("title.lines"), _heads(words, *names), tuple(rows))


def _on_costs(bill: Bill, words: BillWords) -> Sheet:
    rows = [
        (
            person.name,
            words.say(f"part.{cost.part}"),
            Money(cost.base_ore),
            words.percent(written(cost.percent)),
            Money(cost.ore),
        )
        for person in bill.people
        for cost in person.on_costs
    ]
    heads = _heads(words, "person", "part", "base", "percent", "nok")
    return Sheet("on_costs", words.say("title.on_costs"), heads, tuple(rows))


def _pay(bill: Bill, words: BillWords) -> Sheet:
    rows = [
        (
            person.name,
            words.group(person.group),
            words.date(pay.first),
            words.percent(written(pay.year_nok)),
            words.say(f"source.{pay.source}"),
            words.percent(written(pay.divisor)),
            Money(pay.hourly_ore),
            Money(pay.overtime_ore),
        )
        for person in bill.people
        for pay in person.pay
    ]
    names = ("person", "group", "first", "year_pay", "source", "divisor", "hourly", "overtime")
    return Sheet("pay", words.say("title.pay"), _heads(words, *names), tuple(rows))


def _values(bill: Bill, words: BillWords) -> Sheet:
    rows = [
        (
            words.say(f"value.{used.name}"),
            words.value(used.name, used.value),
            words.date(used.valid_from) if used.valid_from else "",
            words.say(f"status.{used.status}"),
            used.source,
            used.table,
        )
        for used in bill.values
    ]
    heads = _heads(words, "value", "set_to", "valid_from", "status", "source", "table")
    return Sheet("values", words.say("title.values"), heads, tuple(rows))


def apart(found: BillDifference, names: dict[str, str], words: BillWords) -> tuple[Sheet, ...]:
    """Return the tables of a difference: by kind, by person and by date."""
    kinds = [*found.kinds, *found.parts, *found.on_costs]
    total = (words.say("total"), "", "", *_moved(found.total_before, found.total_after))
    heads = _heads(words, "kind", "hours_before", "hours_after", "before", "after", "change")
    by_kind = (*(_change(words.key(c.key), c) for c in kinds), total)
    people = tuple(_change(names[c.key], c) for c in found.people)
    return (
        Sheet("change_kinds", words.say("title.change_kinds"), heads, by_kind, summed=True),
        Sheet(
            "change_people",
            words.say("title.change_people"),
            (words.say("head.person"), *heads[1:]),
            people,
        ),
        _days(found, words),
    )


def _change(name: str, change: Change) -> tuple[Cell, ...]:
    before, after = Hours(change.minutes_before), Hours(change.minutes_after)
    return (name, before, after, *_moved(change.ore_before, change.ore_after))


def _moved(before: int, after: int) -> tuple[Cell, ...]:
    return Money(before), Money(after), Money(after - before, signed=True)


def _days(found: BillDifference, words: BillWords) -> Sheet:
    rows = [
        (
            words.date(day.date),
            day.name,
            " + ".join(day.before) or words.say("off"),
            " + ".join(day.after) or words.say("off"),
            *_moved(day.ore_before, day.ore_after),
        )
        for day in found.days
    ]
    names = ("date", "person", "shifts_before", "shifts_after", "before", "after", "change")
    return Sheet("change_days", words.say("title.change_days"), _heads(words, *names), tuple(rows))


def notes(bill: Bill, words: BillWords) -> Iterator[str]:
    """Yield what a reader must know: what is in the bill, what is measured, what is assumed."""
    yield words.say("note.scope")
    yield words.say("note.rounding")
    sources = [{pay.source for pay in p.pay} for p in bill.people if p.pay]
    own = sum(found == {"own"} for found in sources)
    yield words.say("note.measured", count=own, people=len(sources))
    assumed = [v for v in bill.values if v.status is Status.ASSUMED]
    if assumed:
        told = (f"{words.say(f'value.{v.name}')} = {words.value(v.name, v.value)}" for v in assumed)
        yield words.say("note.assumed", values="; ".join(dict.fromkeys(told)))
    for source in ("mean", "fallback"):
        count = sum(source in found for found in sources)
        if count:
            yield words.say(f"note.{source}", count=count)
    early = [words.say(f"value.{v.name}") for v in bill.values if v.early]
    if early:
        yield words.say("note.early", values="; ".join(dict.fromkeys(early)))
