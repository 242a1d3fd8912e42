"""Run the checks: ``python -m tools.check [NAME...]``; without a name, all of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

CHECKS: dict[str, list[str]] = {
    "lint": [str(BIN / "ruff"), "check", "--quiet", "."],
    "format": [str(BIN / "ruff"), "format", "--check", "--quiet", "--diff", "."],
    "imports": [str(BIN / "lint-imports"), "--no-logo"],
    "licences": [sys.executable, "-m", "tools.licences"],
    "types": [
        sys.executable,
        "-m",
        "mypy",
        "rostering",
        "tasksharing",
        "turnus",
        "api",
        "benchmarks",
    ],
    "docs": [sys.executable, "-m", "tools.docs", "--check"],
}
#: Those that are quick enough to be part of ``make test`` too.
QUICK = ("lint", "format", "imports", "licences", "docs")


def applies(name: str) -> bool:
    """Say whether there is anything to check: the docs have no generator at first."""
    tools = ROOT / "tools"
    return name != "docs" or (tools / "docs.py").exists() or (tools / "docs").is_dir()


def run(name: str) -> subprocess.CompletedProcess[str]:
    """Run one check at the root of the project."""
    return subprocess.run(CHECKS[name], cwd=ROOT, capture_output=True, text=True, check=False)


def main(names: list[str]) -> int:
    """Run the named checks, print what the failing ones said, and count them."""
    failed = 0
    for name in names or [name for name in CHECKS if applies(name)]:
        done = run(name)
        print(f"check {name:9} {'ok' if done.returncode == 0 else 'FAILED'}", flush=True)
        if done.returncode:
            failed += 1
            print(done.stdout + done.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
