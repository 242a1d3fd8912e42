"""Passwords and random secrets: argon2 for what people choose, SHA-256 for what we draw."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LEAST = 12  # characters of a password (NIST SP 800-63B asks for at least 8, better 15)
MOST = 200
_HASHER = PasswordHasher()  # argon2id with the library's own parameters (RFC 9106)


def _nobodys() -> str:
    """Return a hash in today's parameters that no password has; making a true one is slow."""
    salt, key = (
        base64.b64encode(secrets.token_bytes(length)).decode().rstrip("=")
        for length in (_HASHER.salt_len, _HASHER.hash_len)
    )
    cost = f"m={_HASHER.memory_cost},t={_HASHER.time_cost},p={_HASHER.parallelism}"
    return f"$argon2id$v=19${cost}${salt}${key}"


_NOBODY = _nobodys()


def hashed(password: str) -> str:
    """Return the hash of a password to keep."""
    return _HASHER.hash(password)


def right(password: str, kept: str | None) -> bool:
    """Return whether a password is the one kept; as slow when there is none."""
    try:
        _HASHER.verify(kept or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def outdated(kept: str) -> bool:
    """Return whether a hash was made with weaker parameters than today's."""
    return _HASHER.check_needs_rehash(kept)


def drawn() -> str:
    """Return a secret of 256 bits for a cookie or a link."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """Return what is kept of a drawn secret: enough to recognise it, not to use it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def same(one: str, other: str) -> bool:
    """Return whether two texts are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())
