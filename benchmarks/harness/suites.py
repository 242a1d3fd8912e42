"""Where instances come from and who judges their rosters: three public suites and our own wards."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks.harness.best_known import read_best_known
from benchmarks.validators import Unusable, validate
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.errors import BadInput, Fault


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an independent judge says of a written roster: its cost and the hard rules broken.

    The cost is None when the file could not be written or read.
    """

    cost: int | None
    broken: dict[str, int]


class Suite(Protocol):
    """A family of instances."""

    @property
    def name(self) -> str:
        """Name on the command line."""
        ...

    def instances(self) -> tuple[str, ...]:
        """Return the names of all instances there are."""
        ...

    def problem(self, instance: str) -> Problem:
        """Return an instance as the engine's problem."""
        ...

    def published(self, instance: str, /) -> dict[str, str]:
        """Return what others have reached, as the folder's table tells it."""
        ...

    def write(self, problem: Problem, roster: Roster, place: Path, /) -> Path:
        """Write a roster in the suite's own form; ``place`` has no ending yet."""
        ...

    def evaluate(self, instance: str, problem: Problem, path: Path, /) -> Evaluation:
        """Judge a roster from its file."""
        ...


@dataclass(frozen=True, slots=True)
class Own:
    """The bundled wards, judged by checker and score card from the written roster."""

    name: str = "own"

    def instances(self) -> tuple[str, ...]:
        """Return the names of the wards."""
        from fixtures import WARDS

        return WARDS

    def problem(self, instance: str) -> Problem:
        """Return a ward."""
        from fixtures import ward

        return ward(instance)

    def published(self, _instance: str, /) -> dict[str, str]:
        """Return nothing: nobody else plans these wards."""
        return {}

    def write(self, _problem: Problem, roster: Roster, place: Path, /) -> Path:
        """Write the roster as JSON."""
        from rostering.writers import write_json

        path = place.with_name(f"{place.name}.json")
        write_json(roster, path)
        return path

    def evaluate(self, _instance: str, problem: Problem, path: Path, /) -> Evaluation:
        """Return the score card's total and the hard rules broken."""
        from rostering.readers import read_roster
        from rostering.score import score

        card = score(problem, read_roster(path))
        hard = [breach.rule for breach in card.breaches if breach.hard]
        return Evaluation(card.total, {rule: hard.count(rule) for rule in dict.fromkeys(hard)})


@dataclass(frozen=True, slots=True)
class Public:
    """A public suite in a folder, judged by its validator from the roster's public form."""

    name: str
    folder: Path
    read: Callable[[Path, str], Problem]
    found: Callable[[Path], tuple[str, ...]]
    ending: str

    def instances(self) -> tuple[str, ...]:
        """Return the names of the instances in the folder."""
        return self.found(self.folder)

    def problem(self, instance: str) -> Problem:
        """Read an instance."""
        return self.read(self.folder, instance)

    def published(self, instance: str) -> dict[str, str]:
        """Return the instance's row of ``best_known.csv``."""
        return read_best_known(self.folder).get(instance, {})

    def write(self, problem: Problem, roster: Roster, place: Path) -> Path:
        """Write the roster in the suite's own form; for ``inrc2`` a folder of week files."""
        from rostering.writers.public import write_public_roster

        path = place.with_name(f"{place.name}{self.ending}")
        if not self.ending:
            path.mkdir(exist_ok=True)
        write_public_roster(self.name, problem, roster, path)
        return path

    def evaluate(self, instance: str, _problem: Problem, path: Path, /) -> Evaluation:
        """Return the validator's verdict, which knows nothing of the engine."""
        try:
            verdict = validate(self.name, self.folder, instance, path)
        except Unusable as error:
            return Evaluation(None, {f"unreadable: {error}": 1})
        return Evaluation(verdict.total, verdict.broken)


def _numbered(folder: Path) -> tuple[str, ...]:
    numbers = (re.fullmatch(r"Instance(\d+)", p.stem) for p in folder.glob("Instance*.txt"))
    return tuple(map(str, sorted(int(number[1]) for number in numbers if number)))


def _texts(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("*.txt")))


def _listed(folder: Path) -> tuple[str, ...]:
    """Return the instances that the table lists and whose set is there."""
    rows = read_best_known(folder)
    return tuple(name for name in rows if (folder / name.partition("_")[0]).is_dir())


NAMES = ("curtois", "inrc1", "inrc2", "own")


def suite(name: str, folder: Path | None) -> Suite:
    """Return a suite by name.

    Raises
    ------
    BadInput
        When there is no such suite, or its folder is missing.
    """
    if name not in NAMES:
        raise BadInput([Fault("--suite", repr(name), f"one of: {', '.join(NAMES)}")])
    if name == "own":
        return Own()
    if folder is None or not folder.is_dir():
        found = "nothing" if folder is None else f"no folder {str(folder)!r}"
        raise BadInput([Fault("--dir", found, f"the folder of the files of {name}")])
    return _public(name, folder)


def _public(name: str, folder: Path) -> Public:
    from rostering.readers.public import read_curtois, read_inrc1, read_inrc2

    if name == "curtois":
        return Public(name, folder, read_curtois, _numbered, ".txt")
    if name == "inrc1":
        return Public(name, folder, read_inrc1, _texts, ".xml")
    return Public(name, folder, read_inrc2, _listed, "")
