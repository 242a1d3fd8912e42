"""Which tests share a process where ``make test`` uses several.

A file's tests stay together, for they share what the file sets up. Those in the browser are two
groups: what looks at every page of one staged town, and what lives through a story of its own.
"""

from __future__ import annotations

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

TOGETHER = ("tests/browser/test_axe.py", "tests/browser/test_languages.py"), ("tests/browser/",)


class Together(LoadFileScheduling):
    """Gives a file, or all files of a group of ``TOGETHER``, to one process as a whole."""

    def _split_scope(self, nodeid: str) -> str:
        found: str = super()._split_scope(nodeid)
        return next((group[0] for group in TOGETHER if nodeid.startswith(group)), found)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """Tell xdist how tests are handed out."""
    return Together(config, log)
