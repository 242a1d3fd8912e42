"""How a comparison is followed: a bar in a terminal, sparse lines elsewhere; Ctrl-C stops it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from turnus.stopping import StopSwitch

if TYPE_CHECKING:
    from tasksharing.evaluate.models import Progress
    from turnus.terminal.screen import Screen

QUIET_SECONDS = 15.0
Told = Callable[["Progress"], None]


@contextmanager
def followed(screen: Screen) -> Iterator[tuple[Told, StopSwitch]]:
    """Show how far it is; an interrupt asks for what there is so far."""
    with StopSwitch() as stop:
        if screen.err.is_terminal:
            with _bar(screen, stop) as told:
                yield told, stop
        else:
            yield _lines(screen, stop), stop


@contextmanager
def _bar(screen: Screen, stop: StopSwitch) -> Iterator[Told]:
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=screen.err, transient=True) as bar:
        task = bar.add_task(screen.words.say("compare.begin"), total=None)

        def told(news: Progress) -> None:
            text = screen.words.say("compare.stopping") if stop() else _said(screen, news)
            bar.update(task, completed=news.done, total=news.total, description=text)

        yield told


def _lines(screen: Screen, stop: StopSwitch) -> Told:
    began, last = time.monotonic(), [-QUIET_SECONDS, -1.0]

    def told(news: Progress) -> None:
        now = time.monotonic() - began
        if news.done > last[1] and now - last[0] >= QUIET_SECONDS:
            last[:] = [now, news.done]
            text = screen.words.say("compare.stopping") if stop() else _said(screen, news)
            screen.note(f"[{now:4.0f} s] {news.done}/{news.total} {text}", "")

    return told


def _said(screen: Screen, news: Progress) -> str:
    say = screen.words.say
    if news.best_points is None:
        return say("compare.search", name=news.alternative, seed=news.seed)
    facts = {"name": news.alternative, "seed": news.seed, "points": news.best_points}
    return say("compare.search_points", **facts)
