"""Where an import writes: tried before anything is read, written when all is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.errors import BadInput, Fault
from turnus.files import place_faults

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.domain.roster import Roster
    from rostering.readers.existing import Mapping
    from turnus.terminal.screen import Screen


@dataclass(frozen=True, slots=True)
class Places:
    """Files for the roster, the ward and the mapping; None for what is not wanted."""

    roster: Path | None
    ward: Path | None
    mapping: Path | None

    def require_fit(self, inputs: Iterable[Path | None]) -> None:
        """Raise ``BadInput`` for each place that cannot be written or would hide a file."""
        faults: list[Fault] = []
        taken = {path.resolve(): "an input" for path in inputs if path and path.exists()}
        endings = {"roster": (".json",), "ward": (".json", ".xlsx"), "mapping": (".toml",)}
        for what, allowed in endings.items():
            path: Path | None = getattr(self, what)
            if path is None:
                continue
            faults += place_faults(path, allowed)
            other = taken.setdefault(path.resolve(), f"the {what}")
            if other != f"the {what}":
                needed = f"a file of its own for the {what}"
                faults.append(Fault(str(path), f"the same file as {other}", needed))
            elif what == "mapping" and path.exists():
                guess = "use it with --mapping, or give another name"
                faults.append(Fault(str(path), "a mapping that exists", "a new file name", guess))
        if not faults and not (self.roster or self.ward or self.mapping):
            guess = "--save-mapping unit.toml comes first, then --out and --out-ward"
            needed = "--out, --out-ward or --save-mapping"
            faults.append(Fault("turnus import roster", "nowhere to write", needed, guess))
        if faults:
            raise BadInput(faults)

    def save(self, screen: Screen, mapping: Mapping, questions: tuple[str, ...]) -> None:
        """Write the mapping when that is wanted; also one whose file has faults yet."""
        from rostering.readers.existing import mapping_text
        from rostering.writers.atomic import write_bytes

        if self.mapping is None:
            return
        write_bytes(self.mapping, mapping_text(mapping, questions).encode())
        self._tell(screen, "mapping", self.mapping)

    def write(self, screen: Screen, problem: Problem, roster: Roster | None) -> dict[str, Path]:
        """Write ward and roster; return what was written."""
        from rostering import writers

        written = {"mapping": self.mapping} if self.mapping else {}
        if self.ward is not None:
            if self.ward.suffix.lower() == ".xlsx":
                writers.write_ward_workbook(problem, self.ward)
            else:
                writers.write_json(problem, self.ward)
            written["ward"] = self.ward
            self._tell(screen, "ward", self.ward)
        if self.roster is not None and roster is not None:
            writers.write_json(roster, self.roster)
            written["roster"] = self.roster
            self._tell(screen, "roster", self.roster)
        return written

    @staticmethod
    def _tell(screen: Screen, what: str, path: Path) -> None:
        words = screen.words
        told = words.say("import.mapping" if what == "mapping" else f"files.{what}")
        screen.say(words.say("files.written", file=str(path), what=told))
