"""The channels that the settings open."""

from __future__ import annotations

from api.notices.channels.gateway import Gateway
from api.notices.channels.mail import Mail
from api.notices.channels.port import Channel, ChannelName
from api.settings import Settings


def channels_of(settings: Settings) -> dict[ChannelName, Channel]:
    """Return the channels that are on."""
    found: dict[ChannelName, Channel] = {}
    if settings.smtp is not None:
        found[ChannelName.EMAIL] = Mail(settings.smtp)
    if settings.sms is not None:
        found[ChannelName.SMS] = Gateway(settings.sms)
    return found
