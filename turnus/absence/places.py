"""Places of files that commands about absence read and write, the latter tried before the work."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

Influenza = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Weekly influenza table (ECDC), optional.", show_default=False
    ),
]


def require_place(out: Path, inputs: Sequence[Path], endings: tuple[str, ...] = ()) -> None:
    """Raise ``BadInput`` when a file could not be written, or would hide an input."""
    from rostering.errors import BadInput, Fault
    from turnus.files import place_faults

    faults = list(place_faults(out, endings))
    if not faults and any(out.resolve() == path.resolve() for path in inputs):
        faults = [Fault(str(out), "the same file as an input", "a file of its own")]
    if faults:
        raise BadInput(faults)
