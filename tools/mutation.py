"""Mutate rules and goals with mutmut; every survivor must be explained in docs/mutation.md.

``python -m tools.mutation [NAME...]`` works in build/mutation; a name is a mutmut pattern, say
``rostering.rules.runs*``. A survivor is explained by a line of docs/mutation.md under the heading
of its file that shows the same change: the old line, an arrow, the new line.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tools import planted

ROOT = planted.ROOT
TREE = ROOT / "build" / "mutation"
EXPLAINED = ROOT / "docs" / "mutation.md"
MUTMUT = str(Path(sys.executable).parent / "mutmut")
ALIVE = ("survived", "no tests")
ENDED = ("killed", "timeout", "suspicious")  # the last two never come to an end by themselves
_RESULT = re.compile(r"^\s+(rostering\.\S+): (.+)$", re.MULTILINE)


def main(names: list[str]) -> int:
    """Run mutmut, print counts and each survivor that is not explained; count those."""
    shutil.rmtree(TREE, ignore_errors=True)
    planted.copy(TREE)
    subprocess.run([MUTMUT, "run", "--max-children", "1", *names], cwd=TREE, check=False)
    found = results()
    print(", ".join(f"{number} {state}" for state, number in Counter(found.values()).items()))
    alive = [name for name, state in found.items() if state in ALIVE]
    explained = set(explanations(EXPLAINED.read_text("utf-8")))
    unexplained = 0
    for name in alive:
        changed = (file_of(name), *change(name))
        if changed not in explained:
            unexplained += 1
            print(f"{name} ({found[name]})\n- {changed[1]}\n+ {changed[2]}")
    killed = sum(state in ENDED for state in found.values())
    print(f"{killed} killed, {len(alive)} survived, {unexplained} of them not explained")
    return 1 if unexplained else 0


def results() -> dict[str, str]:
    """Return the state of each mutant that was run."""
    done = mutmut("results", "--all", "true")
    return {name: state for name, state in _RESULT.findall(done) if state != "not checked"}


def change(name: str) -> tuple[str, str]:
    """Return the line that a mutant changes, before and after, without its indent."""
    shown = mutmut("show", name).splitlines()
    marked = [line for line in shown if re.match(r"^[-+](?![-+])", line)]
    old = " ".join(line[1:].strip() for line in marked if line[0] == "-")
    new = " ".join(line[1:].strip() for line in marked if line[0] == "+")
    return old, new


def file_of(name: str) -> str:
    """Return ``rules/daily_rest`` for a mutant's name."""
    return "/".join(name.split(".")[1:3])


def explanations(text: str) -> Iterable[tuple[str, str, str]]:
    """Yield file, old line and new line of each explained survivor."""
    file = ""
    for line in text.splitlines():
        if line.startswith("## "):
            file = line[3:].strip()
        elif match := re.match(r"^- `(.*)` → `(.*)`$", line):
            yield file, match.group(1), match.group(2)


def mutmut(*arguments: str) -> str:
    """Return what a mutmut command prints."""
    return subprocess.run(
        [MUTMUT, *arguments],
        cwd=TREE,
        env=os.environ | {"COLUMNS": "400"},
        capture_output=True,
        text=True,
        check=False,
    ).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
