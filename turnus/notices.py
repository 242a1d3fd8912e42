"""``turnus notices``: are the ways out of the service set up as they should be?"""

from __future__ import annotations

from typing import Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language

notices = typer.Typer(help="E-mail and SMS of the service.", rich_markup_mode=None)


@notices.callback()
def _group() -> None:
    """Keep ``test`` a command of its own."""


@notices.command("test")
def send_test(
    to: Annotated[str, typer.Option(help="An e-mail address, or a number such as +4791234567.")],
    *,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Send one message at once, past the outbox; exit code 2 tells why it was not taken.

    \b
    Example:
      turnus notices test --to kari@example.no
    """
    from api.notices.channels.making import send_test as run
    from api.settings import from_environment
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    channel = run(from_environment(), to, language)
    screen.say(screen.words.say("notices.taken", to=to))
    screen.emit({"channel": channel, "to": to})
    return exits.OK
