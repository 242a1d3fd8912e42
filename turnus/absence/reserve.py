"""``turnus absence reserve``: the reserve shifts that a forecast pays for, in the ward."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Everything, Language, Ward

if TYPE_CHECKING:
    from absence_model.forecaster.model import Forecaster
    from absence_model.reserve.newsvendor import Prices
    from absence_model.reserve.ward import Day, DayCounts, PlannedShift
    from rostering.domain.index import ProblemIndex
    from rostering.domain.problem import Problem
    from turnus.absence.reserve_table import Told
    from turnus.terminal.screen import Screen


def reserve(  # noqa: PLR0913 - one parameter an option
    ward: Ward,
    *,
    out: Annotated[
        Path, typer.Option(metavar="OUT", help="The ward with reserves: .json or .xlsx.")
    ],
    share: Annotated[
        float | None,
        typer.Option(metavar="PER_CENT", help="Absent, of 100 planned.", show_default=False),
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A table of absence to learn from.", show_default=False),
    ] = None,
    model: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A model of turnus absence fit.", show_default=False),
    ] = None,
    pool: Annotated[
        bool, typer.Option("--pool", help="Units share the reserve of a shift that they share.")
    ] = False,
    owed: Annotated[
        bool, typer.Option("--owed", help="Ask for rarer heads too: hours that are free anyway.")
    ] = False,
    planned: Annotated[
        float, typer.Option(metavar="N", help="Cost of a planned reserve shift.")
    ] = 1.0,
    called: Annotated[
        float, typer.Option(metavar="N", help="Cost of one by overtime or agency.")
    ] = 2.0,
    idle: Annotated[float, typer.Option(metavar="N", help="Worth of an idle reserve.")] = 0.3,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Write the reserve shifts that pay into a ward, each head at its price.

    The absence to expect is a plain share (--share), or a forecast: learnt from a table (--data)
    or from a fitted model (--model). How many reserves pay the newsvendor's formula tells. An
    ordinary shift costs 1. turnus solve then places them where they are worth it. Asked for are
    the heads that pay, as in the service; with --owed also those needed on 5 % of the days, for
    hours that contracts leave free.

    \b
    Example:
      turnus absence reserve ward.xlsx --share 4 --out with-reserve.json
      turnus absence reserve ward.xlsx --data absence.csv --pool --out with-reserve.xlsx
    """
    from absence_model.reserve.rows import demand_rows, with_reserve
    from rostering.domain.index import ProblemIndex
    from rostering.terms.registry import weights
    from turnus.absence.reserve_table import document, show
    from turnus.terminal.screen import Screen
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    prices = _prices(planned, called, idle)
    source = Source(share, data, model)
    source.require_one()
    _require_place(out, [path for path in (data, model) if path is not None])
    index = ProblemIndex(read_ward(ward))
    told = _told(screen, index, source, prices, pool=pool, owed=owed)
    rows = demand_rows(told.planned, told.ore, weights(index.problem)["cost"])
    _write(with_reserve(index.given, rows), out)
    show(screen, told, pooled=pool, everything=everything)
    screen.say(
        screen.words.say("files.written", file=str(out), what=screen.words.say("files.ward"))
    )
    screen.emit(document(told, len(rows), out))
    return exits.OK


def _told(
    screen: Screen, index: ProblemIndex, source: Source, prices: Prices, *, pool: bool, owed: bool
) -> Told:
    """Plan the reserves as asked, and the other way - pooled or alone - beside them."""
    from absence_model.reserve.rows import plan_reserve
    from absence_model.reserve.ward import expected_of, planned_shifts
    from rostering.wages.table import ordinary_ore
    from turnus.absence.reserve_table import Told

    shifts = planned_shifts(index)
    days = source.days(screen, index, shifts)
    alone, shared = (
        plan_reserve(expected_of(shifts, days, pooled=way), prices, owed=owed)
        for way in (False, True)
    )
    found, other = (shared, alone) if pool else (alone, shared)
    several = len(index.problem.units) > 1
    return Told(found, other if several else None, prices, ordinary_ore(index))


def _prices(planned: float, called: float, idle: float) -> Prices:
    from absence_model.reserve.newsvendor import Prices
    from rostering.errors import BadInput, Fault

    try:
        return Prices(planned, called, idle)
    except ValueError:
        found = f"--called {called:g}, --planned {planned:g}, --idle {idle:g}"
        needed = "called > planned >= idle >= 0: else no reserve pays, or any number does"
        raise BadInput([Fault("the prices", found, needed)]) from None


@dataclass(frozen=True, slots=True)
class Source:
    """What the absence to expect comes from: exactly one of a share, a table and a model."""

    share: float | None
    data: Path | None
    model: Path | None

    def require_one(self) -> None:
        """Raise ``BadInput`` unless one is given, and a share is one."""
        from rostering.errors import BadInput, Fault

        options = {"--share": self.share, "--data": self.data, "--model": self.model}
        given = [name for name, value in options.items() if value is not None]
        if len(given) != 1:
            found, needed = " and ".join(given) or "nothing", "one of --share, --data and --model"
            raise BadInput([Fault("the absence to expect", found, needed)])
        if self.share is not None and not 0 < self.share < 50:
            raise BadInput([Fault("--share", f"{self.share:g}", "per cent, above 0 and below 50")])

    def days(
        self, screen: Screen, index: ProblemIndex, shifts: Sequence[PlannedShift]
    ) -> dict[Day, DayCounts]:
        """Return what to expect in each unit on each day of the ward's period."""
        from absence_model.reserve.ward import by_forecast, by_share, matched

        if self.share is not None:
            return by_share(shifts, self.share / 100)
        fitted = self._fitted(screen)
        names = matched(fitted.panel.units, index)
        unlike = [unit for unit, own in names.items() if unit.casefold() != own.casefold()]
        if len(names) == 1 and unlike:
            screen.warn(screen.words.say("absence.only_unit", unit=unlike[0]))
        return by_forecast(fitted.forecast(index.problem.horizon.start, index.days), names)

    def _fitted(self, screen: Screen) -> Forecaster:
        from absence_model.forecaster.fit import fit
        from absence_model.forecaster.keeping import load
        from absence_model.series import read_series

        if self.data is None:
            return load(self.model or "")
        frame, info = read_series(self.data)
        screen.note(screen.words.say("absence.fitting"))
        return fit(frame, info)


def _write(problem: Problem, out: Path) -> None:
    from rostering import writers

    if out.suffix.lower() == ".xlsx":
        writers.write_ward_workbook(problem, out)
    else:
        writers.write_json(problem, out)


def _require_place(out: Path, inputs: list[Path]) -> None:
    from rostering.errors import BadInput, Fault
    from turnus.files import place_faults

    faults = list(place_faults(out, (".json", ".xlsx")))
    if not faults and any(out.resolve() == path.resolve() for path in inputs):
        faults = [Fault(str(out), "the same file as an input", "the ward, or a new file")]
    if faults:
        raise BadInput(faults)
