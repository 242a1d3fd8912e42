"""Rosters to choose between, as data."""

from __future__ import annotations

from typing import Literal

from rostering.domain.card import ScoreCard
from rostering.domain.fields import Model
from rostering.domain.roster import Roster

CHOICE_FORMAT = "helseturnus.choice"


class GoalDifference(Model):
    """How many points one goal costs more (or, below 0, fewer) than in the first roster."""

    term: str
    points: int


class ChoiceOption(Model):
    """One roster, measured by the ward's own weights whatever it favours.

    ``apart`` is the number of person-days on which it differs from the first one.
    """

    favours: str
    card: ScoreCard
    roster: Roster
    apart: int
    differences: tuple[GoalDifference, ...] = ()


class Choice(Model):
    """The rosters, the one by the ward's own weights first; ``partial`` when time was up.

    ``left_out`` names what was searched for and gave a roster like another one, or one dearer
    than ``dearest`` times the first.
    """

    format: Literal["helseturnus.choice"] = "helseturnus.choice"
    version: Literal[1] = 1
    problem_name: str
    problem_hash: str
    options: tuple[ChoiceOption, ...]
    left_out: tuple[str, ...] = ()
    dearest: float
    partial: bool = False
    seconds: float = 0.0
