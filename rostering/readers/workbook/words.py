"""The Norwegian words of a ward workbook and the field values that they stand for."""

from __future__ import annotations

SHIFT_KIND = {
    "dag": "day",
    "kveld": "evening",
    "natt": "night",
    "lang": "long",
    "kontor": "office",
}
STAFF_KIND = {
    "fast": "permanent",
    "vikar": "temp",
    "tilkalling": "on_call",
    "bemanningsbyrå": "agency",
    "student": "student",
    "leder": "manager",
}
HORIZON_KIND = {"kalender": "calendar", "grunnturnus": "cyclic"}
WISH_KIND = {"ønsker": "want", "ønsker ikke": "avoid"}
CALL_KIND = {"vil gjerne": "volunteer", "skal ikke ringes": "do_not_call"}
STRENGTH = {"svakt": 1, "middels": 2, "sterkt": 3}
ABSENCE_KIND = {
    "ferie": "vacation",
    "permisjon": "leave",
    "syk": "sick",
    "sykt barn": "sick_child",
    "kurs": "course",
    "avspasering": "time_off",
    "F3": "F3",
    "F4": "F4",
    "F5": "F5",
}
AGREED_DAY = {"F3": "F3", "F4": "F4", "F5": "F5", "avspasering": "time_off"}
PAY = {
    "ordinær": "ordinary",
    "mertid": "extra",
    "overtid": "overtime",
    "forskjøvet": "moved",
}
PAIR_KIND = {"hver for seg": "apart", "sammen": "together"}
RULE_MODE = {"alltid": "hard", "med pris": "priced", "av": "off"}
BURDEN = {
    "helg": "weekend",
    "natt": "night",
    "kveld": "evening",
    "jul": "christmas",
    "påske": "easter",
    "helligdag": "holiday",
    "kort hvile": "quick_return",
    "ønske": "wish",
}
ACCOUNT = {
    "timer": "hours",
    "avspasering": "time_off",
    "f4": "f4",
    "ferie": "vacation",
    "mertid": "extra_time",
    "overtid": "overtime",
}
LEVEL = {level: level.upper() for level in ("l0", "l1", "l2", "l3", "l4")}
WEEKDAY = {"man": 1, "tir": 2, "ons": 3, "tor": 4, "fre": 5, "lør": 6, "søn": 7}
WEEKDAY_GROUP = {
    "alle": (1, 2, 3, 4, 5, 6, 7),
    "hverdager": (1, 2, 3, 4, 5),
    "helg": (6, 7),
    "ingen": (),
}
NONE = "ingen"
YES = frozenset({"ja", "j", "x", "sann", "true", "1", "yes"})
NO = frozenset({"nei", "n", "usann", "false", "0", "no"})
