"""``turnus diff``: which of two rosters is better, and where do they differ?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from turnus import exits
from turnus.options import AsJson, Everything, Language, Ward

if TYPE_CHECKING:
    from rich.text import Text

    from rostering.domain.card import ScoreCard
    from rostering.domain.problem import Problem
    from rostering.domain.roster import Roster
    from turnus.terminal.screen import Screen
    from turnus.texts import Words

Change = tuple[str, date, str, str]


def diff(
    ward: Ward,
    a: Annotated[Path, typer.Argument(metavar="A", help="One roster.", show_default=False)],
    b: Annotated[Path, typer.Argument(metavar="B", help="Another.", show_default=False)],
    *,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Compare two rosters by their score cards.

    Goal by goal; fewer points are better. Below stand the person-days that differ.

    \b
    Example:
      turnus diff ward.xlsx monday.json tuesday.json
    """
    from rostering.score import score
    from turnus.terminal.screen import Screen
    from turnus.wards import read_roster, read_ward

    screen = Screen(language, as_json=as_json)
    problem = read_ward(ward)
    rosters = []
    for file in (a, b):
        roster, same = read_roster(file, problem)
        rosters.append(roster)
        if not same:
            screen.warn(screen.words.say("check.hash", roster=str(file)))
    cards = [score(problem, roster, language) for roster in rosters]
    changed = list(changes(rosters[0], rosters[1]))
    _show_cards(screen, (a, b), cards)
    _show_changes(screen, problem, changed, everything=everything)
    screen.emit(_document(cards, changed))
    return exits.OK


def changes(a: Roster, b: Roster) -> Iterator[Change]:
    """Yield person, date, duties in A and duties in B for each person-day that differs."""
    days = [_days(roster) for roster in (a, b)]
    for person, day in sorted(days[0].keys() | days[1].keys(), key=lambda k: (k[1], k[0])):
        was, now = (sorted(found.get((person, day), [])) for found in days)
        if was != now:
            yield person, day, " + ".join(was), " + ".join(now)


def _days(roster: Roster) -> dict[tuple[str, date], list[str]]:
    several = len({duty.unit for duty in roster.assignments}) > 1
    found: dict[tuple[str, date], list[str]] = {}
    for duty in roster.assignments:
        text = f"{duty.shift} {duty.unit}" if several else duty.shift
        text += f" ({duty.role})" if duty.role else ""
        found.setdefault((duty.person, duty.date), []).append(text)
    return found


def _show_cards(screen: Screen, files: tuple[Path, Path], cards: list[ScoreCard]) -> None:
    from turnus.terminal.tables import table

    words, names = screen.words, _names(files)
    grid = table(words.say("diff.title", a=names[0], b=names[1]))
    grid.add_column(words.say("card.term"))
    for name in (*names, words.say("diff.difference")):
        grid.add_column(name, justify="right")
    for one, two in zip(cards[0].terms, cards[1].terms, strict=True):
        if one.value or two.value:
            values = (f"{words.number(t.value)} {t.unit}" for t in (one, two))
            grid.add_row(one.name, *values, _signed(words, two.points - one.points))
    grid.add_section()
    apart = cards[1].total - cards[0].total
    unit = words.say("word.points")
    totals = [f"{words.number(card.total)} {unit}" for card in cards]
    total = words.say("card.total")
    grid.add_row(total, *totals, _signed(words, apart), style="bold")
    screen.show(grid)
    if apart:
        better = names[0] if apart > 0 else names[1]
        screen.say(words.say("diff.better", file=better, points=abs(apart)), "bold")
    else:
        screen.say(words.say("diff.equal"), "bold")
    for name, card in zip(names, cards, strict=True):
        broken = sum(breach.hard for breach in card.breaches)
        if broken:
            screen.say(words.say("diff.unlawful", file=name, count=broken), "bold red")


def _signed(words: Words, value: int) -> Text:
    from rich.text import Text

    if not value:
        return Text("0", "dim")
    sign, style = ("+", "red") if value > 0 else ("−", "green")
    return Text(f"{sign}{words.number(abs(value))}", style)


def _names(files: tuple[Path, Path]) -> tuple[str, str]:
    """Return the files' names, with their folders where the names are equal."""
    a, b = files
    return (a.name, b.name) if a.name != b.name else (str(a), str(b))


def _show_changes(
    screen: Screen, problem: Problem, changed: list[Change], *, everything: bool
) -> None:
    from turnus.terminal.tables import FIRST, more_to_come, table

    words = screen.words
    if not changed:
        screen.say(words.say("diff.same_duties"))
        return
    people = {person.id: person.name for person in problem.people}
    grid = table(words.say("diff.changed", count=len(changed)))
    for name in (words.say("diff.date"), words.say("diff.person"), "A", "B"):
        grid.add_column(name)
    for person, day, was, now in changed if everything else changed[:FIRST]:
        off = words.say("word.day_off")
        grid.add_row(words.short_date(day), people[person], was or off, now or off)
    screen.show(grid)
    more_to_come(screen, len(changed), everything=everything)


def _document(cards: list[ScoreCard], changed: list[Change]) -> dict[str, Any]:
    a, b = cards
    return {
        "a": a.total,
        "b": b.total,
        "difference": b.total - a.total,
        "terms": [
            {
                "term": one.term,
                "a": one.value,
                "b": two.value,
                "points": two.points - one.points,
            }
            for one, two in zip(a.terms, b.terms, strict=True)
        ],
        "lawful": {"a": a.lawful, "b": b.lawful},
        "changes": [
            {"person": person, "date": day.isoformat(), "a": was or None, "b": now or None}
            for person, day, was, now in changed
        ],
    }
