"""``turnus import curtois|inrc1|inrc2``: public benchmark instances as wards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language

if TYPE_CHECKING:
    from rostering.domain.problem import Problem

Folder = Annotated[Path, typer.Option("--dir", metavar="FOLDER", help="Where the instances are.")]
Out = Annotated[Path, typer.Option("--out", metavar="WARD", help="The ward as .json.")]
Solution = Annotated[
    Path | None,
    typer.Option("--solution", metavar="PATH", help="A published roster in the suite's own form."),
]
OutRoster = Annotated[
    Path | None,
    typer.Option("--out-roster", metavar="FILE", help="That roster as .json, to check and score."),
]


def curtois(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="4 for Instance4.txt.", show_default=False)
    ],
    *,
    folder: Folder,
    out: Out,
    solution: Solution = None,
    out_roster: OutRoster = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Turn a shift-scheduling instance of Curtois and Qu (2014) into a ward.

    Its score card counts in the instance's own points. docs/public-instances.md tells how.

    \b
    Example:
      turnus import curtois 1 --dir instances --out ward.json
      turnus solve ward.json --out roster.json
    """
    from rostering.readers.public import read_curtois

    files = _Files("curtois", out, solution, out_roster)
    return files.run(language, lambda: read_curtois(folder, name), as_json=as_json)


def inrc1(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="sprint01 for sprint01.txt.", show_default=False)
    ],
    *,
    folder: Folder,
    out: Out,
    solution: Solution = None,
    out_roster: OutRoster = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Turn an instance of the first nurse rostering competition (2010) into a ward.

    A solution is the competition's XML file. docs/public-instances.md tells how all is read.

    \b
    Example:
      turnus import inrc1 sprint01 --dir instances --out ward.json
    """
    from rostering.readers.public import read_inrc1

    files = _Files("inrc1", out, solution, out_roster)
    return files.run(language, lambda: read_inrc1(folder, name), as_json=as_json)


def inrc2(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Set, history and weeks.", show_default=False),
    ],
    *,
    folder: Folder,
    out: Out,
    solution: Solution = None,
    out_roster: OutRoster = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Turn an instance of the second nurse rostering competition into a ward.

    The name is set_history_week-week-...: the week files in a chain, all known at once. A solution
    is the folder of its week files.

    \b
    Example:
      turnus import inrc2 n030w4_1_6-2-9-1 --dir sets --out ward.json
      turnus import inrc2 n030w4_1_6-2-9-1 --dir sets --out ward.json --solution found \\
        --out-roster roster.json
    """
    from rostering.readers.public import read_inrc2

    files = _Files("inrc2", out, solution, out_roster)
    return files.run(language, lambda: read_inrc2(folder, name), as_json=as_json)


class _Files:
    """Where an instance, and perhaps a roster of it, come from and go to."""

    def __init__(
        self, family: str, out: Path, solution: Path | None, out_roster: Path | None
    ) -> None:
        self.family, self.out, self.solution, self.out_roster = family, out, solution, out_roster

    def run(self, language: str, read: Callable[[], Problem], *, as_json: bool) -> int:
        """Read, write and tell; with a fault nothing is written."""
        from turnus.imports.places import Places
        from turnus.terminal.screen import Screen

        screen = Screen(language, as_json=as_json)
        self._require_outputs()
        places = Places(self.out_roster, self.out, None)
        places.require_fit((self.solution,))
        problem = read()
        roster = None
        if self.solution is not None:
            from rostering.readers.public import read_public_roster

            roster = read_public_roster(self.family, self.solution, problem)
        written = places.write(screen, problem, roster)
        facts = {
            "people": len(problem.people),
            "days": problem.horizon.days,
            "start": problem.horizon.start,
            "shifts": len(problem.shifts),
        }
        screen.say(screen.words.say("import.public", **facts))
        duties = {"duties": len(roster.assignments)} if roster else {}
        told = facts | duties | {"name": problem.name, "start": str(problem.horizon.start)}
        screen.emit({"files": {what: str(path) for what, path in written.items()}} | told)
        return exits.OK

    def _require_outputs(self) -> None:
        """Refuse a workbook, a solution that goes nowhere and a roster that comes from nowhere."""
        from rostering.errors import BadInput, Fault

        if self.out.suffix.lower() == ".xlsx":
            guess = f"{self.out.stem}.json is meant"
            needed = "a file name ending in .json: a workbook has no column for these points"
            raise BadInput([Fault(str(self.out), ".xlsx", needed, guess)])
        if (self.solution is None) != (self.out_roster is None):
            found, needed = "--solution", "--out-roster"
            if self.solution is None:
                found, needed = needed, found
            raise BadInput([Fault(f"turnus import {self.family}", f"{found} alone", needed)])
