"""The screens as they are shipped: built anew when their sources are newer."""

from __future__ import annotations

import fcntl
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "api" / "static" / "index.html"
LOCK = ROOT / "build" / "screens.lock"
SOURCES = (
    *("web/src", "web/public", "web/theme", "web/vite", "web/index.html", "web/vite.config.ts"),
    *("web/package-lock.json", "api/texts", "rostering/texts"),
)
GIVEN = "TURNUS_SCREENS"  # «built»: take what is there


def _files() -> Iterator[Path]:
    for name in SOURCES:
        path = ROOT / name
        found = path.rglob("*") if path.is_dir() else (path,)
        # what Python keeps beside the texts is no source of the screens
        yield from (one for one in found if one.is_file() and one.suffix != ".pyc")


def outdated() -> bool:
    """Say whether the screens are not built, or from older sources."""
    if not BUILT.is_file():
        return True
    built = BUILT.stat().st_mtime
    return any(path.stat().st_mtime > built for path in _files())


def build() -> None:
    """Build the screens unless they are up to date; one process builds, others wait for it."""
    if os.environ.get(GIVEN) == "built":
        return
    LOCK.parent.mkdir(exist_ok=True)
    with LOCK.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if outdated():
            asked = ["tools/web.sh"]
            done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr
