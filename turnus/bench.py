"""``turnus bench``: how good is the engine, on public instances and on our own wards?"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Workers

if TYPE_CHECKING:
    from benchmarks.harness.campaign import Plan, Teller
    from benchmarks.harness.journal import Journal
    from benchmarks.harness.record import Record
    from benchmarks.harness.suites import Suite
    from turnus.terminal.screen import Screen


def bench(  # noqa: PLR0913 - one parameter an option
    *,
    suite: Annotated[
        str, typer.Option(metavar="NAME", help="curtois, inrc1, inrc2 or own (bundled wards).")
    ],
    out: Annotated[
        Path, typer.Option(metavar="FILE.jsonl", help="Add one line a run to this file.")
    ],
    folder: Annotated[
        Path | None,
        typer.Option("--dir", metavar="FOLDER", help="The suite's files.", show_default=False),
    ] = None,
    instances: Annotated[
        str, typer.Option(metavar="A,B", help="Instances; all that are found.", show_default=False)
    ] = "",
    strategy: Annotated[str, typer.Option(metavar="A,B", help="How to search.")] = "cpsat",
    seconds: Annotated[
        float, typer.Option(min=0.1, metavar="N", help="Longest search of each run.")
    ] = 60.0,
    workers: Workers = 2,
    seed: Annotated[str, typer.Option(metavar="N,M", help="Random seeds.")] = "1",
    rosters: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Keep every last roster here.", show_default=False),
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Measure the engine on a suite of instances, one line of JSON a run.

    Every last roster is written in the suite's own form and costed from that file by a judge
    that knows nothing of the engine; where the two differ, the run's status is drift and the
    exit code 70. Runs that the file already has are skipped; Ctrl-C keeps those that are done.

    \b
    Example:
      turnus bench --suite own --instances tiny,small --out runs.jsonl
      turnus bench --suite curtois --dir curtois24 --seed 1,2,3 --out runs.jsonl
    """
    from benchmarks.harness.campaign import Plan
    from benchmarks.harness.suites import suite as suite_of
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    _require_place(out)
    strategies = _strategies(strategy)
    family = suite_of(suite, folder)
    plan = Plan(
        instances=_entries(instances) or family.instances(),
        strategies=strategies,
        seeds=_seeds(seed),
        workers=workers,
        seconds=seconds,
    )
    with _place(rosters) as place:
        return _run(screen, family, plan, out, place)


def _require_place(out: Path) -> None:
    from rostering.errors import BadInput
    from turnus.files import place_faults

    faults = list(place_faults(out, ()))
    if faults:
        raise BadInput(faults)


def _strategies(text: str) -> tuple[str, ...]:
    from rostering.errors import BadInput, Fault
    from rostering.strategies.registry import NAMES

    found = _entries(text)
    needed = f"some of: {', '.join(NAMES)}"
    unknown = [Fault("--strategy", repr(name), needed) for name in found if name not in NAMES]
    if unknown or not found:
        raise BadInput(unknown or [Fault("--strategy", repr(text), needed)])
    return found


def _entries(text: str) -> tuple[str, ...]:
    """Return the entries between commas, each once."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _seeds(text: str) -> tuple[int, ...]:
    from rostering.errors import BadInput, Fault

    entries = _entries(text)
    if not entries or not all(entry.isdecimal() for entry in entries):
        needed = "whole numbers from 0 on, with commas between them"
        raise BadInput([Fault("--seed", repr(text), needed)])
    return tuple(int(entry) for entry in entries)


@contextlib.contextmanager
def _place(rosters: Path | None) -> Iterator[Path]:
    """Give the folder of the rosters; one that goes away again when none was named."""
    if rosters is not None:
        rosters.mkdir(parents=True, exist_ok=True)
        yield rosters
        return
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def _run(screen: Screen, family: Suite, plan: Plan, out: Path, place: Path) -> int:
    from benchmarks.harness.campaign import campaign
    from benchmarks.harness.journal import Journal
    from turnus.stopping import StopSwitch

    journal = Journal(out)
    if journal.cut_off:
        screen.warn(screen.words.say("bench.cut_off", file=str(out)))
    with StopSwitch() as stop:
        campaign(family, plan, journal, place, stop, _teller(screen))
        stopped = stop()
    wanted = set(plan.keys(family.name))
    records = [record for record in journal.records if record.key in wanted]
    _show(screen, records)
    return _end(screen, journal, records, stopped=stopped)


def _teller(screen: Screen) -> Teller:
    from benchmarks.harness.campaign import Teller
    from benchmarks.harness.record import Key

    words = screen.words

    class Notes(Teller):
        def skipped(self, key: Key) -> None:
            screen.note(words.say("bench.skipped", run=str(key)))

        def begins(self, key: Key) -> None:
            screen.note(words.say("bench.begins", run=str(key)), "bold")

        def ended(self, record: Record) -> None:
            facts = {"status": record.status, "seconds": record.wall_s}
            points = "-" if record.objective is None else words.number(record.objective)
            bound = "-" if record.bound is None else words.number(record.bound)
            screen.note(words.say("bench.ended", points=points, bound=bound, **facts))
            if record.trouble:
                screen.warn(record.trouble)

    return Notes()


NAMES = {
    "instance": "bench.instance",
    "strategy": "bench.strategy",
    "seed": "bench.seed",
    "status": "bench.status",
}
NUMBERS = {
    "objective": "bench.objective",
    "evaluated": "bench.evaluated",
    "bound": "bench.bound",
    "gap": "bench.gap",
    "first_s": "bench.first",
    "within_1pct_s": "bench.within",
    "wall_s": "bench.wall",
}


def _show(screen: Screen, records: list[Record]) -> None:
    from turnus.terminal.tables import table

    words = screen.words
    grid = table()
    for key in NAMES.values():
        grid.add_column(words.say(key))
    for key in NUMBERS.values():
        grid.add_column(words.say(key), justify="right")
    for record in records:
        named = (str(getattr(record, name)) for name in NAMES)
        numbers = (getattr(record, name) for name in NUMBERS)
        shown = ("-" if n is None else words.number(round(n, 3)) for n in numbers)
        grid.add_row(*named, *shown, style="bold red" if record.failed else "")
    if records:
        screen.show(grid)


def _end(screen: Screen, journal: Journal, records: list[Record], *, stopped: bool) -> int:
    words, file = screen.words, str(journal.path)
    screen.emit({"file": file, "runs": [record.as_dict() for record in records]})
    failed = sum(record.failed for record in records)
    if stopped:
        screen.say(words.say("bench.stopped", file=file))
    else:
        screen.say(words.say("bench.written", file=file, count=len(records)))
    if failed:
        screen.warn(words.say("bench.failed", count=failed))
        return exits.ENGINE
    return exits.INTERRUPTED if stopped else exits.OK
