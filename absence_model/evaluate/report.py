"""The report of an evaluation as Markdown, in Norwegian or English."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from absence_model.evaluate.breakdown import Part, parts
from absence_model.forecaster.card import method

if TYPE_CHECKING:
    from absence_model.evaluate.metrics import HorizonScore
    from absence_model.evaluate.run import Evaluation


LANGUAGES = ("nb", "nn", "en")


@lru_cache(maxsize=3)
def words(language: str) -> dict[str, str]:
    """Return the report's words."""
    name = language if language in LANGUAGES else "nb"
    file = resources.files("absence_model.evaluate") / f"report.{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def markdown(told: Evaluation, language: str) -> str:
    """Return the report."""
    say = words(language)
    info = told.info
    first, last = told.panel.days[0], told.panel.days[-1]
    lines = [
        f"# {say['title'].format(source=info.source)}",
        "",
        say["about"].format(
            units=len(told.panel.units), first=first, last=last, test=told.test_from
        ),
        "",
        say[f"meaning_{info.meaning}"],
        "",
        *(f"- {say['cleaned_' + key]}: {count}" for key, count in info.cleaned.items() if count),
        "",
        *_table([_row(score, language) for score in told.horizons], _heads(say)),
        "",
        say["how"],
        "",
        f"![]({say['picture_skill']})",
        "",
        *(f"![](forecast-{horizon}.png)\n" for horizon in told.runs),
        *(say["skipped"].format(days=days) for days in told.skipped),
        f"## {say['parts']}",
        "",
        *_part_tables(told, say),
        f"## {say['limits']}",
        "",
        say["limits_text"],
        "",
    ]
    return "\n".join(lines)


def _heads(say: dict[str, str]) -> list[str]:
    return say["heads"].split("|")


def _row(score: HorizonScore, language: str) -> list[str]:
    saved = 1 - score.pinball_80 / max(score.pinball_80_naive, 1e-12)
    return [
        str(score.horizon),
        method(score.naive_name, language),
        f"{score.naive_mae:.2f}",
        f"{score.mae:.2f}",
        f"{_percent(score.skill)} {_interval(score)}",
        _percent(saved),
        _percent(score.coverage_80),
        _percent(score.coverage_90),
        method(score.champion, language),
        str(score.forecasts),
    ]


def _part_tables(told: Evaluation, say: dict[str, str]) -> list[str]:
    lines: list[str] = []
    for horizon, run in told.runs.items():
        found = parts(told.panel, told.info, run)
        lines += [f"### {say['ahead'].format(days=horizon)}", ""]
        lines += _table([_part_row(part, say) for part in found], say["part_heads"].split("|"))
        lines.append("")
    return lines


def _part_row(part: Part, say: dict[str, str]) -> list[str]:
    name = part.name if part.kind == "month" else say[part.name]
    return [
        say[part.kind],
        name,
        str(part.forecasts),
        f"{part.naive_mae:.2f}",
        f"{part.mae:.2f}",
        _percent(part.skill),
        _percent(part.coverage_80),
    ]


def _table(rows: list[list[str]], heads: list[str]) -> list[str]:
    told = [heads, ["---"] * len(heads), *rows]
    return ["| " + " | ".join(row) + " |" for row in told]


def _interval(score: HorizonScore) -> str:
    if score.skill_low is None or score.skill_high is None:
        return "[–]"
    return f"[{_percent(score.skill_low)}, {_percent(score.skill_high)}]"


def _percent(part: float) -> str:
    return f"{100 * part:.1f} %"
