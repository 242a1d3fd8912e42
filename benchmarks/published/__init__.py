"""What other solvers have reached, as facts with their source: one TOML file a suite."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Peer:
    """Another solver's result on an instance; None for what it did not reach or is not told."""

    suite: str
    instance: str
    solver: str
    at_60: int | None = None
    at_300: int | None = None
    bound: int | None = None
    proved_s: float | None = None

    def told(self) -> str:
        """Return it in a few words."""
        if self.at_60 is None and self.at_300 is None and self.proved_s is not None:
            return f"proved in {self.proved_s:g} s"
        pair = (self.at_60, self.at_300)
        text = " / ".join("none" if cost is None else f"{cost:,}" for cost in pair)
        notes = []
        if self.bound is not None:
            notes.append(f"bound {self.bound:,}")
        if self.proved_s is not None:
            notes.append(f"proved in {self.proved_s:g} s")
        return f"{text} ({', '.join(notes)})" if notes else text


def peers(suite: str) -> tuple[str, tuple[Peer, ...]]:
    """Return where a suite's results come from, and the results; nothing when there are none."""
    path = _FOLDER / f"{suite}.toml"
    if not path.exists():
        return "", ()
    data = tomllib.loads(path.read_text("utf-8"))
    found = (Peer(suite=suite, **entry) for entry in data["result"])
    return data["source"], tuple(found)
