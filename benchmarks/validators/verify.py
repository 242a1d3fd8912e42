"""``python -m benchmarks.validators.verify --dir FOLDER``: published rosters must cost as said.

The folder is INRC-II's; each folder in its ``verified_solutions`` is named
``<instance>_<cost>`` by those who published it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.validators import inrc2
from benchmarks.validators.verdict import Unusable, parsed


def differences(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each published roster's name with what is wrong, nothing when it costs as said."""
    place = folder / "verified_solutions"
    names = sorted(path.name for path in place.iterdir()) if place.is_dir() else []
    if not names:
        raise Unusable(place, "no published rosters", "folders named <instance>_<cost>")
    for name in names:
        instance, _, text = name.rpartition("_")
        cost = parsed(str(place / name), int, text, "a cost at the end of the name")
        verdict = inrc2.validate(folder, instance, place / name)
        broken = ", ".join(verdict.broken)
        costs = "" if verdict.total == cost else f"costs {verdict.total:,}"
        yield name, ", ".join(part for part in (costs, broken) if part)


def main(arguments: list[str] | None = None) -> int:
    """Print a line a roster; 1 when one differs, 2 when a file cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.validators.verify")
    parser.add_argument("--dir", type=Path, required=True, help="folder of the INRC-II files")
    wrong = 0
    try:
        for name, difference in differences(parser.parse_args(arguments).dir):
            sys.stdout.write(f"{name}: {difference or 'as published'}\n")
            wrong += bool(difference)
    except Unusable as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
