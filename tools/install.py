"""Put pinned packages into a virtual environment: with uv, or with pip where uv cannot.

It runs before anything is installed, so it needs the standard library only::

    python tools/install.py sync PYTHON LOCK     exactly what LOCK pins, hashes checked
    python tools/install.py add PYTHON TARGET    a wheel, or a folder as an editable project
    python tools/install.py uv ARGUMENT...       uv itself, with pip's index settings

uv does not read pip's configuration. A mirror that pip is told of is handed on to uv
through the environment of the one command, and is written nowhere.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def pip_settings(python: str) -> dict[str, str]:
    """Return what pip is configured with; the environment wins over the files."""
    listed = subprocess.run(
        [python, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    )
    found: dict[str, dict[str, str]] = {}
    for line in listed.stdout.splitlines():
        key, _, value = line.partition("=")
        section, _, name = key.rpartition(".")
        try:
            found.setdefault(section, {})[name] = str(ast.literal_eval(value))
        except (SyntaxError, ValueError):
            continue
    merged: dict[str, str] = {}
    for section in ("global", "install", ":env:"):
        merged.update(found.get(section, {}))
    return merged


def uv_environment(python: str) -> dict[str, str]:
    """Return this process's environment with pip's index settings said in uv's words."""
    environment = dict(os.environ)
    pip = pip_settings(python)
    environment.setdefault("UV_PYTHON_DOWNLOADS", "never")
    environment.setdefault("UV_NO_PROGRESS", "1")
    wanted = {
        "UV_DEFAULT_INDEX": pip.get("index-url"),
        "UV_INSECURE_HOST": pip.get("trusted-host"),
        "SSL_CERT_FILE": pip.get("cert"),
    }
    if pip.get("no-index", "0").lower() in {"1", "true", "yes", "on"}:
        wanted["UV_NO_INDEX"] = "1"
        wanted["UV_FIND_LINKS"] = ",".join(pip.get("find-links", "").split()) or None
    if "UV_INDEX_URL" in environment:
        wanted["UV_DEFAULT_INDEX"] = None
    for name, value in wanted.items():
        if value:
            environment.setdefault(name, value)
    return environment


def uv_command(python: str) -> str:
    """Return the uv beside that Python, else the one beside this one."""
    beside = (Path(python).parent / "uv", Path(sys.executable).parent / "uv")
    return str(next((path for path in beside if path.exists()), "uv"))


def run_uv(python: str, arguments: list[str], **environment: str) -> int:
    """Run uv with pip's index settings; 127 where there is no uv."""
    command = [uv_command(python), *arguments]
    settings = uv_environment(sys.executable) | environment
    try:
        return subprocess.run(command, env=settings, check=False).returncode
    except OSError:
        return 127


def install(python: str, with_uv: list[str], with_pip: list[str]) -> int:
    """Install with uv; where that fails, with the pip of this Python."""
    code = run_uv(python, ["pip", *with_uv, "--quiet", "--python", python])
    if code == 0:
        return 0
    print("install: uv could not do it; trying the same with pip", file=sys.stderr)
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
    return subprocess.run([*pip, *with_pip], check=False).returncode


def sync(python: str, lock: str) -> int:
    """Install exactly what a lock pins, every file's hash checked."""
    return install(
        python, ["sync", "--require-hashes", lock], ["--require-hashes", "--requirement", lock]
    )


def add(python: str, target: str) -> int:
    """Install a wheel, or a folder as an editable project, and nothing it depends on."""
    what = ["--editable", target] if Path(target).is_dir() else [target]
    options = ["--no-deps", "--no-build-isolation", *what]
    return install(python, ["install", *options], options)


def main(arguments: list[str]) -> int:
    """Run one of the three commands."""
    match arguments:
        case ["sync", python, lock]:
            return sync(python, lock)
        case ["add", python, target]:
            return add(python, target)
        case ["uv", *rest]:
            return run_uv(sys.executable, rest)
        case _:
            print(__doc__, file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
