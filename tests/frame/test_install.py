"""What pip is configured with reaches uv, for the one command only."""

import subprocess

import pytest

from tools import install

MIRROR = "https" + "://mirror.example/simple"


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_NO_INDEX", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def listing(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    done = subprocess.CompletedProcess([], 0, "\n".join(lines), "")
    monkeypatch.setattr(install.subprocess, "run", lambda *a, **k: done)


def test_mirror_in_a_file_is_handed_on(bare: pytest.MonkeyPatch) -> None:
    listing(bare, f"global.index-url='{MIRROR}'", "global.cert='/certs.pem'")
    environment = install.uv_environment("python")
    assert environment["UV_DEFAULT_INDEX"] == MIRROR
    assert environment["SSL_CERT_FILE"] == "/certs.pem"


def test_environment_wins_over_files(bare: pytest.MonkeyPatch) -> None:
    listing(bare, f":env:.index-url='{MIRROR}'", "global.index-url='other'")
    assert install.uv_environment("python")["UV_DEFAULT_INDEX"] == MIRROR


@pytest.mark.parametrize("name", ["UV_DEFAULT_INDEX", "UV_INDEX_URL"])
def test_what_uv_is_told_itself_stands(bare: pytest.MonkeyPatch, name: str) -> None:
    bare.setenv(name, "own")
    listing(bare, f"global.index-url='{MIRROR}'")
    environment = install.uv_environment("python")
    assert environment[name] == "own"
    assert MIRROR not in environment.values()


def test_nothing_configured_adds_no_index(bare: pytest.MonkeyPatch) -> None:
    listing(bare, "", "not a setting", "global.timeout='5'")
    environment = install.uv_environment("python")
    assert "UV_DEFAULT_INDEX" not in environment
    assert "UV_NO_INDEX" not in environment


def test_offline_folders_are_handed_on(bare: pytest.MonkeyPatch) -> None:
    listing(bare, "install.no-index='1'", "install.find-links='a b'")
    environment = install.uv_environment("python")
    assert (environment["UV_NO_INDEX"], environment["UV_FIND_LINKS"]) == ("1", "a,b")


def test_pip_does_it_where_uv_cannot(
    bare: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called: list[list[str]] = []

    def pip(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        called.append(command)
        return subprocess.CompletedProcess(command, 0)

    bare.setattr(install, "run_uv", lambda *a, **k: 2)
    bare.setattr(install.subprocess, "run", pip)
    assert install.sync("python", "lock.txt") == 0
    assert called[0][1:3] == ["-m", "pip"]
    assert called[0][-3:] == ["--require-hashes", "--requirement", "lock.txt"]
    assert "trying the same with pip" in capsys.readouterr().err
