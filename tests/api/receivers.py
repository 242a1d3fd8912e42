"""Real receivers on loopback: a small mail server and a small SMS gateway."""

from __future__ import annotations

import base64
import datetime as dt
import io
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


@dataclass
class Asked:
    """A request that the gateway was sent."""

    method: str
    path: str
    headers: dict[str, str]
    body: str


@dataclass
class Gateway:
    """What the gateway has been sent; it answers with ``answers`` in turn, then with 200."""

    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@dataclass
class MailServer:
    """What the mail server has been sent, and who signed in; ``refused`` is its answer to RCPT."""

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    credentials: list[str] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    refused: str = ""

    @property
    def settings(self) -> dict[str, str]:
        """Return what a service is told of it."""
        told = {"HOST": "127.0.0.1", "PORT": str(self.port), "SECURITY": "none"}
        told["SENDER"] = "turnus@example.no"
        return {f"TURNUS_SMTP_{name}": value for name, value in told.items()}


@contextmanager
def gateway() -> Iterator[Gateway]:
    """Run a gateway."""
    found = Gateway()

    class Answering(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length).decode()
            found.asked.append(Asked(self.command, self.path, dict(self.headers), body))
            self.send_response(found.answers.pop(0) if found.answers else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_POST = do_GET = do_PUT = _answer  # noqa: N815 - names that the library looks for

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server, _running(server):
        found.port = server.server_address[1]
        yield found


@contextmanager
def mail_server(certificate: Path | None = None) -> Iterator[MailServer]:
    """Run a mail server; with a certificate it offers STARTTLS and asks for a name."""
    found = MailServer()

    class Server(ThreadingTCPServer):
        daemon_threads = True

    class Talking(_Smtp):
        server_of, chain = found, certificate

    with Server(("127.0.0.1", 0), Talking) as server, _running(server):
        found.port = server.server_address[1]
        yield found


@contextmanager
def _running(server: ThreadingTCPServer | ThreadingHTTPServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield
    server.shutdown()
    thread.join()


class _Smtp(StreamRequestHandler):
    """As much of SMTP as a client needs (RFC 5321, STARTTLS by RFC 3207, AUTH PLAIN)."""

    server_of: MailServer
    chain: Path | None

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline().decode().strip():
            word = line.split()[0].upper()
            if word == "QUIT":
                self._say("221 bye")
                return
            getattr(self, f"_{word.lower()}", self._fine)(line)

    def _say(self, told: str) -> None:
        self.wfile.write(f"{told}\r\n".encode())

    def finish(self) -> None:
        super().finish()
        self.connection.close()

    def _fine(self, _line: str) -> None:
        self._say("250 fine")

    def _ehlo(self, _line: str) -> None:
        secured = isinstance(self.connection, ssl.SSLSocket)
        if self.chain is None:
            self._say("250 here")
        else:
            self._say("250-here")
            self._say("250 AUTH PLAIN" if secured else "250 STARTTLS")

    def _starttls(self, _line: str) -> None:
        self._say("220 go on")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(str(self.chain))
        plain = self.connection
        try:
            self.request = context.wrap_socket(plain, server_side=True)
        except ssl.SSLError:  # the client does not trust us
            self.rfile = io.BytesIO()
            return
        self.setup()

    def _auth(self, line: str) -> None:
        told = base64.b64decode(line.split()[2]).decode()
        self.server_of.credentials.append(told.replace("\0", " ").strip())
        self._say("235 welcome")

    def _rcpt(self, _line: str) -> None:
        self._say(self.server_of.refused or "250 fine")

    def _data(self, _line: str) -> None:
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line.removeprefix(b"."))
        letter = message_from_bytes(b"".join(lines), policy=policy.default)
        self.server_of.encrypted.append(isinstance(self.connection, ssl.SSLSocket))
        self.server_of.letters.append(letter)
        self._say("250 taken")


def text_of(letter: EmailMessage) -> str:
    """Return a letter's text, lines ended as everywhere else."""
    return str(letter.get_content()).replace("\r\n", "\n")


def certificate(folder: Path) -> Path:
    """Write a key and a certificate of its own for localhost into one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    path = folder / "localhost.pem"
    path.write_bytes(key.private_bytes(pem, pkcs8, plain) + made.public_bytes(pem))
    return path
