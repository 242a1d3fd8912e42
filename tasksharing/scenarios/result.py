"""What happened to the tasks of a unit under a scenario, by quarter-hour."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from tasksharing.scenarios.forming import Formed
from tasksharing.scenarios.freeing import Freed, Week
from tasksharing.scenarios.moving import Moved
from tasksharing.scenarios.removing import Removed


@dataclass(frozen=True)
class Shared:
    """Everything that happened to the tasks: exact figures, by quarter-hour."""

    week: Week
    moved: tuple[Moved, ...]
    removed: tuple[Removed, ...]
    left: dict[str, Fraction]
    formed: tuple[Formed, ...]
    freed: tuple[Freed, ...]
