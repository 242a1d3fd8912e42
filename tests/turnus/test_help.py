"""The help tells what there is, at once."""

import subprocess
import sys
from pathlib import Path

import pytest
import typer

from tests.turnus.console import ROOT, environment, turnus
from turnus.app import app

TOP = typer.main.get_command(app).commands  # type: ignore[attr-defined]
COMMANDS = sorted(
    " ".join((name, *inner)).strip()
    for name, command in TOP.items()
    for inner in ([(sub,) for sub in getattr(command, "commands", {})] or [()])
)
HEAVY = {"ortools", "openpyxl", "matplotlib", "numpy", "holidays", "rich", "fixtures"}


@pytest.mark.parametrize("arguments", [["--help"], ["solve", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    program = (
        f"import sys; from turnus.app import run; code = run({arguments!r});"
        "print('MODULES', *sys.modules); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    modules = set(done.stdout.partition("MODULES ")[2].split())
    assert "turnus.solve" in modules
    assert modules & HEAVY == set()
    assert (
        modules & {"pydantic" if len(arguments) == 1 else "", "rostering.domain.problem"} == set()
    )


def test_help_names_every_command_and_exit_code(tmp_path: Path) -> None:
    shown = turnus(tmp_path, "--help").out
    assert set(COMMANDS) >= {"solve", "check", "score", "show", "diff", "template", "demo"}
    for word in [*TOP, "0 ", "1 ", "2 ", "3 ", "4 ", "70 ", "docs/command-line.md"]:
        assert word in shown


def test_no_command_at_all_shows_the_help(tmp_path: Path) -> None:
    assert turnus(tmp_path) == turnus(tmp_path, "--help")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    from turnus.app import run

    assert run([*command.split(), "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"Example:\n    turnus {command}" in shown
    assert "--json" in shown
    assert "--language" in shown


def test_version_is_told(tmp_path: Path) -> None:
    assert turnus(tmp_path, "--version").out.startswith("helseturnus ")


def test_fits_eighty_columns(tmp_path: Path) -> None:
    assert max(len(line) for line in turnus(tmp_path, "--help").out.splitlines()) <= 80
