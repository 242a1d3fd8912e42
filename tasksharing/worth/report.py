"""A ranking of one more of everything as a report: what was found, what is only a bound."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.report.blocks import Block, Bullets, Figure, Grid, Heading, Report, Text
from tasksharing.texts import TaskWords
from tasksharing.worth.models import Candidate, Ranking, Worth

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SHOWN, _DRAWN = 40, 12
_BAR, _INK = "#4477AA", "#1b2a33"


def worth_report(
    ranking: Ranking, book: TaskBook, problem: Problem, language: str = "nb"
) -> Report:
    """Return a ranking as a report; every figure says whether it was found or is a bound."""
    title = TaskWords(language).say("worth.title", ward=ranking.ward)
    return Report(title, language, tuple(_Told(ranking, book, problem, language).blocks()))


class _Told:
    def __init__(self, ranking: Ranking, book: TaskBook, problem: Problem, language: str) -> None:
        self.ranking, self.words = ranking, TaskWords(language)
        self.tasks = {task.id: task.name.told(language) for task in book.tasks}
        self.courses = {one.code: one.name or one.code for one in problem.competences}

    def blocks(self) -> Iterator[Block]:
        ranking, say = self.ranking, self.words.say
        if ranking.invented:
            yield Text(say("worth.invented"), strong=True)
        if ranking.stopped:
            yield Text(say("worth.stopped"), strong=True)
        yield Text(say("worth.about"))
        if ranking.scenario_hash is not None:
            yield Text(say("worth.scenario"))
        if not ranking.worths:
            yield Text(say("worth.none"))
            return
        yield from self.rostered()
        yield from self.bounded()
        yield Heading(say("worth.steps_head"))
        kinds = dict.fromkeys(one.candidate.kind for one in ranking.worths)
        yield Bullets(tuple(say(f"worth.step.{kind}") for kind in kinds))
        yield Heading(say("worth.basis"))
        yield Bullets(tuple(self.basis()))

    def rostered(self) -> Iterator[Block]:
        ranking, say = self.ranking, self.words.say
        yield Heading(say("worth.rostered"))
        tried = [one for one in ranking.worths if one.found or one.infeasible or one.opens]
        if not tried:
            none = "worth.startless" if ranking.startless else "worth.rostered_none"
            yield Text(say(none), strong=ranking.startless)
            return
        amount = ranking.seconds if ranking.steps is None else ranking.steps
        limit = say("worth.seconds" if ranking.steps is None else "worth.steps", amount=amount)
        yield Text(say("worth.rostered_text", seeds=len(ranking.seeds), limit=limit))
        heads = ("what", "person", "verdict", "gain", "span")
        rows = tuple((*self.named(one.candidate), *self.outcome(one)) for one in tried)
        yield Grid(tuple(say(f"worth.{head}") for head in heads), rows, frozenset({3, 4}))

    def outcome(self, one: Worth) -> tuple[str, str, str]:
        say, number = self.words.say, self.words.number
        if one.found is None:
            return say("worth.verdict.opens" if one.opens else "worth.verdict.infeasible"), "", ""
        verdict = say(f"worth.verdict.{one.found.verdict}")
        span = f"{number(one.found.low, 0)} – {number(one.found.high, 0)}"
        gain = "" if one.found.verdict == "none" else number(one.found.mean, 0)
        return verdict, gain, span

    def bounded(self) -> Iterator[Block]:
        ranking, say = self.ranking, self.words.say
        yield Heading(say("worth.all"))
        if ranking.bound is None:
            yield Text(say("worth.not_screened"), strong=True)
        else:
            yield Text(say("worth.all_text", bound=ranking.bound))
        moving = [one for one in ranking.worths if one.bound_points or one.freed_hours]
        listed = sorted(moving, key=lambda one: (-one.bound_points, -(one.freed_hours or 0)))
        if any(one.bound_points for one in listed):
            yield self.figure([one for one in listed if one.bound_points][:_DRAWN])
        if listed:
            yield self.table(listed[:_SHOWN])
        useless = sum(one.useless for one in ranking.worths)
        rest = len(ranking.worths) - useless - len(listed[:_SHOWN])
        if rest:
            yield Text(say("worth.more", count=rest))
        if useless:
            yield Text(say("worth.useless", count=useless))

    def table(self, listed: list[Worth]) -> Grid:
        number = self.words.number
        rows = tuple(
            (
                *self.named(one.candidate),
                number(one.bound_points, 0),
                "" if one.freed_hours is None else number(one.freed_hours, 1),
            )
            for one in listed
        )
        heads = ("what", "person", "bound", "hours")
        return Grid(tuple(self.words.say(f"worth.{h}") for h in heads), rows, frozenset({2, 3}))

    def named(self, one: Candidate) -> tuple[str, str]:
        """Return what there is one more of, and whose."""
        say = self.words.say
        kind = say(f"worth.kind.{one.kind}")
        if one.percent is not None:
            before, after = one.percent
            what = say("worth.percent", before=before, after=after)
        else:
            names = self.tasks if one.kind == "delegation" else self.courses
            what = names.get(one.subject, one.subject)
        return f"{what} ({kind})", self.ranking.people.get(one.person, one.person)

    def figure(self, listed: list[Worth]) -> Figure:
        names = [" · ".join(self.named(one.candidate)) for one in listed]
        told = self.words.say("worth.picture", count=len(listed), first=names[0])
        height = 1.1 + 0.3 * len(listed)
        values = [one.bound_points for one in listed]
        return Figure(partial(_draw, names, values, self.words), told, height)

    def basis(self) -> Iterator[str]:
        ranking, say = self.ranking, self.words.say
        hashes = {
            "problem": ranking.problem_hash,
            "book": ranking.book_hash,
            "scenario": ranking.scenario_hash,
        }
        for name, value in hashes.items():
            if value is not None:
                yield f"{say(f'hash.{name}')}: {value.removeprefix('sha256:')[:16]}"
        versions = ", ".join(f"{name} {value}" for name, value in ranking.versions.items())
        yield say("worth.versions", versions=versions, seeds=", ".join(map(str, ranking.seeds)))


def _draw(names: list[str], values: list[float], words: TaskWords, axes: Axes) -> None:
    places = range(len(values))
    axes.barh(places, values, 0.62, color=_BAR, zorder=2)
    for place, value in zip(places, values, strict=True):
        text = f" {words.number(value, 0)}"
        axes.text(value, place, text, va="center", fontsize=8, color=_INK)
    short = [name if len(name) <= 46 else f"{name[:45]}…" for name in names]
    axes.set_yticks(places, short, fontsize=8)
    axes.invert_yaxis()
    axes.set_xlim(0, max(values) * 1.15)
    axes.set_xlabel(words.say("worth.bound"), fontsize=8)
    axes.tick_params(axis="x", labelsize=8)
    axes.spines[["top", "right"]].set_visible(False)
