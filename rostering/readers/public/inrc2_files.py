"""The files that an INRC-II instance is made of, and whether they fit together.

``n030w4_1_6-2-9-1`` is the set n030w4 with its history 1 and its weeks 6, 2, 9 and 1 in a chain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from rostering.errors import BadInput, Fault
from rostering.readers import guesses
from rostering.readers.public.inrc2_fit import history_faults, scenario_faults, week_faults
from rostering.readers.public.inrc2_json import History, Scenario, Week, read
from rostering.readers.public.reading import existing
from rostering.readers.validation import limited

_NAME = re.compile(r"^(?P<set>[\w]+)_(?P<history>\d{1,3})_(?P<weeks>\d{1,3}(?:-\d{1,3}){0,52})$")


@dataclass(frozen=True, slots=True)
class Instance:
    """Scenario, history and weeks of one instance."""

    scenario: Scenario
    history: History
    weeks: tuple[Week, ...]


def open_instance(folder: Path, name: str) -> Instance:
    """Return the files of an instance.

    Raises
    ------
    BadInput
        When a file is missing, wrong in itself, or does not fit the others.
    """
    parts = _NAME.match(name)
    if parts is None:
        needed = "set_history_week-week-..., such as n030w4_1_6-2-9-1"
        raise BadInput([Fault("the name", f"{name!r}", needed)])
    chosen, weeks = parts["set"], parts["weeks"].split("-")
    inside = _set_folder(folder, chosen)
    wanted = [
        (f"Sc-{chosen}.json", "Sc-*.json"),
        (f"H0-{chosen}-{parts['history']}.json", f"H0-{chosen}-*.json"),
        *((f"WD-{chosen}-{week}.json", f"WD-{chosen}-*.json") for week in weeks),
    ]
    files = _existing(inside, wanted)
    scenario, history = read(files[0], Scenario), read(files[1], History)
    read_weeks = {path: read(path, Week) for path in files[2:]}
    instance = Instance(scenario, history, tuple(read_weeks[path] for path in files[2:]))
    found = [
        *scenario_faults(files[0].name, scenario, len(weeks)),
        *history_faults(files[1].name, scenario, history),
        *(f for path, week in read_weeks.items() for f in week_faults(path.name, scenario, week)),
    ]
    if found:
        raise BadInput(limited(found))
    return instance


def _set_folder(folder: Path, name: str) -> Path:
    """Return the folder of a set: one of that name, or the folder itself when it holds the set."""
    if (folder / name).is_dir() or not folder.is_dir() or any(folder.glob("Sc-*.json")):
        return folder / name if (folder / name).is_dir() else folder
    sets = sorted(path.parent.name for path in folder.glob("*/Sc-*.json"))
    needed = f"one of: {', '.join(sets)}" if sets else "a folder with a folder for each set"
    guess = guesses.spelling(name, sets) if sets else "--dir names another folder"
    raise BadInput([Fault(str(folder / name), "no such folder", needed, guess)])


def _existing(folder: Path, wanted: list[tuple[str, str]]) -> list[Path]:
    """Return the files of a folder; each one that is missing is a fault."""
    found, faults = list[Path](), list[Fault]()
    for name, like in wanted:
        try:
            found.append(existing(folder, name, like))
        except BadInput as error:
            faults += error.faults
    if faults:
        raise BadInput(limited(faults))
    return found
