"""``turnus receipts``: what became of each wish, why, and what would have made it possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Everything, Language, Roster, Seed, Ward, Workers

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.explain.receipt_models import Receipt, Receipts
    from rostering.explain.receipt_words import ReceiptWords
    from turnus.terminal.screen import Screen


def receipts(  # noqa: PLR0913 - one parameter an option
    ward: Ward,
    roster: Roster,
    *,
    person: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="One person's (id or name), as that person sees them.",
            show_default=False,
        ),
    ] = None,
    seconds: Annotated[
        float, typer.Option(min=1, metavar="N", help="Longest search in seconds.")
    ] = 60.0,
    everything: Everything = False,
    seed: Seed = 1,
    workers: Workers = 2,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Give each wish its receipt.

    For each refused wish: why, what granting it would have cost (proved at least, found at most),
    whom it would touch, and what would have made it free. Ctrl-C keeps the receipts so far.

    \b
    Example:
      turnus receipts ward.xlsx roster.json
      turnus receipts ward.xlsx roster.json --person n07 --language nb
    """
    from rostering.explain.receipts import receipts as price
    from rostering.strategies.base import Budget
    from turnus.picture import person_of
    from turnus.stopping import StopSwitch
    from turnus.terminal.live import follower
    from turnus.terminal.screen import Screen
    from turnus.wards import read_roster, read_ward

    screen = Screen(language, as_json=as_json)
    problem = read_ward(ward)
    made, same = read_roster(roster, problem)
    if not same:
        screen.warn(screen.words.say("check.hash", roster=str(roster)))
    who = None if person is None else person_of(problem, person)
    budget = Budget(seconds=seconds, seed=seed, workers=workers)
    with StopSwitch() as stop, follower(screen, budget, stop) as following:
        people = None if who is None else [who.id]
        found = price(problem, made, budget, people=people, report=following.report, stop=stop)
    if who is not None:
        found = _own(found)
    _show(screen, problem, found, names=who is None, everything=everything)
    screen.emit(found.model_dump(mode="json"))
    return exits.OK


def _own(found: Receipts) -> Receipts:
    from rostering.explain.receipt_words import for_person

    copies = tuple(for_person(one) for one in found.receipts)
    return found.model_copy(update={"receipts": copies})


def _show(
    screen: Screen, problem: Problem, found: Receipts, *, names: bool, everything: bool
) -> None:
    from rostering.explain.receipt_words import ReceiptWords
    from turnus.terminal.tables import FIRST, more_to_come

    say = screen.words.say
    words = ReceiptWords(problem, screen.language, names=names)
    for share in found.ward:
        strength = words.texts.say(f"receipt.strength.{share.strength}")
        facts = {"granted": share.granted, "asked": share.asked}
        screen.say(say("receipts.share", strength=strength, **facts))
    refused = [one for one in found.receipts if one.status != "granted"]
    people = {person.id: person.name for person in problem.people}
    for one in refused if everything else refused[:FIRST]:
        screen.say("")
        screen.say(f"{people[one.person]}: {words.wish(one)} {words.verdict(one)}", "bold")
        _show_one(screen, words, one)
    if not names:
        for one in found.receipts:
            if one.status == "granted":
                screen.say(f"{words.wish(one)} {words.verdict(one)}", "green")
    more_to_come(screen, len(refused), everything=everything)
    if found.partial:
        screen.warn(say("receipts.partial"))


def _show_one(screen: Screen, words: ReceiptWords, one: Receipt) -> None:
    price = words.price(one)
    for line in (price, *words.reasons(one), *words.ways(one)):
        if line:
            screen.say(f"   {line}")
