"""One solved ward for all tests of the command."""

from pathlib import Path

import pytest

from tests.turnus.console import turnus


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with roster.json, card.json, roster.xlsx, roster.svg and solve.txt."""
    folder = tmp_path_factory.mktemp("tiny")
    files = ("--card", "card.json", "--excel", "roster.xlsx", "--picture", "roster.svg")
    done = turnus(folder, "solve", "ward:tiny", *files)
    assert done.code == 0, done.err
    (folder / "solve.txt").write_text(done.out, "utf-8")
    (folder / "talk.txt").write_text(done.err, "utf-8")
    return folder
