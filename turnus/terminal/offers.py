"""Stand-ins as tables: those who may take a shift in order, and why the others may not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from rostering.bill.words import BillWords
from rostering.domain.problem import Problem
from rostering.domain.shifts import Pay
from rostering.replan.stand_ins import Precedence, Refusal, StandIn
from rostering.texts import Catalogue, hours
from turnus.terminal.screen import Screen
from turnus.terminal.tables import FIRST, more_to_come, table

NEAR = 600
"""Minutes left of a limit on hours below which the screen tells it; overtime it always tells."""


def show_offered(screen: Screen, offered: Sequence[StandIn]) -> None:
    """Print those who may take the shift, the first to be asked on top."""
    words, money = screen.words, BillWords(screen.language)
    grid = table(words.say("standins.offered", count=len(offered)))
    grid.add_column("")
    grid.add_column(words.say("standins.who"), min_width=32)
    grid.add_column(words.say("standins.paid"))
    for name in (
        words.say("standins.cost"),
        words.say("standins.rest"),
        words.say("standins.week"),
        words.say("standins.points"),
    ):
        grid.add_column(name, justify="right")
    for one in offered:
        grid.add_row(
            str(one.rank),
            _who(screen, one),
            money.key(_kind(one)),
            money.nok(one.ore),
            _hours(screen, " / ", one.rest_before, one.rest_after),
            _hours(screen, " → ", one.week_before, one.week_after),
            _points(screen, one.points),
        )
    screen.show(grid)


def _kind(one: StandIn) -> str:
    """Return how the bill calls the hours."""
    if one.pay is Pay.ORDINARY:
        return "agency" if one.precedence is Precedence.AGENCY else "temp"
    return one.pay.value


def _hours(screen: Screen, between: str, *minutes: int | None) -> str:
    return between.join("–" if m is None else hours(m, screen.language) for m in minutes)


def _points(screen: Screen, points: int) -> str:
    sign = "−" if points < 0 else "+" if points else ""
    return f"{sign}{screen.words.number(abs(points))}"


def _who(screen: Screen, one: StandIn) -> Text:
    """Return a name with the class under it, and what the shift would do to the person."""
    text = Text(one.name)
    said = Catalogue(screen.language).say(f"stand_in.precedence.{one.precedence.value}")
    text.append(f"\n{said}", "dim")
    for note, style in _notes(screen, one):
        text.append(f"\n{note}", style)
    return text


def _notes(screen: Screen, one: StandIn) -> Iterator[tuple[str, str]]:
    words = screen.words
    if one.volunteer and one.precedence in {Precedence.CALLED_IN, Precedence.AGENCY}:
        yield words.say("standins.volunteer"), "green"
    if not one.off:
        yield words.say("standins.on_duty"), "yellow"
    for wish in one.wishes:
        if wish.effect == "met":
            yield words.say("standins.wish_met"), "green"
        else:
            day_off = words.say("standins.day_off_broken")
            yield day_off if wish.day_off else words.say("standins.wish_broken"), "yellow"
    for rest in one.new_rest:
        told = words.say(
            "standins.new_rest",
            date=words.short_date(rest.f1),
            start=f"{words.short_date(rest.start.date())} {rest.start:%H:%M}",
            end=f"{words.short_date(rest.end.date())} {rest.end:%H:%M}",
            hours=hours(rest.minutes, screen.language),
            least=hours(rest.least, screen.language),
        )
        yield told, "yellow"
    texts = Catalogue(screen.language)
    for limit in (limit for limit in one.limits if limit.rule == "overtime" or limit.left < NEAR):
        name = texts.say(f"stand_in.limit.{limit.rule}.{limit.value}")
        yield (
            words.say("standins.left", limit=name, hours=hours(limit.left, screen.language)),
            "dim",
        )


def show_refused(
    screen: Screen, problem: Problem, refused: Sequence[Refusal], *, everything: bool
) -> None:
    """Print who is not offered the shift, and why."""
    if not refused:
        return
    words, texts = screen.words, Catalogue(screen.language)
    rows = {row.id: row.name or row.id for row in problem.demand}
    grid = table(words.say("standins.refused", count=len(refused)))
    grid.add_column(words.say("standins.who"))
    grid.add_column(words.say("standins.why"))
    for one in refused if everything else refused[:FIRST]:
        named = [texts.say(f"rule.{rule}") for rule in one.rules] + [rows[row] for row in one.rows]
        said = texts.say(f"stand_in.reason.{one.reason.value}")
        grid.add_row(one.name, f"{said}: {', '.join(named)}" if named else said)
    screen.show(grid)
    more_to_come(screen, len(refused), everything=everything)
