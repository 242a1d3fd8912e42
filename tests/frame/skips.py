"""A pytest plugin for CI: a skipped or expected failure that is not on the list fails the run.

Loaded by ``pytest -p tests.frame.skips``; the list is .ci/allowed-skips.txt.
"""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / ".ci" / "allowed-skips.txt"
SKIPPED = pytest.StashKey[set[str]]()


def allowed(text: str) -> set[str]:
    """Return the node ids of a list; what follows a ``#`` is a comment."""
    lines = (line.split(" #")[0].strip() for line in text.splitlines())
    return {line for line in lines if line and not line.startswith("#")}


def unlisted(session: pytest.Session) -> list[str]:
    """Return the skipped tests that the list does not name."""
    return sorted(session.config.stash.get(SKIPPED, set()) - allowed(LIST.read_text("utf-8")))


class Recorder:
    """Notes every test and every module that was skipped."""

    def __init__(self, config: pytest.Config) -> None:
        self.skipped = config.stash.setdefault(SKIPPED, set())

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a skipped test; an expected failure is reported as skipped too."""
        if report.skipped or hasattr(report, "wasxfail"):
            self.skipped.add(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a module that skipped itself whole."""
        if report.skipped:
            self.skipped.add(report.nodeid)


def pytest_configure(config: pytest.Config) -> None:
    """Start recording."""
    config.pluginmanager.register(Recorder(config), "helseturnus-skips")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail a run that is otherwise green when a test was skipped that should not be."""
    if exitstatus == pytest.ExitCode.OK and unlisted(session):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Name the tests that were skipped without leave."""
    names = sorted(config.stash[SKIPPED] - allowed(LIST.read_text("utf-8")))
    if names:
        terminalreporter.section("skipped, but not in .ci/allowed-skips.txt", red=True)
        for name in names:
            terminalreporter.line(name)
