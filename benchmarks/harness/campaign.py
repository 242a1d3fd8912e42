"""Many runs one after the other: those that a file already has are skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.harness.journal import Journal
from benchmarks.harness.record import DRIFT, Key, Record, within
from benchmarks.harness.run import one_run
from benchmarks.harness.suites import Suite
from rostering.errors import BadInput, Fault


@dataclass(frozen=True, slots=True)
class Plan:
    """Which runs are wanted; all strategies of an instance and seed follow upon each other."""

    instances: tuple[str, ...]
    strategies: tuple[str, ...]
    seeds: tuple[int, ...]
    workers: int
    seconds: float

    def keys(self, suite: str) -> Iterator[Key]:
        """Yield the runs in their order."""
        for instance in self.instances:
            for seed in self.seeds:
                for strategy in self.strategies:
                    yield Key(suite, instance, strategy, seed, self.workers, self.seconds)


class Teller:
    """Told about each run as the campaign goes on; this one keeps silent."""

    def skipped(self, key: Key) -> None:
        """A run stands in the file already."""

    def begins(self, key: Key) -> None:
        """A run begins."""

    def ended(self, record: Record) -> None:
        """A run has ended and is in the file."""


def campaign(
    suite: Suite,
    plan: Plan,
    journal: Journal,
    rosters: Path,
    stop: Callable[[], bool],
    teller: Teller,
) -> list[Record]:
    """Make the runs that the journal does not have; return the new ones.

    A run that is stopped is left out, and so are those after it. At the end
    ``within_1pct_s`` of instances without a best-known cost is reckoned anew.

    Raises
    ------
    BadInput
        When the suite has no such instance, or its file is wrong.
    """
    require_instances(suite, plan.instances)
    made: list[Record] = []
    for key in plan.keys(suite.name):
        if stop():
            break
        if key in journal:
            teller.skipped(key)
            continue
        teller.begins(key)
        record = one_run(suite, key, suite.problem(key.instance), rosters, stop)
        if record is None:
            break
        journal.append(record)
        made.append(record)
        teller.ended(record)
    journal.replace(with_targets(journal.records))
    return made


def require_instances(suite: Suite, wanted: Sequence[str]) -> None:
    """Raise ``BadInput`` when nothing is wanted, or one of our own wards does not exist."""
    there = suite.instances()
    if not wanted:
        raise BadInput([Fault("--instances", "none", "at least one instance in the folder")])
    unknown = [name for name in wanted if name not in there]
    if suite.name == "own" and unknown:
        needed = f"some of: {', '.join(there)}"
        raise BadInput([Fault("--instances", repr(name), needed) for name in unknown])


def with_targets(records: Iterable[Record]) -> list[Record]:
    """Return the records with ``within_1pct_s`` by the best that is known of each instance."""
    records = list(records)
    best: dict[tuple[str, str], int] = {}
    for record in records:
        if record.objective is not None and record.status != DRIFT:
            place = (record.suite, record.instance)
            best[place] = min(record.objective, best.get(place, record.objective))
    return [_with_target(record, best.get((record.suite, record.instance))) for record in records]


def _with_target(record: Record, best: int | None) -> Record:
    target = best if record.best_known is None else record.best_known
    return replace(record, within_1pct_s=within(record.trace, target))
