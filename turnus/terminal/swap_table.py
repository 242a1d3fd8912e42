"""Swaps as a table: a row for each person's part, and what the swap does to the ward."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from rostering.bill.words import BillWords
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.swap import Consent, Handover, Swap
from rostering.texts import Catalogue
from turnus.terminal.screen import Screen
from turnus.terminal.tables import table
from turnus.texts import Words

_CONSENTS = {
    Consent.OVERTIME: "swaps.overtime",
    Consent.EXTRA_TIME: "swaps.extra_time",
    Consent.PAID_HOURS: "swaps.paid_hours",
    Consent.ABOVE_CONTRACT: "swaps.above_contract",
    Consent.PAY: "swaps.pay",
}


def show_swaps(screen: Screen, problem: Problem, swaps: Sequence[Swap]) -> None:
    """Print swaps in their order, numbered from 1."""
    words = screen.words
    if not swaps:
        screen.say(words.say("swaps.none"), "bold")
        return
    grid = table(words.say("swaps.title", count=len(swaps)))
    grid.add_column("", justify="right", no_wrap=True)
    heads = (words.say("swaps.person"), words.say("swaps.gives"), words.say("swaps.takes"))
    for head in heads:
        grid.add_column(head)
    for head in (words.say("swaps.wishes"), words.say("swaps.hours")):
        grid.add_column(head, justify="right", no_wrap=True)
    for head in (words.say("swaps.points"), "NOK"):
        grid.add_column(head, justify="right", no_wrap=True)
    for number, swap in enumerate(swaps, 1):
        for part, one in enumerate(swap.handovers):
            ward = _of_ward(screen, swap) if part == 0 else ("", "")
            grid.add_row(str(number) if part == 0 else "", *_of_part(screen, problem, one), *ward)
        grid.add_section()
    screen.show(grid)
    screen.say(words.say("swaps.note"), "dim")


def _of_part(screen: Screen, problem: Problem, one: Handover) -> Iterator[Text | str]:
    """Yield the cells of one person: name and remarks, both duties, wishes and hours."""
    words = screen.words
    yield _who(screen, problem, one)
    several = len(problem.units) > 1
    yield _duty(words, one.gives, several=several)
    yield _duty(words, one.takes, several=several)
    yield _signed(words, one.wishes, good=1)
    yield _signed(words, round(one.minutes / 60, 2), good=0)


def _of_ward(screen: Screen, swap: Swap) -> tuple[Text | str, str]:
    return (
        _signed(screen.words, swap.points, good=-1),
        BillWords(screen.language).more(swap.ore),
    )


def _who(screen: Screen, problem: Problem, one: Handover) -> Text:
    """Return a name, with what the person or the employer should know under it."""
    names = {person.id: person.name for person in problem.people}
    text = Text(names[one.person])
    for note, style in _notes(screen, one):
        text.append(f"\n{note}", style)
    return text


def _notes(screen: Screen, one: Handover) -> Iterator[tuple[str, str]]:
    words, rules = screen.words, Catalogue(screen.language)
    for consent in one.consents:
        yield words.say("swaps.employer", what=words.say(_CONSENTS[consent])), "yellow"
    for gone in one.gone:
        told = words.say(
            "swaps.gone", rule=rules.say(f"rule.{gone.rule}"), date=words.short_date(gone.first)
        )
        yield told, "green"
    for code in one.codes_after:
        yield (
            words.say("swaps.laid", code=code.code.value, date=words.short_date(code.date)),
            "dim",
        )
    laid = [code.code for code in one.codes_after]
    for code in one.codes_before:
        if code.code in laid:
            laid.remove(code.code)
        else:
            lost = words.say("swaps.lost", code=code.code.value, date=words.short_date(code.date))
            yield lost, "dim"


def _duty(words: Words, duty: Assignment, *, several: bool) -> str:
    place = f" {duty.unit}" if several else ""
    role = f" ({duty.role})" if duty.role else ""
    return f"{words.short_date(duty.date)} {duty.shift}{place}{role}"


def _signed(words: Words, value: float, *, good: int) -> Text:
    """Return a change with its sign; ``good`` is the sign of what is better, 0 for neither."""
    if not value:
        return Text("0", "dim")
    style = "" if not good else "green" if value * good > 0 else "red"
    return Text(f"{'+' if value > 0 else '−'}{words.number(abs(value))}", style)
