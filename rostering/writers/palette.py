"""Colours and Norwegian words that the roster workbook and the picture share.

The fills are Paul Tol's *light* scheme, which stays distinct in the common kinds of colour
blindness and carries black text.
"""

from __future__ import annotations

from rostering.domain.roster import DayCode
from rostering.domain.shifts import ShiftKind, ShiftType
from rostering.domain.wishes import AbsenceKind

KIND_COLOUR = {
    ShiftKind.DAY: "#EEDD88",
    ShiftKind.EVENING: "#EE8866",
    ShiftKind.NIGHT: "#77AADD",
    ShiftKind.LONG: "#44BB99",
    ShiftKind.OFFICE: "#FFAABB",
}
KIND_NAME = {
    ShiftKind.DAY: "Dag",
    ShiftKind.EVENING: "Kveld",
    ShiftKind.NIGHT: "Natt",
    ShiftKind.LONG: "Langvakt",
    ShiftKind.OFFICE: "Kontor",
}
ABSENCE_CODE = {
    AbsenceKind.VACATION: "FE",
    AbsenceKind.LEAVE: "PE",
    AbsenceKind.SICK: "SY",
    AbsenceKind.SICK_CHILD: "SB",
    AbsenceKind.COURSE: "KU",
    AbsenceKind.TIME_OFF: "AV",
    AbsenceKind.F3: "F3",
    AbsenceKind.F4: "F4",
    AbsenceKind.F5: "F5",
}
ABSENCE_NAME = {
    AbsenceKind.VACATION: "Ferie",
    AbsenceKind.LEAVE: "Permisjon",
    AbsenceKind.SICK: "Sykdom",
    AbsenceKind.SICK_CHILD: "Sykt barn",
    AbsenceKind.COURSE: "Kurs",
    AbsenceKind.TIME_OFF: "Avspasering",
    AbsenceKind.F3: "Fri for søndag eller helligdag",
    AbsenceKind.F4: "Fri for helligdagstimer",
    AbsenceKind.F5: "Fri for fridag på helligdag",
}
DAY_CODE = {code: code.value for code in (DayCode.F1, DayCode.F2)} | {
    DayCode(kind.value): short for kind, short in ABSENCE_CODE.items()
}
DAY_NAME = {DayCode.F1: "Ukefri", DayCode.F2: "Fridag"} | {
    DayCode(kind.value): name for kind, name in ABSENCE_NAME.items()
}
WEEKDAY = ("ma", "ti", "on", "to", "fr", "lø", "sø")
INK = "#1A1A1A"
FAINT_INK = "#5F5F5F"
LINE = "#C4C4C4"
RED_DAY = "#EFEFEF"
ABSENT = "#D5D5D5"
HEAD = "#1F3864"
UNDER_MINIMUM = "#B2182B"
UNDER_TARGET = "#FFD166"


def colour(shift: ShiftType) -> str:
    """Return a shift's fill as ``#RRGGBB``: its own, or that of its kind."""
    return shift.colour or KIND_COLOUR[shift.kind]


def ink_on(fill: str) -> str:
    """Return black or white, whichever reads better on a fill."""
    red, green, blue = (int(fill[place : place + 2], 16) for place in (1, 3, 5))
    return INK if 299 * red + 587 * green + 114 * blue > 128_000 else "#FFFFFF"
