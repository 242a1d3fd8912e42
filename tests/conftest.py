"""Which tests share a process where ``make test`` uses several.

A file's tests stay together, for they share what the file sets up. All tests in the browser stay
together too: a browser, the built screens and two towns take a minute and a half to set up.
"""

from __future__ import annotations

import pytest

TOGETHER = ("tests/browser",)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Name each test's group for xdist's ``--dist loadgroup``."""
    for item in items:
        file = item.path.relative_to(config.rootpath).as_posix()
        group = next((folder for folder in TOGETHER if file.startswith(folder)), file)
        item.add_marker(pytest.mark.xdist_group(group))
