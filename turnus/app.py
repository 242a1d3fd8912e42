"""The command ``turnus``: its commands, its help and how every error ends."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated, TextIO

import typer

from turnus import exits
from turnus.absence import absence
from turnus.bench import bench
from turnus.bench_report import bench_report
from turnus.calendar import calendar
from turnus.check import check
from turnus.choose import choose
from turnus.convert import convert
from turnus.cost import cost
from turnus.demo import demo
from turnus.diff import diff
from turnus.health import health
from turnus.imports import imports
from turnus.keeping import audit, backup, restore, user
from turnus.ledger import ledger
from turnus.notices import notices
from turnus.prepare import prepare
from turnus.receipts import receipts
from turnus.repair import repair
from turnus.rules import rules
from turnus.score import score
from turnus.serve import migrate, serve, work
from turnus.show import show
from turnus.solve import solve
from turnus.stand_ins import stand_ins
from turnus.stress import stress
from turnus.swaps import swaps
from turnus.template import template
from turnus.why import why

HELP = """Rosters for Norwegian health services: built, checked and explained.

The usual order of commands:

\b
  turnus demo                                a whole ward planned in a minute
  turnus template --out ward.xlsx            a workbook to fill in
  turnus solve ward.xlsx --out roster.json   Ctrl-C keeps the best so far
  turnus choose ward.xlsx --out rosters      several, to choose between
  turnus show ward.xlsx roster.json          the roster as a grid
  turnus check ward.xlsx roster.json         is it lawful?
  turnus score ward.xlsx roster.json         what is it worth, goal by goal?
  turnus diff ward.xlsx a.json b.json        which of two is better, and why?
  turnus cost ward.xlsx roster.json          what do its duties cost?
  turnus why ward.xlsx                       no lawful roster: what clashes?
  turnus receipts ward.xlsx roster.json      which wishes were refused, why?
  turnus ledger ward.xlsx roster.json        who has carried what so far?
  turnus repair ward.xlsx roster.json ...    somebody is away: three ways out
  turnus health ward.xlsx roster.json        is it healthy, person by person?
  turnus stand-ins ward.xlsx roster.json ... who may take an open shift?
  turnus swaps ward.xlsx roster.json ...     whom to swap a duty with?
  turnus stress ward.xlsx roster.json        how does it stand sick calls?
  turnus rules ward.xlsx --out rules.html    every rule with its paragraph
  turnus prepare base ward.xlsx ...          base, summer and feast rosters
  turnus import roster unit.xlsx ...         the roster that a unit has today
  turnus absence evaluate --data ...         how well is absence forecast?
  turnus absence fit --data absence.csv ...  learn a forecast of absence
  turnus absence reserve ward.xlsx ...       which reserve shifts pay?
  turnus serve --demo                        the whole service in a browser

Six invented wards come with it; their names stand in for a file: ward:tiny,
ward:small, ward:nursing_home, ward:home_care, ward:hard, ward:year_plan.
"""
EPILOG = """\b
Exit codes:
  0  fine                                1  the roster breaks a hard rule
  2  wrong input or command              3  proved impossible
  4  nothing found in the time given     70 the engine failed

\b
`turnus COMMAND --help` describes a command, docs/command-line.md all of them.
TURNUS_LANGUAGE=nb (or nn) makes them speak Norwegian.
"""

app = typer.Typer(
    help=HELP,
    epilog=EPILOG,
    add_completion=False,
    rich_markup_mode=None,  # plain help keeps its lines, and starts at once
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _print_version() -> None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        typer.echo(f"helseturnus {version('helseturnus')}")
    except PackageNotFoundError:
        typer.echo("helseturnus (not installed)")


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Print the version, or the help when no command is given."""
    if version:
        _print_version()
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


app.command()(demo)
app.command()(template)
app.command()(convert)
app.command()(solve)
app.command()(show)
app.command()(check)
app.command()(score)
app.command()(diff)
app.command()(choose)
app.command()(why)
app.command()(receipts)
app.command()(ledger)
app.command()(repair)
app.command()(calendar)
app.command()(cost)
app.command()(health)
app.command("stand-ins")(stand_ins)
app.command()(stress)
app.command()(swaps)
app.command()(rules)
app.command()(bench)
app.command("bench-report")(bench_report)
app.command()(serve)
app.command()(work)
app.command()(migrate)
app.command()(backup)
app.command()(restore)
app.add_typer(user, name="user")
app.add_typer(audit, name="audit")
app.add_typer(notices, name="notices")
app.add_typer(prepare, name="prepare")
app.add_typer(imports, name="import")
app.add_typer(absence, name="absence")


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; an error that was foreseen leaves no traceback."""
    try:
        command = typer.main.get_command(app)
        with command.make_context("turnus", list(arguments)) as context:
            code = command.invoke(context)
        sys.stdout.flush()
    except typer.Exit as done:
        return done.exit_code
    except (BrokenPipeError, SystemExit):  # rich ends the process when nobody reads on
        return exits.PIPE_CLOSED
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - told, never hidden
        return _told(error, as_json="--json" in arguments)
    return code if isinstance(code, int) else exits.OK


def _told(error: BaseException, *, as_json: bool) -> int:
    from turnus.terminal.screen import emit, tell_failure

    failure = exits.failure(error)
    if failure is None:
        failure = exits.bug(error)
        traceback.print_exception(error)
    try:
        emit(failure.document()) if as_json else tell_failure(failure)
    except OSError:
        with contextlib.suppress(OSError):  # nowhere left to tell it
            tell_failure(failure)
    return failure.code


def main() -> None:
    """Run the command of this process and end it."""
    for stream in (sys.stdout, sys.stderr):
        _forgiving(stream)
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except OSError:  # a pipe that nobody reads, or a full disk: Python would complain once more
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = code or exits.PIPE_CLOSED
    sys.exit(code)


def _forgiving(stream: TextIO) -> None:
    """Write a question mark where a terminal has no such letter."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
