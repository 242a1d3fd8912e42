"""How a search ends: its files written, the result told, the exit code chosen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rostering.errors import BadInput, Fault
from turnus import exits
from turnus.stopping import StopSwitch
from turnus.terminal.screen import Screen

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.domain.roster import Roster
    from rostering.strategies.base import Outcome
    from turnus.files import Outputs
    from turnus.search import Wanted

WEAK_PROOF = 0.5
"""Above this gap the bound is no measure of a roster any more."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A search's outcome with the files that hold it, and why others could not be written."""

    outcome: Outcome
    files: dict[str, Path]
    faults: tuple[Fault, ...]


def search_and_keep(
    screen: Screen, problem: Problem, wanted: Wanted, warm: Roster | None, outputs: Outputs
) -> Kept:
    """Search and write the files; Ctrl-C stops the search and spares the writing."""
    from turnus.search import search

    with StopSwitch() as stop:
        outcome = search(screen, problem, wanted, warm, stop)
        if outcome.roster is not None and (outputs.excel or outputs.picture):
            screen.note(screen.words.say("files.writing"))
        written, faults = outputs.write(problem, outcome)
    return Kept(outcome, written, tuple(faults))


def conclude(screen: Screen, kept: Kept) -> int:
    """Tell the result and where it is; return the exit code.

    Raises
    ------
    BadInput
        After all that, when a file could not be written.
    """
    from turnus.terminal.tables import show_card

    outcome = kept.outcome
    style = "bold green" if outcome.roster is not None else "bold red"
    for sentence in told(screen, outcome):
        screen.say(sentence, style)
    if outcome.card is not None:
        screen.say("")
        show_card(screen, outcome.card)
    for what, path in kept.files.items():
        label = screen.words.say(f"files.{what}")
        screen.say(screen.words.say("files.written", file=str(path), what=label))
    if kept.faults:
        raise BadInput(kept.faults)
    screen.emit(document(kept))
    return exit_code(outcome)


def cut_short(outcome: Outcome) -> bool:
    """Return whether the solving process ended unasked, without a last word."""
    return outcome.roster is not None and outcome.cut and not outcome.stopped


def told(screen: Screen, outcome: Outcome) -> list[str]:
    """Return how a search ended, in sentences."""
    from rostering.strategies.base import Status
    from rostering.texts import Catalogue

    texts, words = Catalogue(screen.language), screen.words
    if outcome.status in {Status.INFEASIBLE, Status.OPTIMAL}:
        return [texts.say(f"status.{outcome.status.value}")]
    if outcome.roster is None:
        stopped = outcome.stopped
        return [words.say("solve.stopped_empty") if stopped else texts.say("status.unknown")]
    sentences = []
    if outcome.stopped:
        sentences.append(texts.say("status.stopped"))
    if cut_short(outcome):
        sentences.append(words.say("solve.cut"))
    return sentences + _distance(screen, outcome)


def _distance(screen: Screen, outcome: Outcome) -> list[str]:
    """Return in plain words how far the roster may be from the best possible one."""
    from rostering.texts import Catalogue

    texts, words = Catalogue(screen.language), screen.words
    best, bound, gap = outcome.objective, outcome.bound, outcome.gap
    if best is None or bound is None or bound <= 0 or gap is None:
        return [texts.say("status.unbounded")]
    apart = words.say("solve.distance", points=best - bound)
    first = texts.say("status.feasible", bound=words.number(bound), gap=apart)
    if gap > WEAK_PROOF:
        return [first, words.say("solve.weak")]
    return [first, words.say("solve.room", share=words.share(gap))]


def exit_code(outcome: Outcome) -> int:
    """Return the exit code of a search's end."""
    from rostering.strategies.base import Status

    if outcome.roster is not None:
        return exits.OK
    return exits.IMPOSSIBLE if outcome.status is Status.INFEASIBLE else exits.NOTHING_FOUND


def document(kept: Kept) -> dict[str, Any]:
    """Return a search's end as plain data."""
    outcome = kept.outcome
    return {
        "status": outcome.status.value,
        "stopped": outcome.stopped,
        "cut_short": cut_short(outcome),
        "seconds": round(outcome.seconds, 3),
        "first_roster_seconds": None if outcome.first_s is None else round(outcome.first_s, 3),
        "objective": outcome.objective,
        "bound": outcome.bound,
        "gap": None if outcome.gap is None else round(outcome.gap, 6),
        "files": {what: str(path) for what, path in kept.files.items()},
        "card": None if outcome.card is None else outcome.card.model_dump(mode="json"),
        "roster": None if outcome.roster is None else outcome.roster.model_dump(mode="json"),
    }
