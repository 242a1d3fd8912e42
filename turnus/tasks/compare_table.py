"""A comparison in the terminal: what differs measurably, the gaps, and the gain plans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from tasksharing.evaluate.models import Alternative, Base, Comparison, Difference, Measure

if TYPE_CHECKING:
    from tasksharing.gains.models import GainPlan
    from turnus.terminal.screen import Screen

_STYLES = {"better": "green", "worse": "red", "different": "bold", "none": "dim"}
_SHARES = ("share",)
_WHOLE = ("nok", "points")


def show(screen: Screen, found: Comparison, *, everything: bool) -> None:
    """Print a comparison; rows in which nothing differs only with ``everything``."""
    say = screen.words.say
    screen.say(say("compare.title"), "bold")
    if found.stopped:
        screen.say(say("compare.stopped"), "bold yellow")
    facts = {"days": found.days, "period": found.period_days, "count": len(found.seeds)}
    screen.say(say("compare.basis", **facts))
    for base in found.bases:
        here = [one for one in found.alternatives if one.base == base.id]
        _show_base(screen, base, here, everything=everything)
    for one in found.alternatives:
        _show_gains(screen, one)


def _show_base(
    screen: Screen, base: Base, here: Sequence[Alternative], *, everything: bool
) -> None:
    say, language = screen.words.say, screen.language
    screen.say("")
    screen.say(say("compare.base", name=base.name.told(language), people=base.people), "bold")
    for one in (base.zero, *here):
        if one.infeasible is not None:
            text = one.infeasible.told(language)
            screen.say(say("compare.infeasible", name=one.name.told(language), why=text), "red")
    _show_gaps(screen, base, here)
    measured = [one for one in here if one.measures]
    if base.zero.measures and measured:
        _show_differences(screen, base.zero, measured, everything=everything)


def _show_gaps(screen: Screen, base: Base, here: Sequence[Alternative]) -> None:
    from turnus.terminal.tables import table

    words = screen.words
    grid = table(words.say("compare.searches"))
    grid.add_column(words.say("compare.alternative"))
    for head in ("compare.rosters", "compare.points", "compare.bound", "compare.gap"):
        grid.add_column(words.say(head), justify="right")
    for one in (base.zero, *here):
        points = [run.points for run in one.runs if run.points is not None]
        bounds = [run.bound for run in one.runs if run.bound is not None]
        gaps = [run.gap for run in one.runs if run.gap is not None]
        grid.add_row(
            one.name.told(screen.language),
            f"{len(points)}/{len(one.runs)}",
            f"{words.number(min(points))} – {words.number(max(points))}" if points else "–",
            words.number(max(bounds)) if bounds else "–",
            words.share(max(gaps)) if gaps else "–",
        )
    screen.show(grid)
    screen.say(words.say("compare.gaps"), "dim")


def _show_differences(
    screen: Screen, zero: Alternative, here: Sequence[Alternative], *, everything: bool
) -> None:
    from turnus.terminal.tables import table

    words, language = screen.words, screen.language
    grid = table(words.say("compare.differences"))
    grid.add_column(words.say("compare.measure"))
    grid.add_column(zero.name.told(language), justify="right")
    for one in here:
        grid.add_column(one.name.told(language), justify="right")
    same = []
    names = {m.id: m for one in here for m in one.measures} | {m.id: m for m in zero.measures}
    for known in names.values():
        cells = [one.difference(known.id) for one in here]
        if all(cell is None or cell.verdict == "none" for cell in cells):
            if known.source == "rostered":
                same.append(known.name.told(language))
            if not everything:
                continue
        before = zero.measure(known.id)
        told = [Text("–") if cell is None else _cell(screen, known, cell) for cell in cells]
        today = _number(screen, known, before.mean if before else 0.0)
        grid.add_row(known.name.told(language), today, *told)
    screen.show(grid)
    if same:
        screen.say(words.say("compare.same", measures="; ".join(same)), "dim")


def _cell(screen: Screen, known: Measure, found: Difference) -> Text:
    say = screen.words.say
    if found.verdict == "none" and known.source != "rostered":
        return Text(say("compare.equal"), _STYLES["none"])
    if found.verdict == "none":
        return Text(say("compare.none"), _STYLES["none"])
    number = _number(screen, known, found.mean)
    sign = "+" if found.mean > 0 else ""
    return Text(f"{sign}{number} {say(_VERDICTS[found.verdict])}".rstrip(), _STYLES[found.verdict])


_VERDICTS = {
    "better": "compare.better",
    "worse": "compare.worse",
    "different": "compare.different",
}


def _number(screen: Screen, known: Measure, value: float) -> str:
    words = screen.words
    if known.unit in _SHARES:
        return f"{words.number(round(value * 100, 1))} %"
    return words.number(round(value, 0 if known.unit in _WHOLE else 2))


def _show_gains(screen: Screen, one: Alternative) -> None:
    plan, say, language = one.gains, screen.words.say, screen.language
    if plan is None:
        return
    screen.say("")
    screen.say(say("compare.gains", name=one.name.told(language)), "bold")
    for line in plan.lines:
        if line.nok_per_year is None:
            text = say("compare.hours_week", hours=round(line.hours_per_week or 0, 1))
        else:
            text = say("compare.nok_year", nok=line.nok_per_year)
        screen.say(f"  {line.what.told(language)}: {text}")
    for why in plan.withheld:
        screen.say(f"  {why.told(language)}", "yellow")
    _show_sums(screen, plan)


def _show_sums(screen: Screen, plan: GainPlan) -> None:
    say = screen.words.say
    facts = {"money": plan.nok_per_year, "cost": plan.yearly_cost_nok}
    screen.say(
        "  " + say("compare.sums", net=plan.net_nok_per_year, once=plan.one_off_nok, **facts)
    )
    missing = [one.kind for one in plan.records if one.date is None]
    if missing:
        screen.say("  " + say("compare.records"), "dim")
