"""What reserves cost and save, shift by shift, on the screen and as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from absence_model.reserve.newsvendor import Prices
    from absence_model.reserve.rows import ShiftReserve
    from turnus.terminal.screen import Screen


@dataclass(frozen=True, slots=True)
class Told:
    """What pays on each shift, in ordinary shifts, and what such a shift costs in øre.

    ``other`` is the same with the reserves shared between units, or not, as the other way is; None
    when there is one unit.
    """

    planned: tuple[ShiftReserve, ...]
    other: tuple[ShiftReserve, ...] | None
    prices: Prices
    ore: Mapping[str, int]

    def nok(self, one: ShiftReserve, shifts: float) -> float:
        """Return an amount of ordinary shifts in NOK."""
        return shifts * min(self.ore[code] for code in one.expected.shifts) / 100

    def total(self, planned: Sequence[ShiftReserve], name: str) -> float:
        """Return the sum of ``without``, ``with_it`` or ``saved`` in NOK."""
        return sum(self.nok(one, getattr(one, name)) for one in planned)

    def needed(self, one: ShiftReserve) -> float:
        """Return the chance that a first reserve head is needed."""
        idle, called = self.prices.idle, self.prices.called
        return (one.worth[0] - idle) / (called - idle) if one.worth else 0.0


def show(screen: Screen, told: Told, *, pooled: bool, everything: bool) -> None:
    """Print the shifts on which reserves pay, and what they come to together."""
    words = screen.words
    prices = told.prices
    _show_span(screen, told)
    shares = {
        "planned": words.number(prices.planned),
        "called": words.number(prices.called),
        "idle": words.number(prices.idle),
    }
    screen.say(words.say("absence.reserve_prices", **shares), "dim")
    _show_table(screen, told, everything=everything)
    asked, heads = (
        sum(n) for n in ([len(o.worth) for o in told.planned], [o.heads for o in told.planned])
    )
    screen.say(words.say("absence.reserve_rows", count=asked))
    if heads:
        without, with_it, saved = (
            told.total(told.planned, name) for name in ("without", "with_it", "saved")
        )
        figures = {
            "heads": words.number(heads),
            "without": words.number(round(without)),
            "with_it": words.number(round(with_it)),
            "saved": words.number(round(saved)),
        }
        share = words.share(saved / without)
        screen.say(words.say("absence.reserve_sum", share=share, **figures), "bold")
    else:
        screen.say(words.say("absence.reserve_none"))
    if told.other is not None:
        amount = words.number(round(told.total(told.other, "saved")))
        other = words.say("absence.alone_worth" if pooled else "absence.pool_worth", saved=amount)
        screen.say(other)


def _show_span(screen: Screen, told: Told) -> None:
    words = screen.words
    if not told.planned:
        return
    dates = [one.expected.date for one in told.planned]
    mean = sum(one.expected.mean for one in told.planned) / len(dates)
    first, last = words.date(min(dates)), words.date(max(dates))
    facts = {"first": first, "last": last, "absent": words.number(round(mean, 2))}
    screen.say(words.say("absence.reserve_dates", shifts=words.number(len(dates)), **facts))


def _show_table(screen: Screen, told: Told, *, everything: bool) -> None:
    from turnus.terminal.tables import FIRST, more_to_come, table

    words = screen.words
    grid = table(words.say("absence.reserve_table"))
    grid.add_column(words.say("absence.date"))
    grid.add_column(words.say("absence.shift"))
    for name in (
        words.say("absence.expected"),
        words.say("absence.needed"),
        words.say("absence.worth"),
        words.say("absence.heads"),
        words.say("absence.saved"),
    ):
        grid.add_column(name, justify="right")
    rows = [one for one in told.planned if one.worth]
    if not rows:
        return
    for one in rows if everything else rows[:FIRST]:
        units = "" if len(one.expected.units) == 1 else f" ({', '.join(one.expected.units)})"
        grid.add_row(
            words.short_date(one.expected.date),
            "/".join(one.expected.shifts) + units,
            words.number(round(one.expected.mean, 2)),
            words.share(told.needed(one)),
            words.number(round(told.nok(one, one.worth[0]))),
            words.number(one.heads),
            words.number(round(told.nok(one, one.saved))),
        )
    screen.show(grid)
    more_to_come(screen, len(rows), everything=everything)


def document(told: Told, rows: int, out: Path) -> dict[str, Any]:
    """Return the same as data; amounts in NOK."""
    return {
        "files": {"ward": str(out)},
        "rows": rows,
        "without_nok": round(told.total(told.planned, "without")),
        "with_nok": round(told.total(told.planned, "with_it")),
        "saved_nok": round(told.total(told.planned, "saved")),
        "other_saved_nok": None if told.other is None else round(told.total(told.other, "saved")),
        "shifts": [
            {
                "date": one.expected.date.isoformat(),
                "shifts": list(one.expected.shifts),
                "units": list(one.expected.units),
                "expected": round(one.expected.mean, 4),
                "heads": one.heads,
                "worth_nok": [round(told.nok(one, value)) for value in one.worth],
                "without_nok": round(told.nok(one, one.without)),
                "saved_nok": round(told.nok(one, one.saved)),
            }
            for one in told.planned
        ],
    }
