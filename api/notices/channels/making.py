"""The channels that the settings open, and a message to try one."""

from __future__ import annotations

from api.db.base import new_id
from api.notices.channels.gateway import Gateway
from api.notices.channels.mail import Mail
from api.notices.channels.port import Channel, ChannelName, Message, NotSent
from api.settings import Settings
from api.texts import say
from rostering.errors import BadInput, Fault


def channels_of(settings: Settings) -> dict[ChannelName, Channel]:
    """Return the channels that are on."""
    found: dict[ChannelName, Channel] = {}
    if settings.smtp is not None:
        found[ChannelName.EMAIL] = Mail(settings.smtp)
    if settings.sms is not None:
        found[ChannelName.SMS] = Gateway(settings.sms)
    return found


def send_test(settings: Settings, to: str, language: str) -> ChannelName:
    """Send a message that says nothing; return the channel that took it.

    Raises
    ------
    BadInput
        When the channel is off, or did not take the message.
    """
    name = ChannelName.EMAIL if "@" in to else ChannelName.SMS
    channel = channels_of(settings).get(name)
    if channel is None:
        where = "TURNUS_SMTP_HOST" if name is ChannelName.EMAIL else "TURNUS_SMS_URL"
        raise BadInput([Fault(where, "nothing", "a value", "see Notices in docs/service.md")])
    subject, text = say(language, "notice.subject"), say(language, "notice.test")
    try:
        channel.send(Message(new_id(), to, subject, text))
    except NotSent as error:
        raise BadInput([Fault(name.value, error.code, "a message that is taken")]) from None
    return name
