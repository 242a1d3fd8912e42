"""Ten rounds of SIGKILL in real processes: no acknowledged write is lost, a job finishes once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.conftest import new_postgresql, new_sqlite
from tests.api.world import Seed
from tools.chaos.__main__ import play
from tools.chaos.tally import Tally

LONG = 900  # seconds on a machine that does much else; some 80 on an idle one
SEED = 5


def _rounds(folder: Path, url: str, seeded: Seed, rounds: int) -> None:
    tally = play(folder, url, seeded, Tally(SEED), rounds, print)
    assert tally.losses == [], tally.lines()
    assert tally.rounds == tally.faults.total() == rounds
    assert len(tally.faults) == min(rounds, 9), "each kind of work meets every victim"


@pytest.mark.slow
@pytest.mark.timeout(LONG)
def test_ten_rounds_on_sqlite(sqlite_template: tuple[Path, Seed], tmp_path: Path) -> None:
    path, seeded = sqlite_template
    _rounds(tmp_path, new_sqlite(path, tmp_path), seeded, 10)


@pytest.mark.slow
@pytest.mark.timeout(LONG)
def test_three_rounds_on_postgresql(
    postgresql_server: str, postgresql_template: tuple[str, Seed], tmp_path: Path
) -> None:
    full, seeded = postgresql_template
    name = full.partition("?")[0].rpartition("/")[2]
    _rounds(tmp_path, new_postgresql(postgresql_server, name), seeded, 3)
