"""E-mail through an SMTP server."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate

from api.notices.channels.port import Message, NotSent
from api.settings import SmtpServer

PATIENCE_S = 15.0  # seconds for each answer of the server
REFUSED = 500  # from here on an answer of SMTP is for good


class Mail:
    """The channel ``email``."""

    def __init__(self, settings: SmtpServer) -> None:
        self._settings = settings

    def send(self, message: Message) -> None:
        """Send a message as plain text; a server that is sent the same again can know it."""
        try:
            with self._server() as server:
                server.send_message(self._written(message))
        except smtplib.SMTPRecipientsRefused as error:
            code = max((answer[0] for answer in error.recipients.values()), default=REFUSED)
            raise NotSent(f"smtp.{code}", final=code >= REFUSED) from None
        except smtplib.SMTPResponseException as error:
            raise NotSent(f"smtp.{error.smtp_code}") from None
        except (smtplib.SMTPException, OSError) as error:
            raise NotSent(type(error).__name__) from None

    def _server(self) -> smtplib.SMTP:
        known = self._settings
        if known.security == "tls":
            context = ssl.create_default_context()
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                known.host, known.port, timeout=PATIENCE_S, context=context
            )
        else:
            server = smtplib.SMTP(known.host, known.port, timeout=PATIENCE_S)
        try:
            if known.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if known.user:
                server.login(known.user, known.password)
        except BaseException:
            server.close()
            raise
        return server

    def _written(self, message: Message) -> EmailMessage:
        written = EmailMessage()
        written["From"], written["To"] = self._settings.sender, message.to
        written["Subject"] = message.subject
        written["Date"] = formatdate(localtime=False)
        written["Message-ID"] = f"<{message.id}@{self._settings.domain}>"
        written["Auto-Submitted"] = "auto-generated"
        written.set_content(message.text)
        return written
