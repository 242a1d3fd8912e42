"""What was done, what was broken on purpose, and what was lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Tally:
    """Counts of one run; a fault is named by who was killed and what was going on."""

    seed: int
    rounds: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    checked: Counter[str] = field(default_factory=Counter)
    losses: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Return the run in words; the last line has rounds, faults and losses."""
        told = [f"LOST {loss}" for loss in self.losses]
        told += [f"{count:5} faults: {kind}" for kind, count in sorted(self.faults.items())]
        told += [f"{count:5} checked: {kind}" for kind, count in sorted(self.checked.items())]
        counts = f"rounds {self.rounds}, faults {self.faults.total()}, losses {len(self.losses)}"
        return [*told, f"seed {self.seed}", counts]
