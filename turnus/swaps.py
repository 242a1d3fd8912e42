"""``turnus swaps``: whom could a person swap a duty with, and what would it change?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from turnus import exits
from turnus.options import AsJson, Language, Roster, Ward

if TYPE_CHECKING:
    from rostering.domain.roster import Roster as RosterModel
    from rostering.swap import Swap

_ASKED = ("person", "date", "shift")


Shift = Annotated[
    str | None,
    typer.Option(metavar="CODE", help="Its shift, where there are two.", show_default=False),
]
Today = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        help="No day before this one changes; the clock's when left out.",
        show_default=False,
    ),
]
Take = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Make the N-th swap; needs --out.", show_default=False),
]
Out = Annotated[
    Path | None,
    typer.Option(metavar="FILE.json", help="Write the roster after it there.", show_default=False),
]


def swaps(  # noqa: PLR0913 - one parameter an option
    ward: Ward,
    roster: Roster,
    *,
    person: Annotated[str, typer.Option(metavar="ID", help="Whose duty it is.")],
    date: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The day on which it starts.")],
    shift: Shift = None,
    today: Today = None,
    two_way: Annotated[
        bool, typer.Option("--two-way", help="Swaps of two people only, no chains of three.")
    ] = False,
    window: Annotated[
        int, typer.Option(min=0, max=371, metavar="N", help="Days to look before and after it.")
    ] = 14,
    most: Annotated[int, typer.Option(min=1, max=1000, metavar="N", help="Swaps to show.")] = 20,
    take: Take = None,
    out: Out = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Find the lawful swaps of a duty, the best first.

    Two people exchange a duty each, or three in a ring. No swap adds a breach of a hard rule or
    touches a day that is past, frozen, locked or off. Nobody losing wishes comes first, then the
    most wishes gained, the score card, the nearest dates, and names.

    \b
    Example:
      turnus swaps ward.xlsx roster.json --person n05 --date 2027-03-04
      turnus swaps ward.xlsx roster.json --person n05 --date 2027-03-04 --take 1 --out new.json
    """
    from rostering.check import Court
    from rostering.swap import swaps_for
    from turnus.dates import read_day
    from turnus.terminal.screen import Screen
    from turnus.terminal.swap_table import show_swaps
    from turnus.wards import read_roster, read_ward

    screen = Screen(language, as_json=as_json)
    when, now = read_day(date, "--date"), _today(today)
    _require_place(take, out, [Path(ward), roster])
    problem = read_ward(ward)
    found, same = read_roster(roster, problem)
    if not same:
        screen.warn(screen.words.say("check.hash", roster=str(roster)))
    court = Court.of(problem, found)
    with _as_typed():
        made = swaps_for(
            court, found, person, when, shift,
            today=now, three_way=not two_way, window=window, most=max(most, take or 0),
        )  # fmt: skip
    if take is not None and out is not None:
        _write(made, take, found, out)
    show_swaps(screen, problem, made[:most])
    if out is not None:
        what = screen.words.say("files.roster")
        screen.say(screen.words.say("files.written", file=str(out), what=what))
    screen.emit(_document(made[:most], now, out))
    return exits.OK


def _today(text: str | None) -> dt.date:
    from rostering.domain.clock import OSLO
    from turnus.dates import read_day

    return dt.datetime.now(OSLO).date() if text is None else read_day(text, "--today")


def _require_place(take: int | None, out: Path | None, inputs: list[Path]) -> None:
    """Raise ``BadInput`` when the roster could not be written, before anything is searched for."""
    from rostering.errors import BadInput, Fault
    from turnus.files import place_faults

    faults = []
    if out is None and take is not None:
        faults = [Fault("--take", f"{take} without --out", "a file for the roster after the swap")]
    elif out is not None:
        faults = list(place_faults(out, (".json",)))
        if not faults and any(out.resolve() == p.resolve() for p in inputs if p.exists()):
            faults.append(Fault(str(out), "the same file as an input", "a file of its own"))
        if take is None:
            faults.append(Fault("--out", f"{out} without --take", "the number of a swap to make"))
    if faults:
        raise BadInput(faults)


@contextmanager
def _as_typed() -> Iterator[None]:
    """Tell faults by the options in which they stand."""
    from rostering.errors import BadInput

    try:
        yield
    except BadInput as error:
        raise BadInput(
            replace(f, where=f"--{f.where}") if f.where in _ASKED else f for f in error.faults
        ) from error


def _write(made: tuple[Swap, ...], take: int, roster: RosterModel, out: Path) -> None:
    from rostering.errors import BadInput, Fault
    from rostering.swap import apply
    from rostering.writers.json_file import write_json

    if take > len(made):
        needed = f"a number from 1 to {len(made)}" if made else "a lawful swap, and there is none"
        raise BadInput([Fault("--take", str(take), needed)])
    write_json(apply(made[take - 1], roster), out)


def _document(made: tuple[Swap, ...], today: dt.date, out: Path | None) -> dict[str, Any]:
    return {
        "today": today.isoformat(),
        "swaps": [swap.model_dump(mode="json") for swap in made],
        "file": None if out is None else str(out),
    }
