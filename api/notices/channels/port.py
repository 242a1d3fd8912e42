"""The port: what the service needs of a way to people, whatever is behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class ChannelName(StrEnum):
    """A way to people."""

    EMAIL = "email"
    SMS = "sms"


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent; ``id`` is the same when it is sent again."""

    id: str
    to: str
    subject: str
    text: str


class NotSent(Exception):
    """It could not be sent; ``code`` says why without telling to whom, ``final`` for good."""

    def __init__(self, code: str, *, final: bool = False) -> None:
        super().__init__(code)
        self.code, self.final = code[:40], final


class Channel(Protocol):
    """A way to people."""

    def send(self, message: Message) -> None:
        """Send a message.

        Raises
        ------
        NotSent
            When it was not taken.
        """
        ...
