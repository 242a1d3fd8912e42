"""Absences from a date to another, laid over the planned shifts of the same people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from absence_model.table.words import KNOWN_KINDS

if TYPE_CHECKING:
    import pandas as pd

EMPLOYER_DAYS = 16
"""Calendar days that the employer pays: sickness from the 17th day on is known absence."""
AT_ONCE = 2_000
"""Spells laid beside shifts at a time: each meets all of its person's, most of them in vain."""
SICK = ("self_certified", "doctor_certified", "doctor_certified_1_16")


@dataclass(frozen=True, slots=True)
class Spells:
    """Absences, an entry each; ``last`` is NaT while one is not over."""

    person: np.ndarray
    first: np.ndarray
    last: np.ndarray
    kind: np.ndarray
    share: np.ndarray


def joined(spells: Spells, shifts: pd.DataFrame, people: np.ndarray) -> tuple[pd.DataFrame, int]:
    """Return the shifts with their shares of known and short absence, and the spells without any.

    Where spells of a person overlap, known absence counts first; of the short ones the greatest
    share counts, and together they are never more than the shift.
    """
    import pandas as pd

    numbers, unique = pd.factorize(people)
    of = pd.Index(unique).get_indexer(spells.person)
    frame = pd.DataFrame(
        {
            "person": of,
            "first": spells.first,
            "last": np.where(np.isnat(spells.last), np.datetime64("2100-01-01"), spells.last),
            "kind": spells.kind,
            "share": spells.share,
            "spell": np.arange(len(of)),
        }
    )
    frame["begun"] = _begun(spells)
    shifts = shifts.assign(person=numbers, shift=np.arange(len(shifts)))
    met = _met(frame[frame["person"] >= 0], shifts[["person", "date", "shift"]])
    late = (met["date"] - met["begun"]).dt.days >= EMPLOYER_DAYS
    sick = met["kind"].isin(SICK)
    kind = met["kind"].replace("doctor_certified", "doctor_certified_1_16")
    met = met.assign(kind=kind.mask(sick & late, "long_term"))
    return _laid(shifts, met), len(frame) - met["spell"].nunique()


def _met(spells: pd.DataFrame, shifts: pd.DataFrame) -> pd.DataFrame:
    """Return each spell beside the shifts of its person on its days, a part of them at a time."""
    import pandas as pd

    parts = []
    for start in range(0, max(len(spells), 1), AT_ONCE):
        both = spells[start : start + AT_ONCE].merge(shifts, on="person")
        parts.append(both[(both["first"] <= both["date"]) & (both["date"] <= both["last"])])
    return pd.concat(parts, ignore_index=True)


def _begun(spells: Spells) -> np.ndarray:
    """Return the first day of the sickness that each spell goes on: one after another is one."""
    begun = spells.first.copy()
    open_until: dict[object, tuple[np.datetime64, np.datetime64]] = {}
    for at in np.argsort(spells.first, kind="stable"):
        if spells.kind[at] not in SICK:
            continue
        who, first = spells.person[at], spells.first[at]
        last = np.datetime64("2100-01-01") if np.isnat(spells.last[at]) else spells.last[at]
        start, until = open_until.get(who, (first, first - np.timedelta64(2, "D")))
        if first > until + np.timedelta64(1, "D"):
            start = first
        begun[at] = start
        open_until[who] = (start, max(until, last))
    return begun


def _laid(shifts: pd.DataFrame, met: pd.DataFrame) -> pd.DataFrame:
    known = met[met["kind"].isin(KNOWN_KINDS)].sort_values("share", ascending=False, kind="stable")
    known = known.drop_duplicates("shift").set_index("shift")
    short = met[~met["kind"].isin(KNOWN_KINDS)].sort_values("share", ascending=False, kind="stable")
    short = short.drop_duplicates("shift").set_index("shift")
    laid = shifts.set_index("shift")
    laid["known"] = known["share"].reindex(laid.index).fillna(0.0)
    laid["reason"] = known["kind"].reindex(laid.index).fillna("")
    share = short["share"].reindex(laid.index).fillna(0.0)
    laid["short"] = np.minimum(share, 1 - laid["known"])
    laid["kind"] = short["kind"].reindex(laid.index).fillna("")
    return laid.reset_index(drop=True)
