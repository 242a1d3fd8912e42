"""Every error of the engine, in one tree.

HelseturnusError
|- BadInput            a file or a problem is wrong: a list of faults      (exit code 2)
|- Unsupported         right, but this version cannot do it: says so       (exit code 2)
|- EngineDrift         solver, checker and score card disagree: a bug here (exit code 70)
`- SolverDied          the solving process ended without an answer         (exit code 70)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class HelseturnusError(Exception):
    """Root of every error that this project raises on purpose."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in an input, told so that a person can mend it.

    Parameters
    ----------
    where
        JSON path (``people[3].positions[0]``) or sheet and row (``sheet Ansatte, row 5``).
    found
        What stands there now.
    needed
        What must stand there.
    maybe
        A guess at the cause, starting after the word "Maybe".
    """

    where: str
    found: str
    needed: str
    maybe: str = ""

    def __str__(self) -> str:
        """Return the message in one or two lines."""
        first = f"{self.where}: found {self.found}; needed {self.needed}."
        return f"{first}\n  Maybe {self.maybe}." if self.maybe else first


class BadInput(HelseturnusError):
    """An input cannot be used; ``faults`` holds one entry per fault, in reading order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type[BadInput], tuple[tuple[Fault, ...]]]:
        """Keep the faults when the error crosses a process boundary."""
        return BadInput, (self.faults,)


class Unsupported(HelseturnusError):
    """The input is well formed, but asks for something that this version does not do."""


class EngineDrift(HelseturnusError):
    """A roster left the solver that checker or score card do not confirm; it is refused."""


class SolverDied(HelseturnusError):
    """The solving process ended without an answer (killed, or out of memory)."""
