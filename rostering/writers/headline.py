"""The headline of a roster: name, period, points and breaches, in Norwegian."""

from __future__ import annotations

from datetime import date

from rostering.domain.card import ScoreCard
from rostering.domain.problem import Problem


def headline(problem: Problem) -> str:
    """Return name and period, such as ``Med 2: 01.03.2027 – 11.04.2027``."""
    horizon = problem.horizon
    return f"{problem.name}: {told(horizon.start)} – {told(horizon.end)}"


def subtitle(problem: Problem, card: ScoreCard | None) -> str:
    """Return people, points and breaches in one line."""
    people = f"{len(problem.people)} ansatte"
    if card is None:
        return f"{people} · ikke poengsatt"
    hard = sum(breach.hard for breach in card.breaches)
    soft = len(card.breaches) - hard
    law = "ingen brudd på harde regler" if not hard else f"{hard} brudd på harde regler"
    more = f" · {soft} brudd med pris" if soft else ""
    points = f"{card.total:,}".replace(",", "\u00a0")
    return f"{people} · {points} poeng (færre er bedre) · {law}{more}"


def told(day: date) -> str:
    """Return a date as ``01.03.2027``."""
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"
