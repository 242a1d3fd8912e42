"""How a running solve is followed: a live display in a terminal, sparse lines elsewhere."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from turnus.stopping import StopSwitch
from turnus.terminal.screen import Screen

if TYPE_CHECKING:
    from rostering.strategies.base import Budget, Progress

QUIET_SECONDS = 10.0


class News:
    """The newest that is known of a running solve."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.phase = "begin"
        self.points: int | None = None
        self.bound: int | None = None
        self.gap: float | None = None
        self.rosters = 0
        self._newest: object = None

    @property
    def seconds(self) -> float:
        """Seconds since the display began."""
        return time.monotonic() - self.started

    def take(self, progress: Progress) -> None:
        """Take what a piece of news says; what it does not say stays as it was."""
        self.phase = progress.phase
        if progress.roster is not None and progress.roster != self._newest:
            self.rosters, self._newest = self.rosters + 1, progress.roster
        self.points = self.points if progress.objective is None else progress.objective
        self.bound = self.bound if progress.bound is None else progress.bound
        if self.points is not None and self.bound is not None:
            self.gap = (self.points - self.bound) / max(1, self.points)


class Silent:
    """Follows a solve without a word."""

    def __init__(self, screen: Screen, budget: Budget, stop: StopSwitch) -> None:
        self.screen, self.budget, self.stop = screen, budget, stop
        self.words = screen.words
        self.news = News()

    def __enter__(self) -> Silent:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave nothing behind."""

    def report(self, progress: Progress) -> None:
        """Take news."""
        self.news.take(progress)

    def phase(self) -> str:
        """Return what is being done, in words."""
        name = "stopping" if self.stop() else self.news.phase
        who, _, step = name.rpartition(": ")
        key = f"phase.{step}"
        said = self.words.say(key if self.words.knows(key) else "phase.other")
        return f"{said} ({who})" if who else said

    def facts(self) -> list[str]:
        """Return points, bound, gap and number of rosters, as far as they are known."""
        news, words = self.news, self.words
        if self.stop.last_chance:
            return [words.say("live.hurry")]
        if not news.rosters:
            return [words.say("live.none")]
        told = []
        if news.points is not None:
            told.append(words.say("live.points", points=news.points))
        if news.bound is not None and news.bound > 0:
            told.append(words.say("live.bound", bound=news.bound))
        if news.gap is not None:
            told.append(words.say("live.gap", gap=words.share(news.gap)))
        return [*told, words.say("live.rosters", count=news.rosters)]


class Lines(Silent):
    """A line for each phase when it begins first, and otherwise one every ten seconds at most."""

    def __init__(self, screen: Screen, budget: Budget, stop: StopSwitch) -> None:
        super().__init__(screen, budget, stop)
        self.told = 0.0
        self.phases: set[str] = set()

    def report(self, progress: Progress) -> None:
        """Print the news when they are worth a line."""
        rosters, points = self.news.rosters, self.news.points
        super().report(progress)
        new = progress.phase not in self.phases
        self.phases.add(progress.phase)
        if self.news.rosters and not rosters:
            self._tell(self.words.say("live.first"))
        elif self.news.points is not None and points is None:
            self._tell(self.words.say("live.scored", points=self.news.points))
        elif new:
            self._tell(self.phase())
        elif self.news.seconds - self.told >= QUIET_SECONDS:
            self._tell(f"{self.phase()}: {', '.join(self.facts())}")

    def _tell(self, text: str) -> None:
        self.told = self.news.seconds
        self.screen.note(f"[{self.told:4.0f} s] {text}", "")


class Moving(Silent):
    """A bar of the time used, with the newest figures under it; gone when the solve ends."""

    def __init__(self, screen: Screen, budget: Budget, stop: StopSwitch) -> None:
        super().__init__(screen, budget, stop)
        self.live = Live(
            console=screen.err,
            get_renderable=self.picture,
            refresh_per_second=5,
            transient=True,
        )

    def __enter__(self) -> Moving:
        self.live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the terminal back as it was."""
        self.live.stop()

    def picture(self) -> RenderableType:
        """Return the display as it stands now."""
        seconds, limit = self.news.seconds, self.budget.seconds
        bar = ProgressBar(
            total=limit, completed=min(seconds, limit or 0.0), width=30, pulse=limit is None
        )
        clock = f"{seconds:.0f} s" if limit is None else f"{seconds:.0f} / {limit:.0f} s"
        first = Table.grid(padding=(0, 2))
        first.add_row(Text(self.phase(), "bold"), bar, Text(clock, "cyan"))
        second = Text("  ·  ".join(self.facts()), "green" if self.news.rosters else "yellow")
        return Group(first, second)


def follower(screen: Screen, budget: Budget, stop: StopSwitch) -> Silent:
    """Return the way to follow a solve that suits where standard error goes."""
    if screen.err.is_terminal:
        return Moving(screen, budget, stop)
    return (Silent if screen.as_json else Lines)(screen, budget, stop)
