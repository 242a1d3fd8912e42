"""``turnus check``: is this roster lawful?"""

from __future__ import annotations

from turnus import exits
from turnus.options import AsJson, Everything, Language, Roster, Ward


def check(
    ward: Ward,
    roster: Roster,
    *,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Judge a roster by every rule, without the solver.

    Any roster will do, also one made by hand. Exit code 1 when a hard rule is broken.

    \b
    Example:
      turnus check ward.xlsx roster.json
    """
    from rostering.check import Court
    from rostering.check import check as judge
    from rostering.rulings.notices import notice_entries
    from turnus.terminal.screen import Screen
    from turnus.terminal.tables import show_breaches, show_notices
    from turnus.wards import read_roster, read_ward

    screen = Screen(language, as_json=as_json)
    problem = read_ward(ward)
    found, same = read_roster(roster, problem)
    if not same:
        screen.warn(screen.words.say("check.hash", roster=str(roster)))
    breaches = judge(problem, found, language)
    lawful = not any(breach.hard for breach in breaches)
    show_breaches(screen, problem, breaches, everything=everything)
    notices = notice_entries(Court.of(problem, found).rulings, language)
    show_notices(screen, notices)
    screen.emit(
        {
            "lawful": lawful,
            "same_ward": same,
            "breaches": [breach.model_dump(mode="json") for breach in breaches],
            "notices": [notice.model_dump(mode="json") for notice in notices],
        }
    )
    return exits.OK if lawful else exits.BREACHES
