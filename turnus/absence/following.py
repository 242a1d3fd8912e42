"""A bar for long work on absence, in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from turnus.terminal.screen import Screen


@contextmanager
def followed(screen: Screen, what: str) -> Iterator[Callable[[float, str], None]]:
    """Show a bar in a terminal; give what takes the share that is done."""
    from rich.progress import Progress

    hidden = screen.as_json or not screen.err.is_terminal
    with Progress(console=screen.err, transient=True, disable=hidden) as bar:
        task = bar.add_task(what, total=1.0)
        yield lambda share, _phase: bar.update(task, completed=share)
