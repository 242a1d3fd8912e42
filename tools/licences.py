"""Check every installed package's licence against licences-allowed.toml."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OWN = "helseturnus"


def installed() -> dict[str, str]:
    """Return each installed package's licence, as the package itself states it."""
    listed = subprocess.run(
        [sys.executable, "-m", "piplicenses", "--from=mixed", "--with-system", "--format=json"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {row["Name"]: row["License"] for row in json.loads(listed.stdout) if row["Name"] != OWN}


def permitted(licence: str, allowed: set[str]) -> bool:
    """Say whether every licence named is allowed, or one of each choice is."""
    if licence in allowed:
        return True
    if "; " in licence:
        return all(permitted(part, allowed) for part in licence.split("; "))
    required = licence.replace("(", "").replace(")", "").split(" AND ")
    return all(any(choice in allowed for choice in part.split(" OR ")) for part in required)


def refused(packages: dict[str, str], allowed: set[str], exceptions: dict[str, str]) -> list[str]:
    """Return a line for each package whose licence is neither allowed nor excepted."""
    return [
        f"{name}: {licence}"
        for name, licence in sorted(packages.items())
        if not permitted(licence, allowed) and exceptions.get(name) != licence
    ]


def main() -> int:
    """Print what is refused; 0 where nothing is."""
    with (ROOT / "licences-allowed.toml").open("rb") as file:
        lists = tomllib.load(file)
    lines = refused(installed(), set(lists["allowed"]), lists["exceptions"])
    for line in lines:
        print(f"licence not allowed: {line} (see licences-allowed.toml)")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
