"""``python -m benchmarks.validators SUITE --dir F --instance I --roster R``: cost part by part."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.validators import SUITES, Unusable, Verdict, validate


def report(verdict: Verdict) -> str:
    """Return a verdict as lines of text."""
    rows = [*verdict.parts.items(), ("total", verdict.total)]
    lines = [f"{name:32}{cost:>10,}" for name, cost in rows]
    lines += [f"broken, {rule}: {count}" for rule, count in verdict.broken.items()]
    lines += [f"  {breach.rule}: {breach.text}" for breach in verdict.breaches]
    return "\n".join(lines if verdict.breaches else [*lines, "no hard rule is broken"])


def main(arguments: list[str] | None = None) -> int:
    """Print a verdict; 0 when no hard rule is broken, 1 when one is, 2 for an unusable file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.validators", description=__doc__)
    parser.add_argument("suite", choices=tuple(SUITES))
    parser.add_argument("--dir", type=Path, required=True, help="folder of the suite's files")
    parser.add_argument("--instance", required=True, help="name as in the suite's tables")
    parser.add_argument("--roster", type=Path, required=True, help="file; inrc2: folder of weeks")
    given = parser.parse_args(arguments)
    try:
        verdict = validate(given.suite, given.dir, given.instance, given.roster)
    except Unusable as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(report(verdict) + "\n")
    return 1 if verdict.breaches else 0


if __name__ == "__main__":
    sys.exit(main())
