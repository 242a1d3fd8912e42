"""Score cards and breaches as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from rostering.domain.card import BreachEntry, NoticeEntry, ScoreCard, TermEntry
from rostering.domain.problem import HorizonKind, Problem
from rostering.texts import Catalogue
from turnus.terminal.screen import Screen
from turnus.texts import Words

FIRST = 30


def table(title: str = "") -> Table:
    """Return an empty table in the one style that all commands share."""
    return Table(
        title=title or None,
        title_justify="left",
        title_style="bold",
        box=SIMPLE_HEAD,
        pad_edge=False,
        header_style="bold",
    )


def show_card(screen: Screen, card: ScoreCard, *, causes: bool = False) -> None:
    """Print a score card, the dearest goal first; ``causes`` adds all that the card knows."""
    words = screen.words
    grid = table(words.say("card.title", points=card.total))
    grid.add_column(words.say("card.term"), min_width=12)
    for name in ("value", "weight", "points"):
        grid.add_column(words.say(f"card.{name}"), justify="right", no_wrap=True)
    grid.add_column(words.say("card.cause"), min_width=20)
    dearest = sorted((t for t in card.terms if t.value), key=lambda t: -t.points)
    for term in dearest:
        for row in _rows(words, term, causes=causes):
            grid.add_row(*row)
    total = words.number(card.total)
    grid.add_section()
    grid.add_row(words.say("card.total"), "", "", total, "", style="bold")
    screen.show(grid)
    clean = [term.name for term in card.terms if not term.value]
    if clean:
        screen.say(words.say("card.zero", terms=", ".join(clean)), "dim")
    broken = sum(breach.hard for breach in card.breaches)
    if broken:
        screen.say(words.say("card.unlawful", count=broken), "bold red")
    show_notices(screen, card.notices)


def show_notices(screen: Screen, notices: Sequence[NoticeEntry]) -> None:
    """Print what should not be missed about the rules, and what the reserve saves."""
    for notice in notices:
        screen.say(notice.text, "" if notice.kind == "reserve" else "yellow")


def _rows(words: Words, term: TermEntry, *, causes: bool) -> Iterator[tuple[str, ...]]:
    told = [cause.text for cause in term.causes]
    value = f"{words.number(term.value)} {term.unit}"
    numbers = (words.number(term.weight), words.number(term.points))
    yield term.name, value, *numbers, told[0] if told else ""
    for text in told[1:] if causes else ():
        yield "", "", "", "", text


def show_breaches(
    screen: Screen, problem: Problem, breaches: Sequence[BreachEntry], *, everything: bool
) -> None:
    """Print broken rules: how often each, then one row a breach."""
    words = screen.words
    hard = Counter(breach.name for breach in breaches if breach.hard)
    if hard:
        told = ", ".join(f"{name} {count}" for name, count in hard.most_common())
        screen.say(words.say("check.broken", count=hard.total(), rules=told), "bold red")
    else:
        screen.say(words.say("check.fine"), "bold green")
    soft = sum(not breach.hard for breach in breaches)
    if soft:
        screen.say(words.say("check.soft", count=soft))
    if breaches:
        screen.show(_breach_table(words, breaches if everything else breaches[:FIRST], problem))
    more_to_come(screen, len(breaches), everything=everything)


def more_to_come(screen: Screen, count: int, *, everything: bool) -> None:
    """Tell how many rows were left out."""
    if count > FIRST and not everything:
        screen.say(screen.words.say("word.and_more", count=count - FIRST), "dim")


def _breach_table(words: Words, breaches: Sequence[BreachEntry], problem: Problem) -> Table:
    grid, names = table(), {person.id: person.name for person in problem.people}
    for name in ("rule", "who", "what", "missing"):
        grid.add_column(words.say(f"check.{name}"), no_wrap=name == "missing")
    for breach in breaches:
        name = breach.name if breach.hard else words.say("check.priced", rule=breach.name)
        rule = Text().append(name, "red" if breach.hard else "yellow")
        who = names[breach.person] if breach.person else words.say("check.everybody")
        grid.add_row(
            rule.append(f"\n{breach.paragraph}", "dim"),
            f"{who}\n{_when(words, breach, problem)}",
            breach.text,
            amount(words, breach.missing, breach.unit),
        )
    return grid


def _when(words: Words, breach: BreachEntry, problem: Problem) -> str:
    """Return when a rule is broken; in a base roster, whose weeks have no dates, by week."""
    horizon = problem.horizon
    if horizon.kind is not HorizonKind.CYCLIC:
        return span(words, breach.first, breach.last)
    texts = Catalogue(words.language)
    told = (
        texts.say(
            "report.cyclic_short",
            number=(day - horizon.start).days % horizon.days // 7 + 1,
            weekday=words.weekday(day),
        )
        for day in dict.fromkeys((breach.first, breach.last))
    )
    return " – ".join(told)


def span(words: Words, first: date, last: date) -> str:
    """Return a date, or the first and the last of several."""
    if first == last:
        return words.date(first)
    return f"{words.date(first)} – {words.date(last)}"


def amount(words: Words, value: int, unit: str) -> str:
    """Return how much is missing; minutes from an hour on as hours."""
    minutes = ("minutes", Catalogue(words.language).say("unit.minutes"))
    if unit in minutes and value >= 60:
        return f"{words.number(round(value / 60, 2))} {words.say('unit.hours')}"
    known = f"unit.{unit}"
    return f"{words.number(value)} {words.say(known) if words.knows(known) else unit}"
