"""Which tests share a process where ``make test`` uses several, and which come first.

A file's tests stay together, for they share what the file sets up. Those in the browser are two
groups: what looks at every page of one staged town, and what lives through a story of its own.
What takes longest begins first, so that no process works on it alone when all others are done.
"""

from __future__ import annotations

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

LOOKING = "tests/browser/test_axe.py", "tests/browser/test_languages.py"
LIVING = ("tests/browser/",)
TOGETHER = LOOKING, LIVING
# the first builds the screens, for which the others in the browser would wait
LONGEST = (
    LOOKING,
    ("tests/api/chaos/",),
    ("tests/api/contract/",),
    LIVING,
    ("tests/fixtures/test_solvable.py",),
)


class Together(LoadFileScheduling):
    """Gives a file, or all files of a group of ``TOGETHER``, to one process as a whole."""

    def _split_scope(self, nodeid: str) -> str:
        found: str = super()._split_scope(nodeid)
        return next((group[0] for group in TOGETHER if nodeid.startswith(group)), found)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """Tell xdist how tests are handed out."""
    return Together(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what takes longest first; else the order stays."""
    items.sort(key=lambda item: _place(item.nodeid))


def _place(nodeid: str) -> int:
    found = (at for at, group in enumerate(LONGEST) if nodeid.startswith(group))
    return next(found, len(LONGEST))
