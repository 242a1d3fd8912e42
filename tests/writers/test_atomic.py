"""A file is the old one or the new one, also when the writing process dies on the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rostering.errors import BadInput
from rostering.writers.atomic import write_bytes


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_replaced_without_litter(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_bytes(path, b"old")
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.json"]


@pytest.mark.parametrize("data", [None, 3])
def test_an_exception_in_the_middle_leaves_the_old_file_whole(data: object, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    with pytest.raises(TypeError):
        write_bytes(path, data)  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.json"]


def test_a_full_disk_leaves_the_old_file_whole_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    code = """
import resource, sys
from rostering.errors import BadInput
from rostering.writers.atomic import write_bytes
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_bytes(sys.argv[1], b"x" * 100_000)
except BadInput as error:
    sys.exit(0 if "cannot be written" in error.faults[0].found else 2)
sys.exit(3)
"""
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert done.returncode == 0
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.json"]


def killed(path: Path) -> None:
    """Write with a process that is killed between its first and its last byte."""
    code = """
import os, signal, sys
from rostering.writers import atomic
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
atomic.write_bytes(sys.argv[1], b"half of the new file")
"""
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert done.returncode == -9


def test_a_killed_process_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    killed(path)
    assert path.read_bytes() == b"old"


def test_what_a_killed_process_left_is_swept_by_the_next_write(tmp_path: Path) -> None:
    path, other = tmp_path / "a.json", tmp_path / "b.json"
    killed(path)
    assert len(names(tmp_path)) == 1
    write_bytes(other, b"other")
    assert len(names(tmp_path)) == 2
    write_bytes(path, b"new")
    assert names(tmp_path) == ["a.json", "b.json"]


def test_a_file_that_another_living_process_is_writing_is_left_alone(tmp_path: Path) -> None:
    part = tmp_path / f".a.json.{os.getppid()}.abcd1234.part"
    part.write_bytes(b"half")
    write_bytes(tmp_path / "a.json", b"new")
    assert part.exists()


def test_permissions_of_the_old_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_bytes(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_to_the_file_it_stands_for(tmp_path: Path) -> None:
    target, link = tmp_path / "a.json", tmp_path / "link.json"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "found"), [("none/a.json", "no such folder"), (".", "a folder"), ("a\x00", "cannot")]
)
def test_a_place_that_cannot_be_written_to_is_a_fault(
    name: str, found: str, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match=found):
        write_bytes(f"{tmp_path}/{name}", b"new")
    assert not list(tmp_path.iterdir())


def test_what_is_no_plain_file_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(BadInput, match="device"):
        write_bytes(pipe, b"x")
    assert pipe.is_fifo()
