"""Files that a command writes: their places are tried before the work, not after it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.errors import BadInput, Fault

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.strategies.base import Outcome

ENDINGS = {"excel": (".xlsx",), "picture": (".png", ".svg")}


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where the results of a solve go; None for what is not wanted."""

    roster: Path | None = None
    card: Path | None = None
    excel: Path | None = None
    picture: Path | None = None

    @property
    def wanted(self) -> dict[str, Path]:
        """The files to write, by what they hold."""
        names = ("roster", "card", "excel", "picture")
        places = {name: getattr(self, name) for name in names}
        return {name: path for name, path in places.items() if path is not None}

    def require_writable(self, inputs: Iterable[str | Path]) -> None:
        """Raise ``BadInput`` for each file that could not be written, or would hide another."""
        faults: list[Fault] = []
        taken = {Path(name).resolve(): "the input" for name in inputs if Path(name).exists()}
        for what, path in self.wanted.items():
            faults += place_faults(path, ENDINGS.get(what, ()))
            if what not in ENDINGS and path.suffix.lower() == ".xlsx":
                needed = f"a file name ending in .json for the {what}"
                faults.append(Fault(str(path), path.suffix, needed, "--excel is meant"))
            other = taken.setdefault(path.resolve(), f"the {what}")
            if other != f"the {what}":
                needed = f"a file of its own for the {what}"
                faults.append(Fault(str(path), f"the same file as {other}", needed))
        if faults:
            raise BadInput(faults)

    def write(self, problem: Problem, outcome: Outcome) -> tuple[dict[str, Path], list[Fault]]:
        """Write what is wanted; return what was written, and why the rest was not."""
        from rostering import writers

        roster, card = outcome.roster, outcome.card
        if roster is None or card is None:
            return {}, []
        jobs: dict[str, Callable[[Path], None]] = {
            "roster": lambda path: writers.write_json(roster, path),
            "card": lambda path: writers.write_json(card, path),
            "excel": lambda path: writers.write_roster_workbook(problem, roster, card, path),
            "picture": lambda path: writers.draw_roster(problem, roster, card, path),
        }
        written, faults = dict[str, Path](), list[Fault]()
        for what, path in self.wanted.items():
            try:
                jobs[what](path)
                written[what] = path
            except BadInput as error:
                faults += error.faults
        return written, faults


def place_faults(path: Path, endings: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Yield why a file could not be written; writes and removes a file beside it to find out."""
    where = str(path)
    if endings and path.suffix.lower() not in endings:
        found = path.suffix or "no ending"
        guess = f"{path.stem or 'roster'}{endings[0]} is meant"
        yield Fault(where, found, f"a file name ending in {' or '.join(endings)}", guess)
    elif path.is_dir():
        yield Fault(where, "a folder", "a file name", "the name is missing at the end")
    elif path.exists() and not path.is_file():
        yield Fault(where, "not an ordinary file", "a file name", "leave the option out")
    elif not path.parent.is_dir():
        yield Fault(where, "no such folder", "a folder that exists", f"`mkdir -p {path.parent}`")
    else:
        yield from _attempt(path)


def _attempt(path: Path) -> Iterator[Fault]:
    try:
        handle, name = tempfile.mkstemp(prefix=".turnus-", dir=path.parent)
        os.close(handle)
        Path(name).unlink()
    except OSError as error:
        found = f"a folder that cannot be written to ({error.strerror})"
        yield Fault(str(path), found, "one that can", "it belongs to somebody else")


def free_name(name: str) -> Path:
    """Return a file name that is not taken: the name itself, or it with a number."""
    path, number = Path(name), 2
    while path.exists():
        path = Path(f"{Path(name).stem}-{number}{Path(name).suffix}")
        number += 1
    return path


def make_folder(folder: Path) -> None:
    """Make a folder and those above it.

    Raises
    ------
    BadInput
        When that cannot be done.
    """
    with contextlib.suppress(FileExistsError):
        try:
            folder.mkdir(parents=True)
        except NotADirectoryError as error:
            fault = Fault(str(folder), "a file in the way", "a folder that can be made")
            raise BadInput([fault]) from error
    if not folder.is_dir():
        raise BadInput([Fault(str(folder), "a file", "a folder", "another --out is meant")])
