"""The solving process: its best roster survives a stop, a kill and a parent that dies."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fixtures import ward
from rostering.errors import SolverDied
from rostering.solve import solve
from rostering.strategies.base import Budget, Progress, Status
from rostering.strategies.worker import Job, framed
from tests.solve.corner import corner


def children(parent: int | None = None) -> list[int]:
    """Return the process ids of a process's solving children, this one's by default."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                asked = parent or os.getpid()
                if "strategies.worker" in (folder / "cmdline").read_text() and asked == _parent(
                    int(folder.name)
                ):
                    found.append(int(folder.name))
    return found


def _parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])


def test_a_stop_after_the_first_roster_keeps_the_best_so_far() -> None:
    told: list[Progress] = []
    problem = ward("small")
    outcome = solve(
        problem,
        Budget(seconds=300),
        report=told.append,
        stop=lambda: any(news.roster is not None for news in told),
    )
    assert outcome.stopped
    assert outcome.status in (Status.FEASIBLE, Status.OPTIMAL)
    assert outcome.card is not None
    assert outcome.card.lawful
    assert outcome.seconds < 60


def test_a_killed_child_leaves_its_best_roster() -> None:
    def kill_when_found(news: Progress) -> None:
        if news.roster is not None:
            for child in children():
                os.kill(child, signal.SIGKILL)

    outcome = solve(ward("small"), Budget(seconds=300), report=kill_when_found)
    assert outcome.status is Status.FEASIBLE
    assert outcome.card is not None
    assert outcome.card.lawful


def test_a_child_killed_before_any_roster_is_an_error_in_words() -> None:
    def kill_at_once(_: Progress) -> None:
        for child in children():
            os.kill(child, signal.SIGKILL)

    with pytest.raises(SolverDied, match="without an answer"):
        solve(ward("nursing_home"), Budget(seconds=300), report=kill_at_once)


def test_a_stopped_child_that_does_not_answer_is_ended() -> None:
    """SIGSTOP freezes the child: it can neither read the stop nor answer."""
    told: list[Progress] = []

    def freeze_when_found(news: Progress) -> None:
        told.append(news)
        if news.roster is not None:
            for child in children():
                os.kill(child, signal.SIGSTOP)

    outcome = solve(
        ward("small"),
        Budget(seconds=300),
        report=freeze_when_found,
        stop=lambda: any(news.roster is not None for news in told),
    )
    assert outcome.stopped
    assert outcome.roster is not None
    assert children() == []


def test_a_child_ends_when_its_parent_is_gone() -> None:
    code = (
        "from fixtures import ward; from rostering.solve import solve, Budget\n"
        "news = lambda n: print(n.phase, flush=True)\n"
        "solve(ward('nursing_home'), Budget(seconds=300), strategy='cpsat', report=news)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    assert parent.stdout.readline().strip() == "build"
    (child,) = children(parent.pid)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 60
    while Path(f"/proc/{child}").exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not Path(f"/proc/{child}").exists()


def test_the_parent_never_loads_the_solver() -> None:
    code = (
        "import sys; from rostering.solve import solve; import rostering.readers\n"
        "from tests.solve.corner import corner\n"
        "from rostering.solve import Budget\n"
        "outcome = solve(corner(), Budget(seconds=20))\n"
        "assert outcome.card is not None\n"
        "print('ortools' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


def test_two_runs_with_steps_and_one_worker_give_the_same_bytes() -> None:
    budget = Budget(seconds=None, steps=0.6, workers=1, seed=5)
    first, second = (solve(ward("small"), budget, strategy="cpsat").roster for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.model_dump_json() == second.model_dump_json()
    other = solve(corner(), budget, strategy="cpsat").roster
    assert other is not None
    assert other.model_dump_json() != first.model_dump_json()


def test_a_child_whose_parent_reads_no_more_ends_without_a_word() -> None:
    problem = ward("tiny").model_dump_json(exclude_defaults=True)
    job = Job("cpsat", problem, Budget(seconds=20), None)
    command = [sys.executable, "-c", "from rostering.strategies.worker import main; main()"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as child:
        assert child.stdin
        assert child.stdout
        assert child.stderr
        child.stdout.close()
        child.stdin.write(framed(job))
        child.stdin.flush()
        assert child.stderr.read() == b""
        assert child.wait() == 0
