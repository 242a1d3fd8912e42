"""Write the service's OpenAPI document for the screens: ``python -m tools.openapi [--check]``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from api.app import create_app
from api.db.engine import Database
from api.service import Service
from api.settings import Settings

FILE = Path(__file__).resolve().parent.parent / "web" / "src" / "api" / "openapi.json"


class _NoJobs:
    """The document needs no queue."""

    def begin(self, job: str, *, question: bool = False) -> None:
        raise NotImplementedError(job, question)

    def close(self) -> None:
        """Nothing is open."""


def document() -> str:
    """Return the document as JSON with sorted keys."""
    service = Service(Settings(), Database("sqlite://"), _NoJobs())
    return json.dumps(create_app(service).openapi(), indent=1, sort_keys=True) + "\n"


def main() -> int:
    """Write the file, or say whether it is fresh."""
    wanted = document()
    if "--check" in sys.argv:
        return 0 if FILE.exists() and FILE.read_text("utf-8") == wanted else 1
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(wanted, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
