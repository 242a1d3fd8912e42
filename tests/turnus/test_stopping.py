"""A search that is stopped or killed ends cleanly, with what it has found."""

import json
import os
import signal
from pathlib import Path

import pytest

from tests.turnus.console import started
from turnus.stopping import StopSwitch


@pytest.mark.slow
def test_ctrl_c_in_the_demonstration_keeps_the_best_so_far(tmp_path: Path) -> None:
    with started(tmp_path, "demo", "--out", "here", "--seconds", "200") as running:
        running.wait_for("First lawful roster")
        running.send(signal.SIGINT)
        done = running.end()
    assert done.code == 0, done.err
    assert "Stopped on request" in done.out
    roster = json.loads((tmp_path / "here" / "roster.json").read_text("utf-8"))
    assert len(roster["assignments"]) > 500
    for name in ("card.json", "roster.xlsx", "roster.png"):
        assert (tmp_path / "here" / name).stat().st_size > 0
    assert "Tonje Fjellvang" in done.out


def test_ctrl_c_before_any_roster_is_four(tmp_path: Path) -> None:
    with started(tmp_path, "solve", "ward:nursing_home", "--seconds", "200") as running:
        running.child()
        running.send(signal.SIGINT)
        done = running.end()
    assert done.code == 4
    assert "before any lawful roster was found" in done.out
    assert not (tmp_path / "roster.json").exists()


def test_a_solver_killed_after_its_first_roster_leaves_that(tmp_path: Path) -> None:
    with started(tmp_path, "solve", "ward:small", "--seconds", "200") as running:
        running.wait_for("First lawful roster")
        os.kill(running.child(), signal.SIGKILL)
        done = running.end()
    assert done.code == 0
    assert "gave no last word" in done.out
    assert json.loads((tmp_path / "roster.json").read_text("utf-8"))["assignments"]


def test_a_solver_killed_before_its_first_roster_is_seventy(tmp_path: Path) -> None:
    with started(tmp_path, "solve", "ward:nursing_home", "--seconds", "200") as running:
        os.kill(running.child(), signal.SIGKILL)
        done = running.end()
    assert done.code == 70
    assert "solver: " in done.err
    assert "memory" in done.err


def test_the_third_interrupt_gives_up() -> None:
    with StopSwitch() as stop:
        assert not stop()
        signal.raise_signal(signal.SIGINT)
        assert stop()
        signal.raise_signal(signal.SIGINT)
        assert stop.last_chance
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_afterwards_an_interrupt_is_an_interrupt_again() -> None:
    # A shell that starts the tests in the background has interrupts ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with StopSwitch():
            pass
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
