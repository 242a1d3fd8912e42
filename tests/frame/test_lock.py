"""The locks pin everything, with hashes, and name no address."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("bootstrap", "runtime", "dev", "node")
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)")


def text(name: str) -> str:
    return (ROOT / "locks" / f"{name}.txt").read_text("utf-8")


def entries(name: str) -> list[str]:
    """Return one string for each pin, with the hashes that follow it."""
    lines = (line for line in text(name).splitlines() if not line.lstrip().startswith("#"))
    return "\n".join(lines).replace("\\\n", " ").splitlines()


def pins(name: str) -> dict[str, str]:
    return {match[1]: match[2] for entry in entries(name) if (match := PIN.match(entry))}


@pytest.mark.parametrize("name", LOCKS)
def test_every_entry_is_an_exact_pin_with_hashes(name: str) -> None:
    assert entries(name)
    for entry in entries(name):
        assert PIN.match(entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry


@pytest.mark.parametrize("name", LOCKS)
def test_no_address_and_no_path(name: str) -> None:
    assert "://" not in text(name)
    assert "--index" not in text(name)
    assert not re.search(r"(^|\s)/\w", text(name))


@pytest.mark.parametrize("name", LOCKS)
def test_one_version_of_each_package(name: str) -> None:
    counts = Counter(match[1] for entry in entries(name) if (match := PIN.match(entry)))
    assert set(counts.values()) == {1}


def test_dev_holds_runtime_and_bootstrap() -> None:
    dev = pins("dev").items()
    assert pins("runtime").items() <= dev
    assert pins("bootstrap").items() <= dev


def test_locks_fit_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = {
        "runtime": project["project"]["dependencies"],
        "dev": [*project["dependency-groups"]["dev"], *project["build-system"]["requires"]],
    }
    for name, requirements in wanted.items():
        pinned = pins(name)
        for requirement in map(Requirement, requirements):
            version = pinned.get(canonicalize_name(requirement.name))
            assert version, f"{requirement} is not in locks/{name}.txt: make lock"
            assert requirement.specifier.contains(Version(version)), f"{requirement}: make lock"
