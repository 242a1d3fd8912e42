"""Which tests share a process where ``make test`` uses several.

A file's tests stay together, for they share what the file sets up. All tests in the browser stay
together too: a browser, the built screens and two towns take a minute and a half to set up.
"""

from __future__ import annotations

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

TOGETHER = ("tests/browser",)


class Together(LoadFileScheduling):
    """Gives a file, or a folder of ``TOGETHER``, to one process as a whole."""

    def _split_scope(self, nodeid: str) -> str:
        found: str = super()._split_scope(nodeid)
        return next((folder for folder in TOGETHER if nodeid.startswith(folder)), found)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """Tell xdist how tests are handed out."""
    return Together(config, log)
