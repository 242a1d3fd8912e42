"""Plant known bugs in rules and goals, one at a time, and see that the tests notice each.

``python -m tools.planted [WORD...]`` works in a temporary copy of the tree; with words, only on the
bugs whose file or description holds one of them. The bugs are in tools/planted.toml.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("rostering", "fixtures/law", "pyproject.toml")
TESTED = ("rules", "terms", "model", "rulings", "texts")
QUIET = ["-x", "-q", "--no-header", "-p", "no:cacheprovider", "--override-ini=addopts="]


@dataclass(frozen=True, slots=True)
class Edit:
    """One text in one file and what takes its place; the text must stand there exactly once."""

    file: str
    old: str
    new: str

    def applied(self, text: str) -> str:
        """Return the file's text with the bug in it.

        Raises
        ------
        LookupError
            When the text to replace is not there exactly once: the code has moved on.
        """
        if text.count(self.old) != 1:
            raise LookupError(f"{self.file} holds {text.count(self.old)} times: {self.old!r}")
        return text.replace(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Bug:
    """A bug and where it is: ``rules/daily_rest`` or ``terms/cost``."""

    where: str
    what: str
    edits: tuple[Edit, ...]


def bugs() -> tuple[Bug, ...]:
    """Return the planted bugs."""
    found = tomllib.loads((ROOT / "tools" / "planted.toml").read_text("utf-8"))["bugs"]
    return tuple(
        Bug(
            told["where"],
            told["what"],
            tuple(
                Edit(edit.get("file", f"rostering/{told['where']}.py"), edit["old"], edit["new"])
                for edit in told["edits"]
            ),
        )
        for told in found
    )


def main(words: list[str]) -> int:
    """Plant the bugs that match, print what became of each, and count the survivors."""
    wanted = [bug for bug in bugs() if not words or any(w in bug.where + bug.what for w in words)]
    with tempfile.TemporaryDirectory() as folder:
        tree = copy(Path(folder))
        if not words:
            require_green(tree)
        survived = [bug for bug in wanted if not told(tree, bug)]
    print(f"{len(wanted)} planted, {len(wanted) - len(survived)} killed")
    return 1 if survived else 0


def copy(folder: Path) -> Path:
    """Return a copy of what the tests of rules and goals need."""
    skip = shutil.ignore_patterns("__pycache__")
    for name in (*COPIED, *(f"tests/{part}" for part in TESTED)):
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=skip)
        else:
            shutil.copy(source, target)
    return folder


def require_green(tree: Path) -> None:
    """Stop when the tests fail before anything is planted.

    Raises
    ------
    SystemExit
        With what the tests said.
    """
    if failing := failure(tree, ["tests"]):
        raise SystemExit(f"the tests fail before anything is planted: {failing}")


def told(tree: Path, bug: Bug) -> bool:
    """Plant a bug, print whether the tests noticed, and take it out again."""
    before = {edit.file: (tree / edit.file).read_text("utf-8") for edit in bug.edits}
    try:
        for edit in bug.edits:
            path = tree / edit.file
            path.write_text(edit.applied(path.read_text("utf-8")), "utf-8")
        failing = next(filter(None, (failure(tree, chosen) for chosen in order(bug))), "")
    finally:
        for name, text in before.items():
            (tree / name).write_text(text, "utf-8")
    print(f"{'killed  ' if failing else 'SURVIVED'} {bug.where}: {bug.what}", flush=True)
    if failing:
        print(f"         by {failing}", flush=True)
    return bool(failing)


def order(bug: Bug) -> Iterator[list[str]]:
    """Yield selections of tests: the bug's own rule or goal first, then all."""
    part, name = bug.where.split("/")
    if part in TESTED:
        yield [f"tests/{part}", "-k", name]
    yield ["tests"]


def failure(tree: Path, chosen: list[str]) -> str:
    """Return the first failing test of a selection, or nothing."""
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *QUIET, "--import-mode=importlib", *chosen],
        cwd=tree,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return ""
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return failed[0].split(" - ")[0] if failed else f"pytest, exit code {done.returncode}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
