"""Rosters of the public suites, costed from their public files alone.

Nothing here imports anything else of this project: neither the engine's readers nor its rules,
so that a misreading of a suite's rules cannot hide on both sides.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.validators import curtois, inrc1, inrc2
from benchmarks.validators.verdict import Breach, Unusable, Verdict

SUITES = {"curtois": curtois.validate, "inrc1": inrc1.validate, "inrc2": inrc2.validate}


def validate(suite: str, folder: Path, instance: str, roster: Path) -> Verdict:
    """Return what a roster in a suite's own form costs, part by part, and what it breaks.

    Parameters
    ----------
    suite
        ``curtois``, ``inrc1`` or ``inrc2``.
    folder
        Where the suite's files lie.
    instance
        Name as the suite's tables give it: ``12``, ``sprint01``, ``n030w4_1_6-2-9-1``.
    roster
        A file, for ``inrc2`` a folder with a file a week.

    Raises
    ------
    Unusable
        When a file is missing or does not fit.
    """
    if suite not in SUITES:
        raise Unusable("suite", repr(suite), f"one of {', '.join(SUITES)}")
    return SUITES[suite](folder, instance, roster)


__all__ = ["SUITES", "Breach", "Unusable", "Verdict", "validate"]
