"""The hard ward with something more asked of it than anybody can give."""

from __future__ import annotations

from datetime import date

from fixtures import ward
from rostering.domain.problem import Problem
from rostering.domain.wishes import Absence, AbsenceKind, Lock

MONDAY = date(2027, 1, 11)


def one_night_nurse_less() -> Problem:
    """Return the ward after one of its four night nurses has left."""
    problem = ward("hard")
    return problem.model_copy(
        update={
            "people": tuple(one for one in problem.people if one.id != "k04"),
            "history": tuple(duty for duty in problem.history if duty.person != "k04"),
            "wishes": tuple(wish for wish in problem.wishes if wish.person != "k04"),
        }
    )


def everybody_away() -> Problem:
    """Return the ward with all night nurses on vacation in one week."""
    problem, last = ward("hard"), date(2027, 1, 17)
    away = tuple(
        Absence(person=person, kind=AbsenceKind.VACATION, first=MONDAY, last=last)
        for person in ("k04", "k05", "k06", "k07")
    )
    return problem.model_copy(update={"absences": (*problem.absences, *away)})


def locked() -> Problem:
    """Return the ward with a night nurse locked to a night and to the day shift after it."""
    locks = (
        Lock(person="k05", date=MONDAY, shift="N"),
        Lock(person="k05", date=date(2027, 1, 12), shift="D"),
    )
    return ward("hard").model_copy(update={"locks": locks})


VARIANTS = {
    "one night nurse less": one_night_nurse_less,
    "everybody away": everybody_away,
    "locked": locked,
}
