"""The wheel holds what it should, and works alone in a bare environment, in another folder."""

import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("rostering", "tasksharing", "absence_model", "api", "turnus", "fixtures", "benchmarks")
DATA = {".toml", ".yaml", ".yml", ".json", ".xlsx", ".typed"}


def run(command: Sequence[str | Path], cwd: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_wheel_holds_the_packages_and_nothing_else(names: set[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_wheel_holds_every_module_and_data_file(names: set[str]) -> None:
    paths = (path for package in PACKAGES for path in (ROOT / package).rglob("*"))
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in paths
        if path.suffix in DATA | {".py"} and not {"__pycache__", ".vite"} & set(path.parts)
    }
    assert wanted - names == set()
    assert "rostering/py.typed" in names
    assert any(name.startswith("fixtures/") and Path(name).suffix in DATA for name in names)


def test_wheel_holds_licence_and_notice(names: set[str]) -> None:
    assert {Path(name).name for name in names if "/licenses/" in name} >= {"LICENSE", "NOTICE"}


@pytest.mark.slow
def test_wheel_works_alone_in_another_folder(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "bare", with_pip=False, symlinks=True)
    python = tmp_path / "bare" / "bin" / "python"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    install = [sys.executable, ROOT / "tools" / "install.py"]
    run([*install, "sync", python, ROOT / "locks" / "runtime.txt"], elsewhere)
    run([*install, "add", python, wheel], elsewhere)
    turnus = tmp_path / "bare" / "bin" / "turnus"
    run([turnus, "template", "--ward", "tiny", "--out", "ward.json"], elsewhere)
    solve = [turnus, "solve", "ward.json", "--out", "roster.json"]
    run([*solve, "--seconds", "5", "--workers", "1"], elsewhere)
    assert (elsewhere / "roster.json").stat().st_size > 0
