"""Make the runs of ``targets.toml``: `python -m benchmarks.targets --suites FOLDER --out FILE`."""

from __future__ import annotations

import argparse
import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.harness.campaign import Plan, Teller, campaign
from benchmarks.harness.journal import Journal
from benchmarks.harness.record import Key, Record
from benchmarks.harness.suites import suite
from benchmarks.harness.targets import Row, rows
from rostering.errors import BadInput

log = logging.getLogger("benchmarks.targets")
FOLDERS = {"curtois": "curtois24", "inrc1": "inrc1", "inrc2": "inrc2"}


class _Log(Teller):
    def begins(self, key: Key) -> None:
        log.info("%s", key)

    def ended(self, record: Record) -> None:
        log.info(
            "  %s: %s, bound %s, %s s %s",
            *(record.status, record.objective, record.bound, record.wall_s, record.trouble),
        )


class _Stop:
    """Whether Ctrl-C was pressed."""

    def __init__(self) -> None:
        self.pressed = False
        signal.signal(signal.SIGINT, self._press)

    def _press(self, *_: object) -> None:
        self.pressed = True

    def __call__(self) -> bool:
        return self.pressed


def main(argv: Sequence[str] | None = None) -> int:
    """Make the runs that the file does not have; return 0, or 130 when stopped."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    asked = _asked(argv)
    asked.rosters.mkdir(parents=True, exist_ok=True)
    journal, stop = Journal(asked.out), _Stop()
    for row in rows():
        if (not asked.rows or row.name in asked.rows) and not stop():
            _make(row, asked, journal, stop)
    return 130 if stop() else 0


def _asked(argv: Sequence[str] | None) -> argparse.Namespace:
    names = [row.name for row in rows()]
    parser = argparse.ArgumentParser(prog="python -m benchmarks.targets", description=__doc__)
    parser.add_argument("--suites", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.jsonl")
    parser.add_argument("--rosters", type=Path, default=Path("build/rosters"), metavar="FOLDER")
    parser.add_argument("--strategy", default="auto,cpsat", metavar="A,B")
    parser.add_argument("--seed", type=int, nargs="+", default=[1], metavar="N")
    parser.add_argument("--rows", nargs="+", default=[], choices=names, metavar="NAME")
    return parser.parse_args(argv)


def _make(row: Row, asked: argparse.Namespace, journal: Journal, stop: _Stop) -> None:
    folder = asked.suites / FOLDERS[row.suite] if row.suite in FOLDERS else None
    strategies = tuple(asked.strategy.split(","))
    plan = Plan(row.instances, strategies, tuple(asked.seed), 2, row.budget)
    try:
        campaign(suite(row.suite, folder), plan, journal, asked.rosters, stop, _Log())
    except BadInput as error:
        log.warning("%s: %s", row.name, error)


if __name__ == "__main__":
    sys.exit(main())
