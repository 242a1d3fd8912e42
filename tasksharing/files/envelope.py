"""Whether a file is of the wanted format and a version that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from rostering.errors import BadInput, Fault
from rostering.readers.json_text import shown

_VERSION = 1


def require_format(data: dict[str, Any], wanted: str, name: str) -> None:
    """Raise ``BadInput`` when plain data are of another format or a newer version."""
    found, version = data.get("format"), data.get("version")
    faults = []
    if found != wanted:
        seen = "nothing" if found is None else shown(found)
        faults.append(Fault(f"{name}, format", seen, f'"{wanted}"', "it is another kind of file"))
    elif version != _VERSION or isinstance(version, bool):
        seen = "nothing" if version is None else shown(version)
        guess = "it was made by a newer turnus"
        faults.append(Fault(f"{name}, version", seen, f"version {_VERSION}", guess))
    if faults:
        raise BadInput(faults)


@contextmanager
def of_file(name: str) -> Iterator[None]:
    """Tell in which file each fault is, where several may be read together."""
    try:
        yield
    except BadInput as error:
        told = (replace(fault, where=f"{name}, {fault.where}") for fault in error.faults)
        raise BadInput(told) from error
