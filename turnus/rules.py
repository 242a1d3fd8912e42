"""``turnus rules``: which rules hold for whom, where do they come from, and who has set them?"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from turnus import exits
from turnus.options import AsJson, Language, Ward

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from turnus.terminal.screen import Screen

ENDINGS = (".html", ".md", ".json")


def rules(
    ward: Ward,
    *,
    person: Annotated[
        str | None, typer.Option(metavar="ID", help="One person (id or name).")
    ] = None,
    when: Annotated[
        datetime | None,
        typer.Option(
            "--date",
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="The day on which they hold; the period's first when left out.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a page: .html, .md or .json.", show_default=False),
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """List every rule with value, paragraph, link and who has set it.

    For the whole ward each rule has the values of most people first, then those of everybody
    for whom an agreement, the age or the date makes a difference.

    \b
    Example:
      turnus rules ward.xlsx
      turnus rules ward.xlsx --person n07 --date 2027-03-22
      turnus rules ward.xlsx --out rules.html --language nb
    """
    from rostering.check import Court
    from rostering.errors import BadInput
    from turnus.files import place_faults
    from turnus.picture import person_of
    from turnus.rules_document import RulesOn
    from turnus.terminal.screen import Screen
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    if out is not None and (faults := list(place_faults(out, ENDINGS))):
        raise BadInput(faults)
    problem = read_ward(ward)
    somebody = None if person is None else person_of(problem, person)
    day = _within(problem, when)
    document = RulesOn(Court.of(problem).rulings, screen.words, day, somebody).document()
    name = somebody.name if somebody else ""
    if out is None:
        show(screen, document, name)
    else:
        _write(screen, document, name, out)
    screen.emit(document)
    return exits.OK


def _within(problem: Problem, when: datetime | None) -> date:
    from rostering.errors import BadInput, Fault

    horizon = problem.horizon
    day = horizon.start if when is None else when.date()
    if not horizon.start <= day <= horizon.end:
        needed = f"a date from {horizon.start} to {horizon.end}"
        raise BadInput([Fault("--date", str(day), needed, "the year is wrong")])
    return day


def _write(screen: Screen, document: dict[str, Any], name: str, out: Path) -> None:
    import json

    from rostering.writers.atomic import write_bytes
    from turnus import rules_page

    words, ending = screen.words, out.suffix.lower()
    if ending == ".json":
        text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    else:
        make = rules_page.html if ending == ".html" else rules_page.markdown
        text = make(document, words, name)
    write_bytes(out, text.encode())
    screen.say(words.say("files.written", file=str(out), what=words.say("files.rules")))


def show(screen: Screen, document: dict[str, Any], name: str) -> None:
    """Print the document as one table, a section for each rule."""
    from rich.text import Text

    from turnus import rules_page
    from turnus.terminal.tables import table

    words = screen.words
    grid = table(rules_page.heading(document, words, name))
    for column in ("rule", "value", "paragraph", "set_by"):
        grid.add_column(words.say(f"rules.{column}"))
    for rule in document["rules"]:
        told = Text(rule["name"], "bold")
        for more in (rule["told"], rules_page.later(rule, words)):
            told.append(f"\n{more}" if more else "", "yellow")
        for who, value in rules_page.rows(rule):
            told.append(f"\n{who}" if who and len(rule["groups"]) > 1 else "", "not bold")
            grid.add_row(told, *_cells(value, screen))
            told = Text()
        grid.add_section()
    screen.show(grid)
    screen.say(rules_page.books(document, words), "dim")
    for agreement in document["agreements"]:
        screen.say(agreement["told"], "dim")
    for notice in document["notices"]:
        screen.say(notice["text"], "yellow")


def _cells(value: dict[str, Any] | None, screen: Screen) -> tuple[Any, ...]:
    from rich.text import Text

    from turnus import rules_page

    words = screen.words
    if value is None:
        return words.say("rules.nothing"), "", ""
    shown = Text(value["shown"]).append(f"\n{value['name']}", "dim")
    source = Text(rules_page.paragraph(value, words))
    if value["valid_from"] and value["paragraph"]:
        told = words.say("rules.from", date=rules_page.since(value, words))
        source.append(f"\n{told}", "dim")
    return shown, source, value["told"]
