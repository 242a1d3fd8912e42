"""A notice as a message: one sentence and a link, for a screen that others may see."""

from __future__ import annotations

import string
from datetime import date, datetime

from api.notices.channels.port import ChannelName, Message
from api.notices.kinds import SENT_FACTS
from api.notices.outbox import Letter
from api.notices.tables import Notice
from api.texts import say, sentences
from rostering.domain.clock import OSLO

PLAIN = "notice.plain"
"""What is said of a kind without a sentence of its own, or with facts that must not leave."""
_ISO_DATE = len("2027-02-15")


def message_of(letter: Letter, channel: ChannelName, public_url: str) -> Message:
    """Return what is sent for a delivery."""
    language, notice = letter.language, letter.notice
    sentence = sentence_of(notice, language)
    unit = f"?unit={notice.unit_id}" if letter.many else ""
    link = f"{public_url.rstrip('/')}{notice.about}{unit}"
    return Message(
        id=letter.delivery,
        to=letter.address,
        subject=say(language, "notice.subject"),
        text=say(language, f"notice.{channel.value}", sentence=sentence, link=link),
    )


def sentence_of(notice: Notice, language: str) -> str:
    """Return a notice's sentence, with nothing in it that must not leave."""
    key = f"notice.{notice.kind}"
    facts = {name: in_words(value, language) for name, value in notice.facts.items()}
    known = sentences(language).get(key)
    if known is None or not gaps(known) <= SENT_FACTS & set(facts):
        return say(language, PLAIN)
    return say(language, key, **facts)


def gaps(sentence: str) -> set[str]:
    """Return the facts that a sentence needs."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def in_words(value: str | int, language: str) -> str | int:
    """Return a fact as it is said; dates with their weekday, moments with the time in Norway."""
    if not isinstance(value, str):
        return value
    try:
        if len(value) == _ISO_DATE:
            return _day(date.fromisoformat(value), language)
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    if moment.tzinfo is None:
        return value
    local = moment.astimezone(OSLO)
    day = _day(local.date(), language)
    return say(language, "notice.moment", day=day, time=f"{local:%H:%M}")


def _day(day: date, language: str) -> str:
    return say(
        language,
        "web.grid.date.long",
        weekday=say(language, f"web.grid.weekday.{day.isoweekday()}"),
        day=day.day,
        month=say(language, f"web.grid.month.{day.month}"),
    )
