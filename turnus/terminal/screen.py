"""Where a command talks: results to standard output, talk about them to standard error."""

from __future__ import annotations

import json
import os
import shlex
import sys
from pathlib import Path
from typing import Any

from rich.console import Console, RenderableType
from rich.text import Text

from turnus.exits import Failure
from turnus.texts import Words

MOST_FAULTS = 20
PIPED_WIDTH = 100


class Screen:
    """Two consoles and a language. With ``as_json``, ``emit`` alone writes to standard output."""

    def __init__(self, language: str = "en", *, as_json: bool = False) -> None:
        self.words = Words(language)
        self.language = language
        self.as_json = as_json
        self.out = console()
        self.err = console(stderr=True)

    @property
    def width(self) -> int:
        """Columns of the terminal; a hundred when there is none."""
        return self.out.width

    def show(self, *parts: RenderableType) -> None:
        """Print tables or texts of the result."""
        if not self.as_json:
            for part in parts:
                self.out.print(part)

    def say(self, text: str, style: str = "") -> None:
        """Print a sentence of the result; a long one is not broken when it is piped."""
        if not self.as_json:
            self.out.print(Text(text, style), soft_wrap=not self.out.is_terminal)

    def lines(self, *texts: Text) -> None:
        """Print lines as they are, never broken."""
        if not self.as_json:
            for text in texts:
                self.out.print(text, soft_wrap=True)

    def note(self, text: str, style: str = "dim") -> None:
        """Tell something beside the result, on standard error."""
        if not self.as_json:
            self.err.print(Text(text, style), soft_wrap=not self.err.is_terminal)

    def warn(self, text: str) -> None:
        """Tell something that should not be missed, on standard error, with ``--json`` too."""
        self.err.print(Text(text, "bold yellow"), soft_wrap=not self.err.is_terminal)

    def emit(self, document: dict[str, Any]) -> None:
        """Print the one JSON document of a command, when that was asked for."""
        if self.as_json:
            emit(document)


def console(*, stderr: bool = False) -> Console:
    """Return a console that prints text as it is; a hundred columns where there is no terminal."""
    made = Console(highlight=False, emoji=False, markup=False, stderr=stderr)
    if not made.is_terminal and "COLUMNS" not in os.environ:
        made.width = PIPED_WIDTH
    return made


def emit(document: dict[str, Any]) -> None:
    """Print a JSON document on standard output."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def tell_failure(failure: Failure) -> None:
    """Print one message a fault on standard error; ``--json`` has those beyond the twentieth."""
    err = console(stderr=True)
    for fault in failure.faults[:MOST_FAULTS]:
        text = Text().append(f"{fault.where}: ", "bold red")
        needed = f"; needed {fault.needed}" if fault.needed else ""
        text.append(f"{'found ' if needed else ''}{fault.found}{needed}.")
        if fault.maybe:
            text.append(f"\n  Maybe {fault.maybe}.")
        err.print(text, soft_wrap=not err.is_terminal)
    hidden = len(failure.faults) - MOST_FAULTS
    if hidden > 0:
        err.print(f"... and {hidden:,} faults more; mend the first ones and try again.")


def typed(*parts: str | Path) -> str:
    """Return a command as a person would type it."""
    return "turnus " + shlex.join(str(part) for part in parts)
