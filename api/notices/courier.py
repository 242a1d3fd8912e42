"""The courier: sends what waits in the outbox, a thread for each channel, and tells of deadlines.

Any number may work beside each other: a row is locked while it is taken and fenced afterwards.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import structlog
from sqlalchemy import delete, func, select

from api.db.base import now
from api.db.engine import Database
from api.notices.channels.making import channels_of
from api.notices.channels.port import Channel, ChannelName, Message, NotSent
from api.notices.codes import code_due, settle_code, take_code
from api.notices.outbox import Patience, State, due, give_up, settle, take
from api.notices.reminders import announce_due
from api.notices.tables import Delivery, Notice
from api.notices.wording import message_of
from api.settings import Settings
from api.swaps.ending import end_lapsed

log = structlog.get_logger("notices")
EVERY_S = 1.0  # seconds between looks at the outbox
SWEEP_S = 60.0  # seconds between looks at deadlines and at what is old
KEPT = timedelta(days=90)
"""For how long notices are kept, and the counts of what was sent with them."""


class Courier:
    """Sends, in threads of its own."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._database, self._address = database, settings.public_url
        self._patience = Patience(settings.notice_pause_s, settings.notice_tries)
        self._channels = channels_of(settings)
        self._ended = threading.Event()
        self._threads = [self._thread(self.sweep, SWEEP_S)]
        for name, channel in self._channels.items():
            self._threads.append(self._thread(self._sending(name, channel), EVERY_S))

    def start(self) -> None:
        """Begin to send."""
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """Stop; a message on its way is sent again by whoever starts next."""
        self._ended.set()
        for thread in self._threads:
            thread.join(timeout=5)

    def send_all(self) -> int:
        """Send what is due through all channels; return how many were tried."""
        return sum(self._send(name, channel) for name, channel in self._channels.items())

    def sweep(self) -> None:
        """Tell of rounds and of lapsed swaps, give up what is stale, forget what is old."""
        announce_due(self._database)
        end_lapsed(self._database)
        with self._database.writing() as session:
            give_up(session)
            session.execute(delete(Notice).where(Notice.at < now() - KEPT))

    def _thread(self, act: Callable[[], object], every: float) -> threading.Thread:
        def run() -> None:
            while True:
                try:
                    act()
                except Exception as error:  # noqa: BLE001 - the database may be away for a while
                    log.warning("courier", error=type(error).__name__)
                if self._ended.wait(every):
                    return

        return threading.Thread(target=run, name="courier", daemon=True)

    def _sending(self, name: ChannelName, channel: Channel) -> Callable[[], int]:
        return lambda: self._send(name, channel)

    def _send(self, name: ChannelName, channel: Channel) -> int:
        """Send what is due through a channel, one after the other."""
        tried = self._send_codes(name, channel)
        while not self._ended.is_set() and self._waits(name) and self._send_one(name, channel):
            tried += 1
        return tried

    def _send_codes(self, name: ChannelName, channel: Channel) -> int:
        """Send the codes by which addresses are confirmed; somebody waits for each."""
        with self._database.reading() as session:
            count = session.scalar(select(func.count()).where(code_due(name))) or 0
        for _ in range(count):
            with self._database.writing() as session:
                letter = take_code(session, name)
            if letter is None or self._ended.is_set():
                continue
            trouble = self._tried(channel, letter.message)
            with self._database.writing() as session:
                settle_code(session, letter, trouble)
            if trouble is not None:
                log.warning("code not sent", channel=name.value, trouble=trouble.code)
        return count

    @staticmethod
    def _tried(channel: Channel, message: Message) -> NotSent | None:
        try:
            channel.send(message)
        except NotSent as error:
            return error
        return None

    def _waits(self, name: ChannelName) -> bool:
        """Return whether anything is due; by reading, so that an idle courier locks nobody."""
        with self._database.reading() as session:
            return session.scalar(select(Delivery.id).where(due(name)).limit(1)) is not None

    def _send_one(self, name: ChannelName, channel: Channel) -> bool:
        with self._database.writing() as session:
            letter = take(session, name)
        if letter is None:
            return False
        trouble = self._tried(channel, message_of(letter, name, self._address))
        with self._database.writing() as session:
            state = settle(session, letter, trouble, self._patience)
        if trouble is not None:
            how = "given up" if state is State.FAILED else "tried later"
            log.warning(how, channel=name.value, delivery=letter.delivery, trouble=trouble.code)
        return True
