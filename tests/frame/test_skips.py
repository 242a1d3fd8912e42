"""The CI plugin turns a forgotten skip into a failed run, and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.frame import skips

PASSES = "def test_passes():\n    pass\n"
SKIPS = "import pytest\n\n@pytest.mark.skip\ndef test_later():\n    pass\n"
FAILS_AS_EXPECTED = "import pytest\n\n@pytest.mark.xfail\ndef test_later():\n    assert False\n"
SKIPS_WHOLE = "import pytest\n\npytest.skip('later', allow_module_level=True)\n"


def run(folder: Path, source: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_one.py").write_text(PASSES, "utf-8")
    (folder / "test_two.py").write_text(source, "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.frame.skips", "-p", "no:cacheprovider"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(skips.ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("source", [SKIPS, FAILS_AS_EXPECTED, SKIPS_WHOLE])
def test_unlisted_skip_fails_the_run(tmp_path: Path, source: str) -> None:
    done = run(tmp_path, source)
    assert done.returncode == 1, done.stdout
    assert "not in .ci/allowed-skips.txt" in done.stdout
    assert "test_two.py" in done.stdout
    assert "1 passed" in done.stdout.splitlines()[-1]


def test_run_without_skips_passes(tmp_path: Path) -> None:
    done = run(tmp_path, "def test_also():\n    pass\n")
    assert done.returncode == 0, done.stdout
    assert "2 passed" in done.stdout.splitlines()[-1]


def test_list_reads_names_and_comments() -> None:
    assert skips.allowed("# why\n\ntests/a.py::test_b  # because\n") == {"tests/a.py::test_b"}


def test_every_listed_skip_names_a_test_that_exists() -> None:
    for node in skips.allowed(skips.LIST.read_text("utf-8")):
        assert (skips.ROOT / node.split("::")[0]).exists(), node
